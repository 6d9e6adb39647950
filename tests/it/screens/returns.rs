//! What is lacking, and what is said of figures.

use insta::assert_snapshot;
use taizhang::lang::Lang;

use super::bench::{Bench, Setting};

const LARGE: (u16, u16) = (120, 40);

fn english() -> Bench {
    Bench::of(Setting { lang: Lang::En, ..Setting::default() })
}

pub fn large(lang: Lang) -> Bench {
    Bench::of(Setting { size: LARGE, lang, ..Setting::default() })
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
fn the_numbers_missing_are_as_many_as_the_board_says() {
    let mut bench = Bench::sample();
    let total = bench.rows("合计")[0].clone();
    let missing = total.split_whitespace().nth_back(2).expect("a column").to_owned();
    bench.press("F5").shows(&format!("缺数{missing}项"));
}
