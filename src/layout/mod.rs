//! Document → pages of 22 lines × 28 characters, as they print.

use crate::document::Document;

/// Lines on a page.
pub const LINES: usize = 22;
/// Full-width characters on a line.
pub const CHARACTERS: usize = 28;

/// A printed page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its lines, at most [`LINES`].
    pub lines: Vec<Line>,
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
    /// Index of the run in its paragraph.
    pub run: usize,
    /// The text.
    pub text: String,
}

/// Breaks the document into pages.
pub fn pages(_document: &Document) -> Vec<Page> {
    todo!()
}
