//! The main road: a clerk records an article, sees the report follow, has the .docx, and loses nothing.

use std::fs;

use super::Pty;
use super::clerk::{board, new_article, start, wait_board, wait_draft};
use crate::desk::Desk;

/// The figure that an article of the district's own client counts for.
const FIGURE: &str = "客户端稿件数";

#[test]
fn from_the_first_key_to_the_docx_and_through_a_kill() {
    the_road(&[], (80, 24), "F3", "Ctrl-S", "F6", "F9");
}

#[test]
fn the_same_on_a_large_screen() {
    the_road(&[], (160, 50), "F3", "Ctrl-S", "F6", "F9");
}

#[test]
fn the_same_in_the_vim_keymap() {
    the_road(&["--keymap", "vim"], (80, 24), "o", "Esc Z Z", "R", "W");
}

fn the_road(arguments: &[&str], size: (u16, u16), new: &str, save: &str, report: &str, publish: &str) {
    let desk = Desk::sample();
    fs::create_dir(desk.file("出文")).expect("the folder is made");
    desk.ok(&["set", "folder=出文"]);
    let (records, grown) = (records(&desk), growths(&desk));
    let mut pty = board(&desk, arguments, size);

    record(&pty, new, save);
    pty.wait_for(&format!("{FIGURE} {records}→{}", records + 1));
    assert_eq!(self::records(&desk), records + 1);

    pty.press(report);
    pty.wait_for("回车看出处");
    pty.press_until("PgDn", "对外宣传。");
    pty.press_until("Right", FIGURE);
    pty.wait_for(&format!("{}条记录", records + 1));
    let news = growths(&desk).into_iter().find(|one| !grown.contains(one)).expect("the growth has changed");
    pty.wait_for(&news);
    pty.press("Enter");
    pty.wait_for("文化站里过冬至");

    pty.press(publish);
    pty.wait_for("已出文");
    let written = fs::read_dir(desk.file("出文")).expect("the folder is there").count();
    assert_eq!(written, 1);

    pty.signal("KILL");
    pty.exit_code();
    drop(pty);
    let again = board(&desk, arguments, size);
    again.wait_for("304");
    assert_eq!(self::records(&desk), records + 1);
    assert!(desk.ok(&["list", "文化站里过冬至"]).contains("12月20日"));
}

/// Records an article with at most six keys besides its title.
fn record(pty: &Pty, new: &str, save: &str) {
    let keys = [new, "2", "Enter", "1", save];
    assert!(keys.iter().flat_map(|names| names.split(' ')).count() <= 7);
    pty.press(keys[0]);
    pty.wait_for("2 网台报道和同比");
    pty.press(keys[1]);
    pty.wait_for("记一条: 6.5");
    pty.send("文化站里过冬至");
    pty.wait_for("文化站里过冬至");
    pty.press(keys[2]);
    pty.wait_for("1 区融媒体中心");
    pty.press(keys[3]);
    pty.wait_for("客户端，区级");
    for key in save.split(' ') {
        pty.press(key);
    }
    wait_board(pty);
}

/// How many items stand behind the figure on the day of the story.
fn records(desk: &Desk) -> usize {
    let figures = desk.json(&["figures", "--json", "--today", "2022-12-20"]).remove(0);
    let found = figures.as_array().into_iter().flatten().find(|one| one["name"] == FIGURE).cloned();
    found.and_then(|figure| figure["ids"].as_array().map(Vec::len)).expect("the sample has the figure")
}

/// Every growth in percent that the report tells.
fn growths(desk: &Desk) -> Vec<String> {
    let text = desk.ok(&["export", "-o", "-", "--format", "txt", "--today", "2022-12-20"]);
    text.split("增长").skip(1).filter_map(|tail| Some(format!("增长{}％", tail.split_once('％')?.0))).collect()
}

#[test]
fn a_draft_survives_esc_and_the_next_start() {
    let desk = Desk::sample();
    let mut pty = board(&desk, &[], (80, 24));
    new_article(&pty);
    pty.send("还没写完的标题");
    pty.wait_for("还没写完的标题");
    pty.press("Esc");
    wait_board(&pty);
    new_article(&pty);
    pty.wait_for("还没写完的标题");
    pty.press("Esc");
    wait_board(&pty);
    pty.press("Ctrl-Q");
    assert_eq!(pty.exit_code(), 0);
    pty.assert_restored();
    let again = board(&desk, &[], (80, 24));
    new_article(&again);
    again.wait_for("还没写完的标题");
    assert_eq!(desk.ok(&["list", "还没写完的标题"]), "");
}

#[test]
fn undo_and_redo_are_told_in_words_and_reach_the_ledger() {
    let desk = Desk::sample();
    let pty = board(&desk, &[], (80, 24));
    record(&pty, "F3", "Ctrl-S");
    pty.press("Ctrl-Z");
    pty.wait_for("撤销");
    pty.wait("the undo", |screen| screen.contents().contains("303"));
    assert_eq!(desk.ok(&["list", "文化站里过冬至"]), "");
    pty.press("Ctrl-Y");
    pty.wait("the redo", |screen| screen.contents().contains("304"));
    assert!(desk.ok(&["list", "文化站里过冬至"]).contains("6.5"));
}

