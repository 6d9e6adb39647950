//! Wide text: cells, cutting, wrapping, numerals, folding, matching.

mod cells;
mod fold;
mod numeral;
mod pinyin;
mod rounding;
mod wrap;

pub use cells::Cells;
pub use fold::{fold, fold_key};
pub use numeral::{han, ordinal_han, read_han};
pub use pinyin::Query;
pub use rounding::{about, ceiled, floored};
pub use wrap::wrap;
