//! The words of the registers: their screen, the form of an entry, the verbs.

texts! {
    entry_label { "名称", "label" }
    entry_printed { "印刷名", "printed name" }
    entry_aliases { "别名", "aliases" }
    help_label { "屏幕上和查找时的名称", "Its name on screen and in searches" }
    help_printed { "报告里印的名称，可含取数，如 《{省}日报》；空着就印名称，还不知道写 **", "Its name in print, figures allowed; empty: the label; ** if nobody knows it yet" }
    help_aliases { "别的叫法，也能找到它；几个用分号隔开", "Other names it is found by; semicolons between" }
    form_new_entry(register: &str) { "名录 {register}: 新增", "Register {register}: new" }
    form_edit_entry(register: &str) { "名录 {register}: 改", "Register {register}: edit" }
    form_label_missing { "名称还没填", "The label is missing" }
    form_similar(label: &str, others: &str) { "“{label}”和已有的 {others} 很像。是另一个吗？", "{label} looks like {others}, which is there. Is it another one?" }
    form_similar_yes { "是另一个，加进去", "it is another one" }
    form_register_similar(ask: &str, others: &str) { "{ask}名录里已有 {others}，很像。", "{ask} The register has {others}, which looks like it." }

    registers_title { "名录", "Registers" }
    registers_count(entries: usize) { "{entries}个", "{entries}" }
    registers_retired(count: usize) { "停用{count}个", "{count} retired" }
    registers_hint { "按数字，或上下键加回车；Esc 返回", "a digit, or arrows and Enter; Esc goes back" }
    registers_head(name: &str, count: usize) { "名录 {name} {count}个", "Register {name}: {count}" }
    registers_empty { "还没有；F3 新增", "Nothing yet; F3 adds one" }
    registers_name { "名称", "label" }
    registers_known { "情况", "details" }
    registers_uses { "用到", "uses" }
    registers_is_retired { "停用", "retired" }
    registers_edit { "改", "edit" }
    registers_add { "新增", "new" }
    registers_merge { "并到另一个", "merge into another" }
    registers_retire { "停用：不再供选", "retire: offered no longer" }
    registers_unretire { "恢复使用", "offer it again" }
    registers_delete { "删除（没有用到过）", "delete (nothing names it)" }
    registers_actions { "可做的", "actions" }
    registers_merge_title(label: &str) { "把“{label}”并到", "Merge {label} into" }
    registers_merge_ask(label: &str, into: &str, items: usize, others: usize) { "把“{label}”并到“{into}”？{items}条记录、{others}处报数和名录随之改指“{into}”，可以撤销。", "Merge {label} into {into}? {items} items and {others} other records will name {into}. It can be undone." }
    registers_merge_yes { "并过去", "merge it" }
    registers_delete_ask(label: &str) { "删除“{label}”？没有地方用到它，可以撤销。", "Delete {label}? Nothing names it; it can be undone." }
    registers_delete_yes { "删除", "delete it" }
    registers_saved { "名录已改。", "The register is changed. " }
    registers_kept(name: &str) { "名录 {name}", "register {name}" }

    cli_register { "名录：列出、新增、改名、合并、停用", "Registers: list, add, rename, merge, retire" }
    cli_register_add { "新增一个，打印其编号", "Add an entry and print its id" }
    cli_register_edit { "改一个的字段", "Change the fields of an entry" }
    cli_register_rename { "改名；用到它的地方都随之改", "Rename an entry; whatever names it follows" }
    cli_register_merge { "并到另一个；用到它的地方都改指另一个", "Merge an entry into another; whatever names it follows" }
    cli_register_retire { "停用（--back 恢复）", "Retire an entry (--back offers it again)" }
    cli_register_rm { "删除没有用到过的", "Delete an entry that nothing names" }
    cli_arg_register { "名录的名称或编号", "Name or id of the register" }
    cli_arg_label { "名称", "Label" }
    cli_arg_entry { "名称、别名、拼音或编号", "Label, alias, 拼音 or id" }
    cli_arg_into { "并到哪一个", "The entry it is merged into" }
    cli_opt_back { "恢复使用", "Offer it again" }
    cli_opt_again { "与已有的很像也照记", "Do it though it looks like one that is there" }
    cli_registered(label: &str) { "名录已改：{label}", "register changed: {label}" }
    cli_similar(label: &str, others: &str) { "`{label}` 和已有的 {others} 很像，没有记", "`{label}` looks like {others}, which is there; nothing was changed" }
    cli_similar_hint { "确是另一个就加 --anyway", "if it is another one, say --anyway" }
    cli_similar_renamed_hint { "确是另一个就加 --anyway；其实是同一个就用 register merge 并过去", "if it is another one, say --anyway; if they are one and the same, use register merge" }
    registers_gone_hint { "回到列表再看一看", "look at the list again" }
}

impl super::Lang {
    /// One sentence about a field that every entry has, by its id.
    pub fn entry_help(self, field: &str) -> &'static str {
        match field {
            "label" => self.help_label(),
            "printed" => self.help_printed(),
            _ => self.help_aliases(),
        }
    }
}
