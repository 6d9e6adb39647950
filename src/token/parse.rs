//! Reading stored text. It is total: each character ends up in one part.

use std::collections::BTreeSet;
use std::ops::Range;

use super::format::Format;
use super::print::{LITERAL_CLOSE, is_close_misread};
use super::{Part, Token, TokenError, WrongToken};
use crate::text;

/// Groups in one another; deeper ones are wrong.
const MAX_DEPTH: usize = 16;

/// The parts of `stored`.
///
/// A group that is never closed changes what the braces after it mean, so the text is read again without it.
pub(super) fn parts(stored: &str) -> Vec<Part> {
    let mut unclosed = BTreeSet::new();
    loop {
        match Reader::new(stored, &unclosed).read() {
            Ok(parts) => return parts,
            Err(more) => unclosed.extend(more),
        }
    }
}

/// One pass over the text.
struct Reader<'a> {
    stored: &'a str,
    at: usize,
    /// The `{?` known to be without a `}`.
    unclosed: &'a BTreeSet<usize>,
    /// The text itself, then the groups open at `at`.
    levels: Vec<Level>,
    /// The `{?` that opened no group because there are too many.
    too_deep: Vec<usize>,
}

/// A text being read: the whole, or the inside of a group.
#[derive(Default)]
struct Level {
    /// Where its `{?` stands.
    start: usize,
    parts: Vec<Part>,
    /// Plain words not yet made a part, and where they began.
    words: String,
    words_start: usize,
}

impl<'a> Reader<'a> {
    fn new(stored: &'a str, unclosed: &'a BTreeSet<usize>) -> Self {
        Self { stored, at: 0, unclosed, levels: vec![Level::default()], too_deep: Vec::new() }
    }

    /// The parts, or the groups that are never closed.
    fn read(mut self) -> Result<Vec<Part>, Vec<usize>> {
        while self.at < self.stored.len() {
            self.read_words();
            self.read_brace();
        }
        if self.depth() > 0 {
            let open = self.levels.iter().skip(1).map(|level| level.start);
            return Err(open.chain(self.too_deep.iter().copied()).collect());
        }
        let at = self.at;
        let level = self.level();
        level.end_words(at);
        Ok(std::mem::take(&mut level.parts))
    }

    fn rest(&self) -> &'a str {
        &self.stored[self.at..]
    }

    fn depth(&self) -> usize {
        self.levels.len() - 1
    }

    fn level(&mut self) -> &mut Level {
        self.levels.last_mut().expect("the whole text is never closed")
    }

    fn read_words(&mut self) {
        let rest = self.rest();
        let len = rest.find(['{', '}']).unwrap_or(rest.len());
        self.take_words(&rest[..len], len);
    }

    /// Reads what begins with the brace at hand.
    fn read_brace(&mut self) {
        let rest = self.rest();
        if rest.starts_with("{{") {
            self.take_words("{", 2);
        } else if rest.starts_with(LITERAL_CLOSE) && self.is_close_misread() {
            self.take_words("}", LITERAL_CLOSE.len());
        } else if let Some(opening) = ["{?", "{？"].iter().find(|opening| rest.starts_with(**opening)) {
            self.open_group(opening.len());
        } else if rest.starts_with('{') {
            self.read_token();
        } else if rest.starts_with("}}") && self.depth() < 2 {
            self.take_words("}", 2);
        } else if rest.starts_with('}') {
            self.close_group();
        }
    }

    fn is_close_misread(&self) -> bool {
        let level = self.levels.last().expect("the whole text is never closed");
        is_close_misread(self.depth(), level.words.is_empty() && matches!(level.parts.last(), Some(Part::Group(_))))
    }

    /// Adds plain `words` that take `len` bytes of the stored text.
    fn take_words(&mut self, words: &str, len: usize) {
        let at = self.at;
        let level = self.level();
        if level.words.is_empty() {
            level.words_start = at;
        }
        level.words.push_str(words);
        self.at += len;
    }

    fn open_group(&mut self, len: usize) {
        if self.unclosed.contains(&self.at) {
            self.wrong(len, TokenError::Unbalanced);
        } else if self.depth() == MAX_DEPTH {
            self.too_deep.push(self.at);
            self.wrong(len, TokenError::TooDeep);
        } else {
            self.levels.push(Level { start: self.at, ..Level::default() });
            self.at += len;
        }
    }

    fn close_group(&mut self) {
        if self.depth() == 0 {
            return self.wrong(1, TokenError::Unbalanced);
        }
        let at = self.at;
        self.level().end_words(at);
        if let Some(group) = self.levels.pop() {
            self.at = group.start;
            let len = at + 1 - group.start;
            self.take(len, |_| Part::Group(group.parts));
        }
    }

    fn read_token(&mut self) {
        let inside = &self.rest()[1..];
        let end = inside.find(['{', '}', '\n', '\r']).filter(|&end| inside[end..].starts_with('}'));
        let Some(end) = end else { return self.wrong(1, TokenError::Unbalanced) };
        let len = end + 2;
        match name_and_formats(&inside[..end]) {
            Ok((name, formats)) => self.take(len, |span| Part::Token(Token { name, formats, span })),
            Err(error) => self.wrong(len, error),
        }
    }

    fn wrong(&mut self, len: usize, error: TokenError) {
        let stored = self.rest()[..len].to_owned();
        self.take(len, |span| Part::Wrong(WrongToken { stored, error, span }));
    }

    /// Adds the part that takes the next `len` bytes.
    fn take(&mut self, len: usize, part: impl FnOnce(Range<usize>) -> Part) {
        let span = self.at..self.at + len;
        self.at = span.end;
        let level = self.level();
        level.end_words(span.start);
        level.parts.push(part(span));
    }
}

impl Level {
    /// Makes the words gathered so far a part; they end at `end`.
    fn end_words(&mut self, end: usize) {
        if !self.words.is_empty() {
            let words = std::mem::take(&mut self.words);
            self.parts.push(Part::Plain(words, self.words_start..end));
        }
    }
}

/// Reads the inside of a token's braces.
fn name_and_formats(inside: &str) -> Result<(String, Vec<Format>), TokenError> {
    let mut pieces = inside.split(['|', '｜']).map(str::trim);
    let name: String = pieces.next().unwrap_or_default().chars().map(folded_in_name).collect();
    if name.is_empty() {
        return Err(TokenError::Empty);
    }
    let mut formats: Vec<Format> = Vec::new();
    for written in pieces {
        let format = read_format(written)?;
        if formats.iter().any(|known| known.sort() == format.sort()) {
            return Err(TokenError::TwiceTheSameSort(format));
        }
        formats.push(format);
    }
    Ok((name, formats))
}

fn read_format(written: &str) -> Result<Format, TokenError> {
    match Format::parse(written) {
        Some(format) => Ok(format),
        None if written.is_empty() => Err(TokenError::Empty),
        None => Err(TokenError::UnknownFormat(written.to_owned(), Format::nearest(written))),
    }
}

/// Digits and letters of a name fold; （） and their like are the proper signs of a Chinese name.
fn folded_in_name(c: char) -> char {
    let folded = text::fold_form(c);
    if folded.is_ascii_alphanumeric() { folded } else { c }
}
