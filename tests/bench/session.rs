//! How long the session takes on a large ledger: the sample's items of 2022 over and over, 20,000 unless told.
//!
//! `cargo bench --bench session [-- ITEMS]` prints the median of each in milliseconds.

use std::sync::Arc;
use std::time::Instant;

use chrono::{NaiveDate, Utc};
use taizhang::id::{IdMaker, ItemId};
use taizhang::model::{Change, Edit, Item, Ledger, Record, RecordKey};
use taizhang::session::{Clock, Session};
use taizhang::store::RealDisk;
use taizhang::template;

/// Runs of each measurement; the median is printed.
const RUNS: usize = 15;

fn main() {
    let items = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(20_000);
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("ledger");
    let clock = Clock { today: NaiveDate::from_ymd_opt(2022, 12, 20).expect("a day"), as_of: None, now: Utc::now };
    let made = Session::create(&path, large(items), None, clock, Arc::new(RealDisk)).expect("a ledger");
    println!("{} items", made.ledger().items.len());
    drop(made);
    let open = || Session::open(&path, None, clock, Arc::new(RealDisk)).expect("it opens").0;
    measure("open", open);
    let mut session = open();
    let first = session.ledger().items_of(session.year()).next().expect("an item").clone();
    let again = |session: &mut Session| session.set_year(session.year()).expect("it is there");
    measure("figures", || {
        again(&mut session);
        session.figures().len()
    });
    measure("document", || {
        again(&mut session);
        session.document().blanks()
    });
    measure("board (with figures and document)", || {
        again(&mut session);
        session.board().todo.len()
    });
    let binned = session.bin(first.card.id).expect("it is there");
    measure("foresee", || session.foresee(&binned).len());
    measure("apply, with reward", || {
        session.board();
        let binned = session.ledger().items[&first.card.id].card.binned;
        let change = if binned { session.restore(first.card.id) } else { session.bin(first.card.id) };
        session.apply(&change.expect("it is there")).expect("saved")
    });
}

/// The sample and copies of its newest year's items, `items` in all.
fn large(items: usize) -> Vec<Change> {
    let mut ledger = Ledger::default();
    let mut changes = template::sample();
    for change in &changes {
        change.apply(&mut ledger).expect("the sample fits");
    }
    let newest = *ledger.years.keys().next_back().expect("a year");
    let mut ids = IdMaker::default();
    let own: Vec<&Item> = ledger.items_of(newest).collect();
    let copies = own.into_iter().cycle().take(items.saturating_sub(ledger.items.len()));
    let edits = copies.map(|item| copy(item, ids.item())).collect();
    let act = changes[0].act.clone();
    changes.push(Change { act, edits });
    changes
}

fn copy(item: &Item, id: ItemId) -> Edit {
    let mut item = item.clone();
    item.card.id = id;
    Edit { key: RecordKey::Item(id), old: None, new: Some(Record::Item(Arc::new(item))) }
}

fn measure<T>(name: &str, mut run: impl FnMut() -> T) {
    let once = |_| {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed().as_secs_f64() * 1000.0
    };
    let mut times: Vec<f64> = (0..RUNS).map(once).collect();
    times.sort_by(f64::total_cmp);
    println!("{name}: {:.2} ms", times[RUNS / 2]);
}
