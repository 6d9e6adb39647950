//! A table → rows of text: as high as they print, as wide as cells can show.

use std::ops::Range;

use super::breaking::{self, Measure};
use super::paging::Sheet;
use super::paragraph::Flow;
use super::{Line, Piece};
use crate::document::{Run, Table};
use crate::text::{Cells, TypeSize, printable, printed_width, wrap};

/// The height of a line in a table, and of the border of a row, in twips.
const LINE: usize = 400;
const BORDER: usize = 10;
/// Cells between two columns.
const GAP: usize = 2;

/// A table as rows; the first is its head. Without columns there are none.
pub(super) struct Rows {
    pub rows: Vec<Row>,
}

/// A row of a table.
pub(super) struct Row {
    pub lines: Vec<Line>,
    /// What it takes on paper, in twips.
    pub height: usize,
    /// It may break between two pages.
    pub breaks: bool,
}

/// One column: what it has on paper, in twips, and on the screen, in cells.
struct Column {
    twips: usize,
    cells: usize,
}

/// The text of one cell, and the number of its first run in the table.
struct Cell {
    flow: Flow,
    first: usize,
}

/// Lays out the table at `block`.
pub(super) fn table(table: &Table, block: usize, sheet: Sheet) -> Rows {
    let widths = table.column_widths(sheet.width);
    let columns = columns(&widths, sheet);
    let mut rows = Vec::new();
    if !columns.is_empty() {
        rows.push(head(table, block, &columns));
    }
    let mut first = 0;
    for runs in &table.rows {
        let breaks = Table::breaks(runs, &widths);
        let cells: Vec<Cell> = runs.iter().map(|runs| cell(runs, &mut first)).collect();
        rows.push(Row { breaks, ..row(&cells, block, &columns) });
    }
    Rows { rows }
}

/// A cell whose first run is number `next`; counts on.
fn cell(runs: &[Run], next: &mut usize) -> Cell {
    let first = *next;
    *next += runs.len();
    Cell { flow: Flow::new(runs), first }
}

fn columns(widths: &[usize], sheet: Sheet) -> Vec<Column> {
    let cells = sheet.characters * 2;
    let gaps = GAP * widths.len().saturating_sub(1);
    let share = |twips: usize| (cells.saturating_sub(gaps) * twips / sheet.width).max(2);
    widths.iter().map(|twips| Column { twips: *twips, cells: share(*twips) }).collect()
}

/// The row of the heads; they are of no run.
fn head(table: &Table, block: usize, columns: &[Column]) -> Row {
    let texts: Vec<String> = table.header.iter().map(|text| printable(text).into_owned()).collect();
    let height = height(texts.iter().map(String::as_str), columns);
    let shown = texts.iter().zip(columns).map(|(text, column)| {
        let piece = |range: Range<usize>| vec![Piece { block, run: Piece::NO_RUN, text: text[range].to_owned() }];
        shown(text, column).into_iter().map(piece).collect()
    });
    Row { lines: beside(shown.collect(), block, columns), height, breaks: false }
}

fn row(cells: &[Cell], block: usize, columns: &[Column]) -> Row {
    let height = height(cells.iter().map(|cell| cell.flow.text.as_str()), columns);
    let pieces = cells.iter().zip(columns).map(|(cell, column)| {
        let pieces = |range| cell.flow.pieces(range, block, cell.first);
        shown(&cell.flow.text, column).into_iter().map(pieces).collect()
    });
    Row { lines: beside(pieces.collect(), block, columns), height, breaks: false }
}

/// The lines of a cell on the screen.
fn shown(text: &str, column: &Column) -> Vec<Range<usize>> {
    wrap(text, column.cells, 0, Cells { ambiguous_wide: true })
}

/// What a row takes on paper.
fn height<'a>(texts: impl Iterator<Item = &'a str>, columns: &[Column]) -> usize {
    let lines = texts.zip(columns).map(|(text, column)| {
        let width = column.twips.saturating_sub(Table::MARGINS);
        breaking::lines(text, &[], Measure { size: TypeSize::TABLE, first: width, rest: width }).len()
    });
    lines.max().unwrap_or(1) * LINE + BORDER
}

/// Cells side by side: the lines of each, filled up to the width of its column.
fn beside(cells: Vec<Vec<Vec<Piece>>>, block: usize, columns: &[Column]) -> Vec<Line> {
    let high = cells.iter().map(Vec::len).max().unwrap_or(1);
    let mut lines = vec![Line::default(); high];
    for (cell, column) in cells.into_iter().zip(columns) {
        let mut cell = cell.into_iter();
        for line in &mut lines {
            let pieces = cell.next().unwrap_or_default();
            let taken: usize = pieces.iter().map(|piece| printed_width(&piece.text)).sum();
            line.pieces.extend(pieces);
            let fill = " ".repeat((column.cells + GAP).saturating_sub(taken));
            line.pieces.push(Piece { block, run: Piece::NO_RUN, text: fill });
        }
    }
    for line in &mut lines {
        line.pieces.pop();
    }
    lines
}
