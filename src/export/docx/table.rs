//! A table: six borders, columns by parts of the text width, a header row that the XML step makes repeat.

use docx_rs::{
    Paragraph, Table as DocxTable, TableBorder, TableBorderPosition, TableBorders, TableCell, TableLayoutType,
    TableRow, VAlignType, WidthType,
};

use super::runs;
use crate::document::{Face, Run, Source, Table};

/// Makes the table, `width` twips wide; `None` when it has no columns.
pub(super) fn table(table: &Table, width: usize) -> Option<DocxTable> {
    let grid = table.column_widths(width);
    if grid.is_empty() {
        return None;
    }
    let head = table.header.iter().map(|text| vec![head_run(text)]).collect::<Vec<_>>();
    let rows = std::iter::once(row(&head, &grid, "TableHead"))
        .chain(table.rows.iter().map(|cells| row(cells, &grid, "TableCell")))
        .collect();
    let made = DocxTable::new(rows).set_borders(borders()).layout(TableLayoutType::Fixed);
    Some(made.width(width, WidthType::Dxa).set_grid(grid))
}

/// A text of the header as a run.
fn head_run(text: &str) -> Run {
    Run { text: text.to_owned(), face: Face::Plain, blank: false, source: Source::Program }
}

/// One row; missing cells are empty.
fn row(cells: &[Vec<Run>], grid: &[usize], style: &str) -> TableRow {
    let cell = |(column, width): (usize, &usize)| {
        let runs = cells.get(column).map(Vec::as_slice).unwrap_or_default();
        let paragraph = runs::plain(runs).into_iter().fold(Paragraph::new().style(style), Paragraph::add_run);
        TableCell::new().width(*width, WidthType::Dxa).vertical_align(VAlignType::Center).add_paragraph(paragraph)
    };
    TableRow::new(grid.iter().enumerate().map(cell).collect()).cant_split()
}

/// Half a point of black on all six sides.
fn borders() -> TableBorders {
    [
        TableBorderPosition::Top,
        TableBorderPosition::Left,
        TableBorderPosition::Bottom,
        TableBorderPosition::Right,
        TableBorderPosition::InsideH,
        TableBorderPosition::InsideV,
    ]
    .into_iter()
    .fold(TableBorders::new(), |borders, side| borders.set(TableBorder::new(side).size(4).color("000000")))
}
