//! Backups: made, verified, listed, restored; an export is one that is not compressed.

use std::fs;
use std::path::Path;

use taizhang::store::{Listed, Notice, Seq, Store, StoreError, Trouble, Unfit, is_ledger};
use taizhang::template::sample;

use super::bench::{Bench, real, segment, setting, text, three};

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
fn a_backup_that_is_cut_or_flipped_is_never_restored_wrong() {
    let bench = three();
    let history = Store::history(&bench.dir()).expect("history");
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
            // A flipped bit may tell zstd of another place with the same bytes: then all is there.
            if Store::restore(&file, &into).is_ok() {
                assert_eq!(Store::history(&into).expect("history"), history, "flipped at {at}");
                fs::remove_dir_all(&into).expect("removed");
            }
            assert!(!into.exists());
        }
    }
}

#[test]
fn a_backup_is_made_when_due_and_verified_when_listed() {
    let (bench, ..) = three().reopened(|_| {});
    let dir = bench.dir();
    let made = Store::backups(&dir).expect("a list");
    let [Listed { found: Ok(backup), .. }] = &made[..] else { panic!("{made:?}") };
    assert_eq!((backup.seq, backup.records, backup.changes), (Seq(3), 3, 3));
    fs::write(&backup.path, "broken").expect("written");
    let [listed] = &Store::backups(&dir).expect("a list")[..] else { panic!("one") };
    assert_eq!((listed.seq, &listed.path), (Seq(3), &backup.path), "its name tells");
    assert_eq!(listed.found, Err(StoreError::BadBackup(backup.path.clone())));
}

#[test]
fn a_restore_that_was_cut_short_between_its_renames_is_finished() {
    let mut bench = three();
    let file = bench.root.path().join("a.zst");
    Store::backup(&bench.dir(), Some(&file)).expect("made");
    bench.put(&setting("区"), text("北山区")).expect("saved");
    let dir = bench.dir();
    bench.store.close();
    let kept = Store::restore(&file, &dir).expect("restored").kept.expect("kept");
    let whole = Store::history(&dir).expect("history");
    let half =
        kept.with_file_name(kept.file_name().expect("a name").to_str().expect("text").replace("kept", "restoring"));
    fs::rename(&dir, &half).expect("as the cut leaves it");
    assert!(is_ledger(&dir) && !half.exists());
    assert_eq!((Store::history(&dir).expect("history"), Store::read(&kept).expect("kept")), (whole, bench.ledger));
}

#[test]
fn backups_go_to_a_second_folder_whenever_it_is_there() {
    let mut bench = three();
    let stick = bench.root.path().join("U 盘");
    bench.store.back_up_also_to(Some(&stick));
    let dir = bench.dir();
    let told = bench.store.close();
    assert!(!dir.join("db.damaged-1").exists());
    assert!(Store::check(&dir).contains(&StoreError::NoSecond(stick.clone())), "{told:?}");
    fs::create_dir(&stick).expect("plugged in");
    Store::open(&dir, real()).expect("it opens").0.close();
    assert!(Store::check(&dir).is_empty());
    let all: Vec<_> = Store::backups(&dir).expect("a list").into_iter().map(|one| one.found.expect("whole")).collect();
    let (here, there): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.path.starts_with(&dir));
    assert_eq!((here.len(), there.len(), here[0].seq), (1, 1, there[0].seq));
    let into = bench.root.path().join("新");
    Store::restore(&there[0].path, &into).expect("restored");
    assert_eq!(Store::read(&into).expect("read"), bench.ledger);
}

#[test]
fn what_the_ledger_lost_comes_back_from_the_second_folder() {
    let mut bench = three();
    let stick = tempfile::tempdir().expect("a folder");
    bench.store.back_up_also_to(Some(stick.path()));
    let (dir, ledger) = (bench.dir(), bench.ledger.clone());
    bench.store.close();
    let own = fs::read_dir(stick.path()).expect("a list").next().expect("one").expect("read").path();
    assert!(own.is_dir());
    for gone in fs::read_dir(dir.join("backup")).expect("a list").map(|entry| entry.expect("read").path()) {
        if gone.to_string_lossy().ends_with(".zst") {
            fs::remove_file(gone).expect("removed");
        }
    }
    let journal = dir.join("journal/00000000000000000001.jsonl");
    let mut bytes = fs::read(&journal).expect("read");
    bytes[40] ^= 1;
    fs::write(&journal, bytes).expect("written");
    let (store, found, notices) = Store::open_thoroughly(&dir, real()).expect("healed");
    store.close();
    assert_eq!(found, ledger);
    let Some(Notice::Healed(healed)) = notices.first() else { panic!("{notices:?}") };
    assert_eq!((healed.from_backup, healed.lost), (1, 0));
}

