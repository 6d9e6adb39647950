//! Where each line of a field stands: wrapped and scrolled for the room it has.

use std::ops::Range;

use super::{TextField, motion};
use crate::text::{Cells, wrap};

/// The lines of a field as they stand on the screen.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Cells of a line and lines that are shown; one cell more is kept for the cursor after the last character.
    width: usize,
    height: usize,
    cells: Cells,
    /// Byte ranges of the lines, in what is seen; empty: to be wrapped anew.
    lines: Vec<Range<usize>>,
    /// What is seen of a text with units, as it was wrapped.
    seen: String,
    /// The first line that is shown.
    top: usize,
    /// In a field of one line, the first byte that is shown.
    left: usize,
    /// The column that moving up and down keeps to.
    pub goal: Option<usize>,
    /// The cursor stands after the last character of its line, not before the first of the next.
    pub after_end: bool,
}

impl Layout {
    /// Takes note that the text is another.
    pub fn forget(&mut self, text: &str) {
        while !text.is_char_boundary(self.left.min(text.len())) {
            self.left -= 1;
        }
        self.lines.clear();
        self.goal = None;
        self.after_end = false;
    }
}

impl TextField {
    /// Wraps and scrolls for `width` × `height` cells, so that the cursor is to be seen.
    pub fn arrange(&mut self, width: u16, height: u16, cells: Cells) {
        let (width, height) = (usize::from(width).saturating_sub(1).max(1), usize::from(height).max(1));
        if (self.layout.width, self.layout.cells) != (width, cells) {
            self.layout.lines.clear();
        }
        (self.layout.width, self.layout.height, self.layout.cells) = (width, height, cells);
        self.lines();
        if self.many {
            let (line, _) = self.place();
            let lowest = (line + 1).saturating_sub(height);
            let last_top = self.layout.lines.len().saturating_sub(height);
            self.layout.top = self.layout.top.clamp(lowest, line).min(last_top);
        } else {
            self.scroll_sideways();
        }
    }

    /// Number of lines the text takes in the width it was last arranged for.
    pub fn height(&mut self) -> usize {
        self.lines().len()
    }

    /// What is seen of the text.
    pub(super) fn seen(&self) -> &str {
        if self.units.is_some() { &self.layout.seen } else { &self.text }
    }

    /// The byte of what is seen that the byte `at` of the text stands at.
    pub(super) fn to_seen(&self, at: usize) -> usize {
        self.units.as_ref().map_or(at, |units| units.to_shown(&self.text, at))
    }

    /// The byte of the text that is seen at `at`.
    fn to_text(&self, at: usize) -> usize {
        self.units.as_ref().map_or(at, |units| units.to_text(&self.text, at))
    }

    /// The byte ranges of the lines that are shown, in what is seen.
    pub(super) fn shown(&self) -> impl Iterator<Item = Range<usize>> {
        let left = if self.many { 0 } else { self.layout.left };
        let lines = self.layout.lines.iter().skip(self.layout.top).take(self.layout.height);
        lines.map(move |range| range.start.max(left.min(range.end))..range.end)
    }

    /// Where the cursor stands in what is shown: line, cells from its start.
    pub(super) fn shown_cursor(&self) -> (usize, usize) {
        if !self.many {
            let left = self.layout.left.min(self.cursor);
            return (0, self.layout.cells.width(&self.text[left..self.cursor]));
        }
        let (line, column) = self.place();
        (line.saturating_sub(self.layout.top), column)
    }

    /// Where the line of the cursor starts.
    pub(super) fn line_start(&mut self) -> usize {
        self.lines();
        if self.many { self.to_text(self.layout.lines[self.place().0].start) } else { 0 }
    }

    /// Where the line of the cursor ends.
    pub(super) fn line_end(&mut self) -> usize {
        self.lines();
        if self.many { self.to_text(self.layout.lines[self.place().0].end) } else { self.text.len() }
    }

    /// The place in the line `by` lines away, in the column that is kept to; none: there is no such line.
    pub(super) fn line_away(&mut self, by: isize) -> Option<usize> {
        self.lines();
        let (line, column) = self.place();
        let line = line.checked_add_signed(by).filter(|&line| self.many && line < self.layout.lines.len())?;
        let goal = *self.layout.goal.get_or_insert(column);
        let range = self.layout.lines[line].clone();
        let reached = range.start + self.layout.cells.cut(&self.seen()[range.clone()], goal).len();
        let wraps = self.layout.lines.get(line + 1).is_some_and(|next| next.start == range.end);
        let reached = if wraps && reached == range.end { motion::before(self.seen(), reached) } else { reached };
        Some(self.to_text(reached))
    }

    /// The place a page away; none: all lines are shown anyway.
    pub(super) fn page_away(&mut self, by: isize) -> Option<usize> {
        self.lines();
        let (lines, height) = (self.layout.lines.len(), self.layout.height);
        if !self.many || lines <= height {
            return None;
        }
        let (line, _) = self.place();
        let page = height.saturating_sub(1).max(1).cast_signed();
        let target = line.saturating_add_signed(by * page).min(lines - 1);
        self.line_away(target.cast_signed() - line.cast_signed())
    }

    /// The lines, wrapped anew where they have to be.
    fn lines(&mut self) -> &[Range<usize>] {
        if self.layout.lines.is_empty() {
            let width = if self.layout.width == 0 { usize::MAX } else { self.layout.width };
            self.layout.seen =
                self.units.as_ref().map_or_else(String::new, |units| units.shown(&self.text).into_owned());
            self.layout.lines = if self.many {
                wrap(self.seen(), width, 0, self.layout.cells)
            } else {
                std::iter::once(0..self.text.len()).collect()
            };
        }
        &self.layout.lines
    }

    /// The line the cursor stands in, and its column in cells.
    fn place(&self) -> (usize, usize) {
        let lines = &self.layout.lines;
        let cursor = self.to_seen(self.cursor);
        let mut line = lines.partition_point(|range| range.start <= cursor).saturating_sub(1);
        if self.layout.after_end && line > 0 && lines[line - 1].end == cursor {
            line -= 1;
        }
        let start = lines.get(line).map_or(0, |range| range.start).min(cursor);
        (line, self.layout.cells.width(&self.seen()[start..cursor]))
    }

    fn scroll_sideways(&mut self) {
        let (cells, width) = (self.layout.cells, self.layout.width);
        if cells.width(&self.text) <= width {
            self.layout.left = 0;
            return;
        }
        let mut left = motion::boundary(&self.text, self.layout.left.min(self.cursor));
        let mut taken = cells.width(&self.text[left..self.cursor]);
        while taken > width {
            let next = motion::after(&self.text, left);
            taken -= cells.width(&self.text[left..next]);
            left = next;
        }
        self.layout.left = left;
    }
}
