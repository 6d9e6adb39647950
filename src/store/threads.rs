//! Threads of the store: all begin here, so that a test can have them refused.

use std::io;
use std::thread::Builder;

/// Starts a thread that nobody waits for; an error when the system gives none.
pub(super) fn start(name: &str, run: impl FnOnce() + Send + 'static) -> io::Result<()> {
    #[cfg(test)]
    tests::refuse()?;
    Builder::new().name(name.to_owned()).spawn(run).map(drop)
}

/// Runs two things at the same time; one after the other when the system gives no thread.
pub(crate) fn both<A: Send, B>(one: impl Fn() -> A + Send + Sync, other: impl FnOnce() -> B) -> Option<(A, B)> {
    std::thread::scope(|scope| {
        let started = Builder::new().spawn_scoped(scope, &one);
        let other = other();
        let one = started.map_or_else(|_| Some(one()), |thread| thread.join().ok());
        Some((one?, other))
    })
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::sync::Arc;

    use super::*;
    use crate::model::{Act, Change, Edit, Ledger, Record, RecordKey, SettingValue, Verb};
    use crate::store::{Disk, Logged, Notice, RealDisk, Seq, Store};

    thread_local! {
        static REFUSED: Cell<bool> = const { Cell::new(false) };
    }

    pub(super) fn refuse() -> io::Result<()> {
        if REFUSED.get() { Err(io::ErrorKind::WouldBlock.into()) } else { Ok(()) }
    }

    fn set(store: &mut Store, ledger: &mut Ledger, text: &str) {
        let key = RecordKey::Setting("区".parse().expect("an id"));
        let new = Some(Record::Setting(SettingValue(text.into())));
        let edits = vec![Edit { old: key.get(ledger), key, new }];
        let change = Change { act: Act { verb: Verb::Set, what: "区".into() }, edits };
        change.apply(ledger).expect("it fits");
        let at = chrono::DateTime::UNIX_EPOCH;
        store.commit(Logged { seq: Seq(0), at, by: String::new(), change, undoes: None }).expect("saved");
    }

    #[test]
    fn without_a_thread_the_journal_goes_on_alone_and_the_next_opening_catches_up() {
        let root = tempfile::tempdir().expect("a directory");
        let dir = root.path().join("台账");
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        let mut ledger = Ledger::default();
        REFUSED.set(true);
        let mut store = Store::create(&dir, Arc::clone(&disk)).expect("made");
        assert!(matches!(store.notices()[..], [Notice::JournalOnly { .. }]));
        set(&mut store, &mut ledger, "东湖区");
        store.close();
        let (mut store, found, told) = Store::open(&dir, Arc::clone(&disk)).expect("it opens");
        assert!(found == ledger && matches!(told[..], [Notice::JournalOnly { .. }]), "{told:?}");
        set(&mut store, &mut ledger, "南山区");
        store.close();
        REFUSED.set(false);
        let (store, found, _) = Store::open(&dir, disk).expect("it opens");
        store.close();
        assert_eq!(found, ledger);
        assert!(Store::examine(&dir).into_iter().all(|(_, health)| health.errors().is_empty()));
    }
}
