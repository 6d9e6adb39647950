//! What a template declares, known before any reference to it is read.

use std::str::FromStr;

use super::error::{Fault, Sort};
use super::page::{Faults, Spot, Text};
use super::row::Row;
use crate::id::{EntryId, IdError};
use crate::model::Given;
use crate::text::nearest;

/// The tables of a template, of all its files.
#[derive(Debug, Default)]
pub(super) struct Tables<'a> {
    /// The beginning of the first file.
    pub(super) start: Option<Spot<'a>>,
    /// The template's name.
    pub(super) name: Option<Text<'a>>,
    /// `[[setting]]`.
    pub(super) settings: Vec<Row<'a>>,
    /// `[[section]]`.
    pub(super) sections: Vec<Row<'a>>,
    /// `[[kind]]`.
    pub(super) kinds: Vec<Row<'a>>,
    /// `[[register]]`.
    pub(super) registers: Vec<Row<'a>>,
    /// `[[entry]]`.
    pub(super) entries: Vec<Row<'a>>,
    /// `[[matter]]`.
    pub(super) matters: Vec<Row<'a>>,
    /// `[[indicator]]`.
    pub(super) indicators: Vec<Row<'a>>,
    /// `[[cadence]]`.
    pub(super) cadences: Vec<Row<'a>>,
    /// `[[passage]]`.
    pub(super) passages: Vec<Row<'a>>,
    /// `[[annex]]`.
    pub(super) annexes: Vec<Row<'a>>,
}

/// The ids of one sort.
#[derive(Debug)]
pub(super) struct Names<'a> {
    sort: Sort,
    ids: Vec<Text<'a>>,
}

/// All that is declared.
#[derive(Debug)]
pub(super) struct Known<'a> {
    /// Where faults go.
    pub(super) faults: &'a Faults,
    /// Sections.
    pub(super) sections: Names<'a>,
    /// Kinds.
    pub(super) kinds: Names<'a>,
    /// Registers.
    pub(super) registers: Names<'a>,
    /// Matters.
    pub(super) matters: Names<'a>,
    /// Indicators.
    pub(super) indicators: Names<'a>,
    /// Passages.
    pub(super) passages: Names<'a>,
    /// Settings.
    pub(super) settings: Names<'a>,
    entries: Vec<Declared<'a>>,
    /// What tokens may take besides an item's fields.
    tokens: Vec<&'a str>,
}

/// An entry of a register, as it is declared.
#[derive(Clone, Copy, Debug)]
struct Declared<'a> {
    register: &'a str,
    key: Text<'a>,
    label: Text<'a>,
}

impl<'a> Tables<'a> {
    /// Takes the tables of one file to those of the others.
    pub(super) fn add(&mut self, page: &Row<'a>) {
        page.read(|page| {
            self.start = self.start.or(Some(page.spot));
            self.name = self.name.or(page.text("name"));
            self.settings.extend(page.rows("setting"));
            self.sections.extend(page.rows("section"));
            self.kinds.extend(page.rows("kind"));
            self.registers.extend(page.rows("register"));
            self.entries.extend(page.rows("entry"));
            self.matters.extend(page.rows("matter"));
            self.indicators.extend(page.rows("indicator"));
            self.cadences.extend(page.rows("cadence"));
            self.passages.extend(page.rows("passage"));
            self.annexes.extend(page.rows("annex"));
        });
    }
}

impl<'a> Names<'a> {
    /// Collects the ids of `rows`; doubled ids and names are faults.
    pub(super) fn declare(sort: Sort, rows: &[Row<'a>], faults: &Faults) -> Self {
        let column = |key: &str| rows.iter().filter_map(|row| row.peek(key)).collect::<Vec<_>>();
        doubles(&column("id"), faults, |first| Fault::SameId(sort, first.spot.place()));
        doubles(&column("name"), faults, |first| Fault::SameName(sort, first.spot.place()));
        Self { sort, ids: column("id") }
    }

    /// The id that `text` is; a fault when nothing has it.
    pub(super) fn resolve<T: FromStr<Err = IdError>>(&self, text: Text<'_>, faults: &Faults) -> Option<T> {
        if self.has(text.value) {
            return text.value.parse().ok();
        }
        let near = nearest(text.value, self.iter()).map(str::to_owned);
        faults.add_text(text, Fault::Unknown(self.sort, near));
        None
    }

    /// Whether something has this id.
    pub(super) fn has(&self, id: &str) -> bool {
        self.iter().any(|known| known == id)
    }

    fn iter(&self) -> impl Iterator<Item = &'a str> {
        self.ids.iter().map(|id| id.value)
    }
}

