//! Restoring over a ledger: what is refused, what comes over, what is kept, and what a cut leaves.

use std::fs;
use std::path::{Path, PathBuf};

use taizhang::store::{Notice, Seq, Step, Store, StoreError, Unfit, finish_restore, is_ledger, refusal};

use super::bench::{Bench, copy_tree, real, setting, text, three};

/// A ledger of four changes, closed, and a backup of the first three outside it.
struct Shelf {
    bench: Bench,
    dir: PathBuf,
    file: PathBuf,
}

impl Shelf {
    fn new() -> Self {
        let mut bench = three();
        let (dir, file) = (bench.dir(), bench.root.path().join("备 份.zst"));
        Store::backup(&dir, Some(&file)).expect("made");
        bench.put(&setting("区"), text("北山区")).expect("saved");
        let (bench, ..) = bench.reopened(|_| {});
        Self { bench, dir, file }
    }

    /// A name beside the ledger.
    fn beside(&self, ending: &str) -> PathBuf {
        self.bench.root.path().join(format!("台 账.{ending}"))
    }

    /// Closes the ledger.
    fn closed(self) -> Closed {
        let Self { bench: Bench { root, store, .. }, dir, file } = self;
        store.close();
        Closed { root, dir, file }
    }
}

struct Closed {
    root: tempfile::TempDir,
    dir: PathBuf,
    file: PathBuf,
}

impl Closed {
    fn beside(&self, ending: &str) -> PathBuf {
        self.root.path().join(format!("台 账.{ending}"))
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(self.root.path())
            .expect("a list")
            .map(|entry| entry.expect("read").file_name().into_string().expect("text"))
            .collect();
        names.sort();
        names
    }
}

fn last(dir: &Path) -> Seq {
    Store::last_of(dir).expect("a number")
}

#[test]
fn a_ledger_that_a_newer_program_wrote_is_not_replaced() {
    let closed = Shelf::new().closed();
    let newer = "{\"format\":9,\"new\":true}";
    fs::write(closed.dir.join("FORMAT"), newer).expect("written");
    let before = closed.names();
    assert_eq!(Store::restore(&closed.file, &closed.dir), Err(StoreError::Newer(closed.dir.join("FORMAT"))));
    assert_eq!(fs::read_to_string(closed.dir.join("FORMAT")).expect("read"), newer);
    assert_eq!(closed.names(), before);
}

#[test]
fn no_ledger_is_restored_within_another() {
    let closed = Shelf::new().closed();
    let inside = StoreError::Unfit(Unfit::Inside(closed.dir.clone()));
    for place in ["新", "backup", "backup/旧", "drafts/a/b"] {
        assert_eq!(Store::restore(&closed.file, &closed.dir.join(place)), Err(inside.clone()), "{place}");
    }
    assert!(!closed.dir.join("新").exists() && last(&closed.dir) == Seq(4));
}

#[test]
fn the_users_own_files_come_over_and_what_stays_is_counted() {
    let closed = Shelf::new().closed();
    fs::create_dir(closed.dir.join("佐证")).expect("made");
    fs::write(closed.dir.join("佐证/一.png"), "图").expect("written");
    fs::write(closed.dir.join("drafts/a.json"), "{}").expect("written");
    let restored = Store::restore(&closed.file, &closed.dir).expect("restored");
    let kept = restored.kept.expect("kept");
    assert_eq!((restored.drafts, restored.backups, restored.carried), (1, 1, vec!["佐证".to_owned()]));
    assert!(closed.dir.join("佐证/一.png").exists() && !kept.join("佐证").exists());
    assert!(!closed.dir.join("carry-over").exists(), "nothing is left to be done");
    assert!(kept.join("drafts/a.json").exists() && last(&kept) == Seq(4) && last(&closed.dir) == Seq(3));
    let listed = Store::kept_backups(&closed.dir);
    assert!(listed.len() == 1 && listed[0].path.starts_with(&kept) && listed[0].found.is_ok(), "{listed:?}");
}

#[test]
fn backups_of_the_ledger_before_do_not_undo_a_restore() {
    let closed = Shelf::new().closed();
    Store::backup(&closed.dir, None).expect("a backup that goes on behind what is restored");
    Store::restore(&closed.file, &closed.dir).expect("restored");
    for _ in 0..2 {
        Store::open_thoroughly(&closed.dir, real()).expect("it opens").0.close();
        assert_eq!(last(&closed.dir), Seq(3));
    }
}

#[test]
fn what_a_restore_left_that_was_killed_is_cleared_by_the_next_opening() {
    let shelf = Shelf::new();
    let left = shelf.beside("restoring-3");
    let closed = shelf.closed();
    fs::create_dir_all(left.join("journal")).expect("made");
    fs::write(left.join("journal/00000000000000000001.jsonl"), "half").expect("written");
    let (store, _, notices) = Store::open(&closed.dir, real()).expect("it opens");
    store.close();
    assert_eq!(notices.first(), Some(&Notice::Step(Step::Cleared(left.clone()))));
    assert!(!left.exists() && last(&closed.dir) == Seq(4));
}

#[test]
fn what_a_restore_left_that_was_killed_is_cleared_by_the_next_restore() {
    let closed = Shelf::new().closed();
    let left = closed.beside("restoring-1");
    copy_tree(&closed.dir, &left);
    let restored = Store::restore(&closed.file, &closed.dir).expect("restored");
    assert_eq!(restored.steps, [Step::Cleared(left.clone())]);
    assert!(!left.exists() && last(&closed.dir) == Seq(3));
}

