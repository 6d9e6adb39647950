//! A table: six borders, columns by parts of the text width, a header row that repeats on each page.
//!
//! Its XML is written as it is, in the order of the schema: annexes have tens of thousands of cells, and docx-rs takes
//! fifteen times as long for one.

use std::fmt::Write;

use super::media::Media;
use super::xml::push_text;
use crate::document::{Align, Face, Run, Source, Table};

/// What stands before the rows: the width in braces.
const HEAD: &str = include_str!("parts/table_head.xml");

/// A table in the making.
struct Writing<'a> {
    xml: String,
    table: &'a Table,
    grid: Vec<usize>,
    media: &'a mut Media,
    highlight: bool,
}

/// Writes the table, `width` twips wide; nothing when it has no columns.
pub(super) fn table(table: &Table, width: usize, highlight: bool, media: &mut Media) -> Option<String> {
    let grid = table.column_widths(width);
    if grid.is_empty() {
        return None;
    }
    let mut xml = HEAD.replace("{width}", &width.to_string());
    for column in &grid {
        put(&mut xml, format_args!("<w:gridCol w:w=\"{column}\"/>"));
    }
    xml.push_str("</w:tblGrid>");
    let mut writing = Writing { xml, table, grid, media, highlight };
    writing.head();
    for row in &table.rows {
        writing.row(row);
    }
    writing.xml.push_str("</w:tbl>");
    Some(writing.xml)
}

impl Writing<'_> {
    fn head(&mut self) {
        self.xml.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for column in 0..self.grid.len() {
            let text = self.table.header.get(column).map(String::as_str).unwrap_or_default();
            self.cell(column, "TableHead", &[Run::plain(text, Source::Program)]);
        }
        self.xml.push_str("</w:tr>");
    }

    /// One row; missing cells are empty.
    fn row(&mut self, cells: &[Vec<Run>]) {
        let breaks = Table::breaks(cells, &self.grid);
        self.xml.push_str(if breaks { "<w:tr>" } else { "<w:tr><w:trPr><w:cantSplit/></w:trPr>" });
        for column in 0..self.grid.len() {
            let runs = cells.get(column).map(Vec::as_slice).unwrap_or_default();
            let style = match self.table.aligns.get(column) {
                _ if runs.iter().any(|run| matches!(run.face, Face::Bar(_))) => "TableBar",
                Some(Align::Centre) => "TableCentre",
                Some(Align::Right) => "TableRight",
                Some(Align::Left) | None => "TableCell",
            };
            self.cell(column, style, runs);
        }
        self.xml.push_str("</w:tr>");
    }

    fn cell(&mut self, column: usize, style: &str, runs: &[Run]) {
        let width = self.grid[column];
        let open = format_args!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>\
             <w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>"
        );
        put(&mut self.xml, open);
        for run in runs.iter().filter(|run| !run.text.is_empty()) {
            match run.face {
                Face::Bar(bar) => {
                    let shown = self.media.bar(bar, &run.text, width.saturating_sub(Table::MARGINS));
                    self.xml.push_str(&shown);
                }
                Face::Plain | Face::RunIn => self.run(run),
            }
        }
        self.xml.push_str("</w:p></w:tc>");
    }

    /// One run; its line ends become breaks, a blank is highlighted.
    fn run(&mut self, run: &Run) {
        self.xml.push_str("<w:r><w:rPr>");
        if run.face == Face::RunIn {
            self.xml.push_str("<w:rStyle w:val=\"RunIn\"/>");
        }
        self.xml.push_str("<w:rFonts w:hint=\"eastAsia\"/>");
        if run.blank && self.highlight {
            self.xml.push_str("<w:highlight w:val=\"yellow\"/>");
        }
        self.xml.push_str("</w:rPr>");
        for (line, part) in run.text.split('\n').enumerate() {
            self.xml.push_str(if line > 0 {
                "<w:br/><w:t xml:space=\"preserve\">"
            } else {
                "<w:t xml:space=\"preserve\">"
            });
            push_text(&mut self.xml, part);
            self.xml.push_str("</w:t>");
        }
        self.xml.push_str("</w:r>");
    }
}

/// Adds to the text in memory, which takes all.
fn put(xml: &mut String, words: std::fmt::Arguments<'_>) {
    xml.write_fmt(words).expect("memory takes all");
}
