//! Rows that add up those above them: no items, so they are left out, and said.

use super::mapping::{Column, Role};
use crate::entry::{CommonField, is_sum};
use crate::import::{Cell, Row};
use crate::lang::Lang;

/// A row that adds up others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumRow {
    /// Its number.
    pub row: usize,
    /// What it calls itself.
    pub text: String,
}

impl SumRow {
    /// Reads a row as a sum: the first of its cells says so, and it has no date of its own.
    pub(super) fn read(row: &Row, columns: &[Column]) -> Option<Self> {
        let (at, text) = row.cells().find_map(|(at, cell)| Some((at, cell.text()?)))?;
        let when = columns.iter().find(|column| column.role == Role::Field(CommonField::When.id().into()))?;
        let has_date = when.at != at && row.cell(when.at).is_some_and(|cell| matches!(cell, Cell::Text(_)));
        (!has_date && is_sum(text)).then(|| Self { row: row.number, text: text.trim().into() })
    }

    /// Which row it is, and that it is left out.
    pub fn text(&self, lang: Lang) -> String {
        lang.table_sum(self.row, &self.text)
    }
}
