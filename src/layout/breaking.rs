//! Where the lines of a paragraph end on paper.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{TypeSize, may_break};

/// What a line keeps free: word processors round each stretch of it on its own.
const SLACK: usize = 5;

/// How wide the lines of a paragraph are, in twips.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    /// The size of the type.
    pub size: TypeSize,
    /// The first line.
    pub first: usize,
    /// Those that follow.
    pub rest: usize,
}

/// Breaks `text` into lines, at line ends too; the ranges are bytes of it, there is always one.
pub(super) fn lines(text: &str, measure: Measure) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for part in text.split('\n') {
        Filling::new(text, start, measure).fill(start + part.len(), &mut lines);
        start += part.len() + 1;
    }
    lines
}

/// A line that is being filled.
struct Filling<'a> {
    text: &'a str,
    measure: Measure,
    /// Where it begins, and the last place where it may end.
    start: usize,
    last_break: usize,
    used: usize,
    last: Option<char>,
}

impl<'a> Filling<'a> {
    fn new(text: &'a str, start: usize, measure: Measure) -> Self {
        Self { text, measure, start, last_break: start, used: 0, last: None }
    }

    fn fill(mut self, end: usize, lines: &mut Vec<Range<usize>>) {
        let mut before = "";
        for (offset, grapheme) in self.text[self.start..end].grapheme_indices(true).map(from(self.start)) {
            if !before.is_empty() && may_break(before, grapheme) {
                self.last_break = offset;
            }
            self.put(offset, grapheme, lines);
            before = grapheme;
        }
        lines.push(self.start..end);
    }

    /// Puts a grapheme onto the line, or ends the line before it. Blanks hang beyond the end.
    fn put(&mut self, at: usize, grapheme: &str, lines: &mut Vec<Range<usize>>) {
        let blank = grapheme.chars().all(|c| c == ' ');
        while !blank && at > self.start && self.used + self.wide(grapheme) > self.width() {
            let end = if self.last_break > self.start { self.last_break } else { at };
            lines.push(self.start..end);
            self.begin(end, at);
        }
        self.used += self.wide(grapheme);
        self.last = grapheme.chars().last();
    }

    /// Begins a line at `start` that already holds what stands before `at`.
    fn begin(&mut self, start: usize, at: usize) {
        self.start = start;
        self.measure.first = self.measure.rest;
        self.used = self.measure.size.width(&self.text[start..at]);
        self.last = self.text[start..at].chars().last();
    }

    fn width(&self) -> usize {
        self.measure.first.saturating_sub(SLACK)
    }

    /// What a grapheme adds to the line.
    fn wide(&self, grapheme: &str) -> usize {
        let mut last = self.last;
        let mut width = 0;
        for c in grapheme.chars() {
            width += self.measure.size.advance(last, c);
            last = Some(c);
        }
        width
    }
}

/// Counts offsets from the start of the whole text.
fn from<'a>(start: usize) -> impl Fn((usize, &'a str)) -> (usize, &'a str) {
    move |(offset, grapheme)| (start + offset, grapheme)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, proptest};

    use super::*;

    fn broken(text: &str) -> Vec<&str> {
        let measure = Measure { size: TypeSize::BODY, first: 8205, rest: 8845 };
        lines(text, measure).into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn the_first_line_holds_26_characters_and_the_others_28() {
        let counts: Vec<usize> = broken(&"汉".repeat(60)).iter().map(|line| line.chars().count()).collect();
        assert_eq!(counts, [26, 28, 6]);
    }

    #[test]
    fn a_sign_takes_its_character_along_and_a_number_stays_whole() {
        let text = format!("{}。", "汉".repeat(26));
        assert_eq!(broken(&text)[1], "汉。");
        let text = format!("{}2022年", "汉".repeat(25));
        assert_eq!(broken(&text)[1], "2022年");
    }

    #[test]
    fn a_line_end_breaks_and_an_endless_word_is_cut() {
        assert_eq!(broken("甲\n\n乙"), ["甲", "", "乙"]);
        assert!(broken(&"a".repeat(500)).len() > 5);
        assert_eq!(broken(""), [""]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn nothing_is_lost_and_no_line_is_too_long(text in "[汉字，。“”（）a-c0-9 ]{0,300}") {
            let lines = broken(&text);
            assert_eq!(lines.concat(), text);
            assert!(lines.iter().all(|line| TypeSize::BODY.width(line.trim_end()) <= 8845), "{lines:?}");
        }
    }
}
