//! The ledgers that are measured: the sample, and copies of its items.

use std::path::Path;
use std::sync::Arc;

use chrono::{NaiveDate, Utc};
use taizhang::id::{IdMaker, ItemId};
use taizhang::model::{Act, Change, Edit, Item, Ledger, Verb};
use taizhang::session::{Clock, Session};
use taizhang::store::RealDisk;
use taizhang::template;

/// What each item has besides the sample's own words.
pub const NOTE: &str = "按照年度工作安排，会同有关部门在综合文化站组织开展，村民和志愿者等参加，现场答疑并发放资料。";

fn clock() -> Clock {
    Clock { today: NaiveDate::from_ymd_opt(2022, 12, 20).expect("a day"), as_of: None, now: Utc::now }
}

/// Makes a ledger of so many items; of none: only a year.
pub fn make(dir: &Path, items: usize) -> Session {
    let changes = if items == 0 {
        year()
    } else {
        let mut changes = template::sample();
        changes.push(rows(items));
        changes
    };
    begin(dir, changes)
}

/// Makes a ledger that begins with these changes.
pub fn begin(dir: &Path, changes: Vec<Change>) -> Session {
    Session::create(dir, changes, None, clock(), Arc::new(RealDisk)).expect("a ledger")
}

/// The change that begins an empty year.
pub fn year() -> Vec<Change> {
    let year = taizhang::model::Year::try_from(2022).expect("a year");
    vec![template::begin_year(&Ledger::default(), template::default_template(), year)]
}

/// Opens it.
pub fn open(dir: &Path) -> Session {
    Session::open(dir, None, clock(), Arc::new(RealDisk)).expect("it opens").0
}

/// The change that makes the sample one of `items` items: copies of its newest year's; no two have the same title.
pub fn rows(items: usize) -> Change {
    let mut ledger = Ledger::default();
    for change in template::sample() {
        change.apply(&mut ledger).expect("the sample fits");
    }
    let newest = *ledger.years.keys().next_back().expect("a year");
    let mut ids = IdMaker::default();
    let own: Vec<&Item> = ledger.items_of(newest).collect();
    let copies = own.into_iter().cycle().zip(ledger.items.len()..items);
    let edits = copies.filter_map(|(item, number)| Edit::item(None, Some(copy(item, number, ids.item())))).collect();
    Change { act: Act { verb: Verb::Add, what: String::new() }, edits }
}

fn copy(item: &Item, number: usize, id: ItemId) -> Item {
    let mut item = item.clone();
    item.card.id = id;
    item.card.title = format!("{}（{number}）", item.card.title);
    item.body.note = NOTE.repeat(2);
    item
}

/// Bins the first item or takes it back out; false: there is none.
pub fn toggle(session: &mut Session) -> bool {
    let Some(first) = session.ledger().items.values().next() else { return false };
    let (id, binned) = (first.card.id, first.card.binned);
    let change = if binned { session.restore(id) } else { session.bin(id) };
    session.apply(&change.expect("it is there")).expect("saved");
    true
}
