//! A witness: keeps what the store has confirmed, and examines what is there after an accident.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use taizhang::model::Ledger;
use taizhang::store::{Logged, Notice, Part, RealDisk, Seq, Store, StoreError, is_ledger};

use super::files::files;
use super::scribe::{NUMBER, mark};

/// How often a lock is tried.
const LOCK_TRIES: usize = 2_000;

/// Bytes of a small journal.
const SMALL: u64 = 1 << 20;

/// What was confirmed of the ledger in a directory.
#[derive(Clone, Debug)]
pub struct Witness {
    /// The data directory.
    pub dir: PathBuf,
    confirmed: BTreeMap<u64, u64>,
    /// The number in the draft that is kept for sure.
    draft: u64,
}

impl Witness {
    /// One of a ledger of which nothing is confirmed yet.
    pub fn new(dir: &Path) -> Self {
        Self { dir: dir.to_owned(), confirmed: BTreeMap::new(), draft: 0 }
    }

    /// The same of a copy in another directory.
    pub fn moved(&self, dir: &Path) -> Self {
        Self { dir: dir.to_owned(), ..self.clone() }
    }

    /// The store has said that the change is saved.
    pub fn confirm(&mut self, seq: Seq, mark: u64) {
        self.confirmed.insert(seq.0, mark);
    }

    /// The store has said that the draft with this number is kept.
    pub fn keep_draft(&mut self, number: u64) {
        self.draft = number;
    }

    /// How many changes are confirmed.
    pub fn count(&self) -> usize {
        self.confirmed.len()
    }

    /// The number of the last confirmed change.
    pub fn last(&self) -> u64 {
        self.confirmed.keys().next_back().copied().unwrap_or(0)
    }

    /// Opens the ledger: every confirmed change must be there, at most `more` others behind them, all that was made
    /// of them equal, and the last one must come off again. What is there is confirmed from now on. Gives what the
    /// store said.
    pub fn examine(&mut self, more: u64) -> Result<Vec<Notice>, String> {
        let (mut store, ledger, notices) = self.open()?;
        let history = self.history()?;
        self.compare(&history, more)?;
        self.is_equal(&ledger, &history)?;
        if store.last().0 != history.len() as u64 {
            return Err(format!("the store ends at {}, the journal at {}", store.last(), history.len()));
        }
        self.has_draft(&store)?;
        self.undo(&mut store, ledger, history.last())?;
        let late = store.close();
        // It takes its time, so of four states one is looked at, and no large one.
        let size = |path: PathBuf| path.metadata().map_or(0, |meta| meta.len());
        if self.last().is_multiple_of(4) && files(&self.dir.join("journal")).into_iter().map(size).sum::<u64>() < SMALL
        {
            self.is_sound()?;
        }
        Ok(notices.into_iter().chain(late).collect())
    }

    /// Opens the ledger on the real disk. A process that was just started for another test may hold a copy of our
    /// handle on the lock until it becomes another program.
    pub fn open(&self) -> Result<(Store, Ledger, Vec<Notice>), String> {
        let mut tries = 0;
        loop {
            match Store::open(&self.dir, Arc::new(RealDisk)) {
                Err(StoreError::Locked(_)) if tries < LOCK_TRIES => tries += 1,
                opened => return opened.map_err(|error| format!("it does not open: {error}")),
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// All backups must be whole, and what was made of one at `restored` must be this ledger, if there is any.
    pub fn examine_backups(&self, restored: &Path) -> Result<(), String> {
        let backups = Store::backups(&self.dir).map_err(|error| format!("no backups: {error}"))?;
        if let Some(error) = backups.iter().find_map(|backup| backup.found.as_ref().err()) {
            return Err(format!("a backup is not whole: {error}"));
        }
        if !is_ledger(restored) {
            return Ok(());
        }
        let copy = Store::history(restored).map_err(|error| format!("the restored one cannot be read: {error}"))?;
        let whole = self.history()?;
        if whole.starts_with(&copy) && !copy.is_empty() { Ok(()) } else { Err("the restored one differs".to_owned()) }
    }

    /// The draft is there, or a later one of that name.
    fn has_draft(&self, store: &Store) -> Result<(), String> {
        let drafts = store.drafts().list().map_err(|error| format!("no drafts: {error}"))?;
        let number = |(_, draft): &(String, serde_json::Value)| draft[NUMBER].as_u64();
        let newest = drafts.iter().filter_map(number).max().unwrap_or(0);
        if newest >= self.draft { Ok(()) } else { Err(format!("draft {} is lost, {newest} is there", self.draft)) }
    }

    /// The closed ledger's journal is right, its database has its digest and is what the journal says, and the cache is
    /// of this state or an earlier one.
    fn is_sound(&self) -> Result<(), String> {
        let looked_at = [Part::Journal, Part::Database, Part::Cache];
        let found = Store::examine(&self.dir).into_iter().filter(|(part, _)| looked_at.contains(part));
        let errors: Vec<_> = found.flat_map(|(_, health)| health.errors()).collect();
        errors.first().map_or(Ok(()), |error| Err(format!("it is not sound: {error}")))
    }

    fn history(&self) -> Result<Vec<Logged>, String> {
        Store::history(&self.dir).map_err(|error| format!("the journal cannot be read: {error}"))
    }

    fn compare(&mut self, history: &[Logged], more: u64) -> Result<(), String> {
        for (seq, known) in &self.confirmed {
            match history.get(*seq as usize - 1) {
                Some(logged) if logged.seq.0 == *seq && mark(logged) == *known => {}
                Some(_) => return Err(format!("change {seq} of {} is another one now", self.last())),
                None => return Err(format!("change {seq} of {} is lost, {} are left", self.last(), history.len())),
            }
        }
        if history.len() as u64 > self.last() + more {
            return Err(format!("{} changes were confirmed, {} are there", self.last(), history.len()));
        }
        for logged in history {
            self.confirm(logged.seq, mark(logged));
        }
        Ok(())
    }

    fn is_equal(&self, ledger: &Ledger, history: &[Logged]) -> Result<(), String> {
        let mut replayed = Ledger::default();
        for logged in history {
            logged.change.apply(&mut replayed).map_err(|error| format!("change {}: {error}", logged.seq))?;
        }
        if replayed != *ledger {
            return Err("the ledger is not what its journal says".to_owned());
        }
        let read = Store::read(&self.dir).map_err(|error| format!("it cannot be read: {error}"))?;
        if read == replayed { Ok(()) } else { Err("what is read beside the program differs".to_owned()) }
    }

    fn undo(&mut self, store: &mut Store, mut ledger: Ledger, last: Option<&Logged>) -> Result<(), String> {
        let Some(last) = last else { return Ok(()) };
        let undone = Logged { change: last.change.inverse(), undoes: Some(last.seq), ..last.clone() };
        let seq = store.commit(undone.clone()).map_err(|error| format!("no undo: {error}"))?;
        undone.change.apply(&mut ledger).map_err(|error| format!("the undo does not fit: {error}"))?;
        self.confirm(seq, mark(&undone));
        Ok(())
    }
}
