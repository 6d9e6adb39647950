//! Where the lines of a paragraph end on paper.
//!
//! Word processors set a paragraph as portions: stretches of one font and one look. Where a portion does not fit, the
//! rules of its script say where the line ends; when that is before the portion, the one before it is asked again.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::western;
use crate::text::{Letter, Script, TypeSize, closes, letters, opens};

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
///
/// `seams` are the bytes where the look of the text changes, in order.
pub(super) fn lines(text: &str, seams: &[usize], measure: Measure) -> Vec<Range<usize>> {
    let signs = signs(text, seams, measure.size);
    let mut lines = Vec::new();
    let mut start = 0;
    for end in line_ends(text) {
        let from = signs.partition_point(|sign| sign.letter.at < start);
        let to = signs.partition_point(|sign| sign.letter.at < end);
        let first = if lines.is_empty() { measure.first } else { measure.rest };
        let starts = Setting { signs: &signs[from..to], rest: measure.rest, last: measure.size.seam() }.starts(first);
        let bytes = starts.iter().map(|at| signs[from + at].letter.at);
        for next in bytes.chain([end]) {
            lines.push(start..next);
            start = next;
        }
        start = end + 1;
    }
    lines
}

/// Where the line ends of `text` stand, and its end.
fn line_ends(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices('\n').map(|(at, _)| at).chain([text.len()])
}

/// A grapheme: what is never cut.
struct Sign {
    letter: Letter,
    /// It may not begin a line.
    closes: bool,
    /// It may not end one.
    opens: bool,
    /// What it adds to a line that does not begin with it, and what it takes at the beginning of one.
    adds: usize,
    wide: usize,
    /// A portion begins with it.
    begins: bool,
}

/// The graphemes of `text`, measured.
fn signs(text: &str, seams: &[usize], size: TypeSize) -> Vec<Sign> {
    let mut letters = letters(text).peekable();
    let mut seams = seams.iter().copied().peekable();
    let mut last: Option<Letter> = None;
    let mut signs = Vec::new();
    for (at, grapheme) in text.grapheme_indices(true) {
        let is_seam = std::iter::from_fn(|| seams.next_if(|seam| *seam <= at)).last().is_some();
        let Some(first) = letters.peek().copied() else { break };
        let changes = last.is_some_and(|last| last.script != first.script);
        let (mut adds, mut wide) = (if is_seam && !changes { size.seam() } else { 0 }, 0);
        while let Some(letter) = letters.next_if(|letter| letter.at < at + grapheme.len()) {
            adds += size.advance(last, letter);
            wide += size.advance((letter.at > at).then_some(last).flatten(), letter);
            last = Some(letter);
        }
        let (opens, closes) = (opens(grapheme), closes(grapheme) && first.sign != '…');
        signs.push(Sign { letter: first, closes, opens, adds, wide, begins: is_seam || changes });
    }
    signs
}

impl Sign {
    /// Whether a line of 汉字 may end with it when the next begins with `next`; —— and …… are never cut in two.
    const fn may_end_before(&self, next: &Self) -> bool {
        let (one, other) = (self.letter.sign, next.letter.sign);
        let is_doubled = one == other && matches!(one, '—' | '…');
        !next.closes && !self.opens && !is_doubled
    }

    const fn is_blank(&self) -> bool {
        matches!(self.letter.sign, ' ' | '\u{3000}')
    }
}

/// A stretch without line ends that is being set into lines.
struct Setting<'a> {
    signs: &'a [Sign],
    /// The width of its lines but the first.
    rest: usize,
    /// What the last sign of a line takes more than within one.
    last: usize,
}

impl Setting<'_> {
    /// The signs that begin its lines but the first, which is `width` wide.
    fn starts(&self, mut width: usize) -> Vec<usize> {
        let mut starts = Vec::new();
        let mut start = 0;
        while let Some(cut) = self.overflow(start, width) {
            start = self.start_after(start, cut);
            if start == self.signs.len() {
                break;
            }
            starts.push(start);
            width = self.rest;
        }
        starts
    }

    /// The first sign that does not fit on a line of this width, which begins with `start` and has one sign at least.
    fn overflow(&self, start: usize, width: usize) -> Option<usize> {
        let mut used = self.last;
        for (at, sign) in self.signs.iter().enumerate().skip(start) {
            used += if at == start { sign.wide } else { sign.adds };
            if used > width && at > start {
                return Some(at);
            }
        }
        None
    }

    /// Where the line ends that begins with `start`, when `cut` does not fit on it; blanks hang beyond its end.
    fn start_after(&self, start: usize, mut cut: usize) -> usize {
        if self.signs[cut].is_blank() {
            return cut + self.signs[cut..].iter().take_while(|sign| sign.is_blank()).count();
        }
        loop {
            let portion = (start..=cut).rev().find(|at| self.signs[*at].begins).unwrap_or(start);
            match self.place(start, cut) {
                Some(at) if at >= portion => return at,
                Some(_) => cut = portion - 1,
                None => return cut.max(start + 1),
            }
        }
    }

    /// The last place after `start` and not after `cut` where a line may end, by the rules of the script at `cut`.
    fn place(&self, start: usize, cut: usize) -> Option<usize> {
        let word = self.signs[..=cut].iter().rev().find(|sign| sign.letter.is_word());
        let mut places = (start + 1..=cut).rev();
        match word.unwrap_or(&self.signs[cut]).letter.script {
            Script::Eastern => places.find(|at| self.signs[at - 1].may_end_before(&self.signs[*at])),
            Script::Western => {
                places.find(|at| western::may_break(self.signs[at - 1].letter.sign, self.signs[*at].letter.sign))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, proptest};

    use super::*;

    fn broken(text: &str) -> Vec<&str> {
        let measure = Measure { size: TypeSize::BODY, first: 8205, rest: 8845 };
        lines(text, &[], measure).into_iter().map(|line| &text[line]).collect()
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
    fn a_number_takes_its_quote_along() {
        let text = format!("{}“5·12”", "汉".repeat(24));
        assert_eq!(broken(&text)[1], "“5·12”");
    }

    #[test]
    fn a_line_end_breaks_and_an_endless_word_is_cut() {
        assert_eq!(broken("甲\n\n乙"), ["甲", "", "乙"]);
        assert!(broken(&"a".repeat(500)).len() > 5);
        assert_eq!(broken(""), [""]);
    }

    #[test]
    fn blanks_hang_beyond_the_end_of_a_line() {
        let text = format!("{}   乙", "汉".repeat(26));
        assert_eq!(broken(&text)[1], "乙");
        assert_eq!(broken(&format!("{}   ", "汉".repeat(26))).len(), 1);
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
