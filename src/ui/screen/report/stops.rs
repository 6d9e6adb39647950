//! Where the cursor can stand on the report's pages: its figures and blanks, what findings are about, and in tables all
//! that is not the program's own; in printed order.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

use crate::document::{Block, Document, Paragraph, Role, Run, Source};
use crate::id::PassageId;
use crate::layout::{Page, Piece};
use crate::session::RunAt;
use crate::text::printed_width;

/// A figure, a blank or something else to stop at on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Page, from 0.
    pub page: usize,
    /// Line on the page, from 0.
    pub line: usize,
    /// Cell of the line, from 0.
    pub column: usize,
    /// Index of the block in the document.
    pub block: usize,
    /// Index of the run in its paragraph, or among all runs of its table.
    pub run: usize,
    /// It is a blank of the report itself; those of its annexes are told there again.
    pub blank: bool,
}

/// Where the runs of tables are: row, cell, and place in the cell, so that each is found at once.
#[derive(Debug, Default)]
pub struct Tables(BTreeMap<usize, Vec<[usize; 3]>>);

impl Tables {
    /// Looks through the tables of a document.
    pub fn of(document: &Document) -> Self {
        let tables = document.blocks.iter().enumerate().filter_map(|(at, block)| match block {
            Block::Table(table) => Some((at, places(&table.rows))),
            Block::Paragraph(_) | Block::Picture(_) | Block::Part(_) => None,
        });
        Self(tables.collect())
    }

    /// The run that a piece of a page shows; what stands between the runs of a table is none.
    pub fn run<'a>(&self, document: &'a Document, block: usize, run: usize) -> Option<&'a Run> {
        match document.blocks.get(block)? {
            Block::Paragraph(paragraph) => paragraph.runs.get(run),
            Block::Table(table) => {
                let [row, cell, at] = *self.0.get(&block)?.get(run)?;
                table.rows.get(row)?.get(cell)?.get(at)
            }
            Block::Picture(_) | Block::Part(_) => None,
        }
    }
}

fn places(rows: &[Vec<Vec<Run>>]) -> Vec<[usize; 3]> {
    let mut places = Vec::new();
    for (row, cells) in rows.iter().enumerate() {
        for (cell, runs) in cells.iter().enumerate() {
            places.extend((0..runs.len()).map(|at| [row, cell, at]));
        }
    }
    places
}

/// All stops of the document, each once, where it begins; `marks` are runs that findings are about.
pub fn stops(document: &Document, tables: &Tables, pages: &[Page], marks: &BTreeSet<RunAt>) -> Vec<Stop> {
    let annexes = document.annexes();
    let is_own = |block: usize| block < annexes && !is_note(&document.blocks[block]);
    let mut stops: Vec<Stop> = Vec::new();
    // The cells of a row stand side by side: a run comes again on each of its lines.
    let mut begun = HashSet::new();
    for (page, one) in pages.iter().enumerate() {
        for (line, row) in one.lines.iter().enumerate() {
            let mut column = row.indent;
            for piece in &row.pieces {
                let here = column;
                column += printed_width(&piece.text);
                let (block, at) = (piece.block, piece.run);
                let Some(run) = tables.run(document, block, at) else { continue };
                if is_wanted(document, piece, run, marks) && begun.insert((block, at)) {
                    let blank = run.blank && is_own(block);
                    stops.push(Stop { page, line, column: here, block, run: at, blank });
                }
            }
        }
    }
    stops
}

fn is_wanted(document: &Document, piece: &Piece, run: &Run, marks: &BTreeSet<RunAt>) -> bool {
    let is_cell = matches!(document.blocks.get(piece.block), Some(Block::Table(_))) && run.source != Source::Program;
    is_stop(run) || is_cell || marks.contains(&(piece.block, piece.run)) || is_head(document, piece)
}

/// Whether a block announces an annex.
const fn is_note(block: &Block) -> bool {
    matches!(block, Block::Paragraph(Paragraph { role: Role::AnnexNote { .. }, .. }))
}

const fn is_stop(run: &Run) -> bool {
    run.blank || matches!(run.source, Source::Token { .. })
}

