//! Closed segments are compressed, and every reader reads both forms.

use std::fs;
use std::path::{Path, PathBuf};

use taizhang::model::Ledger;
use taizhang::store::{Seq, Store, StoreError};

use super::bench::{Bench, real, segment, setting, text};

/// A closed ledger whose first segment is compressed, and what it holds.
fn packed() -> (tempfile::TempDir, PathBuf, Ledger) {
    let mut bench = Bench::new();
    for n in 0..8 {
        bench.put(&setting("注"), text(&format!("{n}{}", "长".repeat(300_000)))).expect("saved");
    }
    let dir = bench.dir();
    bench.store.close();
    assert!(zst(&dir).exists() && !segment(&dir, 1).exists());
    (bench.root, dir, bench.ledger)
}

fn zst(dir: &Path) -> PathBuf {
    dir.join("journal/00000000000000000001.jsonl.zst")
}

fn plain(dir: &Path) -> Vec<u8> {
    zstd::decode_all(&fs::read(zst(dir)).expect("read")[..]).expect("whole")
}

#[test]
fn a_compressed_segment_is_read_like_a_plain_one() {
    let (_root, dir, ledger) = packed();
    assert_eq!(Store::read(&dir).expect("read"), ledger);
    let history = Store::history(&dir).expect("history");
    fs::remove_dir_all(dir.join("db")).expect("removed");
    let (mut store, found, _) = Store::open(&dir, real()).expect("it opens");
    assert_eq!(found, ledger);
    for logged in &history {
        assert_eq!(store.logged(logged.seq).expect("a change"), *logged);
    }
}

#[test]
fn while_both_forms_are_there_the_plain_one_counts() {
    let (_root, dir, ledger) = packed();
    fs::write(segment(&dir, 1), plain(&dir)).expect("written");
    fs::write(zst(&dir), "half").expect("written");
    fs::write(dir.join("journal/00000000000000000001.jsonl.new"), "half").expect("written");
    assert_eq!(Store::read(&dir).expect("read"), ledger);
    let (store, found, notices) = Store::open(&dir, real()).expect("it opens");
    store.close();
    assert_eq!(found, ledger);
    assert!(notices.len() <= 1, "{notices:?}");
    assert!(!segment(&dir, 1).exists());
    assert_eq!(Store::read(&dir).expect("read"), ledger);
}

#[test]
fn a_ledger_whose_newest_segment_is_gone_goes_on_behind_the_compressed_one() {
    let (_root, dir, _) = packed();
    let newest = fs::read_dir(dir.join("journal")).expect("a list").map(|one| one.expect("an entry").path());
    let newest = newest.filter(|path| path.extension().is_some_and(|ending| ending == "jsonl")).max().expect("one");
    fs::remove_file(newest).expect("removed");
    fs::remove_dir_all(dir.join("db")).expect("removed");
    let (mut store, ..) = Store::open(&dir, real()).expect("it opens");
    let last = store.last();
    assert!(last > Seq(3));
    assert_eq!(store.logged(last).expect("a change").seq, last);
}

#[test]
fn damage_in_a_compressed_segment_is_named() {
    let (_root, dir, _) = packed();
    let bytes = fs::read(zst(&dir)).expect("read");
    fs::write(zst(&dir), &bytes[..bytes.len() / 2]).expect("written");
    assert!(matches!(Store::read(&dir), Err(StoreError::Damaged { file, .. }) if file == zst(&dir)));
}
