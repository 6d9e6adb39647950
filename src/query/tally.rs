//! Tallies: how many items there are of what, for bars.

use std::collections::BTreeMap;

use chrono::Datelike;
use rust_decimal::Decimal;

use super::listing::choice_name;
use super::measure::count_of;
use super::numbers::Sum;
use super::scope::counted_on;
use super::{Homes, Scope, Value, counts};
use crate::id::{EntryId, FieldId, ItemId, KindId, SectionId};
use crate::model::{By, Card, FieldValue, Item, Ledger, Template};

/// What the items of a heap share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    /// A section.
    Section(SectionId),
    /// The month they count in, 1–12.
    Month(u32),
    /// An entry of a register, merges followed.
    Entry(EntryId),
    /// Words: a choice by its name.
    Words(String),
}

/// Items that share something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heap {
    /// What their counts add up to.
    pub number: Decimal,
    /// Which they are.
    pub items: Vec<ItemId>,
}

/// Tells the items that count in the window apart by `by`, only those of `kinds` when any are named; and adds up the
/// counts of each heap.
pub fn tally(ledger: &Ledger, scope: Scope, by: &By, kinds: &[KindId]) -> BTreeMap<Shared, Heap> {
    let Some(template) = ledger.template(scope.year) else { return BTreeMap::new() };
    let homes = Homes::new(ledger, template);
    let mut sums: BTreeMap<Shared, (Sum, Vec<ItemId>)> = BTreeMap::new();
    let fits = |item: &&Item| (kinds.is_empty() || kinds.contains(&item.card.kind)) && counts(&item.card, &scope);
    for item in ledger.items_of(scope.year).filter(fits) {
        for one in shared(ledger, template, &homes, &item.card, by) {
            let (sum, items) = sums.entry(one).or_default();
            sum.take(count_of(&item.card));
            items.push(item.card.id);
        }
    }
    let total = |sum: &Sum| sum.sum().as_ref().map_or(Decimal::ZERO, Value::number);
    sums.into_iter().map(|(one, (sum, items))| (one, Heap { number: total(&sum), items })).collect()
}

/// What an item shares with others; several entries are several.
fn shared(ledger: &Ledger, template: &Template, homes: &Homes<'_>, card: &Card, by: &By) -> Vec<Shared> {
    match by {
        By::Section => homes.of(card).cloned().map(Shared::Section).into_iter().collect(),
        By::Month => vec![Shared::Month(counted_on(card).month())],
        By::Field(field) => of_field(ledger, template, card, field),
    }
}

fn of_field(ledger: &Ledger, template: &Template, card: &Card, field: &FieldId) -> Vec<Shared> {
    let entry = |id: &EntryId| ledger.entry(*id).map(|entry| Shared::Entry(entry.id));
    match card.fields.get(field) {
        Some(FieldValue::Entry(id)) => entry(id).into_iter().collect(),
        Some(FieldValue::Entries(ids)) => ids.iter().filter_map(entry).collect(),
        Some(FieldValue::Text(text)) => vec![Shared::Words(text.clone())],
        Some(FieldValue::Texts(texts)) => texts.iter().cloned().map(Shared::Words).collect(),
        Some(FieldValue::Choice(choice)) => {
            let spec = template.kind(&card.kind).and_then(|kind| kind.field(field));
            vec![Shared::Words(choice_name(spec, choice.as_str()).to_owned())]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::bench::{Bench, amount, day, year};
    use super::*;
    use crate::model::{Count, Status};

    fn counts_by(bench: &Bench, by: &By) -> Vec<(Shared, Decimal)> {
        let scope = Scope::whole(year(2022), day(2022, 12, 31));
        tally(&bench.ledger, scope, by, &[]).into_iter().map(|(one, heap)| (one, heap.number)).collect()
    }

    #[test]
    fn items_are_told_apart_by_section_month_and_entry() {
        let mut bench = Bench::new();
        let (one, other) = (bench.entry("outlets", "新华网", &[]), bench.entry("outlets", "日报", &[]));
        bench.ledger.entries.get_mut(&other).expect("just made").merged_into = Some(one);
        for (month, outlet) in [(3, one), (3, other), (5, one)] {
            bench.add("甲", day(2022, month, 1), |item| {
                item.card.fields.insert("outlet".parse().expect("an id"), FieldValue::Entry(outlet));
            });
        }
        bench.add("四场", day(2022, 5, 2), |item| item.card.count = Some(Count::Given(amount(4))));
        bench.add("打算", day(2022, 5, 2), |item| item.card.status = Status::Planned);
        assert_eq!(counts_by(&bench, &By::Month), [(Shared::Month(3), 2.into()), (Shared::Month(5), 5.into())]);
        let months = tally(&bench.ledger, Scope::whole(year(2022), day(2022, 12, 31)), &By::Month, &[]);
        assert_eq!(months[&Shared::Month(3)].items.len(), 2, "the items behind a number");
        assert_eq!(counts_by(&bench, &By::Section), [(Shared::Section("1".parse().expect("an id")), 7.into())]);
        let field = By::Field("outlet".parse().expect("an id"));
        assert_eq!(counts_by(&bench, &field), [(Shared::Entry(one), 3.into())], "a merged entry is the other");
    }
}
