//! Ledgers to begin with.

use std::path::Path;
use std::sync::Arc;

use taizhang::model::{Act, Change, Edit, Ledger, Record, RecordKey, SettingValue, Verb};
use taizhang::store::{Logged, RealDisk, Seq, Store};
use tempfile::TempDir;

use super::kit::chance::Chance;
use super::kit::files::copy_tree;
use super::kit::scribe::{Scribe, mark};
use super::kit::witness::Witness;

/// Signs of three bytes that nearly fill the largest record.
const LONG: usize = 340_000;

/// A directory, made or not, for a ledger; its name has a space and 汉字.
pub fn place() -> (TempDir, Witness) {
    let root = tempfile::tempdir().expect("a directory");
    let witness = Witness::new(&root.path().join("台 账"));
    (root, witness)
}

/// A closed ledger of `saves` changes, with a draft.
pub fn closed(saves: usize) -> (TempDir, Witness) {
    let (root, mut witness) = place();
    let mut store = Store::create(&witness.dir, Arc::new(RealDisk)).expect("a ledger");
    let mut scribe = Scribe::new(Chance::new(saves as u64), Ledger::default());
    for _ in 0..saves {
        let (seq, mark) = scribe.commit(&mut store).expect("saved");
        witness.confirm(seq, mark);
    }
    store.drafts().save("draft", &serde_json::json!({ "title": "未完" })).expect("kept");
    drop(store.close());
    (root, witness)
}

/// A closed ledger whose next change but one begins a new segment.
pub fn nearly_full() -> (TempDir, Witness) {
    let (root, mut witness) = place();
    let mut store = Store::create(&witness.dir, Arc::new(RealDisk)).expect("a ledger");
    for n in 0..8 {
        let logged = long(n);
        let seq = store.commit(logged.clone()).expect("saved");
        witness.confirm(seq, mark(&logged));
    }
    drop(store.close());
    (root, witness)
}

/// The same ledger in another directory.
pub fn copy(witness: &Witness, to: &Path) -> Witness {
    let copy = witness.moved(&to.join("台 账"));
    copy_tree(&witness.dir, &copy.dir);
    copy
}

/// An edit that makes a small setting.
pub fn setting(n: usize) -> Edit {
    let key = RecordKey::Setting(format!("s{n}").parse().expect("an id"));
    Edit { key, old: None, new: Some(Record::Setting(SettingValue(format!("第{n}个值")))) }
}

fn long(n: usize) -> Logged {
    let key = RecordKey::Setting(format!("long{n}").parse().expect("an id"));
    let edit = Edit { key, old: None, new: Some(Record::Setting(SettingValue("长".repeat(LONG)))) };
    let change = Change { act: Act { verb: Verb::Set, what: "长".into() }, edits: vec![edit] };
    Logged { seq: Seq(0), at: chrono::DateTime::UNIX_EPOCH, by: "甲".into(), change, undoes: None }
}
