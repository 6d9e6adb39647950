//! The Document as files: .docx, markdown, text.

mod docx;
mod markdown;
mod plain;

pub use docx::{ExportError, Profile, docx};
pub use markdown::markdown;
pub use plain::plain;
