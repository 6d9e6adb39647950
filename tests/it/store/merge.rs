//! Copies of one ledger that were worked in apart become one again: in whatever order, and nothing is lost.

mod copy;

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use serde_json::json;
use taizhang::model::{Clash, Ledger, Record, RecordKey, SettingValue};
use taizhang::store::{MergeError, Store};
use tempfile::TempDir;

use super::bench::setting;
use copy::{Act, Copy, acts, copies};

/// The ledger that comes of merging the copies in this order, each of them as it is now.
fn merged(root: &TempDir, copies: &[Copy], order: &[usize]) -> Ledger {
    let dir = root.path().join(format!("合{order:?}"));
    let mut first = copies[order[0]].plain(&dir, copies[order[0]].name);
    for other in &order[1..] {
        first.merge(&copies[*other].dir());
        assert!(first.plan(&copies[*other].dir()).expect("of one ledger").is_empty(), "twice brings nothing");
    }
    first.assert_saved()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn two_copies_become_the_same_whichever_takes_the_other(base in acts(6), one in acts(10), other in acts(10), plain in any::<bool>()) {
        let root = tempfile::tempdir().expect("a directory");
        let all = if plain { copies(&root, &base, &[vec![], one, other]) } else { copies(&root, &base, &[one, other]) };
        let pair = if plain { [1, 2] } else { [0, 1] };
        let back = [pair[1], pair[0]];
        prop_assert_eq!(merged(&root, &all, &pair), merged(&root, &all, &back));
    }

    #[test]
    fn three_copies_become_the_same_in_any_order(base in acts(4), each in prop::collection::vec(acts(7), 3)) {
        let root = tempfile::tempdir().expect("a directory");
        let all = copies(&root, &base, &each);
        let want = merged(&root, &all, &[0, 1, 2]);
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            prop_assert_eq!(&merged(&root, &all, &order), &want, "{:?}", order);
        }
    }

    #[test]
    fn copies_that_go_on_merging_and_undoing_end_alike(
        base in acts(4),
        each in prop::collection::vec(acts(5), 3),
        rounds in prop::collection::vec((0..3usize, 0..3usize, acts(4)), 0..8),
    ) {
        let root = tempfile::tempdir().expect("a directory");
        let mut all = copies(&root, &base, &each);
        for (at, other, acts) in rounds {
            let dir = all[other].dir();
            if at != other {
                all[at].merge(&dir);
            }
            all[at].do_all(&acts);
        }
        let dirs: Vec<PathBuf> = all.iter().map(Copy::dir).collect();
        for (at, other) in [(0, 1), (0, 2), (1, 0), (2, 0)] {
            all[at].merge(&dirs[other]);
        }
        for (at, other) in [(0, 1), (1, 2), (2, 0)] {
            let plan = all[at].plan(&dirs[other]).expect("of one ledger");
            prop_assert_eq!(plan.change.edits, vec![], "{} has all that {} has", at, other);
        }
        let ledgers: Vec<Ledger> = all.into_iter().map(Copy::assert_saved).collect();
        prop_assert_eq!(&ledgers[0], &ledgers[1]);
        prop_assert_eq!(&ledgers[0], &ledgers[2]);
    }
}

/// A ledger with one item, and a copy of it under another name.
fn pair(root: &TempDir) -> (Copy, Copy) {
    let mut all = copies(root, &[], &[vec![], vec![]]);
    let other = all.pop().expect("two");
    (all.pop().expect("two"), other)
}

fn titles(ledger: &Ledger) -> Vec<&str> {
    ledger.items.values().map(|item| item.card.title.as_str()).collect()
}

