//! Moving through text: by graphemes, words and lines.

use unicode_segmentation::{GraphemeCursor, GraphemeIncomplete};

use super::{TextField, Typed};
use crate::command::Command;

/// What a character counts as for word moves; a word is a run of one sort.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Blank,
    Han,
    Letter,
    Sign,
}

/// The start of the grapheme before `at`.
pub fn before(text: &str, at: usize) -> usize {
    let found = GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0);
    whole(found).unwrap_or(0)
}

/// The end of the grapheme after `at`.
pub fn after(text: &str, at: usize) -> usize {
    let found = GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0);
    whole(found).unwrap_or(text.len())
}

/// `at`, or the next place between graphemes: an inserted mark may have joined the character before it.
pub fn boundary(text: &str, at: usize) -> usize {
    let found = GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0);
    if found.is_ok_and(|is| is) { at } else { after(text, at) }
}

fn whole(found: Result<Option<usize>, GraphemeIncomplete>) -> Option<usize> {
    found.expect("the whole text is at hand")
}

fn sort(c: char) -> Sort {
    match c {
        c if c.is_whitespace() => Sort::Blank,
        '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' => Sort::Han,
        c if c.is_alphanumeric() => Sort::Letter,
        _ => Sort::Sign,
    }
}

/// The start of the word before `at`.
fn word_before(text: &str, at: usize) -> usize {
    let head = text[..at].trim_end();
    let Some(last) = head.chars().next_back() else { return 0 };
    head.trim_end_matches(|c| sort(c) == sort(last)).len()
}

/// The start of the word after `at`.
fn word_after(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let Some(first) = rest.chars().next() else { return at };
    let rest = rest.trim_start_matches(|c| sort(c) == sort(first));
    text.len() - rest.trim_start().len()
}

impl TextField {
    /// Moves or selects as `command` says.
    pub(super) fn moved(&mut self, command: Command) -> Typed {
        let selects = matches!(
            command,
            Command::SelectLeft | Command::SelectRight | Command::SelectHome | Command::SelectEnd | Command::SelectAll
        );
        let Some(target) = self.target(command) else { return Typed::Passed };
        self.history.end_group();
        self.anchor = match command {
            Command::SelectAll => Some(0),
            _ if selects => self.anchor.or(Some(self.cursor)),
            _ => None,
        };
        self.cursor = boundary(&self.text, target);
        if !matches!(command, Command::Up | Command::Down | Command::PageUp | Command::PageDown) {
            self.layout.goal = None;
        }
        self.layout.after_end = matches!(command, Command::End | Command::SelectEnd);
        Typed::Moved
    }

    /// Where a command leads; none: it does not move inside the text.
    fn target(&mut self, command: Command) -> Option<usize> {
        let (text, at) = (&self.text, self.cursor);
        Some(match command {
            Command::Left => self.selection().filter(|_| !self.fresh).map_or(before(text, at), |range| range.start),
            Command::Right => self.selection().filter(|_| !self.fresh).map_or(after(text, at), |range| range.end),
            Command::SelectLeft => before(text, at),
            Command::SelectRight => after(text, at),
            Command::WordLeft => boundary(text, word_before(text, at)),
            Command::WordRight => word_after(text, at),
            Command::Home | Command::SelectHome => self.line_start(),
            Command::End | Command::SelectEnd => self.line_end(),
            Command::Top => 0,
            Command::Bottom | Command::SelectAll => text.len(),
            Command::Up => return self.line_away(-1),
            Command::Down => return self.line_away(1),
            Command::PageUp => return self.page_away(-1),
            Command::PageDown => return self.page_away(1),
            _ => return None,
        })
    }
}
