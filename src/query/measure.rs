//! What an indicator measures, taken over the items picked for it.

use chrono::NaiveDate;

use super::condition::{Rule, Subject, on_entry};
use super::listing::{distinct_members, entries_of, list, listed};
use super::numbers::{Addend, Sum};
use super::returned::{Returned, is_covered, owed, returned};
use super::{Listed, Scope, Value, field_texts};
use crate::id::{EntryId, FieldId, ItemId, KindId, RegisterId};
use crate::model::{
    Basis, Card, Count, Entry, FieldValue, InReport, Indicator, Item, Ledger, Measure, Operand, Template,
};

/// An indicator made ready for a pass over the items of a window.
#[derive(Debug)]
pub(super) struct Gauge<'a> {
    /// What is measured.
    pub(super) indicator: &'a Indicator,
    ledger: &'a Ledger,
    template: Option<&'a Template>,
    scope: Scope,
    pub(super) window: Scope,
    rules: Vec<Rule<'a>>,
    /// The kinds that ask for the field measured.
    asking: Vec<&'a KindId>,
}

/// What was measured, before anyone said how sure it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Taken {
    pub(super) value: Option<Value>,
    pub(super) open: usize,
    pub(super) lacking: usize,
    pub(super) items: Vec<ItemId>,
    pub(super) replaced: Vec<ItemId>,
    pub(super) units: Vec<EntryId>,
    pub(super) owed: Vec<EntryId>,
    /// Part of the value is what units expect of the whole year.
    pub(super) expected: bool,
}

impl<'a> Gauge<'a> {
    /// Makes an indicator of `template` ready for the window of a report; `window` is the part that is its own.
    pub(super) fn new(
        ledger: &'a Ledger,
        template: Option<&'a Template>,
        indicator: &'a Indicator,
        (scope, window): (Scope, Scope),
    ) -> Self {
        let of_items = !matches!(indicator.measure, Measure::Entries(_) | Measure::Returns);
        let conditions = if of_items { indicator.conditions.as_slice() } else { &[] };
        let rules = conditions.iter().map(|condition| Rule::new(ledger, condition)).collect();
        let asking = asking(template, &indicator.measure);
        Self { indicator, ledger, template, scope, window, rules, asking }
    }

    /// Whether an item of its own that counts on `day` is picked.
    pub(super) fn picks(&self, card: &Card, day: NaiveDate) -> bool {
        let holds = |rule: &Rule<'_>| rule.holds(self.ledger, Subject::Item(card));
        self.window.holds(day) && self.rules.iter().all(holds)
    }

    /// Measures the items picked, which stand in order of date.
    pub(super) fn take(&self, items: &[&Item]) -> Taken {
        match (&self.indicator.measure, self.indicator.basis) {
            (Measure::Fixed { value, .. }, _) => Taken {
                value: value.as_ref().map(|amount| Value::Number(amount.value(), amount.mark())),
                ..Taken::default()
            },
            // A share is taken from two figures, not from items.
            (Measure::Share { .. }, _) | (_, Basis::Fixed) => Taken::default(),
            (Measure::Entries(register), _) => self.entries(register),
            (Measure::Returns, _) | (_, Basis::Returns) => self.reported(items),
            (Measure::Count, _) => self.summed(items, count_of),
            (Measure::Sum(field), _) => self.summed(items, |card| self.addend(card, field)),
            (Measure::Mean(field), _) => self.over(items, field, Sum::mean),
            (Measure::Max(field), _) => self.over(items, field, Sum::max),
            (Measure::Min(field), _) => self.over(items, field, Sum::min),
            (Measure::Latest(field), _) => self.latest(items, field),
            (Measure::List(operand), _) => self.listed(items, operand),
            (Measure::Coverage { roster, by }, _) => self.covered(items, roster, by),
        }
    }

    fn entries(&self, register: &RegisterId) -> Taken {
        let found = entries_of(self.ledger, self.template, register, &self.indicator.conditions);
        Taken { value: some_list(listed(&found)), ..Taken::default() }
    }

    fn reported(&self, items: &[&Item]) -> Taken {
        let given = returned(self.ledger, self.indicator, self.scope);
        let sum: Sum = given.iter().map(|one| one.amount).collect();
        let owed = owed(self.ledger, self.template, self.indicator, self.scope, &given);
        let expected = given.iter().any(|one| one.expected);
        Taken { value: sum.sum(), units: units(&given), owed, replaced: ids(items), expected, ..Taken::default() }
    }

