//! Many short items of one matter, a row an item: each cell is checked as the form checks it, and saved as one change.
//!
//! The present row is a form; the others are what stands in their cells. So whatever can be typed in a form can be
//! typed, pasted and picked here, and means the same.

mod block;
mod row;

use std::borrow::Cow;

use crate::entry::CommonField;
use crate::lang::Lang;
use crate::model::{Act, Change, FieldSpec, FieldType, Item, Matter, Verb};
use crate::session::Session;
use crate::ui::form::{Field, Form, Subject, Trouble};

pub use block::Block;
pub use row::GridRow;

/// Columns that Enter goes through at most: what a form shows first. The others are gone to by Tab.
const FIRST: usize = 10;

/// A grid.
#[derive(Debug)]
pub struct Grid {
    matter: Matter,
    lang: Lang,
    columns: Columns,
    rows: Vec<GridRow>,
    at: usize,
    /// The present row.
    form: Form,
}

/// The columns of a grid: fields, and the rows of the form that hold them.
#[derive(Clone, Debug)]
pub struct Columns {
    fields: Vec<Field>,
    rows: Vec<usize>,
}

/// Where a grid cannot be saved, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0; beyond the last: a field that has none.
    pub column: usize,
    /// Why.
    pub trouble: Trouble,
}

impl Grid {
    /// A grid of one empty row.
    pub fn new(matter: &Matter, session: &Session, lang: Lang) -> Self {
        let form = Form::new(Subject::Item(Box::new(begun(matter, session))), session, lang);
        let columns = Columns::of(&form);
        let first = GridRow::of(&form, &columns);
        Self { matter: matter.clone(), lang, columns, rows: vec![first], at: 0, form }
    }

    /// The same with what a draft kept in its cells.
    #[must_use]
    pub fn resumed(mut self, cells: Vec<Vec<String>>, session: &Session) -> Self {
        let begun = self.rows[0].begun.clone();
        let fitted = |cells: Vec<String>| {
            let rest = begun.iter().skip(cells.len()).cloned();
            cells.into_iter().chain(rest).take(begun.len()).collect()
        };
        let rows: Vec<GridRow> = cells.into_iter().map(|cells| GridRow::new(fitted(cells), begun.clone())).collect();
        if !rows.is_empty() {
            self.rows = rows;
            self.check(session);
            self.enter(0, 0, session);
        }
        self
    }

    /// The matter its items are of.
    pub const fn matter(&self) -> &Matter {
        &self.matter
    }

    /// The fields of the columns.
    pub fn columns(&self) -> &[Field] {
        &self.columns.fields
    }

    /// The rows; of the present one, what stood there when it was entered.
    pub fn rows(&self) -> &[GridRow] {
        &self.rows
    }

    /// The present row and column.
    pub fn at(&self) -> (usize, usize) {
        (self.at, self.columns.of_row(self.form.at()))
    }

    /// The form that the present row is.
    pub const fn form(&self) -> &Form {
        &self.form
    }

    /// The form that the present row is, to be typed in.
    pub const fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    /// What stands in the cells, rows that nobody filled left out; none: nothing is typed.
    pub fn typed(&self) -> Vec<Vec<String>> {
        let mut rows = self.rows.clone();
        rows[self.at].keep(&self.form, &self.columns);
        rows.into_iter().filter(|row| !row.is_untouched()).map(|row| row.cells).collect()
    }

    /// Goes to the next cell, after the last of the first columns to the next row, which is made where there is none. A
    /// cell that holds no value keeps the cursor.
    pub fn next(&mut self, session: &Session) {
        let (_, column) = self.at();
        self.next_before(if column < FIRST { FIRST } else { usize::MAX }, session);
    }

    /// Goes to the next cell, whichever column it is in.
    pub fn next_cell(&mut self, session: &Session) {
        self.next_before(usize::MAX, session);
    }

    fn next_before(&mut self, end: usize, session: &Session) {
        let (_, column) = self.at();
        if let Some(row) = self.columns.rows.get(column + 1).filter(|_| column + 1 < end) {
            self.form.go_to(*row, session);
        } else if self.form.settle(session) {
            if self.at + 1 == self.rows.len() {
                self.insert(self.at + 1, session);
            }
            self.go(self.at + 1, 0, session);
        }
    }

    /// Goes to the cell before, from the first one to the end of the row above.
    pub fn previous(&mut self, session: &Session) {
        match self.at() {
            (0, 0) => {}
            (row, 0) => self.go(row - 1, self.columns.rows.len() - 1, session),
            (_, column) => {
                self.form.go_to(self.columns.rows[column - 1], session);
            }
        }
    }

    /// Goes to a row, staying in the column; what is no value is marked and asked for again before saving. Behind the
    /// last row a new one is made, unless that one is still empty.
    pub fn go_to_row(&mut self, row: usize, session: &Session) {
        self.park(session);
        if row == self.rows.len() && !self.rows[self.at].is_untouched() {
            self.insert(row, session);
        }
        self.go(row.min(self.rows.len() - 1), self.at().1, session);
    }

    /// Goes to a cell.
    pub fn go(&mut self, row: usize, column: usize, session: &Session) {
        self.park(session);
        self.enter(row, column, session);
    }

    /// Puts an empty row before row `at`, with the date, unit and picks of the row above.
    pub fn insert(&mut self, at: usize, session: &Session) {
        self.park(session);
        let mut row = self.fresh(session);
        if let Some(above) = at.checked_sub(1).map(|above| &self.rows[above]) {
            let kept = self.columns.fields.iter().enumerate().filter(|(_, field)| is_kept(field));
            for (column, _) in kept {
                row.begun[column].clone_from(&above.cells[column]);
                row.cells[column].clone_from(&above.cells[column]);
            }
        }
        self.rows.insert(at, row);
        self.at += usize::from(at <= self.at);
    }

