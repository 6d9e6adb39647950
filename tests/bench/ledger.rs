//! How long a ledger of many items takes to open, to show and to save.
//!
//! `cargo bench --bench ledger [-- ITEMS]` makes a ledger of so many items, 20,000 unless told, about 1 KB each, in the
//! system's temporary directory (`TMPDIR` chooses another disk) and prints, as median and range in milliseconds:
//!
//! * the ways to open it: after a clean close (from the cache), as a killed program leaves it (the cache lacks the last
//!   changes), without the cache (from the database), from the journal alone;
//! * figures, document and board, each from nothing; what a form foresees; a save with its reward; an undo;
//! * the store's commit beside a bare append + fdatasync of as many bytes, taken in turn in the same run;
//! * the disk that an item takes; 20,000 items as one change, and its undo;
//! * a fresh process that opens it and computes the board: the time in it, and its peak memory (Linux).

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use chrono::{NaiveDate, Utc};
use taizhang::id::{IdMaker, ItemId};
use taizhang::model::{Act, Change, Edit, Item, Ledger, Verb};
use taizhang::session::{Clock, Session};
use taizhang::store::{Logged, RealDisk, Seq, Store};
use taizhang::template;

/// Runs of each measurement.
const RUNS: usize = 15;

/// Saves that are compared with a bare append.
const SAVES: usize = 200;

/// What each item has besides the sample's own words.
const NOTE: &str = "按照年度工作安排，会同有关部门在综合文化站组织开展，村民和志愿者等参加，现场答疑并发放资料。";

/// The word that makes this program the fresh process.
const FRESH: &str = "fresh";

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [word, dir] = &words[..]
        && word == FRESH
    {
        return fresh(Path::new(dir));
    }
    let items = words.iter().find_map(|word| word.parse().ok()).unwrap_or(20_000);
    let root = tempfile::tempdir().expect("a directory");
    let dir = root.path().join("ledger");
    let made = Session::create(&dir, large(items), None, clock(), Arc::new(RealDisk)).expect("a ledger");
    println!("{} items, ms: median (least to most)", made.ledger().items.len());
    drop(made);
    openings(&dir);
    for _ in 0..3 {
        let program = std::env::current_exe().expect("this program");
        Command::new(program).args([FRESH.as_ref(), dir.as_os_str()]).status().expect("it runs");
    }
    let mut session = open(&dir);
    views(&mut session);
    acts(&mut session);
    drop(session);
    saves(&dir, &root.path().join("bare"));
    tell_size(&dir, items);
    import(root.path());
}

/// Bytes of disk per item, the reserve left out.
fn tell_size(dir: &Path, items: usize) {
    for part in ["journal", "db", "backup", "cache"] {
        println!("{part}: {} bytes an item", size(&dir.join(part)) / items.max(1) as u64);
    }
}

fn size(path: &Path) -> u64 {
    match fs::read_dir(path) {
        Ok(entries) => entries.flatten().map(|entry| size(&entry.path())).sum(),
        Err(_) => fs::metadata(path).map_or(0, |found| found.len()),
    }
}

/// 20,000 items come in as one change, and go out again with one undo; then the memory of this whole run.
fn import(root: &Path) {
    let dir = root.join("imported");
    let mut session = Session::create(&dir, template::sample(), None, clock(), Arc::new(RealDisk)).expect("a ledger");
    let change = large(20_000).pop().expect("the copies");
    println!("one change of {} items: {:.0} ms", change.edits.len(), time(|| session.apply(&change).expect("saved")));
    println!("its undo: {:.0} ms", time(|| session.undo().expect("undone")));
    println!("closing: {:.0} ms", time(|| drop(session)));
    let session = open(&dir);
    println!("{} items are left; {}", session.ledger().items.len(), peak());
}

fn clock() -> Clock {
    Clock { today: NaiveDate::from_ymd_opt(2022, 12, 20).expect("a day"), as_of: None, now: Utc::now }
}

fn open(dir: &Path) -> Session {
    Session::open(dir, None, clock(), Arc::new(RealDisk)).expect("it opens").0
}

/// The sample and copies of its newest year's items, `items` in all; no two have the same title.
fn large(items: usize) -> Vec<Change> {
    let mut ledger = Ledger::default();
    let mut changes = template::sample();
    for change in &changes {
        change.apply(&mut ledger).expect("the sample fits");
    }
    let newest = *ledger.years.keys().next_back().expect("a year");
    let mut ids = IdMaker::default();
    let own: Vec<&Item> = ledger.items_of(newest).collect();
    let copies = own.into_iter().cycle().zip(ledger.items.len()..items);
    let edits = copies.filter_map(|(item, number)| Edit::item(None, Some(copy(item, number, ids.item())))).collect();
    changes.push(Change { act: Act { verb: Verb::Add, what: String::new() }, edits });
    changes
}

fn copy(item: &Item, number: usize, id: ItemId) -> Item {
    let mut item = item.clone();
    item.card.id = id;
    item.card.title = format!("{}（{number}）", item.card.title);
    item.body.note = NOTE.repeat(2);
    item
}

