//! How wide text prints: 汉字 a full character each, ASCII after Times New Roman, a gap where the two meet.

use super::script::{Letter, Script, letters};

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
    pub const BODY: Self = Self::body(5);
    /// 二号, of titles.
    pub const TITLE: Self = Self { em: 440, tight: 0 };

    /// 四号, of what stands under pictures.
    pub const CAPTION: Self = Self { em: 280, tight: 0 };
    /// 小四, of tables.
    pub const TABLE: Self = Self { em: 240, tight: 0 };

    /// 三号, each character drawn together by so many twips.
    pub const fn body(tight: usize) -> Self {
        Self { em: 320, tight }
    }

    /// Measures `text`, in twips.
    pub fn width(self, text: &str) -> usize {
        let mut last = None;
        letters(text).map(|letter| self.advance(last.replace(letter), letter)).sum()
    }

    /// What a letter adds to a line that ends in `last`, in twips.
    pub fn advance(self, last: Option<Letter>, letter: Letter) -> usize {
        let own = (self.em * thousandths(letter) + 500) / 1000;
        let drawn = if own == 0 { 0 } else { own.saturating_sub(self.tight) };
        match last {
            Some(last) if last.script != letter.script => drawn + self.seam() + self.gap(last, letter),
            _ => drawn,
        }
    }

    /// What is added where the look of the text changes: what stands before it is not drawn together with it.
    pub const fn seam(self) -> usize {
        self.tight
    }

    /// The gap between a 汉字 and a letter or digit: a fifth of a character in `LibreOffice`, a quarter in Word.
    fn gap(self, one: Letter, other: Letter) -> usize {
        if one.is_word() && other.is_word() { self.em / 5 } else { 0 }
    }
}

/// Thousandths of a full character.
fn thousandths(Letter { sign, script, .. }: Letter) -> usize {
    let ascii = (u32::from(sign) as usize).checked_sub(0x20).and_then(|at| TIMES.get(at));
    match (ascii, sign, script) {
        (Some(width), ..) => usize::from(*width),
        (None, '“' | '”', Script::Western) => 444,
        (None, '‘' | '’', Script::Western) | (None, '·', _) => 333,
        (None, '×' | '÷' | '±', _) => 564,
        (None, '°', _) => 400,
        (None, '–', Script::Western) => 500,
        _ => width_cjk(sign) * 500,
    }
}

fn width_cjk(c: char) -> usize {
    unicode_width::UnicodeWidthChar::width_cjk(c).unwrap_or(0)
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
            TypeSize::TITLE.width(text)
                - letters(text).map(|letter| TypeSize::TITLE.advance(None, letter)).sum::<usize>()
        };
        assert_eq!(gap("2022年"), 88);
        assert_eq!(gap("年A月"), 176);
        assert_eq!(gap("，2、**次（3）"), 0);
    }

    #[test]
    fn quotes_after_a_digit_are_as_narrow_as_it() {
        assert_eq!(TypeSize::TITLE.width("（12”"), 440 + 220 + 220 + 195);
        assert_eq!(TypeSize::TITLE.width("（甲”"), 3 * 440);
    }
}
