//! The words of the form on which a figure is defined.

texts! {
    indicator_new { "新指标", "New figure" }
    indicator_edit(name: &str) { "指标: {name}", "Figure: {name}" }
    indicator_what { "数什么", "What" }
    indicator_which { "哪些事项", "Of which" }
    indicator_where { "条件", "Conditions" }
    indicator_when { "期间", "Period" }
    indicator_writing { "写法", "Writing" }
    indicator_name { "名称", "Name" }
    indicator_unit { "单位", "Unit" }
    indicator_section { "列在", "Listed in" }

    indicator_count { "次数", "how many times" }
    indicator_count_more { "一条算一次，写了次数的按写的加", "an item is one unless it says more" }
    indicator_sum(field: &str) { "{field}合计", "sum of {field}" }
    indicator_latest(field: &str) { "最近一条的{field}", "latest {field}" }
    indicator_mean(field: &str) { "{field}平均", "mean {field}" }
    indicator_max(field: &str) { "{field}最大", "largest {field}" }
    indicator_min(field: &str) { "{field}最小", "smallest {field}" }
    indicator_a_field { "某一格", "a field" }
    indicator_returns { "单位报数", "what the units report" }
    indicator_returns_more { "各单位报来的数相加", "the sum of their numbers" }
    indicator_fixed(value: &str, basis: &str) { "定数 {value}（{basis}）", "set by hand: {value} ({basis})" }
    indicator_a_fixed { "定数", "a number set by hand" }
    indicator_fixed_more { "有人说的数，写明依据", "with its basis" }
    indicator_list(field: &str) { "{field}名单", "list of {field}" }
    indicator_a_list { "名单", "a list" }
    indicator_list_more { "各条的标题或某一格，不重复", "titles or a field, doubles once" }
    indicator_entries(register: &str) { "名录“{register}”里的名单", "entries of {register}" }
    indicator_some_entries { "名录里的名单", "entries of a register" }
    indicator_coverage(register: &str, field: &str) { "{field}覆盖“{register}”几家", "{field} out of all in {register}" }
    indicator_a_coverage { "覆盖", "coverage" }
    indicator_coverage_more { "名录里有几家做到了", "how many of a register" }
    indicator_share(part: &str, whole: &str) { "{part}占{whole}的比重", "{part} as a share of {whole}" }
    indicator_a_share { "占比", "a share" }
    indicator_share_more { "一个指标占另一个的比重", "of another figure" }
    indicator_which_field(sort: &str) { "{sort}: 哪一格", "{sort}: which field" }
    indicator_which_register { "哪个名录", "Which register" }
    indicator_by { "看哪一格", "By which field" }
    indicator_part { "哪个指标", "Which figure" }
    indicator_whole(part: &str) { "{part}占哪个指标", "{part}: a share of which" }
    indicator_no_field { "所选事项没有记数的格；先换事项", "These matters have no field of numbers; choose others" }

    indicator_any { "不限（全部事项）", "any" }
    indicator_all_of(section: &str) { "{section}（全部）", "all of {section}" }
    indicator_of_kind(kind: &str) { "类别 {kind}", "kind {kind}" }
    indicator_of_tag(tag: &str) { "标签 {tag}", "tag {tag}" }
    indicator_several(count: usize, names: &str) { "{count}个: {names}", "{count}: {names}" }
    indicator_chosen { "已选，再选一次去掉", "chosen; once more takes it out" }
    indicator_whole_section { "这一部分的事项都算", "every matter of the section" }
    indicator_not_items { "这样数不看事项", "no matters are looked at" }

    indicator_none { "没有条件", "none" }
    indicator_drop { "去掉这一条", "take it out" }
    indicator_condition_title { "加一个条件：看哪一格", "A condition: which field" }
    indicator_test_title(field: &str) { "{field}怎样才算", "What {field} must be" }
    indicator_other_title(field: &str) { "{field}不是什么才算", "What {field} must not be" }
    indicator_is(field: &str, words: &str) { "{field}为{words}", "{field} is {words}" }
    indicator_is_not(field: &str, words: &str) { "{field}不是{words}", "{field} is not {words}" }
    indicator_is_given(field: &str) { "{field}填了", "{field} is given" }
    indicator_is_missing(field: &str) { "{field}没填", "{field} is empty" }
    indicator_is_least(field: &str, least: &str) { "{field}不少于{least}", "{field} is {least} or more" }
    indicator_test_word { "是…（自己写）", "is… (typed)" }
    indicator_test_not { "不是…", "is not…" }
    indicator_test_given { "填了", "is given" }
    indicator_test_missing { "没填", "is empty" }
    indicator_test_least { "不少于…", "at least…" }
    indicator_or { "或", " or " }
    indicator_ask_word { "一字不差才算；几个用分号隔开", "The very words; several with semicolons" }
    indicator_ask_least { "写一个数，如 3、1.2万", "A number, such as 3, 1.2万" }

    indicator_whole_window { "报告的期间", "the report's period" }
    indicator_whole_window_more { "全年、上半年…随稿别", "as the report: a year, a half…" }
    indicator_from_month(month: u32) { "{month}月起", "from month {month}" }
    indicator_month(month: u32) { "{month}月", "month {month}" }
    indicator_months(from: u32, to: u32) { "{from}月至{to}月", "months {from} to {to}" }
    indicator_quarter(han: &str) { "{han}季度", "quarter {han}" }
    indicator_first_half { "上半年", "first half" }
    indicator_second_half { "下半年", "second half" }
    indicator_window_other { "别的…", "another…" }
    indicator_ask_window { "从哪天到哪天，如 3-8~6-30、端午、7月中旬", "From when to when, such as 3-8~6-30, 端午" }

    indicator_plain { "照数写", "as it is" }
    indicator_writing_none { "现在没有数，看不出写成什么样；有了数再选", "There is no value yet to be written" }
    indicator_now { "现在", "Now" }
    indicator_behind(items: usize) { "{items}条", "{items} items" }
    indicator_behind_units(units: usize) { "{units}家报数", "{units} units" }
    indicator_no_items { "一条也没有数到", "nothing is counted" }
    indicator_open(count: usize) { "{count}条待填", "{count} open" }
    indicator_lacking(count: usize) { "{count}条没有这个数", "{count} without a number" }
    indicator_more_items(count: usize) { "…另有{count}条", "…and {count} more" }
    indicator_nameless { "还没起名称：报告里按名称找它", "It has no name yet: it is found by it" }
    indicator_saved(name: &str) { "已定下指标 {name}。", "{name} is defined. " }
    indicator_left { "没存，草稿留着；再打开就接上", "Not saved; the draft is kept and taken up when this is opened again" }
    indicator_used { "改了，用到它的地方都跟着变", "what uses it follows" }
    indicator_and { "，", "; " }
    indicator_count_name(unit: &str) { "{unit}数", "{unit}数" }
    indicator_times_unit { "次", "次" }
    hint_pick { "选", "pick" }

    act_define { "怎么数的，改名", "How it is counted, rename" }
    act_new_figure { "新指标…", "A new figure…" }
    act_drop_figure { "删除这个指标", "Delete this figure" }
    drop_figure_ask(name: &str) { "删除指标 {name}？没有地方用到它，可以撤销。", "Delete {name}? Nothing uses it; it can be undone." }
    drop_figure_yes { "删除", "delete" }
}
