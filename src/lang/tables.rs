//! The words of tables that are imported and exported.

texts! {
    table_id { "编号", "id" }
    table_section { "部分", "section" }
    table_matter { "事项", "matter" }
    table_kind { "类别", "kind" }

    table_sheet(name: &str) { "工作表：{name}", "sheet: {name}" }
    table_other_sheets(names: &str) { "（另有：{names}）", " (others: {names})" }
    table_columns(all: &str) { "列：{all}", "columns: {all}" }
    table_ignored { "不导入", "left out" }
    table_guessed { "（猜的）", " (a guess)" }
    table_remembered { "（照上次）", " (as last time)" }
    table_new(count: usize) { "新增 {count} 条", "{count} new" }
    table_doubles(count: usize) { "重复 {count} 行，不导入", "{count} doubles, left out" }
    table_sums(count: usize) { "合计 {count} 行，不导入", "{count} rows of sums, left out" }
    table_sum(row: usize, text: &str) { "第{row}行 {text}", "row {row} {text}" }
    table_faulty(count: usize) { "有错 {count} 行", "{count} faulty rows" }
    table_double(row: usize, title: &str, of: &str) { "第{row}行 {title}：{of}", "row {row} {title}: {of}" }
    table_fault(row: usize, heading: &str, fault: &str) { "第{row}行{heading} {fault}", "row {row}{heading} {fault}" }
    table_in_ledger(id: &str) { "台账里已有 {id}", "the ledger has it: {id}" }
    table_same_as(row: usize) { "与第{row}行相同", "the same as row {row}" }
    table_imported(count: usize) { "已导入 {count} 条", "imported {count}" }
    table_nothing_new { "没有新的，台账没有变", "nothing new; the ledger is as it was" }
    table_outside(count: usize, year: &str, row: usize) { "有{count}行（如第{row}行）的日期不在{year}年：记在{year}年台账里，但不计入{year}年的数据", "the dates of {count} rows (such as row {row}) lie outside {year}: they stand in the ledger of {year} but count for none of its figures" }
    table_none_taken(count: usize) { "有{count}行有错，一行也没有导入", "{count} rows are faulty; no row was taken" }
    table_good_taken(count: usize, taken: usize) { "有{count}行有错，没有导入；其余 {taken} 条已导入", "{count} rows are faulty and were left out; the other {taken} were taken" }
    table_dry_faulty(count: usize) { "有{count}行有错；这是试导，什么也没有导入", "{count} rows are faulty; this was a dry run, nothing was taken" }
    table_faulty_hint { "改好再导入；或加 --skip-faulty，只导入没有错的行", "mend them and import again; --skip-faulty takes the good ones alone" }
    table_progress(rows: usize) { "已读 {rows} 行", "{rows} rows read" }

    import_title { "导入表格", "Import a table" }
    import_file { "文件", "file" }
    import_no_file { "还没有选（回车选）", "none yet (Enter chooses one)" }
    import_sheet { "工作表", "sheet" }
    import_sheets(name: &str, count: usize) { "{name}（共{count}张）", "{name} ({count} in all)" }
    import_by_column { "看表里的“事项”列", "as the column 事项 says" }
    import_go { "导入", "import" }
    import_sum(new: usize, doubles: usize, faulty: usize) { "新增 {new} 条，重复 {doubles} 行，有错 {faulty} 行", "{new} new, {doubles} doubles, {faulty} faulty rows" }
    import_reading { "正在读表…", "Reading…" }
    import_progress(rows: usize) { "已读 {rows} 行", "{rows} rows" }
    import_again { "再试", "again" }
    import_trouble { "不行", "trouble" }
    import_column_name(letter: &str) { "{letter}列", "col. {letter}" }
    import_column(heading: &str, role: &str, how: &str, samples: &str) { "{heading} -> {role}{how}   {samples}", "{heading} -> {role}{how}   {samples}" }
    import_choose_matter { "在上面“事项”一行按回车，选一个事项", "press Enter on the row \"matter\" above and choose one" }
    import_choose_column { "在下面是它的那一列上按回车，选这个字段", "press Enter on the column below that is it, and choose the field" }
    import_fault { "有错", "fault" }
    import_double { "重复", "double" }
    import_left_sum(sum: &str) { "{sum}：是别的行加起来的，不导入", "{sum}: it adds up other rows and is left out" }
    import_look { "请看", "note" }
    import_more(count: usize) { "还有 {count} 处没有列出", "{count} more are not listed" }
    import_stopped { "已停下，台账没有变", "Stopped; the ledger is as it was." }
    import_not_yet { "还不能导入：先看上面哪里不行", "Not yet: see above what is missing." }
    import_ask(faulty: usize) { "有{faulty}行有错，不导入它们，只导入其余的？", "{faulty} rows are faulty. Leave them out and import the others?" }
    import_the_others(count: usize) { "导入其余 {count} 条", "import the other {count}" }
    import_done(count: usize) { "已导入 {count} 条。", "Imported {count}. " }
    import_pick_file(folder: &str) { "选表格：{folder}", "Choose a table: {folder}" }
    import_type_path { "打字写出路径…", "type a path…" }
    import_take_path { "回车就用这个路径", "Enter takes this path" }
    import_parent { "上一级", "the folder above" }
    import_ask_path { "表格在哪里", "Where is the table?" }
    import_ask_path_help { "写文件或文件夹的路径，如 /media/U盘/活动.xlsx；~ 是主目录", "The path of a file or folder, such as /media/stick/shows.xlsx; ~ is your home." }
    import_ask_sheet { "选工作表", "Choose a sheet" }
    import_ask_matter { "这些行记在哪个事项下", "Which matter are the rows records of?" }
    import_ask_column(heading: &str) { "“{heading}”这一列是", "The column \"{heading}\" is" }
    import_held_by(heading: &str) { "现在是“{heading}”", "now \"{heading}\"" }
    hint_import_change { "改这一项", "change" }
    hint_import_go { "导入", "import" }
    hint_import_stop { "停下", "stop" }

    cli_arg_import { "表格，或台账的备份、导出", "A table, or a backup or export of a ledger" }
    cli_opt_sheet { "工作表的名称（默认第一张有内容的）", "Name of the sheet (default: the first that holds anything)" }
    cli_opt_map { "某一列是哪个字段，可多次；写 列=- 就不导入这一列", "Which field a column is; may be repeated; COLUMN=- leaves it out" }
    cli_opt_given { "每行都填的字段，可多次", "Fill a field of every row; may be repeated" }
    cli_opt_dry_run { "只试不记：列出新增、重复和有错的行", "Change nothing: list new, double and faulty rows" }
    cli_opt_skip_faulty { "有错的行不要，只导入其余的", "Leave faulty rows out and take the others" }
    cli_opt_list_output { "写成表格文件（.xlsx、.csv）", "Write a table (.xlsx, .csv)" }
    cli_opt_columns { "哪些列，如 标题,日期,媒体；或存过的名字", "Which columns, such as 标题,日期,媒体; or a name they were kept under" }
    cli_opt_keep_columns { "把这些列存在一个名字下，以后用 --columns 名字", "Keep these columns under a name, for --columns NAME" }
    cli_bad_table(text: &str) { "不会写 `{text}` 这种表格", "cannot write a table as `{text}`" }
    cli_table_hint { "文件名以 .xlsx 或 .csv 结尾", "end the name in .xlsx or .csv" }
    cli_needs_output(option: &str) { "`{option}` 要同 -o 一起用", "`{option}` goes with -o" }
    cli_only_tables(option: &str) { "`{option}` 只用于表格，这是台账的导出或备份", "`{option}` is for tables; this is an export or backup of a ledger" }
}
