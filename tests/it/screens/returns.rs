//! What is lacking, the units' numbers, and what is said of figures.

use insta::assert_snapshot;
use taizhang::lang::Lang;

use super::bench::{Bench, Setting};

const LARGE: (u16, u16) = (120, 40);

fn english() -> Bench {
    Bench::of(Setting { lang: Lang::En, ..Setting::default() })
}

fn large(lang: Lang) -> Bench {
    Bench::of(Setting { size: LARGE, lang, ..Setting::default() })
}

/// The units of a figure that the units return.
fn units(bench: &mut Bench, figure: &str) {
    bench.press("F5").press(figure).press("Enter");
}

#[test]
fn what_is_lacking_stands_with_who_answers() {
    assert_snapshot!(Bench::sample().press("F5").screen(), @"
     补数表  缺数20项 不全8项  本办19 单位9  打字就查找
    --------------------------------------------------------------------------------
     数据                         现有    去年同期  缺什么           谁答 电话
     党员干部总数                   **              没有定数         本办
     挂点宣讲场次                   **              缺               本办
     挂点宣讲人次                   **              缺               本办
     重点网站原创新闻               **          14  2处待填          本办
     报台视稿件                     **          20  3处待填          本办
     特色文化产业名村               **              1处待填          本办
     净网会议次数                   **           3  1处待填          本办
     约谈次数                       **           1  1处待填          本办
     舆情事件数                     **           9  1处待填          本办
     整治出动人次           1100多人次         570  4条没有数        本办
     整治整改处数                264处         112  4条没有数        本办
     采访产出稿件                   **              6条没有数        本办
     省报稿件数                     **           5  1处待填          本办
     市报稿件数                     **           8  2处待填          本办
     市报头条数                     **           2  1处待填          本办
     网台报道数                     **          13  缺               本办
    --------------------------------------------------------------------------------
     回车填数，再写依据

    --------------------------------------------------------------------------------
     回车去补  F8确认为零  F4操作  F5核对表  Esc返回  F1帮助
    ");
}

#[test]
fn what_is_lacking_in_english() {
    assert_snapshot!(english().press("F5 End").screen(), @"
     Numbers to fill in  20 missing, 8 partial  ours 19, units 9  type to search
    --------------------------------------------------------------------------------
     figure                        now   last year  lacks            who, phone
     省报稿件数                     **           5  1 open           we
     市报稿件数                     **           8  2 open           we
     市报头条数                     **           2  1 open           we
     网台报道数                     **          13  missing          we
     客户端稿件数               30多篇          17  only to 10-31    we
     用稿合计               32篇（条）          51  5 open           we
     建设目标                       **              1 open           we
     专题党课场次                   **          46  0 in, 23 owed    区委宣传部 an..
     党课参加人次                   **        1980  0 in, 23 owed    区委宣传部 an..
     演出场次                       **          18  0 in, 10 owed    城南街道 and ..
     演出受众                       **       12600  0 in, 10 owed    城南街道 and ..
     报送稿件数                  169篇              8 in, 2 owed     柳湾镇 and ot..
     采用稿件数                   87篇              8 in, 2 owed     柳湾镇 and ot..
     倡议书份数                     **       21000  0 in, 6 owed     河口中心小学 ..
     法制讲座场次                   **          24  0 in, 6 owed     河口中心小学 ..
     反邪教人次                     **       26500  0 in, 6 owed     河口中心小学 ..
    --------------------------------------------------------------------------------
     Enter: unit by unit. Owed by 河口中心小学 德育处2506, 第二中学 德育处2505, 第
     一中学 德育处2504, 城东小学 德育处2503, 第一小学 德育处2501, 第二小学 德育处
    --------------------------------------------------------------------------------
     Enter fill in  F8 confirm zero  F4 actions  F5 all figures  Esc back  F1 help
    ");
}

#[test]
fn a_large_screen_names_whom_to_call() {
    assert_snapshot!(large(Lang::Zh).press("F5 End").screen(), @"
     补数表  缺数20项 不全8项  本办19 单位9  打字就查找
    ------------------------------------------------------------------------------------------------------------------------
     数据                                    现有        去年同期    缺什么             谁答 电话
     党员干部总数                              **                    没有定数           本办
     挂点宣讲场次                              **                    缺                 本办
     挂点宣讲人次                              **                    缺                 本办
     重点网站原创新闻                          **              14    2处待填            本办
     报台视稿件                                **              20    3处待填            本办
     特色文化产业名村                          **                    1处待填            本办
     净网会议次数                              **               3    1处待填            本办
     约谈次数                                  **               1    1处待填            本办
     舆情事件数                                **               9    1处待填            本办
     整治出动人次                      1100多人次             570    4条没有数          本办
     整治整改处数                           264处             112    4条没有数          本办
     采访产出稿件                              **                    6条没有数          本办
     省报稿件数                                **               5    1处待填            本办
     市报稿件数                                **               8    2处待填            本办
     市报头条数                                **               2    1处待填            本办
     网台报道数                                **              13    缺                 本办
     客户端稿件数                          30多篇              17    记全至 10-31       本办
     用稿合计                          32篇（条）              51    5处待填            本办
     建设目标                                  **                    1处待填            本办
     专题党课场次                              **              46    报0家 差23家       区委宣传部等
     党课参加人次                              **            1980    报0家 差23家       区委宣传部等
     演出场次                                  **              18    报0家 差10家       城南街道 宣传干事2303等
     演出受众                                  **           12600    报0家 差10家       城南街道 宣传干事2303等
     报送稿件数                             169篇                    报8家 差2家        柳湾镇 宣传干事2310等
     采用稿件数                              87篇                    报8家 差2家        柳湾镇 宣传干事2310等
     倡议书份数                                **           21000    报0家 差6家        河口中心小学 德育处2506等
     法制讲座场次                              **              24    报0家 差6家        河口中心小学 德育处2506等
     反邪教人次                                **           26500    报0家 差6家        河口中心小学 德育处2506等




    ------------------------------------------------------------------------------------------------------------------------
     回车逐家填。欠报: 河口中心小学 德育处2506、第二中学 德育处2505、第一中学 德育处2504、城东小学 德育处2503、第一小学 德
     育处2501、第二小学 德育处2502
    ------------------------------------------------------------------------------------------------------------------------
     回车去补  F8确认为零  F4操作  F5核对表  Esc返回  F1帮助
    ");
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
fn a_number_by_hand_wants_its_basis() {
    let mut bench = Bench::sample();
    bench.press("F5 党员干部总数 Enter").shows("数多少名").press("很多 Enter").shows("不是数");
    bench.press("1.2万 Enter").shows("依据是什么").press("组织部年报 Enter").shows("党员干部总数 缺→12000名");
    bench.press("Ctrl-Z").shows("已撤销");
    bench.press("网台报道数 F4 记为定数 Enter 5 Enter Enter").shows("定数要有依据");
    bench.press("网信办通报 Enter").shows("网台报道数 缺→5");
}

#[test]
fn a_zero_of_ours_is_confirmed_with_one_key() {
    let mut bench = Bench::sample();
    bench.press("F5 网台报道数 F8").shows("网台报道数 缺→0");
    bench.lacks("网台报道数  ").lacks("没有找到");
}

#[test]
fn a_zero_is_not_confirmed_where_something_is_awaited() {
    let mut bench = Bench::sample();
    bench.press("F5 演出场次 F8").shows("还有10家没报");
    bench.press("Esc 重点网站 F8").shows("2处待填");
}

#[test]
fn an_open_number_opens_its_form_at_the_field() {
    let mut bench = Bench::sample();
    bench.press("F5 净网会议次数 Enter").shows("改一条");
    assert!(bench.row().contains("**"), "{}", bench.row());
}

#[test]
fn f5_goes_from_what_is_lacking_to_all_figures_and_back() {
    let mut bench = Bench::sample();
    bench.press("F5").shows("补数表").press("F5").shows("核对表").press("F5").shows("补数表");
    bench.press("Esc").shows("今天要办");
}

#[test]
fn a_figure_is_signed_for_from_its_actions() {
    let mut bench = Bench::sample();
    bench.press("F5 F5 标语条数 F4 核对无误 Enter");
    assert!(bench.rows(" 标语条数 ")[0].contains("已核"));
    bench.press("F4").shows("| 标语条数 ").press("Esc");
    bench.press("F4 退回 Enter").shows("待核").press("F4 全部核对 Enter 1").shows("已记。");
}

#[test]
fn how_far_a_figure_is_complete_is_said_with_a_day() {
    let mut bench = Bench::sample();
    bench.press("F5 F5 标语条数 F4 记全至 Enter").press("10-31 Enter").shows("不全");
    bench.press("F5 标语条数").shows("记全至 10-31");
    bench.press("Enter").shows("记一条").shows("记全至…").press("记全至 Enter 12-31 Enter").lacks("记全至 10-31");
}

#[test]
fn a_ledger_without_items_lacks_everything_and_can_be_filled() {
    let mut bench = Bench::empty();
    bench.press("F5").shows("补数表").press("演出场次 Enter").shows("已报0家");
    bench.press("Esc Esc Esc").shows("今天要办");
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
fn the_numbers_missing_are_as_many_as_the_board_says() {
    let mut bench = Bench::sample();
    let total = bench.rows("合计")[0].clone();
    let missing = total.split_whitespace().nth_back(2).expect("a column").to_owned();
    bench.press("F5").shows(&format!("缺数{missing}项"));
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
