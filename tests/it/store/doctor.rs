//! The doctor: it names every part that is missing or hurt and what a repair does; after the repair it finds nothing.

use std::fs;
use std::path::{Path, PathBuf};

use taizhang::lang::Lang;
use taizhang::store::{Fault, Notice, Seq, Step, Store, StoreError};

use super::bench::{Bench, append, segment, three};

fn found(dir: &Path) -> Vec<StoreError> {
    Store::examine(dir).into_iter().flat_map(|(_, health)| health.errors()).collect()
}

/// A ledger that a doctor finds nothing about, closed.
fn sound() -> (tempfile::TempDir, PathBuf) {
    let bench = three();
    let dir = bench.dir();
    let Bench { root, store, .. } = bench;
    store.close();
    Store::repair(&dir).expect("sound");
    assert_eq!(found(&dir), []);
    (root, dir)
}

fn remove(path: &Path) {
    if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("removed");
}

/// One thing is wrong, the doctor says just that and that a repair mends it; the repair says what it did, and all is well.
fn mended(hurt: impl FnOnce(&Path) -> StoreError) -> Vec<Notice> {
    let (_root, dir) = sound();
    let before = Store::read(&dir).expect("read");
    let wrong = hurt(&dir);
    assert_eq!(found(&dir), std::slice::from_ref(&wrong));
    assert!(wrong.repair(Lang::Zh).is_some() && wrong.repair(Lang::En).is_some(), "{wrong:?}");
    let steps = Store::repair(&dir).expect("mended");
    assert!(!steps.is_empty(), "{wrong:?} is mended silently");
    assert_eq!(found(&dir), [], "after {steps:?}");
    assert_eq!((Store::read(&dir).expect("read"), Store::last_of(&dir)), (before, Ok(Seq(3))));
    steps
}

#[test]
fn a_missing_part_is_named_and_made_anew() {
    mended(|dir| {
        remove(&dir.join("db"));
        StoreError::Fault(Fault::NoDatabase(dir.join("db")))
    });
    let steps = mended(|dir| {
        remove(&dir.join("reserve"));
        StoreError::Fault(Fault::NoReserve(dir.join("reserve")))
    });
    assert_eq!(steps, [Notice::Step(Step::ReserveMade)]);
    mended(|dir| {
        remove(&dir.join("FORMAT"));
        StoreError::Fault(Fault::NoFormat(dir.join("FORMAT")))
    });
}

#[test]
fn a_format_that_makes_no_sense_is_kept_beside_the_new_one() {
    let mut kept = None;
    let steps = mended(|dir| {
        fs::write(dir.join("FORMAT"), "乱").expect("written");
        StoreError::Fault(Fault::BadFormat(dir.join("FORMAT")))
    });
    for step in steps {
        if let Notice::FormatMade { aside } = step {
            kept = aside;
        }
    }
    let kept = kept.expect("it says where");
    assert!(kept.file_name().is_some_and(|name| name.to_string_lossy().starts_with("FORMAT.damaged-")), "{kept:?}");
}

#[test]
fn an_unreadable_format_is_there_after_any_opening() {
    let (dir, root) = {
        let (root, dir) = sound();
        fs::write(dir.join("FORMAT"), "乱").expect("written");
        (dir, root)
    };
    for _ in 0..2 {
        let (store, ..) = Store::open(&dir, super::bench::real()).expect("it opens");
        store.close();
        fs::write(dir.join("FORMAT"), "乱").expect("written");
    }
    let asides: Vec<_> = fs::read_dir(&dir)
        .expect("a list")
        .map(|entry| entry.expect("read").path())
        .filter(|path| path.to_string_lossy().contains("FORMAT.damaged-"))
        .collect();
    assert_eq!(asides.len(), 1, "the same one is kept once");
    assert_eq!(fs::read_to_string(&asides[0]).expect("read"), "乱");
    drop(root);
}

