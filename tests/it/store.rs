//! The store from outside: what was committed is there again, whatever happened in between.

mod disk;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::DateTime;
use proptest::prelude::*;
use taizhang::id::EntryId;
use taizhang::lang::Lang;
use taizhang::model::{
    Act, Change, Edit, Entry, Ledger, Passage, PassageKey, Rank, Record, RecordKey, SettingValue, Verb, Year,
};
use taizhang::store::{Disk, Doing, Logged, Notice, RealDisk, Seq, Store, StoreError, Trouble, is_ledger};
use tempfile::TempDir;

use disk::FailingDisk;

fn real() -> Arc<dyn Disk> {
    Arc::new(RealDisk)
}

/// A fresh ledger with what it should hold in memory beside it.
struct Bench {
    root: TempDir,
    store: Store,
    ledger: Ledger,
}

impl Bench {
    fn new() -> Self {
        Self::on(real())
    }

    fn on(disk: Arc<dyn Disk>) -> Self {
        let root = tempfile::tempdir().expect("a directory");
        let store = Store::create(&root.path().join("台 账"), disk).expect("a ledger");
        Self { root, store, ledger: Ledger::default() }
    }

    fn dir(&self) -> PathBuf {
        self.store.dir().to_owned()
    }

    fn put(&mut self, key: &RecordKey, new: Record) -> Result<Seq, StoreError> {
        let edit = Edit { key: key.clone(), old: key.get(&self.ledger), new: Some(new) };
        self.commit(&change(vec![edit]), None)
    }

    fn commit(&mut self, change: &Change, undoes: Option<Seq>) -> Result<Seq, StoreError> {
        let seq = self.store.commit(logged(change.clone(), undoes))?;
        change.apply(&mut self.ledger).expect("it fits");
        Ok(seq)
    }

    /// Closes, changes files, opens again.
    fn reopened(self, meanwhile: impl FnOnce(&Path)) -> (Self, Ledger, Vec<Notice>) {
        let dir = self.dir();
        self.store.close();
        meanwhile(&dir);
        let (store, found, notices) = Store::open(&dir, real()).expect("it opens");
        (Self { root: self.root, store, ledger: self.ledger }, found, notices)
    }

    /// The directory as a killed program would leave it.
    fn killed(&self) -> PathBuf {
        let copy = self.root.path().join("killed");
        copy_tree(&self.dir(), &copy);
        copy
    }
}

