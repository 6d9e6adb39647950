//! Ledgers as earlier programs wrote them: read for ever.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate};
use taizhang::model::{
    Act, Change, Edit, Edition, EditionKey, EditionLine, EditionPart, EditionText, LineRole, Record, RecordKey,
    Variant, Verb, Year,
};
use taizhang::store::{Logged, Notice, Seq, Store};

use super::bench::{change, logged, real, setting, text};

/// The kept ledger `name`, laid out as its program left it: sled's file is kept compressed.
pub fn kept(name: &str) -> (tempfile::TempDir, PathBuf) {
    let root = tempfile::tempdir().expect("a directory");
    let dir = root.path().join(name);
    lay_out(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures").join(name), &dir);
    (root, dir)
}

fn lay_out(from: &Path, to: &Path) {
    fs::create_dir(to).expect("made");
    for entry in fs::read_dir(from).expect("a list") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_str().expect("text");
        match name.strip_suffix(".zst") {
            _ if path.is_dir() => lay_out(&path, &to.join(name)),
            Some(plain) => {
                let bytes = zstd::decode_all(&fs::read(&path).expect("read")[..]).expect("whole");
                fs::write(to.join(plain), bytes).expect("written");
            }
            None => drop(fs::copy(&path, to.join(name)).expect("copied")),
        }
    }
}

/// A day after the last one, so that a backup is due.
fn save_one_the_next_day(dir: &Path) {
    let (mut store, ledger, _) = Store::open(dir, real()).expect("it opens");
    let key = setting("镇");
    let edit = Edit { old: key.get(&ledger), key, new: Some(text("柳湾镇")) };
    let last = Store::history(dir).expect("history").pop().expect("a change");
    let at = last.at + chrono::TimeDelta::days(2);
    store.commit(Logged { at, ..logged(change(vec![edit]), None) }).expect("saved");
    store.close();
}

#[test]
fn a_ledger_of_the_first_form_takes_editions_and_older_programs_then_leave_it_alone() {
    let (_root, dir) = kept("ledger-1");
    let form = || fs::read_to_string(dir.join("FORMAT")).expect("read");
    let (mut store, mut ledger, _) = Store::open(&dir, real()).expect("it opens");
    assert!(form().contains("\"format\": 1"), "nothing is there that an older program does not know");
    let change = edition();
    store
        .commit(Logged {
            seq: Seq(0),
            at: DateTime::UNIX_EPOCH,
            by: String::new(),
            change: change.clone(),
            undoes: None,
        })
        .expect("saved");
    change.apply(&mut ledger).expect("it fits");
    store.close();
    assert!(form().contains("\"format\": 2"));
    assert_eq!(Store::read(&dir).expect("read"), ledger);
    for _ in 0..2 {
        let (mut store, found, _) = Store::open(&dir, real()).expect("it opens");
        assert_eq!(found, ledger);
        store.keep(&ledger);
        store.close();
    }
}

/// A change that keeps an edition of 2022.
fn edition() -> Change {
    let key = EditionKey { year: Year::try_from(2022).expect("a year"), variant: Variant::default(), number: 1 };
    let edition = Edition {
        at: DateTime::UNIX_EPOCH,
        by: "李".into(),
        as_of: NaiveDate::from_ymd_opt(2022, 12, 20).expect("a day"),
        path: "/报告/总结.docx".into(),
        pages: 1,
        blanks: 0,
        parts: 1,
        frozen: None,
        unknown: serde_json::Map::new(),
    };
    let line = EditionLine { role: LineRole::Title, text: "总结".into(), run_in: 0, goes_on: false };
    let text = EditionText { lines: vec![line], ..EditionText::default() };
    let part = RecordKey::EditionText(EditionPart(key.clone(), 0));
    let made = |key, new| Edit { key, old: None, new: Some(new) };
    let edits =
        vec![made(part, Record::EditionText(text.into())), made(RecordKey::Edition(key), Record::Edition(edition))];
    Change { act: Act { verb: Verb::Publish, what: "全年第1稿".into() }, edits }
}

#[test]
fn a_database_of_the_first_form_is_built_anew_and_kept_until_the_next_backup() {
    let (_root, dir) = kept("ledger-1");
    let read = Store::read(&dir).expect("read");
    let key = "区".parse::<taizhang::id::SettingId>().expect("an id");
    assert_eq!(read.settings[&key].0.as_str(), "南山区");
    let old = dir.join("db.older-1");
    for told in [vec![Notice::Renewed(old.clone())], vec![]] {
        let (store, found, mut notices) = Store::open(&dir, real()).expect("it opens");
        assert_eq!((store.last(), &found), (Seq(3), &read));
        notices.retain(|notice| !matches!(notice, Notice::Mended(_)));
        assert_eq!(notices, told);
        store.close();
        assert!(old.join("db").exists() && !dir.join("db.damaged-1").exists());
        assert_eq!(Store::backups(&dir).expect("a list").len(), 1, "a backup was made first");
    }
    save_one_the_next_day(&dir);
    assert_eq!(Store::backups(&dir).expect("a list").len(), 2);
    assert!(!old.exists(), "the next backup lets it go");
    let db = sled::open(dir.join("db")).expect("it opens");
    let meta = db.open_tree("meta").expect("a tree");
    assert_eq!(meta.get("schema").expect("read").as_deref(), Some(&b"2"[..]));
    assert_eq!(meta.get("digest").expect("read").map(|digest| digest.len()), Some(16));
}

#[test]
fn a_database_that_does_not_know_its_lines_is_built_anew() {
    let (_root, dir) = kept("ledger-2");
    let read = Store::read(&dir).expect("read");
    let setting = |name: &str| read.settings.get(&name.parse::<taizhang::id::SettingId>().expect("an id"));
    assert_eq!(setting("区").map(|value| value.0.as_str()), Some("南山区"));
    assert!(setting("市").is_none(), "its setting was undone");
    let titles: Vec<_> = read.items.values().map(|item| item.card.title.as_str()).collect();
    assert_eq!(titles, ["冬至里的文化站"]);
    for told in [vec![Notice::Renewed(dir.join("db.older-1"))], vec![]] {
        let (store, found, mut notices) = Store::open(&dir, real()).expect("it opens");
        notices.retain(|notice| !matches!(notice, Notice::Mended(_)));
        assert!(store.last() == Seq(5) && found == read);
        assert_eq!(notices, told);
        assert_eq!(store.close(), []);
    }
}
