//! Where the cursor can stand on the report's pages: its figures and blanks, in printed order.

use crate::document::{Block, Document, Run, Source};
use crate::layout::Page;

/// A figure or blank on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Page, from 0.
    pub page: usize,
    /// Line on the page, from 0.
    pub line: usize,
    /// Index of the block in the document.
    pub block: usize,
    /// Index of the run in its paragraph.
    pub run: usize,
}

/// The run a piece of a page shows; tables have none to stop at.
pub fn run_of(document: &Document, block: usize, run: usize) -> Option<&Run> {
    match document.blocks.get(block)? {
        Block::Paragraph(paragraph) => paragraph.runs.get(run),
        Block::Table(_) | Block::Picture(_) | Block::Part(_) => None,
    }
}

/// All stops of the document, each once, where it begins.
pub fn stops(document: &Document, pages: &[Page]) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for (page, one) in pages.iter().enumerate() {
        for (line, row) in one.lines.iter().enumerate() {
            for piece in &row.pieces {
                let stop = Stop { page, line, block: piece.block, run: piece.run };
                let begun = stops.last().is_some_and(|last| (last.block, last.run) == (stop.block, stop.run));
                if !begun && run_of(document, stop.block, stop.run).is_some_and(is_stop) {
                    stops.push(stop);
                }
            }
        }
    }
    stops
}

fn is_stop(run: &Run) -> bool {
    run.blank || matches!(run.source, Source::Token { .. })
}

/// The stop nearest to a line of a page, to go to when the page is turned.
pub fn nearest(stops: &[Stop], page: usize, line: usize) -> Option<usize> {
    let far = |stop: &Stop| stop.page.abs_diff(page) * 1000 + stop.line.abs_diff(line);
    (0..stops.len()).min_by_key(|&at| far(&stops[at]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(page: usize, line: usize) -> Stop {
        Stop { page, line, block: 0, run: 0 }
    }

    #[test]
    fn the_nearest_stop_is_on_the_page_if_it_has_one() {
        let stops = [at(0, 21), at(1, 20), at(2, 0)];
        assert_eq!(nearest(&stops, 1, 0), Some(1));
        assert_eq!(nearest(&[], 1, 0), None);
    }
}
