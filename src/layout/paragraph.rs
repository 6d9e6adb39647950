//! A paragraph → its lines: indents by role, pieces by run.

use std::ops::Range;

use super::breaking::{self, Measure};
use super::paging::Sheet;
use super::{Line, Piece};
use crate::document::{Document, Paragraph, Role, Ruler, Run};
use crate::text::{TypeSize, balance, printable, printed_width};

/// A character of indent: 160 twips a cell.
const CELL: usize = 160;
/// Lengths on the screen, in cells.
const CELLS: Ruler = Ruler { character: 2, width: printed_width };

/// The text of a paragraph as it prints, and where its runs lie in it.
pub(super) struct Flow {
    pub text: String,
    /// The byte after each run.
    ends: Vec<usize>,
    /// The bytes where the look changes.
    seams: Vec<usize>,
}

impl Flow {
    pub(super) fn new(runs: &[Run]) -> Self {
        let mut text = String::new();
        let mut ends = Vec::with_capacity(runs.len());
        let mut seams = Vec::new();
        let mut look = None;
        for run in runs {
            if look.replace((run.face, run.blank)).is_some_and(|look| look != (run.face, run.blank)) {
                seams.push(text.len());
            }
            text.push_str(&printable(&run.text));
            ends.push(text.len());
        }
        Self { text, ends, seams }
    }

    /// The stretches of the runs in `range`; the first run is number `first` of its block.
    pub(super) fn pieces(&self, range: Range<usize>, block: usize, first: usize) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut at = range.start;
        let mut run = self.ends.partition_point(|end| *end <= at);
        while at < range.end {
            let end = self.ends[run].min(range.end);
            if end > at {
                pieces.push(Piece { block, run: first + run, text: self.text[at..end].to_owned() });
            }
            (at, run) = (end, run + 1);
        }
        pieces
    }
}

/// The lines of the paragraph at `at`.
pub(super) fn lines(document: &Document, at: usize, paragraph: &Paragraph, sheet: Sheet) -> Vec<Line> {
    let flow = Flow::new(&paragraph.runs);
    let ranges = match paragraph.role {
        Role::Blank => return vec![Line::default()],
        Role::Title | Role::AnnexTitle => balance(&flow.text, sheet.width),
        role => breaking::lines(&flow.text, &flow.seams, measure(role, sheet)),
    };
    let cells = sheet.characters * 2;
    let free = document.free_at_right(at, CELLS);
    let indent = |line: usize, text: &str| match (paragraph.role, free) {
        (Role::Title | Role::AnnexTitle | Role::Caption, _) => cells.saturating_sub(printed_width(text)) / 2,
        (_, Some(free)) => cells.saturating_sub(free + printed_width(text)),
        (role, None) => indents(role)[usize::from(line > 0)],
    };
    let line = |(number, range): (usize, Range<usize>)| Line {
        indent: indent(number, &flow.text[range.clone()]),
        pieces: flow.pieces(range, at, 0),
    };
    ranges.into_iter().enumerate().map(line).collect()
}

/// Cells before the first line and before those that follow.
const fn indents(role: Role) -> [usize; 2] {
    match role {
        Role::Heading1 | Role::Heading2 | Role::Heading3 | Role::Body => [4, 0],
        Role::AnnexNote { first: true } => [4, 10],
        Role::AnnexNote { first: false } => [10, 10],
        _ => [0, 0],
    }
}

/// How wide the lines of a role are.
fn measure(role: Role, sheet: Sheet) -> Measure {
    let [first, rest] = indents(role).map(|cells| sheet.width.saturating_sub(cells * CELL));
    let size = if role == Role::Caption { TypeSize::CAPTION } else { sheet.size };
    Measure { size, first, rest }
}
