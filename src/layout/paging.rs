//! Lines → pages: what fits on a sheet, by the heights that the .docx sets.

use super::table::Rows;
use super::{Line, Page, Piece};
use crate::document::{Orientation, Picture};
use crate::model::{Profile, TextArea};
use crate::text::TypeSize;

/// The text area of a sheet, in twips, and what is set on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sheet {
    pub width: usize,
    pub height: usize,
    /// Full-width characters on a line.
    pub characters: usize,
    /// The height of a line of text.
    line: usize,
    /// The type of the text.
    pub size: TypeSize,
}

impl Sheet {
    fn of(profile: &Profile, orientation: Orientation) -> Self {
        let TextArea { width, height } = profile.text_area(orientation);
        let (line, size) = (profile.line.max(1).into(), TypeSize::body(profile.tight.into()));
        Self { width, height, characters: profile.characters(orientation), line, size }
    }
}

/// What is free above a picture, in twips.
const PICTURE_GAP: usize = 120;

/// The pages so far; the last is being filled.
pub(super) struct Paging<'a> {
    profile: &'a Profile,
    pages: Vec<Page>,
    page: Page,
    sheet: Sheet,
    used: usize,
}

impl<'a> Paging<'a> {
    pub(super) fn new(profile: &'a Profile) -> Self {
        let sheet = Sheet::of(profile, Orientation::Portrait);
        Self { profile, pages: Vec::new(), page: blank(sheet), sheet, used: 0 }
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
        self.sheet = Sheet::of(self.profile, orientation);
        self.page = blank(self.sheet);
    }

    /// Begins a page unless so many lines of text fit onto this one.
    pub(super) fn keep(&mut self, lines: usize) {
        let height = lines * self.sheet.line;
        if !self.has_room(height) && height <= self.sheet.height {
            self.new_page();
        }
    }

    /// Adds lines of text.
    pub(super) fn text(&mut self, lines: Vec<Line>) {
        for line in lines {
            self.add(vec![line], self.sheet.line);
        }
    }

    /// Adds a picture: its corners, and room for what is written under it.
    pub(super) fn picture(&mut self, picture: &Picture) {
        let (wide, high) = picture.fitted(self.sheet.width, self.sheet.height);
        let (high, cells) = (high + PICTURE_GAP, (wide * self.sheet.characters * 2 / self.sheet.width.max(1)).max(2));
        if !self.has_room(high + self.sheet.line) {
            self.new_page();
        }
        let indent = (self.sheet.characters * 2).saturating_sub(cells) / 2;
        let edge = format!("+{}+", "-".repeat(cells - 2));
        let lines = (high / self.sheet.line.max(1)).max(2);
        let row = |row: usize| {
            let text = if row == 0 || row + 1 == lines { edge.clone() } else { String::new() };
            Line { indent, pieces: vec![Piece { block: 0, run: Piece::NO_RUN, text }] }
        };
        self.add((0..lines).map(row).collect(), high);
    }

    /// Adds a table; its head stands on each page again.
    pub(super) fn table(&mut self, table: &Rows) {
        let Some((head, rows)) = table.rows.split_first() else { return };
        self.keep_height(head.height + rows.first().map_or(0, |row| row.height));
        self.add(head.lines.clone(), head.height);
        for row in rows {
            // What may break goes onto the page line by line, each as high as its share of the row.
            let parts = if row.breaks { row.lines.len().max(1) } else { 1 };
            for lines in row.lines.chunks(row.lines.len().div_ceil(parts).max(1)) {
                let height = row.height / parts;
                if !self.has_room(height) {
                    self.new_page();
                    self.add(head.lines.clone(), head.height);
                }
                self.add(lines.to_vec(), height);
            }
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
