//! A file that is being read: its text, where things stand in it, and the faults found so far.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use toml::de::DeTable;

use super::error::{Fault, Place, Sort, TemplateError};

/// A file of a template.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page<'a> {
    /// Its name in errors.
    pub(super) file: &'a str,
    /// Its text.
    pub(super) text: &'a str,
}

/// Bytes of a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot<'a> {
    page: Page<'a>,
    start: usize,
    end: usize,
}

/// A text of a file, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text<'a> {
    /// Escapes undone.
    pub(super) value: &'a str,
    /// Quotes included.
    pub(super) spot: Spot<'a>,
}

/// The faults found so far, of all files.
#[derive(Debug, Default)]
pub(super) struct Faults {
    found: RefCell<Vec<TemplateError>>,
    fields_lost: Cell<bool>,
}

impl<'a> Page<'a> {
    /// The bytes from `start` to `end`.
    pub(super) fn spot(self, start: usize, end: usize) -> Spot<'a> {
        Spot { page: self, start: start.min(self.text.len()), end: end.min(self.text.len()) }
    }

    /// Parses the file; what is no TOML becomes a fault, the rest is read all the same.
    pub(super) fn parse(self, faults: &Faults) -> DeTable<'a> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            let span = error.span().unwrap_or_default();
            let spot = self.spot(span.start, span.end);
            faults.add(spot, spot.words(), Fault::Syntax(error.message().into()));
        }
        table.into_inner()
    }
}

impl<'a> Spot<'a> {
    /// Other bytes of the same file.
    pub(super) fn elsewhere(self, span: Range<usize>) -> Self {
        self.page.spot(span.start, span.end)
    }

    /// Line and column of its beginning.
    pub(super) fn place(self) -> Place {
        let before = &self.page.text[..self.start];
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        Place {
            file: self.page.file.into(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// What stands there, at most one line of it.
    pub(super) fn words(self) -> &'a str {
        let rest = &self.page.text[self.start..self.end.max(self.start)];
        let rest = if rest.trim().is_empty() { &self.page.text[self.start..] } else { rest };
        rest.trim_start().lines().next().unwrap_or_default()
    }
}

impl<'a> Text<'a> {
    /// The spot of byte `at` of the value; of the whole text where escapes make the two differ.
    pub(super) fn spot_at(self, at: usize) -> Spot<'a> {
        let source = &self.spot.page.text[self.spot.start..self.spot.end];
        match source.find(self.value) {
            Some(quote) => Spot { start: self.spot.start + quote + at.min(self.value.len()), ..self.spot },
            None => self.spot,
        }
    }
}

impl Faults {
    /// Notes a fault.
    pub(super) fn add(&self, spot: Spot<'_>, found: impl Into<String>, fault: Fault) {
        if matches!(fault, Fault::Unknown(Sort::Field, _)) && self.fields_lost.get() {
            return;
        }
        self.found.borrow_mut().push(TemplateError { place: spot.place(), found: found.into(), fault });
    }

    /// Notes that a text is wrong.
    pub(super) fn add_text(&self, text: Text<'_>, fault: Fault) {
        self.add(text.spot, text.value, fault);
    }

    /// From now on nobody can say which fields there are, for a row that declares some had faults of its own.
    pub(super) fn lose_fields(&self) {
        self.fields_lost.set(true);
    }

    /// All faults, where there are any, in the order of the files.
    pub(super) fn none(&self) -> Result<(), Vec<TemplateError>> {
        let mut found = self.found.take();
        found.sort_by_key(|error| (error.place.file.clone(), error.place.line, error.place.column));
        found.dedup();
        if found.is_empty() { Ok(()) } else { Err(found) }
    }
}
