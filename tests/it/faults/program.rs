//! The real program is killed: the command line in a loop, the interface in a terminal; and it is refused threads.

use std::fs;
use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::kit::chance::Chance;
use super::kit::witness::Witness;
use crate::desk::{Desk, PROGRAM};
use crate::pty::{Pty, clerk};

/// The titles of all items.
fn titles(desk: &Desk) -> Vec<String> {
    desk.json(&["list", "--json"]).iter().map(|item| item["title"].as_str().expect("a title").to_owned()).collect()
}

fn assert_kept(desk: &Desk, confirmed: &[String], round: usize) {
    let found = titles(desk);
    let lost: Vec<_> = confirmed.iter().filter(|title| !found.contains(title)).collect();
    assert!(lost.is_empty(), "round {round}: {lost:?} of {} are lost", confirmed.len());
    assert!(found.len() <= confirmed.len() + round + 1, "round {round}: {} are there", found.len());
}

fn add(desk: &Desk, title: &str) -> Child {
    let mut command = desk.command(&["add", "--kind", "稿件", "--title", title, "--date", "12-20", "--set", "媒体=**"]);
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts")
}

#[test]
fn a_killed_command_line_loses_nothing_that_it_printed() {
    let desk = Desk::year_2022();
    let mut chance = Chance::new(8);
    let start = Instant::now();
    add(&desk, "第一条").wait().expect("it ends");
    let whole = 2 * start.elapsed().as_micros() as usize;
    let mut confirmed = vec!["第一条".to_owned()];
    for round in 0..60 {
        let title = format!("第{round}条");
        let mut child = add(&desk, &title);
        thread::sleep(Duration::from_micros(chance.below(whole) as u64));
        child.kill().expect("it is killed");
        let mut printed = String::new();
        child.stdout.take().expect("a pipe").read_to_string(&mut printed).expect("text");
        child.wait().expect("it has ended");
        if printed.ends_with('\n') {
            confirmed.push(title);
        }
        if round % 8 == 7 {
            assert_kept(&desk, &confirmed, round);
        }
    }
    assert!(confirmed.len() > 1, "some had their time");
    Witness::new(&desk.data()).examine(u64::MAX).expect("journal and database agree");
}

#[test]
fn a_killed_interface_loses_nothing_that_it_showed_as_saved() {
    let desk = Desk::sample();
    let mut chance = Chance::new(9);
    let mut confirmed = titles(&desk);
    for round in 0..6 {
        let_drafts_go(&desk);
        let mut pty = clerk::board(&desk, &[], (100, 30));
        for n in 0..=chance.below(2) {
            let title = format!("第{round}次第{n}篇");
            write_article(&pty, &title);
            pty.press("Ctrl-S");
            pty.wait(&title, |screen| {
                let text = screen.contents();
                text.contains("已记") && text.contains("今天要办") && text.contains(&title)
            });
            confirmed.push(title);
        }
        write_article(&pty, &format!("第{round}次未存"));
        pty.press("Ctrl-S");
        thread::sleep(Duration::from_micros(chance.below(20_000) as u64));
        pty.signal("KILL");
        pty.exit_code();
        assert_kept(&desk, &confirmed, round);
    }
    Witness::new(&desk.data()).examine(u64::MAX).expect("journal and database agree");
}

/// Takes away the drafts that a kill left, so that the next form opens empty.
fn let_drafts_go(desk: &Desk) {
    for draft in fs::read_dir(desk.data().join("drafts")).into_iter().flatten().flatten() {
        fs::remove_file(draft.path()).expect("a draft is a plain file");
    }
}

/// Fills the form of an article, up to its saving.
fn write_article(pty: &Pty, title: &str) {
    clerk::new_article(pty);
    pty.send(title);
    pty.wait_for(title);
    pty.press("Enter");
    pty.wait_for("1 区融媒体中心");
    pty.press("1");
    pty.wait_for("客户端，区级");
}

/// With little room for stacks no thread starts; with less the program itself does not. Whatever it says is true, and
/// it always ends.
#[cfg(target_os = "linux")]
#[test]
fn a_program_that_gets_no_threads_ends_and_loses_nothing() {
    let desk = Desk::year_2022();
    let mut confirmed = Vec::new();
    for (round, megabytes) in (8..200).step_by(8).enumerate() {
        let title = format!("{megabytes}兆");
        let limited = format!("ulimit -v {}; exec \"$0\" \"$@\"", megabytes * 1024);
        let mut command = Command::new("sh");
        command.args([
            "-c",
            &limited,
            PROGRAM,
            "add",
            "--kind",
            "稿件",
            "--title",
            &title,
            "--date",
            "12-20",
            "--set",
            "媒体=**",
        ]);
        command.env_clear().env("TAIZHANG_DATA", desk.data()).env("LANG", "zh_CN.UTF-8").current_dir(desk.home());
        let ran = command.stdin(Stdio::null()).output().expect("it runs");
        if ran.status.success() {
            confirmed.push(title);
        }
        assert_kept(&desk, &confirmed, round);
    }
    assert!(!confirmed.is_empty(), "with room it serves");
    Witness::new(&desk.data()).examine(u64::MAX).expect("journal and database agree");
    assert!(fs::exists(desk.data().join("db")).expect("it can be asked"));
}
