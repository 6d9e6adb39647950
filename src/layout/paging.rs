//! Lines → pages: what fits on a sheet, by the heights that the .docx sets.

use crate::document::Orientation;

use super::table::Rows;
use super::{CHARACTERS, Line, Page};

/// The height of a line of text, in twips: 22 on an upright page.
const LINE: usize = 579;

/// The text area of a sheet, in twips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sheet {
    pub width: usize,
    pub height: usize,
    /// Full-width characters on a line.
    pub characters: usize,
}

impl Sheet {
    const fn of(orientation: Orientation) -> Self {
        match orientation {
            Orientation::Portrait => Self { width: 8845, height: 12756, characters: CHARACTERS },
            Orientation::Landscape => Self { width: 12756, height: 8845, characters: 40 },
        }
    }
}

/// The pages so far; the last is being filled.
pub(super) struct Paging {
    pages: Vec<Page>,
    page: Page,
    sheet: Sheet,
    used: usize,
}

impl Paging {
    pub(super) fn new() -> Self {
        let sheet = Sheet::of(Orientation::Portrait);
        Self { pages: Vec::new(), page: blank(sheet), sheet, used: 0 }
    }

    /// The sheet that is being filled.
    pub(super) const fn sheet(&self) -> Sheet {
        self.sheet
    }

    /// Begins a page, unless the present one is untouched.
    pub(super) fn new_page(&mut self) {
        if !self.page.lines.is_empty() {
            let full = std::mem::replace(&mut self.page, blank(self.sheet));
            self.pages.push(full);
            self.used = 0;
        }
    }

    /// Begins a page of this orientation.
    pub(super) fn part(&mut self, orientation: Orientation) {
        self.new_page();
        self.sheet = Sheet::of(orientation);
        self.page = blank(self.sheet);
    }

    /// Begins a page unless so many lines of text fit onto this one.
    pub(super) fn keep(&mut self, lines: usize) {
        if !self.has_room(lines * LINE) && lines * LINE <= self.sheet.height {
            self.new_page();
        }
    }

    /// Adds lines of text.
    pub(super) fn text(&mut self, lines: Vec<Line>) {
        for line in lines {
            self.add(vec![line], LINE);
        }
    }

    /// Adds a table; its head stands on each page again.
    pub(super) fn table(&mut self, table: &Rows) {
        let Some((head, rows)) = table.rows.split_first() else { return };
        self.keep_height(head.height + rows.first().map_or(0, |row| row.height));
        self.add(head.lines.clone(), head.height);
        for row in rows {
            if !self.has_room(row.height) {
                self.new_page();
                self.add(head.lines.clone(), head.height);
            }
            self.add(row.lines.clone(), row.height);
        }
    }

    pub(super) fn finish(mut self) -> Vec<Page> {
        if !self.page.lines.is_empty() || self.pages.is_empty() {
            self.pages.push(self.page);
        }
        self.pages
    }

    fn has_room(&self, height: usize) -> bool {
        self.used + height <= self.sheet.height
    }

    fn keep_height(&mut self, height: usize) {
        if !self.has_room(height) {
            self.new_page();
        }
    }

    fn add(&mut self, lines: Vec<Line>, height: usize) {
        self.keep_height(height);
        self.page.lines.extend(lines);
        self.used += height;
    }
}

/// A page with nothing on it.
const fn blank(sheet: Sheet) -> Page {
    Page { lines: Vec::new(), characters: sheet.characters }
}
