//! What the program brings along: the default template and the sample ledger.

use std::sync::OnceLock;

use super::error::TemplateError;
use super::page::Page;
use super::reader::read_pages;
use super::sample::read_sample;
use super::year::begin_year;
use crate::model::{Change, Ledger, Template, Year};

macro_rules! pages {
    ($($file:literal),*) => { [$(Page { file: $file, text: include_str!($file) }),*] };
}

/// The files of the default template.
pub(super) const DEFAULT: [Page<'static>; 8] = pages![
    "default/office.toml",
    "default/kinds.toml",
    "default/registers.toml",
    "default/matters.toml",
    "default/indicators.toml",
    "default/cadences.toml",
    "default/passages.toml",
    "default/annexes.toml"
];

/// The sample's years, the earlier one first.
pub(super) const SAMPLE: [(i32, Page<'static>); 2] = [
    (2021, Page { file: "sample/2021.toml", text: include_str!("sample/2021.toml") }),
    (2022, Page { file: "sample/2022.toml", text: include_str!("sample/2022.toml") }),
];

/// The default template, parsed once.
///
/// # Panics
/// Never: its files are part of the program, and a test reads them.
pub fn default_template() -> Template {
    static PARSED: OnceLock<Template> = OnceLock::new();
    PARSED.get_or_init(|| read_pages(&DEFAULT).expect("the default template is tested")).clone()
}

/// The default template as one file, to begin one's own from.
pub fn default_toml() -> String {
    DEFAULT.map(|page| page.text).join("\n")
}

/// The changes that make the sample ledger out of an empty one: each year is begun, then filled.
///
/// # Panics
/// Never: its files are part of the program, and a test reads them.
pub fn sample() -> Vec<Change> {
    sample_changes().expect("the sample is tested")
}

/// The same, with the mistakes that may be in the files.
pub(super) fn sample_changes() -> Result<Vec<Change>, Vec<TemplateError>> {
    let filled = read_sample(&DEFAULT, &SAMPLE, &default_template())?;
    let mut ledger = Ledger::default();
    let mut changes = Vec::new();
    for ((number, _), filled) in SAMPLE.iter().zip(filled) {
        let year = Year::try_from(*number).expect("the sample's years are in range");
        let begun = begin_year(&ledger, default_template(), year);
        begun.apply(&mut ledger).expect("no year of the sample is begun twice");
        changes.extend([begun, filled]);
    }
    Ok(changes)
}
