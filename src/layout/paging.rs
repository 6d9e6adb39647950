//! Lines → pages: what fits on a sheet, by the heights that the .docx sets.

use super::table::{Row, Rows};
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

/// A centimetre, in twips.
const CENTIMETRE: usize = 567;
/// What is free above a picture, in twips.
const PICTURE_GAP: usize = 120;

/// The pages so far; the last is being filled.
pub(super) struct Paging<'a> {
    profile: &'a Profile,
    pages: Vec<Page>,
    page: Page,
    sheet: Sheet,
    used: usize,
    /// The lines of the page that stand in its middle, and the cells of its widest table.
    centred: Vec<usize>,
    wide: usize,
}

impl<'a> Paging<'a> {
    pub(super) fn new(profile: &'a Profile) -> Self {
        let sheet = Sheet::of(profile, Orientation::Portrait);
        Self { profile, pages: Vec::new(), page: blank(sheet), sheet, used: 0, centred: Vec::new(), wide: 0 }
    }

    /// The sheet that is being filled.
    pub(super) const fn sheet(&self) -> Sheet {
        self.sheet
    }

    /// Begins a page, unless the present one is untouched.
    pub(super) fn new_page(&mut self) {
        if !self.page.lines.is_empty() {
            self.fill();
            self.used = 0;
        }
    }

    /// Puts the page to the others. A table is wider on the screen than text: what is centred stands over its middle.
    fn fill(&mut self) {
        let mut full = std::mem::replace(&mut self.page, blank(self.sheet));
        let wider = std::mem::take(&mut self.wide).saturating_sub(full.characters * 2);
        for line in self.centred.drain(..) {
            full.lines[line].indent += wider / 2;
        }
        self.pages.push(full);
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

    /// Adds lines that stand in the middle.
    pub(super) fn middle(&mut self, lines: Vec<Line>) {
        for line in lines {
            self.add(vec![line], self.sheet.line);
            self.centred.push(self.page.lines.len() - 1);
        }
    }

    /// Adds a picture: its frame with its sizes, and room for what is written under it.
    pub(super) fn picture(&mut self, picture: &Picture, block: usize) {
        let (wide, high) = picture.fitted(self.sheet.width, self.sheet.height);
        let cells = (wide * self.sheet.characters * 2 / self.sheet.width.max(1)).max(2);
        let said = sizes(picture, wide, high);
        let high = high + PICTURE_GAP;
        if !self.has_room(high + self.sheet.line) {
            self.new_page();
        }
        let indent = (self.sheet.characters * 2).saturating_sub(cells) / 2;
        let lines = (high / self.sheet.line.max(1)).max(2);
        let line = |text| Line { indent, pieces: vec![Piece { block, run: Piece::NO_RUN, text }] };
        self.add(frame(cells, lines, &said).into_iter().map(line).collect(), high);
    }

    /// Adds a table; its head stands on each page again.
    pub(super) fn table(&mut self, table: &Rows) {
        let Some((head, rows)) = table.rows.split_first() else { return };
        self.keep_height(head.height + rows.first().map_or(0, |row| row.height));
        self.head(head, table.cells);
        for row in rows {
            // What may break goes onto the page line by line, each as high as its share of the row.
            let parts = if row.breaks { row.lines.len().max(1) } else { 1 };
            for lines in row.lines.chunks(row.lines.len().div_ceil(parts).max(1)) {
                let height = row.height / parts;
                if !self.has_room(height) {
                    self.new_page();
                    self.head(head, table.cells);
                }
                self.add(lines.to_vec(), height);
            }
        }
    }

    /// Adds the head of a table that is so many cells wide.
    fn head(&mut self, head: &Row, cells: usize) {
        self.add(head.lines.clone(), head.height);
        self.wide = self.wide.max(cells);
    }

    pub(super) fn finish(mut self) -> Vec<Page> {
        if !self.page.lines.is_empty() || self.pages.is_empty() {
            self.fill();
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

/// What the picture is in pixels, and how large it prints.
fn sizes(picture: &Picture, wide: usize, high: usize) -> [String; 2] {
    let (across, down) = picture.pixels;
    let centimetres = |twips: usize| {
        let tenths = (twips * 10 + CENTIMETRE / 2) / CENTIMETRE;
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    let name = picture.format.extension().to_uppercase();
    [format!("{name} {across}x{down}"), format!("{} x {} cm", centimetres(wide), centimetres(high))]
}

/// A frame of so many cells and rows, and in its middle what fits of `said`.
fn frame(cells: usize, rows: usize, said: &[String]) -> Vec<String> {
    let (inner, inside) = (cells.saturating_sub(2), rows.saturating_sub(2));
    let said: Vec<&String> = said.iter().filter(|text| text.len() <= inner).take(inside).collect();
    let top = (inside - said.len()) / 2;
    let edge = format!("+{}+", "-".repeat(inner));
    let row = |row: usize| {
        let text = row.checked_sub(top).and_then(|at| said.get(at)).map_or("", |text| text.as_str());
        format!("|{text:^inner$}|")
    };
    std::iter::once(edge.clone()).chain((0..inside).map(row)).chain([edge]).collect()
}

/// A page with nothing on it.
const fn blank(sheet: Sheet) -> Page {
    Page { lines: Vec::new(), characters: sheet.characters }
}