#[test]
fn of_two_values_the_later_stands_and_the_other_is_kept_to_be_looked_at() {
    let root = tempfile::tempdir().expect("a directory");
    let (mut one, mut other) = pair(&root);
    one.act(&Act::Title(0, 1));
    one.act(&Act::Note(0, 1));
    other.act(&Act::Note(0, 2));
    other.act(&Act::Add(9));
    other.act(&Act::Title(0, 2));
    let plan = one.merge(&other.dir());
    assert_eq!((plan.changes, plan.records), (3, 1));
    let told: Vec<_> = plan.clashes.iter().map(|one| (one.clash.field.as_str(), &one.clash.lost, &one.kept)).collect();
    let (t1, t2, n1, n2) = (json!("标题1"), json!("标题2"), json!("备注1"), json!("备注2"));
    assert_eq!(told, [("note", &n2, &n1), ("title", &t1, &t2)]);
    assert_eq!(titles(&one.ledger), ["标题2", "标题9"]);
    let lost: Vec<&Clash> = one.ledger.clashes.values().collect();
    assert_eq!(lost.len(), 2);
    let came = Store::came_over(&one.dir()).expect("read");
    assert_eq!(came.values().map(Vec::len).collect::<Vec<_>>(), [3], "what was not taken stays in history");

    let key = RecordKey::Clash(lost[0].key());
    let settled = Clash { settled: true, ..lost[0].clone() };
    one.put(key.clone(), Some(Record::Clash(settled.clone())));
    other.merge(&one.dir());
    assert_eq!(key.get(&other.ledger), Some(Record::Clash(settled)), "what one has looked at, the other need not");
    assert_eq!(one.assert_saved(), other.assert_saved());
}

#[test]
fn a_merge_is_undone_as_one_and_can_be_made_again() {
    let root = tempfile::tempdir().expect("a directory");
    let (mut one, mut other) = pair(&root);
    one.act(&Act::Title(0, 1));
    other.act(&Act::Title(0, 2));
    other.act(&Act::Add(9));
    let before = one.ledger.clone();
    one.merge(&other.dir());
    let after = one.ledger.clone();
    one.undo();
    assert_eq!(one.ledger, before);
    let untouched = other.ledger.clone();
    let plan = other.plan(&one.dir()).expect("of one ledger");
    assert_eq!(plan.changes, 1, "that a merge was taken back takes nothing away from the other copy");
    assert_eq!(other.ledger, untouched);
    one.merge(&other.dir());
    assert_eq!(one.assert_saved(), after);
}

#[test]
fn a_record_that_one_side_took_away_and_the_other_changed_goes_with_the_later_and_is_named() {
    let root = tempfile::tempdir().expect("a directory");
    let (mut one, mut other) = pair(&root);
    other.act(&Act::Note(0, 3));
    one.act(&Act::Remove(0));
    one.act(&Act::Set(1, Some(1)));
    let id = *other.ledger.items.keys().next().expect("an item");
    other.act(&Act::Title(0, 5));
    let mut kept = one.plain(&root.path().join("留"), "丙");
    let plan = kept.merge(&other.dir());
    assert_eq!(kept.ledger.items[&id].card.title, "标题5");
    assert_eq!(kept.ledger.items[&id].body.note, "备注3", "what was changed before it went is there too");
    assert_eq!((plan.clashes[0].clash.field.as_str(), &plan.clashes[0].clash.lost), ("", &json!(null)));
}

#[test]
fn a_record_that_was_taken_away_later_than_it_was_changed_is_gone_and_named() {
    let root = tempfile::tempdir().expect("a directory");
    let (mut one, mut other) = pair(&root);
    other.act(&Act::Title(0, 5));
    one.act(&Act::Set(2, Some(2)));
    one.act(&Act::Remove(0));
    let before = one.plain(&root.path().join("前"), "丙");
    let plan = one.merge(&other.dir());
    assert!(one.ledger.items.is_empty());
    assert_eq!((plan.clashes[0].clash.field.as_str(), &plan.clashes[0].clash.lost), ("", &json!(true)));
    other.merge(&before.dir());
    assert_eq!(one.assert_saved(), other.assert_saved());
}

