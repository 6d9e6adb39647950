//! A list in groups: by unit, month, or the register that its kinds share.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::totals::{Totals, totals};
use crate::id::{EntryId, FieldId, KindId};
use crate::model::{Card, FieldSpec, FieldType, FieldValue, Item, Ledger, Template};

/// What a list is grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// Nothing.
    #[default]
    None,
    /// The unit.
    Unit,
    /// The month of its beginning.
    Month,
    /// The first field that names an entry of one register in every kind shown: the outlet of articles.
    Register,
}

/// What the items of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupKey {
    /// A month, 1–12.
    Month(u32),
    /// An entry of a register, as it is known now.
    Entry(EntryId),
    /// It is not said.
    Unsaid,
}

/// The items that have something in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they have in common.
    pub key: GroupKey,
    /// Where they stand in the list that was grouped, in its order.
    pub items: Vec<usize>,
    /// What they come to.
    pub totals: Totals,
}

impl Grouping {
    /// What a list can be grouped by.
    pub const ALL: [Self; 3] = [Self::Unit, Self::Month, Self::Register];

    /// Its name on the command line; never changes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Unit => "unit",
            Self::Month => "month",
            Self::Register => "register",
        }
    }

    /// The next one on the key that goes through them.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::None => Self::Unit,
            Self::Unit => Self::Month,
            Self::Month => Self::Register,
            Self::Register => Self::None,
        }
    }
}

/// The first field that names one entry of the same register in every kind of the items.
pub fn shared_register<'a>(template: &'a Template, items: &[&Item]) -> Option<&'a FieldSpec> {
    let mut kinds: Vec<&KindId> = Vec::new();
    for item in items {
        if !kinds.contains(&&item.card.kind) {
            kinds.push(&item.card.kind);
        }
    }
    let (first, others) = kinds.split_first()?;
    let names_entry = |spec: &&FieldSpec| matches!(spec.holds, FieldType::Entry { .. });
    let is_shared = |spec: &&FieldSpec| {
        let same = |kind: &&KindId| template.kind(kind).and_then(|kind| kind.field(&spec.id)).map(|other| &other.holds);
        others.iter().all(|kind| same(kind) == Some(&spec.holds))
    };
    template.kind(first)?.fields.iter().filter(names_entry).find(is_shared)
}

/// The groups of a list: months in their order, others by size; what is not said comes last.
///
/// Nothing to group by: no groups.
pub fn groups(ledger: &Ledger, template: &Template, items: &[&Item], by: Grouping) -> Vec<Group> {
    let field = match by {
        Grouping::None => return Vec::new(),
        Grouping::Register => match shared_register(template, items) {
            Some(spec) => Some(&spec.id),
            None => return Vec::new(),
        },
        Grouping::Unit | Grouping::Month => None,
    };
    let mut rows: BTreeMap<GroupKey, Vec<usize>> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        rows.entry(key(ledger, &item.card, by, field)).or_default().push(at);
    }
    let made = rows.into_iter().map(|(key, rows)| {
        let totals = totals(Some(template), rows.iter().map(|at| items[*at]));
        Group { key, items: rows, totals }
    });
    let mut made: Vec<Group> = made.collect();
    if by != Grouping::Month {
        made.sort_by_key(|group| (group.key == GroupKey::Unsaid, std::cmp::Reverse(group.items.len())));
    }
    made
}

fn key(ledger: &Ledger, card: &Card, by: Grouping, field: Option<&FieldId>) -> GroupKey {
    let entry = |id: EntryId| GroupKey::Entry(ledger.entry(id).map_or(id, |entry| entry.id));
    match (by, field) {
        (Grouping::Month, _) => GroupKey::Month(card.when.start().month()),
        (_, Some(field)) => match card.fields.get(field) {
            Some(FieldValue::Entry(id)) => entry(*id),
            _ => GroupKey::Unsaid,
        },
        _ => card.unit.map_or(GroupKey::Unsaid, entry),
    }
}
