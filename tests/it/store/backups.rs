//! Backups: made, verified, listed, restored; an export is one that is not compressed.

use std::fs;
use std::path::Path;

use taizhang::store::{Seq, Store, StoreError};
use taizhang::template::sample;

use super::bench::{Bench, real, setting, text, three};

fn same(one: &Path, other: &Path) {
    assert_eq!(Store::read(one).expect("read"), Store::read(other).expect("read"));
    assert_eq!(Store::history(one).expect("history"), Store::history(other).expect("history"));
}

#[test]
fn what_was_backed_up_is_restored_whole() {
    let mut bench = Bench::new();
    for done in sample() {
        bench.commit(&done, None).expect("saved");
    }
    let (file, into) = (bench.root.path().join("备 份.zst"), bench.root.path().join("新"));
    let backup = Store::backup(&bench.dir(), Some(&file)).expect("made, beside the open ledger");
    assert_eq!((backup.seq, backup.changes), (bench.store.last(), bench.store.last().0));
    let restored = Store::restore(&file, &into).expect("restored");
    assert_eq!((restored.backup, restored.kept), (backup, None));
    same(&bench.dir(), &into);
    let (mut store, found, _) = Store::open(&into, real()).expect("it opens");
    assert_eq!(found, bench.ledger);
    let next = store.commit(super::bench::logged(super::bench::change(vec![]), None)).expect("saved");
    assert_eq!(next.0, bench.store.last().0 + 1);
}

#[test]
fn an_export_is_complete() {
    let bench = three();
    let mut rows = Vec::new();
    Store::export(&bench.dir(), &mut rows).expect("written");
    assert_eq!(String::from_utf8_lossy(&rows).lines().count(), 1 + 3 + 3 + 1);
    let (file, into) = (bench.root.path().join("all.jsonl"), bench.root.path().join("新"));
    fs::write(&file, rows).expect("written");
    Store::restore(&file, &into).expect("restored");
    same(&bench.dir(), &into);
}

#[test]
fn a_ledger_that_is_there_is_kept_when_another_takes_its_place() {
    let mut bench = three();
    let file = bench.root.path().join("a.zst");
    Store::backup(&bench.dir(), Some(&file)).expect("made");
    bench.put(&setting("区"), text("北山区")).expect("saved");
    let dir = bench.dir();
    assert!(matches!(Store::restore(&file, &dir), Err(StoreError::Locked(_))));
    bench.store.close();
    let kept = Store::restore(&file, &dir).expect("restored").kept.expect("kept");
    assert_eq!(Store::read(&kept).expect("read"), bench.ledger);
    assert_eq!(Store::history(&dir).expect("history").len(), 3);
    assert!(Store::open(&dir, real()).is_ok());
}

#[test]
fn other_peoples_files_are_not_replaced() {
    let bench = three();
    let file = bench.root.path().join("a.zst");
    Store::backup(&bench.dir(), Some(&file)).expect("made");
    let root = bench.root.path().to_owned();
    assert_eq!(Store::restore(&file, &root), Err(StoreError::NotEmpty(root.clone())));
    fs::create_dir(root.join("空")).expect("made");
    assert_eq!(Store::restore(&file, &root.join("空")).expect("restored").kept, None);
}

#[test]
fn a_backup_that_is_cut_or_flipped_is_refused() {
    let bench = three();
    let (file, into) = (bench.root.path().join("a.zst"), bench.root.path().join("新"));
    Store::backup(&bench.dir(), Some(&file)).expect("made");
    let bytes = fs::read(&file).expect("read");
    let mut rows = Vec::new();
    Store::export(&bench.dir(), &mut rows).expect("written");
    let bad = StoreError::BadBackup(file.clone());
    for whole in [bytes, rows] {
        for at in (0..whole.len()).step_by(7) {
            fs::write(&file, &whole[..at]).expect("written");
            assert_eq!(Store::restore(&file, &into), Err(bad.clone()), "cut at {at}");
            let mut flipped = whole.clone();
            flipped[at] ^= 4;
            fs::write(&file, &flipped).expect("written");
            assert!(Store::restore(&file, &into).is_err(), "flipped at {at}");
            assert!(!into.exists());
        }
    }
}

#[test]
fn a_backup_is_made_when_due_and_verified_when_listed() {
    let (bench, ..) = three().reopened(|_| {});
    let dir = bench.dir();
    let made = Store::backups(&dir).expect("a list");
    let [Ok(backup)] = &made[..] else { panic!("{made:?}") };
    assert_eq!((backup.seq, backup.records, backup.changes), (Seq(3), 3, 3));
    fs::write(&backup.path, "broken").expect("written");
    assert_eq!(Store::backups(&dir).expect("a list"), [Err(StoreError::BadBackup(backup.path.clone()))]);
}
