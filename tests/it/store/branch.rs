//! Two branches of one ledger whose files were mixed: what was confirmed in either is there, or kept and named.

use std::fs;
use std::path::{Path, PathBuf};

use taizhang::lang::Lang;
use taizhang::model::Edit;
use taizhang::store::{Healed, Notice, Store, StoreError};

use super::bench::{Bench, append, change, copy_tree, logged, real, segment, setting, text, three};

/// Three settings, and a copy of the ledger that goes on by itself with these.
fn branches(theirs: &[(&str, &str)]) -> (Bench, PathBuf) {
    let bench = three();
    let other = bench.killed();
    let (mut store, mut ledger, _) = Store::open(&other, real()).expect("it opens");
    for (name, value) in theirs {
        let key = setting(name);
        let edit = Edit { old: key.get(&ledger), key, new: Some(text(value)) };
        edit.key.put(edit.new.clone(), &mut ledger).expect("it fits");
        store.commit(logged(change(vec![edit]), None)).expect("saved");
    }
    store.close();
    (bench, other)
}

/// The lines of the first segment from the one numbered `from` on.
fn lines(dir: &Path, from: usize) -> Vec<u8> {
    let bytes = fs::read(segment(dir, 1)).expect("read");
    bytes.split_inclusive(|byte| *byte == b'\n').skip(from - 1).flatten().copied().collect()
}

fn healed(notices: &[Notice]) -> &Healed {
    let healed =
        notices.iter().find_map(|notice| if let Notice::Healed(healed) = notice { Some(healed) } else { None });
    healed.unwrap_or_else(|| panic!("{notices:?}"))
}

#[test]
fn lines_of_another_branch_are_joined_where_they_fit_and_else_kept_and_named() {
    let (mut bench, other) = branches(&[("乡", "东乡"), ("区", "西山区")]);
    bench.put(&setting("镇"), text("柳湾镇")).expect("saved");
    bench.put(&setting("区"), text("北山区")).expect("saved");
    let theirs = lines(&other, 4);
    let (mut bench, found, notices) = bench.reopened(|dir| {
        append(&segment(dir, 1), &theirs);
        let [StoreError::Branch { line: 6, items, .. }] = &Store::check(dir)[..] else { panic!("{dir:?}") };
        assert_eq!(items, &["乡"], "the doctor names it");
    });
    let healed = healed(&notices);
    assert_eq!((&healed.joined[..], &healed.apart[..]), (&["乡".to_owned()][..], &["区".to_owned()][..]));
    let kept = fs::read(healed.asides.last().expect("a file")).expect("kept");
    assert_eq!(kept, lines(&other, 5), "whole");
    for lang in [Lang::Zh, Lang::En] {
        let said = notices.iter().map(|notice| notice.text(lang)).collect::<String>();
        assert!(said.contains("乡") && said.contains("apart-") && !said.contains("没有丢失"), "{said}");
    }
    setting("乡").put(Some(text("东乡")), &mut bench.ledger).expect("it fits");
    assert_eq!(found, bench.ledger);
    assert!(Store::check(&bench.dir()).is_empty());
    bench.put(&setting("区"), text("南山区")).expect("saved");
    let (bench, found, notices) = bench.reopened(|_| {});
    assert_eq!((found, notices), (bench.ledger, vec![]));
}

#[test]
fn a_segment_of_another_branch_does_not_hide_what_was_confirmed() {
    let (mut bench, other) = branches(&[("乡", "东乡")]);
    bench.put(&setting("镇"), text("柳湾镇")).expect("saved");
    bench.put(&setting("村"), text("柳村")).expect("saved");
    let theirs = lines(&other, 4);
    let (mut bench, found, notices) = bench.reopened(|dir| {
        fs::write(segment(dir, 4), &theirs).expect("written");
        assert!(!Store::check(dir).is_empty());
    });
    assert_eq!(healed(&notices).joined, ["镇", "村"]);
    setting("乡").put(Some(text("东乡")), &mut bench.ledger).expect("it fits");
    assert_eq!(found, bench.ledger);
    assert!(Store::check(&bench.dir()).is_empty());
}

#[test]
fn a_database_of_another_branch_is_not_shown_and_not_believed() {
    for theirs in [&[("乡", "东乡")][..], &[("乡", "东乡"), ("村", "柳村")]] {
        for is_cached in [false, true] {
            let (mut bench, other) = branches(theirs);
            bench.put(&setting("镇"), text("柳湾镇")).expect("saved");
            if is_cached {
                bench.store.keep(&bench.ledger);
            }
            let (bench, found, mut notices) = bench.reopened(|dir| {
                fs::remove_dir_all(dir.join("db")).expect("removed");
                copy_tree(&other.join("db"), &dir.join("db"));
            });
            assert_eq!(found, bench.ledger);
            let dir = bench.dir();
            notices.extend(bench.store.close());
            let Some(Notice::Foreign { aside, items }) =
                notices.iter().find(|notice| matches!(notice, Notice::Foreign { .. }))
            else {
                panic!("{notices:?}")
            };
            assert!(aside.join("db").exists());
            assert!(is_cached || items.contains(&"镇".to_owned()) && items.contains(&"乡".to_owned()), "{items:?}");
            assert!(Store::examine(&dir).into_iter().all(|(_, health)| health.errors().is_empty()));
            let (store, found, notices) = Store::open(&dir, real()).expect("it opens");
            assert_eq!((found, notices), (bench.ledger, vec![]));
            store.close();
        }
    }
}

#[test]
fn a_backup_of_another_branch_heals_nothing() {
    let (mut bench, other) = branches(&[("乡", "东乡"), ("村", "柳村")]);
    bench.put(&setting("镇"), text("柳湾镇")).expect("saved");
    bench.put(&setting("区"), text("北山区")).expect("saved");
    Store::backup(&other, None).expect("a backup");
    let (bench, found, notices) = bench.reopened(|dir| {
        fs::remove_dir_all(dir.join("backup")).expect("removed");
        copy_tree(&other.join("backup"), &dir.join("backup"));
        let mut bytes = fs::read(segment(dir, 1)).expect("read");
        let start = bytes.len() - lines(dir, 4).len();
        bytes[start + 60..start + 90].fill(0);
        fs::write(segment(dir, 1), bytes).expect("written");
    });
    assert_eq!(healed(&notices).from_backup, 0);
    assert_eq!(found, bench.ledger, "the database knew it");
}

#[test]
fn a_byte_in_the_middle_of_the_journal_is_told_when_the_ledger_opens_though_the_database_is_whole() {
    let (bench, found, notices) = three().reopened(|dir| {
        let mut bytes = fs::read(segment(dir, 1)).expect("read");
        bytes[40] ^= 1;
        fs::write(segment(dir, 1), bytes).expect("written");
    });
    assert_eq!(found, bench.ledger);
    let healed = healed(&notices);
    assert_eq!((healed.from_backup, healed.lost), (1, 0));
    assert!(notices[0].text(Lang::Zh).contains("用备份补回1次改动") && !notices[0].hint(Lang::Zh).is_empty());
    assert!(Store::check(&bench.dir()).is_empty());
}