#[test]
fn in_a_form_undo_takes_back_the_typing_only() {
    let desk = Desk::sample();
    let pty = board(&desk, &[], (80, 24));
    new_article(&pty);
    pty.send("冬至");
    pty.wait_for("冬至");
    pty.press("Ctrl-Z");
    pty.wait_gone("冬至");
    pty.press("Ctrl-Y");
    pty.wait_for("冬至");
    assert_eq!(desk.ok(&["history"]).lines().count(), desk.json(&["history", "--json"]).len());
}

#[test]
fn pasted_control_characters_are_dropped_and_line_ends_never_save() {
    let desk = Desk::sample();
    let pty = board(&desk, &[], (80, 24));
    let changes = desk.json(&["history", "--json"]).len();
    new_article(&pty);
    pty.paste("冬\x1b[31m至\x07里\r\n的\x00文化站\x1b\x13\x11");
    pty.wait_for("文化站");
    assert!(pty.text().contains("记一条: 6.5"), "{}", pty.text());
    pty.press("Enter");
    pty.wait_for("1 区融媒体中心");
    pty.press("1 Ctrl-S");
    wait_board(&pty);
    pty.wait_for("已记");
    assert_eq!(desk.json(&["history", "--json"]).len(), changes + 1);
    let listed = desk.ok(&["list", "文化站", "--json"]);
    assert!(listed.contains("至里") && !listed.contains("\\u00"), "{listed}");
}

#[test]
fn an_impossible_date_is_told_in_the_form_and_nothing_is_lost() {
    let desk = Desk::sample();
    let pty = board(&desk, &[], (80, 24));
    new_article(&pty);
    pty.send("文化站里过冬至");
    pty.press("Enter 1");
    pty.wait_for("客户端，区级");
    pty.send("2月30日");
    pty.press("Ctrl-S");
    pty.wait_for("2月只有28天");
    pty.wait_for("文化站里过冬至");
    assert_eq!(desk.ok(&["list", "文化站里过冬至"]), "");
}

#[test]
fn full_width_keys_are_understood() {
    let desk = Desk::sample();
    let pty = board(&desk, &[], (80, 24));
    pty.send("６");
    pty.wait_for("部分: 6 对外宣传");
}

#[test]
fn the_menu_alone_leads_everywhere_and_out() {
    let desk = Desk::sample();
    let mut pty = board(&desk, &[], (80, 24));
    pty.press("Esc");
    pty.wait_for("菜单  ");
    pty.press("3");
    pty.wait_for("回车看出处");
    pty.press("Esc");
    wait_board(&pty);
    pty.press("Esc");
    pty.wait_for("| 菜单");
    pty.press("0");
    assert_eq!(pty.exit_code(), 0);
    pty.assert_restored();
}

#[test]
fn a_second_program_says_who_has_the_ledger_and_looks_only() {
    let desk = Desk::sample();
    let mut first = board(&desk, &[], (80, 24));
    let mut second = start(&desk, &[], (80, 24));
    second.wait_for("正由另一个程序打开");
    second.wait_for("1 只看不改");
    second.press("1");
    second.wait_for("这里改不了");
    second.press("F6");
    second.wait_for("回车看出处");
    second.press("Ctrl-Z");
    second.wait_for("只读打开");
    second.press("Ctrl-Q");
    assert_eq!(second.exit_code(), 0);
    let mut third = start(&desk, &[], (80, 24));
    third.wait_for("2 离开");
    third.press("2");
    assert_eq!(third.exit_code(), 0);
    third.assert_restored();
    assert_eq!(desk.run(&["undo"]).code, 1);
    first.press("Ctrl-Q");
    assert_eq!(first.exit_code(), 0);
}

#[test]
fn what_is_typed_in_the_settings_survives_a_kill() {
    let desk = Desk::sample();
    let mut pty = board(&desk, &[], (80, 24));
    pty.press("Ctrl-O");
    pty.wait_for("（未填）");
    pty.send("江南省");
    pty.wait_for("江南省");
    wait_draft(&desk, "江南省");
    pty.signal("KILL");
    pty.exit_code();
    let again = start(&desk, &[], (80, 24));
    again.wait_for("设置里有上次没存的字");
    again.press("Ctrl-O");
    again.wait_for("江南省");
    again.press("Ctrl-S");
    again.wait_for("已存设置");
    assert!(desk.ok(&["set"]).contains("江南省"));
    assert_eq!(fs::read_dir(desk.data().join("drafts")).expect("a folder").count(), 0);
}

#[test]
fn after_a_kill_and_damage_the_board_says_what_was_mended_and_where_the_old_files_are() {
    let desk = Desk::sample();
    desk.ok(&["add", "--kind", "稿件", "--title", "坏盘上的一条", "--date", "12-20", "--set", "媒体=新华网"]);
    let mut pty = board(&desk, &[], (80, 24));
    pty.signal("KILL");
    pty.exit_code();
    let journal = desk.data().join("journal/00000000000000000001.jsonl");
    let mut bytes = fs::read(&journal).expect("a journal");
    bytes[3000] ^= 1;
    fs::write(&journal, bytes).expect("written");
    fs::write(desk.data().join("db/db"), "x").expect("written");
    let again = start(&desk, &[], (80, 24));
    again.wait_for("日志有损坏，已修好");
    again.wait_for("原来的内容留在");
    again.wait_for("数据库有损坏，或与日志对不上");
    again.press("Esc");
    again.wait_for("| 菜单");
    assert!(desk.ok(&["list"]).contains("坏盘上的一条"));
}
