//! Variants and editions, key to screen.

use insta::assert_snapshot;
use taizhang::lang::Lang;

use super::bench::{Bench, Setting};

fn bench() -> Bench {
    Bench::with_folder(Setting::default())
}

#[test]
fn the_pages_are_those_of_the_variant_that_is_chosen_and_f9_writes_it() {
    let mut bench = bench();
    bench.press("F6").shows("2022年宣传思想文化工作总结").press("F7").shows("看哪一种稿");
    bench.press("2").shows("2022年上半年宣传").shows("报告：上半年");
    bench.press("F9").shows("上半年宣传思想文化工作总结第1稿.docx");
    bench.press("Esc").shows("已报出: 上半年");
    bench.press("F6 F7").press("公开版").press("Enter").shows("报告：公开版");
}

#[test]
fn the_board_says_which_edition_was_last_and_what_changed_since() {
    let mut bench = bench();
    bench.press("F9").shows("第1稿").press("Down").shows("报告  全年稿第1稿 12-20出文，此后变动0处");
    bench.press("F3 3.7 Enter").press("过冬至 Enter").press("Esc");
    bench.shows("全年稿第1稿");
}

#[test]
fn editions_are_listed_read_compared_and_declared_final() {
    let mut bench = bench();
    bench.press("Esc 9 3").shows("还没有出过文").press("Esc");
    bench.press("F9").press("F9").press("Esc 9 3");
    let screen = bench.screen();
    assert_snapshot!(screen.lines().take(5).collect::<Vec<_>>().join("\n"), @r"
     各稿 2
    --------------------------------------------------------------------------------
     稿                     出文         录入       待填  此后变动
     全年第2稿              12-20 14:32               90         0
     全年第1稿              12-20 14:32               90         0
    ");
    bench
        .press("Enter")
        .shows("全年第2稿")
        .shows("2022年宣传思想文化工作总结")
        .press("F9")
        .shows("只能看")
        .press("Esc");
    bench.press("F4 2").shows("全年第2稿以后的变动").shows("没有变动").press("Esc");
    bench.press("F4 3").shows("与哪一稿比较").press("1").shows("从全年第1稿到全年第2稿的变动").press("Esc");
    bench.press("F4 4").shows("定为定稿？").press("Left Enter").shows("定稿");
    bench.press("F9").shows("第2稿已经定稿");
    bench.press("Down F4 4").shows("已经是定稿");
}

#[test]
fn everything_is_reached_from_the_menu_and_reads_in_english() {
    let mut bench = Bench::with_folder(Setting { lang: Lang::En, ..Setting::default() });
    bench.press("Esc 9").shows("choose the variant").shows("editions");
    bench.press("Esc Esc");
    bench.press("Esc 9 3").shows("Nothing was written yet").press("Esc");
    bench.press("F6 F7 2").shows("Report: first half");
}

#[test]
fn a_narrow_screen_shows_editions_too() {
    let mut bench = Bench::with_folder(Setting { size: (60, 20), ..Setting::default() });
    bench.press("F9 Esc 9 3").shows("全年第1稿").press("F4 2").shows("没有变动");
}
