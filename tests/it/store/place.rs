//! A ledger whose files are moved, removed or replaced under the program: nothing is said to be saved that is not.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use taizhang::lang::Lang;
use taizhang::store::{Doing, Store, StoreError, Trouble, is_ledger};

use super::bench::{copy_tree, real, segment, setting, text, three};
use super::disk::FailingDisk;

/// What a save says after `meanwhile`; the ledger is as it was, and saves again after `back`.
fn refused(meanwhile: impl FnOnce(&Path), back: impl FnOnce(&Path)) -> StoreError {
    let mut bench = three();
    let dir = bench.dir();
    let before = fs::read(segment(&dir, 1)).expect("read");
    meanwhile(&dir);
    let error = bench.put(&setting("区"), text("北山区")).expect_err("it is refused");
    for lang in [Lang::Zh, Lang::En] {
        assert!(error.text(lang).contains(&dir.display().to_string()) && !error.hint(lang).is_empty());
    }
    assert!(error.text(Lang::Zh).starts_with("没有保存："), "{error:?}");
    back(&dir);
    assert_eq!(fs::read(segment(&dir, 1)).expect("read"), before, "the journal is as it was");
    bench.put(&setting("区"), text("北山区")).expect("saved");
    let (bench, found, _) = bench.reopened(|_| {});
    assert_eq!(found, bench.ledger);
    error
}

fn aside(dir: &Path) -> std::path::PathBuf {
    dir.with_file_name("aside")
}

#[test]
fn a_ledger_whose_directory_was_moved_says_so_and_nothing_is_made_in_its_place() {
    let moved = refused(
        |dir| fs::rename(dir, aside(dir)).expect("moved"),
        |dir| {
            assert!(!dir.exists());
            fs::rename(aside(dir), dir).expect("moved back");
        },
    );
    assert!(matches!(moved, StoreError::Moved(_)), "{moved:?}");
}

#[test]
fn a_draft_makes_no_directory_in_the_place_of_one_that_was_moved() {
    let bench = three();
    let (dir, drafts) = (bench.dir(), bench.store.drafts());
    fs::rename(&dir, aside(&dir)).expect("moved");
    assert!(drafts.save("a", &serde_json::json!(1)).is_err());
    bench.store.close();
    assert!(!dir.exists());
}

#[test]
fn a_ledger_whose_directory_was_replaced_by_another_says_so() {
    let unlocked = refused(
        |dir| {
            copy_tree(dir, &aside(dir).with_extension("copy"));
            fs::rename(dir, aside(dir)).expect("moved");
            fs::rename(aside(dir).with_extension("copy"), dir).expect("moved");
        },
        |dir| {
            fs::remove_dir_all(dir).expect("removed");
            fs::rename(aside(dir), dir).expect("moved back");
        },
    );
    assert!(matches!(unlocked, StoreError::Unlocked(_)), "{unlocked:?}");
}

#[test]
fn a_journal_that_was_moved_or_replaced_is_missed() {
    let file = |dir: &Path| segment(dir, 1);
    let gone = refused(
        |dir| fs::rename(file(dir), aside(dir)).expect("moved"),
        |dir| fs::rename(aside(dir), file(dir)).expect("moved back"),
    );
    assert!(matches!(gone, StoreError::Gone(_)), "{gone:?}");
    let gone = refused(
        |dir| fs::rename(dir.join("journal"), aside(dir)).expect("moved"),
        |dir| fs::rename(aside(dir), dir.join("journal")).expect("moved back"),
    );
    assert!(matches!(gone, StoreError::Gone(_)), "{gone:?}");
    let gone = refused(
        |dir| {
            fs::rename(file(dir), aside(dir)).expect("moved");
            fs::copy(aside(dir), file(dir)).expect("copied");
        },
        |dir| fs::rename(aside(dir), file(dir)).expect("moved back"),
    );
    assert!(matches!(gone, StoreError::Gone(_)), "{gone:?}");
}

