//! Looks through the records of an old workbook before a reader does: how much it would hold of them.
//!
//! The reader makes a full grid of each sheet, however few cells it has, and a copy of a shared text for each cell that
//! has it. Records: [MS-XLS] 2.3.

use super::super::error::ImportError;
use super::super::limit;
use super::shared;

/// Records that are looked at.
const FORMULA: u16 = 0x0006;
const END: u16 = 0x000A;
const NAME: u16 = 0x0018;
pub(super) const CONTINUE: u16 = 0x003C;
const SHEET: u16 = 0x0085;
const NUMBERS: u16 = 0x00BD;
const RICH_TEXT: u16 = 0x00D6;
const SHARED_TEXTS: u16 = 0x00FC;
const SHARED_TEXT: u16 = 0x00FD;
const EXTENT: u16 = 0x0200;
const NUMBER: u16 = 0x0203;
const TEXT: u16 = 0x0204;
const FLAG: u16 = 0x0205;
const RESULT: u16 = 0x0207;
const SHORT_NUMBER: u16 = 0x027E;

/// Bytes of a formula's record before its parts.
const FORMULA_HEAD: usize = 22;
/// Bytes of the shortest part of a formula that names a sheet or another name.
const NAMING: usize = 5;
/// Bytes of a character at most, once it is read.
const WIDEST: usize = 3;

/// Refuses what would take more than a table can be.
pub(super) fn check(stream: &[u8]) -> Result<(), ImportError> {
    let mut book = Book::default();
    for record in Records(stream) {
        let record = record?;
        match record.sort {
            END => break,
            SHEET => book.sheets.push(long(record.data, 0)?),
            SHARED_TEXTS => book.texts = shared::lengths(record.data, record.rest)?,
            _ => {}
        }
        let name = match record.sort {
            SHEET => record.data.get(6),
            NAME => record.data.get(3),
            _ => None,
        };
        book.longest = book.longest.max(name.map_or(0, |length| usize::from(*length)));
    }
    let mut read = 0;
    for start in std::mem::take(&mut book.sheets) {
        let sheet = stream.get(start..).ok_or_else(damaged)?;
        read += book.sheet(sheet)?;
        // Sheets lie behind each other: those that share their records are made to be read again and again.
        if read > stream.len() {
            return Err(damaged());
        }
    }
    Ok(())
}

/// What a workbook comes to.
#[derive(Debug, Default)]
struct Book {
    /// Where its sheets begin.
    sheets: Vec<usize>,
    /// Bytes of each shared text.
    texts: Vec<usize>,
    /// Characters of the longest name that a formula may say.
    longest: usize,
    /// Cells of all grids.
    cells: usize,
    /// Bytes of all texts.
    text: usize,
    /// Bytes of all formulas at most, once they are written out.
    formulas: usize,
}

impl Book {
    /// Adds a sheet; returns how long it is.
    fn sheet(&mut self, stream: &[u8]) -> Result<usize, ImportError> {
        let (mut grid, mut formulas, mut length) = (Grid::default(), Grid::default(), 0);
        for record in Records(stream) {
            let record = record?;
            let data = record.data;
            length += record.length;
            match record.sort {
                END => break,
                EXTENT => self.hold(extent(data)?, 0)?,
                NUMBERS => {
                    grid.take(data)?;
                    grid.take_to(data.len().checked_sub(2).map(|at| word(data, at)).ok_or_else(damaged)??);
                }
                FORMULA => {
                    grid.take(data)?;
                    formulas.take(data)?;
                    self.say(data.len().saturating_sub(FORMULA_HEAD))?;
                }
                NUMBER | FLAG | SHORT_NUMBER => grid.take(data)?,
                TEXT | RICH_TEXT => {
                    grid.take(data)?;
                    self.hold(0, word(data, 6)? * WIDEST)?;
                }
                RESULT => self.hold(0, word(data, 0)? * WIDEST)?,
                SHARED_TEXT => {
                    grid.take(data)?;
                    self.hold(0, self.texts.get(long(data, 6)?).copied().unwrap_or_default())?;
                }
                _ => {}
            }
        }
        self.hold(grid.cells() + formulas.cells(), 0)?;
        Ok(length)
    }

