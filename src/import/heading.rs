//! The row of headings: found below captions, joined with a second one where groups have headings of their own.

use super::cell::Cell;
use super::error::ImportError;
use super::table::{Row, Table};
use crate::text::fold_heading;

/// Rows among which the headings are looked for: captions and instructions stand above them.
const LOOK: usize = 30;

/// The headings of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headings {
    /// The columns that have one, counted from 0, from left to right.
    pub columns: Vec<(usize, String)>,
    /// The first row below them, counted from 0 among the table's rows.
    first: usize,
}

impl Table {
    /// Finds the headings: the row with the most of those that `is_known`, else the first that could be one.
    ///
    /// # Errors
    /// There is none, or nothing stands below it.
    pub fn headings(&self, is_known: impl Fn(&str) -> bool) -> Result<Headings, ImportError> {
        if self.rows.is_empty() {
            return Err(ImportError::Empty);
        }
        let known = |row: &Row| row.cells().filter_map(|(_, cell)| cell.text()).filter(|text| is_known(text)).count();
        let top = &self.rows[..self.rows.len().min(LOOK)];
        let best = top.iter().enumerate().rev().max_by_key(|(_, row)| known(row)).filter(|(_, row)| known(row) > 0);
        let could_be = || top.iter().enumerate().find(|(_, row)| row.cells().count() > 1 && row.cells().all(is_word));
        let (at, upper) = best.or_else(could_be).ok_or(ImportError::NoHeadings)?;
        let lower = self.rows.get(at + 1).filter(|lower| is_second(upper, lower, &is_known));
        let first = at + 1 + usize::from(lower.is_some());
        if first == self.rows.len() {
            return Err(ImportError::NoRows);
        }
        let columns = lower.map_or_else(|| texts(upper), |lower| joined(upper, lower, &is_known));
        Ok(Headings { columns, first })
    }

    /// The rows below the headings, without those that repeat them at the top of a printed page.
    pub fn below<'a>(&'a self, headings: &'a Headings) -> impl Iterator<Item = &'a Row> {
        let says = |row: &Row, column: usize| row.cell(column).and_then(Cell::text).map(fold_heading);
        let repeats = move |row: &&Row| {
            headings.columns.len() > 1
                && headings.columns.iter().all(|(column, text)| says(row, *column) == Some(fold_heading(text)))
        };
        self.rows[headings.first..].iter().filter(move |row| !repeats(row))
    }
}

/// Whether a cell could be a heading: a word without digits.
fn is_word((_, cell): (usize, &Cell)) -> bool {
    cell.text().is_some_and(|text| !text.contains(|c: char| c.is_ascii_digit()))
}

fn texts(row: &Row) -> Vec<(usize, String)> {
    row.cells().filter_map(|(column, cell)| Some((column, cell.text()?.trim().to_owned()))).collect()
}

/// The cells of `lower` that say something else than those above them; a merged heading says the same twice.
fn fresh<'a>(upper: &'a Row, lower: &'a Row) -> impl Iterator<Item = (usize, &'a Cell)> {
    lower.cells().filter(|(column, cell)| upper.cell(*column) != Some(cell))
}

/// Whether `lower` holds the headings of groups that `upper` names, or says the same in another language.
fn is_second(upper: &Row, lower: &Row, is_known: &impl Fn(&str) -> bool) -> bool {
    let known = |(_, cell): (usize, &Cell)| cell.text().is_some_and(is_known);
    let is_grouped = |(column, cell): (usize, &Cell)| upper.cell(column).is_none() || known((column, cell));
    let leftmost = upper.cells().find(|cell| known(*cell)).map(|(column, _)| column);
    let is_item = fresh(upper, lower).any(|(column, _)| Some(column) == leftmost);
    let are_words = fresh(upper, lower).all(is_word) && fresh(upper, lower).count() > 0;
    let are_known = fresh(upper, lower).all(known) && fresh(upper, lower).count() > 1;
    are_words && (are_known || !is_item && fresh(upper, lower).any(is_grouped))
}

/// The headings of both rows: a lower one by itself where that is known, else after the name of its group.
fn joined(upper: &Row, lower: &Row, is_known: &impl Fn(&str) -> bool) -> Vec<(usize, String)> {
    let below: Vec<(usize, String)> =
        fresh(upper, lower).filter_map(|(column, cell)| Some((column, cell.text()?.trim().to_owned()))).collect();
    let alone = texts(upper).into_iter().filter(|(column, _)| below.iter().all(|(other, _)| other != column));
    let named = below.iter().map(|(column, text)| {
        let group = texts(upper).into_iter().rev().find(|(other, _)| other <= column).map(|(_, group)| group);
        let whole = format!("{}{text}", group.unwrap_or_default());
        (*column, if !is_known(&whole) && is_known(text) { text.clone() } else { whole })
    });
    let mut all: Vec<(usize, String)> = alone.chain(named).collect();
    all.sort_by_key(|(column, _)| *column);
    all
}

#[cfg(test)]
mod tests {
    use super::super::separated;
    use super::*;

    fn known(text: &str) -> bool {
        ["日期", "标题", "地点", "应到", "title", "date"].contains(&fold_heading(text).as_str())
    }

    /// The headings, and the numbers of the rows below them.
    fn found(text: &str) -> (Vec<String>, Vec<usize>) {
        let table = separated::read(text, &|_| true).expect("rows");
        let headings = table.headings(known).expect("headings");
        let below = table.below(&headings).map(|row| row.number).collect();
        (headings.columns.into_iter().map(|(_, text)| text).collect(), below)
    }

    fn fails(text: &str) -> ImportError {
        separated::read(text, &|_| true).expect("rows").headings(known).expect_err("no headings")
    }

    #[test]
    fn headings_stand_below_captions() {
        let (headings, below) = found("2022年活动台账\n填表人：李,,\n序号,日期,标题 *\n1,12-20,甲\n");
        assert_eq!((headings, below), (vec!["序号".into(), "日期".into(), "标题 *".into()], vec![4]));
    }

    #[test]
    fn groups_with_headings_of_their_own_are_joined() {
        let (headings, below) = found("日期,标题,人数,\n,,应到,缺席\n12-20,甲,3,1\n");
        assert_eq!((headings, below), (["日期", "标题", "应到", "人数缺席"].map(String::from).to_vec(), vec![3]));
        let (headings, below) = found("日期,标题\ndate,title\n12-20,甲\n");
        assert_eq!((headings.len(), below), (2, vec![3]));
    }

    #[test]
    fn an_item_without_a_date_is_no_second_row_of_headings() {
        assert_eq!(found("日期,标题,地点\n,演出,文化站\n").1, [2]);
    }

    #[test]
    fn headings_that_are_repeated_on_each_page_are_left_out() {
        assert_eq!(found("日期,标题\n12-20,甲\n日期,标题\n12-21,乙\n").1, [2, 4]);
    }

    #[test]
    fn unknown_headings_are_taken_where_words_stand_together() {
        assert_eq!(found("台账\n何时,何事\n12-20,甲\n").0, ["何时", "何事"]);
    }

    #[test]
    fn what_has_no_headings_or_nothing_below_them_is_told() {
        assert_eq!(fails("\n \n"), ImportError::Empty);
        assert_eq!(fails("12-20,甲1\n12-21,乙2\n"), ImportError::NoHeadings);
        assert_eq!(fails("日期,标题\n"), ImportError::NoRows);
    }
}
