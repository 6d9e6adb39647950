//! Tables that others made (.xlsx, .xls, .csv, .txt) → plain rows of text. Knows nothing of the ledger.
//!
//! A file is known by what it holds, never by its ending. Whatever it holds, reading it takes bounded memory and ends
//! in rows or in one sentence.

mod cell;
mod decode;
mod error;
mod heading;
mod limit;
mod old;
mod quiet;
mod separated;
mod sniff;
mod table;
mod workbook;
mod zipped;

pub use cell::{Cell, Flaw};
pub use error::ImportError;
pub use heading::Headings;
pub use limit::FILE;
pub use sniff::{Sort, sort};
pub use table::{Row, Table};

/// What a reader asks now and then, with the rows it has read: whether to go on.
pub type GoOn<'a> = &'a (dyn Fn(usize) -> bool + Sync);

/// A file that holds tables, the one that was wanted read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// The names of all its sheets; none: a text file.
    pub sheets: Vec<String>,
    /// The sheet that was read.
    pub table: Table,
}

/// Reads the sheet of this name, else the first one that holds anything.
///
/// # Errors
/// The file is none of those that hold tables, is damaged, or holds more than the limits allow.
pub fn read(bytes: &[u8], sheet: Option<&str>, go_on: GoOn<'_>) -> Result<Book, ImportError> {
    if bytes.len() > FILE {
        return Err(ImportError::TooLarge);
    }
    match sort(bytes) {
        Sort::Empty => Err(ImportError::Empty),
        Sort::Workbook => workbook::read(bytes, sheet, go_on),
        Sort::OldWorkbook => old::read(bytes, sheet, go_on),
        Sort::Text => separated::read(&decode::text(bytes)?, go_on).map(|table| Book { sheets: Vec::new(), table }),
        other => Err(ImportError::Foreign(other)),
    }
}

#[cfg(test)]
mod tests;
