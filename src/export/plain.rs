//! Document → plain text.

use crate::document::Document;

/// Writes the document as text, a line a paragraph.
pub fn plain(_document: &Document) -> String {
    todo!()
}
