//! The words of lists: what limits them, their order, their groups, what is done to many.

texts! {
    want_section(name: &str) { "部分 {name}", "section {name}" }
    want_month(month: u32) { "{month}月", "month {month}" }
    want_key { "重点", "key items" }
    want_unchecked { "待核", "to check" }
    want_blanks { "有待填", "with blanks" }
    want_tag(tag: &str) { "标签 {tag}", "tag {tag}" }

    status_planned { "计划", "planned" }
    status_running { "进行中", "running" }
    status_done { "完成", "done" }
    status_cancelled { "取消", "cancelled" }

    sort_date { "日期", "date" }
    sort_title { "标题", "title" }
    sort_unit { "单位", "unit" }
    sort_changed { "最近改动", "last change" }
    sort_report { "报告次序", "report order" }
    sort_reversed(name: &str) { "{name}（倒序）", "{name}, reversed" }

    group_unsaid { "其他（未填）", "others (not given)" }
    group_line(name: &str, sums: &str) { "{name}  {sums}", "{name}  {sums}" }
    list_no_register { "这里的条目没有填名录（媒体、人员、场所）的，分不了组", "these items name no entry of a register to group by" }

    list_bin_title { "回收站", "Bin" }
    list_bin_empty { "回收站是空的", "The bin is empty" }
    list_bin_for_ever { "永远留着，不会真的删掉；F4 取回", "kept for ever; F4 takes it out" }
    list_all_limited { "这样筛选，一条也没有", "No item fits these limits" }
    list_all_limited_hint { "Esc 去掉筛选，F7 改筛选", "Esc lifts them, F7 changes them" }
    list_limited(limits: &str) { "只看 {limits}", "only {limits}" }
    list_ordered(order: &str) { "按{order}排", "by {order}" }
    list_grouped_unit { "按单位分组", "in groups by unit" }
    list_grouped_month { "按月分组", "in groups by month" }
    list_grouped_register(name: &str) { "按{name}分组", "in groups by {name}" }
    list_marked(many: usize) { "已标记{many}条", "{many} marked" }
    list_unmarked(many: usize) { "已取消{many}条的标记", "{many} are no longer marked" }
    list_unlimited { "已去掉筛选，全部显示", "Nothing limits the list any longer" }
    list_as_it_was { "本来就是这样，没有改动", "It is so already; nothing was changed" }
    list_changed(many: usize) { "已改{many}条。", "Changed {many}. " }
    list_restored(many: usize) { "已取回{many}条。", "Took {many} out. " }
    list_moved { "已移动。", "Moved. " }
    list_move_order(now: &str) { "现在按{now}排，移不了：F7→排序→报告次序，再上下移", "Sorted by {now}: sort by report order (F7) to move items" }
    list_move_groups { "分组时移不了：按 Tab 直到不分组，再上下移", "In groups nothing can be moved: Tab until there are none" }
    list_move_end { "到头了；要移到别的段落，用 F4", "No further in this passage; F4 moves to another one" }
    list_nothing_selected { "没有选中条目", "No item is selected" }

    list_filter_title { "筛选和排序", "Limit and sort" }
    list_filter_flags { "只看重点、待核、有待填", "Key items, to check, with blanks" }
    list_filter_order { "排序", "Sort by" }
    list_filter_clear { "去掉全部筛选", "Lift all limits" }
    list_any { "不限", "Any" }
    list_on { "现在只看这个", "on" }
    list_no_values(name: &str) { "这里的条目都没有填{name}", "none of these items has a {name}" }
    facet_matter { "事项", "Matter" }
    facet_kind { "类别", "Kind" }
    facet_status { "状态", "Status" }
    facet_month { "月份", "Month" }
    facet_period { "所属期", "Period" }
    facet_unit { "单位", "Unit" }
    facet_tag { "标签", "Tag" }

    list_act_one(title: &str) { "怎么处理：{title}", "What to do with: {title}" }
    list_act_many(many: usize) { "怎么处理标记的{many}条", "What to do with the {many} marked" }
    list_act_unseen(many: usize, unseen: usize) { "怎么处理标记的{many}条（{unseen}条不在眼前）", "What to do with the {many} marked ({unseen} out of sight)" }
    list_act_export { "导出表格", "Write a table" }
    list_export(many: usize) { "导出这{many}条", "Write these {many} items" }
    list_export_usual { "有内容的列", "the columns that are filled" }
    list_exported(many: usize, path: &str) { "已导出{many}条：{path}", "{many} items written: {path}" }
    list_act_status { "改状态", "Status" }
    list_act_matter { "改事项", "Matter" }
    list_act_tag { "加标签", "Add a tag" }
    list_act_untag { "去标签", "Take a tag off" }
    list_act_unit { "改单位", "Unit" }
    list_act_check { "标为已核", "Checked" }
    list_act_uncheck { "标为待核", "To be checked" }
    list_act_key { "设为重点", "Key item" }
    list_act_unkey { "不再是重点", "No longer key" }
    list_act_hang { "移到别的段落", "Move to another passage" }
    list_act_cite { "另引用到", "Cite in another passage too" }
    list_act_restore { "取回", "Take out of the bin" }
    list_tag_said { "几个标签用分号或顿号隔开", "Several tags with semicolons between" }
    list_no_tags { "这些条目没有标签", "These items have no tags" }
    list_no_unit { "（不填单位）", "(no unit)" }
    list_loses(names: &str) { "会丢 {names}", "loses {names}" }
    list_loses_confirm(matter: &str, names: &str) { "改成“{matter}”会丢掉这些字段里填的：{names}。可以撤销。", "As “{matter}” they lose what stands in: {names}. It can be undone." }
    list_bin_confirm_many(many: usize) { "把标记的{many}条移入回收站？可以撤销。", "Put the {many} marked into the bin? It can be undone." }
    list_cited { "已引用，再选取消", "cited; again takes it back" }
    list_passage(name: &str) { "段落:{name}", "passage:{name}" }
    hint_mark { "标记", "mark" }
    hint_act { "动作", "do" }
    hint_filter { "筛选", "filter" }
    hint_group { "分组", "group" }
}