#[test]
fn a_torn_end_of_the_journal_is_named_and_moved_aside() {
    let steps = mended(|dir| {
        append(&segment(dir, 1), b"deadbeef {\"half");
        assert_eq!(Store::missing(dir), [StoreError::Fault(Fault::Torn(segment(dir, 1)))], "readers are told");
        StoreError::Fault(Fault::Torn(segment(dir, 1)))
    });
    let [Notice::Torn { aside }] = &steps[..] else { panic!("{steps:?}") };
    assert!(aside.to_string_lossy().contains("torn-"));
}

#[test]
fn a_last_line_that_lacks_only_its_end_is_no_finding() {
    let (_root, dir) = sound();
    let path = segment(&dir, 1);
    let bytes = fs::read(&path).expect("read");
    fs::write(&path, &bytes[..bytes.len() - 1]).expect("written");
    assert_eq!((found(&dir), Store::missing(&dir)), (vec![], vec![]));
}

#[test]
fn a_useless_cache_is_dropped() {
    let steps = mended(|dir| {
        fs::copy(dir.join("FORMAT"), dir.join("cache")).expect("a private file");
        StoreError::Cache(dir.join("cache"))
    });
    assert!(matches!(steps[..], [Notice::Step(Step::CacheDropped(_))]), "{steps:?}");
}

#[test]
fn a_damaged_backup_gets_another_name_and_a_whole_one_takes_its_place() {
    let mut spoilt = PathBuf::new();
    let steps = mended(|dir| {
        spoilt = Store::backups(dir).expect("a list").remove(0).path;
        fs::write(&spoilt, "broken").expect("written");
        StoreError::BadBackup(spoilt.clone())
    });
    let [Notice::Step(Step::BackupAside(aside)), Notice::Step(Step::BackupMade(made))] = &steps[..] else {
        panic!("{steps:?}")
    };
    assert!(aside.to_string_lossy().contains(".damaged-1") && made == &spoilt, "{steps:?}");
}

#[test]
fn what_a_killed_restore_left_is_named_and_cleared() {
    mended(|dir| {
        let left = PathBuf::from(format!("{}.restoring-2", dir.display()));
        fs::create_dir_all(left.join("journal")).expect("made");
        StoreError::Fault(Fault::Leftover(left))
    });
}

#[test]
fn a_reader_is_told_that_the_journal_has_lost_its_end() {
    let (_root, dir) = sound();
    let path = segment(&dir, 1);
    let bytes = fs::read(&path).expect("read");
    let end = bytes[..bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').expect("lines") + 1;
    fs::write(&path, &bytes[..end]).expect("written");
    assert_eq!(Store::last_of(&dir), Ok(Seq(2)));
    assert_eq!(Store::missing(&dir), [StoreError::Short]);
}

#[test]
fn what_no_repair_can_mend_is_not_said_to_be_mended() {
    let bench = three();
    let (dir, stick) = (bench.dir(), bench.root.path().join("U 盘"));
    let Bench { root: _root, mut store, .. } = bench;
    store.back_up_also_to(Some(&stick));
    store.close();
    Store::repair(&dir).expect("done");
    let left = found(&dir);
    assert_eq!(left, [StoreError::NoSecond(stick)]);
    assert_eq!(left[0].repair(Lang::Zh), None);
}

#[test]
fn a_journal_without_its_end_is_mended_from_the_database_and_that_is_what_the_doctor_says() {
    let steps = mended(|dir| {
        for backup in fs::read_dir(dir.join("backup")).expect("a list") {
            remove(&backup.expect("read").path());
        }
        let bytes = fs::read(segment(dir, 1)).expect("read");
        let end = bytes[..bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').expect("lines") + 1;
        fs::write(segment(dir, 1), &bytes[..end]).expect("written");
        StoreError::Short
    });
    assert!(matches!(steps.first(), Some(Notice::EndMended { from: Seq(3), .. })), "{steps:?}");
}
