//! How wide text prints: 汉字 a full character each, ASCII after Times New Roman, a gap where the two meet.

/// A size of type, in twips (1/20 point).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeSize {
    /// A full-width character.
    em: usize,
    /// What each character is drawn together by, but the last before the script changes.
    tight: usize,
}

impl TypeSize {
    /// 三号, drawn together so that 28 characters fill a line of 156 mm.
    pub const BODY: Self = Self { em: 320, tight: 5 };
    /// 二号, of titles.
    pub const TITLE: Self = Self { em: 440, tight: 0 };

    /// 小四, of tables.
    pub const TABLE: Self = Self { em: 240, tight: 0 };

    /// Measures `text`, in twips.
    pub fn width(self, text: &str) -> usize {
        let mut last = None;
        let mut width = 0;
        for c in text.chars() {
            width += self.advance(last, c);
            last = Some(c);
        }
        width
    }

    /// What `c` adds to a line that ends in `last`, in twips.
    pub fn advance(self, last: Option<char>, c: char) -> usize {
        let own = self.em * thousandths(c) / 1000;
        let drawn = if own == 0 { 0 } else { own.saturating_sub(self.tight) };
        match last {
            Some(last) if is_narrow(last) != is_narrow(c) => drawn + self.tight + self.gap(last, c),
            _ => drawn,
        }
    }

    /// The gap between a 汉字 and a letter or digit: a fifth of a character in `LibreOffice`, a quarter in Word.
    fn gap(self, last: char, c: char) -> usize {
        let (narrow, wide) = if is_narrow(c) { (c, last) } else { (last, c) };
        if narrow.is_alphanumeric() && wide.is_alphanumeric() { self.em / 5 } else { 0 }
    }
}

/// Whether the western font of a style prints it.
fn is_narrow(c: char) -> bool {
    width_cjk(c) < 2
}

fn width_cjk(c: char) -> usize {
    unicode_width::UnicodeWidthChar::width_cjk(c).unwrap_or(0)
}

/// Thousandths of a full character.
fn thousandths(c: char) -> usize {
    match (u32::from(c) as usize).checked_sub(0x20).and_then(|at| TIMES.get(at)) {
        Some(width) => usize::from(*width),
        None => width_cjk(c) * 500,
    }
}

/// Widths of the printable ASCII characters in Times New Roman, from the blank to `~`.
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
    722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
    444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
    200, 480, 541,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_eight_characters_fill_a_line_and_twenty_nine_do_not_fit() {
        assert!(TypeSize::BODY.width(&"汉".repeat(28)) <= 8845);
        assert!(TypeSize::BODY.width(&"汉".repeat(29)) > 8845);
    }

    #[test]
    fn a_gap_stands_between_a_character_and_a_digit_but_not_beside_a_sign() {
        let gap = |text: &str| {
            TypeSize::TITLE.width(text) - text.chars().map(|c| TypeSize::TITLE.advance(None, c)).sum::<usize>()
        };
        assert_eq!(gap("2022年"), 88);
        assert_eq!(gap("年A月"), 176);
        assert_eq!(gap("，2、**次（3）"), 0);
    }
}
