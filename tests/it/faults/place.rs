//! Where a ledger may lie and what may stand in it: odd paths, links, newer forms, large values, clocks that run back.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta};
use taizhang::model::{Act, Change, Edit, Record, RecordKey, SettingValue, Verb};
use taizhang::store::{Logged, RealDisk, Seq, Store, StoreError};

use super::kit::chance::Chance;
use super::kit::files::files;
use super::kit::scribe::{Scribe, mark};
use super::kit::witness::Witness;
use super::ledger;

/// The largest record, as its value in the database.
const LARGEST: usize = 1 << 20;

/// The value of a setting in the database, around its text.
const FRAME: &str = "{\"v\":1,\"data\":\"\"}";

fn logged(text: String, at: i64) -> Logged {
    let key = RecordKey::Setting("注".parse().expect("an id"));
    let edit = Edit { key, old: None, new: Some(Record::Setting(SettingValue(text))) };
    let change = Change { act: Act { verb: Verb::Set, what: "注".into() }, edits: vec![edit] };
    let at = DateTime::UNIX_EPOCH + TimeDelta::milliseconds(at);
    Logged { seq: Seq(0), at, by: "甲".into(), change, undoes: None }
}

/// Every file below a directory with what it holds.
fn all(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    files(dir).into_iter().map(|path| (path.clone(), fs::read(path).unwrap_or_default())).collect()
}

#[test]
fn a_ledger_lies_wherever_a_directory_may() {
    let root = tempfile::tempdir().expect("a directory");
    let names = ["a b", " 前后 ", "台账2022年（东湖区）", "a'b\"c$d", "-x", "e\u{301}", "a\nb", "深/在/下面"];
    for name in names {
        let mut witness = Witness::new(&root.path().join(name));
        let mut store = Store::create(&witness.dir, Arc::new(RealDisk)).expect(name);
        let (seq, mark) =
            Scribe::new(Chance::new(1), taizhang::model::Ledger::default()).commit(&mut store).expect(name);
        witness.confirm(seq, mark);
        drop(store.close());
        witness.examine(0).unwrap_or_else(|loss| panic!("{name:?}: {loss}"));
    }
}

#[test]
fn a_value_at_the_limit_is_kept_and_one_above_it_is_refused() {
    let (_root, mut witness) = ledger::place();
    let mut store = Store::create(&witness.dir, Arc::new(RealDisk)).expect("a ledger");
    let above = logged("a".repeat(LARGEST - FRAME.len() + 1), 0);
    assert_eq!(store.commit(above), Err(StoreError::TooBig { bytes: LARGEST + 1 }));
    let at = logged("a".repeat(LARGEST - FRAME.len()), 0);
    witness.confirm(store.commit(at.clone()).expect("saved"), mark(&at));
    drop(store.close());
    witness.examine(0).expect("it is there");
}

#[test]
fn a_clock_that_runs_backwards_changes_no_order() {
    let (_root, mut witness) = ledger::place();
    let mut store = Store::create(&witness.dir, Arc::new(RealDisk)).expect("a ledger");
    let mut before = None;
    for (n, at) in [1_700_000_000_000, 0, -1, -62_135_596_800_000, 253_402_300_799_000, 5].into_iter().enumerate() {
        let mut one = logged(format!("{n}"), at);
        one.change.edits[0].old = before.replace(one.change.edits[0].new.clone()).flatten();
        let seq = store.commit(one.clone()).expect("saved");
        assert_eq!(seq, Seq(n as u64 + 1));
        witness.confirm(seq, mark(&one));
    }
    drop(store.close());
    witness.examine(0).expect("all are there, in their order");
}

#[test]
fn a_newer_ledger_is_refused_and_no_byte_of_it_changes() {
    let (_root, witness) = ledger::closed(5);
    let format = witness.dir.join("FORMAT");
    let newer = fs::read_to_string(&format).expect("text").replace("\"format\": ", "\"format\": 9");
    fs::write(&format, newer).expect("written");
    let before = all(&witness.dir);
    assert_eq!(Store::open(&witness.dir, Arc::new(RealDisk)).map(drop), Err(StoreError::Newer(format.clone())));
    assert_eq!(Store::read(&witness.dir).map(drop), Err(StoreError::Newer(format.clone())));
    assert_eq!(Store::history(&witness.dir).map(drop), Err(StoreError::Newer(format)));
    assert!(Store::create(&witness.dir, Arc::new(RealDisk)).is_err());
    assert!(all(&witness.dir) == before, "nothing is touched");
}

#[cfg(unix)]
#[test]
fn a_link_anywhere_in_the_ledger_is_refused_and_nothing_outside_is_touched() {
    let (root, whole) = ledger::closed(5);
    let away = root.path().join("away");
    let names = files(&whole.dir).into_iter().map(|path| path.strip_prefix(&whole.dir).expect("below").to_owned());
    let dirs = ["journal", "db", "drafts"].map(PathBuf::from);
    for name in names.chain(dirs) {
        let place = tempfile::tempdir().expect("a directory");
        let copy = ledger::copy(&whole, place.path());
        fs::rename(copy.dir.join(&name), &away).expect("moved");
        std::os::unix::fs::symlink(&away, copy.dir.join(&name)).expect("linked");
        let before = (fs::read(&away).ok(), all(&away));
        let opened = Store::open(&copy.dir, Arc::new(RealDisk)).map(drop);
        assert!(matches!(opened, Err(StoreError::Link(_))), "{}: {opened:?}", name.display());
        assert!((fs::read(&away).ok(), all(&away)) == before, "{}", name.display());
        if away.is_dir() { fs::remove_dir_all(&away) } else { fs::remove_file(&away) }.expect("removed");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_anywhere_in_the_ledger_is_refused_and_nobody_waits_for_it() {
    let (_root, whole) = ledger::closed(5);
    for path in files(&whole.dir) {
        let place = tempfile::tempdir().expect("a directory");
        let copy = ledger::copy(&whole, place.path());
        let pipe = copy.dir.join(path.strip_prefix(&whole.dir).expect("below"));
        fs::remove_file(&pipe).expect("removed");
        let made = std::process::Command::new("mkfifo").args(["-m", "600"]).arg(&pipe).status();
        assert!(made.expect("mkfifo runs").success());
        let special = StoreError::Special(pipe.clone());
        assert_eq!(Store::open(&copy.dir, Arc::new(RealDisk)).map(drop), Err(special.clone()));
        assert_eq!(Store::read(&copy.dir).map(drop), Err(special.clone()));
        assert_eq!(Store::history(&copy.dir).map(drop), Err(special.clone()));
        assert!(Store::check(&copy.dir).contains(&special), "{}", pipe.display());
        let backup = Store::backup(&whole.dir, Some(&place.path().join("备份.zst"))).expect("a backup");
        assert_eq!(Store::restore(&backup.path, &copy.dir).map(drop), Err(special));
        fs::remove_file(&pipe).expect("it still stands there");
    }
}

#[cfg(unix)]
#[test]
fn a_data_directory_that_is_a_link_itself_is_followed() {
    let (root, mut witness) = ledger::closed(5);
    let link = root.path().join("链接");
    std::os::unix::fs::symlink(&witness.dir, &link).expect("linked");
    witness.moved(&link).examine(0).expect("all is there");
    witness.examine(1).expect("with the undo made through the link");
}
