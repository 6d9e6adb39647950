//! Saving: a change is on disk before memory and screen follow; undo and redo are changes too.

use super::office;
use super::undo::UndoLog;
use super::{BACKUPS, Keeper, LastAct, Reward, Session, SessionError};
use crate::model::{Act, Change, RecordKey, Verb, Year};
use crate::store::{Logged, Seq, Store, StoreError};

impl Session {
    /// Saves `change`, then shows it: when this returns `Ok`, it is on disk. A failure leaves everything as it was.
    pub fn apply(&mut self, change: &Change) -> Result<Reward, SessionError> {
        if change.edits.is_empty() && !self.is_reader() {
            return Ok(Reward::default());
        }
        self.commit(change, None, Store::commit)
    }

    /// Takes the newest change back, with a change of its own; returns what was taken back.
    pub fn undo(&mut self) -> Result<(Act, Reward), SessionError> {
        let seq = self.undo_log()?.next_undo().ok_or(SessionError::NothingToUndo)?;
        let taken = self.take_back(seq)?;
        if let Some(last) = &mut self.last {
            last.undone = true;
        }
        Ok(taken)
    }

    /// Takes the newest undo back; returns what is done again.
    pub fn redo(&mut self) -> Result<(Act, Reward), SessionError> {
        let seq = self.undo_log()?.next_redo().ok_or(SessionError::NothingToRedo)?;
        self.take_back(seq)
    }

    fn take_back(&mut self, seq: Seq) -> Result<(Act, Reward), SessionError> {
        let Keeper::Store(store) = &mut self.keeper else { return Err(SessionError::ReadOnly) };
        let logged = store.logged(seq)?;
        let act = logged.change.act.clone();
        let reward = self.commit(&logged.change.inverse(), Some(seq), Store::commit)?;
        Ok((act, reward))
    }

    /// The stacks, read as far back as they must be to say what is next.
    fn undo_log(&mut self) -> Result<&UndoLog, SessionError> {
        if self.store().is_none() {
            return Err(SessionError::ReadOnly);
        }
        let mut segments = 1;
        while self.undo.as_ref().is_none_or(|log| !log.knows()) {
            self.undo = Some(UndoLog::from_headings(&Store::headings(&self.dir, segments)?));
            segments *= 4;
        }
        Ok(self.undo.get_or_insert_default())
    }

    pub(super) fn commit(
        &mut self,
        change: &Change,
        undoes: Option<Seq>,
        save: impl FnOnce(&mut Store, Logged) -> Result<Seq, StoreError>,
    ) -> Result<Reward, SessionError> {
        let Keeper::Store(store) = &mut self.keeper else { return Err(SessionError::ReadOnly) };
        change.check(&self.ledger)?;
        let mut after = self.ledger.years.keys().copied().filter(|year| !removes(change, *year)).peekable();
        let year = if removes(change, self.year) { after.next_back() } else { Some(self.year) };
        let year = year.ok_or(SessionError::NoYears(Vec::new()))?;
        let act =
            LastAct { act: change.act.clone(), by: office::clerk(&self.ledger), at: (self.clock.now)(), undone: false };
        let logged = Logged { seq: Seq(0), at: act.at, by: act.by.clone(), change: change.clone(), undoes };
        let seq = save(store, logged)?;
        change.apply(&mut self.ledger).expect("the change was checked against this ledger");
        store.keep_meanwhile(&self.ledger);
        if let Some(log) = &mut self.undo {
            log.note(seq, undoes, act.act.verb);
        }
        if act.act.verb == Verb::Publish {
            // Nothing of the report is other than before.
            self.memo.since.take();
            return Ok(Reward::default());
        }
        self.last = Some(act);
        if change.edits.iter().any(|edit| matches!(&edit.key, RecordKey::Setting(id) if id.as_str() == BACKUPS)) {
            self.choose_backups();
        }
        let before = std::mem::take(&mut self.memo);
        let stayed = std::mem::replace(&mut self.year, year) == year;
        Ok(if stayed { self.reward(change, before) } else { Reward::default() })
    }
}

/// Whether `change` takes the year away.
fn removes(change: &Change, year: Year) -> bool {
    change.edits.iter().any(|edit| edit.key == RecordKey::Year(year) && edit.new.is_none())
}