fn copy_tree(from: &Path, to: &Path) {
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

fn change(edits: Vec<Edit>) -> Change {
    Change { act: Act { verb: Verb::Set, what: "东湖".into() }, edits }
}

fn logged(change: Change, undoes: Option<Seq>) -> Logged {
    let at = DateTime::from_timestamp_millis(1_648_195_200_123).expect("an instant");
    Logged { seq: Seq(0), at, by: "甲".into(), change, undoes }
}

fn setting(name: &str) -> RecordKey {
    RecordKey::Setting(name.parse().expect("an id"))
}

fn text(value: &str) -> Record {
    Record::Setting(SettingValue(value.into()))
}

fn segment(dir: &Path, first: u64) -> PathBuf {
    dir.join(format!("journal/{first:020}.jsonl"))
}

fn append(path: &Path, bytes: &[u8]) {
    let all = [fs::read(path).expect("read"), bytes.to_vec()].concat();
    fs::write(path, all).expect("written");
}

fn three() -> Bench {
    let mut bench = Bench::new();
    for (name, value) in [("省", "江南省"), ("市", "东湖市"), ("区", "南山区")] {
        bench.put(&setting(name), text(value)).expect("saved");
    }
    bench
}

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
fn a_torn_last_line_is_cut_and_kept() {
    for torn in [&b"1234"[..], b"00000000 {\"v\":1}\n", b"\0\0\0\0\0\0\0\0\0\0\0"] {
        let (mut bench, found, notices) = three().reopened(|dir| append(&segment(dir, 1), torn));
        assert_eq!(found, bench.ledger);
        let [Notice::Torn { aside }] = &notices[..] else { panic!("{notices:?}") };
        assert_eq!(fs::read(aside).expect("kept"), torn);
        bench.put(&setting("区"), text("北山区")).expect("saved");
        assert_eq!(Store::read(&bench.dir()).expect("read"), bench.ledger);
    }
}

#[test]
fn a_reader_beside_the_writer_overlooks_an_unfinished_line() {
    let bench = three();
    append(&segment(&bench.dir(), 1), b"1234");
    assert_eq!(Store::read(&bench.dir()).expect("read"), bench.ledger);
}

#[test]
fn a_ledger_whose_only_line_is_torn_is_empty() {
    let (bench, found, notices) = Bench::new().reopened(|dir| fs::write(segment(dir, 1), b"1234").expect("written"));
    assert_eq!(found, Ledger::default());
    assert!(matches!(notices.last(), Some(Notice::Torn { .. })), "{notices:?}");
    assert_eq!(bench.store.last(), Seq(0));
}

#[test]
fn a_damaged_line_is_named_and_nothing_is_touched() {
    let bench = three();
    let (dir, path) = (bench.dir(), segment(&bench.dir(), 1));
    bench.store.close();
    fs::rename(dir.join("db"), dir.join("elsewhere")).expect("moved");
    let mut bytes = fs::read(&path).expect("read");
    let second = bytes.iter().position(|byte| *byte == b'\n').expect("a line") + 30;
    bytes[second] ^= 1;
    fs::write(&path, &bytes).expect("written");
    let damaged = StoreError::Damaged { file: path.clone(), line: 2 };
    assert_eq!(Store::read(&dir), Err(damaged.clone()));
    assert_eq!(Store::open(&dir, real()).map(drop), Err(damaged));
    assert_eq!(fs::read(&path).expect("read"), bytes);
}

#[test]
fn a_missing_segment_is_noticed() {
    let bench = three();
    let dir = bench.dir();
    fs::rename(segment(&dir, 1), segment(&dir, 2)).expect("moved");
    assert_eq!(Store::read(&dir), Err(StoreError::Gap { file: segment(&dir, 2), line: 1 }));
}

#[test]
fn a_lost_database_is_built_anew() {
    let (bench, found, notices) = three().reopened(|dir| fs::remove_dir_all(dir.join("db")).expect("removed"));
    assert_eq!((found, notices), (bench.ledger.clone(), vec![Notice::Rebuilt { aside: None }]));
    let (bench, found, notices) = bench.reopened(|_| {});
    assert_eq!((found, notices), (bench.ledger, vec![]));
}

#[test]
fn a_broken_database_is_set_aside_and_built_anew() {
    let (bench, found, notices) = three().reopened(|dir| fs::write(dir.join("db/db"), "x").expect("written"));
    assert_eq!(found, bench.ledger);
    assert_eq!(notices, [Notice::Rebuilt { aside: Some(bench.dir().join("db.damaged-1")) }]);
    assert!(bench.dir().join("db.damaged-1/db").exists());
}

#[test]
fn an_emptied_database_is_built_anew() {
    let (bench, found, notices) = three().reopened(|dir| {
        fs::remove_dir_all(dir.join("db")).expect("removed");
        fs::create_dir(dir.join("db")).expect("made");
    });
    assert_eq!(found, bench.ledger);
    assert!(matches!(notices[..], [Notice::Mended(_), Notice::Rebuilt { .. }]), "{notices:?}");
}

#[test]
fn an_unfinished_snapshot_is_no_damage() {
    let (bench, found, notices) =
        three().reopened(|dir| fs::write(dir.join("db/snap.0000000000000001.generating"), "x").expect("written"));
    assert_eq!((found, notices), (bench.ledger, vec![]));
}

#[test]
fn an_older_database_catches_up_with_the_journal() {
    let mut bench = three();
    let dir = bench.dir();
    let (again, ..) = bench.reopened(|dir| copy_tree(&dir.join("db"), &dir.join("../old")));
    bench = again;
    bench.put(&setting("区"), text("北山区")).expect("saved");
    let (mut bench, found, notices) = bench.reopened(|dir| {
        fs::remove_dir_all(dir.join("db")).expect("removed");
        fs::rename(dir.join("../old"), dir.join("db")).expect("moved");
    });
    assert_eq!(found, bench.ledger);
    assert!(!notices.iter().any(|notice| matches!(notice, Notice::Rebuilt { .. })), "{notices:?}");
    assert_eq!(bench.put(&setting("区"), text("西山区")).expect("saved"), Seq(5));
    assert_eq!(Store::read(&dir).expect("read"), bench.ledger);
}

#[test]
fn a_database_of_another_ledger_is_not_taken_for_its_own() {
    let other = three();
    let from = other.dir().join("db");
    let (bench, found, notices) = Bench::new().reopened(|dir| {
        other.store.close();
        fs::remove_dir_all(dir.join("db")).expect("removed");
        copy_tree(&from, &dir.join("db"));
    });
    assert_eq!(found, bench.ledger);
    assert!(matches!(notices.last(), Some(Notice::Rebuilt { .. })), "{notices:?}");
}

#[test]
fn a_lost_format_is_written_anew() {
    let (bench, found, notices) = three().reopened(|dir| fs::remove_file(dir.join("FORMAT")).expect("removed"));
    assert_eq!(found, bench.ledger);
    assert!(matches!(notices[..], [Notice::FormatMade, Notice::Rebuilt { .. }]), "{notices:?}");
}

#[test]
fn a_newer_ledger_is_refused_untouched() {
    let bench = three();
    let dir = bench.dir();
    bench.store.close();
    fs::write(dir.join("FORMAT"), "{\"format\":2,\"new\":true}").expect("written");
    fs::write(dir.join("LOCK"), "as it was").expect("written");
    let newer = StoreError::Newer(dir.join("FORMAT"));
    assert_eq!(Store::open(&dir, real()).map(drop), Err(newer.clone()));
    assert_eq!(Store::read(&dir), Err(newer));
    assert_eq!(fs::read_to_string(dir.join("LOCK")).expect("read"), "as it was");
}

#[test]
fn a_second_opening_is_told_who_holds_the_ledger() {
    let bench = three();
    let Err(StoreError::Locked(holder)) = Store::open(&bench.dir(), real()) else { panic!("it opened twice") };
    assert_eq!(holder.pid, std::process::id());
    assert!(StoreError::Locked(holder).text(Lang::Zh).contains(&std::process::id().to_string()));
    assert_eq!(Store::read(&bench.dir()).expect("read"), bench.ledger);
}

#[test]
fn a_ledger_is_made_in_an_empty_place_only() {
    let bench = three();
    let dir = bench.dir();
    assert!(is_ledger(&dir));
    assert_eq!(Store::create(&dir, real()).map(drop), Err(StoreError::Exists(dir.clone())));
    let root = bench.root.path().to_owned();
    assert_eq!(Store::create(&root, real()).map(drop), Err(StoreError::NotEmpty(root.clone())));
    fs::write(root.join("file"), "mine").expect("written");
    let file = root.join("file");
    assert_eq!(Store::create(&file, real()).map(drop), Err(StoreError::NotDirectory(file.clone())));
    assert_eq!(Store::open(&file, real()).map(drop), Err(StoreError::NotDirectory(file.clone())));
    assert_eq!(Store::open(&root, real()).map(drop), Err(StoreError::NoLedger(root.clone())));
    assert!(Store::create(&file.join("below"), real()).is_err());
    assert!(!is_ledger(&root) && !is_ledger(&file) && !is_ledger(&root.join("none")));
    assert_eq!(fs::read_to_string(&file).expect("read"), "mine");
}

#[test]
fn a_value_that_is_too_big_is_refused_before_anything_is_written() {
    let mut bench = three();
    let before = fs::read(segment(&bench.dir(), 1)).expect("read");
    let refused = bench.put(&setting("区"), text(&"长".repeat(400_000)));
    assert!(matches!(refused, Err(StoreError::TooBig { .. })), "{refused:?}");
    assert_eq!(fs::read(segment(&bench.dir(), 1)).expect("read"), before);
    assert_eq!(bench.put(&setting("区"), text("北山区")).expect("saved"), Seq(4));
}

#[test]
fn a_full_segment_is_followed_by_a_new_one() {
    let mut bench = Bench::new();
    let key = setting("注");
    for n in 0..8 {
        let value = text(&format!("{n}{}", "长".repeat(300_000)));
        bench.put(&key, value).expect("saved");
    }
    let segments = fs::read_dir(bench.dir().join("journal")).expect("a list").count();
    assert_eq!(segments, 2, "old and new values of 900 KB fill 8 MiB with the sixth line");
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

#[cfg(unix)]
#[test]
fn only_the_owner_may_read() {
    use std::os::unix::fs::PermissionsExt;
    // What sled makes in its private directory is closed at the next opening.
    fn modes(path: &Path, all: &mut Vec<(PathBuf, u32)>) {
        let meta = fs::metadata(path).expect("there");
        all.push((path.to_owned(), meta.permissions().mode() & 0o777));
        if meta.is_dir() && !path.ends_with("db") {
            fs::read_dir(path).expect("a list").for_each(|entry| modes(&entry.expect("an entry").path(), all));
        }
    }
    let bench = three();
    bench.store.drafts().save("a", &serde_json::json!(1)).expect("kept");
    let open = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("changed");
    let (bench, _, notices) = bench.reopened(|dir| {
        open(dir, 0o755);
        open(&segment(dir, 1), 0o644);
    });
    assert_eq!(notices, [Notice::Mended(vec![bench.dir(), segment(&bench.dir(), 1)])]);
    let mut all = Vec::new();
    modes(&bench.dir(), &mut all);
    for (path, mode) in all {
        assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_the_ledger_is_not_followed() {
    for name in ["journal", "db", "drafts", "FORMAT"] {
        let bench = three();
        let dir = bench.dir();
        bench.store.close();
        let away = bench.root.path().join("away");
        fs::rename(dir.join(name), &away).expect("moved");
        std::os::unix::fs::symlink(&away, dir.join(name)).expect("linked");
        assert_eq!(Store::open(&dir, real()).map(drop), Err(StoreError::Link(dir.join(name))), "{name}");
    }
}

#[test]
fn a_failed_write_leaves_the_ledger_as_it_was() {
    let disk = FailingDisk::new();
    let mut bench = Bench::on(Arc::new(disk.clone()));
    bench.put(&setting("省"), text("江南省")).expect("saved");
    disk.fail_next_write(std::io::ErrorKind::StorageFull);
    let path = segment(&bench.dir(), 1);
    let full = StoreError::Io { doing: Doing::Saving, path, trouble: Trouble::Full };
    assert_eq!(bench.put(&setting("市"), text("东湖市")), Err(full.clone()));
    assert!(full.text(Lang::Zh).starts_with("没有保存：磁盘已满"));
    assert_eq!(bench.put(&setting("区"), text("南山区")).expect("saved"), Seq(2));
    let (bench, found, notices) = bench.reopened(|_| {});
    assert_eq!((found, notices), (bench.ledger, vec![]));
}

#[test]
fn after_a_failed_sync_nothing_is_written_until_the_ledger_is_opened_anew() {
    let disk = FailingDisk::new();
    let mut bench = Bench::on(Arc::new(disk.clone()));
    bench.put(&setting("省"), text("江南省")).expect("saved");
    disk.fail_next_sync();
    assert!(matches!(bench.put(&setting("市"), text("东湖市")), Err(StoreError::Io { doing: Doing::Saving, .. })));
    assert_eq!(bench.put(&setting("区"), text("南山区")), Err(StoreError::Stopped));
    let (mut bench, found, _) = bench.reopened(|_| {});
    assert_eq!(found, bench.ledger);
    assert_eq!(bench.put(&setting("区"), text("南山区")).expect("saved"), Seq(2));
}

#[test]
fn each_obstacle_has_its_own_sentence() {
    use std::io::ErrorKind::{NotADirectory, PermissionDenied, ReadOnlyFilesystem, StorageFull};
    let mut sentences = Vec::new();
    for kind in [NotADirectory, PermissionDenied, ReadOnlyFilesystem, StorageFull] {
        let disk = FailingDisk::new();
        let mut bench = Bench::on(Arc::new(disk.clone()));
        disk.fail_next_write(kind);
        let error = bench.put(&setting("省"), text("江南省")).expect_err("it fails");
        sentences.extend([Lang::Zh, Lang::En].map(|lang| (error.text(lang), error.hint(lang))));
    }
    let all = sentences.len();
    sentences.sort();
    sentences.dedup();
    assert_eq!(sentences.len(), all);
}

#[test]
fn a_read_only_directory_can_be_read_and_says_so_when_opened() {
    let bench = three();
    let dir = bench.dir();
    bench.store.close();
    let disk = FailingDisk::new();
    disk.fail_locking(std::io::ErrorKind::ReadOnlyFilesystem);
    let error = Store::open(&dir, Arc::new(disk)).map(drop).expect_err("it fails");
    let path = dir.join("LOCK");
    assert_eq!(error, StoreError::Io { doing: Doing::Opening, path, trouble: Trouble::ReadOnly });
    assert_eq!(Store::read(&dir).expect("read"), bench.ledger);
}

fn any_edit() -> impl Strategy<Value = (RecordKey, Option<Record>)> {
    let year = Year::try_from(2022).expect("a year");
    let word = "[\u{4e00}-\u{4e20} {}\"\\\\\n*]{0,12}";
    let settings = (0..4u8, prop::option::of(word))
        .prop_map(|(n, value)| (setting(&format!("s{n}")), value.map(|value| Record::Setting(SettingValue(value)))));
    let passages = (0..4usize, prop::option::of(word)).prop_map(move |(n, value)| {
        let id: taizhang::id::PassageId = format!("{n}.a").parse().expect("an id");
        let record = value.map(|text| passage(&id, &Rank::nth(n), &text));
        (RecordKey::Passage(PassageKey(year, id)), record)
    });
    let entries = (0..4u128, prop::option::of(word)).prop_map(|(n, value)| {
        let id = EntryId::from_bits(n);
        (RecordKey::Entry(id), value.map(|label| entry(id, &label)))
    });
    prop_oneof![settings, passages, entries]
}

fn passage(id: &taizhang::id::PassageId, rank: &Rank, text: &str) -> Record {
    let json = serde_json::json!({ "id": id, "rank": rank, "text": text });
    Record::Passage(serde_json::from_value::<Passage>(json).expect("a passage"))
}

fn entry(id: EntryId, label: &str) -> Record {
    let json = serde_json::json!({ "id": id, "register": "units", "label": label });
    Record::Entry(serde_json::from_value::<Entry>(json).expect("an entry"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn journal_database_and_memory_agree(changes in prop::collection::vec(prop::collection::vec(any_edit(), 0..6), 1..20)) {
        let mut bench = Bench::new();
        for edits in changes {
            let mut draft = bench.ledger.clone();
            let edits = edits.into_iter().map(|(key, new)| {
                let edit = Edit { old: key.get(&draft), key, new };
                edit.key.put(edit.new.clone(), &mut draft).expect("it fits");
                edit
            });
            let done = change(edits.collect());
            bench.commit(&done, None).expect("saved");
        }
        prop_assert_eq!(&Store::read(&bench.dir()).expect("read"), &bench.ledger);
        let (bench, found, notices) = bench.reopened(|_| {});
        prop_assert_eq!(&found, &bench.ledger);
        prop_assert_eq!(notices, vec![]);
    }
}
