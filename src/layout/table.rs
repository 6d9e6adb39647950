//! A table → rows of text as they print: the lines of a cell are those of paper, its columns as wide as these need.
//!
//! A table is set smaller than text, so that its page has more cells on the screen than one of text alone.

use std::ops::Range;

use super::breaking::{self, Measure};
use super::paging::Sheet;
use super::paragraph::Flow;
use super::{Line, Piece};
use crate::document::{Align, Run, Source, Table};
use crate::text::{TypeSize, printed_width};

/// The height of a line in a table, and of the border of a row, in twips.
const LINE: usize = 400;
const BORDER: usize = 10;
/// A cell of the screen in a table: half a full character.
const CELL: usize = 120;
/// What stands between two columns.
const BETWEEN: &str = " | ";

/// A table as rows; the first is its head. Without columns there are none.
pub(super) struct Rows {
    pub rows: Vec<Row>,
    /// How many cells of the screen it takes.
    pub cells: usize,
}

/// A row of a table.
pub(super) struct Row {
    pub lines: Vec<Line>,
    /// What it takes on paper, in twips.
    pub height: usize,
    /// It may break between two pages.
    pub breaks: bool,
}

/// A column: how many cells it has on the screen, and where its text stands.
struct Column {
    cells: usize,
    align: Align,
}

/// The text of one cell, broken as on paper, and the number of its first run in the table; a head is of no run.
struct Cell {
    flow: Flow,
    lines: Vec<Range<usize>>,
    first: Option<usize>,
}

/// Lays out the table at `block`.
pub(super) fn table(table: &Table, block: usize, sheet: Sheet) -> Rows {
    let widths = table.column_widths(sheet.width);
    if widths.is_empty() {
        return Rows { rows: Vec::new(), cells: 0 };
    }
    let heads = table.header.iter().zip(&widths);
    let head = heads.map(|(text, width)| Cell::new(&[Run::plain(text, Source::Program)], None, *width)).collect();
    let mut first = 0;
    let mut cells: Vec<Vec<Cell>> = vec![head];
    for row in &table.rows {
        cells.push(row.iter().zip(&widths).map(|(runs, width)| Cell::counted(runs, &mut first, *width)).collect());
    }
    let columns = columns(table, &widths, &cells);
    let breaks = std::iter::once(false).chain(table.rows.iter().map(|row| Table::breaks(row, &widths)));
    let rows = cells.iter().zip(breaks).map(|(cells, breaks)| row(cells, breaks, block, &columns));
    let wide = columns.iter().map(|column| column.cells).sum::<usize>() + BETWEEN.len() * (columns.len() - 1);
    Rows { rows: rows.collect(), cells: wide }
}

impl Cell {
    fn new(runs: &[Run], first: Option<usize>, width: usize) -> Self {
        let flow = Flow::new(runs);
        let width = width.saturating_sub(Table::MARGINS);
        let lines = breaking::lines(&flow.text, &[], Measure { size: TypeSize::TABLE, first: width, rest: width });
        Self { flow, lines, first }
    }

    /// A cell whose first run is number `next`; counts on.
    fn counted(runs: &[Run], next: &mut usize, width: usize) -> Self {
        let first = *next;
        *next += runs.len();
        Self::new(runs, Some(first), width)
    }

    /// The pieces of one of its lines, and how many cells they take.
    fn pieces(&self, line: usize, block: usize) -> (Vec<Piece>, usize) {
        let Some(range) = self.lines.get(line).cloned() else { return (Vec::new(), 0) };
        let width = printed_width(&self.flow.text[range.clone()]);
        let pieces = match self.first {
            Some(first) => self.flow.pieces(range, block, first),
            None => vec![Piece { block, run: Piece::NO_RUN, text: self.flow.text[range].to_owned() }],
        };
        (pieces, width)
    }
}

/// As wide as on paper, and wider where narrow letters make a longer line.
fn columns(table: &Table, widths: &[usize], rows: &[Vec<Cell>]) -> Vec<Column> {
    let mut columns: Vec<Column> = widths
        .iter()
        .enumerate()
        .map(|(at, twips)| Column {
            cells: twips.saturating_sub(Table::MARGINS) / CELL,
            align: table.aligns.get(at).copied().unwrap_or_default(),
        })
        .collect();
    for row in rows {
        for (column, cell) in columns.iter_mut().zip(row) {
            let widest = cell.lines.iter().map(|range| printed_width(&cell.flow.text[range.clone()])).max();
            column.cells = column.cells.max(widest.unwrap_or(0));
        }
    }
    columns
}

fn row(cells: &[Cell], breaks: bool, block: usize, columns: &[Column]) -> Row {
    let high = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(1);
    let lines = (0..high).map(|line| beside(cells, line, block, columns)).collect();
    Row { lines, height: high * LINE + BORDER, breaks }
}

/// One line of all cells side by side.
fn beside(cells: &[Cell], line: usize, block: usize, columns: &[Column]) -> Line {
    let mut pieces = Vec::new();
    // What is empty between two texts is one piece.
    let mut between = String::new();
    for (at, column) in columns.iter().enumerate() {
        if at > 0 {
            between.push_str(BETWEEN);
        }
        let (own, width) = cells.get(at).map_or_else(Default::default, |cell| cell.pieces(line, block));
        let free = column.cells.saturating_sub(width);
        let is_head = cells.get(at).is_some_and(|cell| cell.first.is_none());
        let before = match column.align {
            _ if is_head => free / 2,
            Align::Left => 0,
            Align::Centre => free / 2,
            Align::Right => free,
        };
        between.push_str(&" ".repeat(before));
        if !own.is_empty() {
            pieces.extend(none(&mut between, block));
            pieces.extend(own);
        }
        between.push_str(&" ".repeat(free - before));
    }
    between.truncate(between.trim_end().len());
    pieces.extend(none(&mut between, block));
    Line { indent: 0, pieces }
}

/// What was collected between two texts as a piece of no run.
fn none(between: &mut String, block: usize) -> Option<Piece> {
    let text = std::mem::take(between);
    (!text.is_empty()).then_some(Piece { block, run: Piece::NO_RUN, text })
}
