//! The words of registers as tables.

texts! {
    register_new(count: usize, labels: &str) { "新增 {count} 个  {labels}", "{count} new  {labels}" }
    register_changed(count: usize, labels: &str) { "改 {count} 个  {labels}", "{count} changed  {labels}" }
    register_same(count: usize) { "没变 {count} 个", "{count} as before" }
    register_ignored(headings: &str) { "不是这个名录的字段，不导入：{headings}", "no fields of this register, left out: {headings}" }
    register_imported(new: usize, changed: usize) { "名录已改：新增 {new} 个，改 {changed} 个", "register changed: {new} new, {changed} changed" }
    register_nothing_new { "没有新的，名录没有变", "nothing new; the register is as it was" }
    register_faulty_hint { "在表里改好，再导入", "mend them in the table and import again" }

    registers_export { "导出成表格", "export as a table" }
    registers_import { "从表格导入", "import a table" }
    registers_exported(path: &str) { "已导出 {path}", "Exported: {path}" }
    registers_ask_table { "名录的表格在哪里", "Where is the table?" }
    registers_ask_table_help { "写文件的路径，如 /media/U盘/媒体.xlsx；表头照导出的写，~ 是主目录", "The path of a file, such as /media/stick/outlets.xlsx, headed as an export is; ~ is your home." }
    registers_import_ask(new: usize, changed: usize, same: usize) { "新增 {new} 个，改 {changed} 个，没变 {same} 个，可以撤销。", "{new} new, {changed} changed, {same} as before. It can be undone." }
    registers_import_doubles(count: usize) { "重复 {count} 行，不导入。", "{count} doubles are left out." }
    registers_import_ignored(headings: &str) { "不导入的列：{headings}。", "Columns left out: {headings}." }
    register_alike(count: usize, pairs: &str) { "{count} 个新名称和已有的很像，看是不是同一个：{pairs}", "{count} new names look like known ones; are they others? {pairs}" }
    registers_import_alike(count: usize, pairs: &str) { "{count} 个和已有的很像，是同一个就先改表：{pairs}。", "{count} look like known ones; mend the table first where they are the same: {pairs}. " }
    registers_import_yes { "导入", "import" }
    registers_import_more(count: usize) { "还有 {count} 处。", "{count} more." }

    cli_register_export { "写成表格，每个一行", "Write a register as a table, a row an entry" }
    cli_register_import { "从表格导入：有的就改，没有的新增", "Take a table: change the entries that are there, add the others" }
    cli_arg_register_table { "表格，表头照导出的写", "A table, headed as an export is" }
    cli_opt_register_dry_run { "只试不改：列出新增、改动、重复和有错的行", "Change nothing: list new, changed, double and faulty rows" }
}