impl<'a> Known<'a> {
    /// Collects what the tables declare.
    pub(super) fn declare(tables: &Tables<'a>, faults: &'a Faults) -> Self {
        Names::declare(Sort::Cadence, &tables.cadences, faults);
        Names::declare(Sort::Annex, &tables.annexes, faults);
        let mut known = Self {
            faults,
            sections: Names::declare(Sort::Section, &tables.sections, faults),
            kinds: Names::declare(Sort::Kind, &tables.kinds, faults),
            registers: Names::declare(Sort::Register, &tables.registers, faults),
            matters: Names::declare(Sort::Matter, &tables.matters, faults),
            indicators: Names::declare(Sort::Indicator, &tables.indicators, faults),
            passages: Names::declare(Sort::Passage, &tables.passages, faults),
            settings: Names::declare(Sort::Setting, &tables.settings, faults),
            entries: Vec::new(),
            tokens: Vec::new(),
        };
        known.declare_tokens(tables);
        known.declare_entries(&tables.entries);
        known
    }

    /// Takes further entries to those known; doubled keys and labels are faults.
    pub(super) fn declare_entries(&mut self, rows: &[Row<'a>]) {
        for row in rows {
            let (Some(register), Some(key)) = (row.peek("register"), row.peek("key")) else { continue };
            let new = Declared { register: register.value, key, label: row.peek("label").unwrap_or(key) };
            let mut earlier = self.entries.iter().filter(|entry| entry.register == new.register);
            if let Some(first) = earlier.clone().find(|entry| entry.key.value == key.value) {
                self.faults.add_text(key, Fault::SameId(Sort::Entry, first.key.spot.place()));
            } else if let Some(first) = earlier.find(|entry| entry.label.value == new.label.value) {
                self.faults.add_text(new.label, Fault::SameName(Sort::Entry, first.label.spot.place()));
            }
            self.entries.push(new);
        }
    }

    /// The entry of `register` with this key or label; a fault when there is none.
    pub(super) fn entry(&self, register: &str, text: Text<'_>) -> Option<EntryId> {
        let entries = self.entries.iter().filter(|entry| entry.register == register);
        let is_called = |entry: &&Declared<'_>| [entry.key.value, entry.label.value].contains(&text.value);
        let found = entries.clone().find(is_called).map(|entry| entry_id(register, entry.key.value));
        if found.is_none() {
            let near = nearest(text.value, entries.map(|entry| entry.key.value)).map(str::to_owned);
            self.faults.add_text(text, Fault::Unknown(Sort::Entry, near));
        }
        found
    }

    /// Whether a token outside an item's sentence may take `name`.
    pub(super) fn is_token(&self, name: &str) -> bool {
        self.tokens.contains(&name)
    }

    /// What a token outside an item's sentence may take.
    pub(super) fn tokens(&self) -> impl Iterator<Item = &'a str> {
        self.tokens.iter().copied()
    }

    /// Settings, indicators and registers share one namespace with what the calendar gives.
    fn declare_tokens(&mut self, tables: &Tables<'a>) {
        let mut seen: Vec<(Sort, Text<'a>)> = Vec::new();
        for (sort, rows, keys) in [
            (Sort::Setting, &tables.settings, &["id"][..]),
            (Sort::Indicator, &tables.indicators, &["id"]),
            (Sort::Register, &tables.registers, &["id", "name"]),
        ] {
            for text in rows.iter().flat_map(|row| keys.iter().filter_map(|key| row.peek(key))) {
                if Given::called(text.value).is_some() {
                    self.faults.add_text(text, Fault::Reserved);
                }
                let first = seen.iter().find(|(other, known)| *other != sort && known.value == text.value);
                if let Some((other, first)) = first {
                    self.faults.add_text(text, Fault::Ambiguous(*other, first.spot.place()));
                }
                seen.push((sort, text));
            }
        }
        self.tokens = seen.into_iter().map(|(_, text)| text.value).chain(Given::ALL.map(Given::name)).collect();
    }
}

/// Notes each text that an earlier one equals.
pub(super) fn doubles<'a>(texts: &[Text<'a>], faults: &Faults, fault: impl Fn(Text<'a>) -> Fault) {
    for (at, text) in texts.iter().enumerate() {
        if let Some(first) = texts[..at].iter().find(|first| first.value == text.value) {
            faults.add_text(*text, fault(*first));
        }
    }
}

/// The id of an entry that a template or the sample declares: the same wherever it is read (FNV-1a, 128 bits).
pub(super) fn entry_id(register: &str, key: &str) -> EntryId {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let bytes = register.bytes().chain([b'/']).chain(key.bytes());
    EntryId::from_bits(bytes.fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME)))
}
