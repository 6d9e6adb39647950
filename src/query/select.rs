//! Picking items for lists and searches, and what they come to.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::Datelike;

use super::numbers::Sum;
use super::search::Word;
use super::{Value, by_date};
use crate::id::{EntryId, KindId, MatterId, PassageId, SectionId};
use crate::model::{Amount, Card, Count, FieldType, Item, Ledger, PassageKey, Status, Template, Year};

/// Which items a list shows; what is absent does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this section.
    pub section: Option<SectionId>,
    /// Of this matter.
    pub matter: Option<MatterId>,
    /// Of this kind.
    pub kind: Option<KindId>,
    /// Words, all of which are found in the item; `字段:值` looks into one field only.
    pub query: String,
    /// Begun in this month.
    pub month: Option<u32>,
    /// Standing there.
    pub status: Option<Status>,
    /// Of this unit, merges followed.
    pub unit: Option<EntryId>,
    /// With this tag.
    pub tag: Option<String>,
    /// In the bin instead of out of it.
    pub binned: bool,
}

/// What a list comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// How many items.
    pub items: usize,
    /// Σ of their counts; none when nothing is given.
    pub count: Option<Value>,
    /// Sums of the fields that hold amounts of a unit, in the order of the kinds: name, unit, sum. What has no unit of
    /// its own, or is a share, cannot be added.
    pub sums: Vec<(String, String, Value)>,
}

/// The items of a year that the filter lets through, in order of date.
pub fn select<'a>(ledger: &'a Ledger, year: Year, filter: &Filter) -> Vec<&'a Item> {
    let template = ledger.template(year).map(AsRef::as_ref);
    let words: Vec<Word> = filter.query.split_whitespace().map(|word| Word::new(word, template)).collect();
    let fits = |item: &&Item| {
        item.card.year == year
            && filter.fits(ledger, template, &item.card)
            && words.iter().all(|word| word.is_in(ledger, template, item))
    };
    let mut found: Vec<&Item> = ledger.items.values().map(Arc::as_ref).filter(fits).collect();
    by_date(&mut found);
    found
}

/// The section an item belongs to: that of its home passage, else that of its matter.
pub fn section_of<'a>(ledger: &'a Ledger, template: &'a Template, card: &Card) -> Option<&'a SectionId> {
    let home = card.places.first().and_then(|place| section_above(ledger, template, card.year, &place.passage));
    home.or_else(|| template.matter(&card.matter).map(|matter| &matter.section))
}

/// The sections of the matters, looked up once for a pass over all items.
#[derive(Debug)]
pub struct Homes<'a> {
    ledger: &'a Ledger,
    template: &'a Template,
    sections: HashMap<&'a MatterId, &'a SectionId>,
}

impl<'a> Homes<'a> {
    /// Looks them up.
    pub fn new(ledger: &'a Ledger, template: &'a Template) -> Self {
        // Of matters of one id the first is meant, as everywhere.
        let sections = template.matters.iter().rev().map(|matter| (&matter.id, &matter.section)).collect();
        Self { ledger, template, sections }
    }

    /// The section of a matter.
    pub fn of_matter(&self, matter: &MatterId) -> Option<&'a SectionId> {
        self.sections.get(matter).copied()
    }

    /// The section an item belongs to, as [`section_of`] says.
    pub fn of(&self, card: &Card) -> Option<&'a SectionId> {
        if card.places.is_empty() { self.of_matter(&card.matter) } else { section_of(self.ledger, self.template, card) }
    }
}

/// Units of shares, which do not add up.
const SHARES: [&str; 3] = ["％", "%", "‰"];

/// What the items come to.
pub fn totals(template: Option<&Template>, items: &[&Item]) -> Totals {
    let mut count = Sum::default();
    for item in items {
        match &item.card.count {
            None => count.add(&Amount::exact(1.into())),
            Some(Count::Given(amount)) => count.add(amount),
            Some(Count::Open) => {}
        }
    }
    Totals { items: items.len(), count: count.sum(), sums: template.map_or_else(Vec::new, |known| sums(known, items)) }
}

fn sums(template: &Template, items: &[&Item]) -> Vec<(String, String, Value)> {
    let mut sums = Vec::new();
    for kind in &template.kinds {
        for field in &kind.fields {
            let FieldType::Amount { unit } = &field.holds else { continue };
            if unit.is_empty() || SHARES.contains(&unit.as_str()) {
                continue;
            }
            let of_kind = items.iter().filter(|item| item.card.kind == kind.id);
            let given = of_kind.filter_map(|item| item.card.fields.get(&field.id)?.as_amount());
            sums.extend(given.collect::<Sum>().sum().map(|value| (field.name.clone(), unit.clone(), value)));
        }
    }
    sums
}

fn section_above<'a>(
    ledger: &'a Ledger,
    template: &'a Template,
    year: Year,
    passage: &PassageId,
) -> Option<&'a SectionId> {
    let mut at = passage;
    for _ in 0..32 {
        if let Some(section) = template.sections.iter().find(|section| section.id.as_str() == at.as_str()) {
            return Some(&section.id);
        }
        at = ledger.passages.get(&PassageKey(year, at.clone()))?.parent.as_ref()?;
    }
    None
}

