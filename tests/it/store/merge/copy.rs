//! Copies of one ledger, and what people do with them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::prelude::*;
use serde_json::json;
use taizhang::id::{EntryId, ItemId};
use taizhang::model::{Change, Edit, Item, Ledger, Record, RecordKey};
use taizhang::store::{Logged, Merge, MergeError, RealDisk, Seq, Store};
use tempfile::TempDir;

use crate::store::bench::{change, copy_tree, logged, real, setting, text};

/// A copy of a ledger, and what it should hold.
pub struct Copy {
    store: Store,
    pub ledger: Ledger,
    pub name: &'static str,
    done: Vec<Seq>,
    made: u128,
}

/// What someone does with a copy.
#[derive(Clone, Debug)]
pub enum Act {
    Set(u8, Option<u8>),
    Label(u8, Option<u8>),
    Add(u8),
    Title(u8, u8),
    Note(u8, u8),
    Field(u8, Option<u8>),
    Bin(u8),
    Remove(u8),
    Undo,
}

impl Copy {
    pub fn make(dir: &Path) -> Self {
        let store = Store::create(dir, real()).expect("a ledger");
        Self { store, ledger: Ledger::default(), name: "甲", done: Vec::new(), made: 0 }
    }

    /// A plain copy of the files: it writes under the same name as the ledger it was copied from.
    pub fn plain(&self, to: &Path, name: &'static str) -> Self {
        fs::create_dir(to).expect("made");
        copy_tree(&self.dir().join("journal"), &to.join("journal"));
        fs::copy(self.dir().join("FORMAT"), to.join("FORMAT")).expect("copied");
        Self::open(to, name)
    }

    /// A copy that writes under a name of its own.
    fn renamed(&self, to: &Path, name: &'static str) -> Self {
        drop(self.plain(to, name).store);
        let mut format: serde_json::Value =
            serde_json::from_slice(&fs::read(to.join("FORMAT")).expect("read")).expect("JSON");
        format["replica"] = ulid::Ulid::generate().to_string().into();
        fs::write(to.join("FORMAT"), format.to_string()).expect("written");
        Self::open(to, name)
    }

    pub fn open(dir: &Path, name: &'static str) -> Self {
        let (store, ledger, _) = Store::open(dir, real()).expect("it opens");
        let made = u128::from(name.as_bytes()[2]) << 8;
        Self { store, ledger, name, done: Vec::new(), made }
    }

    pub fn dir(&self) -> PathBuf {
        self.store.dir().to_owned()
    }

    fn logged(&self, change: Change, undoes: Option<Seq>) -> Logged {
        Logged { by: self.name.into(), ..logged(change, undoes) }
    }

    fn commit(&mut self, change: &Change, undoes: Option<Seq>) -> Seq {
        let seq = self.store.commit(self.logged(change.clone(), undoes)).expect("saved");
        change.apply(&mut self.ledger).expect("it fits");
        seq
    }

    pub fn put(&mut self, key: RecordKey, new: Option<Record>) {
        let old = key.get(&self.ledger);
        if old != new {
            let seq = self.commit(&change(vec![Edit { key, old, new }]), None);
            self.done.push(seq);
        }
    }

    pub fn act(&mut self, act: &Act) {
        match *act {
            Act::Set(n, value) => self.put(setting(&format!("s{n}")), value.map(|value| text(&format!("值{value}")))),
            Act::Label(n, label) => {
                let id = EntryId::from_bits(n.into());
                let json = |label| json!({ "id": id, "register": "units", "label": format!("单位{label}") });
                let entry = |label| Record::Entry(serde_json::from_value(json(label)).expect("an entry"));
                self.put(RecordKey::Entry(id), label.map(entry));
            }
            Act::Add(title) => {
                self.made += 1;
                let item = item(ItemId::from_bits(self.made), title);
                self.put(RecordKey::Item(item.card.id), Some(Record::Item(Arc::new(item))));
            }
            Act::Title(n, title) => self.edit(n, |item| item.card.title = format!("标题{title}")),
            Act::Note(n, note) => self.edit(n, |item| item.body.note = format!("备注{note}")),
            Act::Field(n, value) => self.edit(n, |item| {
                let id = "媒体".parse().expect("an id");
                match value {
                    Some(value) => drop(
                        item.card
                            .fields
                            .insert(id, serde_json::from_value(json!({ "text": value.to_string() })).expect("a value")),
                    ),
                    None => drop(item.card.fields.remove(&id)),
                }
            }),
            Act::Bin(n) => self.edit(n, |item| item.card.binned = !item.card.binned),
            Act::Remove(n) => {
                if let Some(id) = self.nth(n) {
                    self.put(RecordKey::Item(id), None);
                }
            }
            Act::Undo => self.undo(),
        }
    }

