//! What the terminal must stand: every way out, pastes, widths, other encodings, other sizes.

use super::child;
use super::{Pty, Sort};

fn field(sort: Sort) -> Pty {
    let pty = Pty::start(child::command(), 100, 24, sort);
    pty.wait_for("ready");
    pty
}

#[test]
fn quitting_restores_the_terminal() {
    let mut pty = field(Sort::Narrow);
    pty.send("\x11");
    assert_eq!(pty.exit_code(), 0);
    pty.assert_restored();
}

#[test]
fn signals_end_the_program_and_restore_the_terminal() {
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
        let mut pty = field(Sort::Narrow);
        pty.signal(signal);
        assert_eq!(pty.exit_code(), 0, "{signal}");
        pty.assert_restored();
    }
}

#[test]
fn a_panic_restores_the_terminal_before_its_message() {
    let mut pty = field(Sort::Narrow);
    pty.send("\x10");
    assert_ne!(pty.exit_code(), 0);
    pty.assert_restored();
    pty.wait_for("asked to panic");
}

#[test]
fn typed_chinese_arrives_and_the_cursor_stands_behind_it() {
    let pty = field(Sort::Narrow);
    pty.send("文化站里过冬至");
    pty.wait("the text", |screen| screen.contents().contains("文化站里过冬至") && screen.cursor_position() == (1, 14));
}

#[test]
fn r8_backspace_in_both_codes_and_the_keypads_enter() {
    let pty = field(Sort::Narrow);
    pty.send("一二三\x08\x7f\n");
    pty.wait_for("characters=2 lines=2");
}

#[test]
fn r10_a_paste_of_ten_thousand_characters_is_one_paste() {
    let pty = field(Sort::Narrow);
    let text: String = "扎实推进文明创建工作。\r\n".chars().cycle().take(13_000).collect();
    pty.paste(&text);
    pty.wait_for("characters=12000 lines=1001 pastes=1");
}

#[test]
fn r10_control_characters_in_a_paste_never_arrive() {
    let pty = field(Sort::Narrow);
    pty.paste("a\x1b[31mb\x07c\x1bd");
    pty.wait_for("characters=4");
    pty.wait_for("abcd");
}

#[test]
fn r7_no_keyboard_protocol_is_asked_for() {
    let mut pty = field(Sort::Narrow);
    pty.send("\x11");
    pty.exit_code();
    pty.assert_restored();
    assert!(!pty.has_keyboard_protocol());
}

#[test]
fn keys_typed_before_the_first_frame_are_kept() {
    for sort in [Sort::Silent, Sort::Narrow] {
        let pty = Pty::start(child::command(), 100, 24, sort);
        pty.send("早");
        pty.wait_for("characters=1");
    }
}

#[test]
fn the_width_of_ambiguous_characters_is_asked_of_the_terminal() {
    field(Sort::Narrow).wait_for("wide=false");
    field(Sort::Wide).wait_for("wide=true");
    field(Sort::Silent).wait_for("wide=false");
}

#[test]
fn a_setting_goes_before_the_answer() {
    let mut command = child::command();
    command.env("TAIZHANG_AMBIGUOUS", "2");
    Pty::start(command, 100, 24, Sort::Narrow).wait_for("wide=true");
}

#[test]
fn where_chinese_would_be_lost_a_plain_screen_says_so_first() {
    let mut foreign = Pty::start(child::command(), 100, 24, Sort::Foreign);
    foreign.wait_for("This terminal is not UTF-8");
    foreign.send("\x1b");
    assert_eq!(foreign.exit_code(), 0);
    foreign.assert_restored();

    let mut command = child::command();
    command.env("LANG", "zh_CN.GB18030");
    let pty = Pty::start(command, 100, 24, Sort::Narrow);
    pty.wait_for("The locale is zh_CN.GB18030, not UTF-8");
    pty.send("\r");
    pty.wait_for("ready");
}

#[test]
fn another_size_is_drawn_at_once() {
    let pty = field(Sort::Narrow);
    pty.resize(132, 40);
    pty.wait_for("ready 132x40");
    pty.resize(80, 24);
    pty.wait_for("ready 80x24");
}

#[test]
fn a_screen_that_was_spoilt_is_drawn_anew() {
    let pty = field(Sort::Narrow);
    pty.send("原文");
    pty.wait_for("原文");
    pty.spoil();
    assert!(!pty.text().contains("原文"));
    pty.send("\x0c");
    pty.wait_for("原文");
}

#[test]
fn without_a_terminal_it_refuses() {
    let played = child::without_terminal();
    assert!(!played.status.success());
    assert!(String::from_utf8_lossy(&played.stderr).contains("NotATerminal"));
    assert!(!played.stdout.contains(&0x1b), "nothing was drawn");
}
