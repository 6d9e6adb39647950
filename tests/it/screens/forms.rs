//! Forms: nothing typed is lost, nothing is saved by Enter, a wrong value holds nobody fast.

use super::bench::{Bench, Setting};

#[test]
fn enter_never_saves() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 标题 Enter 1").press(&"Enter ".repeat(40)).shows("记一条:").lacks("已记。");
}

#[test]
fn esc_keeps_the_draft_and_the_board_opens_it_again() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 写了一半 Esc").shows("草稿留着").shows("草稿    网台报道和同比");
    let mut again = bench.restart();
    again.shows("写了一半").press("Enter").shows("记一条:").shows("接着上次的草稿").shows("写了一半");
    again.press("Up Up Up").press("Esc").press("F3 网台 1").shows("写了一半");
}

#[test]
fn a_draft_is_dropped_only_after_a_question() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 写了一半 Esc Del").shows("丢掉这份草稿？").press("Enter").shows("写了一半");
    bench.press("Del 1").lacks("写了一半").press("F3 网台 1").lacks("写了一半");
}

#[test]
fn saving_lets_the_draft_go() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 写了一半 Esc Enter Enter 1 Ctrl-S").shows("已记。").lacks("草稿");
}

#[test]
fn a_wrong_date_holds_the_cursor_going_on_but_not_going_back() {
    let mut bench = Bench::sample();
    bench.press("F3 群众文化 1 有题目 Enter 2-30 Enter").shows("日期：").shows("2-30");
    assert!(bench.row().contains("日期"));
    bench.press("Up").shows("2-30");
    assert!(bench.row().contains("标题"));
    bench.press("Ctrl-S").shows("2-30").lacks("已记。");
    assert!(bench.row().contains("日期"));
    bench.press("Esc").press("Enter").shows("2-30").press("Ctrl-S").lacks("已记。");
}

#[test]
fn typing_in_a_field_just_entered_replaces_what_is_there() {
    let mut bench = Bench::sample();
    bench.press("F3 群众文化 1 有题目 Enter 12-18 Enter").shows("2022年12月18日");
}

#[test]
fn a_date_of_another_year_is_warned_of() {
    let mut bench = Bench::sample();
    bench.press("F3 群众文化 1 有题目 Enter 2021-3-4 Enter").shows("不在2022年");
}

#[test]
fn several_entries_are_added_and_taken_away_by_digit() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 转载");
    while !bench.row().contains("转载媒体") {
        bench.press("Enter");
    }
    bench.press("1 2");
    let both = bench.row();
    assert_eq!(both.matches('、').count(), 2, "{both}");
    bench.press("1");
    let one = bench.row();
    assert_eq!(one.matches('、').count(), 1, "{one}");
    let kept = one.trim_end().trim_end_matches('、').rsplit(' ').next().unwrap_or_default().to_string();
    bench.press("Enter Up").shows(&kept);
}

#[test]
fn after_save_and_next_date_and_unit_stay() {
    let mut bench = Bench::sample();
    bench.press("F3 群众文化 1 第一场 Enter 12-18 Enter 1 F8").shows("已记。").shows("2022年12月18日").lacks("第一场");
    let unit = bench.rows("3 单位");
    assert!(unit[0].trim_end().chars().count() > 12, "{unit:?}");
}

#[test]
fn an_item_of_the_same_title_is_pointed_at() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 冬日里的农家书屋 Enter").shows("请看一眼").shows("同题");
}

#[test]
fn ctrl_d_on_an_empty_form_copies_the_previous_item() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 Ctrl-D").shows("柳湾镇").press("Esc").shows("草稿");
}

#[test]
fn help_in_a_form_begins_with_the_field() {
    let mut bench = Bench::sample();
    bench.press("F3 群众文化 1 Enter F1").shows("日期：").shows("7-13~17").press("Esc").shows("记一条:");
}

#[test]
fn pasted_lines_neither_save_nor_jump() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1").paste("甲\n乙\u{1b}[31m").shows("记一条:");
    assert!(bench.row().contains("标题"));
}

#[test]
fn the_large_editor_breaks_lines_and_esc_only_closes_it() {
    let mut bench = Bench::sample();
    bench.press("F3 年度主线 1 题 Enter Enter F4 一 Enter 二").shows("回车换行").press("Esc").shows("记一条:");
}

#[test]
fn a_name_that_the_register_lacks_is_added_without_leaving_the_form() {
    let mut bench = Bench::sample();
    bench
        .press("F3 网台 1 新媒体上的稿子 Enter 天边晨报 Enter")
        .shows("加进名录")
        .press("F4")
        .shows("天边晨报”加进名录");
    bench.press("2").shows("天边晨报").press("F4 Enter");
    bench.press("Enter F4 1").shows("已加进名录").press("Ctrl-S").shows("已记。");
    bench.press("F7 天边晨报").shows("1/1");
}

#[test]
fn a_name_that_is_not_known_is_never_taken_for_another() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 稿子 Enter 人网 Enter").shows("人网").lacks("人民网  ");
    assert!(bench.row().contains("媒体"));
}

