//! The first start, and starts that cannot be.

use std::fs;

use super::clerk::{board, new_article, start, wait_board, wait_draft};
use crate::desk::Desk;

#[test]
fn an_empty_directory_asks_and_the_sample_is_a_digit_away() {
    let desk = Desk::new();
    let mut pty = start(&desk, &[], (80, 24));
    pty.wait_for("这里还没有台账");
    pty.press("1");
    wait_board(&pty);
    pty.press("Ctrl-Q");
    assert_eq!(pty.exit_code(), 0);
    pty.assert_restored();
}

#[test]
fn our_own_year_begins_with_three_names() {
    let desk = Desk::new();
    let mut pty = start(&desk, &[], (80, 24));
    pty.wait_for("这里还没有台账");
    pty.press("2");
    pty.wait_for("Ctrl-S");
    for name in ["江南省", "临江市", "青山区"] {
        pty.send(name);
        pty.wait_for(name);
        pty.press("Enter");
    }
    pty.press("Ctrl-S");
    wait_board(&pty);
    pty.press("Ctrl-Q");
    assert_eq!(pty.exit_code(), 0);
    let listed = desk.ok(&["set"]);
    assert!(["省=江南省", "市=临江市", "区=青山区"].iter().all(|line| listed.contains(line)), "{listed}");
    assert_eq!(desk.json(&["status", "--json"])[0]["year"], 2022);
}

#[test]
fn enter_on_the_year_makes_nothing_yet_and_help_is_at_hand() {
    let desk = Desk::new();
    let pty = start(&desk, &[], (80, 24));
    pty.wait_for("这里还没有台账");
    pty.press("F1");
    pty.wait_for("能用的键");
    pty.press("Esc");
    pty.wait_for("这里还没有台账");
    pty.press("2");
    pty.wait_for("[ 建台账 ]");
    pty.press("F1");
    pty.wait_for("首次使用里能用的键");
    pty.press("Esc");
    pty.wait_for("[ 建台账 ]");
    pty.press("Enter Enter Enter Enter");
    pty.wait("the cursor on the last row", |screen| screen.cursor_position() == (10, 3));
    assert!(!desk.data().join("FORMAT").exists());
    pty.press("Enter");
    wait_board(&pty);
    assert!(desk.data().join("FORMAT").exists());
}

#[test]
fn a_ledger_that_lost_its_year_says_so_and_is_given_another() {
    let desk = Desk::year_2022();
    for gone in ["db", "backup"] {
        fs::remove_dir_all(desk.data().join(gone)).expect("removed");
    }
    let journal = desk.data().join("journal/00000000000000000001.jsonl");
    let mut bytes = fs::read(&journal).expect("read");
    let year = bytes.windows(15).position(|some| some == br#""tree":"years","#).expect("a year");
    bytes[year + 40..year + 400].fill(0);
    fs::write(&journal, bytes).expect("written");
    let mut pty = start(&desk, &[], (80, 24));
    pty.wait_for("补上一个就能用");
    pty.wait_for("的是：2022");
    pty.press("Ctrl-S");
    pty.wait_for("年度已补上");
    wait_board(&pty);
    pty.press("Ctrl-Q");
    assert_eq!(pty.exit_code(), 0);
    pty.assert_restored();
    assert_eq!(desk.json(&["status", "--json"])[0]["year"], 2022);
}

#[test]
fn leaving_the_first_question_makes_nothing() {
    let desk = Desk::new();
    let mut pty = start(&desk, &[], (80, 24));
    pty.wait_for("这里还没有台账");
    pty.press("Esc");
    assert_eq!(pty.exit_code(), 0);
    pty.assert_restored();
    assert!(!desk.data().join("FORMAT").exists());
}

#[test]
fn a_start_in_a_small_terminal_is_one_sentence() {
    let desk = Desk::sample();
    let mut pty = start(&desk, &[], (50, 15));
    pty.wait_for("窗口太小");
    pty.press("Ctrl-Q");
    assert_eq!(pty.exit_code(), 0);
    pty.assert_restored();
}

#[test]
fn what_stands_typed_survives_quitting_and_every_signal() {
    for signal in [None, Some("TERM"), Some("HUP")] {
        let desk = Desk::sample();
        let mut pty = board(&desk, &[], (80, 24));
        new_article(&pty);
        pty.send("没存的标题");
        pty.wait_for("没存的标题");
        match signal {
            Some(name) => pty.signal(name),
            None => pty.press("Ctrl-Q"),
        }
        pty.exit_code();
        pty.assert_restored();
        let again = board(&desk, &[], (80, 24));
        new_article(&again);
        again.wait_for("没存的标题");
    }
}

#[test]
fn what_stands_typed_survives_a_kill_inside_the_form() {
    let desk = Desk::sample();
    let mut pty = board(&desk, &[], (80, 24));
    new_article(&pty);
    pty.send("没存的标题");
    wait_draft(&desk, "没存的标题");
    pty.signal("KILL");
    pty.exit_code();
    drop(pty);
    let again = board(&desk, &[], (80, 24));
    again.wait("the draft on the board", |screen| {
        let text = screen.contents();
        text.contains("草稿") && text.contains("没存的标题")
    });
}
