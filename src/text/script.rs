//! Which of the two fonts of a style prints a character: the eastern one or the western one.
//!
//! Quotes, dashes and their like belong to neither: they print in the font of what stands before them.

/// A font of a style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// 仿宋: 汉字 and their signs.
    Eastern,
    /// Times New Roman: letters, digits and their signs.
    Western,
}

/// A character of a text, and the font that prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its first byte in the text.
    pub at: usize,
    /// The character.
    pub sign: char,
    /// Its font.
    pub script: Script,
}

impl Letter {
    /// Whether it is a 汉字, a letter or a digit.
    pub fn is_word(self) -> bool {
        self.sign.is_alphabetic() || self.sign.is_ascii_digit() || matches!(self.sign, '０'..='９')
    }
}

/// The characters of `text`; those of neither font that open it print in the western one.
pub fn letters(text: &str) -> impl Iterator<Item = Letter> {
    let mut script = Script::Western;
    text.char_indices().map(move |(at, sign)| {
        script = own(sign).unwrap_or(script);
        Letter { at, sign, script }
    })
}

/// The font that a character always has.
const fn own(c: char) -> Option<Script> {
    match c {
        ' ' | '\u{A0}' => None,
        '\0'..'\u{1100}' | '\u{1E00}'..'\u{2000}' => Some(Script::Western),
        '\u{1100}'..'\u{1200}' | '\u{2E80}'..'\u{D7B0}' | '\u{F900}'..'\u{FB00}' | '\u{FE30}'..'\u{FE50}' => {
            Some(Script::Eastern)
        }
        '\u{FF00}'..'\u{FFF0}' | '\u{20000}'..'\u{40000}' => Some(Script::Eastern),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fonts(text: &str) -> String {
        letters(text).map(|letter| if letter.script == Script::Eastern { 'e' } else { 'w' }).collect()
    }

    #[test]
    fn quotes_and_dashes_print_in_the_font_of_what_stands_before_them() {
        assert_eq!(fonts("学“”，第12“5G”——甲——𠮷"), "eeeeewwwwwwwweeee");
        assert_eq!(fonts("“学”"), "wee");
    }
}
