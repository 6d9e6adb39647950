//! The import screen: a file is picked, its columns are mapped, and what would come of it is seen before it is done.

use std::fs;

use insta::assert_snapshot;

use super::bench::Bench;

const SHOWS: &str = "日期,活动名称,场次\n12-1,迎新演出,2\n12-2,社区演出,1\n6月31日,没有这一天,1\n";

/// The import screen with a table whose rows are records of 文艺演出进社区.
fn opened() -> Bench {
    let mut bench = Bench::sample();
    fs::write(bench.path().join("演出.csv"), SHOWS).expect("written");
    let path = bench.path().join("演出.csv").display().to_string();
    bench.press("Esc 9 4").shows("选表格");
    bench.press("打字 Enter").shows("表格在哪里");
    bench.paste(&path).press("Enter");
    bench
}

/// The same, as records of a matter.
fn mapped() -> Bench {
    let mut bench = opened();
    bench.shows("没有说这些行记在哪个事项下").shows("在上面“事项”一行按回车");
    bench.press("Down Enter").shows("这些行记在哪个事项下");
    bench.press("文艺演出 Enter");
    bench
}

#[test]
fn what_would_come_of_a_table_is_seen_before_it_is_done() {
    let mut bench = mapped();
    assert_snapshot!(bench.screen(), @r"
     导入表格
    --------------------------------------------------------------------------------
     文件     ~/演出.csv
     事项     2.7 文艺演出进社区
     导入     新增 2 条，重复 0 行，有错 1 行
     A列      日期 -> 日期   12-1 | 12-2 | 6月31日
     B列      活动名称 -> 标题（猜的）   迎新演出 | 社区演出 | 没有这一天
     C列      场次 -> 次数   2 | 1 | 1
     有错     第4行[日期] 日期：`6月31日` 不是日期（6月只有30天）













    --------------------------------------------------------------------------------
     回车改这一项  Ctrl-S导入  Esc返回  F1帮助
    ");
}

#[test]
fn a_path_is_typed_or_pasted_where_files_are_offered() {
    let mut bench = Bench::sample();
    fs::create_dir(bench.path().join("年底")).expect("made");
    fs::write(bench.path().join("年底/演出.csv"), SHOWS).expect("written");
    let path = bench.path().join("年底/演出.csv").display().to_string();
    bench.press("Esc 9 4").shows("选表格");
    bench
        .paste(&path)
        .shows("回车就用这个路径")
        .press("Enter")
        .shows("年底/演出.csv")
        .shows("没有说这些行记在哪个事项下");
    bench.press("Up Enter").shows("选表格").paste("没有这个").press("Enter").shows("没有对得上的");
}

#[test]
fn good_rows_are_imported_after_a_question_and_one_undo_takes_them_back() {
    let mut bench = mapped();
    bench.press("Ctrl-S").shows("有1行有错").press("1").shows("已导入 2 条");
    bench.press("Ctrl-Z").shows("已撤销：导入[演出.csv]");
}

#[test]
fn a_column_gets_another_field() {
    let mut bench = mapped();
    bench.press("Down Down Down Enter").shows("“活动名称”这一列是");
    bench.press("备注 Enter").shows("活动名称 -> 备注").shows("没有哪一列是标题");
    bench.press("Enter 标题 Enter").shows("活动名称 -> 标题").shows("新增 2 条");
}

#[test]
fn leaving_keeps_what_was_chosen() {
    let mut bench = mapped();
    bench.press("Esc").shows("今天要办");
    bench.press("Esc 9 4").shows("文艺演出进社区").shows("新增 2 条");
}

#[test]
fn a_file_that_is_no_table_is_told_and_another_can_be_chosen() {
    let mut bench = mapped();
    fs::write(bench.path().join("网页.xls"), "<html><table>").expect("written");
    bench.press("Home Enter").shows("演出.csv");
    bench.press("网页 Enter").shows("这不是表格，是网页").shows("另存为 .xlsx");
    bench.press("Enter 演出 Enter").shows("新增 2 条");
}

#[test]
fn nothing_is_recorded_before_the_table_is_right() {
    let mut bench = opened();
    bench.press("Ctrl-S").shows("还不能导入");
}
