//! Undo and redo of typing, in groups: what was typed in one go is taken back in one go.

use std::ops::Range;

/// Signs after which a new group begins.
const GROUP_ENDS: &[char] = &['\n', ' ', '，', '。', '；', '：', '、', '！', '？', ',', '.', ';'];

/// One replacement.
#[derive(Clone, Debug)]
struct Step {
    start: usize,
    removed: String,
    inserted: String,
    /// Where the cursor stood before.
    cursor: usize,
}

/// The steps taken, and those taken back.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The newest step may still grow.
    open: bool,
}

impl History {
    /// Takes note that `range` of `text` is about to become `inserted`.
    pub fn note(&mut self, text: &str, range: Range<usize>, inserted: &str, cursor: usize) {
        self.undone.clear();
        let step = Step { start: range.start, removed: text[range].into(), inserted: inserted.into(), cursor };
        match self.done.last_mut().filter(|_| self.open) {
            Some(last) if last.takes(&step) => last.grow(&step),
            _ => self.done.push(step),
        }
        self.open = !inserted.ends_with(GROUP_ENDS);
    }

    /// Ends the group: what is typed next is taken back on its own.
    pub const fn end_group(&mut self) {
        self.open = false;
    }

    /// Takes the newest group back; returns where the cursor stood.
    pub fn undo(&mut self, text: &mut String) -> Option<usize> {
        let step = self.done.pop()?;
        text.replace_range(step.start..step.start + step.inserted.len(), &step.removed);
        let cursor = step.cursor;
        self.undone.push(step);
        self.open = false;
        Some(cursor)
    }

    /// Does the group taken back last again; returns where the cursor then stands.
    pub fn redo(&mut self, text: &mut String) -> Option<usize> {
        let step = self.undone.pop()?;
        text.replace_range(step.start..step.start + step.removed.len(), &step.inserted);
        let cursor = step.start + step.inserted.len();
        self.done.push(step);
        self.open = false;
        Some(cursor)
    }
}

impl Step {
    /// Whether `next` goes on where this one stopped: typing after typing, deleting after deleting.
    fn takes(&self, next: &Self) -> bool {
        let typing =
            next.removed.is_empty() && !self.inserted.is_empty() && next.start == self.start + self.inserted.len();
        let erasing =
            next.inserted.is_empty() && self.inserted.is_empty() && next.start + next.removed.len() == self.start;
        let deleting = next.inserted.is_empty() && self.inserted.is_empty() && next.start == self.start;
        typing || erasing || deleting
    }

    fn grow(&mut self, next: &Self) {
        if next.start < self.start {
            self.removed.insert_str(0, &next.removed);
            self.start = next.start;
        } else {
            self.removed.push_str(&next.removed);
        }
        self.inserted.push_str(&next.inserted);
    }
}
