//! One cell: what stands in it as text, as a clerk would type it.

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Text; numbers and dates as one types them: `300`, `12.5`, `2022-12-20`.
    Text(String),
    /// Something that is no value.
    Flawed(Flaw),
}

/// Why a cell holds no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Its formula failed: `#DIV/0!`.
    Failed(String),
}

impl Cell {
    /// The text, when it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Flawed(_) => None,
        }
    }

    /// Bytes of text in it.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Text(text) | Self::Flawed(Flaw::Failed(text)) => text.len(),
        }
    }
}