#[test]
fn a_removed_journal_is_missed_and_the_next_opening_brings_it_back() {
    let mut bench = three();
    fs::remove_dir_all(bench.dir().join("journal")).expect("removed");
    let refused = bench.put(&setting("区"), text("北山区"));
    assert!(matches!(refused, Err(StoreError::Gone(_))), "{refused:?}");
    let (mut bench, found, notices) = bench.reopened(|_| {});
    assert_eq!(found, bench.ledger, "{notices:?}");
    assert!(!notices.is_empty());
    bench.put(&setting("区"), text("北山区")).expect("saved");
}

#[test]
fn a_lock_that_was_removed_lets_no_two_programs_write() {
    let mut bench = three();
    let lock = bench.dir().join("LOCK");
    fs::remove_file(&lock).expect("removed");
    let before = fs::read(segment(&bench.dir(), 1)).expect("read");
    assert_eq!(bench.put(&setting("区"), text("北山区")), Err(StoreError::Unlocked(lock.clone())));
    // Another program gets in.
    let (store, ..) = Store::open(&bench.dir(), real()).expect("it opens");
    assert_eq!(bench.put(&setting("区"), text("北山区")), Err(StoreError::Unlocked(lock)));
    assert_eq!(fs::read(segment(&bench.dir(), 1)).expect("read"), before);
    store.close();
}

#[cfg(unix)]
#[test]
fn whoever_only_reads_follows_no_link_either() {
    for name in ["journal", "journal/00000000000000000001.jsonl", "FORMAT", "cache", "reserve", "drafts", "backup"] {
        let bench = three();
        bench.store.drafts().save("a", &serde_json::json!(1)).expect("kept");
        let dir = bench.dir();
        fs::write(dir.join("reserve"), "x").expect("written");
        fs::write(dir.join("cache"), "x").expect("written");
        let drafts = bench.store.drafts();
        bench.store.close();
        let away = dir.with_file_name("away");
        fs::rename(dir.join(name), &away).expect("moved");
        std::os::unix::fs::symlink(&away, dir.join(name)).expect("linked");
        let link = StoreError::Link(dir.join(name));
        assert_eq!(Store::read(&dir).map(drop), Err(link.clone()), "{name}");
        assert_eq!(Store::history(&dir).map(drop), Err(link.clone()), "{name}");
        assert_eq!(Store::headings(&dir, 1).map(drop), Err(link.clone()), "{name}");
        assert_eq!(Store::last_of(&dir).map(drop), Err(link.clone()), "{name}");
        assert_eq!(Store::backups(&dir).map(drop), Err(link.clone()), "{name}");
        assert_eq!(Store::check(&dir).first(), Some(&link), "{name}");
        assert_eq!(Store::examine(&dir).len(), 1, "{name}");
        if name == "drafts" {
            assert_eq!(drafts.list(), Err(link.clone()));
            assert_eq!(drafts.save("b", &serde_json::json!(1)), Err(link));
            assert!(!away.join("b.json").exists());
        }
    }
}

#[test]
fn a_directory_that_may_not_be_looked_into_is_not_taken_for_an_empty_one() {
    let bench = three();
    let dir = bench.dir();
    bench.store.close();
    let disk = FailingDisk::new();
    disk.fail_looking(ErrorKind::PermissionDenied);
    for error in [Store::open(&dir, Arc::new(disk.clone())).map(drop), Store::create(&dir, Arc::new(disk)).map(drop)] {
        let Err(StoreError::Io { doing: Doing::Reading | Doing::Making, trouble, .. }) = error else {
            panic!("{error:?}")
        };
        assert_eq!(trouble, Trouble::Forbidden);
    }
    // A name that the system does not take is refused to everyone, as a closed directory is to all but root.
    assert!(is_ledger(&dir.join("长".repeat(200))));
    assert!(!is_ledger(&dir.join("none")));
}

#[test]
fn what_is_found_behind_the_screen_rings() {
    let mut bench = three();
    bench.store.keep(&bench.ledger);
    let (mut bench, ..) = bench.reopened(|dir| fs::write(dir.join("db/db"), "x").expect("written"));
    let (ring, heard) = std::sync::mpsc::channel();
    bench.store.ring_with(move || ring.send(()).unwrap_or(()));
    let told = heard.iter().map(|()| bench.store.notices()).find(|told| !told.is_empty());
    assert!(told.is_some());
}
