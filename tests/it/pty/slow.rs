//! A disk that takes its time: the wait is said, what is typed meanwhile is kept, and nothing is done before the answer.

use std::env;
use std::io;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use chrono::{NaiveDate, Utc};
use portable_pty::CommandBuilder;

use taizhang::keymap::Keymap;
use taizhang::lang::Lang;
use taizhang::session::{Clock, Session};
use taizhang::ui::{Options, Start, run};

use super::clerk::{new_article, wait_board};
use super::{Pty, Sort};
use crate::desk::Desk;
use crate::faults::kit::disk::{Act, WatchedDisk, Watcher};

/// Set where the test binary is to play the program, on the ledger in this directory.
const PLAYED: &str = "TAIZHANG_TEST_SLOW";

/// How long the disk takes to make a write durable.
const SLOWNESS: Duration = Duration::from_secs(2);

/// Between two keys of somebody who types.
const BETWEEN_KEYS: Duration = Duration::from_millis(150);

#[derive(Debug)]
struct Slow;

impl Watcher for Slow {
    fn before(&self, act: Act<'_>) -> io::Result<()> {
        if matches!(act, Act::Sync(_)) {
            thread::sleep(SLOWNESS);
        }
        Ok(())
    }
}

/// The board, and a form in which every keystroke makes a draft due: drafts wait for the disk as well.
#[test]
fn on_a_slow_disk_every_key_that_is_typed_arrives() {
    let desk = Desk::sample();
    let mut pty = Pty::start(command(&desk), 80, 24, Sort::Narrow);
    wait_board(&pty);
    new_article(&pty);
    let title = "慢盘上逐字录入的一条稿件";
    for sign in title.chars() {
        pty.send(&sign.to_string());
        thread::sleep(BETWEEN_KEYS);
    }
    pty.wait_for(title);
    pty.press("Enter");
    pty.wait_for("1 区融媒体中心");
    pty.press("1 Ctrl-S");
    pty.wait_for("正在保存");
    assert!(!pty.text().contains("已记"), "nothing is told before the disk has answered");
    pty.press("F3");
    pty.send("网台");
    pty.wait_for("1 网台报道和同比");
    // The first takes the search back.
    pty.press("Esc");
    pty.wait_for("1 群众文化活动");
    pty.press("Esc");
    wait_board(&pty);
    pty.press("Ctrl-Q");
    assert_eq!(pty.exit_code(), 0);
    assert!(desk.ok(&["list"]).contains(title));
}

/// Both parts: the test types, and the binary that it starts comes here again to play.
#[test]
fn a_slow_disk_says_that_it_saves_and_swallows_no_key() {
    if let Some(dir) = env::var_os(PLAYED) {
        return play(dir.as_ref());
    }
    let desk = Desk::sample();
    desk.ok(&["add", "--kind", "稿件", "--title", "慢盘上的一条", "--date", "12-20", "--set", "媒体=新华网"]);
    let mut pty = Pty::start(command(&desk), 80, 24, Sort::Narrow);
    wait_board(&pty);
    pty.press("Ctrl-Z");
    pty.wait_for("正在保存");
    assert!(!pty.text().contains("已撤销"), "nothing is told before the disk has answered");
    pty.press("F3");
    pty.send("网台");
    pty.wait_for("1 网台报道和同比");
    pty.wait_gone("正在保存");
    pty.press("Ctrl-Q");
    assert_eq!(pty.exit_code(), 0);
    pty.assert_restored();
    assert!(!desk.ok(&["list"]).contains("慢盘上的一条"));
}

fn command(desk: &Desk) -> CommandBuilder {
    let mut command = CommandBuilder::new(env::current_exe().expect("the test binary"));
    let name = "pty::slow::a_slow_disk_says_that_it_saves_and_swallows_no_key";
    command.args(["--exact", name, "--nocapture", "--test-threads=1"]);
    command.env_clear();
    command.env("HOME", desk.home());
    command.env("LANG", "zh_CN.UTF-8");
    command.env(PLAYED, desk.data());
    command
}

fn play(dir: &std::path::Path) {
    let today = NaiveDate::from_ymd_opt(2022, 12, 20).expect("a date");
    let clock = Clock { today, as_of: None, now: Utc::now };
    let (session, notices) = Session::open(dir, None, clock, WatchedDisk::shared(Arc::new(Slow))).expect("it opens");
    let options = Options { lang: Lang::Zh, keymap: Keymap::office() };
    run(Start::Ledger(Box::new(session), notices), options).expect("it plays");
}