    /// Puts an empty row above the present one and goes there.
    pub fn insert_above(&mut self, session: &Session) {
        let at = self.at;
        self.insert(at, session);
        self.enter(at, 0, session);
    }

    /// Takes the n-th of the numbered picks of the present cell, from 0, and goes on; whether there was one.
    pub fn pick(&mut self, n: usize, session: &Session) -> bool {
        let before = self.form.at();
        let picked = self.form.pick(n, session);
        if picked && self.form.at() != before {
            // The form goes on to its next row, which may have no column: the grid goes on itself.
            self.form.stand(before);
            self.next(session);
        }
        picked
    }

    /// What stands in a cell.
    pub fn text(&self, row: usize, column: usize) -> Cow<'_, str> {
        if row == self.at {
            return self.form.typed(self.columns.rows[column]);
        }
        Cow::from(&self.rows[row].cells[column])
    }

    /// Takes the present row out; the last one is only emptied.
    pub fn remove(&mut self, session: &Session) {
        self.rows.remove(self.at);
        if self.rows.is_empty() {
            self.rows.push(self.fresh(session));
        }
        self.enter(self.at.min(self.rows.len() - 1), 0, session);
    }

    /// Copies what stands in the cell above.
    pub fn copy_above(&mut self, session: &Session) {
        if let Some(above) = self.at.checked_sub(1) {
            let text = self.rows[above].cells[self.at().1].clone();
            self.form.set_typed(&text, session);
        }
    }

    /// Puts the rows of a block below the present row, or in its place where nothing is typed in it.
    pub fn take(&mut self, block: &Block, session: &Session) {
        self.park(session);
        let begun = self.rows[self.at].begun.clone();
        let mut to = self.at + usize::from(!self.rows[self.at].is_untouched());
        for cells in block.rows(&begun, &self.columns.fields) {
            let row = GridRow::new(cells, begun.clone());
            if self.rows.get(to).is_some_and(GridRow::is_untouched) {
                self.rows[to] = row;
            } else {
                self.rows.insert(to, row);
            }
            to += 1;
        }
        self.check(session);
        self.enter(to - 1, 0, session);
    }

    /// Looks whether every row can be saved.
    fn check(&mut self, session: &Session) {
        for row in &mut self.rows {
            row.check(&self.matter, &self.columns, session);
        }
    }

    /// The change that records the rows that are whole, and which rows it records; then what is wrong with the others.
    pub fn save(&mut self, session: &Session) -> (Change, Vec<usize>, Vec<Wrong>) {
        self.park(session);
        let (mut edits, mut saved, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
        for (at, row) in self.rows.iter_mut().enumerate().filter(|(_, row)| !row.is_untouched()) {
            match row.saved(&self.matter, &self.columns, session) {
                Ok(change) => {
                    edits.extend(change.edits);
                    saved.push(at);
                }
                Err((column, trouble)) => wrong.push(Wrong { row: at, column, trouble }),
            }
        }
        let what = format!("{} ×{}", self.matter.name, saved.len());
        (Change { act: Act { verb: Verb::Add, what }, edits }, saved, wrong)
    }

    /// Takes out the rows that were saved.
    pub fn let_go(&mut self, saved: &[usize], session: &Session) {
        for at in saved.iter().rev() {
            self.rows.remove(*at);
        }
        if self.rows.is_empty() {
            self.rows.push(self.fresh(session));
        }
        self.enter(0, 0, session);
    }

    /// Keeps what stands in the present row.
    fn park(&mut self, session: &Session) {
        self.form.settle(session);
        let row = &mut self.rows[self.at];
        row.keep(&self.form, &self.columns);
        row.wrong = if row.is_untouched() { None } else { self.columns.wrong(self.form.lacking(session)) };
    }

    /// A row that nobody filled.
    fn fresh(&self, session: &Session) -> GridRow {
        GridRow::of(&Form::plain(begun(&self.matter, session), session), &self.columns)
    }

    fn enter(&mut self, row: usize, column: usize, session: &Session) {
        self.at = row;
        self.form = Form::new(Subject::Item(Box::new(session.blank_item(&self.matter))), session, self.lang);
        self.rows[row].fill(&mut self.form, &self.columns, session);
        self.form.forget();
        self.form.stand(self.columns.rows[column.min(self.columns.rows.len() - 1)]);
    }
}

impl Columns {
    /// Every field is a column; only an item's sentence, in which figures are live, has its place in the form.
    fn of(form: &Form) -> Self {
        let all = form.rows().iter().enumerate().map(|(at, row)| (row.field.clone(), at));
        let (fields, rows) = all.filter(|(field, _)| *field != Field::Common(CommonField::Wording)).unzip();
        Self { fields, rows }
    }

    /// The column of a row of the form; the number of columns where it has none.
    fn of_row(&self, row: usize) -> usize {
        self.rows.iter().position(|at| *at == row).unwrap_or(self.rows.len())
    }

    /// The cell of a row of the form that is wrong.
    fn wrong(&self, found: Option<(usize, Trouble)>) -> Option<(usize, Trouble)> {
        found.map(|(row, trouble)| (self.of_row(row), trouble))
    }
}

/// An item as a row begins with it.
fn begun(matter: &Matter, session: &Session) -> Item {
    let mut item = session.blank_item(matter);
    session.take_over(&mut item);
    item
}

/// Whether the next row begins with what stands here.
fn is_kept(field: &Field) -> bool {
    match field {
        Field::Name(_) => false,
        Field::Common(common) => matches!(common, CommonField::When | CommonField::Unit),
        Field::Own(FieldSpec { holds, .. }) => matches!(holds, FieldType::Choice { .. } | FieldType::Entry { .. }),
    }
}
