//! The parts that screens are made of: lines of wide text, lists, text fields.

mod field;
pub mod line;
mod list;

pub use field::{TextField, Typed};
pub use list::ListCursor;
