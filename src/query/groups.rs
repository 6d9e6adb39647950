//! A list in groups: by unit, month, or a register that its items name: the outlet of articles, the venue of events.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use chrono::Datelike;

use super::totals::{Totals, totals};
use crate::id::{EntryId, FieldId, KindId};
use crate::model::{Card, FieldType, FieldValue, Item, Ledger, Register, Template};

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
    /// A register that items name an entry of, counted from the one that most of them name.
    Register(usize),
}

/// A register that some items of a list name an entry of: each kind in the first of its fields that can.
#[derive(Clone, Debug)]
pub struct NamedRegister<'a> {
    register: &'a Register,
    /// By kind: the field's id and name.
    fields: HashMap<&'a KindId, (&'a FieldId, &'a str)>,
    /// How many items name one.
    many: usize,
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
    pub const ALL: [Self; 3] = [Self::Unit, Self::Month, Self::Register(0)];

    /// Its name on the command line; never changes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Unit => "unit",
            Self::Month => "month",
            Self::Register(_) => "register",
        }
    }

    /// The next one on the key that goes through them, where items name so many registers.
    #[must_use]
    pub const fn next(self, registers: usize) -> Self {
        match self {
            Self::None => Self::Unit,
            Self::Unit => Self::Month,
            Self::Month if registers > 0 => Self::Register(0),
            Self::Register(at) if at + 1 < registers => Self::Register(at + 1),
            Self::Month | Self::Register(_) => Self::None,
        }
    }
}

impl NamedRegister<'_> {
    /// What the entries are called: as the fields that name them where those are called the same, else as the register.
    pub fn name(&self) -> &str {
        let mut names = self.fields.values().map(|(_, name)| *name);
        let first = names.next().unwrap_or(&self.register.name);
        if names.all(|name| name == first) { first } else { &self.register.name }
    }

    /// The entry that an item names.
    fn entry(&self, card: &Card) -> Option<EntryId> {
        match card.fields.get(self.fields.get(&card.kind)?.0)? {
            FieldValue::Entry(id) => Some(*id),
            _ => None,
        }
    }
}

/// The registers that items name an entry of, the one that most of them name first.
pub fn named_registers<'a>(template: &'a Template, items: &[&Item]) -> Vec<NamedRegister<'a>> {
    let mut named: Vec<NamedRegister<'a>> = template.registers.iter().map(|one| of_register(template, one)).collect();
    for item in items {
        for one in &mut named {
            one.many += usize::from(one.entry(&item.card).is_some());
        }
    }
    named.retain(|one| one.many > 0);
    named.sort_by_key(|one| Reverse(one.many));
    for one in &mut named {
        one.fields.retain(|kind, _| items.iter().any(|item| item.card.kind == **kind));
    }
    named
}

fn of_register<'a>(template: &'a Template, register: &'a Register) -> NamedRegister<'a> {
    let fields = template.kinds.iter().filter_map(|kind| {
        let names = |holds: &FieldType| matches!(holds, FieldType::Entry { register: id } if *id == register.id);
        let field = kind.fields.iter().find(|spec| names(&spec.holds))?;
        Some((&kind.id, (&field.id, field.name.as_str())))
    });
    NamedRegister { register, fields: fields.collect(), many: 0 }
}

/// The groups of a list: months in their order, others by size; what is not said comes last.
///
/// Nothing to group by: no groups.
pub fn groups(ledger: &Ledger, template: &Template, items: &[&Item], by: Grouping) -> Vec<Group> {
    let named = match by {
        Grouping::None => return Vec::new(),
        Grouping::Register(at) => match named_registers(template, items).into_iter().nth(at) {
            Some(named) => Some(named),
            None => return Vec::new(),
        },
        Grouping::Unit | Grouping::Month => None,
    };
    let mut rows: BTreeMap<GroupKey, Vec<usize>> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        rows.entry(key(ledger, &item.card, by, named.as_ref())).or_default().push(at);
    }
    let made = rows.into_iter().map(|(key, rows)| {
        let totals = totals(Some(template), rows.iter().map(|at| items[*at]));
        Group { key, items: rows, totals }
    });
    let mut made: Vec<Group> = made.collect();
    if by != Grouping::Month {
        made.sort_by_key(|group| (group.key == GroupKey::Unsaid, Reverse(group.items.len())));
    }
    made
}

fn key(ledger: &Ledger, card: &Card, by: Grouping, named: Option<&NamedRegister<'_>>) -> GroupKey {
    let entry = |id: EntryId| GroupKey::Entry(ledger.entry(id).map_or(id, |entry| entry.id));
    match (by, named) {
        (Grouping::Month, _) => GroupKey::Month(card.when.start().month()),
        (_, Some(named)) => named.entry(card).map_or(GroupKey::Unsaid, entry),
        _ => card.unit.map_or(GroupKey::Unsaid, entry),
    }
}
