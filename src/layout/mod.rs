//! Document → pages as they print: 22 lines × 28 characters, or what the profile says.
//!
//! Lines break where they do on paper: `breaking` measures in twips, as the .docx sets them. What is shown of a line is
//! counted in cells, two a full character.

mod breaking;
mod paging;
mod paragraph;
mod table;
mod western;

use crate::document::{Block, Document, Paragraph, Role};
use crate::model::Profile;
use crate::text::printed_width;

use paging::Paging;

/// Lines on a page of the standard.
pub const LINES: usize = 22;
/// Full-width characters on a line of the standard.
pub const CHARACTERS: usize = 28;

/// A printed page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its lines: [`LINES`] of text or what the profile says; a table is set smaller and may have more.
    pub lines: Vec<Line>,
    /// Full-width characters on its lines: [`CHARACTERS`] or what the profile says, more on a page that lies across.
    pub characters: usize,
}

impl Page {
    /// The cells that it takes on the screen, two a full-width character; a table is set smaller and takes more.
    pub fn cells(&self) -> usize {
        self.lines.iter().map(Line::cells).chain([self.characters * 2]).max().unwrap_or(0)
    }
}

/// A printed line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Empty cells before the text, two a full-width character.
    pub indent: usize,
    /// The stretches of text.
    pub pieces: Vec<Piece>,
}

/// A stretch of one run on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Index of the block in the document.
    pub block: usize,
    /// Index of the run in its paragraph, or among all runs of its table; [`Piece::NO_RUN`] for what stands between them.
    pub run: usize,
    /// The text.
    pub text: String,
}

impl Piece {
    /// Heads of tables, what stands between columns, and the frames of pictures are of no run.
    pub const NO_RUN: usize = usize::MAX;
}

impl Line {
    /// The cells up to its end.
    fn cells(&self) -> usize {
        self.indent + self.pieces.iter().map(|piece| printed_width(&piece.text)).sum::<usize>()
    }

    /// The text without its indent.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

/// Breaks the document into pages of `profile`; there is always one.
pub fn pages(document: &Document, profile: &Profile) -> Vec<Page> {
    let mut paging = Paging::new(profile);
    for (at, block) in document.blocks.iter().enumerate() {
        if document.empty_line_before(at) {
            paging.text(vec![Line::default()]);
        }
        match block {
            Block::Part(orientation) => paging.part(*orientation),
            Block::Picture(picture) => paging.picture(picture, at),
            Block::Table(table) => paging.table(&table::table(table, at, paging.sheet())),
            Block::Paragraph(paragraph) => lay(&mut paging, document, at, paragraph),
        }
    }
    paging.finish()
}

/// Puts a paragraph onto the pages; a signature stays with its date, an annex begins a page.
fn lay(paging: &mut Paging, document: &Document, at: usize, paragraph: &Paragraph) {
    let lines = paragraph::lines(document, at, paragraph, paging.sheet());
    match paragraph.role {
        Role::AnnexLabel => paging.new_page(),
        Role::Signature if has_date(document, at + 1) => paging.keep(lines.len() + 1),
        _ => {}
    }
    match paragraph.role {
        Role::Title | Role::AnnexTitle | Role::Caption => paging.middle(lines),
        _ => paging.text(lines),
    }
}

/// Whether a date stands at `at`.
fn has_date(document: &Document, at: usize) -> bool {
    matches!(document.blocks.get(at), Some(Block::Paragraph(Paragraph { role: Role::Date { .. }, .. })))
}

#[cfg(test)]
mod tests;
