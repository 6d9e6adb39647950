//! What stands in the way of the store: each has its sentence, and nothing changes.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use taizhang::lang::Lang;
use taizhang::store::{Doing, Notice, Seq, Store, StoreError, Trouble, is_ledger};

use super::bench::{Bench, real, segment, setting, text, three};
use super::disk::FailingDisk;

#[test]
fn a_newer_ledger_is_refused_untouched() {
    let bench = three();
    let dir = bench.dir();
    bench.store.close();
    fs::write(dir.join("FORMAT"), "{\"format\":99,\"new\":true}").expect("written");
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
fn after_a_failed_sync_a_new_segment_takes_the_change() {
    for lines_before in [0, 1] {
        let disk = FailingDisk::new();
        let mut bench = Bench::on(Arc::new(disk.clone()));
        for _ in 0..lines_before {
            bench.put(&setting("省"), text("江南省")).expect("saved");
        }
        disk.fail_next_syncs(1);
        assert_eq!(bench.put(&setting("市"), text("东湖市")).expect("saved"), Seq(lines_before + 1));
        assert_eq!(bench.store.notices(), [Notice::NewSegment]);
        bench.put(&setting("区"), text("南山区")).expect("saved");
        let (bench, found, notices) = bench.reopened(|_| {});
        assert_eq!((&found, notices), (&bench.ledger, vec![]));
        assert_eq!(Store::read(&bench.dir()).expect("read"), found);
    }
}

#[test]
fn what_an_abandoned_segment_holds_behind_its_end_does_not_count() {
    let disk = FailingDisk::new();
    let mut bench = Bench::on(Arc::new(disk.clone()));
    bench.put(&setting("省"), text("江南省")).expect("saved");
    let whole = fs::read(segment(&bench.dir(), 1)).expect("read");
    disk.fail_next_syncs(1);
    bench.put(&setting("市"), text("东湖市")).expect("saved");
    // The line that was cut off came back with the power.
    let line = fs::read(segment(&bench.dir(), 2)).expect("read");
    let (bench, ..) =
        bench.reopened(|dir| fs::write(segment(dir, 1), [&whole, &line, &b"half"[..]].concat()).expect("written"));
    assert_eq!(Store::read(&bench.dir()).expect("read"), bench.ledger);
    let (bench, found, _) = bench.reopened(|dir| fs::remove_dir_all(dir.join("db")).expect("removed"));
    assert_eq!(found, bench.ledger);
}

#[test]
fn when_syncs_go_on_failing_nothing_is_written_until_the_ledger_is_opened_anew() {
    let disk = FailingDisk::new();
    let mut bench = Bench::on(Arc::new(disk.clone()));
    bench.put(&setting("省"), text("江南省")).expect("saved");
    disk.fail_next_syncs(usize::MAX);
    assert!(matches!(bench.put(&setting("市"), text("东湖市")), Err(StoreError::Io { doing: Doing::Saving, .. })));
    disk.fail_next_syncs(0);
    assert_eq!(bench.put(&setting("区"), text("南山区")), Err(StoreError::Stopped));
    let (mut bench, found, _) = bench.reopened(|_| {});
    assert_eq!(found, bench.ledger);
    assert_eq!(bench.put(&setting("区"), text("南山区")).expect("saved"), Seq(2));
}

#[test]
fn on_a_full_disk_the_reserve_takes_the_work_in_hand() {
    let disk = FailingDisk::new();
    let mut bench = Bench::on(Arc::new(disk.clone()));
    fs::write(bench.dir().join("reserve"), [0; 1000]).expect("written");
    disk.fail_next_write(std::io::ErrorKind::StorageFull);
    bench.put(&setting("市"), text("东湖市")).expect("saved");
    assert_eq!(bench.store.notices(), [Notice::ReserveUsed]);
    assert_eq!(Store::read(&bench.dir()).expect("read"), bench.ledger);
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

#[test]
fn a_journal_that_somebody_else_changed_takes_no_line() {
    for (cut, added) in [(40, &b""[..]), (0, b"x"), (0, b"00000000 {}\n")] {
        let mut bench = three();
        let (dir, path) = (bench.dir(), segment(&bench.dir(), 1));
        let whole = fs::read(&path).expect("read");
        fs::write(&path, [&whole[..whole.len() - cut], added].concat()).expect("written");
        let refused = bench.put(&setting("区"), text("北山区"));
        assert_eq!(refused, Err(StoreError::Altered(path.clone())));
        assert_eq!(fs::read(&path).expect("read"), [&whole[..whole.len() - cut], added].concat());
        fs::write(&path, &whole).expect("put back");
        assert_eq!(bench.put(&setting("区"), text("北山区")), Ok(Seq(4)));
        assert_eq!(Store::read(&dir).expect("read"), bench.ledger);
    }
}
