//! 核对表: every figure now and last year, its records, its state, room to sign.

use super::cells::figure_cell;
use crate::document::Run;
use crate::model::Annex;
use crate::report::desk::Desk;

/// A row for each figure, in the order of the template.
pub(super) fn rows(desk: &Desk<'_>, annex: &Annex) -> Vec<Vec<Vec<Run>>> {
    let row = |(indicator, number)| {
        annex.columns.iter().map(|column| figure_cell(desk, indicator, &column.shows, number)).collect()
    };
    desk.template.indicators.iter().zip(1..).map(row).collect()
}
