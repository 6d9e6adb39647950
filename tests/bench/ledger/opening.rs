//! From the start of a process to the board, in each state that a ledger may be in.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use super::office::{open, toggle};
use super::tally::{peak, time};

/// The word that makes this program the fresh process.
pub const FRESH: &str = "fresh";

/// The word that makes this program a writer that is killed.
pub const WRITER: &str = "writer";

/// Fresh processes for each state.
const RUNS: usize = 7;

/// Changes that the writer saves before it is killed.
const SAVES: usize = 50;

/// Opens the ledger in each of its states.
pub fn tell(dir: &Path) {
    let parts = |parts: &[&str]| parts.iter().for_each(|part| drop(fs::remove_dir_all(dir.join(part))));
    let forget_cache = || drop(fs::remove_file(dir.join("cache")));
    state("open to board after a clean close", dir, || {});
    state("open to board after kill -9", dir, || kill_a_writer(dir));
    state("open to board without the cache", dir, forget_cache);
    state("open to board, rebuilt from the journal alone", dir, || {
        parts(&["db", "backup"]);
        forget_cache();
    });
    // What the rebuild left unfinished is finished by closing.
    drop(open(dir));
}

fn state(name: &str, dir: &Path, prepare: impl Fn()) {
    let mut memory = 0;
    let run = |_: usize| {
        prepare();
        let out = myself(FRESH, dir).output().expect("it runs").stdout;
        let said = String::from_utf8(out).expect("text");
        let (took, kib) = said.trim().split_once(' ').expect("time and memory");
        memory = memory.max(kib.parse::<u64>().expect("a number"));
        took.parse().expect("a time")
    };
    let times = (0..RUNS).map(run).collect();
    super::tally::tell(name, times);
    println!("  memory at most {} MiB", memory / 1024);
}

/// The fresh process: opens the ledger, computes the board, says how long that took and how much memory.
pub fn fresh(dir: &Path) {
    let mut session = None;
    let took = time(|| session.insert(open(dir)).board().todo.len());
    drop(session);
    println!("{took} {}", peak());
}

/// Has a writer save some changes and kills it with the ledger open.
fn kill_a_writer(dir: &Path) {
    let mut child = myself(WRITER, dir).stdout(Stdio::piped()).spawn().expect("it starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("it says that it is done");
    child.kill().expect("it is killed");
    child.wait().expect("it has ended");
}

/// The writer: saves, says so, and waits for its end.
pub fn write_until_killed(dir: &Path) {
    let mut session = open(dir);
    for _ in 0..SAVES {
        toggle(&mut session);
    }
    println!("done");
    std::io::stdout().flush().expect("somebody listens");
    loop {
        std::thread::park();
    }
}

/// This program with a part to play.
pub fn myself(part: &str, dir: &Path) -> Command {
    let mut command = Command::new(env::current_exe().expect("this program"));
    command.arg(part).arg(dir);
    command
}
