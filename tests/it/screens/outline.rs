//! The outline of the report, key to screen: numbers follow each act, everything is undone by one key.

use insta::assert_snapshot;
use taizhang::lang::Lang;

use super::bench::{Bench, Setting};

/// The outline as the menu opens it.
fn outline() -> Bench {
    let mut bench = Bench::sample();
    bench.press("Esc 9 9 1").shows("报告的段落");
    bench
}

#[test]
fn the_outline_shows_numbers_words_and_what_hangs_where() {
    let mut bench = outline();
    bench.press("1 Down");
    assert_snapshot!(bench.screen(), @"
     报告的段落  2022年  47段                                     事项   条目  待填
    --------------------------------------------------------------------------------
     2022年宣传思想文化工作总结
     2022年，在**区委领导和市委宣传部指导下，我区宣传思想文..  0            3     1
     一、工作进展
       （一）理论学习。
         一是组织中心组学习。**区委理论学习中心组全年组织集..  1.1          4     1
         二是组织宣讲。
           一方面，邀请**省、**市宣讲团来讲课，先后四次。其..  1.2          1     3
           另一方面，组织宣讲团成员进机关、进企业、进学校、..  1.3          7
         三是开展党课教育。各党支部通过“三会一课”和党小组会..  1.4          9     3
       （二）主题宣传。**区把学习宣传贯彻党的二十大精神作为..  2.0          8     2
         第一，召开会议传达学习。10月27日，**区召开领导干部..  2.1 2...    19     3
         第二，组织宣讲团宣讲。                                2.5          1
           11月30日上午，**区邀请**到**村社区远程教育学用示..  2.6          2     5
         第三，组织文艺宣传。**区组织各镇街文艺队进社区演出..  2.7 2.8      3     5
    --------------------------------------------------------------------------------
     接前一段  下级编号: 不编号  事项: 区委中心组学习
     一是组织中心组学习。**区委理论学习中心组全年组织集体学习四次。3月25日，开展第
     一季度集体学习，学习党的十九届六中全会精神、全国两会精神。7月13日至17日，开展
     第二季度集体学习，学习党史学习教育有关论述、意识形态工作责任制规定、上级重要会
     议文件。9月16日，开展第三季度集体学习，学习生态文明建设有关论述、信访工作条
    --------------------------------------------------------------------------------
     回车改文字  F3添  F4动作  Ctrl-U前移  Ctrl-O后移  右键降级  Esc返回  F1帮助
    ");
}

#[test]
fn f3_on_the_title_adds_behind_it_what_was_typed() {
    let mut bench = outline();
    bench.press("Home F3 今年是建区二十年。 Enter").lacks("大标题下面不放段落").shows("今年是建区二十年。");
    bench.press("Up");
    assert!(bench.row().contains("2022年宣传思想文化工作总结"), "{}", bench.row());
}

#[test]
fn on_a_large_screen_the_passage_stands_beside_the_outline_and_it_reads_in_english() {
    let mut bench = Bench::of(Setting { size: (120, 40), lang: Lang::En, ..Setting::default() });
    bench.press("Esc 9 9 1 6 Down Down");
    let screen = bench.screen();
    assert_snapshot!(screen.lines().take(8).chain(screen.lines().last()).collect::<Vec<_>>().join("\n"), @"
     Passages of the report  2022  47                         matters  items blanks
    ------------------------------------------------------------------------------------------------------------------------
           一方面，邀请**省、**市宣讲团来讲课，先后四次。其..  1.2          1     3    new paragraph  numbers below: none
           另一方面，组织宣讲团成员进机关、进企业、进学校、..  1.3          7          matters: 省报稿件, 市报稿件
         三是开展党课教育。各党支部通过“三会一课”和党小组会..  1.4          9     3    二是在省、市党报刊发稿件。在《**省日
       （二）主题宣传。**区把学习宣传贯彻党的二十大精神作为..  2.0          8     2    报》刊发**区稿件**篇，在**刊发**篇，
         第一，召开会议传达学习。10月27日，**区召开领导干部..  2.1 2...    19     3    其中头版头条**篇。
         第二，组织宣讲团宣讲。                                2.5          1
     Enter edit  F3 add  F4 do  Ctrl-U up  Ctrl-O down  Right in  Esc back  F1 help
    ");
    bench.press("F4").shows("number what hangs under it").press("Esc");
    let mut small = Bench::of(Setting { lang: Lang::En, ..Setting::default() });
    small.press("Esc 9 9 1 1 Down");
    assert_snapshot!(small.screen(), @"
     Passages of the report  2022  47                         matters  items blanks
    --------------------------------------------------------------------------------
     2022年宣传思想文化工作总结
     2022年，在**区委领导和市委宣传部指导下，我区宣传思想文..  0            3     1
     一、工作进展
       （一）理论学习。
         一是组织中心组学习。**区委理论学习中心组全年组织集..  1.1          4     1
         二是组织宣讲。
           一方面，邀请**省、**市宣讲团来讲课，先后四次。其..  1.2          1     3
           另一方面，组织宣讲团成员进机关、进企业、进学校、..  1.3          7
         三是开展党课教育。各党支部通过“三会一课”和党小组会..  1.4          9     3
       （二）主题宣传。**区把学习宣传贯彻党的二十大精神作为..  2.0          8     2
         第一，召开会议传达学习。10月27日，**区召开领导干部..  2.1 2...    19     3
         第二，组织宣讲团宣讲。                                2.5          1
           11月30日上午，**区邀请**到**村社区远程教育学用示..  2.6          2     5
         第三，组织文艺宣传。**区组织各镇街文艺队进社区演出..  2.7 2.8      3     5
    --------------------------------------------------------------------------------
     runs on  numbers below: none  matters: 区委中心组学习
     一是组织中心组学习。**区委理论学习中心组全年组织集体学习四次。3月25日，开展第
     一季度集体学习，学习党的十九届六中全会精神、全国两会精神。7月13日至17日，开展
     第二季度集体学习，学习党史学习教育有关论述、意识形态工作责任制规定、上级重要会
     议文件。9月16日，开展第三季度集体学习，学习生态文明建设有关论述、信访工作条
    --------------------------------------------------------------------------------
     Enter edit  F3 add  F4 do  Ctrl-U up  Ctrl-O down  Right in  Esc back  F1 help
    ");
}

#[test]
fn the_report_leads_to_the_passage_under_its_cursor_and_is_found_again_where_it_was() {
    let mut bench = Bench::sample();
    bench.press("F6");
    for _ in 0..60 {
        if bench.screen().contains("中心组次数") {
            break;
        }
        bench.press("Right");
    }
    let before = bench.screen();
    bench.press("Ctrl-O").shows("报告的段落");
    assert!(bench.row().contains("一是组织中心组学习。"));
    bench.press("Esc");
    assert_eq!(bench.screen(), before);
    bench.press("Esc Ctrl-K 段落 Enter").shows("报告的段落").press("6 F6").shows("（六）对外宣传。");
}

#[test]
fn a_passage_is_added_moved_and_levelled_and_numbers_follow_at_once() {
    let mut bench = outline();
    bench.press("6 Down F3").shows("添一段").press("办好网上栏目 Enter").shows("已添。");
    assert!(bench.row().contains("二是办好网上栏目。"));
    bench.shows("四是在网站、电台").press("Ctrl-U").shows("已移。");
    assert!(bench.row().contains("一是办好网上栏目。"));
    bench.press("Ctrl-O Ctrl-O Right");
    assert!(bench.row().starts_with("       办好网上栏目。"), "{}", bench.row());
    bench.press("Left");
    assert!(bench.row().contains("三是办好网上栏目。"));
    bench.press("Del").shows("删去“办好网上栏目”？").press("Left Enter").shows("已删。");
    for _ in 0..7 {
        bench.press("Ctrl-Z").shows("已撤销");
    }
    bench.press("6 Down Down").lacks("办好网上栏目");
    assert!(bench.row().contains("二是在省、市党报刊"));
}

#[test]
fn numbers_paragraphs_and_another_place_are_chosen_by_number() {
    let mut bench = outline();
    bench.press("1 F4 4").shows("第一，第二，第三，").press("3").shows("已改。").shows("1.组织中心组学习。");
    bench.press("Ctrl-Z Down F4 7").shows("已改。").shows("另起一段");
    bench.press("F4 6").shows("移到哪一段下面").press("队伍建设 1").shows("已移。");
    assert!(bench.row().contains("四是组织中心组学习。"), "{}", bench.row());
}

#[test]
fn what_is_fixed_says_so_and_what_hangs_on_a_deleted_one_is_told_first() {
    let mut bench = outline();
    bench.press("1 Del").shows("“理论学习”是固定的").press("Left").shows("是固定的");
    bench.press("Home Down Right").shows("大标题下面不放段落");
    bench.press("1 Down Down Right").shows("公文最多四级");
    bench.press("1 Down Down Del").shows("删去“组织宣讲”？下面2段升一级。").press("Esc");
    bench.press("1 Down Del").shows("挂着的1个事项改挂到“理论").press("Left Enter").shows("已删。");
    bench.press("Ctrl-Z").shows("一是组织中心组学习。");
}

#[test]
fn matters_are_hung_on_a_passage_at_home_or_besides() {
    let mut bench = outline();
    bench.press("7 Down F4 5").shows("挂在这里的事项: 落实党建责任").shows("[主]   7.1");
    bench.press("党课 Down Space").shows("[另]   1.4");
    bench.press("Enter").shows("[主]   1.4").shows("归在: 落实党建责任");
    bench.press("Space").shows("一个事项总要有归处");
    bench.press("Ctrl-Z Ctrl-Z").shows("[  ]   1.4").press("Esc Esc").shows("报告的段落");
}

#[test]
fn a_problem_is_added_as_a_point_that_counts_and_is_numbered() {
    let mut bench = outline();
    bench.press("8 F3").shows("记为“存在问题”的一条").press("办公经费不足 Enter").shows("问题数 4→5个");
    assert!(bench.row().contains("五是办公经费不足。"));
    bench.press("Ctrl-U").shows("已移。");
    assert!(bench.row().contains("四是办公经费不足。"));
    bench.press("Enter").shows("改这一条的句子").press("Esc");
    bench.press("Right").shows("记录只在同一段里前后移");
    bench.press("Del").shows("办公经费不足").press("Left Enter").shows("问题数 5→4个");
}

#[test]
fn points_of_the_plan_go_into_the_next_year_once() {
    let mut bench = outline();
    bench.press("0 F4 转入 1").shows("计划转入2023年台账  5条").shows("台账里还没有2023年");
    bench.press("Space Space Enter").shows("记为哪个事项").press("1").shows("记为哪个事项").press("2");
    bench.shows("已转入2023年台账");
    assert_eq!(bench.rows("已转入").len(), 3);
    bench.press("Home Enter").shows("选的都已经转入");
    bench.press("Esc Esc Esc 9 8").shows("2023年").press("F7").shows("2条").shows("计划");
    bench.press("Esc Ctrl-Z").shows("已撤销：记一条");
    bench.shows("2022年");
}

#[test]
fn an_empty_year_has_its_outline_and_whoever_only_looks_changes_nothing() {
    let mut bench = Bench::empty();
    bench.press("Esc 9 9 1").shows("（一）理论学习").press("2 Down").shows("不印");
    bench.press("0 F4 转入 1").shows("计划里还没有条目");
    let mut looking = Bench::looking(Setting::default());
    looking.press("Esc 9 9 1 1 Down Ctrl-O").shows("只读");
    assert!(looking.row().contains("一是组织中心组学习。"));
}

#[test]
fn a_long_word_on_a_narrow_screen_is_cut_and_what_is_typed_is_words_only() {
    let mut bench = outline();
    bench.press("1 Down F3").press(&"抓{好}宣讲**".repeat(20)).press("Enter").shows("待填");
    bench.resize((60, 20)).shows("二是抓{好}宣讲");
    assert!(bench.screen().lines().all(|line| line.chars().count() <= 60));
    bench.press("Enter").shows("改报告").press("Esc Ctrl-Z").shows("二是组织宣讲。").lacks("二是抓");
}
