//! The program itself in a terminal, on the sample ledger: what holds on every screen.

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use super::{Pty, Sort};

/// The sample ledger on the board, and the directory it lives in.
struct Demo {
    pty: Pty,
    dir: TempDir,
}

fn demo(arguments: &[&str], columns: u16, rows: u16, sort: Sort) -> Demo {
    let dir = TempDir::new().expect("a directory");
    Demo { pty: start(&dir, arguments, columns, rows, sort), dir }
}

/// Starts the program once more on the ledger of `demo`.
fn again(demo: &Demo, arguments: &[&str]) -> Pty {
    start(&demo.dir, arguments, 80, 24, Sort::Narrow)
}

fn start(dir: &TempDir, arguments: &[&str], columns: u16, rows: u16, sort: Sort) -> Pty {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_taizhang"));
    command.env_clear();
    command.env("HOME", dir.path());
    command.args(["demo", "--lang", "zh", "--today", "2022-12-20", "--data"]);
    command.arg(dir.path().join("ledger"));
    command.args(arguments);
    Pty::start(command, columns, rows, sort)
}

fn board(arguments: &[&str]) -> Demo {
    let demo = demo(arguments, 80, 24, Sort::Narrow);
    demo.pty.wait("the last line of the board", |screen| screen.contents().trim_end().ends_with("帮助"));
    demo
}

#[test]
fn ctrl_c_says_how_to_quit_and_ctrl_q_quits() {
    let mut demo = board(&[]);
    demo.pty.send("\x03");
    demo.pty.wait_for("要退出请按 Ctrl-Q");
    demo.pty.send("\x11");
    assert_eq!(demo.pty.exit_code(), 0);
    demo.pty.assert_restored();
}

#[test]
fn a_signal_ends_it_on_the_board_and_restores_the_terminal() {
    let mut demo = board(&[]);
    demo.pty.signal("TERM");
    assert_eq!(demo.pty.exit_code(), 0);
    demo.pty.assert_restored();
}

#[test]
fn a_small_screen_shows_one_sentence_until_it_grows() {
    let demo = board(&[]);
    demo.pty.resize(40, 10);
    demo.pty.wait_for("窗口太小");
    demo.pty.resize(80, 24);
    demo.pty.wait("the board", |screen| {
        let text = screen.contents();
        text.contains("Esc菜单") && !text.contains("窗口太小")
    });
}

#[test]
fn help_shows_the_keys_that_work_where_it_was_called() {
    let demo = board(&[]);
    demo.pty.send("\x07");
    demo.pty.wait_for("帮助：总览里能用的键");
    demo.pty.wait_for("F3  Ctrl-N");
    demo.pty.send("\x1b");
    demo.pty.wait_for("Esc菜单");
}

#[test]
fn r6_the_cursor_stands_on_the_board_too() {
    let demo = board(&[]);
    demo.pty.wait("a cursor", |screen| !screen.hide_cursor());
}

#[test]
fn r1_a_letter_does_nothing_on_the_board() {
    let demo = board(&[]);
    let before = demo.pty.text();
    demo.pty.send("jqx中\x03");
    demo.pty.wait_for("要退出请按");
    let head = |text: &str| text.lines().take(20).collect::<Vec<_>>().join("\n");
    assert_eq!(head(&demo.pty.text()), head(&before));
}

#[test]
fn r4_esc_keeps_the_draft_and_a_killed_program_finds_it_again() {
    let mut demo = board(&[]);
    let open = |pty: &Pty| {
        pty.send("\x1bOR");
        pty.wait_for("选事项");
        pty.send("xwgj");
        pty.wait("one matter", |screen| !screen.contents().contains("群众文化活动"));
        pty.send("\r");
        pty.wait_for("标题");
    };
    open(&demo.pty);
    demo.pty.send("文化站里过冬至");
    demo.pty.wait_for("文化站里过冬至");
    demo.pty.send("\x1b");
    demo.pty.wait_for("今天要办");
    demo.pty.signal("KILL");
    demo.pty.exit_code();
    let again = again(&demo, &[]);
    again.wait_for("今天要办");
    open(&again);
    again.wait_for("文化站里过冬至");
}

#[test]
fn in_the_vim_keymap_letters_are_commands_and_the_same_places_are_reached() {
    let demo = board(&["--keymap", "vim"]);
    demo.pty.send("?");
    demo.pty.wait_for("帮助：总览里能用的键");
    demo.pty.send("q");
    demo.pty.wait_for("截至");
    demo.pty.send("R");
    demo.pty.wait("the report", |screen| !screen.contents().contains("今天要办"));
}

#[test]
fn where_ambiguous_characters_are_wide_nothing_is_pushed_aside() {
    let demo = demo(&[], 80, 24, Sort::Wide);
    demo.pty.wait_for("Esc菜单");
    let text = demo.pty.text();
    assert!(text.lines().all(|line| unicode_width::UnicodeWidthStr::width_cjk(line) <= 80), "{text}");
}
