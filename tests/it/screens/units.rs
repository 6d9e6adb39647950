//! The units' numbers of a figure.

use insta::assert_snapshot;
use taizhang::lang::Lang;

use super::bench::{Bench, Setting};
use super::returns::large;

/// The units of a figure that the units return.
fn units(bench: &mut Bench, figure: &str) {
    bench.press("F5").press(figure).press("Enter");
}

#[test]
fn the_units_of_a_figure_are_rows() {
    let mut bench = Bench::sample();
    units(&mut bench, "演出场次");
    bench.press("１２ Enter");
    assert_snapshot!(bench.screen(), @"
     演出场次（场次）  11月至12月                        已报1/10家  合计12  去年18
    --------------------------------------------------------------------------------
     单位            数            来源      去年     条目   相差  联系
     城南街道        12            实数                            宣传干事 2303
    >城西街道                      实数                            宣传干事 2302
     城东街道        未报                                          宣传干事 2301
     河口镇          未报                                          宣传干事 2305
     青山镇          未报                                          宣传干事 2307
     石桥镇          未报                                          宣传干事 2306
     城北街道        未报                                          宣传干事 2304
     柳湾镇          未报                                          宣传干事 2310
     白沙镇          未报                                          宣传干事 2309
     长岭镇          未报                                          宣传干事 2308







    --------------------------------------------------------------------------------
     城西街道  宣传干事 2302
    --------------------------------------------------------------------------------
     城南街道 12。还差9家  演出场次 缺→12场次  待填 90→89  报告有改: 主题宣传
    ");
}

#[test]
fn the_units_in_english_on_a_large_screen() {
    let mut bench = large(Lang::En);
    units(&mut bench, "演出受众");
    bench.press("1.2万 Tab 2 Enter");
    assert_snapshot!(bench.screen(), @"
     演出受众 (人次)  11月至12月                                                        1/10 in  sum 12000  last year 12600
    ------------------------------------------------------------------------------------------------------------------------
     unit            number        source  before    items    gap  contact
     城南街道        12000         estimate                        宣传干事 2303
    >城西街道                      actual                          宣传干事 2302
     城东街道        owed                                          宣传干事 2301
     河口镇          owed                                          宣传干事 2305
     青山镇          owed                                          宣传干事 2307
     石桥镇          owed                                          宣传干事 2306
     城北街道        owed                                          宣传干事 2304
     柳湾镇          owed                                          宣传干事 2310
     白沙镇          owed                                          宣传干事 2309
     长岭镇          owed                                          宣传干事 2308























    ------------------------------------------------------------------------------------------------------------------------
     城西街道  宣传干事 2302
    ------------------------------------------------------------------------------------------------------------------------
     城南街道 12000. 9 to go  演出受众 missing→12000人次  blanks 90→89  report changed: 主题宣传
    ");
}

#[test]
fn a_number_is_saved_and_the_cursor_stands_at_the_next_that_owes() {
    let mut bench = Bench::sample();
    units(&mut bench, "演出场次");
    let first = bench.row();
    bench.press("3+4+5 Enter").shows("演出场次 缺→12场次").shows("还差9家").shows("已报1/10家");
    assert_ne!(bench.row(), first);
    bench.press("Ctrl-Z").shows("已撤销").shows("已报0/10家");
}

#[test]
fn a_source_is_picked_beside_the_number() {
    let mut bench = Bench::sample();
    units(&mut bench, "演出场次");
    bench.press("300多 Tab").shows("来源: 1实数 2估数 3预计").press("3 Enter").press("Up");
    assert!(bench.row().contains("300多") && bench.row().contains("预计"), "{}", bench.row());
    bench.press("Tab Left Down").shows("*城南街道");
}

#[test]
fn an_estimate_that_is_typed_as_one_is_one() {
    let mut bench = Bench::sample();
    units(&mut bench, "演出场次");
    bench.press("估50 Enter").press("Up");
    assert!(bench.row().contains("50 ") && bench.row().contains("估数"), "{}", bench.row());
}

#[test]
fn what_is_no_number_stays_typed_and_is_told() {
    let mut bench = Bench::sample();
    units(&mut bench, "演出场次");
    bench.press("几场 Enter").shows("不是数");
    assert!(bench.row().contains("几场"), "{}", bench.row());
}

#[test]
fn typing_in_a_cell_just_entered_replaces() {
    let mut bench = Bench::sample();
    units(&mut bench, "演出场次");
    bench.press("7 Enter Up 9 Enter Up");
    assert!(bench.row().contains(" 9 ") && !bench.row().contains('7'), "{}", bench.row());
}

#[test]
fn a_zero_takes_one_key() {
    let mut bench = Bench::sample();
    units(&mut bench, "演出场次");
    bench.press("F8").shows("已报1/10家").shows("缺→0场次");
}

#[test]
fn esc_keeps_what_is_typed_and_it_stands_there_again() {
    let mut bench = Bench::sample();
    units(&mut bench, "演出场次");
    bench.press("45 Down 46 Esc").shows("草稿");
    let mut again = bench.restart();
    units(&mut again, "演出场次");
    assert!(again.row().contains("45"), "{}", again.row());
    again.press("Enter").shows("演出场次 缺→45场次");
    assert!(again.row().contains("46"), "{}", again.row());
}

#[test]
fn when_all_are_in_enter_goes_to_what_is_owed_next() {
    let mut bench = Bench::sample();
    units(&mut bench, "报送稿件数");
    bench.press("1 Enter 2 Enter").shows("报齐了，回车去下一项: 采用稿件数");
    bench.press("Enter").shows("采用稿件数（篇）").shows("已报8/10家");
}

#[test]
fn items_and_a_return_stand_side_by_side_with_their_difference() {
    let mut bench = Bench::sample();
    bench.press("F5 F5 专题会议次数 F4 各单位 Enter").press("9 Enter Up");
    assert_snapshot!(bench.screen(), @r"
     专题会议次数（次）  2022年                             已报1家  合计22  去年23
    --------------------------------------------------------------------------------
     单位            数            来源      去年     条目   相差  联系
    >城南街道        9             实数                  1     +8  宣传干事 2303
     市场监管局                                          1         办公室 2406
     城西街道                                            1         宣传干事 2302
     城东街道                                            1         宣传干事 2301
     文旅局                                              1         办公室 2405
     卫健局                                              1         办公室 2404
     河口镇                                              1         宣传干事 2305
     财政局                                              1         办公室 2402
     青山镇                                              1         宣传干事 2307
     石桥镇                                              1         宣传干事 2306
     城北街道                                            1         宣传干事 2304
     长岭镇                                              1         宣传干事 2308
     民政局                                              1         办公室 2401
     住建局                                              1         办公室 2403
     区委宣传部
     区委组织部
     区委党群工作部
    --------------------------------------------------------------------------------
     城南街道  1条条目以报数为准，不重复加  宣传干事 2303
    --------------------------------------------------------------------------------
     回车存,下一家  Tab来源  F8报零  F4操作  Esc收起留草稿  F1帮助
    ");
}

#[test]
fn another_stretch_is_chosen_and_shown() {
    let mut bench = Bench::sample();
    units(&mut bench, "报送稿件数");
    bench.press("F4 1").shows("上半年").press("二季度 Enter").shows("报送稿件数（篇）  二季度");
    bench.press("5 Enter").press("Up").shows("另报2022年");
}

#[test]
fn a_unit_that_was_urged_shows_it_here_and_on_the_board() {
    let mut bench = Bench::sample();
    units(&mut bench, "演出场次");
    bench.press("F4 记已催 Enter").shows("12-20已催 未回");
    bench.press("Esc Esc Esc");
    while !bench.row().contains("演出场次") {
        bench.press("Down");
    }
    assert!(bench.row().contains("12-20已催 未回"), "{}", bench.row());
    bench.press("Ctrl-Z").lacks("已催 未回");
}

#[test]
fn zeros_for_all_that_owe_are_asked_for_first() {
    let mut bench = Bench::sample();
    units(&mut bench, "演出场次");
    bench.press("F4 都报零 Enter").shows("未报的10家都记为零").press("1").shows("已报10/10家");
    bench.press("Ctrl-Z").shows("已报0/10家");
}

#[test]
fn a_line_of_the_board_opens_the_units_that_owe() {
    let mut bench = Bench::of(Setting { size: (80, 40), ..Setting::default() });
    while !bench.row().contains("催报") {
        bench.press("Down");
    }
    bench.press("Enter").shows("已报0/23家").press("Esc").shows("今天要办");
}

#[test]
fn the_units_fit_where_everything_must_fit() {
    let mut bench = Bench::of(Setting { size: (60, 20), ..Setting::default() });
    units(&mut bench, "演出场次");
    bench.shows("未报").press("5 Enter").shows("已报1/10家");
}

#[test]
fn the_sum_is_that_of_the_rows_and_the_figure_stands_beside_it() {
    let mut bench = Bench::sample();
    units(&mut bench, "演出场次");
    bench.press("12 Enter").shows("合计12").lacks("本项全部");
    bench.press("F4 1 四季度 Enter 5 Enter").shows("合计5  本项全部12");
}

#[test]
fn a_zero_over_a_number_that_is_typed_is_asked_for() {
    let mut bench = Bench::sample();
    units(&mut bench, "演出场次");
    bench.press("7 F8").shows("打了 7").press("2").shows("已报0/10家");
    assert!(bench.row().contains(" 7 "), "{}", bench.row());
    bench.press("F8 1").shows("缺→0场次").shows("已报1/10家").press("0 F8").shows("已报2/10家");
}

#[test]
fn the_board_leads_back_to_numbers_that_are_not_saved() {
    let mut bench = Bench::sample();
    units(&mut bench, "演出场次");
    bench
        .press("F4 1 四季度 Enter 7 Esc Esc Esc")
        .shows("打了1个数没存")
        .press("Enter")
        .shows("演出场次（场次）  四季度");
    assert!(bench.row().contains(" 7 "), "{}", bench.row());
}

#[test]
fn the_same_units_owe_in_one_line_of_the_board() {
    let mut bench = Bench::of(Setting { size: (80, 40), ..Setting::default() });
    bench.shows("镇街: 演出场次、演出受众").shows("已报0家 还差10家");
    for _ in 0..13 {
        bench.press("Down");
    }
    bench.press("Down Down Down").shows("学校: 倡议书份数等3项");
}
