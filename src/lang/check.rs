//! The words of findings, and of the screen that lists them.

texts! {
    check_numbers { "数字", "numbers" }
    check_claims { "说法", "claims" }
    check_words { "文字", "words" }
    check_error { "错误", "error" }
    check_doubt { "疑问", "doubt" }
    check_note { "提示", "note" }

    check_contradicts(said: &str, field: &str, own: &str) { "写法里说“{said}”，{field}是{own}", "the wording says {said}, but {field} is {own}" }
    check_contradicts_hint { "改写法里的数，或改这一格；写法里用取数就不会不一致", "mend the number in the wording or the field; a figure in the wording always agrees" }
    check_outside_year(when: &str, year: &str) { "{when}不在{year}年里，不算进今年的数据", "{when} lies outside {year} and counts for none of its figures" }
    check_outside_year_hint { "改日期；若是今年的事，填所属期", "mend the date; if it belongs to this year, fill in its period" }
    check_in_future(when: &str) { "{when}还没到，状态已是完成", "{when} has not come yet, but the item is done" }
    check_in_future_hint { "改日期，或把状态改为计划", "mend the date, or make it planned" }
    check_double(other: &str) { "{other}已记过同一事项、同一天、同标题的一条", "the same matter, day and title was recorded on {other}" }
    check_double_hint { "是同一件事就删掉一条；不是就把标题写得不同", "if they are one, bin one of them; else tell their titles apart" }
    check_owed(answered: usize, owed: usize) { "已报{answered}家，还差{owed}家，数已算出来", "counted with {answered} units in and {owed} still owing" }
    check_owed_hint { "催报，或填零、确认不再等", "ask the units, or enter what they will not send as zero" }
    check_open(open: usize) { "有{open}条的数还不知道，没有加进去", "{open} numbers are not known yet and left out of the sum" }
    check_open_hint { "打开看出处，把写着 ** 的格填上", "open its items and fill in what says **" }
    check_bad_picture(path: &str, why: &str) { "佐证图片 {path} 放不进报告：{why}", "the picture {path} cannot stand in the report: {why}" }
    check_bad_picture_hint { "换成 10 MB 以内的 PNG 或 JPEG，或者从佐证里拿掉", "replace it by a PNG or JPEG of 10 MB at most, or take it out of the evidence" }
    check_no_file(path: &str) { "佐证文件不在：{path}", "the evidence is not there: {path}" }
    check_no_file_hint { "改路径，或把文件放回去；U盘、共享盘要先接上", "mend the path or put the file back; plug in the stick or share" }
    check_doubled(signs: &str, instead: char) { "标点重复：“{signs}”应为“{instead}”", "doubled punctuation: {signs} should be {instead}" }
    check_doubled_hint { "可以自动改", "it can be mended at once" }
    check_at_item(title: &str, field: &str) { "{title}：{field}", "{title}: {field}" }
    check_at_passage(lead: &str) { "段落 {lead}", "passage {lead}" }
    check_at_figure(name: &str) { "数据 {name}", "figure {name}" }
    check_at_kind(name: &str) { "类别 {name} 的句式", "the sentence of the kind {name}" }
    check_at_entry(label: &str) { "名录 {label} 的印刷名", "the printed name of {label}" }

    checks_title(count: usize) { "疑点 {count}处", "Findings: {count}" }
    checks_none { "没有疑点", "Nothing was found" }
    checks_none_hint { "改了条目、数据或报告，这里会再查一遍", "everything is checked again with each change" }
    checks_go { "去看", "go there" }
    checks_mend { "改好这一处", "mend this one" }
    checks_mend_all(count: usize) { "能自动改的{count}处一起改", "mend all {count} that can be mended" }
    checks_actions { "可做的", "actions" }
    checks_mendable { "可自动改", "mendable" }
    checks_in_template { "句式在模板里，界面上不能改", "the sentence stands in the template and cannot be changed here" }
    checks_mended { "已改好。Ctrl-Z 撤销", "Mended. Ctrl-Z takes it back" }
    cli_doubts(count: usize) { "有疑点 {count} 处", "{count} findings" }
    cli_doubts_hint { "界面上 Esc 菜单里的“疑点”可以逐处去改", "the screen of findings in the menu leads to each place" }
    cli_check { "查疑点：数字、说法、文字；有疑点时退出码为3", "Check numbers, claims and words; exit code 3 with findings" }

    check_token_nearest(nearest: &str) { "是不是 {nearest}？", "perhaps {nearest}?" }
    check_token_hint { "换成已有的数据、设置或字段", "use a figure, setting or field that there is" }
    check_no_base_hint { "补上去年的数，或把这一句去掉", "enter last year's figure, or drop the clause" }
}
