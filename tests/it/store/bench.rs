//! A ledger on disk, and what it should hold beside it in memory.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::DateTime;
use taizhang::model::{Act, Change, Edit, Ledger, Record, RecordKey, SettingValue, Verb};
use taizhang::store::{Disk, Logged, Notice, RealDisk, Seq, Store, StoreError};
use tempfile::TempDir;

pub fn real() -> Arc<dyn Disk> {
    Arc::new(RealDisk)
}

/// A fresh ledger with what it should hold in memory beside it.
pub struct Bench {
    pub root: TempDir,
    pub store: Store,
    pub ledger: Ledger,
}

impl Bench {
    pub fn new() -> Self {
        Self::on(real())
    }

    pub fn on(disk: Arc<dyn Disk>) -> Self {
        let root = tempfile::tempdir().expect("a directory");
        let store = Store::create(&root.path().join("台 账"), disk).expect("a ledger");
        Self { root, store, ledger: Ledger::default() }
    }

    pub fn dir(&self) -> PathBuf {
        self.store.dir().to_owned()
    }

    pub fn put(&mut self, key: &RecordKey, new: Record) -> Result<Seq, StoreError> {
        let edit = Edit { key: key.clone(), old: key.get(&self.ledger), new: Some(new) };
        self.commit(&change(vec![edit]), None)
    }

    pub fn commit(&mut self, change: &Change, undoes: Option<Seq>) -> Result<Seq, StoreError> {
        let seq = self.store.commit(logged(change.clone(), undoes))?;
        change.apply(&mut self.ledger).expect("it fits");
        Ok(seq)
    }

    /// Closes, changes files, opens again.
    pub fn reopened(self, meanwhile: impl FnOnce(&Path)) -> (Self, Ledger, Vec<Notice>) {
        let dir = self.dir();
        self.store.close();
        meanwhile(&dir);
        let (store, found, notices) = Store::open(&dir, real()).expect("it opens");
        (Self { root: self.root, store, ledger: self.ledger }, found, notices)
    }

    /// The directory as a killed program would leave it.
    pub fn killed(&self) -> PathBuf {
        let copy = self.root.path().join("killed");
        copy_tree(&self.dir(), &copy);
        copy
    }
}

pub fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir(to).expect("made");
    for entry in fs::read_dir(from).expect("a list") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy_tree(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

pub fn change(edits: Vec<Edit>) -> Change {
    Change { act: Act { verb: Verb::Set, what: "东湖".into() }, edits }
}

pub fn logged(change: Change, undoes: Option<Seq>) -> Logged {
    let at = DateTime::from_timestamp_millis(1_648_195_200_123).expect("an instant");
    Logged { seq: Seq(0), at, by: "甲".into(), change, undoes }
}

pub fn setting(name: &str) -> RecordKey {
    RecordKey::Setting(name.parse().expect("an id"))
}

pub fn text(value: &str) -> Record {
    Record::Setting(SettingValue(value.into()))
}

pub fn segment(dir: &Path, first: u64) -> PathBuf {
    dir.join(format!("journal/{first:020}.jsonl"))
}

pub fn append(path: &Path, bytes: &[u8]) {
    let all = [fs::read(path).expect("read"), bytes.to_vec()].concat();
    fs::write(path, all).expect("written");
}

pub fn three() -> Bench {
    let mut bench = Bench::new();
    for (name, value) in [("省", "江南省"), ("市", "东湖市"), ("区", "南山区")] {
        bench.put(&setting(name), text(value)).expect("saved");
    }
    bench
}
