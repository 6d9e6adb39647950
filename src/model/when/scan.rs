//! A cursor over a typed date: full-width signs folded, blanks gone, read word by word.

use crate::text::{fold, read_han};

/// Signs that stand between the ends of a range, however they were typed.
const RANGE_SIGNS: &[char] = &['～', '〜', '∼', '—', '–', '―'];
/// Characters of Chinese numerals.
const HAN_DIGITS: &str = "〇零一二两三四五六七八九十廿卅百";
/// Longest text that is looked at, in characters.
const LONGEST: usize = 60;

/// What is still unread.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan<'a> {
    rest: &'a str,
}

/// A number, and how many Arabic digits it was typed in (none: in Chinese).
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub(super) value: u32,
    pub(super) digits: usize,
}

/// `typed` without blanks and full-width forms, ranges as `~`; `None` when it is far too long.
pub(super) fn folded(typed: &str) -> Option<String> {
    if typed.chars().nth(LONGEST).is_some() {
        return None;
    }
    let ranges: String = typed.chars().map(|c| if RANGE_SIGNS.contains(&c) { '~' } else { c }).collect();
    Some(fold(&ranges).chars().filter(|c| !c.is_whitespace()).collect())
}

impl<'a> Scan<'a> {
    /// Begins at the head of `text`.
    pub(super) const fn over(text: &'a str) -> Self {
        Self { rest: text }
    }

    /// Whether all is read.
    pub(super) const fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    /// What would be left after `word`, when it comes next.
    pub(super) fn after(&self, word: &str) -> Option<&'a str> {
        self.rest.strip_prefix(word)
    }

    /// Takes `word` when it comes next.
    pub(super) fn eat(&mut self, word: &str) -> bool {
        self.after(word).map(|rest| self.rest = rest).is_some()
    }

    /// Takes the first of `words` that comes next.
    pub(super) fn eat_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat(word))
    }

    /// Takes the first word of the table that comes next, for its meaning.
    pub(super) fn pick<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        table.iter().find(|(word, _)| self.eat(word)).map(|&(_, meaning)| meaning)
    }

    /// Takes a number in Arabic or Chinese digits.
    pub(super) fn number(&mut self) -> Option<Number> {
        let digits = self.run(|c| c.is_ascii_digit());
        if !digits.is_empty() {
            let value = digits.parse().ok()?;
            self.rest = &self.rest[digits.len()..];
            return Some(Number { value, digits: digits.len() });
        }
        let han = self.run(|c| HAN_DIGITS.contains(c));
        let value = u32::try_from(read_han(han).filter(|_| !han.is_empty())?).ok()?;
        self.rest = &self.rest[han.len()..];
        Some(Number { value, digits: 0 })
    }

    /// Runs `read` and stays where it was when that finds nothing.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = *self;
        let found = read(self);
        if found.is_none() {
            *self = before;
        }
        found
    }

    /// Takes the sign of a range: `~`, 至, 到; also `-` where `dash` says that it joins no date.
    pub(super) fn range_sign(&mut self, dash: bool) -> bool {
        let mut found = self.eat("至") || self.eat("到");
        while self.eat("~") || self.eat("--") || (dash && self.eat("-")) {
            found = true;
        }
        found
    }

    fn run(&self, is_in: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !is_in(c)).unwrap_or(self.rest.len());
        &self.rest[..end]
    }
}
