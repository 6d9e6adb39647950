//! The words of the board.

texts! {
    board_as_of(day: &str) { "截至 {day}", "as of {day}" }
    board_clerk(name: &str) { "录入:{name}", "clerk: {name}" }
    board_no_clerk { "录入:未填", "clerk: not set" }
    board_saved { "已存", "saved" }
    board_todo(count: usize) { "今天要办 {count}件", "To do now: {count}" }
    board_todo_hint { "上下键选 回车去办", "Up/Down, Enter goes there" }
    board_nothing { "没有逾期、欠报和临近到期的事", "Nothing overdue, owed or soon due" }
    board_more(count: usize) { "还有 {count} 件，往下翻", "{count} more below" }
    board_overdue { "逾期", "Overdue" }
    board_due { "到期", "Due" }
    board_owed { "催报", "Owed" }
    board_partial { "不全", "Partial" }
    board_overdue_row(due: u32, done: u32) { "应有{due}次 已记{done}次", "{done} of {due}" }
    board_last(day: &str) { "最近 {day}", "last {day}" }
    board_never { "还没有记", "none yet" }
    board_due_left(day: &str, left: i64) { "{day} 截止 剩{left}天", "{day}, {left} d left" }
    board_due_passed(day: &str, days: i64) { "{day} 已过{days}天", "{day}, {days} d ago" }
    board_owed_row(answered: usize, owed: usize) { "已报{answered}家 还差{owed}家", "{answered} in, {owed} owed" }
    board_owing(who: &str, names: &str) { "{who}: {names}", "{who}: {names}" }
    board_owing_several(who: &str, first: &str, count: usize) { "{who}: {first}等{count}项", "{who}: {first} +{count}" }
    board_partial_to(day: &str) { "记全至 {day}", "complete to {day}" }
    board_partial_open { "有待填的数", "some numbers still open" }
    board_col_section { "部分", "Section" }
    board_col_matters { "事项有/应", "matters" }
    board_col_items { "记录", "items" }
    board_col_last { "最近", "last" }
    board_col_figures { "数据已核/应有", "figs ok/all" }
    board_col_missing { "缺数", "lack" }
    board_col_to_check { "待核", "sign" }
    board_col_doubts { "疑点", "odd" }
    board_total { "合计", "Total" }
    board_closing(name: &str, count: usize) { "{name}{count}条", "{name} {count}" }
    board_blanks(count: usize) { "报告待填 {count} 处", "{count} blanks in the report" }
    board_report(blanks: usize) { "报告  全年稿，待填{blanks}处", "Report: whole year, {blanks} blanks" }
    board_last_act(by: &str, at: &str, act: &str) { "刚才  {by} {at} {act}", "Last: {by} {at} {act}" }
    board_no_act { "刚才  这次打开后还没有改动", "Last: nothing changed since it was opened" }
    board_draft { "草稿", "Draft" }
    board_drop { "丢掉草稿", "drop the draft" }
    board_drop_draft(name: &str, title: &str) { "丢掉这份草稿？丢掉就找不回来了。  {name}  {title}", "Drop this draft? It cannot be brought back.  {name}  {title}" }
    board_grid_kept(rows: usize, first: &str) { "多条录入 {rows}行没存: {first}", "{rows} rows not saved: {first}" }
    board_units_kept(count: usize) { "打了{count}个数没存", "{count} numbers not saved" }
    board_no_title { "还没写标题", "no title yet" }
    board_bars { "数据和去年同期", "Figures beside the same days of last year" }
    board_last_year { "去年", "last year" }
    board_month(month: u32) { "{month}月", "{month}" }
    year_of(year: &str) { "{year}年", "{year}" }
    day_and_weekday(month: u32, day: u32, weekday: &str) { "{month}月{day}日 {weekday}", "{weekday} {month}/{day}" }
    hint_publish { "出文", "write" }
    hint_new { "记一条", "new" }
    hint_report { "看报告", "report" }
    hint_find { "查找统计", "find" }
    hint_menu { "菜单", "menu" }
    hint_help { "帮助", "help" }
}
