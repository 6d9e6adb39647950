//! The rows of one sheet, within the limits.

use super::cell::Cell;
use super::error::ImportError;
use super::limit;

/// A sheet: its rows that hold something, from the top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its name; empty: a text file.
    pub name: String,
    /// The rows.
    pub rows: Vec<Row>,
    cells: usize,
    text: usize,
}

/// A row: the cells that hold something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number in the file, from 1: the row of a sheet, the line of a text file.
    pub number: usize,
    cells: Vec<(usize, Cell)>,
}

impl Table {
    /// An empty sheet of this name.
    pub(super) fn named(name: &str) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Puts `cell` into the row of this number, at the column counted from 0; blank text is nothing.
    ///
    /// A row that comes after the last one is quick; cells that come in any order are taken too, the last one wins.
    pub(super) fn put(&mut self, number: usize, column: usize, cell: Cell) -> Result<(), ImportError> {
        if cell.text().is_some_and(|text| text.trim().is_empty()) {
            return Ok(());
        }
        if column >= limit::COLUMNS {
            return Err(ImportError::TooManyColumns(number));
        }
        self.cells += 1;
        self.text += cell.len();
        if self.cells > limit::CELLS || self.text > limit::TEXT {
            return Err(ImportError::TooMuch);
        }
        self.row(number)?.put(column, cell);
        Ok(())
    }

    /// Repeats the top cell of a region of one column in the rows below it that hold something.
    pub(super) fn fill_down(&mut self, first: usize, last: usize, column: usize) -> Result<(), ImportError> {
        let from = self.rows.partition_point(|row| row.number < first);
        let Some(top) = self.rows.get(from).filter(|row| row.number == first) else { return Ok(()) };
        let Some(cell) = top.cell(column).cloned() else { return Ok(()) };
        let below = self.rows[from + 1..].iter().take_while(|row| row.number <= last);
        let empty: Vec<usize> = below.filter(|row| row.cell(column).is_none()).map(|row| row.number).collect();
        empty.into_iter().try_for_each(|number| self.put(number, column, cell.clone()))
    }

    fn row(&mut self, number: usize) -> Result<&mut Row, ImportError> {
        let at = match self.rows.last() {
            Some(last) if last.number == number => self.rows.len() - 1,
            Some(last) if last.number > number => {
                let at = self.rows.partition_point(|row| row.number < number);
                if self.rows[at].number != number {
                    self.rows.insert(at, Row { number, cells: Vec::new() });
                }
                at
            }
            _ => {
                self.rows.push(Row { number, cells: Vec::new() });
                self.rows.len() - 1
            }
        };
        if self.rows.len() > limit::ROWS {
            return Err(ImportError::TooManyRows);
        }
        Ok(&mut self.rows[at])
    }
}

impl Row {
    /// The cell at a column counted from 0; none: it is blank.
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        Some(&self.cells[at].1)
    }

    /// The cells that hold something, with their columns counted from 0.
    pub fn cells(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().map(|(column, cell)| (*column, cell))
    }

    fn put(&mut self, column: usize, cell: Cell) {
        match self.cells.binary_search_by_key(&column, |(column, _)| *column) {
            Ok(at) => self.cells[at].1 = cell,
            Err(at) => self.cells.insert(at, (column, cell)),
        }
    }
}

#[cfg(test)]
impl Row {
    /// Its texts, those of blank cells empty.
    pub(super) fn texts(&self) -> Vec<&str> {
        let width = self.cells.last().map_or(0, |(column, _)| column + 1);
        (0..width).map(|column| self.cell(column).and_then(Cell::text).unwrap_or_default()).collect()
    }
}
