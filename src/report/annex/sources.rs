//! 来源: every figure and the records behind it.

use super::bars::{self, Counted};
use super::cells::{ItemCells, figure_cell, source};
use super::program;
use crate::document::Run;
use crate::id::EntryId;
use crate::model::{Annex, Chart, Indicator, Item, Shows};
use crate::query::{Figure, basis, by_date};
use crate::report::bits::text_of;
use crate::report::desk::Desk;
use crate::report::naming::entry_words;
use crate::report::veil;

/// For each figure that has anything behind it a row for each record; figure and value stand in the first. The numbers
/// of bars that go with the report follow.
pub(super) fn rows(desk: &Desk<'_>, annex: &Annex, all: &[&Annex]) -> Vec<Vec<Vec<Run>>> {
    let mut cells = ItemCells::new(desk, &annex.columns);
    let mut rows = Vec::new();
    for indicator in &desk.template.indicators {
        let begun = rows.len();
        let Some(figure) = desk.figure(&indicator.id) else { continue };
        if veil::hides(desk, indicator.private) {
            // How many records there are would tell the figure.
            rows.push(vec![Vec::new(); annex.columns.len()]);
        } else {
            let items = figure.items.iter().filter_map(|id| desk.ledger.items.get(id));
            for (item, number) in items.zip(1..) {
                rows.push((0..annex.columns.len()).map(|at| cells.cell(item, at, number)).collect());
            }
            rows.extend(said(desk, indicator, figure).map(|text| telling(annex, &text, indicator, figure)));
        }
        if let Some(first) = rows.get_mut(begun) {
            head(desk, annex, indicator, first);
        }
    }
    for (chart, bar) in all
        .iter()
        .flat_map(|one| bars::charts(desk, one))
        .flat_map(|(chart, bars)| bars.into_iter().map(move |bar| (chart, bar)))
    {
        rows.extend(of_bar(desk, annex, &mut cells, (chart, &bar)));
    }
    rows
}

/// A row for each item behind a bar; its name and number stand in the first.
fn of_bar(
    desk: &Desk<'_>,
    annex: &Annex,
    cells: &mut ItemCells<'_, '_>,
    (chart, bar): (&Chart, &Counted),
) -> Vec<Vec<Vec<Run>>> {
    let mut items: Vec<&Item> =
        bar.now.items.iter().filter_map(|id| desk.ledger.items.get(id)).map(AsRef::as_ref).collect();
    by_date(&mut items);
    let row = |(item, number)| (0..annex.columns.len()).map(|at| cells.cell(item, at, number)).collect();
    let mut rows: Vec<Vec<Vec<Run>>> = items.into_iter().zip(1..).map(row).collect();
    for (column, cell) in annex.columns.iter().zip(rows.first_mut().into_iter().flatten()) {
        match column.shows {
            Shows::Figure => *cell = [vec![program(format!("{}：", chart.title))], bar.name.clone()].concat(),
            Shows::Now => *cell = vec![bars::number(chart, &bar.now)],
            _ => {}
        }
    }
    rows
}

/// Puts figure and value into their cells.
fn head(desk: &Desk<'_>, annex: &Annex, indicator: &Indicator, row: &mut [Vec<Run>]) {
    for (column, cell) in annex.columns.iter().zip(row) {
        let told = figure_cell(desk, indicator, &column.shows, 1);
        if !told.is_empty() && column.shows != Shows::Number {
            *cell = told;
        }
    }
}

/// What stands behind a figure besides items: who reported, or what a number set by hand rests on.
fn said(desk: &Desk<'_>, indicator: &Indicator, figure: &Figure) -> Option<String> {
    let reported = (!figure.units.is_empty()).then(|| format!("报数：{}", names(desk, &figure.units)));
    let fixed = || {
        let basis = basis(desk.ledger, desk.year(), indicator)?;
        figure.value.is_some().then(|| format!("定数，依据：{basis}"))
    };
    reported.or_else(fixed)
}

fn names(desk: &Desk<'_>, units: &[EntryId]) -> String {
    let entries = units.iter().filter_map(|id| desk.ledger.entry(*id));
    entries.map(|entry| text_of(&entry_words(desk, entry))).collect::<Vec<_>>().join("、")
}

/// A row that tells what stands behind the figure in the column that names items.
fn telling(annex: &Annex, text: &str, indicator: &Indicator, figure: &Figure) -> Vec<Vec<Run>> {
    let widest =
        annex.columns.iter().filter(|column| matches!(column.shows, Shows::Text(_))).map(|column| column.width);
    let widest = widest.max();
    let said = || vec![Run::plain(text, source(indicator, Some(figure)))];
    annex.columns.iter().map(|column| if Some(column.width) == widest { said() } else { Vec::new() }).collect()
}
