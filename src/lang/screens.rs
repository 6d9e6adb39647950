//! The words of lists, the report's pages, the menu, help and messages.

texts! {
    list_all { "全部条目", "All items" }
    list_section(name: &str) { "部分: {name}", "Section: {name}" }
    list_matter(name: &str) { "事项: {name}", "Matter: {name}" }
    list_figure(name: &str) { "数据: {name}", "Figure: {name}" }
    list_search(text: &str) { "查找: {text}", "Search: {text}" }
    list_search_hint { "打字就查找", "type to search" }
    list_empty { "没有条目", "No items" }
    list_empty_hint { "F3 记一条，Esc 返回", "F3 records one, Esc goes back" }
    list_count(items: usize, count: &str) { "{items}条 共{count}次", "{items} items, count {count}" }
    list_items(items: usize) { "{items}条", "{items} items" }
    list_not_found { "没有找到；汉字、拼音、首字母都行", "Nothing found" }
    list_not_found_hint { "退格改，Esc 清空重来", "Backspace changes it, Esc clears it" }
    list_units_said(count: usize, names: &str) { "其中{count}家报数: {names}", "returns of {count} units: {names}" }
    list_status_planned { "计划", "plan" }
    list_status_running { "进行", "going" }
    list_status_cancelled { "取消", "off" }
    list_to_check { "待核", "check" }
    list_bin_confirm(title: &str) { "把这一条移入回收站？可以撤销。  {title}", "Put it into the bin? It can be undone.  {title}" }

    list_bin { "移入回收站", "put into the bin" }
    hint_clear { "清空", "clear" }
    hint_open { "打开", "open" }
    hint_bin { "移入回收站", "bin" }
    hint_back { "返回", "back" }
    hint_next_field { "下一格", "next" }
    hint_save_next { "存并记下一条", "save+next" }
    hint_save { "存", "save" }
    hint_copy { "照上条", "copy" }
    hint_this_field { "怎么填", "field" }
    hint_close { "收起留草稿", "keep draft" }
    hint_save_back { "存并返回", "save and go back" }
    hint_blank { "下一处待填", "blank" }
    hint_page { "翻页", "page" }
    hint_items { "看出处", "items" }
    hint_undo { "撤销", "undo" }

    figures_title { "核对表", "Figures" }
    figures_name { "数据", "figure" }
    figures_value { "数值", "value" }
    figures_state { "状态", "state" }
    figures_last_year { "去年同期", "last year" }
    figure_fixed(name: &str, value: &str, basis: &str) { "{name} {value}是定数，没有条目。依据：{basis}", "{name} {value} is fixed and has no items. Basis: {basis}" }
    figures_records { "记录", "records" }

    report_title { "报告", "Report" }
    report_page(page: usize, pages: usize) { "第{page}/{pages}页", "page {page}/{pages}" }
    report_blanks(count: usize) { "待填{count}处", "{count} blanks" }
    report_blank_of(name: &str) { "待填: {name}", "blank: {name}" }
    report_items(count: usize) { "{count}条记录", "{count} items" }
    report_units(count: usize) { "{count}家报数", "{count} returns" }
    report_setting { "设置里填", "from the settings" }
    report_field { "这一条里填", "from the item" }
    report_register { "名录里填", "from a register" }
    report_calendar { "按年度和截止日写的", "from the year and the as-of day" }
    report_unknown { "没有这个数据", "no such figure" }
    report_typed { "这里的字，回车就改", "words of the text; Enter edits them" }
    report_words { "改这段文字", "edit the text" }
    report_kept { "已经出过的稿不能改；回到现在的报告里改", "An edition stays as it was; edit the report as it is now." }
    report_programs { "这是程序写的，没有可改的字", "The program writes this; there are no words to edit." }
    report_no_source { "这里没有数据", "no figure here" }
    report_no_blanks { "没有待填的了", "No blanks are left" }

    menu_title { "菜单", "Menu" }
    menu_hint { "按数字，或上下键加回车；Esc 返回", "a digit, or arrows and Enter; Esc goes back" }
    menu_new { "记一条", "New item" }
    menu_find { "查找统计", "Find and add up" }
    menu_report { "看报告", "Look at the report" }
    menu_publish { "出文（写 .docx）", "Write the .docx" }
    menu_help { "帮助：全部键位", "Help: all keys" }
    menu_more { "更多…", "More…" }
    menu_year(year: &str) { "换年度（现在{year}年）", "Another year (now {year})" }
    menu_quit { "退出", "Quit" }


    reward_saved { "已记。", "Saved. " }
    reward_binned { "已移入回收站。", "In the bin. " }
    reward_changed { "已改。", "Changed. " }
    reward_blanks(old: usize, new: usize) { "待填 {old}→{new}", "blanks {old}→{new}" }
    reward_places(names: &str) { "报告有改: {names}", "report changed: {names}" }
    reward_more(count: usize) { "等{count}项", "and {count} more" }
    reward_none { "没有数据因此改变", "no figure changed" }
    year_now(year: &str) { "现在是{year}年的台账", "Now in {year}" }
    state_missing { "缺", "missing" }
    state_partial { "不全", "partial" }
    state_unchecked { "待核", "to check" }
    state_changed { "核后变动", "changed since checked" }
    state_checked { "已核", "checked" }
}
