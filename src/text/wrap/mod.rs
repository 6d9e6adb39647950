//! Breaking text into lines: 避头尾, words and numbers kept whole.

mod sign;

use std::ops::Range;

use super::Cells;
use sign::Sign;

/// Breaks `text` into lines of at most `width` cells; `first` cells of the first line are taken already.
///
/// Closing signs never begin a line, opening signs never end one, ASCII words and digits stay together where a line
/// can hold them. Line ends in the text break. The ranges are bytes of `text`, line ends left out; there is always
/// one line at least.
///
/// Blanks that would begin a line after a break are left out too. A line is wider than `width` only where one
/// grapheme is; the first is empty where nothing fits beside what is taken.
pub fn wrap(text: &str, width: usize, first: usize, cells: Cells) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut taken = first;
    for paragraph in paragraphs(text) {
        Wrapper::new(width, taken, paragraph.start, &mut lines).run(&text[paragraph], cells);
        taken = 0;
    }
    lines
}

/// Whether a sign may not begin a line.
pub fn closes(sign: &str) -> bool {
    Sign::of(sign).is_closing()
}

/// Whether a sign may not end a line.
pub fn opens(sign: &str) -> bool {
    Sign::of(sign).is_opening()
}

/// The ranges between line ends: `\n`, `\r\n` or `\r`.
fn paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = &text[start..];
        let end = start + rest.find(['\n', '\r']).unwrap_or(rest.len());
        next = match &text.as_bytes()[end..] {
            [] => None,
            [b'\r', b'\n', ..] => Some(end + 2),
            _ => Some(end + 1),
        };
        Some(start..end)
    })
}

/// A place where the line may break.
#[derive(Clone, Copy)]
struct Break {
    /// Where the line would end, blanks left out.
    end: usize,
    /// Where the next line would begin.
    next: usize,
    /// Cells of the line up to `next`.
    cells: usize,
}

/// Fills one line after another of a paragraph; positions are bytes of the whole text.
struct Wrapper<'a> {
    lines: &'a mut Vec<Range<usize>>,
    width: usize,
    /// Cells of the present line that are not ours.
    taken: usize,
    /// Where the present line begins.
    start: usize,
    /// The end of what has been put on the line, blanks left out.
    content: usize,
    /// The end of what fits on the line, blanks counted.
    fitting: usize,
    /// Cells put on the line, hanging blanks counted.
    used: usize,
    last_break: Option<Break>,
}

impl<'a> Wrapper<'a> {
    fn new(width: usize, taken: usize, start: usize, lines: &'a mut Vec<Range<usize>>) -> Self {
        Self { lines, width, taken, start, content: start, fitting: start, used: 0, last_break: None }
    }

    fn run(mut self, paragraph: &str, cells: Cells) {
        let mut at = self.start;
        let mut before: Option<Sign> = None;
        for (grapheme, width) in cells.graphemes(paragraph) {
            let sign = Sign::of(grapheme);
            if before.is_some_and(|before| before.may_break_before(sign)) {
                self.last_break = Some(Break { end: self.content, next: at, cells: self.used });
            }
            self.put(at..at + grapheme.len(), width, sign.is_blank());
            at += grapheme.len();
            before = Some(sign);
        }
        self.lines.push(self.start..self.fitting);
    }

    fn put(&mut self, grapheme: Range<usize>, width: usize, is_blank: bool) {
        while !is_blank && !self.has_room(width) && self.break_line(grapheme.start) {}
        if self.has_room(width) || !is_blank {
            self.fitting = grapheme.end;
        }
        if !is_blank {
            self.content = grapheme.end;
        }
        self.used += width;
    }

    fn has_room(&self, width: usize) -> bool {
        self.taken + self.used + width <= self.width
    }

    /// Ends the line at the last place where it may break, or before `here`; says whether that made room.
    fn break_line(&mut self, here: usize) -> bool {
        let forced = Break { end: self.content, next: here, cells: self.used };
        let untouched = Break { end: self.start, next: self.start, cells: 0 };
        let beside = (self.taken > 0).then_some(untouched);
        let at = self.last_break.take().or(beside).unwrap_or(forced);
        if at.next == self.start && self.taken == 0 {
            return false;
        }
        self.lines.push(self.start..at.end);
        self.start = at.next;
        self.content = self.content.max(at.next);
        self.fitting = self.fitting.max(at.next);
        self.used -= at.cells;
        self.taken = 0;
        true
    }
}

#[cfg(test)]
mod tests;
