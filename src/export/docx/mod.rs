//! Document → .docx after GB/T 9704-2012.
//!
//! docx-rs writes text and style ids (`body`); the XML step puts them in the order of the schema (`schema`); styles,
//! settings and footers are files under `parts/`, so that a whole report is restyled there, or in Word by its styles.

mod body;
mod package;
mod profile;
mod runs;
mod schema;
mod section;
mod table;

#[cfg(test)]
mod tests;

use super::ExportError;
use crate::document::Document;

pub use profile::Profile;

/// Writes the document as the bytes of a .docx; equal documents give equal bytes.
pub fn docx(document: &Document, profile: &Profile) -> Result<Vec<u8>, ExportError> {
    let body = body::body(document).build().document;
    let body = schema::valid(&String::from_utf8_lossy(&body)).map_err(ExportError::Xml)?;
    package::package(&body, &document.meta, profile).map_err(ExportError::Zip)
}
