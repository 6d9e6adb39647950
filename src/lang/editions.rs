//! The words of variants and editions.

texts! {
    cli_opt_variant { "稿别：whole 全年（默认）、h1 上半年、h2 下半年、q1 至 q4 季度、to-nov 1至11月、tag:标签 专题、public 公开版", "The variant: whole (default), h1, h2, q1 to q4, to-nov, tag:NAME, public" }
    figure_expected(text: &str) { "全年预计{text}", "{text} expected in the year" }
    diff_figure(id: &str, old: &str, new: &str) { "数据 {id}：{old}→{new}", "figure {id}: {old} → {new}" }
    diff_not_there { "没有", "not there" }
    diff_changed(old: &str, new: &str) { "改：{old} → {new}", "changed: {old} → {new}" }
    diff_gone(old: &str) { "删：{old}", "gone: {old}" }
    diff_new(new: &str) { "增：{new}", "new: {new}" }
    published_after_final(number: u32) { "第{number}稿已经定稿；这是之后另出的一稿", "edition {number} is the final one; this one was written after it" }
    published_unkept(number: u32, why: &str, hint: &str) { "文件已写好，但台账里没有记下这第{number}稿：{why}。{hint}", "the file is written, but the ledger did not keep it as edition {number}: {why}. {hint}" }
    cli_report { "打印报告现在的文字；--json 打印带出处的结构", "Print the report as it reads now; --json prints its tree with the source of every run" }
    cli_editions { "出过的各稿：何时、谁、文件、此后变动；--final 定稿", "The editions written: when, by whom, the file, what changed since; --final declares one final" }
    cli_diff { "两稿之间，或某稿与现在之间，哪些数据和句子变了", "Which figures and sentences changed between two editions, or an edition and now" }
    cli_opt_final { "把第N稿定为定稿", "Declare edition N final" }
    cli_arg_old { "第几稿", "The number of an edition" }
    cli_arg_new { "另一稿；不写或写 now 就是现在", "Another; none or `now` is the report as it is now" }
    editions_bad_number(text: &str) { "`{text}` 不是第几稿的数", "`{text}` is no number of an edition" }
    editions_number_hint { "写数字，如 2；用 taizhang editions 看有哪些", "write a number, such as 2; `taizhang editions` lists them" }
    edition_name(variant: &str, number: u32) { "{variant}第{number}稿", "{variant}, edition {number}" }
    editions_since(places: usize) { "此后变动{places}处", "{places} places changed since" }
    editions_final(by: &str) { "  定稿 {by}", "  final {by}" }
    diff_nothing { "没有变动", "nothing changed" }
    board_edition(number: u32, day: &str, places: usize) { "报告  全年稿第{number}稿 {day}出文，此后变动{places}处", "Report: whole year, edition {number}, written {day}, {places} places changed since" }
    board_final { "定稿", "final" }
    board_written(names: &str) { "   已报出: {names}", "   also written: {names}" }

    editions_title(count: usize) { "各稿 {count}", "Editions: {count}" }
    editions_none { "还没有出过文。F9 出文，就是第1稿", "Nothing was written yet; F9 writes the first edition." }
    editions_col_name { "稿", "edition" }
    editions_col_when { "出文", "written" }
    editions_col_by { "录入", "by" }
    editions_col_blanks { "待填", "blanks" }
    editions_col_since { "此后变动", "changed" }
    editions_final_mark(by: &str) { "定稿 {by}", "final {by}" }
    editions_read { "看正文", "read it" }
    editions_compare_now { "与现在比较", "compare with now" }
    editions_compare_other { "与另一稿比较", "compare with another edition" }
    editions_freeze { "定稿", "declare it final" }
    editions_freeze_question(name: &str) { "把{name}定为定稿？定稿不能再换", "Declare {name} final? There is no second final one." }
    editions_no_other { "没有别的稿可比", "There is no other edition of this variant." }
    editions_which { "与哪一稿比较", "Compare with which?" }
    hint_deeds { "比较定稿", "compare, final" }
    changes_since_title(name: &str) { "{name}以后的变动", "Changes since {name}" }
    changes_between_title(old: &str, new: &str) { "从{old}到{new}的变动", "Changes from {old} to {new}" }
    report_title_of(variant: &str) { "报告：{variant}", "Report: {variant}" }
    report_which_variant { "看哪一种稿", "Which variant?" }
    report_kept_only { "这是存下的一稿，只能看", "This edition is kept as it was written; it can only be read." }
}