    /// Writes out a formula of so many bytes: the reader puts whole names for its short parts.
    fn say(&mut self, bytes: usize) -> Result<(), ImportError> {
        self.formulas += (bytes / NAMING + 1) * (self.longest + NAMING) * WIDEST;
        if self.formulas > limit::FORMULAS { Err(ImportError::TooMuch) } else { Ok(()) }
    }

    fn hold(&mut self, cells: usize, text: usize) -> Result<(), ImportError> {
        self.cells = self.cells.saturating_add(cells);
        self.text = self.text.saturating_add(text);
        if self.cells > limit::GRID || self.text > limit::TEXT { Err(ImportError::TooMuch) } else { Ok(()) }
    }
}

/// The rectangle of the cells that hold something: first and last row, first and last column.
#[derive(Debug, Default)]
struct Grid(Option<[usize; 4]>);

impl Grid {
    /// Takes a cell, whose row and column its record begins with.
    fn take(&mut self, data: &[u8]) -> Result<(), ImportError> {
        let (row, column) = (word(data, 0)?, word(data, 2)?);
        let [top, bottom, left, right] = self.0.unwrap_or([row, row, column, column]);
        self.0 = Some([top.min(row), bottom.max(row), left.min(column), right.max(column)]);
        Ok(())
    }

    /// Reaches to a column.
    fn take_to(&mut self, column: usize) {
        if let Some([.., right]) = &mut self.0 {
            *right = column.max(*right);
        }
    }

    fn cells(&self) -> usize {
        self.0.map_or(0, |[top, bottom, left, right]| (bottom - top + 1) * (right - left + 1))
    }
}

/// The cells that a sheet says it has; the reader makes room for them.
fn extent(data: &[u8]) -> Result<usize, ImportError> {
    let (top, bottom, columns) = match data.len() {
        10 => (word(data, 0)?, word(data, 2)?, 4),
        14 => (long(data, 0)?, long(data, 4)?, 8),
        _ => return Err(damaged()),
    };
    let (left, right) = (word(data, columns)?, word(data, columns + 2)?);
    if bottom == 0 || right == 0 {
        return Ok(1);
    }
    let left = if left > 0xFF || right < left { 0 } else { left };
    // A sheet may say that it ends before it begins; a reader would count backwards.
    let rows = bottom.checked_sub(top).ok_or_else(damaged)?;
    Ok(rows.saturating_mul(right - left))
}

/// A record with those that go on with it.
pub(super) struct Record<'a> {
    sort: u16,
    data: &'a [u8],
    /// What stands behind it: it may go on there.
    rest: &'a [u8],
    /// Its bytes, with its head.
    length: usize,
}

/// The records of a stream.
pub(super) struct Records<'a>(pub &'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = Result<Record<'a>, ImportError>;

    fn next(&mut self) -> Option<Self::Item> {
        const HEAD: usize = 4;
        if self.0.is_empty() {
            return None;
        }
        let read = || {
            let length = HEAD + word(self.0, 2)?;
            let data = self.0.get(HEAD..length).ok_or_else(damaged)?;
            Ok(Record { sort: word(self.0, 0)? as u16, data, rest: &self.0[length..], length })
        };
        let record = read();
        self.0 = record.as_ref().map_or(&[], |record| record.rest);
        Some(record)
    }
}

impl<'a> Record<'a> {
    /// Its bytes, when it goes on with the one before it.
    pub(super) fn continued(self) -> Option<&'a [u8]> {
        (self.sort == CONTINUE).then_some(self.data)
    }
}

pub(super) fn word(data: &[u8], at: usize) -> Result<usize, ImportError> {
    let raw = data.get(at..at + 2).ok_or_else(damaged)?;
    Ok(usize::from(u16::from_le_bytes([raw[0], raw[1]])))
}

pub(super) fn long(data: &[u8], at: usize) -> Result<usize, ImportError> {
    let raw = data.get(at..at + 4).ok_or_else(damaged)?;
    Ok(u32::from_le_bytes([raw[0], raw[1], raw[2], raw[3]]) as usize)
}

pub(super) const fn damaged() -> ImportError {
    ImportError::Damaged(String::new())
}
