//! A block of cells that was pasted, as it is about to go into a grid: which of its columns goes where.

use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};

use crate::entry::CommonField;
use crate::import::{self, Cell, Table};
use crate::lang::Lang;
use crate::model::FieldType;
use crate::text::fold_heading;
use crate::ui::form::Field;

/// Rows that one paste may bring.
const MOST: usize = 2000;

/// The day that spreadsheets count from, and the numbers of days from 2000 to 2099: others are no dates.
const FIRST: NaiveDate = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day");
const SERIALS: RangeInclusive<u64> = 36_526..=73_050;

/// A pasted block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The texts, row by row, each as wide as the widest.
    cells: Vec<Vec<String>>,
    /// The headings, where the first row was one.
    pub headings: Option<Vec<String>>,
    /// For each column of the block, the grid's column it goes into; none: nowhere.
    pub targets: Vec<Option<usize>>,
}

impl Block {
    /// Reads pasted text as a spreadsheet copies it. Columns go where their headings say; without headings, one after
    /// the other from the grid's column `from`.
    pub fn read(text: &str, columns: &[Field], from: usize, lang: Lang) -> Option<Self> {
        let table = import::read(text.as_bytes(), None, &|_| true).ok()?.table;
        let width = table.rows.iter().flat_map(|row| row.cells().map(|(at, _)| at + 1)).max()?;
        let mut cells: Vec<Vec<String>> = rows(&table, width);
        let named = |heading: &String| {
            let folded = fold_heading(heading);
            columns.iter().position(|field| fold_heading(field.name(lang)) == folded || field.id() == folded)
        };
        let known: Vec<Option<usize>> = cells[0].iter().map(named).collect();
        let is_heading = known.iter().flatten().count() * 2 >= cells[0].iter().filter(|cell| !cell.is_empty()).count();
        let headings = is_heading.then(|| cells.remove(0));
        let in_order = || (0..width).map(|at| Some(from + at).filter(|at| *at < columns.len())).collect();
        let targets = if headings.is_some() { known } else { in_order() };
        (!cells.is_empty()).then_some(Self { cells, headings, targets })
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// What a column is called: its heading, else its number.
    pub fn heading(&self, column: usize, lang: Lang) -> String {
        let heading = self.headings.as_ref().map(|headings| headings[column].clone());
        heading.filter(|heading| !heading.is_empty()).unwrap_or_else(|| lang.grid_paste_column(column + 1))
    }

    /// What the first row holds in a column.
    pub fn sample(&self, column: usize) -> &str {
        &self.cells[0][column]
    }

    /// The rows as they go into the grid; where the block has nothing, what a row begins with.
    pub(super) fn rows(&self, begun: &[String], columns: &[Field]) -> Vec<Vec<String>> {
        let row = |cells: &Vec<String>| {
            let mut row = begun.to_vec();
            for (text, to) in cells.iter().zip(&self.targets) {
                if let Some(to) = to.filter(|_| !text.is_empty()) {
                    row[to] = if is_date(&columns[to]) { dated(text) } else { text.clone() };
                }
            }
            row
        };
        self.cells.iter().map(row).collect()
    }
}

fn is_date(field: &Field) -> bool {
    match field {
        Field::Common(common) => *common == CommonField::When,
        Field::Own(spec) => spec.holds == FieldType::When,
        Field::Name(_) => false,
    }
}

/// A date as it was copied; the number of a day, as spreadsheets count them, as that day.
fn dated(text: &str) -> String {
    let serial = text.parse().ok().filter(|serial| SERIALS.contains(serial));
    let day = serial.and_then(|serial: u64| FIRST.checked_add_days(Days::new(serial)));
    day.map_or_else(|| text.to_owned(), |day| day.to_string())
}

/// The texts of the table's rows that hold something, a cell a column.
fn rows(table: &Table, width: usize) -> Vec<Vec<String>> {
    let text = |cell: Option<&Cell>| cell.and_then(Cell::text).unwrap_or_default().trim().to_owned();
    let row = |row: &import::Row| (0..width).map(|at| text(row.cell(at))).collect();
    table.rows.iter().take(MOST).map(row).collect()
}
