//! Document → markdown.

use crate::document::Document;

/// Writes the document as markdown.
pub fn markdown(_document: &Document) -> String {
    todo!()
}
