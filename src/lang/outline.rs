//! The words of the outline of the report: its rows, what can be done with them, the plan.

texts! {
    cli_outline { "列出报告的段落：序号、文字、挂着的事项和条目；--json 打印结构", "List the passages of the report: numbers, words, what hangs there; --json prints the tree" }
    hint_outline { "段落", "text" }
    outline_title(year: &str, count: usize) { "报告的段落  {year}年  {count}段", "Passages of the report  {year}  {count}" }
    outline_columns { "事项   条目  待填", "matters  items blanks" }
    outline_unprinted { "不印", "empty" }
    outline_nothing { "（还没有文字）", "(no words yet)" }
    outline_says_nothing { "这一段现在什么也不印：没有文字，或里面的数据都没有数", "Prints nothing now: no words, or no number in any of them" }
    outline_number(name: &str) { "下级编号: {name}", "numbers below: {name}" }
    outline_paragraph { "另起一段", "new paragraph" }
    outline_runs_on { "接前一段", "runs on" }
    outline_heading { "标题", "heading" }
    outline_matters(names: &str) { "事项: {names}", "matters: {names}" }
    outline_further(names: &str) { "另印: {names}", "also: {names}" }
    outline_is_point { "这一点是一条记录；回车改它的句子", "This point is an item; Enter edits its sentence" }
    hint_write { "改文字", "edit" }
    hint_add { "添", "add" }
    hint_level { "降级", "in" }
    hint_order { "前移", "up" }
    hint_order_down { "后移", "down" }

    outline_act(name: &str) { "段落: {name}", "Passage: {name}" }
    outline_act_write { "改文字（首句、正文、结尾）", "edit its words" }
    outline_act_after { "在后面添一段", "add one after it" }
    outline_act_inside { "在下面添一段", "add one under it" }
    outline_act_numbers { "下级怎么编号", "number what hangs under it" }
    outline_act_matters { "哪些事项挂在这里", "which matters hang here" }
    outline_act_move { "移到别的段落下面", "move it under another one" }
    outline_act_up { "往前移", "move up" }
    outline_act_down { "往后移", "move down" }
    outline_act_out { "升一级", "a level up" }
    outline_act_in { "降一级", "a level down" }
    outline_act_delete { "删去", "delete" }
    outline_act_plan { "计划转入明年台账", "take the plan over into next year" }
    outline_number_none { "不编号", "none" }
    outline_number_ordinal { "第一，第二，第三，", "第一，第二，第三，" }
    outline_number_shi { "一是 二是 三是", "一是 二是 三是" }
    outline_number_arabic { "1. 2. 3.", "1. 2. 3." }
    outline_number_bracket { "（1）（2）（3）", "（1）（2）（3）" }
    outline_number_sides { "一方面，另一方面，", "一方面，另一方面，" }
    outline_number_sections { "（一）（二）（三）", "（一）（二）（三）" }
    outline_number_parts { "一、二、三、", "一、二、三、" }
    outline_add_title { "添一段", "A new passage" }
    outline_add_said { "先打一句话，回车就添上；数据以后用回车打开再插入", "Type a sentence; Enter adds it. Figures are put in when it is opened." }
    outline_added { "已添。", "Added. " }
    outline_moved { "已移。", "Moved. " }
    outline_changed { "已改。", "Changed. " }
    outline_deleted { "已删。", "Deleted. " }
    outline_binned { "已移入回收站。", "In the bin. " }
    outline_delete_question(name: &str) { "删去“{name}”？", "Delete “{name}”?" }
    outline_delete_children(count: usize) { "下面{count}段升一级。", "{count} under it go up a level. " }
    outline_delete_matters(count: usize) { "{count}个事项", "{count} matters" }
    outline_delete_items(count: usize) { "{count}条记录", "{count} items" }
    outline_delete_hanging(what: &str, above: &str) { "挂着的{what}改挂到“{above}”。", "{what} that hang there go to “{above}”. " }
    outline_same { "本来就是这样", "It was so already." }
    outline_whither { "移到哪一段下面", "Under which passage?" }
    outline_of_items_only { "记录只在同一段里前后移；要移到别的段落，在列表里用 F4", "An item moves within its passage; the list moves it to another one (F4)" }
    outline_point_title { "添一条", "A new point" }
    outline_point_said(matter: &str) { "记为“{matter}”的一条，随即编号、计数", "It is recorded as an item of “{matter}”, numbered and counted at once." }

    hanging_title(name: &str) { "挂在这里的事项: {name}", "Matters that hang on: {name}" }
    hanging_home { "主", "home" }
    hanging_further { "另", "also" }
    hanging_now(name: &str) { "归在: {name}", "home: {name}" }
    hanging_hint { "主：归在这里，也按这里的部分计数；另：在这里也印", "home: counted in this section; also: printed here too" }
    hint_home { "归到这里", "home here" }
    hint_cite { "在这里也印", "print here too" }
    hanging_homed { "已归到这里。", "Its home is here. " }
    hanging_cited { "已改。", "Changed. " }

    plan_title(year: &str, count: usize) { "计划转入{year}年台账  {count}条", "Plan into {year}: {count} points" }
    plan_taken { "已转入", "taken over" }
    plan_no_matter { "选事项", "which matter?" }
    plan_hint { "转入的条目状态为“计划”；同一条只转一次", "They become items with status planned; each once." }
    plan_none { "计划里还没有条目；在“明年计划”下添，再来转", "The plan has no points yet." }
    plan_which(title: &str) { "“{title}”记为哪个事项", "Which matter is “{title}”?" }
    plan_done(year: &str) { "已转入{year}年台账（菜单 更多 换年度可看）。", "Taken over into {year} (the menu changes the year). " }
    plan_begins(year: &str) { "台账里还没有{year}年，会照今年的模板新建", "The ledger has no {year} yet; it is begun with this year's template" }
    plan_all_taken { "选的都已经转入", "All of these were taken over already." }
    hint_take { "转入", "take over" }
    hint_matter { "选事项", "matter" }
}
