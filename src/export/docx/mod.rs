//! Document → .docx after GB/T 9704-2012.

use std::fmt;

use crate::document::Document;
use crate::lang::Lang;

/// Fonts and measures; the default is what the standard says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {}

/// Why a .docx could not be made.
#[derive(Debug)]
pub enum ExportError {}

impl ExportError {
    /// Says what went wrong.
    pub fn text(&self, _lang: Lang) -> String {
        todo!()
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

/// Writes the document as the bytes of a .docx; equal documents give equal bytes.
pub fn docx(_document: &Document, _profile: &Profile) -> Result<Vec<u8>, ExportError> {
    todo!()
}
