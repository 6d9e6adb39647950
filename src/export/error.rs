//! Why a file could not be made.

use std::error::Error;
use std::fmt;

use crate::lang::Lang;

/// Why a file could not be made.
#[derive(Debug)]
pub enum ExportError {
    /// The text of the report made no well-formed XML.
    Xml(quick_xml::Error),
    /// The parts could not be packed.
    Zip(zip::result::ZipError),
    /// The table made no workbook.
    Sheet(rust_xlsxwriter::XlsxError),
}

impl ExportError {
    /// Says what went wrong.
    pub fn text(&self, lang: Lang) -> String {
        let cause: &dyn fmt::Display = match self {
            Self::Xml(cause) => cause,
            Self::Zip(cause) => cause,
            Self::Sheet(cause) => cause,
        };
        match (self, lang) {
            (Self::Sheet(_), Lang::Zh) => format!("写不成 Excel 表：{cause}"),
            (Self::Sheet(_), Lang::En) => format!("the workbook could not be made: {cause}"),
            (_, Lang::Zh) => format!("写不成 Word 文档：{cause}"),
            (_, Lang::En) => format!("the Word document could not be made: {cause}"),
        }
    }

    /// Says what to do.
    pub fn hint(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Sheet(_) => ("台账里的内容没有变；可以先导出 .csv", "the ledger is unchanged; export .csv for now"),
            _ => ("台账里的内容没有变；可以先导出 .md 或 .txt", "the ledger is unchanged; export .md or .txt for now"),
        };
        match lang {
            Lang::Zh => zh.to_owned(),
            Lang::En => en.to_owned(),
        }
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl Error for ExportError {}
