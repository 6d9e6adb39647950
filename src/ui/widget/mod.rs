//! The parts that screens are made of: lines of wide text, lists, text fields.

pub mod line;
mod list;

pub use list::ListCursor;
