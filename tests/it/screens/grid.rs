//! The grid: many short items in rows, checked cell by cell, saved as one change.

use insta::assert_snapshot;

use super::bench::{Bench, Setting};
use taizhang::lang::Lang;

/// The grid of 网台报道和同比.
fn grid(setting: Setting) -> Bench {
    let mut bench = Bench::of(setting);
    bench.press("F3 网台 F4").shows("6.5");
    bench
}

#[test]
fn rows_are_typed_cell_by_cell_and_saved_as_one_change() {
    let mut bench = grid(Setting::default());
    bench.press("冬至里的文化站 Enter 1 12-20");
    assert_snapshot!(bench.screen(), @"
     多条录入: 6.5 网台报道和同比                               1行 0行有错或没填全
    --------------------------------------------------------------------------------
         标题 *                     媒体 *        日期 *        单位               >
       1 冬至里的文化站             区融媒体中心  12-20         柳湾镇














    --------------------------------------------------------------------------------



    --------------------------------------------------------------------------------
     回车下一格  Ctrl-D照上行  F4行操作  Ctrl-S全部存  Esc收起留草稿  F1怎么填
    ");
    bench.press("Down Shift-Tab Shift-Tab 社区年夜饭 Ctrl-S").shows("已记2条。");
    bench
        .press("F7 社区年夜饭")
        .shows("12月20日")
        .press("Esc Esc Ctrl-Z")
        .shows("已撤销")
        .press("F7 社区年夜饭")
        .shows("没有找到");
}

#[test]
fn a_wrong_cell_holds_the_cursor_and_rows_that_are_whole_are_saved_without_it() {
    let mut bench = grid(Setting::default());
    bench.press("甲稿 Enter 1 2-30 Enter").shows("第1行 日期：").press("Down Up").shows("!1");
    bench.press(&"Shift-Tab ".repeat(3)).press("Ctrl-S").shows("第1行 日期：").lacks("已记");
}

#[test]
fn what_is_typed_in_a_grid_is_kept_as_a_draft() {
    let mut bench = grid(Setting::default());
    bench.press("写了一半 Esc").shows("草稿留着").press("F3 网台 F4").shows("写了一半");
    let mut again = bench.restart();
    again.press("F3 网台 F4").shows("写了一半");
}

#[test]
fn a_block_from_a_spreadsheet_is_taken_by_its_headings() {
    let mut bench = grid(Setting::default());
    bench.paste("日期\t标题\t没有的列\n44915\t\"冬至,\t\"\"年味\"\"\"\tx\n12月21日\t乙稿\ty\n\n").shows("贴入2行");
    assert_snapshot!(bench.screen(), @r#"
     多条录入: 6.5 网台报道和同比                               1行 0行有错或没填全
    --------------------------------------------------------------------------------
         标题 *                     媒体 *        日期 *        单位               >
       1                            学习强国      12月20日      柳湾镇



              +----------------------------------------------------------+
              | 贴入2行：各列放在哪里                                    |
              | 查找:                                                    |
              |  1  就这样贴入                                           |
              |  2  日期  44915 → 日期                                   |
              |  3  标题  冬至, "年味" → 标题                            |
              |  4  没有的列  x → 不要                                   |
              |                                                          |
              | 按数字选，打字查找，上下键加回车；Esc 返回               |
              +----------------------------------------------------------+

    --------------------------------------------------------------------------------



    --------------------------------------------------------------------------------
     回车下一格  Ctrl-D照上行  F4行操作  Ctrl-S全部存  Esc收起留草稿  F1怎么填
    "#);
    bench.press("4").shows("放到哪一列").press("Esc");
    bench.paste("日期\t标题\n44915\t甲稿\n12月21日\t乙稿\n").press("1").shows("甲稿").shows("乙稿").shows("2022-12-20");
    bench.press("Ctrl-S").shows("已记2条。");
}

#[test]
fn without_headings_columns_go_one_after_the_other_and_can_go_elsewhere() {
    let mut bench = grid(Setting::default());
    bench
        .paste("甲稿\t12-20\n乙稿\t12-21\n")
        .shows("甲稿 → 标题")
        .press("3")
        .shows("第2列放到哪一列")
        .press("日期 Enter");
    bench.shows("12-20 → 日期").press("1").shows("乙稿").press("Ctrl-S").shows("已记2条。");
}

#[test]
fn a_row_is_put_in_and_taken_out() {
    let mut bench = grid(Setting::default());
    bench.press("甲稿 F4 1").shows("2行").press("F4 2").shows("1行").shows("甲稿");
}

#[test]
fn the_cell_above_is_copied() {
    let mut bench = grid(Setting::default());
    bench.press("甲稿 Down Ctrl-D");
    assert_eq!(bench.rows("甲稿").len(), 2);
}

#[test]
fn it_reads_in_english_and_on_a_wide_screen() {
    let mut bench = grid(Setting { lang: Lang::En, size: (120, 40), ..Setting::default() });
    bench.shows("Many items: 6.5");
}

#[test]
fn rows_pasted_on_a_list_open_the_grid() {
    let mut bench = Bench::sample();
    bench.press("F7").paste("甲稿\t12-20\n乙稿\t12-21\n").shows("选事项").press("网台 1").shows("贴入2行");
    bench.press("1").shows("乙稿").press("Esc").shows("草稿留着");
}

#[test]
fn every_field_of_the_kind_is_a_column() {
    let mut bench = grid(Setting::default());
    bench
        .paste("标题\t备注\t佐证\n甲稿\t有照片\t盒3\n")
        .shows("→ 备注")
        .shows("→ 佐证")
        .press("1 Ctrl-S")
        .shows("已记1条。");
    bench.press("F7 甲稿 Enter PgDn PgDn").shows("有照片").press("PgUp PgUp").shows("盒3");
}

#[test]
fn enter_goes_through_the_first_columns_and_tab_through_all() {
    let mut bench = grid(Setting::default());
    bench.press("甲稿").press(&"Enter ".repeat(10)).shows("2行").press("Up").press(&"Tab ".repeat(12)).shows("2行");
    while !bench.screen().contains("备注") {
        bench.press("Tab");
    }
    bench.shows("2行");
}

#[test]
fn a_row_without_a_title_is_counted_as_soon_as_it_is_left() {
    let mut bench = grid(Setting::default());
    bench.press("Enter 1 12-1 Down").shows("2行 1行有错或没填全").press("Up").shows("第1行 标题还没填");
}

#[test]
fn what_is_wrong_is_seen_again_when_a_draft_is_taken_up() {
    let mut bench = grid(Setting::default());
    bench.press("甲稿 Enter 1 2-30 Esc F3 网台 F4").shows("1行有错或没填全").shows("第1行 日期：");
}

#[test]
fn undo_in_a_grid_taken_up_again_does_not_empty_it() {
    let mut bench = grid(Setting::default());
    bench.press("写了一半 Esc F3 网台 F4 Ctrl-Z").shows("写了一半").press("天 Ctrl-Z").shows("写了一半");
}

#[test]
fn the_board_leads_back_to_a_grid_and_lets_it_go_only_after_a_question() {
    let mut bench = grid(Setting::default());
    bench
        .press("写了一半 Esc")
        .shows("多条录入 1行没存: 写了一半")
        .press("Enter")
        .shows("多条录入: 6.5")
        .shows("写了一半");
    bench.press("Esc Del").shows("丢掉这份草稿？").press("1").lacks("没存");
}

#[test]
fn rows_that_are_not_saved_are_told_when_the_report_is_written() {
    let mut bench = Bench::with_folder(Setting::default());
    bench.press("F3 网台 F4 写了一半 F9").shows("已出文").shows("还没存");
}