    pub fn do_all(&mut self, acts: &[Act]) {
        for act in acts {
            self.act(act);
        }
    }

    fn nth(&self, n: u8) -> Option<ItemId> {
        let count = self.ledger.items.len();
        (count > 0).then(|| *self.ledger.items.keys().nth(usize::from(n) % count).expect("it is one of them"))
    }

    pub fn edit(&mut self, n: u8, edit: impl FnOnce(&mut Item)) {
        let Some(id) = self.nth(n) else { return };
        let mut item = Item::clone(&self.ledger.items[&id]);
        edit(&mut item);
        self.put(RecordKey::Item(id), Some(Record::Item(Arc::new(item))));
    }

    pub fn undo(&mut self) {
        if let Some(seq) = self.done.pop() {
            let undone = self.store.logged(seq).expect("a change").change.inverse();
            self.commit(&undone, Some(seq));
        }
    }

    pub fn plan(&self, other: &Path) -> Result<Merge, MergeError> {
        Merge::plan(&RealDisk, &self.dir(), &self.ledger, other)
    }

    pub fn merge(&mut self, other: &Path) -> Merge {
        let plan = self.plan(other).expect("they are of one ledger");
        if !plan.is_empty() {
            let seq = self.store.commit_merge(self.logged(plan.change.clone(), None), &plan).expect("saved");
            plan.change.apply(&mut self.ledger).expect("it fits");
            self.done.push(seq);
        }
        plan
    }

    /// What is on disk, read by the journal alone and by opening it, is what should be there.
    pub fn assert_saved(self) -> Ledger {
        let (dir, ledger) = (self.dir(), self.ledger);
        assert_eq!(Store::read(&dir).expect("read"), ledger);
        self.store.close();
        let (_store, found, notices) = Store::open(&dir, real()).expect("it opens");
        assert_eq!((found, notices), (ledger.clone(), vec![]));
        ledger
    }
}

fn item(id: ItemId, title: u8) -> Item {
    let stamp = json!({ "by": "甲", "at": "2022-12-20T01:00:00Z" });
    let json = json!({ "id": id, "year": 2022, "matter": "2.7", "kind": "文艺", "title": format!("标题{title}"),
        "when": "2022年12月20日", "created": stamp, "updated": stamp });
    serde_json::from_value(json).expect("an item")
}

pub fn acts(most: usize) -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        (0..3u8, prop::option::of(0..4u8)).prop_map(|(n, value)| Act::Set(n, value)),
        (0..3u8, prop::option::of(0..4u8)).prop_map(|(n, label)| Act::Label(n, label)),
        (0..9u8).prop_map(Act::Add),
        (0..9u8, 0..4u8).prop_map(|(n, title)| Act::Title(n, title)),
        (0..9u8, 0..4u8).prop_map(|(n, note)| Act::Note(n, note)),
        (0..9u8, prop::option::of(0..4u8)).prop_map(|(n, value)| Act::Field(n, value)),
        (0..9u8).prop_map(Act::Bin),
        (0..9u8).prop_map(Act::Remove),
        Just(Act::Undo),
        Just(Act::Undo),
    ];
    prop::collection::vec(act, 0..most)
}

/// A ledger with a few records, and copies of it, in which the acts were done. Every second copy is a plain one.
pub fn copies(root: &TempDir, base: &[Act], each: &[Vec<Act>]) -> Vec<Copy> {
    let mut first = Copy::make(&root.path().join("甲"));
    first.act(&Act::Add(0));
    first.act(&Act::Set(0, Some(0)));
    first.do_all(base);
    let mut all: Vec<Copy> = Vec::new();
    for (at, name) in ["乙", "丙", "丁"].into_iter().enumerate().take(each.len() - 1) {
        let dir = root.path().join(name);
        all.push(if at % 2 == 0 { first.renamed(&dir, name) } else { first.plain(&dir, name) });
    }
    all.insert(0, first);
    for (copy, acts) in all.iter_mut().zip(each) {
        copy.done.clear();
        copy.do_all(acts);
    }
    all
}