/// Whether a piece shows the first of the user's own words in a paragraph that has nothing else to stop at.
fn is_head(document: &Document, piece: &Piece) -> bool {
    let Some(Block::Paragraph(paragraph)) = document.blocks.get(piece.block) else { return false };
    let own = |run: &Run| matches!(run.source, Source::Passage(..) | Source::Item(_));
    !paragraph.runs.iter().any(is_stop) && paragraph.runs.iter().position(own) == Some(piece.run)
}

/// Page and line where a passage, or anything that hangs in its text, prints first.
pub fn of_passage(document: &Document, tables: &Tables, pages: &[Page], passage: &PassageId) -> Option<(usize, usize)> {
    let is_of = |run: &Run| match &run.source {
        Source::Passage(id, _) | Source::Token { passage: Some(id), .. } => id == passage,
        _ => false,
    };
    pages.iter().enumerate().find_map(|(page, one)| {
        let shows = |piece: &Piece| tables.run(document, piece.block, piece.run).is_some_and(is_of);
        let line = one.lines.iter().position(|line| line.pieces.iter().any(shows))?;
        Some((page, line))
    })
}

/// The stop nearest to a line of a page, to go to when the page is turned; the first of those on one line.
pub fn nearest(stops: &[Stop], page: usize, line: usize) -> Option<usize> {
    let far = |at: &usize| {
        let stop = &stops[*at];
        stop.page.abs_diff(page) * 1000 + stop.line.abs_diff(line)
    };
    let after = stops.partition_point(|stop| (stop.page, stop.line) < (page, line));
    let before = after.checked_sub(1).map(|last| on_line(stops, last).start);
    before.into_iter().chain((after < stops.len()).then_some(after)).min_by_key(far)
}

/// All stops on the line of the stop `at`.
pub fn on_line(stops: &[Stop], at: usize) -> Range<usize> {
    let place = |stop: &Stop| (stop.page, stop.line);
    let here = place(&stops[at]);
    stops.partition_point(|stop| place(stop) < here)..stops.partition_point(|stop| place(stop) <= here)
}

/// What a stop is, whatever page it stands on: its source, and the how-manieth of that source it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchor {
    source: Source,
    nth: usize,
}

impl Anchor {
    /// What the stop `at` is.
    pub fn of(document: &Document, tables: &Tables, stops: &[Stop], at: usize) -> Option<Self> {
        let source = |stop: &Stop| tables.run(document, stop.block, stop.run).map(|run| &run.source);
        let own = source(stops.get(at)?)?;
        let nth = stops[..at].iter().filter(|stop| source(stop).is_some_and(|other| is_same(own, other))).count();
        Some(Self { source: own.clone(), nth })
    }

    /// Where it stands now; of several of its source that became fewer, the last.
    pub fn find(&self, document: &Document, tables: &Tables, stops: &[Stop]) -> Option<usize> {
        let run = |at: &usize| tables.run(document, stops[*at].block, stops[*at].run);
        let same = |at: &usize| run(at).is_some_and(|run| is_same(&self.source, &run.source));
        (0..stops.len()).filter(same).take(self.nth + 1).last()
    }
}

