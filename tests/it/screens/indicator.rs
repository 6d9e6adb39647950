//! A figure is defined on a form of lines that are picked, with the live answer below: nobody types a formula.

use insta::assert_snapshot;
use taizhang::lang::Lang;

use super::bench::{Bench, Setting};
use super::writer::{figure, sentence};

/// The form of a new figure, from the table of figures.
fn new_figure(setting: Setting) -> Bench {
    let mut bench = Bench::of(setting);
    bench.press("F5 F5 F4").press(if setting.lang == Lang::Zh { "新指标 1" } else { "new 1" });
    bench
}

#[test]
fn a_new_figure_shows_what_it_gives_while_it_is_defined() {
    let mut bench = new_figure(Setting::default());
    bench.press("Down Enter 群众文化 1");
    assert_snapshot!(bench.screen(), @"
     新指标
    --------------------------------------------------------------------------------
     数什么       次数
     哪些事项     群众文化活动
     条件         没有条件
     期间         报告的期间
     写法         35
     名称         群众文化活动场次数
     单位         场次
     列在         文化惠民
    --------------------------------------------------------------------------------
     现在  35场次  35条
       12月3日      冬季健身展演
       11月19日     非遗展示日
       11月12日     社区文艺骨干汇报演出
       11月         “戏曲进校园”巡演
       10月28日     读书节颁奖晚会
       10月20日     “不忘初心牢记使命”诵读比赛
       10月15日     社区舞龙舞狮
       10月12日     老年合唱展演
       重阳         重阳敬老演出
       …另有26条
    --------------------------------------------------------------------------------
     F4选  Ctrl-S存  Esc收起留草稿  F1帮助
    ");
    bench.press("Ctrl-S").shows("已定下指标").press("群众文化活动").shows("35场次");
    bench.press("Esc Ctrl-Z").shows("已撤销").press("群众文化活动").shows("没有找到");
}

#[test]
fn the_form_in_english_on_a_wide_screen_shows_more_of_what_is_behind() {
    let mut bench = new_figure(Setting { size: (120, 40), lang: Lang::En, ..Setting::default() });
    bench.press("Down Enter 群众文化 1");
    assert_snapshot!(bench.screen(), @"
     New figure
    ------------------------------------------------------------------------------------------------------------------------
     What         how many times
     Of which     群众文化活动
     Conditions   none
     Period       the report's period
     Writing      35
     Name         群众文化活动场次数
     Unit         场次
     Listed in    文化惠民
    ------------------------------------------------------------------------------------------------------------------------
     Now  35场次  35 items
       12月3日      冬季健身展演
       11月19日     非遗展示日
       11月12日     社区文艺骨干汇报演出
       11月         “戏曲进校园”巡演
       10月28日     读书节颁奖晚会
       10月20日     “不忘初心牢记使命”诵读比赛
       10月15日     社区舞龙舞狮
       10月12日     老年合唱展演
       重阳         重阳敬老演出
       10月1日      国庆书画摄影展
       9月27日      “向党的二十大献礼”经典朗诵会
       9月23日      丰收节文艺演出
       中秋期间     “我邀明月颂中华”诵读大赛
       9月9日       教师节文艺晚会
       8月20日      第五届全区基层群众文艺汇演
       8月13日      农民篮球赛
       8月6日       社区电影周
       8月4日       七夕家风故事会
       八一         八一双拥慰问演出
       7月30日      民歌山歌会
       7月23日      暑期少儿书画展
       7月16日      乡村纳凉晚会
       7月1日       七一歌咏会
       6月18日      广场舞比赛
       端午期间     “我们的节日·端午”主题活动
       …and 10 more
    ------------------------------------------------------------------------------------------------------------------------
     F4 pick  Ctrl-S save  Esc keep draft  F1 help
    ");
}

#[test]
fn a_field_is_summed_under_a_condition_in_a_part_of_the_year() {
    let mut bench = new_figure(Setting::default());
    bench.press("Down Enter 巡回宣讲 1 Up Enter 2").shows("某一格合计: 哪一格").press("1").shows("合计");
    bench.press("Down Down Enter 标签").shows("标签").press("1").shows("标签怎样才算");
    bench.press("Esc Enter 单位 1").shows("填了").press("填了 1").shows("单位填了");
    bench.press("Down Enter 3").shows("下半年").press("Up Enter").shows("去掉这一条").press("1").shows("没有条件");
}

#[test]
fn the_ways_of_writing_are_real_results() {
    let mut bench = new_figure(Setting::default());
    bench.press("Down Enter 群众文化 1 Down Down Down Enter").shows("30多场次").shows("三十五").lacks("万");
    bench.press("三十五场次 1").shows("写法         三十五场次");
}

#[test]
fn typing_on_a_line_searches_what_it_is_picked_from() {
    let mut bench = new_figure(Setting::default());
    bench.press("Down qzwh").shows("查找: qzwh").press("1").shows("哪些事项     群众文化活动");
    let mut bench = new_figure(Setting::default());
    bench.press("Down 主题宣传（全部 1").shows("名称         主题宣传次数").shows("单位         次");
}

#[test]
fn what_was_picked_is_kept_as_a_draft_and_taken_up_again() {
    let mut bench = new_figure(Setting::default());
    bench.press("Down Enter 群众文化 1 Down Down Down Down").shows("名称").press("自己的名称 Esc").shows("草稿留着");
    let mut again = bench.restart();
    again.press("F5 F5 F4 新指标 1").shows("已接上").shows("自己的名称").shows("群众文化活动");
    again.press("Ctrl-S").shows("已定下指标 自己的名称").press("F4 新指标 1").lacks("已接上");
}

#[test]
fn a_name_that_is_taken_is_refused_and_everything_stays() {
    let mut bench = new_figure(Setting::default());
    bench.press("Down Down Down Down Down").press("年度 Ctrl-S").shows("`年度` 这个名称已经有了").shows("新指标");
}

#[test]
fn a_figure_set_by_hand_has_its_basis() {
    let mut bench = new_figure(Setting::default());
    bench.press("Enter 8").shows("数多少").press("812 Enter").shows("依据").press("Enter").shows("定数要有依据");
    bench.press("组织部年报 Enter").shows("定数 812（组织部年报）").shows("现在  812");
}

#[test]
fn another_name_follows_everywhere_in_the_report() {
    let mut bench = figure(Setting::default());
    bench.press("F4 5").shows("指标: 中心组次数").press("Down Down Down Down Down");
    bench.press("集中学习次数 Ctrl-S").shows("已定下指标 集中学习次数");
    bench.shows("全年组织集体学习四次").shows("集中学习次数").lacks("中心组次数");
    bench.press("Esc Ctrl-Z").shows("已撤销").press("F5 F5 中心组次数").shows("四次");
}

#[test]
fn a_figure_that_is_used_is_not_deleted_and_one_that_is_not_is_after_a_question() {
    let mut bench = Bench::sample();
    bench.press("F5 F5 中心组次数 F4 删除 1").shows("处用到").shows("不能删除");
    let mut bench = new_figure(Setting::default());
    bench.press("Down Down Down Down Down").press("试数 Ctrl-S").press("试数 F4 删除 1").shows("删除指标 试数？");
    bench.press("1").shows("没有找到").press("Ctrl-Z").shows("试数");
}

#[test]
fn a_list_a_share_and_a_coverage_are_picked_too() {
    let mut bench = new_figure(Setting::default());
    bench.press("Down Enter 群众文化 1 Up Enter 3 1").shows("标题名单");
    bench.press("Enter 9 中心组次数 1").shows("中心组次数占哪个指标").press("请进来次数 1").shows("占请进来次数的比重");
    bench.press("Enter 覆盖 1").shows("哪个名录").press("1").shows("看哪一格").press("1").shows("覆盖");
}

#[test]
fn on_an_empty_ledger_a_figure_says_that_nothing_is_counted() {
    let mut bench = Bench::empty();
    bench.press("F5 F5 F4 新指标 1").shows("一条也没有数到").press("Down Down Down Down Enter").shows("现在没有数");
    bench.press("Ctrl-S").shows("已定下指标");
}

#[test]
fn a_figure_made_from_a_text_stands_where_the_cursor_stood() {
    let mut bench = sentence();
    bench.press("End ，全年共 F4 新指标").shows("新指标…").press("1").shows("哪些事项     ").press("Ctrl-S");
    bench.shows("改这一条的句子").shows("全年共6场次").lacks("{");
}

#[test]
fn a_figure_made_in_the_place_of_another_takes_it() {
    let mut bench = sentence();
    bench.press("Right Right Right Right F4 2 新指标 1").press("Down Enter 群众文化 1 Ctrl-S");
    bench.shows("改这一条的句子").shows("组织41");
}

#[test]
fn a_definition_of_the_template_is_edited_as_a_change_of_the_year() {
    let mut bench = Bench::sample();
    bench.press("F5 F5 中心组次数 F4 怎么数 1").shows("哪些事项     ").press("Down Down Down Enter 3").shows("下半年");
    bench.press("Ctrl-S").shows("中心组次数 4→2次").press("Ctrl-Z").shows("已撤销：数据[中心组次数]");
}
