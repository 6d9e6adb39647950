//! What a list is limited to: wishes that all hold at once.

use std::collections::{HashMap, HashSet};

use chrono::Datelike;

use super::Homes;
use super::scope::counted_on;
use crate::id::{EntryId, FieldId, ItemId, KindId, MatterId, SectionId};
use crate::model::{Card, Count, FieldValue, Ledger, Period, Status, Template, Year};

/// What is typed for something that nobody knows yet.
const OPEN: &str = "**";

/// Which items a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words, all of which are found in the item; `字段:值` looks into one field only.
    pub query: String,
    /// What else must be so of it, at most one of each sort.
    pub wants: Vec<Want>,
    /// In the bin instead of out of it.
    pub binned: bool,
    /// Only these, where the list is of some.
    pub only: Option<HashSet<ItemId>>,
}

/// Something that must be so of every item in a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Want {
    /// Of this section.
    Section(SectionId),
    /// Of this matter.
    Matter(MatterId),
    /// Of this kind.
    Kind(KindId),
    /// Standing there.
    Status(Status),
    /// Begun in this month, 1–12.
    Month(u32),
    /// Counted in this stretch: by its period, else by its beginning.
    Period(Period),
    /// Of this unit, merges followed.
    Unit(EntryId),
    /// With this tag.
    Tag(String),
    /// 重点.
    Key,
    /// 待核.
    Unchecked,
    /// Lacking something that its kind asks for, or holding something open.
    Blanks,
}

impl Filter {
    /// A filter that wants one thing.
    pub fn of(want: Want) -> Self {
        Self { wants: vec![want], ..Self::default() }
    }

    /// Wants this, in the place of what was wanted of the same sort.
    pub fn want(&mut self, want: Want) {
        self.lift(&want);
        self.wants.push(want);
    }

    /// Wants nothing any longer of the sort of `want`.
    pub fn lift(&mut self, want: &Want) {
        self.wants.retain(|one| !one.is_of_sort(want));
    }
}

impl Want {
    /// Whether both are wishes of one sort: two months, say.
    pub fn is_of_sort(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// A filter ready for a pass over all items; words are looked for apart.
#[derive(Debug)]
pub(super) struct Sieve<'a> {
    filter: &'a Filter,
    year: Year,
    homes: Option<Homes<'a>>,
    /// All ids by which a wanted unit is referred to.
    units: HashSet<EntryId>,
    /// The fields that each kind asks for.
    asked: HashMap<&'a KindId, Vec<&'a FieldId>>,
}

impl<'a> Sieve<'a> {
    /// Makes a filter ready.
    pub(super) fn new(ledger: &'a Ledger, year: Year, filter: &'a Filter) -> Self {
        let template = ledger.template(year).map(AsRef::as_ref);
        let units = filter.wants.iter().find_map(|want| match want {
            Want::Unit(id) => Some(known_as(ledger, *id)),
            _ => None,
        });
        let blanks = filter.wants.contains(&Want::Blanks);
        let asked = template.filter(|_| blanks).map(asked).unwrap_or_default();
        let homes = template.map(|template| Homes::new(ledger, template));
        Self { filter, year, homes, units: units.unwrap_or_default(), asked }
    }

    /// Whether the filter lets an item through.
    pub(super) fn lets(&self, card: &Card) -> bool {
        card.year == self.year
            && card.binned == self.filter.binned
            && self.filter.only.as_ref().is_none_or(|only| only.contains(&card.id))
            && self.filter.wants.iter().all(|want| self.meets(card, want))
    }

    fn meets(&self, card: &Card, want: &Want) -> bool {
        match want {
            Want::Section(id) => self.homes.as_ref().and_then(|homes| homes.of(card)) == Some(id),
            Want::Matter(id) => card.matter == *id,
            Want::Kind(id) => card.kind == *id,
            Want::Status(status) => card.status == *status,
            Want::Month(month) => card.when.start().month() == *month,
            Want::Period(period) => (period.start()..=period.end()).contains(&counted_on(card)),
            Want::Unit(_) => card.unit.is_some_and(|unit| self.units.contains(&unit)),
            Want::Tag(tag) => card.tags.contains(tag),
            Want::Key => card.key,
            Want::Unchecked => !card.checked,
            Want::Blanks => self.lacks(card),
        }
    }

    fn lacks(&self, card: &Card) -> bool {
        let asked = self.asked.get(&card.kind).into_iter().flatten();
        card.title.contains(OPEN)
            || card.count == Some(Count::Open)
            || card.fields.values().any(|value| *value == FieldValue::Open)
            || asked.into_iter().any(|field| !card.fields.contains_key(*field))
    }
}

/// The ids that stand for the same entry now.
fn known_as(ledger: &Ledger, id: EntryId) -> HashSet<EntryId> {
    let now = |id: EntryId| ledger.entry(id).map_or(id, |entry| entry.id);
    let wanted = now(id);
    ledger.entries.keys().copied().filter(|id| now(*id) == wanted).chain([wanted]).collect()
}

fn asked(template: &Template) -> HashMap<&KindId, Vec<&FieldId>> {
    let of = template.kinds.iter().map(|kind| {
        let asked = kind.fields.iter().filter(|spec| spec.asked);
        (&kind.id, asked.map(|spec| &spec.id).collect())
    });
    of.collect()
}
