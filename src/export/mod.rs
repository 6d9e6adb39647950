//! The Document as files: .docx, markdown, text; tables as files: .xlsx, .csv.

mod csv;
mod docx;
mod error;
mod markdown;
mod plain;
mod sheet;
mod xlsx;

pub use csv::csv;
pub use docx::docx;
pub use error::ExportError;
pub use markdown::markdown;
pub use plain::plain;
pub use sheet::{Cell, Sheet};
pub use xlsx::xlsx;
