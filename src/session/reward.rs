//! The line of reward: what a save changed besides the item itself.

use super::{Memo, Session};
use crate::id::IndicatorId;
use crate::model::Change;
use crate::query::{self, Figures, Value};

/// What an act changed in the figures and blanks of the year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reward {
    /// Figures whose value is another now, in the order of their ids.
    pub figures: Vec<FigureChange>,
    /// Blanks in the whole-year report before and after.
    pub blanks: Option<(usize, usize)>,
}

/// A figure before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureChange {
    /// Which.
    pub id: IndicatorId,
    /// Its value before; none: 缺.
    pub old: Option<Value>,
    /// Its value after.
    pub new: Option<Value>,
}

/// What the memo knew before an act; what nobody had asked for is not compared.
pub(super) struct State {
    figures: Option<Figures>,
    blanks: Option<usize>,
}

impl State {
    pub(super) fn of(memo: &Memo) -> Self {
        Self {
            figures: memo.figures.get().cloned(),
            blanks: memo.document.get().map(crate::document::Document::blanks),
        }
    }

    pub(super) fn reward(self, session: &Session) -> Reward {
        Reward {
            figures: self.figures.map(|old| changed(&old, session.figures())).unwrap_or_default(),
            blanks: self.blanks.map(|old| (old, session.document().blanks())),
        }
    }
}

impl Session {
    /// The figures that `change` would change, without making it.
    pub fn foresee(&self, change: &Change) -> Vec<FigureChange> {
        let mut ledger = self.ledger.clone();
        match change.apply(&mut ledger) {
            Ok(()) => changed(self.figures(), &query::figures(&ledger, self.scope())),
            Err(_) => Vec::new(),
        }
    }
}

fn changed(before: &Figures, after: &Figures) -> Vec<FigureChange> {
    query::changed_figures(before, after).into_iter().map(|(id, old, new)| FigureChange { id, old, new }).collect()
}
