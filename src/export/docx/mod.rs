//! Document → .docx after GB/T 9704-2012.
//!
//! docx-rs writes text and style ids (`body`); the XML step puts them in the order of the schema (`schema`); tables and
//! the places of pictures are written as they are (`table`, `media`); styles, settings and footers are files under `parts/`, so that a whole report is restyled there, or in Word by its styles.

mod bar;
mod body;
mod media;
mod package;
mod runs;
mod schema;
mod section;
mod styles;
mod table;
mod xml;

#[cfg(test)]
mod tests;

use super::ExportError;
use crate::document::Document;
use crate::model::Profile;

/// Writes the document as the bytes of a .docx; equal documents give equal bytes.
pub fn docx(document: &Document, profile: &Profile) -> Result<Vec<u8>, ExportError> {
    let body = body::body(document, profile).map_err(ExportError::Xml)?;
    package::package(&body, &document.meta, profile).map_err(ExportError::Zip)
}
