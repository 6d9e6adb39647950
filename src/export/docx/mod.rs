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

use std::error::Error;
use std::fmt;

use crate::document::Document;
use crate::lang::Lang;

pub use profile::Profile;

/// Why a .docx could not be made.
#[derive(Debug)]
pub enum ExportError {
    /// The text of the report made no well-formed XML.
    Xml(quick_xml::Error),
    /// The parts could not be packed.
    Zip(zip::result::ZipError),
}

impl ExportError {
    /// Says what went wrong.
    pub fn text(&self, lang: Lang) -> String {
        let cause: &dyn fmt::Display = match self {
            Self::Xml(cause) => cause,
            Self::Zip(cause) => cause,
        };
        match lang {
            Lang::Zh => format!("写不成 Word 文档：{cause}"),
            Lang::En => format!("the Word document could not be made: {cause}"),
        }
    }

    /// Says what to do.
    pub fn hint(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => "台账里的内容没有变；可以先导出 .md 或 .txt".to_owned(),
            Lang::En => "the ledger is unchanged; export .md or .txt for now".to_owned(),
        }
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl Error for ExportError {}

/// Writes the document as the bytes of a .docx; equal documents give equal bytes.
pub fn docx(document: &Document, profile: &Profile) -> Result<Vec<u8>, ExportError> {
    let body = body::body(document).build().document;
    let body = schema::valid(&String::from_utf8_lossy(&body)).map_err(ExportError::Xml)?;
    package::package(&body, &document.meta, profile).map_err(ExportError::Zip)
}
