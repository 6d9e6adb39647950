//! Printing a text as it is stored.

use std::fmt;
use std::fmt::Write;

use super::{Part, Token, TokenText};

/// A literal `}` where `}}` would be taken for the end of groups.
pub(super) const LITERAL_CLOSE: &str = "{}}";

/// Whether `}}` would be misread: in a group inside a group, and right after a group of the first level.
pub(super) fn is_close_misread(depth: usize, is_after_group: bool) -> bool {
    depth >= 2 || (depth == 0 && is_after_group)
}

/// Bytes that plain words take when stored as a text of their own.
pub(super) fn escaped_len(words: &str) -> usize {
    words.len() + words.bytes().filter(|byte| matches!(byte, b'{' | b'}')).count()
}

impl fmt::Display for TokenText {
    /// Prints the stored text again: `parse(s).to_string() == s`, but for what the braces folded.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_parts(f, &self.parts, 0)
    }
}

impl fmt::Display for Token {
    /// Prints the token with its braces.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{{}", self.name)?;
        for format in &self.formats {
            write!(f, "|{format}")?;
        }
        f.write_char('}')
    }
}

fn write_parts(f: &mut fmt::Formatter<'_>, parts: &[Part], depth: usize) -> fmt::Result {
    let mut is_after_group = false;
    for part in parts {
        match part {
            Part::Plain(words, _) => write_words(f, words, depth, is_after_group)?,
            Part::Token(token) => write!(f, "{token}")?,
            Part::Wrong(wrong) => f.write_str(&wrong.stored)?,
            Part::Group(parts) => {
                f.write_str("{?")?;
                write_parts(f, parts, depth + 1)?;
                f.write_char('}')?;
            }
        }
        is_after_group = matches!(part, Part::Group(_));
    }
    Ok(())
}

fn write_words(f: &mut fmt::Formatter<'_>, words: &str, depth: usize, is_after_group: bool) -> fmt::Result {
    for (at, c) in words.char_indices() {
        match c {
            '{' => f.write_str("{{")?,
            '}' if is_close_misread(depth, is_after_group && at == 0) => f.write_str(LITERAL_CLOSE)?,
            '}' => f.write_str("}}")?,
            _ => f.write_char(c)?,
        }
    }
    Ok(())
}