#[test]
fn what_stands_typed_is_kept_whenever_a_field_is_left() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 写了一半 Enter");
    bench.restart().shows("草稿    网台报道和同比").shows("写了一半");
}

#[test]
fn a_field_left_as_it_was_keeps_nothing() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 写 Enter Up Backspace Enter");
    bench.restart().lacks("草稿");
}

#[test]
fn an_echo_belongs_to_what_is_typed() {
    let mut bench = Bench::sample();
    bench.press("F3 群众文化 1 有题目 Enter").shows("= 2022年12月20日");
    bench.press("2 月 30 日").lacks("= 2022年").press("Enter").shows("2月只有28天").lacks("= 2022年");
    bench.press("Backspace Backspace Backspace 3 日 Enter").shows("= 2022年2月3日");
}

#[test]
fn a_digit_always_picks_in_the_picker_and_no_row_shows_another_number() {
    let mut bench = Bench::sample();
    bench.press("F3").shows("1 ").lacks("6.5");
    bench.press("网台").shows("1 网台报道和同比").press("1").shows("记一条: 6.5");
}

#[test]
fn what_was_saved_is_seen_while_something_else_is_typed_and_comes_back_with_one_key() {
    let mut bench = Bench::sample();
    bench.press("6 Enter").shows("改一条").lacks("原来：").press("天");
    bench.shows("原来：冬日里的农家书屋  Ctrl-Z 恢复").press("Left 地 End 人 Ctrl-Z");
    bench.lacks("原来：").shows("冬日里的农家书屋").press("Enter 1 Up").shows("原来：学习强国  Ctrl-Z 恢复");
    bench.press("Ctrl-Z").lacks("原来：").press("Esc").lacks("草稿留着");
}

#[test]
fn a_new_item_has_nothing_to_come_back_to() {
    Bench::sample().press("F3 网台 1 新的 Enter 1 Up").lacks("原来：");
}

#[test]
fn a_name_that_begins_with_digits_is_typed_after_a_blank() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 红色网站的稿子 Enter Space 12371 F4").shows("12371”加进名录").press("1").shows("已加进名录");
    bench.press("Ctrl-S").shows("已记。").press("F3 网台 1 第二稿 Enter Space 1237 Enter Up");
    assert!(bench.row().contains("12371"), "{}", bench.row());
}

#[test]
fn a_new_name_is_offered_to_the_register_before_enter_too() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 稿子 Enter 天边晨报").shows("没有对得上的  F4").press("F4").shows("天边晨报”加进名录");
    bench.press("1").shows("已加进名录");
}

#[test]
fn an_exact_name_has_the_first_digit() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 稿子 Enter 人民网 1 Up");
    assert!(bench.row().contains("人民网"), "{}", bench.row());
}

#[test]
fn what_is_no_value_is_said_beside_its_row_whichever_key_left_it() {
    let mut bench = Bench::sample();
    for key in ["Up", "Shift-Tab"] {
        bench.press("F3 群众文化 1 有题目 Enter 2-30").press(key).press("End 字");
        assert!(bench.rows("2-30")[0].contains("! 日期："), "{key}");
        bench.press("Esc Del 1");
    }
}

#[test]
fn a_name_in_pinyin_is_taken_whichever_key_left_it() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 稿子 Enter rmw Up").shows("人民网");
}

#[test]
fn a_stretch_of_days_is_echoed_whole() {
    let mut bench = Bench::sample();
    bench.press("F3 群众文化 1 有题目 Enter 7-13~17 Enter").shows("= 2022年7月13日至17日 周三至周日");
}

#[test]
fn a_long_title_does_not_flood_what_is_said() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1").paste(&"长".repeat(2000)).press("Enter 1 Ctrl-S").shows("已记。").press("Ctrl-Z");
    bench.shows("已撤销").shows("今天要办");
    // The message, and what the board says was done last.
    assert_eq!(bench.rows("长长").len(), 2, "{}", bench.screen());
}

#[test]
fn long_text_that_is_no_value_leaves_room_for_why() {
    let mut bench = Bench::sample();
    bench.press("F3 群众文化 1 有题目 Enter").paste(&"长".repeat(300)).press("Enter").shows("不是日期");
}

#[test]
fn a_key_that_leads_elsewhere_says_so_in_a_form() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 写了一半 F5").shows("这里没有“补数、核对”：先按 Esc").press("F7").shows("查找统计");
    bench.shows("写了一半").press("字").lacks("这里没有");
}

#[test]
fn undo_in_a_form_taken_up_again_does_not_empty_it() {
    let mut bench = Bench::sample();
    bench.press("F3 网台 1 写了一半 Esc Enter Ctrl-Z").shows("写了一半");
}

#[test]
fn what_is_not_saved_is_told_when_the_report_is_written() {
    let mut bench = Bench::with_folder(Setting::default());
    bench.press("F3 网台 1 写了一半 F9").shows("已出文").shows("还没存");
    bench.press("Esc F9").shows("已出文").lacks("还没存");
}
