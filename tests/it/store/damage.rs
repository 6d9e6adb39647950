//! Torn, flipped and missing files: what can be mended is, what cannot is named.

use std::fs;

use taizhang::lang::Lang;
use taizhang::model::Ledger;
use taizhang::store::{Notice, Seq, Store, StoreError};

use super::bench::{Bench, append, copy_tree, real, segment, setting, text, three};

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
fn a_last_line_that_lacks_only_its_end_is_kept() {
    let cut = |dir: &std::path::Path| {
        let bytes = fs::read(segment(dir, 1)).expect("read");
        fs::write(segment(dir, 1), &bytes[..bytes.len() - 1]).expect("written");
        fs::remove_dir_all(dir.join("db")).expect("removed");
        let _ = fs::remove_dir_all(dir.join("backup"));
        assert_eq!(Store::last_of(dir).expect("read"), Seq(3));
    };
    let (mut bench, found, notices) = three().reopened(cut);
    assert_eq!(found, bench.ledger);
    assert!(!notices.iter().any(|notice| matches!(notice, Notice::Torn { .. })), "{notices:?}");
    bench.put(&setting("区"), text("北山区")).expect("saved");
    assert_eq!(bench.store.last(), Seq(4));
    assert_eq!(Store::read(&bench.dir()).expect("read"), bench.ledger);
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
fn a_damaged_line_is_named_by_a_reader_and_healed_by_an_opening() {
    let bench = three();
    let (dir, path, ledger) = (bench.dir(), segment(&bench.dir(), 1), bench.ledger);
    bench.store.close();
    fs::rename(dir.join("db"), dir.join("elsewhere")).expect("moved");
    let mut bytes = fs::read(&path).expect("read");
    let second = bytes.iter().position(|byte| *byte == b'\n').expect("a line") + 30;
    bytes[second] ^= 1;
    fs::write(&path, &bytes).expect("written");
    let damaged = StoreError::Damaged { file: path.clone(), line: 2 };
    assert_eq!(Store::read(&dir), Err(damaged));
    assert_eq!(fs::read(&path).expect("read"), bytes, "nothing is touched by reading");
    let (store, found, notices) = Store::open(&dir, real()).expect("it opens");
    store.close();
    assert_eq!(found, ledger);
    let Some(Notice::Healed(healed)) = notices.first() else { panic!("{notices:?}") };
    assert_eq!((healed.from_backup, healed.lost), (1, 0));
    assert_eq!(fs::read(&healed.asides[0]).expect("kept"), bytes);
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
    assert!(matches!(notices[..], [Notice::FormatMade { aside: None }, Notice::Rebuilt { .. }]), "{notices:?}");
}

#[test]
fn a_record_that_the_database_lost_without_a_word_is_noticed() {
    let (bench, found, notices) = three().reopened(|dir| {
        let db = sled::open(dir.join("db")).expect("it opens");
        assert!(db.open_tree("settings").expect("a tree").remove("市").expect("removed").is_some());
    });
    assert_eq!(found, bench.ledger);
    assert_eq!(notices.last(), Some(&Notice::Rebuilt { aside: Some(bench.dir().join("db.damaged-1")) }));
    let (bench, found, notices) = bench.reopened(|_| {});
    assert_eq!((found, notices), (bench.ledger, vec![]));
}

#[test]
fn a_record_that_grew_old_in_the_database_is_noticed() {
    let (bench, found, _) = three().reopened(|dir| {
        let db = sled::open(dir.join("db")).expect("it opens");
        db.open_tree("settings").expect("a tree").insert("市", r#"{"v":1,"data":"西湖市"}"#).expect("written");
    });
    assert_eq!(found, bench.ledger);
}

fn without_last_line(dir: &std::path::Path) {
    let path = segment(dir, 1);
    let bytes = fs::read(&path).expect("read");
    let end = bytes[..bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').expect("a line");
    fs::write(&path, &bytes[..=end]).expect("written");
}

#[test]
fn lines_that_the_journal_lost_come_back_from_a_backup() {
    let bench = three();
    let before = Store::history(&bench.dir()).expect("history");
    let (bench, found, notices) = bench.reopened(without_last_line);
    assert_eq!(found, bench.ledger);
    assert_eq!(notices.first(), Some(&Notice::EndMended { from: Seq(3), items: vec![] }));
    assert_eq!(Store::history(&bench.dir()).expect("history"), before);
}

#[test]
fn without_a_backup_the_database_gives_what_the_journal_lost_and_it_has_a_name() {
    let (mut bench, found, notices) = three().reopened(|dir| {
        without_last_line(dir);
        fs::remove_dir_all(dir.join("backup")).expect("removed");
    });
    assert_eq!(found, bench.ledger);
    assert_eq!(notices.first(), Some(&Notice::EndMended { from: Seq(3), items: vec!["区".into()] }));
    bench.put(&setting("省"), text("江北省")).expect("saved");
    let (bench, found, notices) = bench.reopened(|_| {});
    assert_eq!((&found, notices), (&bench.ledger, vec![]));
    assert_eq!(Store::read(&bench.dir()).expect("read"), found);
}

#[test]
fn what_journal_and_database_lost_together_comes_back_from_a_backup() {
    let bench = three();
    let before = Store::history(&bench.dir()).expect("history");
    let (bench, found, notices) = bench.reopened(|dir| {
        without_last_line(dir);
        fs::remove_dir_all(dir.join("db")).expect("removed");
        assert_eq!(Store::check(dir), [StoreError::Short], "the doctor sees it");
    });
    assert_eq!(found, bench.ledger);
    assert_eq!(notices.first(), Some(&Notice::EndMended { from: Seq(3), items: vec![] }));
    assert_eq!(Store::history(&bench.dir()).expect("history"), before);
    let (bench, found, notices) = bench.reopened(|_| {});
    assert_eq!((found, notices), (bench.ledger, vec![]));
}

#[test]
fn an_end_that_only_the_cache_knows_comes_back() {
    let mut bench = three();
    bench.store.keep(&bench.ledger);
    let (bench, found, notices) = bench.reopened(|dir| {
        without_last_line(dir);
        fs::remove_dir_all(dir.join("db")).expect("removed");
        fs::remove_dir_all(dir.join("backup")).expect("removed");
    });
    assert_eq!(found, bench.ledger);
    assert_eq!(notices.first(), Some(&Notice::EndMended { from: Seq(3), items: vec!["区".into()] }));
}

#[test]
fn the_backup_of_another_ledger_is_not_taken_for_the_lost_end_of_this_one() {
    let mut other = three();
    other.put(&setting("镇"), text("柳湾镇")).expect("saved");
    let theirs = other.dir().join("backup");
    other.store.close();
    let (bench, found, notices) = three().reopened(|dir| {
        let backup = fs::read_dir(&theirs).expect("a list").next().expect("one").expect("read");
        fs::copy(backup.path(), dir.join("backup").join(backup.file_name())).expect("copied");
    });
    assert_eq!((found, notices), (bench.ledger, vec![]));
}

#[test]
fn what_is_found_behind_the_first_screen_is_told_at_the_latest_when_closing() {
    let mut bench = three();
    bench.store.keep(&bench.ledger);
    let (bench, ..) = bench.reopened(|dir| fs::write(dir.join("db/db"), "x").expect("written"));
    let aside = bench.dir().join("db.damaged-1");
    assert_eq!(bench.store.close(), [Notice::Rebuilt { aside: Some(aside) }]);
}

#[test]
fn a_ledger_without_its_journals_directory_takes_changes() {
    let (mut bench, found, _) =
        Bench::new().reopened(|dir| fs::remove_dir_all(dir.join("journal")).expect("as a cut leaves it"));
    assert_eq!(found, Ledger::default());
    bench.put(&setting("区"), text("东湖区")).expect("saved");
    let (bench, found, _) = bench.reopened(|_| {});
    assert_eq!(found, bench.ledger);
}

#[test]
fn a_heal_counts_apart_what_a_database_that_lags_gave_back() {
    let mut bench = three();
    let names = ["县", "乡", "村"];
    let aside = bench.root.path().join("旧库");
    bench = bench.reopened(|dir| copy_tree(&dir.join("db"), &aside)).0;
    for name in names {
        bench.put(&setting(name), text("东湖")).expect("saved");
    }
    let dir = bench.dir();
    bench.store.close();
    for gone in ["db", "backup"] {
        let _ = fs::remove_dir_all(dir.join(gone));
    }
    let _ = fs::remove_file(dir.join("cache"));
    fs::rename(&aside, dir.join("db")).expect("moved");
    let bytes = fs::read(segment(&dir, 1)).expect("read");
    let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    for at in [1, 4] {
        let end = lines[at].len() - 1;
        lines[at][..end].fill(b' ');
    }
    fs::write(segment(&dir, 1), lines.concat()).expect("written");
    let (store, _, notices) = Store::open_thoroughly(&dir, real()).expect("it opens");
    let told: Vec<_> = notices.iter().map(|notice| notice.text(Lang::Zh)).collect();
    let healed = notices.iter().find_map(|one| if let Notice::Healed(healed) = one { Some(healed) } else { None });
    let healed = healed.unwrap_or_else(|| panic!("{told:?}"));
    assert_eq!((healed.lost, healed.known, healed.unsure), (2, 1, true), "{told:?}");
    store.close();
    let acts: Vec<_> = Store::history(&dir).expect("whole").into_iter().map(|one| one.change.act).collect();
    assert!(acts.iter().all(|act| !act.text(Lang::Zh).contains("[]")), "{acts:?}");
}
