//! The store's commit beside a bare append of as many bytes.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use chrono::Utc;
use taizhang::model::{Act, Change, Edit, Item, Verb};
use taizhang::store::{Logged, RealDisk, Seq, Store};

use super::office::{NOTE, rows};
use super::tally::{tell_tail, time};

/// Saves that are compared with a bare append.
const SAVES: usize = 500;

/// What a line has besides old and new item: number, time, act.
const FRAME: usize = 200;

/// Commits and bare appends of as many bytes, in turn.
pub fn tell(dir: &Path, bare: &Path) {
    let (mut store, ledger, _) = Store::open(dir, Arc::new(RealDisk)).expect("it opens");
    let mut file = OpenOptions::new().create(true).append(true).open(bare).expect("a file");
    let first = ledger.items.values().next().map(|item| Item::clone(item));
    let mut old = first.clone();
    let mut item = first.or_else(some_item).expect("the sample has items");
    let (mut ours, mut bares) = (Vec::new(), Vec::new());
    for number in 0..SAVES {
        item.card.title = format!("{NOTE}{number}");
        let edits = Edit::item(old, Some(item.clone())).into_iter().collect();
        old = Some(item.clone());
        let change = Change { act: Act { verb: Verb::Edit, what: String::new() }, edits };
        let logged = Logged { seq: Seq(0), at: Utc::now(), by: String::new(), change, undoes: None };
        let bytes = vec![b'x'; 2 * serde_json::to_vec(&item).expect("plain data").len() + FRAME];
        ours.push(time(|| store.commit(logged).expect("saved")));
        bares.push(time(|| file.write_all(&bytes).and_then(|()| file.sync_data()).expect("written")));
    }
    let (ours, bare) = (tell_tail("save durable", ours), tell_tail("bare append + fdatasync", bares));
    println!("  at the median {:.2} times the bare one", ours / bare);
}

fn some_item() -> Option<Item> {
    rows(1_000).edits.into_iter().find_map(|edit| match edit.new {
        Some(taizhang::model::Record::Item(item)) => Some(Item::clone(&item)),
        _ => None,
    })
}
