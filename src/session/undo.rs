//! What can be undone and redone: worked out from the journal, so it survives a restart and has no end.

use std::collections::BTreeMap;

use crate::model::Verb;
use crate::store::{Heading, Seq};

/// The two stacks of changes, as far back as they were read.
#[derive(Debug, Default)]
pub struct UndoLog {
    /// Changes that stand, newest last.
    done: Vec<Seq>,
    /// Undos that could be taken back, newest last.
    undone: Vec<Seq>,
    /// What was read begins with the first change of all.
    whole: bool,
    /// Something that was read takes back what was not.
    torn: bool,
}

impl UndoLog {
    /// Reads the stacks off the headings of all changes, or of the newest, oldest first.
    pub fn from_headings(headings: &[Heading]) -> Self {
        let first = headings.first().map_or(Seq(1), |heading| heading.seq);
        let torn = headings.iter().any(|heading| heading.undoes.is_some_and(|back| back < first));
        let mut log = Self { whole: first <= Seq(1), torn, ..Self::default() };
        for heading in headings {
            log.note(heading.seq, heading.undoes, heading.act.verb);
        }
        log
    }

    /// Whether it knows what an undo and a redo take back; else more must be read.
    pub fn knows(&self) -> bool {
        self.whole || (!self.torn && !self.done.is_empty())
    }

    /// Takes note of a change that was just saved.
    pub fn note(&mut self, seq: Seq, undoes: Option<Seq>, verb: Verb) {
        match undoes {
            // The making of the ledger stays, and so does what left the house: an edition once written is a fact.
            None if matches!(verb, Verb::Init | Verb::Lost | Verb::Publish) => {}
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

/// What a change does to another: takes it back, or does it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Takes back the change of this number.
    Undo(Seq),
    /// Does the change of this number again.
    Redo(Seq),
}

/// What each undo and redo of a history turns, by its own number; `history`: number, and the number it takes back.
///
/// Both name the change that was done first, however often it went back and forth since.
pub fn turns(history: impl IntoIterator<Item = (Seq, Option<Seq>)>) -> BTreeMap<Seq, Turn> {
    let mut turns = BTreeMap::new();
    for (seq, undoes) in history {
        let Some(back) = undoes else { continue };
        let turn = match turns.get(&back) {
            None => Turn::Undo(back),
            Some(Turn::Undo(first)) => Turn::Redo(*first),
            Some(Turn::Redo(first)) => Turn::Undo(*first),
        };
        turns.insert(seq, turn);
    }
    turns
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::prelude::*;

    use super::*;
    use crate::model::Act;

    fn noted(rows: &[(u64, Option<u64>)]) -> UndoLog {
        let mut log = UndoLog::default();
        for &(seq, undoes) in rows {
            log.note(Seq(seq), undoes.map(Seq), Verb::Edit);
        }
        log
    }

    fn headings(undoes: &[Option<u64>]) -> Vec<Heading> {
        let act = Act { verb: Verb::Edit, what: String::new() };
        let heading = |(seq, undoes): (u64, &Option<u64>)| Heading {
            seq: Seq(seq),
            at: DateTime::UNIX_EPOCH,
            by: String::new(),
            act: act.clone(),
            undoes: undoes.map(Seq),
        };
        (1..).zip(undoes).map(heading).collect()
    }

    /// A history that a user can make: a number below 50 does something new, below 80 undoes, else redoes.
    fn history(acts: &[u8]) -> Vec<Heading> {
        let (mut log, mut undoes) = (UndoLog::default(), Vec::new());
        for (seq, act) in (1..).zip(acts) {
            let back = match act {
                0..50 => None,
                50..80 => log.next_undo(),
                _ => log.next_redo(),
            };
            log.note(Seq(seq), back, Verb::Edit);
            undoes.push(back.map(|seq| seq.0));
        }
        headings(&undoes)
    }

    proptest! {
        #[test]
        fn a_part_of_the_history_that_knows_says_what_the_whole_says(
            acts in prop::collection::vec(0u8..100, 1..40),
            from in any::<prop::sample::Index>(),
        ) {
            let all = history(&acts);
            let (whole, part) = (UndoLog::from_headings(&all), UndoLog::from_headings(&all[from.index(all.len())..]));
            prop_assert!(whole.knows());
            if part.knows() {
                prop_assert_eq!(part.next_undo(), whole.next_undo());
                prop_assert_eq!(part.next_redo(), whole.next_redo());
            }
        }
    }

    #[test]
    fn what_takes_an_undo_back_does_again() {
        let rows = [(1, None), (2, None), (3, Some(2)), (4, Some(3)), (5, Some(4)), (6, Some(5)), (7, Some(1))];
        let turned = turns(rows.map(|(seq, undoes): (u64, Option<u64>)| (Seq(seq), undoes.map(Seq))));
        let expected = [
            (Seq(3), Turn::Undo(Seq(2))),
            (Seq(4), Turn::Redo(Seq(2))),
            (Seq(5), Turn::Undo(Seq(2))),
            (Seq(6), Turn::Redo(Seq(2))),
            (Seq(7), Turn::Undo(Seq(1))),
        ];
        assert_eq!(turned, BTreeMap::from(expected));
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
    fn an_edition_stands_between_undo_and_redo_as_if_it_were_not_there() {
        let mut log = noted(&[(1, None), (2, None), (3, Some(2))]);
        log.note(Seq(4), None, Verb::Publish);
        assert_eq!((log.next_undo(), log.next_redo()), (Some(Seq(1)), Some(Seq(3))));
    }

    #[test]
    fn the_making_of_the_ledger_is_not_undone() {
        let mut log = UndoLog::default();
        log.note(Seq(1), None, Verb::Init);
        assert_eq!(log.next_undo(), None);
    }
}