#[test]
fn what_the_user_has_there_is_neither_replaced_nor_removed() {
    let bench = three();
    let (file, beside) = (bench.root.path().join("总结.docx"), bench.root.path().join("总结.new"));
    for path in [&file, &beside] {
        fs::write(path, "mine").expect("written");
    }
    let refused = Store::backup(&bench.dir(), Some(&file));
    assert!(matches!(refused, Err(StoreError::Io { trouble: Trouble::InTheWay, .. })), "{refused:?}");
    Store::backup(&bench.dir(), Some(&file.with_extension("zst"))).expect("made");
    Store::backup(&bench.dir(), Some(&file.with_extension("zst"))).expect("a backup replaces a backup");
    assert!([&file, &beside].into_iter().all(|path| fs::read(path).expect("read") == b"mine"));
}

#[cfg(unix)]
#[test]
fn what_is_written_elsewhere_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let bench = three();
    let mut files = ["a.zst", "a.jsonl"].map(|name| bench.root.path().join(name)).to_vec();
    fs::write(&files[1], "others can read it").expect("written");
    Store::backup(&bench.dir(), Some(&files[0])).expect("made");
    Store::export_file(&bench.dir(), &files[1]).expect("made");
    let into = bench.root.path().join("新");
    Store::restore(&files[1], &into).expect("restored");
    files.extend([into.clone(), into.join("journal"), segment(&into, 1), into.join("FORMAT")]);
    for path in files {
        let mode = fs::metadata(&path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
    }
}

#[test]
fn where_only_backups_are_left_no_new_ledger_is_made_and_one_of_them_is_restored() {
    let bench = three();
    let (dir, ledger) = (bench.dir(), bench.ledger.clone());
    bench.store.close();
    let made = Store::backup(&dir, None).expect("made");
    for name in ["journal", "db", "FORMAT", "cache"] {
        let path = dir.join(name);
        let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    }
    let newest = StoreError::OnlyBackups(made.path.clone());
    assert_eq!(Store::read(&dir), Err(newest.clone()));
    assert_eq!(Store::create(&dir, real()).map(drop), Err(newest));
    assert!(Store::restore(&made.path, &dir).expect("restored").kept.is_some());
    assert_eq!(Store::read(&dir).expect("read"), ledger);
}

#[test]
fn a_backup_is_never_written_through_a_link() {
    let bench = three();
    let (dir, out) = (bench.dir(), bench.root.path().join("out"));
    bench.store.close();
    let _ = fs::remove_dir_all(dir.join("backup"));
    fs::create_dir(&out).expect("made");
    std::os::unix::fs::symlink(&out, dir.join("backup")).expect("linked");
    assert_eq!(Store::backup(&dir, None), Err(StoreError::Link(dir.join("backup"))));
    assert_eq!(fs::read_dir(&out).expect("a folder").count(), 0);
}

#[cfg(unix)]
#[test]
fn a_chosen_file_is_replaced_only_when_it_holds_less_of_the_same_ledger() {
    let mut bench = three();
    let other = Bench::new();
    let root = bench.root.path().to_owned();
    let [mine, theirs] = ["a.zst", "b.zst"].map(|name| root.join(name));
    Store::backup(&bench.dir(), Some(&mine)).expect("made");
    bench.put(&setting("区"), text("北山区")).expect("saved");
    let made = Store::backup(&bench.dir(), Some(&mine)).expect("the older one of this ledger goes");
    let bytes = fs::read(&mine).expect("read");
    let foreign = Err(StoreError::Unfit(Unfit::Foreign(mine.clone())));
    assert_eq!((made.seq, Store::backup(&other.dir(), Some(&mine))), (Seq(4), foreign));
    std::os::unix::fs::symlink(&mine, &theirs).expect("linked");
    let link = Err(StoreError::Unfit(Unfit::Link(theirs.clone())));
    assert_eq!(Store::backup(&bench.dir(), Some(&theirs)), link);
    for place in ["c.zst", "journal/c.zst"] {
        let among = Err(StoreError::Unfit(Unfit::Among(bench.dir())));
        assert_eq!(Store::backup(&bench.dir(), Some(&bench.dir().join(place))), among);
    }
    assert_eq!(fs::read(&mine).expect("read"), bytes);
}
