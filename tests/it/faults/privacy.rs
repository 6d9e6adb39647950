//! Nobody else reads what an office writes: not the files while they are being written, not the log.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use taizhang::model::Ledger;
use taizhang::store::{RealDisk, Store};

use super::kit::chance::Chance;
use super::kit::disk::{Act, WatchedDisk, Watcher};
use super::kit::files::{Hurt, files};
use super::kit::scribe::Scribe;
use super::ledger;

/// Notes what others could reach when it came into being.
#[derive(Debug, Default)]
struct Modes {
    seen: Mutex<usize>,
    open: Mutex<Vec<PathBuf>>,
}

impl Watcher for Modes {
    fn before(&self, _act: Act<'_>) -> io::Result<()> {
        Ok(())
    }

    fn after(&self, act: Act<'_>) {
        let (Act::Open(_, path) | Act::MakeDir(path)) = act else { return };
        *self.seen.lock().expect("no panic holds it") += 1;
        if mode(path) & 0o077 != 0 {
            self.open.lock().expect("no panic holds it").push(path.to_owned());
        }
    }
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("it is there").permissions().mode()
}

#[test]
fn a_file_is_its_owners_from_its_first_moment() {
    let modes = Arc::new(Modes::default());
    let disk = WatchedDisk::shared(Arc::clone(&modes) as Arc<dyn Watcher>);
    let root = tempfile::tempdir().expect("a directory");
    let dir = root.path().join("台 账");
    let mut store = Store::create(&dir, Arc::clone(&disk)).expect("a ledger");
    let mut scribe = Scribe::new(Chance::new(1), Ledger::default());
    for _ in 0..5 {
        scribe.commit(&mut store).expect("saved");
    }
    store.drafts().save("draft", &serde_json::json!({ "title": "未完" })).expect("kept");
    store.keep(&scribe.ledger);
    store.close();
    Store::open(&dir, disk).expect("it opens").0.close();
    assert!(*modes.seen.lock().expect("no panic holds it") > 8, "journal, draft, cache, backup and more");
    assert_eq!(*modes.open.lock().expect("no panic holds it"), [] as [PathBuf; 0]);
    for path in files(&dir) {
        assert_eq!(mode(&path) & 0o077, 0, "{}", path.display());
    }
}

#[test]
fn a_log_of_panics_holds_no_word_of_an_item() {
    let (_root, whole) = ledger::closed(20);
    let mut chance = Chance::new(11);
    let mut logged = 0;
    for round in 0..60 {
        let root = tempfile::tempdir().expect("a directory");
        let copy = ledger::copy(&whole, root.path());
        let database = copy.dir.join("db/db");
        let len = fs::metadata(&database).expect("it is there").len() as usize;
        for _ in 0..20 {
            Hurt::Flipped(chance.below(len), 1 << chance.below(8)).hurt(&database);
        }
        let (store, found, _) = Store::open(&copy.dir, Arc::new(RealDisk)).expect("it opens");
        drop(store.close());
        assert_eq!(found, Store::read(&whole.dir).expect("read"), "round {round}");
        if let Ok(log) = fs::read_to_string(copy.dir.join("log")) {
            logged += 1;
            assert!(log.is_ascii() && log.lines().all(|line| line.split(' ').count() == 2), "{log}");
        }
    }
    println!("{logged} logs");
}
