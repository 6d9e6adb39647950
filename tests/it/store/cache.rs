//! The cache: it opens the ledger before the database does, and is never trusted over the journal.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use taizhang::model::{Ledger, Record, RecordKey, SettingValue};
use taizhang::store::{Notice, Store, StoreError};

use super::bench::{Bench, change, copy_tree, real, setting, text, three};

/// Three settings and their cache, closed.
fn cached() -> Bench {
    let mut bench = three();
    bench.store.keep(&bench.ledger);
    bench
}

fn without_database(dir: &Path) {
    fs::remove_dir_all(dir.join("db")).expect("removed");
}

/// Opens without a database: only a cache that is used says nothing about that at once.
fn is_used(bench: Bench, meanwhile: impl FnOnce(&Path)) -> bool {
    let (bench, found, notices) = bench.reopened(|dir| {
        without_database(dir);
        meanwhile(dir);
    });
    assert_eq!(found, bench.ledger);
    notices.is_empty()
}

#[test]
fn the_cache_gives_the_ledger_and_the_database_follows() {
    let (mut bench, found, notices) = cached().reopened(without_database);
    assert_eq!((&found, notices), (&bench.ledger, Vec::new()));
    bench.put(&setting("镇"), text("柳湾镇")).expect("saved");
    let told = bench.store.close();
    let rebuilt = |notice: &Notice| matches!(notice, Notice::Rebuilt { aside: None });
    assert!(told.iter().all(rebuilt), "{told:?}");
}

#[test]
fn what_came_after_the_cache_is_read_from_the_journal() {
    let mut bench = cached();
    bench.put(&setting("镇"), text("柳湾镇")).expect("saved");
    bench.put(&setting("区"), text("北山区")).expect("saved");
    let (mut bench, found, _) = bench.reopened(|_| {});
    assert_eq!(found, bench.ledger);
    bench.put(&setting("区"), text("西山区")).expect("saved");
    let (bench, found, _) = bench.reopened(|dir| fs::remove_file(dir.join("cache")).expect("removed"));
    assert_eq!(found, bench.ledger, "the database was brought up to the journal");
}

#[test]
fn a_damaged_cache_is_nothing() {
    assert!(is_used(cached(), |_| {}));
    let len = {
        let bench = cached();
        let dir = bench.dir();
        bench.store.close();
        fs::read(dir.join("cache")).expect("a cache").len()
    };
    for at in (0..len).step_by(len / 12) {
        let damage = |dir: &Path| {
            let mut bytes = fs::read(dir.join("cache")).expect("a cache");
            bytes[at] ^= 1;
            fs::write(dir.join("cache"), bytes).expect("written");
        };
        assert!(!is_used(cached(), damage), "byte {at}");
    }
    assert!(!is_used(cached(), |dir| fs::write(dir.join("cache"), b"").expect("written")));
}

#[test]
fn the_cache_of_another_ledger_is_nothing() {
    let other = cached();
    let theirs = other.dir().join("cache");
    other.store.close();
    assert!(!is_used(cached(), |dir| {
        fs::copy(&theirs, dir.join("cache")).expect("copied");
    }));
}

#[test]
fn the_cache_of_another_history_is_nothing() {
    let mut bench = three();
    let older = bench.killed();
    bench.put(&setting("镇"), text("柳湾镇")).expect("saved");
    bench.store.keep(&bench.ledger);
    let cache = bench.dir().join("cache");
    bench.store.close();
    let (mut store, mut ledger, _) = Store::open(&older, real()).expect("it opens");
    let key = setting("镇");
    let edit = taizhang::model::Edit { key: key.clone(), old: None, new: Some(text("杨柳镇")) };
    store.commit(super::bench::logged(change(vec![edit]), None)).expect("saved");
    key.put(Some(text("杨柳镇")), &mut ledger).expect("it fits");
    store.close();
    fs::copy(cache, older.join("cache")).expect("copied");
    assert_eq!(Store::open(&older, real()).expect("it opens").1, ledger);
}

#[test]
fn reading_takes_the_cache_and_what_came_after() {
    let mut bench = cached();
    bench.put(&setting("镇"), text("柳湾镇")).expect("saved");
    let dir = bench.dir();
    bench.store.close();
    assert_eq!(Store::read(&dir).expect("it is read"), bench.ledger);
}

#[test]
fn a_journal_that_lost_its_end_takes_nothing_until_it_is_mended() {
    let mut bench = cached();
    let short = bench.root.path().join("short");
    copy_tree(&bench.dir().join("journal"), &short);
    bench.put(&setting("镇"), text("柳湾镇")).expect("saved");
    let (mut bench, ..) = bench.reopened(|dir| {
        fs::remove_dir_all(dir.join("journal")).expect("removed");
        fs::rename(&short, dir.join("journal")).expect("renamed");
        fs::remove_dir_all(dir.join("backup")).expect("removed: a backup would mend it at once");
    });
    let refused = bench.put(&setting("乡"), text("东乡"));
    assert!(matches!(refused, Err(StoreError::Short)), "{refused:?}");
    let (bench, found, notices) = bench.reopened(|_| {});
    assert_eq!(found, bench.ledger, "{notices:?}");
    assert!(notices.iter().any(|notice| matches!(notice, Notice::EndMended { .. })), "{notices:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_kept_and_came_after_the_ledger_is_that_of_the_journal(
        steps in prop::collection::vec((0usize..4, ".{0,9}", any::<bool>()), 1..12),
    ) {
        let mut bench = Bench::new();
        for (name, value, keeps) in &steps {
            let key: RecordKey = setting(["省", "市", "区", "镇"][*name]);
            bench.put(&key, Record::Setting(SettingValue(value.clone()))).expect("saved");
            if *keeps {
                bench.store.keep(&bench.ledger);
            }
        }
        let (bench, found, _) = bench.reopened(|_| {});
        let expected: &Ledger = &bench.ledger;
        prop_assert_eq!(&found, expected);
    }
}