#[test]
fn copies_that_write_under_one_name_lose_nothing() {
    let root = tempfile::tempdir().expect("a directory");
    let mut one = Copy::make(&root.path().join("甲"));
    one.act(&Act::Add(0));
    let mut other = one.plain(&root.path().join("乙"), "乙");
    one.act(&Act::Add(1));
    one.act(&Act::Title(0, 3));
    other.act(&Act::Add(2));
    other.act(&Act::Note(0, 4));
    one.merge(&other.dir());
    other.merge(&one.dir());
    let ledger = one.assert_saved();
    assert_eq!(titles(&ledger), ["标题3", "标题1", "标题2"]);
    assert_eq!(ledger.items.values().next().expect("an item").body.note, "备注4");
    assert_eq!((ledger.clashes.len(), other.assert_saved()), (0, ledger));
}

#[test]
fn backups_and_exports_merge_as_directories_do() {
    let root = tempfile::tempdir().expect("a directory");
    let (mut one, mut other) = pair(&root);
    one.act(&Act::Title(0, 1));
    other.act(&Act::Add(7));
    let (backup, export) = (root.path().join("备份.zst"), root.path().join("全部.jsonl"));
    Store::backup(&other.dir(), Some(&backup)).expect("a backup");
    Store::export_file(&other.dir(), &export).expect("an export");
    for file in [backup, export] {
        let plan = one.plan(&file).expect("of one ledger");
        assert_eq!((plan.changes, plan.records, plan.clashes.len()), (1, 1, 0));
    }
    let restored = root.path().join("复");
    Store::backup(&other.dir(), None).expect("a backup");
    Store::restore(&root.path().join("全部.jsonl"), &restored).expect("restored");
    one.merge(&restored);
    assert_eq!(titles(&one.assert_saved()), ["标题1", "标题7"]);
}

#[test]
fn what_is_no_copy_of_the_ledger_is_refused() {
    let root = tempfile::tempdir().expect("a directory");
    let (one, _other) = pair(&root);
    let mut strange = Copy::make(&root.path().join("生"));
    strange.act(&Act::Add(0));
    assert_eq!(one.plan(&strange.dir()).expect_err("another ledger"), MergeError::Foreign(strange.dir()));
    let file = root.path().join("别的.txt");
    fs::write(&file, "x").expect("written");
    for path in [file, root.path().join("没有"), root.path().to_owned()] {
        assert!(matches!(one.plan(&path), Err(MergeError::Store(_))), "{}", path.display());
    }
}

#[test]
fn a_field_that_only_a_newer_program_knows_is_merged_too() {
    let root = tempfile::tempdir().expect("a directory");
    let (mut one, mut other) = pair(&root);
    one.edit(0, |item| drop(item.body.unknown.insert("mood".into(), json!("好"))));
    other.edit(0, |item| drop(item.body.unknown.insert("tide".into(), json!({ "v": 1 }))));
    one.merge(&other.dir());
    let unknown = &one.ledger.items.values().next().expect("an item").body.unknown;
    assert_eq!(serde_json::to_value(unknown).expect("JSON"), json!({ "mood": "好", "tide": { "v": 1 } }));
}

#[test]
fn an_older_program_leaves_a_ledger_with_a_merge_alone() {
    let root = tempfile::tempdir().expect("a directory");
    let (one, mut other) = pair(&root);
    let dir = one.dir();
    drop(one);
    fs::write(
        dir.join("FORMAT"),
        fs::read_to_string(dir.join("FORMAT")).expect("read").replace("\"format\": 3", "\"format\": 2"),
    )
    .expect("written");
    let mut one = Copy::open(&dir, "甲");
    one.put(setting("县"), Some(Record::Setting(SettingValue("柳县".into()))));
    other.act(&Act::Add(1));
    let form = || fs::read_to_string(dir.join("FORMAT")).expect("read");
    assert!(form().contains("\"format\": 2"), "nothing is there that it does not know");
    one.merge(&other.dir());
    assert!(form().contains("\"format\": 3"));
}
