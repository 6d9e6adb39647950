//! The screen of findings: from the menu to the place of each, and mended where that is certain.

use insta::assert_snapshot;
use taizhang::lang::Lang;

use super::bench::{Bench, Setting};

/// The findings, from the menu with digits alone.
const OPEN: &str = "Esc 9 2";

#[test]
fn the_gravest_findings_stand_first_and_what_to_do_below() {
    assert_snapshot!(Bench::sample().press(OPEN).screen(), @"
     疑点 6处  打字就查找
    --------------------------------------------------------------------------------
     错误    数字     石桥镇冬季培训：日期           2022年12月26日还没到，状态已..
     疑问    数字     数据 报送稿件数                已报8家，还差2家，数已算出来
     疑问    数字     数据 采用稿件数                已报8家，还差2家，数已算出来
     疑问    数字     数据 建设目标                  有1条的数还不知道，没有加进去
     疑问    数字     数据 特色文化产业名村          有1条的数还不知道，没有加进去
     疑问    数字     数据 用稿合计                  有5条的数还不知道，没有加进去










    --------------------------------------------------------------------------------
     石桥镇冬季培训：日期  2022年12月26日还没到，状态已是完成。改日期，或把状态改为
     计划

    --------------------------------------------------------------------------------
     回车去看  F4可做的  Ctrl-Z撤销  Esc返回  F1帮助
    ");
}

#[test]
fn enter_goes_to_the_very_field_and_back() {
    let mut bench = Bench::sample();
    bench.press(OPEN).press("Enter").shows("改一条: 3.");
    assert!(bench.row().contains("日期"), "{}", bench.screen());
    bench.press("12-20 Ctrl-S").lacks("石桥镇冬季培训：日期").shows("疑点 5处");
}

#[test]
fn a_figure_opens_where_it_is_mended() {
    Bench::sample().press(OPEN).press("报送 Enter").shows("报送稿件数（篇）");
    Bench::sample().press(OPEN).press("建设目标 Enter").shows("数据: 建设目标");
}

#[test]
fn what_is_certain_is_mended_by_a_digit_and_undone() {
    let mut bench = Bench::sample();
    bench.press("F3 群众文化 1 迎新，，演出 Ctrl-S").press(OPEN).press("迎新").shows("标点重复").shows("可自动改");
    bench.press("F4 2").shows("已改好").shows("疑点 6处").press("Esc").lacks("标点重复");
    bench.press("Ctrl-Z").shows("标点重复").shows("疑点 7处");
}

#[test]
fn evidence_that_is_not_there_leads_to_its_field() {
    let mut bench = Bench::sample();
    bench.press("F3 群众文化 1 迎新演出 Ctrl-S").press("F7 迎新演出 Enter");
    for _ in 0..20 {
        if bench.row().contains("佐证") {
            break;
        }
        bench.press("Enter");
    }
    bench.press("照片/没有.jpg Ctrl-S Esc Esc").press(OPEN).press("没有.jpg").shows("佐证文件不在：照片/没有.jpg");
    bench.press("Enter");
    assert!(bench.row().contains("佐证"), "{}", bench.screen());
}

#[test]
fn the_findings_fit_a_small_screen_and_speak_english() {
    let mut bench = Bench::of(Setting { size: (60, 20), lang: Lang::En, ..Setting::default() });
    assert_snapshot!(bench.press(OPEN).screen(), @"
     Findings: 6  type to search
    ------------------------------------------------------------
     error   numbers  石桥镇冬季培训: date 2022年12月26日 has..
     doubt   numbers  figure 报送稿件数    counted with 8 uni..
     doubt   numbers  figure 采用稿件数    counted with 8 uni..
     doubt   numbers  figure 建设目标      1 numbers are not ..
     doubt   numbers  figure 特色文化产..  1 numbers are not ..
     doubt   numbers  figure 用稿合计      5 numbers are not ..






    ------------------------------------------------------------
     石桥镇冬季培训: date  2022年12月26日 has not come yet, but
     the item is done. mend the date, or make it planned

    ------------------------------------------------------------
     Enter go there  F4 actions  Ctrl-Z undo  Esc back  F1 help
    ");
}

#[test]
fn a_value_that_lost_in_a_merge_is_settled_with_a_digit_and_undone() {
    let mut bench = Bench::merged();
    bench.press(OPEN).press("标题").shows("那边的标题：标题").shows("没有用“这边的标题”");
    bench.press("F4").shows("看过了，用现在的值").press("2").shows("已改好").lacks("没有用");
    bench.press("Ctrl-Z").shows("没有用“这边的标题”");
    bench.press("Enter").shows("改一条");
    assert!(bench.row().contains("标题"), "{}", bench.screen());
}
