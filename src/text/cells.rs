//! How many cells text takes on this terminal, and cutting it by cells.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What stands at the end of a text that was cut.
const CUT_MARK: &str = "..";

/// The widths of this terminal: characters of ambiguous width take one cell or two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// “ ” — … · take two cells.
    pub ambiguous_wide: bool,
}

impl Cells {
    /// Cells that `text` takes.
    pub fn width(self, text: &str) -> usize {
        self.graphemes(text).map(|(_, width)| width).sum()
    }

    /// The graphemes of `text` with the cells each takes.
    pub fn graphemes(self, text: &str) -> impl Iterator<Item = (&str, usize)> {
        let mut rest = text;
        std::iter::from_fn(move || {
            let grapheme = first_grapheme(rest)?;
            rest = &rest[grapheme.len()..];
            Some((grapheme, self.grapheme_width(grapheme)))
        })
    }

    /// The longest head of `text` that fits into `cells`, never half a grapheme.
    pub fn cut(self, text: &str, cells: usize) -> &str {
        let mut taken = 0;
        let mut end = 0;
        for (grapheme, width) in self.graphemes(text) {
            taken += width;
            if taken > cells {
                break;
            }
            end += grapheme.len();
        }
        &text[..end]
    }

    /// `text` in exactly `cells`: cut (ending in `..` where something is lost), or filled with blanks.
    ///
    /// Below three cells there is no room for the two dots.
    pub fn fit(self, text: &str, cells: usize) -> String {
        let (mut shown, blanks) = self.shortened(text, cells);
        shown.extend(std::iter::repeat_n(' ', blanks));
        shown
    }

    /// The same, blanks before the text.
    pub fn fit_right(self, text: &str, cells: usize) -> String {
        let (shown, blanks) = self.shortened(text, cells);
        " ".repeat(blanks) + &shown
    }

    /// `text` fit to be shown: no control and bidi characters, tabs and line ends as blanks.
    pub fn clean(text: &str) -> Cow<'_, str> {
        if !text.chars().any(is_unfit) {
            return Cow::Borrowed(text);
        }
        Cow::Owned(text.chars().filter_map(cleaned).collect())
    }

    /// `text` in at most `cells`, and how many cells are left over.
    fn shortened(self, text: &str, cells: usize) -> (String, usize) {
        let head = self.cut(text, cells);
        let mut shown = head.to_owned();
        if head.len() < text.len() && cells > CUT_MARK.len() {
            shown.truncate(self.cut(head, cells - CUT_MARK.len()).len());
            shown.push_str(CUT_MARK);
        }
        let blanks = cells - self.width(&shown);
        (shown, blanks)
    }

    /// Cells of one grapheme, as the terminal library counts them.
    fn grapheme_width(self, grapheme: &str) -> usize {
        let first = grapheme.chars().next().unwrap_or_default();
        match first {
            ' '..='~' if grapheme.len() == 1 => 1,
            '\u{4E00}'..='\u{9FFF}' if grapheme.len() == 3 => 2,
            _ if is_line_separator(first) => 1,
            _ if first.is_control() => usize::from(grapheme.contains(['\t', '\n'])),
            _ => match grapheme.width() {
                1 if self.ambiguous_wide && is_ambiguous(first) => 2,
                width => width,
            },
        }
    }
}

/// The first grapheme of `text`; most are one character that nothing joins, which is seen without the tables.
fn first_grapheme(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    let first = chars.next()?;
    if is_simple(first) && chars.next().is_none_or(is_simple) {
        return Some(&text[..first.len_utf8()]);
    }
    text.graphemes(true).next()
}

/// Whether a character never joins with another of this sort to one grapheme.
fn is_simple(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{3000}'..='\u{3029}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF60}')
}

fn is_ambiguous(c: char) -> bool {
    c.width() == Some(1) && c.width_cjk() == Some(2)
}

fn is_unfit(c: char) -> bool {
    c.is_control() || is_line_separator(c) || is_bidi_control(c)
}

fn cleaned(c: char) -> Option<char> {
    match c {
        '\t' | '\n' => Some(' '),
        _ if is_line_separator(c) => Some(' '),
        _ if is_unfit(c) => None,
        _ => Some(c),
    }
}

fn is_line_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NARROW: Cells = Cells { ambiguous_wide: false };
    const WIDE: Cells = Cells { ambiguous_wide: true };

    #[test]
    fn chinese_takes_two_cells_and_ascii_one() {
        assert_eq!(NARROW.width("第2季度，共４次"), 15);
        assert_eq!(NARROW.width(""), 0);
    }

    #[test]
    fn ambiguous_signs_follow_the_terminal() {
        for sign in ["“", "”", "—", "…", "·", "①", "─", "×"] {
            assert_eq!(NARROW.width(sign), 1, "{sign}");
            assert_eq!(WIDE.width(sign), 2, "{sign}");
        }
        assert_eq!(WIDE.width("a中，"), 5);
    }

    #[test]
    fn joined_characters_are_one_grapheme() {
        assert_eq!(NARROW.width("e\u{301}"), 1);
        assert_eq!(WIDE.width("e\u{301}"), 1);
        assert_eq!(NARROW.width("👨\u{200D}👩\u{200D}👧"), 2);
        assert_eq!(NARROW.cut("👨\u{200D}👩\u{200D}👧", 1), "");
        assert_eq!(NARROW.graphemes("中\u{301}文").count(), 2);
    }

    #[test]
    fn cutting_never_takes_half_a_character() {
        assert_eq!(NARROW.cut("台账台账", 5), "台账");
        assert_eq!(NARROW.cut("台账", 4), "台账");
        assert_eq!(NARROW.cut("台账", 0), "");
    }

    #[test]
    fn fitting_fills_exactly_and_marks_what_is_lost() {
        assert_eq!(NARROW.fit("台账", 6), "台账  ");
        assert_eq!(NARROW.fit("台账管理", 7), "台账.. ");
        assert_eq!(NARROW.fit("台账管理", 6), "台账..");
        assert_eq!(NARROW.fit("台账", 2), "台");
        assert_eq!(NARROW.fit("台账", 1), " ");
        assert_eq!(NARROW.fit_right("12", 5), "   12");
    }

    #[test]
    fn cleaning_strips_what_moves_the_cursor_and_keeps_joiners() {
        assert_eq!(Cells::clean("a\x1b[31m\tb\u{9b}\u{7f}\u{202E}c\r\nd"), "a[31m bc d");
        assert!(matches!(Cells::clean("清楚"), Cow::Borrowed(_)));
        assert_eq!(Cells::clean("👨\u{200D}👩"), "👨\u{200D}👩");
    }

    proptest! {
        #[test]
        fn the_quick_path_finds_the_graphemes_of_the_tables(text in "\\PC*|[a中文。\u{301}\u{200D}👩（1]{0,12}") {
            let ours: Vec<&str> = NARROW.graphemes(&text).map(|(grapheme, _)| grapheme).collect();
            let tables: Vec<&str> = text.graphemes(true).collect();
            prop_assert_eq!(ours, tables);
        }

        #[test]
        fn what_is_cleaned_away_takes_no_cells(c: char) {
            for text in [c.to_string(), "\r\n".to_owned()] {
                prop_assert_eq!(NARROW.width(&text), NARROW.width(&Cells::clean(&text)));
            }
        }

        #[test]
        fn a_fitted_text_has_exactly_the_cells(text in "\\PC*", cells in 0usize..40, ambiguous_wide: bool) {
            let widths = Cells { ambiguous_wide };
            let shown = widths.fit(&text, cells);
            prop_assert_eq!(widths.width(&shown), cells);
        }
    }
}