    /// Adds up the items, less those that a unit's return answers for, and the returns.
    fn summed<'i>(&self, items: &[&'i Item], addend: impl Fn(&'i Card) -> Addend<'i>) -> Taken {
        let given = returned(self.ledger, self.indicator, self.scope);
        let (replaced, kept): (Vec<&Item>, Vec<&Item>) =
            items.iter().partition(|item| is_covered(self.ledger, &given, &item.card));
        let mut sum: Sum = given.iter().map(|one| one.amount).collect();
        for item in &kept {
            sum.take(addend(&item.card));
        }
        Taken {
            value: sum.sum(),
            open: sum.open,
            lacking: sum.lacking,
            items: ids(&kept),
            replaced: ids(&replaced),
            units: units(&given),
            owed: Vec::new(),
            expected: given.iter().any(|one| one.expected),
        }
    }

    fn over(&self, items: &[&Item], field: &FieldId, of: impl Fn(&Sum) -> Option<Value>) -> Taken {
        let mut sum = Sum::default();
        for item in items {
            sum.take(self.addend(&item.card, field));
        }
        Taken { value: of(&sum), open: sum.open, lacking: sum.lacking, items: ids(items), ..Taken::default() }
    }

    fn latest(&self, items: &[&Item], field: &FieldId) -> Taken {
        let speaks = |item: &&Item| item.card.fields.contains_key(field) || self.is_asked(&item.card);
        let later = items.iter().rev().position(speaks);
        let Some((item, lacking)) = later.and_then(|later| Some((items.iter().nth_back(later)?, later))) else {
            return Taken { items: ids(items), ..Taken::default() };
        };
        let value = match item.card.fields.get(field) {
            Some(FieldValue::Amount(amount)) => Some(Value::Number(amount.value(), amount.mark())),
            Some(FieldValue::Open) | None => None,
            Some(_) if item.card.in_report == InReport::Internal => None,
            Some(value) => self.text_of(item, field, value),
        };
        Taken { open: usize::from(value.is_none()), value, lacking, items: vec![item.card.id], ..Taken::default() }
    }

    fn text_of(&self, item: &Item, field: &FieldId, value: &FieldValue) -> Option<Value> {
        let card = &item.card;
        let spec = self.template.and_then(|template| template.kind(&card.kind)?.field(field));
        let mut texts = field_texts(self.ledger, spec, value, card.year);
        for text in &mut texts {
            (text.item, text.when) = (Some(card.id), Some(card.when.clone()));
        }
        some_list(texts)
    }

    fn listed(&self, items: &[&Item], operand: &Operand) -> Taken {
        let found = list(self.ledger, self.template, items, operand);
        let open = found.iter().filter(|one| one.text.is_none()).count();
        Taken { value: some_list(found), open, items: ids(items), ..Taken::default() }
    }

    fn covered(&self, items: &[&Item], roster: &RegisterId, by: &Operand) -> Taken {
        let conditions = on_entry(&self.indicator.conditions, by);
        let all = entries_of(self.ledger, self.template, roster, &conditions);
        let named = distinct_members(self.ledger, self.template, items.iter().map(|item| &item.card), by);
        let met = all.iter().filter(|entry| named.iter().any(|one| names(one, entry)));
        let ratio = Value::Ratio(met.count().into(), all.len().into());
        let value = (!all.is_empty() && !items.is_empty()).then_some(ratio);
        Taken { value, items: ids(items), ..Taken::default() }
    }

    /// What a card adds to a figure of items; none: no number is taken from it.
    pub(super) fn taken_of<'i>(&self, card: &'i Card) -> Option<Addend<'i>> {
        match &self.indicator.measure {
            Measure::Count => Some(count_of(card)),
            Measure::Sum(field)
            | Measure::Latest(field)
            | Measure::Mean(field)
            | Measure::Max(field)
            | Measure::Min(field) => Some(self.addend(card, field)),
            _ => None,
        }
    }

    fn addend<'i>(&self, card: &'i Card, field: &FieldId) -> Addend<'i> {
        match card.fields.get(field) {
            Some(FieldValue::Amount(amount)) => Addend::Given(amount),
            Some(FieldValue::Open) => Addend::Open,
            None if self.is_asked(card) => Addend::Open,
            _ => Addend::Nothing,
        }
    }

    fn is_asked(&self, card: &Card) -> bool {
        self.asking.contains(&&card.kind)
    }
}

/// Whether an indicator can count items of the card's matter and kind.
pub(super) fn is_of(indicator: &Indicator, card: &Card) -> bool {
    let Indicator { matters, kinds, measure, .. } = indicator;
    let of_items =
        !matches!(measure, Measure::Entries(_) | Measure::Returns | Measure::Fixed { .. } | Measure::Share { .. });
    let matter = matters.is_empty() || matters.contains(&card.matter);
    of_items && matter && (kinds.is_empty() || kinds.contains(&card.kind))
}

fn asking<'a>(template: Option<&'a Template>, measure: &Measure) -> Vec<&'a KindId> {
    let (Measure::Sum(field)
    | Measure::Latest(field)
    | Measure::Mean(field)
    | Measure::Max(field)
    | Measure::Min(field)) = measure
    else {
        return Vec::new();
    };
    let kinds = template.into_iter().flat_map(|template| &template.kinds);
    kinds.filter(|kind| kind.field(field).is_some_and(|spec| spec.asked)).map(|kind| &kind.id).collect()
}

pub(super) fn count_of(card: &Card) -> Addend<'_> {
    match &card.count {
        None => Addend::One,
        Some(Count::Given(amount)) => Addend::Given(amount),
        Some(Count::Open) => Addend::Open,
    }
}

/// Whether a list's member means the entry: by reference, or in words.
fn names(listed: &Listed, entry: &Entry) -> bool {
    match listed.entry {
        Some(id) => id == entry.id,
        None => listed.text.as_ref().is_some_and(|text| *text == entry.label || entry.aliases.contains(text)),
    }
}

fn some_list(list: Vec<Listed>) -> Option<Value> {
    (!list.is_empty()).then_some(Value::List(list))
}

fn ids(items: &[&Item]) -> Vec<ItemId> {
    items.iter().map(|item| item.card.id).collect()
}

fn units(given: &[Returned<'_>]) -> Vec<EntryId> {
    let mut units: Vec<EntryId> = given.iter().map(|one| one.unit).collect();
    units.sort_unstable();
    units.dedup();
    units
}
