//! A field whose text has figures in it, each a unit.

use std::ops::Range;

use super::units::{Piece, Unit, UnitLook, Units};
use super::{TextField, motion};
use crate::ui::scene::Clipboard;

impl TextField {
    /// A field of several lines with figures in it, the cursor before the first.
    pub fn live(pieces: Vec<Piece>) -> Self {
        let mut units = Units::default();
        let text = units.text(pieces);
        let mut field = Self { units: Some(units), ..Self::multi(&text) };
        field.cursor = 0;
        field
    }

    /// Whether figures are units in it.
    pub const fn is_live(&self) -> bool {
        self.units.is_some()
    }

    /// What stands in it, cut into words and units.
    pub fn pieces(&self) -> Vec<Piece> {
        self.units.as_ref().map_or_else(|| vec![Piece::Words(self.text.clone())], |units| units.pieces(&self.text))
    }

    /// The unit after the cursor, else the one before it, and where it stands.
    pub fn unit(&self) -> Option<(Range<usize>, &Unit)> {
        let units = self.units.as_ref()?;
        let after = self.cursor..motion::after(&self.text, self.cursor);
        let before = motion::before(&self.text, self.cursor)..self.cursor;
        [after, before].into_iter().find_map(|at| {
            let c = self.text[at.clone()].chars().next()?;
            Some((at, units.get(c).filter(|unit| unit.look != UnitLook::Edge)?))
        })
    }

    /// Puts pieces into the place of `range`, or of what is selected; one step of undo.
    pub fn put(&mut self, range: Option<Range<usize>>, pieces: Vec<Piece>) {
        let Some(units) = &mut self.units else { return };
        let text = units.text(pieces);
        let range = range.unwrap_or_else(|| self.overwritten());
        self.history.end_group();
        self.replace(range, &text);
        self.history.end_group();
    }

    /// Puts pieces into the place of some words of the piece `index`, their range in bytes; one step of undo.
    pub fn put_in(&mut self, index: usize, words: Range<usize>, pieces: Vec<Piece>) {
        let range = self.byte_of(index, words.start)..self.byte_of(index, words.end);
        self.put(Some(range), pieces);
    }

    /// Puts the cursor before the piece `index`, so many bytes into its words.
    pub fn stand_in(&mut self, index: usize, bytes: usize) {
        self.cursor = motion::boundary(&self.text, self.byte_of(index, bytes));
        self.anchor = None;
    }

    /// The byte of the text that lies so many bytes into the piece `index`.
    fn byte_of(&self, index: usize, bytes: usize) -> usize {
        let before: usize = self.pieces().iter().take(index).map(length).sum();
        let at = (before + bytes).min(self.text.len());
        (0..=at).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0)
    }

    /// The piece that begins at a byte of the text, or holds it.
    pub fn index_of(&self, at: usize) -> usize {
        let mut before = 0;
        let ends = self.pieces().into_iter().map(|piece| {
            before += length(&piece);
            before
        });
        ends.take_while(|end| *end <= at).count()
    }

    /// Puts other pieces into the place of all, the cursor before the piece `index`; one step of undo.
    pub fn put_all(&mut self, pieces: Vec<Piece>, index: usize) {
        let all = 0..self.text.len();
        self.put(Some(all), pieces);
        self.stand_in(index, 0);
    }

    /// Where units are seen.
    pub(super) fn unit_spans(&self) -> Vec<(Range<usize>, UnitLook)> {
        self.units.as_ref().map(|units| units.spans(&self.text)).unwrap_or_default()
    }

    /// What was typed, without what could be taken for a unit.
    pub(super) fn words_of(&self, typed: &str) -> String {
        if self.is_live() { Units::without(typed) } else { typed.to_owned() }
    }

    /// Copies a range: with its figures, and as it is seen.
    pub(super) fn copied(&self, range: Range<usize>, clipboard: &Clipboard) {
        let text = &self.text[range];
        match &self.units {
            Some(units) => clipboard.set_pieces(&units.shown(text), units.pieces(text)),
            None => clipboard.set(text),
        }
    }

    /// What the clipboard gives this field: figures stay figures where there can be any.
    pub(super) fn pasted(&mut self, clipboard: &Clipboard) -> String {
        match (&mut self.units, clipboard.pieces()) {
            (Some(units), Some(pieces)) => units.text(pieces),
            (Some(_), None) => Units::without(&clipboard.get()),
            (None, _) => clipboard.get(),
        }
    }
}

/// Bytes that a piece takes in the text.
fn length(piece: &Piece) -> usize {
    match piece {
        Piece::Words(words) => words.len(),
        Piece::Unit(_) => Units::WIDTH,
    }
}
