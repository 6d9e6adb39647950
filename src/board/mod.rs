//! The status overview: (ledger, figures, document) → rows. Always computed, never stored.

mod section;
mod todo;

use std::collections::BTreeMap;

use crate::document::Document;
use crate::id::SectionId;
use crate::model::Ledger;
use crate::query::{Figures, Scope};

pub use section::SectionRow;
pub use todo::{Task, Todo};

/// The whole overview.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    /// What must be done now, the most pressing first.
    pub todo: Vec<Todo>,
    /// The seven sections.
    pub sections: Vec<SectionRow>,
    /// The closing parts.
    pub closing: Vec<SectionRow>,
    /// The sections added up.
    pub total: SectionRow,
    /// Blanks in the whole-year report.
    pub blanks: usize,
}

/// Computes the overview; `doubts` is how many findings each section has to answer for.
pub fn board(
    ledger: &Ledger,
    figures: &Figures,
    document: &Document,
    doubts: &BTreeMap<SectionId, usize>,
    scope: Scope,
) -> Board {
    let rows = section::rows(ledger, figures, doubts, scope);
    let (closing, sections): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.closing);
    Board {
        todo: todo::todo(ledger, figures, scope),
        total: SectionRow::total(&sections),
        sections,
        closing,
        blanks: document.blanks(),
    }
}

#[cfg(test)]
mod tests;
