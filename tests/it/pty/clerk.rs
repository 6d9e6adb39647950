//! A clerk before the program: starts it, sees the board, starts it again.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;

use super::{DEADLINE, Pty, Sort};
use crate::desk::{Desk, PROGRAM};

/// Between two looks at the directory of the drafts.
const PAUSE: Duration = Duration::from_millis(20);

/// Starts the program at a desk, on a given day, in a terminal of columns × rows.
pub fn start(desk: &Desk, arguments: &[&str], size: (u16, u16)) -> Pty {
    start_in(desk, arguments, size, Sort::Narrow)
}

/// The same in a terminal of any sort.
pub fn start_in(desk: &Desk, arguments: &[&str], (columns, rows): (u16, u16), sort: Sort) -> Pty {
    let mut command = CommandBuilder::new(PROGRAM);
    command.env_clear();
    command.env("HOME", desk.home());
    command.env("LANG", "zh_CN.UTF-8");
    command.env("TAIZHANG_DATA", desk.data());
    command.args(["--today", "2022-12-20"]);
    command.args(arguments);
    command.cwd(desk.home());
    Pty::start(command, columns, rows, sort)
}

/// Starts the program on the ledger that is there, and waits for the board.
pub fn board(desk: &Desk, arguments: &[&str], size: (u16, u16)) -> Pty {
    let pty = start(desk, arguments, size);
    wait_board(&pty);
    pty
}

/// Waits for the board.
pub fn wait_board(pty: &Pty) {
    pty.wait("the board", |screen| {
        let text = screen.contents();
        text.contains("今天要办") && text.contains("刚才") && !text.contains("| 菜单")
    });
}

/// Opens the form of a new article for 网台报道和同比.
pub fn new_article(pty: &Pty) {
    pty.press("F3");
    pty.wait_for("选事项");
    pty.send("网台");
    pty.wait_for("1 网台报道和同比");
    pty.press("Enter");
    pty.wait_for("记一条: 6.5");
}

/// Waits until a draft on disk holds `text` and has its name: a kill before leaves only a file that is half made.
pub fn wait_draft(desk: &Desk, text: &str) {
    let dir = desk.data().join("drafts");
    let is_named = |path: &Path| path.extension().is_some_and(|ending| ending == "json");
    let holds = |path: &Path| is_named(path) && fs::read_to_string(path).is_ok_and(|draft| draft.contains(text));
    let end = Instant::now() + DEADLINE;
    while !fs::read_dir(&dir).into_iter().flatten().flatten().any(|file| holds(&file.path())) {
        assert!(Instant::now() < end, "no draft holds {text}");
        thread::sleep(PAUSE);
    }
}

/// Someone who presses keys that an input method lets through: digits, Enter, and keys that type nothing.
pub struct Counted<'a> {
    pty: &'a Pty,
    /// How many so far.
    pub keys: usize,
}

impl<'a> Counted<'a> {
    /// Nothing is pressed yet.
    pub const fn new(pty: &'a Pty) -> Self {
        Self { pty, keys: 0 }
    }

    /// Presses keys by their names.
    pub fn press(&mut self, names: &str) {
        let passes = |name: &str| name.chars().count() > 1 || name.chars().all(|c| c.is_ascii_digit());
        assert!(names.split(' ').all(passes), "{names}: an input method takes letters for itself");
        self.keys += names.split(' ').count();
        self.pty.press(names);
    }

    /// Commits text from an input method: each character counts as a key.
    pub fn commit(&mut self, text: &str) {
        self.keys += text.chars().count();
        self.pty.send(text);
    }
}
