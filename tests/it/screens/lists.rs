//! Lists: filters that combine, groups, marks, acts on many at once, the order of the report, the bin.

use insta::assert_snapshot;
use taizhang::lang::Lang;

use super::bench::{Bench, Setting};

/// The articles of the sixth section, on a screen of this size.
fn articles(size: (u16, u16), lang: Lang) -> Bench {
    let mut bench = Bench::of(Setting { size, lang, ..Setting::default() });
    bench.press("6");
    bench
}

/// How many items the list shows.
fn shown(bench: &mut Bench) -> usize {
    let screen = bench.screen();
    let head = screen.lines().next().unwrap_or_default();
    let many = head.rsplit('/').next().map(str::trim).and_then(|many| many.parse().ok());
    many.unwrap_or_else(|| panic!("no number in `{head}`"))
}

#[test]
fn filters_are_chosen_by_number_and_combine_and_are_seen() {
    let mut bench = articles((80, 24), Lang::Zh);
    assert_snapshot!(bench.press("F7").screen(), @"
     部分: 6 对外宣传  打字就查找                                             35/35
    --------------------------------------------------------------------------------
     7月2日           6.5   党课开到项目工地                     住建局
     7月17日          6.5   乡村纳凉晚会                         青山镇
     7月28日  +----------------------------------------------------------+
     8月21日  | 筛选和排序                                               |    待核
     9月11日  | 查找:                                                    |    待核
     9月24日  |  1  事项                                                 |    待核
     11月7日  |  2  类别                                                 |    待核
     11月8日  |  3  状态                                                 |    待核
     11月12日 |  4  月份                                                 |    待核
     11月18日 |  5  所属期                                               |    待核
     11月24日 |  6  单位                                                 |    待核
     12月6日  |  7  标签                                                 |    待核
    ----------|  8  只看重点、待核、有待填                               |----------
     12月6日，|  9  排序  日期                                           |
     标题:冬日|                                                          | 湾镇
     状态:完成| 按数字选，打字查找，上下键加回车；Esc 返回               |
              +----------------------------------------------------------+

    --------------------------------------------------------------------------------
     35条 共32次
    --------------------------------------------------------------------------------
     回车打开  空格标记  F4动作  F7筛选  Tab分组  F3记一条  Esc返回  F1帮助
    ");
    bench.press("4").shows("11月").press("Esc").lacks("只看");
    bench.press("F7 4 End Up Enter").shows("只看 11月");
    let month = shown(&mut bench);
    bench.press("F7 8 2").shows("只看 11月·待核");
    let both = shown(&mut bench);
    assert!(0 < both && both <= month && month < 35, "{both} of {month}");
    bench.press("F7 4 1").shows("只看 待核").press("F7").shows("去掉全部筛选").press("Esc Esc");
    bench.shows("已去掉筛选").shows("/35").press("Esc").shows("今天要办");
}

#[test]
fn esc_lets_go_one_thing_at_a_time() {
    let mut bench = articles((80, 24), Lang::Zh);
    bench.press("F7 8 2").press("Home Space").shows("已标记1条").press("学").shows("查找: 学");
    bench.press("Esc").lacks("查找: 学").shows("已标记1条").shows("只看 待核");
    bench.press("Esc").shows("已取消1条的标记").shows("只看 待核");
    bench.press("Esc").shows("已去掉筛选").press("Esc").shows("今天要办");
}

#[test]
fn a_filter_that_lets_nothing_through_says_how_to_go_on() {
    let mut bench = articles((80, 24), Lang::Zh);
    bench.press("F7 8 1").shows("这样筛选，一条也没有").shows("0/0").press("F4").shows("没有选中条目");
}

#[test]
fn tab_goes_through_the_groups_each_with_its_sums() {
    let mut bench = articles((80, 24), Lang::Zh);
    bench.press("F7 1").press("网台报道 Enter").press("Home").press("Tab").shows("按单位分组");
    bench.press("Tab").shows("按月分组");
    assert_snapshot!(bench.press("Tab Home").screen(), @"
     部分: 6 对外宣传  打字就查找                                              0/25
     只看 6.5 网台报道和同比  按媒体分组
     区融媒体中心  13条 共13次
     1月22日          6.5   春联送到社区                         城东街道
     2月16日          6.5   灯谜会上老少同乐                     城西街道
     3月16日          6.5   农家书屋管理有了新规定               文旅局
     4月3日           6.5   三月三民俗活动开场                   文旅局
     4月17日          6.5   环境卫生集中整治见闻                 住建局
     6月1日           6.5   少儿文艺展演举行                     城南街道
     6月23日          6.5   意识形态工作会议召开                 区委宣传部
     7月17日          6.5   乡村纳凉晚会                         青山镇
     8月21日          6.5   基层群众文艺汇演                     文旅局       待核
     9月24日          6.5   丰收节里看变化                       河口镇       待核
     11月7日          6.5   诗词作者聚会园艺场                   文旅局       待核
    --------------------------------------------------------------------------------





    --------------------------------------------------------------------------------
     25条 共25次
    --------------------------------------------------------------------------------
     回车打开  空格标记  F4动作  F7筛选  Tab分组  F3记一条  Esc返回  F1帮助
    ");
    bench.press("Tab").lacks("按媒体分组");
}

#[test]
fn any_list_is_grouped_by_each_register_that_its_items_name() {
    let mut bench = Bench::sample();
    bench.press("F7 Tab Tab").shows("按月分组").press("Tab").shows("按媒体分组").press("Home");
    bench.shows("区融媒体中心").press("End").lacks("区融媒体中心");
    bench.press("Tab").shows("按").lacks("按媒体分组");
}

#[test]
fn many_marked_items_change_together_and_one_undo_takes_it_back() {
    let mut bench = articles((80, 24), Lang::Zh);
    bench.press("Home Space Space Space");
    assert_snapshot!(bench.press("F4").screen(), @"
     部分: 6 对外宣传  打字就查找                                              4/35
     已标记3条
    [x] 1月           6.1   “走出去”“请进来”
    [x] 2022年+----------------------------------------------------------+    待核
    [x] 2022年| 怎么处理标记的3条                                        |    待核
    [ ] 2022年| 查找:                                                    |    待核
    [ ] 1月12 |  1  打开                                                 |
    [ ] 1月22 |  2  改状态                                               |
    [ ] 2月16 |  3  改事项                                               |
    [ ] 2月20 |  4  加标签                                               |
    [ ] 3月   |  5  去标签                                               |
    [ ] 3月16 |  6  改单位                                               |
    [ ] 3月19 |  7  标为已核                                             |
    [ ] 4月   |  8  设为重点                                             |
    ----------|  9  移到别的段落                                         |----------
     2022年，*|     另引用到                                             |
     标题:市日|     移入回收站                                           |完成
     次数:**  |     导出表格                                             | 。
              |                                                          |
              | 按数字选，打字查找，上下键加回车；Esc 返回               |
    ----------+----------------------------------------------------------+----------
     35条 共32次
    --------------------------------------------------------------------------------
     回车打开  空格标记  F4动作  F7筛选  Tab分组  F3记一条  Esc返回  F1帮助
    ");
    bench.press("2 4").shows("已改3条").shows("4/35").shows("已标记3条");
    assert_eq!(bench.rows("取消").len(), 3);
    bench.press("Ctrl-Z").shows("已撤销");
    assert_eq!(bench.rows("取消").len(), 0);
    bench.press("F4 4").press("会议 Enter").shows("已改3条").press("F7 7").shows("会议").shows("3条").press("Esc");
    bench.press("F4 5 1").shows("已改3条").press("F4 5").shows("没有标签");
}

#[test]
fn the_key_that_marks_is_told_while_a_search_is_typed() {
    let mut bench = Bench::sample();
    bench.press("F7 端午").shows("Insert标记");
    bench.press("Insert Insert").shows("已标记2条").shows("空格标记");
}

#[test]
fn marks_stay_while_others_are_looked_for() {
    let mut bench = articles((80, 24), Lang::Zh);
    bench.press("Home Space").press("读书").press("Esc").shows("已标记1条");
    bench.press("学习").press("F4").shows("不在眼前").press("Esc Esc").press("Ctrl-A").shows("已标记35条");
    bench.press("Ctrl-A").lacks("已标记").press("Ctrl-A F4").shows("怎么处理标记的35条");
}

#[test]
fn after_an_arrow_a_blank_marks_what_a_search_found() {
    let mut bench = articles((80, 24), Lang::Zh);
    bench.press("网").lacks("空格标记").press("Space").lacks("已标记").press("Down Space").shows("已标记1条");
    bench.press("Backspace").shows("查找: 网 ").press("Backspace").shows("打字就查找");
}

#[test]
fn what_is_so_already_is_no_change() {
    let mut bench = articles((80, 24), Lang::Zh);
    bench.press("Home F4 2 3").shows("本来就是这样");
}

#[test]
fn a_matter_whose_kind_takes_less_says_what_is_lost() {
    let mut bench = articles((80, 24), Lang::Zh);
    bench.press("End F4 3").press("会丢").shows("没有对得上的").press("Esc Esc");
    bench.press("F4 3").shows("6.5").press("Esc");
}

#[test]
fn items_move_up_and_down_in_the_order_of_the_report() {
    let mut bench = articles((80, 24), Lang::Zh);
    bench.press("Home Ctrl-O").shows("现在按日期排，移不了：F7→排序→报告次序");
    bench.press("F7 9 5 Tab Ctrl-O").shows("分组时移不了").press("Tab Tab Tab").lacks("分组时");
    bench.press("F7 9 5").shows("按报告次序排").press("Home");
    let first = bench.row();
    bench.press("Ctrl-O").shows("已移动");
    assert_eq!(bench.row(), first, "the cursor goes along");
    bench.shows("2/35").press("Ctrl-U").shows("1/35").press("Ctrl-U").shows("到头了");
    bench.press("Ctrl-Z Ctrl-Z").shows("已撤销");
}

#[test]
fn an_item_moves_to_another_passage_and_is_cited_in_others() {
    let mut bench = articles((80, 24), Lang::Zh);
    bench.press("Home F4").press("另引用 Enter").shows("另引用到").press("文明创建 Enter").shows("已改1条");
    bench.press("F4").press("另引用 Enter").press("文明创建").shows("已引用，再选取消").press("Enter").shows("已改1条");
    bench.press("F4 9").press("主题宣传 Enter").shows("已改1条").shows("/34");
    bench.press("Ctrl-Z").shows("/35");
}

#[test]
fn the_bin_keeps_for_ever_and_gives_back() {
    let mut bench = articles((80, 24), Lang::Zh);
    bench.press("Home Space Space Del").shows("把标记的2条移入回收站？").press("1").shows("/33");
    bench.press("Esc Esc 9 6");
    assert_snapshot!(bench.screen(), @"
     回收站  打字就查找                                                         2/2
     永远留着，不会真的删掉；F4 取回
     1月              6.1   “走出去”“请进来”
     2022年           6.3   省日报稿件                                        待核










    --------------------------------------------------------------------------------
     2022年，《**省日报》刊发《省日报稿件》。
     标题:省日报稿件  日期:2022年  媒体:省日报  状态:完成  次数:**  写入总结:只计数
     备注:篇数待统计。  段落:在省、市党报刊发稿件。


    --------------------------------------------------------------------------------
     2条 共1次
    --------------------------------------------------------------------------------
     回车打开  空格标记  F4动作  F7筛选  Tab分组  F3记一条  Esc返回  F1帮助
    ");
    bench.press("Del").shows("永远留着").press("Ctrl-A F4 1").shows("已取回2条").shows("回收站是空的");
    bench.press("Esc 6").shows("35/35");
}

#[test]
fn a_wide_screen_shows_more_in_english_too() {
    let mut bench = articles((120, 40), Lang::En);
    bench.press("F7 8 2").press("Home Space").press("Tab");
    assert_snapshot!(bench.screen(), @"
     Section: 6 对外宣传  type to search                                                                              11/12
     only to check  in groups by unit  1 marked
     文旅局  3 items, count 3                                                          2022年，**头版头条刊发《市日报头版头
    [ ] 8月21日       6.5   基层群众文艺汇演                     文旅局       check    条》。
    [ ] 9月11日       6.5   中秋诵读大赛                         文旅局       check    title:市日报头版头条  date:2022年
    [ ] 11月7日       6.5   诗词作者聚会园艺场                   文旅局       check    媒体:市日报  版位:头版头条
     区委组织部  1 items, count 1                                                      status:完成  count:**
    [ ] 11月8日       6.5   例会抽签谈心得                       区委组织部   check    in report:只计数  note:篇数待统计。
     河口镇  1 items, count 1                                                          passage:在省、市党报刊发稿件。
    [ ] 9月24日       6.5   丰收节里看变化                       河口镇       check
     石桥镇  1 items, count 1
    [ ] 11月12日      6.5   宣讲团到村里                         石桥镇       check
     柳湾镇  1 items, count 1
    [ ] 12月6日       6.5   冬日里的农家书屋                     柳湾镇       check
     第一小学  1 items, count 1
    [ ] 11月24日      6.5   戏曲进校园                           第一小学     check
     区委宣传部  1 items, count 1
    [ ] 11月18日      6.5   电子屏上的宣传                       区委宣传部   check
     others (not given)  3 items
    [x] 2022年        6.3   省日报稿件                                        check
    [ ] 2022年        6.4   市日报头版头条                                    check
    [ ] 2022年        6.4   市日报其他版面稿件                                check














    ------------------------------------------------------------------------------------------------------------------------
     12 items, count 9
    ------------------------------------------------------------------------------------------------------------------------
     Enter open  Space mark  F4 do  F7 filter  Tab group  F3 new  Esc back  F1 help
    ");
    bench.press("F4").shows("What to do with the 1 marked").press("Esc F7").shows("Limit and sort");
}

#[test]
fn what_is_shown_is_written_as_a_table() {
    let mut bench = Bench::with_folder(Setting::default());
    bench.press("F7 端午 F4").press("导出 Enter").shows("有内容的列").press("1").shows("已导出");
    let files: Vec<String> = bench.reports();
    assert_eq!(files, ["全部条目.xlsx"]);
}
