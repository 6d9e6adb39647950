//! A plain table of typed cells: what .xlsx and .csv are written from.

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// A table: headings, and rows of cells below them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// One heading a column.
    pub headings: Vec<String>,
    /// Rows, each with as many cells as there are headings.
    pub rows: Vec<Vec<Cell>>,
}

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, also of several lines; never a formula, whatever it begins with.
    Text(String),
    /// A number that can be summed.
    Number(Decimal),
    /// A day that can be sorted.
    Date(NaiveDate),
}

impl Cell {
    /// A text; an empty one is nothing.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}