impl Filter {
    fn fits(&self, ledger: &Ledger, template: Option<&Template>, card: &Card) -> bool {
        let section = |id: &SectionId| template.and_then(|known| section_of(ledger, known, card)) == Some(id);
        let unit = |id: EntryId| is_same(ledger, id, card.unit);
        card.binned == self.binned
            && self.matter.as_ref().is_none_or(|id| card.matter == *id)
            && self.kind.as_ref().is_none_or(|id| card.kind == *id)
            && self.month.is_none_or(|month| card.when.start().month() == month)
            && self.status.is_none_or(|status| card.status == status)
            && self.tag.as_ref().is_none_or(|tag| card.tags.contains(tag))
            && self.unit.is_none_or(unit)
            && self.section.as_ref().is_none_or(section)
    }
}

fn is_same(ledger: &Ledger, id: EntryId, other: Option<EntryId>) -> bool {
    let now = |id: EntryId| ledger.entry(id).map_or(id, |entry| entry.id);
    other.is_some_and(|other| now(other) == now(id))
}

#[cfg(test)]
mod tests {
    use super::super::bench::{Bench, amount, day, year};
    use super::*;
    use crate::model::FieldValue;

    fn found(bench: &Bench, query: &str) -> Vec<String> {
        let filter = Filter { query: query.into(), ..Filter::default() };
        select(&bench.ledger, year(2022), &filter).into_iter().map(|item| item.card.title.clone()).collect()
    }

    #[test]
    fn words_are_looked_for_everywhere_and_a_field_word_only_in_its_field() {
        let mut bench = Bench::new();
        let site = bench.entry("outlets", "新华网", &[]);
        bench.add("文化站里过冬至", day(2022, 12, 20), |item| {
            item.card.fields.insert("outlet".parse().expect("an id"), FieldValue::Entry(site));
        });
        bench.add("新华网来访", day(2022, 3, 1), |item| item.body.note = "带队".into());
        assert_eq!(found(&bench, "新华网"), ["新华网来访", "文化站里过冬至"]);
        assert_eq!(found(&bench, "媒体:新华网"), ["文化站里过冬至"]);
        assert_eq!(found(&bench, "标题：新华网"), ["新华网来访"]);
        assert_eq!(found(&bench, "新华网 带队"), ["新华网来访"]);
        assert_eq!(found(&bench, "没有"), [""; 0]);
    }

    #[test]
    fn choices_states_and_kinds_are_found_by_their_names() {
        let mut bench = Bench::new();
        bench.add("甲", day(2022, 3, 1), |item| {
            let front = FieldValue::Choice("front".parse().expect("an id"));
            item.card.fields.insert("place".parse().expect("an id"), front);
        });
        bench.add("乙", day(2022, 3, 2), |item| item.card.status = Status::Planned);
        assert_eq!(found(&bench, "版位:头版头条"), ["甲"]);
        assert_eq!(found(&bench, "头版头条"), ["甲"]);
        assert_eq!(found(&bench, "状态:计划"), ["乙"]);
        assert_eq!(found(&bench, "类别:稿件").len(), 2);
    }

    #[test]
    fn the_bin_shows_only_what_is_in_it() {
        let mut bench = Bench::new();
        bench.add("甲", day(2022, 3, 1), |item| item.card.binned = true);
        bench.add("乙", day(2022, 3, 1), |_| {});
        assert_eq!(found(&bench, ""), ["乙"]);
        let bin = Filter { binned: true, ..Filter::default() };
        assert_eq!(select(&bench.ledger, year(2022), &bin).len(), 1);
    }

    #[test]
    fn an_item_is_of_the_section_it_was_placed_into() {
        let mut bench = Bench::new();
        bench.passage("2", None, |_| {});
        bench.passage("2.a", Some("2"), |_| {});
        bench.add("甲", day(2022, 3, 1), |item| {
            let passage = "2.a".parse().expect("an id");
            item.card.places.push(crate::model::Place { passage, rank: None });
        });
        let of = |section: &str| Filter { section: section.parse().ok(), ..Filter::default() };
        assert_eq!(select(&bench.ledger, year(2022), &of("1")).len(), 0);
        assert_eq!(select(&bench.ledger, year(2022), &of("2")).len(), 1);
    }

    #[test]
    fn totals_name_the_sum_of_each_amount_with_its_unit() {
        let mut bench = Bench::new();
        for many in [30, 12] {
            bench.add("甲", day(2022, 3, 1), |item| {
                item.card.fields.insert("people".parse().expect("an id"), FieldValue::Amount(amount(many)));
            });
        }
        let items = select(&bench.ledger, year(2022), &Filter::default());
        let totals = totals(bench.ledger.template(year(2022)).map(AsRef::as_ref), &items);
        let sum = Value::Number(42.into(), crate::model::Mark::Exact);
        assert_eq!((totals.items, totals.sums), (2, vec![("人数".into(), "人次".into(), sum)]));
    }

    #[test]
    fn what_has_no_unit_or_is_a_share_is_not_added_up() {
        let mut bench = Bench::new();
        bench.add("甲", day(2022, 3, 1), |item| {
            item.card.fields.insert("people".parse().expect("an id"), FieldValue::Amount(amount(97)));
        });
        for unit in ["", "％"] {
            bench.template(|template| {
                let people = template.kinds[0].fields.iter_mut().find(|field| field.id.as_str() == "people");
                people.expect("the bench has it").holds = FieldType::Amount { unit: unit.into() };
            });
            let items = select(&bench.ledger, year(2022), &Filter::default());
            let totals = totals(bench.ledger.template(year(2022)).map(AsRef::as_ref), &items);
            assert_eq!(totals.sums, [], "{unit}");
        }
    }
}
