//! A row of a grid while the cursor is elsewhere: what stands in its cells.

use super::Columns;
use crate::model::{Change, Matter};
use crate::session::Session;
use crate::ui::form::{Form, Trouble};

/// What stands in a row's cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    /// As typed.
    pub cells: Vec<String>,
    /// As the row began: kept from the row above, or the matter's defaults.
    pub(super) begun: Vec<String>,
    /// The first cell that is wrong, and why; beyond the last one: a field that has no column.
    pub wrong: Option<(usize, Trouble)>,
}

impl GridRow {
    /// A row of these cells.
    pub(super) const fn new(cells: Vec<String>, begun: Vec<String>) -> Self {
        Self { cells, begun, wrong: None }
    }

    /// The row that a form begins with.
    pub(super) fn of(form: &Form, columns: &Columns) -> Self {
        let cells: Vec<String> = columns.rows.iter().map(|at| form.typed(*at).into_owned()).collect();
        Self::new(cells.clone(), cells)
    }

    /// Whether nobody filled anything in.
    pub fn is_untouched(&self) -> bool {
        self.cells == self.begun
    }

    /// Keeps what stands in a form.
    pub(super) fn keep(&mut self, form: &Form, columns: &Columns) {
        for (at, cell) in columns.rows.iter().zip(&mut self.cells) {
            *cell = form.typed(*at).into_owned();
        }
    }

    /// Fills an empty form.
    pub(super) fn fill(&self, form: &mut Form, columns: &Columns, session: &Session) {
        for (at, cell) in columns.rows.iter().zip(&self.cells) {
            form.fill(*at, cell, session);
        }
    }

    /// Looks whether it can be saved: every cell holds a value, and none is missing.
    pub(super) fn check(&mut self, matter: &Matter, columns: &Columns, session: &Session) {
        let lacking = || columns.wrong(self.form(matter, columns, session).lacking(session));
        self.wrong = if self.is_untouched() { None } else { lacking() };
    }

    /// The change that records the row; else the cell that is wrong, and why.
    pub(super) fn saved(
        &mut self,
        matter: &Matter,
        columns: &Columns,
        session: &Session,
    ) -> Result<Change, (usize, Trouble)> {
        let mut form = self.form(matter, columns, session);
        if let Some(Ok(change)) = form.save(session) {
            return Ok(change);
        }
        let trouble = form.trouble().cloned().unwrap_or(Trouble::NoTitle);
        let wrong = (columns.of_row(form.at()), trouble);
        self.wrong = Some(wrong.clone());
        Err(wrong)
    }

    fn form(&self, matter: &Matter, columns: &Columns, session: &Session) -> Form {
        let mut form = Form::plain(session.blank_item(matter), session);
        self.fill(&mut form, columns, session);
        form
    }
}
