//! The parts that screens are made of: lines of wide text, lists, text fields.

mod field;
pub mod line;
mod list;
mod search_line;

pub use field::{Piece, TextField, Typed, Unit, UnitLook};
pub use list::ListCursor;
pub use search_line::SearchLine;