/// Opens it in every way there is; the ledger that is open is closed outside the time.
fn openings(dir: &Path) {
    let cache = dir.join("cache");
    measure("open after a clean close", || (), |()| open(dir));
    let mut session = open(dir);
    for _ in 0..50 {
        toggle(&mut session);
    }
    // The next opening replays what the cache lacks; so few changes are not worth a new one.
    drop(session);
    measure("open, the cache 50 changes old", || (), |()| open(dir));
    measure("open without the cache", || drop(fs::remove_file(&cache)), |()| open(dir));
    let alone = dir.with_file_name("alone");
    fs::create_dir(&alone).expect("a directory");
    fs::copy(dir.join("FORMAT"), alone.join("FORMAT")).expect("copied");
    fs::create_dir(alone.join("journal")).expect("a directory");
    for file in fs::read_dir(dir.join("journal")).expect("a journal") {
        let file = file.expect("a segment");
        fs::copy(file.path(), alone.join("journal").join(file.file_name())).expect("copied");
    }
    measure("read from the journal alone", || (), |()| Store::read(&alone).expect("it is read"));
    let forget = || {
        let _ = fs::remove_dir_all(alone.join("db"));
        let _ = fs::remove_file(alone.join("cache"));
    };
    let rebuild = |()| {
        let session = open(&alone);
        session.board();
        session
    };
    measure("rebuild from the journal alone, to the board", forget, rebuild);
}

fn views(session: &mut Session) {
    // To choose the year forgets what was computed.
    let again = |session: &mut Session| session.set_year(session.year()).expect("it is there");
    let figures = |_: usize| {
        again(session);
        time(|| session.figures().len())
    };
    tell("figures", (0..RUNS).map(figures).collect());
    let document = |_: usize| {
        again(session);
        session.figures();
        time(|| session.document().blanks())
    };
    tell("document, the figures being there", (0..RUNS).map(document).collect());
    let board = |_: usize| {
        again(session);
        session.document();
        time(|| session.board().todo.len())
    };
    tell("board, figures and document being there", (0..RUNS).map(board).collect());
    let whole = |_: usize| {
        again(session);
        time(|| session.board().todo.len())
    };
    tell("board from nothing", (0..RUNS).map(whole).collect());
}

fn acts(session: &mut Session) {
    let first = session.ledger().items_of(session.year()).next().expect("an item").card.id;
    let binned = session.bin(first).expect("it is there");
    let foreseen = |_: usize| time(|| session.foresee(&binned).len());
    tell("foresee", (0..RUNS).map(foreseen).collect());
    let applied = |_: usize| {
        session.board();
        time(|| toggle(session))
    };
    tell("apply with reward", (0..RUNS).map(applied).collect());
    let undone = |_: usize| {
        session.board();
        time(|| session.undo().expect("undone"))
    };
    tell("undo with reward", (0..RUNS).map(undone).collect());
}

/// Bins the first item or takes it back out.
fn toggle(session: &mut Session) {
    let first = session.ledger().items.values().next().expect("an item");
    let (id, binned) = (first.card.id, first.card.binned);
    let change = if binned { session.restore(id) } else { session.bin(id) };
    session.apply(&change.expect("it is there")).expect("saved");
}

/// Commits and bare appends of as many bytes, in turn.
fn saves(dir: &Path, bare: &Path) {
    let (mut store, ledger, _) = Store::open(dir, Arc::new(RealDisk)).expect("it opens");
    let mut file = OpenOptions::new().create(true).append(true).open(bare).expect("a file");
    let mut item = Item::clone(ledger.items.values().next().expect("an item"));
    let (mut ours, mut bares) = (Vec::new(), Vec::new());
    for number in 0..SAVES {
        let old = item.clone();
        item.card.title = format!("{NOTE}{number}");
        let edits = Edit::item(Some(old), Some(item.clone())).into_iter().collect();
        let change = Change { act: Act { verb: Verb::Edit, what: String::new() }, edits };
        let logged = Logged { seq: Seq(0), at: Utc::now(), by: String::new(), change, undoes: None };
        let bytes = vec![b'x'; 2 * serde_json::to_vec(&item).expect("plain data").len() + 200];
        ours.push(time(|| store.commit(logged).expect("saved")));
        bares.push(time(|| file.write_all(&bytes).and_then(|()| file.sync_data()).expect("written")));
    }
    tell_tail("commit", ours);
    tell_tail("bare append + fdatasync", bares);
}

fn measure<A, B>(name: &str, mut before: impl FnMut() -> A, mut run: impl FnMut(A) -> B) {
    let once = |_: usize| {
        let given = before();
        let start = Instant::now();
        let made = run(given);
        let took = start.elapsed().as_secs_f64() * 1000.0;
        drop(made);
        took
    };
    tell(name, (0..RUNS).map(once).collect());
}

fn time<T>(run: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    std::hint::black_box(run());
    start.elapsed().as_secs_f64() * 1000.0
}

fn tell(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    println!("{name}: {:.2} ({:.2} to {:.2})", times[times.len() / 2], times[0], times[times.len() - 1]);
}

fn tell_tail(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    println!("{name}: p50 {:.3}, p99 {:.3}", times[times.len() / 2], times[times.len() * 99 / 100]);
}

/// Opens the ledger, computes the board, and says how long that took and how much memory.
fn fresh(dir: &Path) {
    let start = Instant::now();
    let session = open(dir);
    std::hint::black_box(session.board().todo.len());
    let took = start.elapsed().as_secs_f64() * 1000.0;
    drop(session);
    println!("a fresh process: board after {took:.2}, memory {}", peak());
}

fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("unknown").to_owned()
}
