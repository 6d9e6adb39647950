//! Templates and the sample ledger: TOML → model.
//!
//! The default template lies in `default/*.toml`, the sample in `sample/*.toml`; both are read by the same code as a
//! user's own file. A template is read in two passes: `known` collects what is declared, then each row is read
//! against it. All mistakes of a file are told at once, each with its place and what was probably meant.

mod annex;
mod builtin;
mod error;
mod field;
mod indicator;
mod known;
mod matter;
mod office;
mod page;
mod passage;
mod reader;
mod row;
mod sample;
mod scope;
mod tokens;
mod year;

#[cfg(test)]
mod tests;

pub use builtin::{default_template, default_toml, sample};
pub use error::{Fault, Place, Sort, TemplateError, Wanted};
pub use reader::read;
pub use year::begin_year;
