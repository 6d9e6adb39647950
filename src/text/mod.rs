//! Wide text: cells, cutting, wrapping, numerals, folding, matching.

mod balance;
mod cells;
mod fold;
mod nearest;
mod numeral;
mod pinyin;
mod print;
mod rounding;
mod runs;
mod said;
mod script;
mod typeset;
mod wrap;

pub use balance::balance;
pub use cells::Cells;
pub use fold::{fold, fold_form, fold_heading, fold_key};
pub use nearest::nearest;
pub use numeral::{han, ordinal_han, read_han};
pub use pinyin::{Findable, Query, sounds_like, spelling};
pub use print::{printable, printed_width};
pub use rounding::{about, ceiled, floored};
pub use runs::typed_blanks;
pub use said::{MEASURES, Said, said};
pub use script::{Letter, Script, letters};
pub use typeset::TypeSize;
pub use wrap::{closes, opens, wrap};
