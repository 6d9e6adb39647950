//! The cursor of a scrolling list.

use std::ops::Range;

use crate::command::Command;

/// Which row of a list is selected, and which rows are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListCursor {
    length: usize,
    index: usize,
    top: usize,
    height: usize,
}

impl ListCursor {
    /// On the first of `length` rows.
    pub fn new(length: usize) -> Self {
        Self { length, height: 1, ..Self::default() }
    }

    /// The selected row.
    pub const fn index(&self) -> usize {
        self.index
    }

    /// The selected row, when there are rows.
    pub fn selected(&self) -> Option<usize> {
        (self.index < self.length).then_some(self.index)
    }

    /// Number of rows.
    pub const fn len(&self) -> usize {
        self.length
    }

    /// Whether there are no rows.
    pub const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The rows that are shown.
    pub fn shown(&self) -> Range<usize> {
        self.top..self.length.min(self.top + self.height)
    }

    /// How far down in what is shown the selected row stands.
    pub const fn offset(&self) -> usize {
        self.index.saturating_sub(self.top)
    }

    /// Selects a row, the last one at most.
    pub fn select(&mut self, index: usize) {
        self.index = index.min(self.length.saturating_sub(1));
        self.scroll();
    }

    /// Takes note that there are now `length` rows; the selected row stays where it can.
    pub fn resize(&mut self, length: usize) {
        self.length = length;
        self.select(self.index);
    }

    /// Shows `height` rows, scrolled so that the selected one is among them.
    pub fn arrange(&mut self, height: usize) {
        self.height = height.max(1);
        self.scroll();
    }

    /// Moves as `command` says; false: it is no command that moves.
    pub fn update(&mut self, command: Command) -> bool {
        let page = self.height.saturating_sub(1).max(1);
        let index = match command {
            Command::Up | Command::PreviousField => self.index.saturating_sub(1),
            Command::Down | Command::NextField => self.index + 1,
            Command::PageUp => self.index.saturating_sub(page),
            Command::PageDown => self.index + page,
            Command::Home | Command::Top => 0,
            Command::End | Command::Bottom => self.length,
            _ => return false,
        };
        self.select(index);
        true
    }

    fn scroll(&mut self) {
        let last_top = self.length.saturating_sub(self.height);
        let lowest = (self.index + 1).saturating_sub(self.height);
        self.top = self.top.clamp(lowest, self.index.max(lowest)).min(last_top);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_row_is_always_shown() {
        let mut cursor = ListCursor::new(10);
        cursor.arrange(3);
        for _ in 0..4 {
            cursor.update(Command::Down);
        }
        assert_eq!((cursor.index(), cursor.shown(), cursor.offset()), (4, 2..5, 2));
        cursor.update(Command::End);
        assert_eq!((cursor.index(), cursor.shown()), (9, 7..10));
        cursor.update(Command::Up);
        assert_eq!(cursor.shown(), 7..10);
        cursor.update(Command::Home);
        assert_eq!((cursor.index(), cursor.shown()), (0, 0..3));
    }

    #[test]
    fn a_list_that_grows_shorter_keeps_a_row_selected() {
        let mut cursor = ListCursor::new(10);
        cursor.arrange(4);
        cursor.select(9);
        cursor.resize(3);
        assert_eq!((cursor.index(), cursor.shown()), (2, 0..3));
        cursor.resize(0);
        assert_eq!((cursor.selected(), cursor.shown()), (None, 0..0));
    }

    #[test]
    fn a_page_keeps_one_row_of_the_old_one() {
        let mut cursor = ListCursor::new(100);
        cursor.arrange(10);
        cursor.update(Command::PageDown);
        assert_eq!(cursor.index(), 9);
        cursor.update(Command::PageUp);
        assert_eq!(cursor.index(), 0);
    }
}