#[test]
fn a_restore_that_is_under_way_and_other_peoples_directories_are_left_alone() {
    let closed = Shelf::new().closed();
    let [under_way, others] = ["restoring-1", "restoring-2"].map(|ending| closed.beside(ending));
    copy_tree(&closed.dir, &under_way);
    let (worker, ..) = Store::open(&under_way, real()).expect("somebody works there");
    fs::create_dir(&others).expect("made");
    fs::write(others.join("总结.docx"), "mine").expect("written");
    let (store, _, notices) = Store::open(&closed.dir, real()).expect("it opens");
    store.close();
    assert_eq!(notices, []);
    assert!(under_way.exists() && others.join("总结.docx").exists());
    worker.close();
}

#[test]
fn a_cut_between_the_two_renames_is_made_good_and_told() {
    let closed = Shelf::new().closed();
    fs::write(closed.dir.join("总结.docx"), "mine").expect("written");
    let kept = Store::restore(&closed.file, &closed.dir).expect("restored").kept.expect("kept");
    // As the cut leaves it: the new one has no name yet, and the user's file has not come over.
    fs::rename(&closed.dir, closed.beside("restoring-1")).expect("renamed");
    fs::rename(closed.beside("restoring-1/总结.docx"), kept.join("总结.docx")).expect("moved");
    fs::write(closed.beside("restoring-1/carry-over"), "台 账.kept-1").expect("written");
    let finished = finish_restore(&closed.dir);
    assert_eq!(finished, Some(Notice::Step(Step::Finished { kept: Some(kept.clone()) })));
    assert!(closed.dir.join("总结.docx").exists() && !kept.join("总结.docx").exists());
    assert_eq!((last(&closed.dir), last(&kept), finish_restore(&closed.dir)), (Seq(3), Seq(4), None));
}

#[test]
fn a_cut_after_the_renames_brings_the_users_files_over_with_the_next_opening() {
    let closed = Shelf::new().closed();
    let kept = Store::restore(&closed.file, &closed.dir).expect("restored").kept.expect("kept");
    fs::write(kept.join("总结.docx"), "mine").expect("written");
    fs::write(closed.dir.join("carry-over"), "台 账.kept-1").expect("written");
    Store::open(&closed.dir, real()).expect("it opens").0.close();
    assert!(closed.dir.join("总结.docx").exists() && !closed.dir.join("carry-over").exists());
}

#[test]
fn nothing_comes_over_from_anywhere_but_a_ledger_that_a_restore_kept() {
    let closed = Shelf::new().closed();
    let other = closed.root.path().join("别处");
    fs::create_dir(&other).expect("made");
    fs::write(other.join("总结.docx"), "mine").expect("written");
    for named in ["别处", "../别处", "台 账.kept-1/../别处"] {
        fs::write(closed.dir.join("carry-over"), named).expect("written");
        Store::open(&closed.dir, real()).expect("it opens").0.close();
        assert!(other.join("总结.docx").exists() && !closed.dir.join("总结.docx").exists(), "{named}");
    }
}

#[test]
fn a_restore_into_a_new_place_that_lacks_only_its_name_is_finished_by_whoever_comes_first() {
    let closed = Shelf::new().closed();
    let (new, whole) = (closed.root.path().join("新"), closed.root.path().join("新.restoring-1"));
    let arrive = || copy_tree(&closed.dir, &whole);
    arrive();
    assert!(is_ledger(&new) && last(&new) == Seq(4));
    fs::remove_dir_all(&new).expect("removed");
    arrive();
    assert_eq!(Store::create(&new, real()).map(drop), Err(StoreError::Exists(new.clone())));
    fs::remove_dir_all(&new).expect("removed");
    arrive();
    let restored = Store::restore(&closed.file, &new).expect("restored");
    assert_eq!((restored.steps, last(&new)), (vec![Step::Finished { kept: None }], Seq(3)));
    assert_eq!(last(&restored.kept.expect("kept")), Seq(4));
}

#[test]
fn where_there_is_no_ledger_what_lies_beside_is_named() {
    let closed = Shelf::new().closed();
    let new = closed.root.path().join("新");
    let (half, kept) = (closed.root.path().join("新.restoring-1"), closed.root.path().join("新.kept-1"));
    fs::create_dir_all(half.join("journal")).expect("made");
    assert_eq!(refusal(&new), Some(StoreError::Unfit(Unfit::HalfRestored(half))));
    copy_tree(&closed.dir, &kept);
    assert_eq!(refusal(&new), Some(StoreError::Unfit(Unfit::OnlyKept(kept))));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_neither_read_nor_written() {
    let closed = Shelf::new().closed();
    let into = closed.root.path().join("新");
    // A pipe would have us wait for ever, and the device never ends.
    let pipe = closed.root.path().join("管道");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()));
    for path in [&pipe, closed.root.path(), Path::new("/dev/zero")] {
        let no_file = StoreError::Unfit(Unfit::NoFile(path.to_owned()));
        assert_eq!(Store::restore(path, &into), Err(no_file.clone()));
        assert_eq!(Store::backup(&closed.dir, Some(path)), Err(no_file));
    }
    let none = closed.root.path().join("没有.zst");
    assert_eq!(Store::restore(&none, &into), Err(StoreError::Unfit(Unfit::Missing(none.clone()))));
    assert!(!into.exists());
}
