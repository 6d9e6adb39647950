//! Lists of items: 活动一览表, 稿件目录, 荣誉, 制度文件.

use super::cells::{ItemCells, listed};
use crate::document::Run;
use crate::model::Annex;
use crate::report::desk::Desk;

/// A row for each item, by date.
pub(super) fn rows(desk: &Desk<'_>, annex: &Annex) -> Vec<Vec<Vec<Run>>> {
    let mut cells = ItemCells::new(desk, &annex.columns);
    let mut row = |(item, number)| (0..annex.columns.len()).map(|at| cells.cell(item, at, number)).collect();
    listed(desk, annex).into_iter().zip(1..).map(&mut row).collect()
}
