//! Closing, killing, opening again: everything confirmed is there.

use std::collections::BTreeSet;
use std::fs;

use taizhang::model::{Edit, Ledger};
use taizhang::store::{Seq, Store, StoreError};

use super::bench::{Bench, change, real, segment, setting, text, three};

#[test]
fn what_was_committed_is_there_again() {
    let (bench, found, notices) = three().reopened(|_| {});
    assert_eq!((notices, found), (vec![], bench.ledger.clone()));
    assert_eq!(bench.store.last(), Seq(3));
    assert_eq!(Store::read(&bench.dir()).expect("read"), bench.ledger);
}

#[test]
fn changes_have_numbers_without_gaps_across_openings() {
    let (mut bench, ..) = three().reopened(|_| {});
    assert_eq!(bench.put(&setting("区"), text("北山区")).expect("saved"), Seq(4));
    let history = Store::history(&bench.dir()).expect("history");
    assert_eq!(history.iter().map(|one| one.seq.0).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert_eq!(bench.store.logged(Seq(4)).expect("a change"), history[3]);
    assert_eq!(bench.store.logged(Seq(1)).expect("a change"), history[0]);
    assert_eq!(bench.store.logged(Seq(5)), Err(StoreError::NoChange(5)));
}

#[test]
fn after_a_kill_everything_confirmed_is_there() {
    let bench = three();
    let (_store, found, _) = Store::open(&bench.killed(), real()).expect("it opens");
    assert_eq!(found, bench.ledger);
}

#[test]
fn an_undo_is_known_after_a_restart() {
    let mut bench = three();
    let done = bench.store.logged(Seq(3)).expect("a change");
    bench.commit(&done.change.inverse(), Some(Seq(3))).expect("saved");
    let (mut bench, found, _) = bench.reopened(|_| {});
    assert_eq!(found, bench.ledger);
    assert!(!found.settings.contains_key("区"));
    assert_eq!(bench.store.logged(Seq(4)).expect("a change").undoes, Some(Seq(3)));
}

#[test]
fn a_full_segment_is_followed_by_a_new_one() {
    let mut bench = Bench::new();
    let key = setting("注");
    for n in 0..8 {
        let value = text(&format!("{n}{}", "长".repeat(300_000)));
        bench.put(&key, value).expect("saved");
    }
    let names = fs::read_dir(bench.dir().join("journal")).expect("a list");
    // While one is being compressed, there are several files of its name.
    let stem = |name: String| name.split('.').next().unwrap_or_default().to_owned();
    let segments: BTreeSet<_> =
        names.map(|entry| stem(entry.expect("read").file_name().to_string_lossy().into())).collect();
    assert_eq!(segments.len(), 2, "old and new values of 900 KB fill 8 MiB with the sixth line");
    let (mut bench, found, _) = bench.reopened(|_| {});
    assert_eq!(found, bench.ledger);
    for seq in 1..=8 {
        assert_eq!(bench.store.logged(Seq(seq)).expect("a change").seq, Seq(seq));
    }
    // The newest segment may be empty: the program died between making it and writing to it.
    let last = fs::read(segment(&bench.dir(), 6)).or_else(|_| fs::read(segment(&bench.dir(), 7)));
    assert!(last.is_ok_and(|bytes| !bytes.is_empty()));
    let (mut bench, found, _) = bench.reopened(|dir| fs::write(segment(dir, 9), "").expect("written"));
    assert_eq!(found, bench.ledger);
    assert_eq!(bench.put(&key, text("短")).expect("saved"), Seq(9));
    assert_eq!(Store::read(&bench.dir()).expect("read"), bench.ledger);
}

#[test]
fn a_change_of_many_edits_is_one_change() {
    let mut bench = Bench::new();
    let edit = |n: u32| Edit { key: setting(&format!("s{n}")), old: None, new: Some(text("值")) };
    let done = change((0..1201).map(edit).collect());
    bench.commit(&done, None).expect("saved");
    let (mut bench, found, notices) = bench.reopened(|_| {});
    assert_eq!((notices, found), (vec![], bench.ledger.clone()));
    bench.commit(&done.inverse(), Some(Seq(1))).expect("saved");
    let (_bench, found, _) = bench.reopened(|_| {});
    assert_eq!(found, Ledger::default());
}
