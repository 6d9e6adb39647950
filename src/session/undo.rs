//! What can be undone and redone: worked out from the journal, so it survives a restart and has no end.

use crate::model::Verb;
use crate::store::{Logged, Seq};

/// The two stacks of changes.
#[derive(Debug, Default)]
pub struct UndoLog {
    /// Changes that stand, newest last.
    done: Vec<Seq>,
    /// Undos that could be taken back, newest last.
    undone: Vec<Seq>,
}

impl UndoLog {
    /// Reads the stacks off the history, oldest change first.
    pub fn from_history<'a>(history: impl IntoIterator<Item = &'a Logged>) -> Self {
        let mut log = Self::default();
        for logged in history {
            log.note(logged.seq, logged.undoes, logged.change.act.verb);
        }
        log
    }

    /// Takes note of a change that was just saved.
    pub fn note(&mut self, seq: Seq, undoes: Option<Seq>, verb: Verb) {
        match undoes {
            None if verb == Verb::Init => {}
            None => {
                self.done.push(seq);
                self.undone.clear();
            }
            Some(back) if self.done.last() == Some(&back) => {
                self.done.pop();
                self.undone.push(seq);
            }
            Some(_) => {
                self.undone.pop();
                self.done.push(seq);
            }
        }
    }

    /// The change that an undo takes back.
    pub fn next_undo(&self) -> Option<Seq> {
        self.done.last().copied()
    }

    /// The undo that a redo takes back.
    pub fn next_redo(&self) -> Option<Seq> {
        self.undone.last().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(rows: &[(u64, Option<u64>)]) -> UndoLog {
        let mut log = UndoLog::default();
        for &(seq, undoes) in rows {
            log.note(Seq(seq), undoes.map(Seq), Verb::Edit);
        }
        log
    }

    #[test]
    fn undo_and_redo_walk_back_and_forth() {
        let log = noted(&[(1, None), (2, None), (3, Some(2))]);
        assert_eq!((log.next_undo(), log.next_redo()), (Some(Seq(1)), Some(Seq(3))));
        let log = noted(&[(1, None), (2, None), (3, Some(2)), (4, Some(3))]);
        assert_eq!((log.next_undo(), log.next_redo()), (Some(Seq(4)), None));
    }

    #[test]
    fn a_new_change_ends_the_redo() {
        let log = noted(&[(1, None), (2, Some(1)), (3, None)]);
        assert_eq!((log.next_undo(), log.next_redo()), (Some(Seq(3)), None));
    }

    #[test]
    fn the_making_of_the_ledger_is_not_undone() {
        let mut log = UndoLog::default();
        log.note(Seq(1), None, Verb::Init);
        assert_eq!(log.next_undo(), None);
    }
}
