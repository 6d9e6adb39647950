//! .xls → rows: what it would take is looked through before it is read, since the reader holds all of it at once.

mod compound;
mod records;
mod shared;

#[cfg(test)]
mod tests;

use std::io::Cursor;

use calamine::{Reader, Xls, XlsError};

use super::error::ImportError;
use super::limit::STRIDE;
use super::sniff::Sort;
use super::table::Table;
use super::workbook::{cell, chosen, resolve};
use super::{Book, GoOn, quiet};

/// Bytes of an old workbook: it is read whole, and takes several times its length.
const LARGEST: usize = 16 << 20;

type Workbook<'a> = Xls<Cursor<&'a [u8]>>;

/// Reads the sheet of this name, else the first that holds anything.
pub(super) fn read(bytes: &[u8], sheet: Option<&str>, go_on: GoOn<'_>) -> Result<Book, ImportError> {
    if bytes.len() > LARGEST {
        return Err(ImportError::TooLarge);
    }
    records::check(&compound::stream(bytes)?)?;
    quiet::caught(|| book(bytes, sheet, go_on)).unwrap_or(Err(ImportError::Damaged(String::new())))
}

fn book(bytes: &[u8], wanted: Option<&str>, go_on: GoOn<'_>) -> Result<Book, ImportError> {
    let mut workbook: Workbook<'_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => ImportError::Foreign(Sort::Locked),
        other => ImportError::damaged(other),
    })?;
    let sheets = workbook.sheet_names();
    let table = chosen(&sheets, wanted, |name| table(&mut workbook, name, go_on))?;
    Ok(Book { sheets, table })
}

fn table(workbook: &mut Workbook<'_>, name: &str, go_on: GoOn<'_>) -> Result<Table, ImportError> {
    let mut table = Table::named(name);
    let range = workbook.worksheet_range(name).map_err(ImportError::damaged)?;
    let (top, left) = range.start().unwrap_or_default();
    for (at, row) in range.rows().enumerate() {
        for (column, value) in row.iter().enumerate() {
            if let Some(cell) = cell(value) {
                table.put(top as usize + at + 1, left as usize + column, cell)?;
            }
        }
        if at.is_multiple_of(STRIDE) && !go_on(table.rows.len()) {
            return Err(ImportError::Cancelled);
        }
    }
    resolve(&mut table, &workbook.merge_cells_by_sheet_name(name).map_err(ImportError::damaged)?)?;
    Ok(table)
}
