//! Text as paper takes it: what can be printed, and how wide it is there.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

/// Returns `text` without what no file and no page can hold; line ends stay, tabs become blanks.
///
/// Control characters and U+FFFE/FFFF make an XML file unreadable; bidi controls turn what is read around.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| kept(c) == Some(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").chars().filter_map(kept).collect())
}

/// What becomes of one character.
fn kept(c: char) -> Option<char> {
    match c {
        '\n' | '\r' => Some('\n'),
        '\t' => Some(' '),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => None,
        c if c.is_control() || u32::from(c) & 0xfffe == 0xfffe => None,
        c => Some(c),
    }
}

/// Measures `text` on paper, in half characters: 汉字 and “ ” — … · take two, ASCII one.
pub fn printed_width(text: &str) -> usize {
    text.width_cjk()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_a_file_is_dropped_and_line_ends_stay() {
        assert_eq!(printable("甲\u{1b}[31m乙\u{0}\t丙\r\n丁\u{fffe}\u{ffff}\u{202e}"), "甲[31m乙 丙\n丁");
        assert!(matches!(printable("甲乙\n丙𠮷😀"), Cow::Borrowed(_)));
    }

    #[test]
    fn quotes_and_dashes_are_full_width_on_paper() {
        assert_eq!(printed_width("“甲”——…·"), 2 + 2 + 2 + 4 + 2 + 2);
        assert_eq!(printed_width("2022年"), 6);
    }
}
