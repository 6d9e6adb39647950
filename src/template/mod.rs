//! Templates and the sample ledger: TOML → model.
//!
//! The default template lies in `default/*.toml`, the sample in `sample/*.toml`; both are read by the same code as a
//! user's own file.

use std::fmt;

use crate::lang::Lang;
use crate::model::{Change, Template, Year};

/// What is wrong in a template: where it is, what stands there, and what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError;

impl TemplateError {
    /// Says file, line, column, what is wrong and what was meant.
    pub fn text(&self, _lang: Lang) -> String {
        todo!()
    }
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

/// Reads a template; `file` is its name in errors.
pub fn read(_file: &str, _toml: &str) -> Result<Template, Vec<TemplateError>> {
    todo!()
}

/// The default template.
pub fn default_template() -> Template {
    todo!()
}

/// The change that begins a year from a template: its copy, its passages, and the entries the ledger lacks.
pub fn begin_year(_template: Template, _year: Year) -> Change {
    todo!()
}

/// The changes that make the sample ledger: the years 2021 and 2022 with their items.
pub fn sample() -> Vec<Change> {
    todo!()
}
