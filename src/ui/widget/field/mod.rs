//! The text field: one core for single and multi line, in graphemes, with undo in groups.
//!
//! It wraps Chinese itself (避头尾), keeps the terminal's cursor where the next character goes, and never saves, jumps
//! or confirms: keys that are not typing or moving inside the text are passed back. Figures in a text are units.

mod history;
mod layout;
mod live;
mod motion;
mod units;
mod view;

use std::ops::Range;

use super::super::outcome::Input;
use super::super::scene::Clipboard;
use crate::command::Command;
use history::History;
use layout::Layout;
use units::Units;
pub use units::{Piece, Unit, UnitLook};

/// What an input did to a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// The text is another now.
    Changed,
    /// Only the cursor moved, or nothing was left to do.
    Moved,
    /// It is not for the text: next field, saving, another line than the first or last.
    Passed,
}

/// Text that is being typed.
#[derive(Clone, Debug)]
pub struct TextField {
    text: String,
    /// Where the next character goes, in bytes; always between graphemes.
    cursor: usize,
    /// The other end of the selection.
    anchor: Option<usize>,
    /// Whether the text may have several lines.
    many: bool,
    /// The field was just entered: typing replaces what is in it.
    fresh: bool,
    history: History,
    layout: Layout,
    /// What the characters of a private plane stand for; none: the field is of plain words.
    units: Option<Units>,
}

impl TextField {
    /// A field of one line.
    pub fn single(text: &str) -> Self {
        Self::new(text, false)
    }

    /// A field of several lines.
    pub fn multi(text: &str) -> Self {
        Self::new(text, true)
    }

    fn new(text: &str, many: bool) -> Self {
        let mut field = Self {
            text: String::new(),
            cursor: 0,
            anchor: None,
            many,
            fresh: false,
            history: History::default(),
            layout: Layout::default(),
            units: None,
        };
        field.text = field.fitting(text);
        field.cursor = field.text.len();
        field
    }

    /// What stands in it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it may have several lines.
    pub const fn is_multi(&self) -> bool {
        self.many
    }

    /// Whether it was just entered, so that typing replaces what is in it.
    pub const fn is_fresh(&self) -> bool {
        self.fresh
    }

    /// Where the next character goes, in bytes.
    pub const fn cursor(&self) -> usize {
        self.cursor
    }

    /// Takes note that the field is entered: in a field of one line, typing now replaces what is in it.
    pub fn enter(&mut self) {
        self.anchor = None;
        self.cursor = self.text.len();
        self.fresh = !self.many && !self.text.is_empty();
        self.history.end_group();
    }

    /// Takes note that the field is left.
    pub fn leave(&mut self) {
        self.anchor = None;
        self.fresh = false;
        self.history.end_group();
    }

    /// Puts another text into it, which can be undone: a pick, the value of the previous item.
    pub fn set(&mut self, text: &str) {
        if text != self.text {
            self.history.end_group();
            self.replace(0..self.text.len(), text);
            self.history.end_group();
        }
        self.anchor = None;
        self.fresh = false;
    }

    /// Forgets how its text came about: what stands there now is where undo ends.
    pub fn forget(&mut self) {
        self.history = History::default();
    }

    /// Takes one input.
    pub fn update(&mut self, input: &Input, clipboard: &Clipboard) -> Typed {
        match input {
            Input::Text(text) => self.type_in(&self.words_of(text)),
            Input::Paste(text) => self.paste(&self.words_of(text)),
            Input::Command(command) => self.command(*command, clipboard),
        }
    }

    fn command(&mut self, command: Command, clipboard: &Clipboard) -> Typed {
        let typed = match command {
            Command::DeleteLeft => self.delete(motion::before(&self.text, self.cursor)),
            Command::DeleteRight => self.delete(motion::after(&self.text, self.cursor)),
            Command::BreakLine if self.many => self.type_in("\n"),
            Command::Copy => return self.copy(clipboard),
            Command::Cut => return self.cut(clipboard),
            Command::Paste => {
                let text = self.pasted(clipboard);
                self.paste(&text)
            }
            Command::Undo => return self.travel(History::undo),
            Command::Redo => return self.travel(History::redo),
            _ => self.moved(command),
        };
        if typed != Typed::Passed {
            self.fresh = false;
        }
        typed
    }

    /// Inserts what was typed, in the place of what is selected.
    fn type_in(&mut self, text: &str) -> Typed {
        let range = self.overwritten();
        self.replace(range, text);
        Typed::Changed
    }

    /// Inserts what was pasted, as one step of undo.
    fn paste(&mut self, text: &str) -> Typed {
        if text.is_empty() {
            return Typed::Moved;
        }
        self.history.end_group();
        let typed = self.type_in(text);
        self.history.end_group();
        typed
    }

    /// Deletes the selection, else what lies between the cursor and `other`.
    fn delete(&mut self, other: usize) -> Typed {
        let range = self.selection().unwrap_or(self.cursor.min(other)..self.cursor.max(other));
        if range.is_empty() {
            return Typed::Moved;
        }
        self.replace(range, "");
        Typed::Changed
    }

    /// Copies the selection, else all; an empty field has nothing to copy.
    fn copy(&mut self, clipboard: &Clipboard) -> Typed {
        let range = self.selection().unwrap_or(0..self.text.len());
        if range.is_empty() {
            return Typed::Passed;
        }
        self.copied(range, clipboard);
        Typed::Moved
    }

    fn cut(&mut self, clipboard: &Clipboard) -> Typed {
        let range = self.selection().unwrap_or(0..self.text.len());
        if self.copy(clipboard) == Typed::Passed {
            return Typed::Passed;
        }
        self.history.end_group();
        self.replace(range, "");
        self.history.end_group();
        Typed::Changed
    }

    /// Goes one step through the history; passed when there is none.
    fn travel(&mut self, step: fn(&mut History, &mut String) -> Option<usize>) -> Typed {
        let Some(cursor) = step(&mut self.history, &mut self.text) else { return Typed::Passed };
        self.cursor = motion::boundary(&self.text, cursor);
        self.anchor = None;
        self.fresh = false;
        self.layout.forget(&self.text);
        Typed::Changed
    }

    /// What is selected, when anything is.
    pub fn selection(&self) -> Option<Range<usize>> {
        if self.fresh {
            return Some(0..self.text.len());
        }
        let anchor = self.anchor?;
        (anchor != self.cursor).then(|| anchor.min(self.cursor)..anchor.max(self.cursor))
    }

    /// The range that typing overwrites.
    fn overwritten(&self) -> Range<usize> {
        self.selection().unwrap_or(self.cursor..self.cursor)
    }

    fn replace(&mut self, range: Range<usize>, text: &str) {
        let text = self.fitting(text);
        let end = range.start + text.len();
        self.history.note(&self.text, range.clone(), &text, self.cursor);
        self.text.replace_range(range, &text);
        self.cursor = motion::boundary(&self.text, end);
        self.anchor = None;
        self.fresh = false;
        self.layout.forget(&self.text);
    }

    /// `text` as this field can hold it: no control characters, and line ends only where there are lines.
    fn fitting(&self, text: &str) -> String {
        let fits = |c: char| match c {
            '\n' if self.many => Some('\n'),
            '\n' | '\t' => Some(' '),
            c => (!c.is_control()).then_some(c),
        };
        let text = if self.many { text } else { text.trim_end_matches('\n') };
        text.chars().filter_map(fits).collect()
    }
}

#[cfg(test)]
mod tests;
