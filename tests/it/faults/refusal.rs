//! The disk refuses any act, once or from then on: what was confirmed stays, what failed says so.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use taizhang::model::Ledger;
use taizhang::store::{RealDisk, Store, StoreError};

use super::kit::chance::Chance;
use super::kit::disk::{Act, WatchedDisk, Watcher};
use super::kit::scribe::Scribe;
use super::kit::witness::Witness;
use super::ledger;

/// No space left on device.
const ENOSPC: i32 = 28;
/// Input or output error.
const EIO: i32 = 5;
/// The file system is read-only.
const EROFS: i32 = 30;

/// Refuses some acts.
#[derive(Debug)]
struct Refusal {
    first: usize,
    count: usize,
    code: i32,
    reads: bool,
    acts: AtomicUsize,
}

impl Watcher for Refusal {
    fn before(&self, act: Act<'_>) -> io::Result<()> {
        if matches!(act, Act::Read) && !self.reads {
            return Ok(());
        }
        let n = self.acts.fetch_add(1, Ordering::Relaxed);
        let refused = n >= self.first && n - self.first < self.count;
        if refused { Err(io::Error::from_raw_os_error(self.code)) } else { Ok(()) }
    }
}

/// Opens, saves, closes; whatever fails is only told. Gives whether it came to the acts that are refused.
fn visit(witness: &mut Witness, refusal: Refusal) -> bool {
    let refusal = Arc::new(refusal);
    let disk = WatchedDisk::shared(Arc::clone(&refusal) as Arc<dyn Watcher>);
    if let Ok((mut store, ledger, _)) = Store::open(&witness.dir, disk) {
        let mut scribe = Scribe::new(Chance::new(refusal.first as u64), ledger);
        for _ in 0..3 {
            match scribe.commit(&mut store) {
                Ok((seq, mark)) => witness.confirm(seq, mark),
                Err(error) => assert!(is_told(&error), "{error:?}"),
            }
            let _ = store.drafts().save("draft", &serde_json::json!({ "title": "未完" }));
        }
        drop(store.close());
    }
    refusal.acts.load(Ordering::Relaxed) > refusal.first
}

fn is_told(error: &StoreError) -> bool {
    matches!(error, StoreError::Io { .. } | StoreError::Stopped)
}

fn every_act_refused(code: i32, count: usize, reads: bool) {
    let (_root, ledger) = ledger::closed(3);
    for first in 0.. {
        let root = tempfile::tempdir().expect("a directory");
        let mut witness = ledger::copy(&ledger, root.path());
        if !visit(&mut witness, Refusal { first, count, code, reads, acts: AtomicUsize::new(0) }) {
            assert!(first > 8, "a visit has acts: {first}");
            return;
        }
        witness.examine(3).unwrap_or_else(|loss| panic!("error {code} at act {first}: {loss}"));
    }
}

#[test]
fn a_disk_full_at_any_act_loses_nothing() {
    every_act_refused(ENOSPC, 1, false);
    every_act_refused(ENOSPC, usize::MAX, false);
}

#[test]
fn a_broken_disk_at_any_act_loses_nothing() {
    every_act_refused(EIO, 1, true);
    every_act_refused(EIO, usize::MAX, true);
}

#[test]
fn a_disk_that_turns_read_only_at_any_act_loses_nothing() {
    every_act_refused(EROFS, usize::MAX, false);
}

#[test]
fn a_ledger_that_cannot_be_made_can_be_made_later() {
    for first in 0.. {
        let root = tempfile::tempdir().expect("a directory");
        let mut witness = Witness::new(&root.path().join("台 账"));
        let refusal = Arc::new(Refusal { first, count: 1, code: ENOSPC, reads: false, acts: AtomicUsize::new(0) });
        let made = Store::create(&witness.dir, WatchedDisk::shared(Arc::clone(&refusal) as Arc<dyn Watcher>));
        if let Ok(mut store) = made {
            let saved = Scribe::new(Chance::new(1), Ledger::default()).commit(&mut store);
            if let Ok((seq, mark)) = saved {
                witness.confirm(seq, mark);
            }
        }
        if !taizhang::store::is_ledger(&witness.dir) {
            drop(Store::create(&witness.dir, Arc::new(RealDisk)).expect("it can be made"));
        }
        witness.examine(1).unwrap_or_else(|loss| panic!("refused at act {first}: {loss}"));
        if refusal.acts.load(Ordering::Relaxed) <= first {
            assert!(first > 6, "a making has acts: {first}");
            return;
        }
    }
}