/// Whether two runs come from one place; the items behind a figure may have changed.
fn is_same(one: &Source, other: &Source) -> bool {
    match (one, other) {
        (Source::Token { passage, item, name, .. }, Source::Token { passage: on, item: of, name: called, .. }) => {
            (passage, item, name) == (on, of, called)
        }
        (Source::Passage(one, _), Source::Passage(other, _)) => one == other,
        (one, other) => one == other,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::document::{FigureSource, Meta, Table};
    use crate::layout;
    use crate::model::Profile;

    fn at(page: usize, line: usize) -> Stop {
        Stop { page, line, column: 0, block: 0, run: 0, blank: false }
    }

    fn figure(name: &str, text: &str) -> Run {
        let figure = FigureSource::Calendar;
        Run::plain(text, Source::Token { passage: None, item: None, name: name.into(), figure })
    }

    fn document(runs: Vec<Run>) -> Document {
        let date = NaiveDate::from_ymd_opt(2022, 12, 31).expect("a day");
        let meta = Meta { title: String::new(), author: String::new(), date };
        let rows = vec![vec![vec![Run::plain("甲", Source::Program)], vec![figure("表中", "7")]]];
        let table = Table { widths: vec![1, 1], aligns: vec![], header: vec!["一".into(), "二".into()], rows };
        let blocks = vec![Block::Paragraph(Paragraph { role: Role::Body, runs }), Block::Table(table)];
        Document { meta, blocks }
    }

    #[test]
    fn the_nearest_stop_is_on_the_page_if_it_has_one() {
        let stops = [at(0, 21), at(1, 20), at(2, 0)];
        assert_eq!(nearest(&stops, 1, 0), Some(1));
        assert_eq!(nearest(&stops, 2, 9), Some(2));
        assert_eq!(nearest(&stops, 0, 0), Some(0));
        assert_eq!(nearest(&[at(0, 3), at(0, 3), at(5, 0)], 1, 0), Some(0), "the first of its line");
        assert_eq!(nearest(&[], 1, 0), None);
    }

    #[test]
    fn what_a_finding_is_about_is_a_stop_and_a_cell_that_is_wrapped_is_one() {
        let mut document = document(vec![figure("次数", "3"), Run::plain("次", Source::Program)]);
        let Block::Table(table) = &mut document.blocks[1] else { panic!("a table") };
        table.rows[0][0] = vec![figure("甲", &"甲".repeat(60))];
        let tables = Tables::of(&document);
        let pages = layout::pages(&document, &Profile::default());
        let found = stops(&document, &tables, &pages, &BTreeSet::from([(0, 1)]));
        let runs: Vec<RunAt> = found.iter().map(|stop| (stop.block, stop.run)).collect();
        assert_eq!(runs, [(0, 0), (0, 1), (1, 0), (1, 1)]);
    }

    #[test]
    fn a_blank_of_an_annex_is_none_of_the_report() {
        let mut document = document(vec![Run::blank(Source::Program)]);
        document.blocks.push(Block::Part(crate::document::Orientation::Portrait));
        document.blocks.push(document.blocks[0].clone());
        let pages = layout::pages(&document, &Profile::default());
        let found = stops(&document, &Tables::of(&document), &pages, &BTreeSet::new());
        assert_eq!(found.iter().map(|stop| stop.blank).collect::<Vec<_>>(), [true, false, false]);
    }

    #[test]
    fn the_figures_of_tables_are_stops_too() {
        let document = document(vec![figure("次数", "3")]);
        let tables = Tables::of(&document);
        let stops = stops(&document, &tables, &layout::pages(&document, &Profile::default()), &BTreeSet::new());
        let texts: Vec<&str> = stops
            .iter()
            .filter_map(|stop| tables.run(&document, stop.block, stop.run))
            .map(|run| run.text.as_str())
            .collect();
        assert_eq!(texts, ["3", "7"]);
        assert!(stops[1].column > stops[0].column, "it stands in the second column");
    }

    #[test]
    fn a_stop_is_found_again_after_the_text_before_it_has_grown() {
        let old = document(vec![figure("次数", "3"), Run::plain("次", Source::Program), figure("次数", "3")]);
        let long = Run::plain("汉".repeat(700), Source::Program);
        let new = document(vec![long, figure("人数", "9"), figure("次数", "4"), figure("次数", "4")]);
        let look = |document: &Document| {
            let tables = Tables::of(document);
            let pages = layout::pages(document, &Profile::default());
            let stops = stops(document, &tables, &pages, &BTreeSet::new());
            (tables, stops)
        };
        let (tables, stops) = look(&old);
        let anchor = Anchor::of(&old, &tables, &stops, 1).expect("a stop");
        let (tables, stops) = look(&new);
        assert_eq!(anchor.find(&new, &tables, &stops), Some(2));
        let (tables, stops) = look(&document(vec![]));
        assert_eq!(anchor.find(&document(vec![]), &tables, &stops), None);
    }
}
