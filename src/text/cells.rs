//! How many cells text takes on this terminal, and cutting it by cells.

/// The widths of this terminal: characters of ambiguous width take one cell or two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// “ ” — … · take two cells.
    pub ambiguous_wide: bool,
}

impl Cells {
    /// Cells that `text` takes.
    pub fn width(self, _text: &str) -> usize {
        todo!()
    }

    /// The longest head of `text` that fits into `cells`, never half a grapheme.
    pub fn cut(self, _text: &str, _cells: usize) -> &str {
        todo!()
    }

    /// `text` in exactly `cells`: cut (ending in `..` where something is lost), or filled with blanks.
    pub fn fit(self, _text: &str, _cells: usize) -> String {
        todo!()
    }

    /// The same, blanks before the text.
    pub fn fit_right(self, _text: &str, _cells: usize) -> String {
        todo!()
    }

    /// `text` fit to be shown: no control and bidi characters, tabs as blanks.
    pub fn clean(_text: &str) -> std::borrow::Cow<'_, str> {
        todo!()
    }
}
