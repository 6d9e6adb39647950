//! The ledger: all the data in memory. Changed only by applying a [`Change`](super::Change).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    Clash, ClashKey, Edition, EditionKey, EditionPart, EditionText, Entry, FigureKey, FigureNote, Item, Passage,
    PassageKey, Return, ReturnKey, SettingKey, SettingValue, Template, Year, YearBook,
};
use crate::id::{EntryId, ItemId};

/// Everything in one data directory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// Items of all years, binned ones included; shared, so that copies of the ledger are cheap.
    pub items: BTreeMap<ItemId, Arc<Item>>,
    /// Passages of all years.
    pub passages: BTreeMap<PassageKey, Passage>,
    /// Entries of all registers.
    pub entries: BTreeMap<EntryId, Entry>,
    /// Settings.
    pub settings: BTreeMap<SettingKey, SettingValue>,
    /// Years.
    pub years: BTreeMap<Year, YearBook>,
    /// What was said of figures.
    pub figures: BTreeMap<FigureKey, FigureNote>,
    /// Returns.
    pub returns: BTreeMap<ReturnKey, Return>,
    /// Editions of all years.
    pub editions: BTreeMap<EditionKey, Edition>,
    /// Their texts; shared, as items are.
    pub edition_texts: BTreeMap<EditionPart, Arc<EditionText>>,
    /// Values that lost when copies were merged.
    pub clashes: BTreeMap<ClashKey, Clash>,
}

impl Ledger {
    /// The template of a year, when the ledger has that year.
    pub fn template(&self, year: Year) -> Option<&Arc<Template>> {
        self.years.get(&year).map(|book| &book.template)
    }

    /// The items of a year, without the bin.
    pub fn items_of(&self, year: Year) -> impl Iterator<Item = &Item> {
        self.items.values().map(Arc::as_ref).filter(move |item| item.card.year == year && !item.card.binned)
    }

    /// The passages of a year.
    pub fn passages_of(&self, year: Year) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(move |(key, _)| key.0 == year).map(|(_, passage)| passage)
    }

    /// The entry that `id` stands for now, merges followed.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        let mut entry = self.entries.get(&id)?;
        for _ in 0..32 {
            match entry.merged_into.and_then(|next| self.entries.get(&next)) {
                Some(next) => entry = next,
                None => break,
            }
        }
        Some(entry)
    }
}
