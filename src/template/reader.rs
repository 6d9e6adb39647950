//! Reading a template: parse its files, collect what they declare, then read row by row.

use toml::de::DeTable;

use super::annex::annex;
use super::error::{Fault, TemplateError};
use super::indicator::indicator;
use super::known::{Known, Tables};
use super::matter::{cadence, matter};
use super::office::{entry, kind, register, section, setting};
use super::page::{Faults, Page};
use super::passage::passages;
use super::row::Row;
use super::scope::Shelf;
use crate::model::{Template, Unknown};

/// Reads a template; `file` is its name in errors. All mistakes are told, in the order of the file.
pub fn read(file: &str, toml: &str) -> Result<Template, Vec<TemplateError>> {
    // A text of several lines keeps the line ends of its file; the ledger has only one sort.
    read_pages(&[Page { file, text: &toml.replace("\r\n", "\n") }])
}

/// Reads a template that is spread over several files.
pub(super) fn read_pages(pages: &[Page<'_>]) -> Result<Template, Vec<TemplateError>> {
    let faults = Faults::default();
    let parsed = parse(pages, &faults)?;
    let tables = tables(pages, &parsed, &faults);
    let known = Known::declare(&tables, &faults);
    let template = template(&tables, &known);
    faults.none()?;
    Ok(template)
}

/// Parses all files; where one is no TOML, nothing more is looked at, for the rest would only mislead.
pub(super) fn parse<'a>(pages: &[Page<'a>], faults: &Faults) -> Result<Vec<DeTable<'a>>, Vec<TemplateError>> {
    let parsed = pages.iter().map(|page| page.parse(faults)).collect();
    faults.none()?;
    Ok(parsed)
}

/// Gathers the tables of all files.
pub(super) fn tables<'a>(pages: &[Page<'a>], parsed: &'a [DeTable<'a>], faults: &'a Faults) -> Tables<'a> {
    let mut tables = Tables::default();
    for (page, table) in pages.iter().zip(parsed) {
        tables.add(&Row::new(table, page.spot(0, 0), faults));
    }
    tables
}

fn template(tables: &Tables<'_>, known: &Known<'_>) -> Template {
    let registers = all(&tables.registers, |row| register(row, known));
    let kinds = all(&tables.kinds, |row| kind(row, known));
    let matters = all(&tables.matters, |row| matter(row, &kinds, known));
    let shelf = Shelf { kinds: &kinds, registers: &registers, matters: &matters, known };
    Template {
        name: name(tables, known),
        settings: all(&tables.settings, |row| setting(row, known)),
        sections: all(&tables.sections, section),
        entries: all(&tables.entries, |row| entry(row, &registers, known)),
        indicators: all(&tables.indicators, |row| indicator(row, shelf)),
        cadences: all(&tables.cadences, |row| cadence(row, known)),
        passages: passages(&tables.passages, tables.start, known),
        annexes: all(&tables.annexes, |row| annex(row, shelf)),
        kinds,
        registers,
        matters,
        unknown: Unknown::new(),
    }
}

fn name(tables: &Tables<'_>, known: &Known<'_>) -> String {
    if let (None, Some(start)) = (tables.name, tables.start) {
        known.faults.add(start, "name", Fault::Missing);
    }
    tables.name.map(|name| name.value.to_owned()).unwrap_or_default()
}

/// Reads rows of one sort; those with mistakes are left out, their mistakes noted.
pub(super) fn all<'a, T>(rows: &[Row<'a>], reader: impl Fn(&Row<'a>) -> Option<T>) -> Vec<T> {
    rows.iter().filter_map(|row| row.read(&reader)).collect()
}
