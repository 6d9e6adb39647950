//! Picking items for lists and searches.

use std::sync::Arc;

use super::filter::{Filter, Sieve};
use super::order::{Order, sort};
use super::search::Words;
use crate::model::{Item, Ledger, Year};

/// The items of a year that a filter lets through, in order of date.
pub fn select<'a>(ledger: &'a Ledger, year: Year, filter: &Filter) -> Vec<&'a Item> {
    let words = Words::new(&filter.query, ledger, ledger.template(year).map(AsRef::as_ref));
    let sieve = Sieve::new(ledger, year, filter);
    let fits = |item: &&Item| sieve.lets(&item.card) && words.are_in(item);
    let mut found: Vec<&Item> = ledger.items.values().map(Arc::as_ref).filter(fits).collect();
    super::by_date(&mut found);
    found
}

/// The items of a list, kept while it is searched: a longer query looks only through what the shorter one found, and
/// nothing is sorted anew.
#[derive(Debug, Default)]
pub struct Selection {
    /// What the filter lets through without its query, in the order of the list.
    base: Vec<Arc<Item>>,
    /// What each query found that the present one grew from, the shortest first.
    steps: Vec<Step>,
}

/// What a query found.
#[derive(Debug)]
struct Step {
    words: Words,
    /// Places in the base.
    found: Vec<u32>,
}

impl Selection {
    /// The items that a filter lets through, in this order.
    pub fn new(ledger: &Ledger, year: Year, filter: &Filter, order: Order) -> Self {
        let sieve = Sieve::new(ledger, year, filter);
        let mut base: Vec<Arc<Item>> = ledger.items.values().filter(|item| sieve.lets(&item.card)).cloned().collect();
        sort(&mut base, order, ledger, year);
        let mut selection = Self { base, steps: Vec::new() };
        selection.search(ledger, year, &filter.query);
        selection
    }

    /// Looks for another query in the same items of the same ledger.
    pub fn search(&mut self, ledger: &Ledger, year: Year, query: &str) {
        let words = Words::new(query, ledger, ledger.template(year).map(AsRef::as_ref));
        while self.steps.last().is_some_and(|step| !step.words.are_widened_by(&words)) {
            self.steps.pop();
        }
        if words.is_empty() {
            return;
        }
        let holds = |at: &u32| words.are_in(&self.base[*at as usize]);
        let found = match self.steps.last() {
            Some(step) => step.found.iter().copied().filter(holds).collect(),
            None => (0..self.base.len() as u32).filter(holds).collect(),
        };
        self.steps.push(Step { words, found });
    }

    /// How many items were found.
    pub fn len(&self) -> usize {
        self.steps.last().map_or(self.base.len(), |step| step.found.len())
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many items there are to look through.
    pub const fn all(&self) -> usize {
        self.base.len()
    }

    /// The item that was found in this place.
    pub fn get(&self, at: usize) -> Option<&Item> {
        let at = match self.steps.last() {
            Some(step) => *step.found.get(at)? as usize,
            None => at,
        };
        self.base.get(at).map(AsRef::as_ref)
    }

    /// What was found, in the order of the list.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        (0..self.len()).filter_map(|at| self.get(at))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::super::bench::{Bench, amount, day, year};
    use super::super::{Grouping, Totals, Value, Want, groups, totals};
    use super::*;
    use crate::id::ItemId;
    use crate::model::{FieldValue, Period, Status};

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
        let of = |section: &str| Filter::of(Want::Section(section.parse().expect("an id")));
        assert_eq!(select(&bench.ledger, year(2022), &of("1")).len(), 0);
        assert_eq!(select(&bench.ledger, year(2022), &of("2")).len(), 1);
    }

    #[test]
    fn a_number_is_found_whole_and_letters_mind_no_width() {
        let mut bench = Bench::new();
        bench.add("G20峰会", day(2022, 3, 1), |item| {
            item.card.fields.insert("people".parse().expect("an id"), FieldValue::Amount(amount(120)));
        });
        for query in ["g20", "Ｇ20", "G20", "120", "人数:120"] {
            assert_eq!(found(&bench, query), ["G20峰会"], "{query}");
        }
        assert_eq!(found(&bench, "12"), [""; 0]);
    }

    /// A ledger in which each word below means something of its own.
    fn motley() -> Bench {
        let mut bench = Bench::new();
        let site = bench.entry("outlets", "新华网", &[]);
        for number in 0..60u32 {
            let title = ["文化站里过冬至", "重庆银行来访", "W3学习 网", "**", "百姓宣讲"][number as usize % 5];
            bench.add(title, day(2022, number % 12 + 1, 1 + number % 20), |item| {
                let card = &mut item.card;
                let value = if number % 7 == 0 { FieldValue::Open } else { FieldValue::Amount(amount(number.into())) };
                card.fields.insert("people".parse().expect("an id"), value);
                if number % 3 == 0 {
                    card.fields.insert("outlet".parse().expect("an id"), FieldValue::Entry(site));
                }
                card.checked = number % 4 == 0;
                card.key = number % 6 == 0;
                card.tags = if number % 5 == 2 { vec!["二十大".into()] } else { Vec::new() };
                card.status = if number % 9 == 1 { Status::Planned } else { Status::Done };
                item.body.note = ["带队wang", "", "12人"][number as usize % 3].into();
            });
        }
        bench
    }

    proptest! {
        #[test]
        fn typing_and_erasing_finds_what_the_whole_query_finds(
            keys in prop::collection::vec(prop::sample::select(vec![
                "文", "化", "w", "h", "z", "x", "1", "2", "*", " ", "状态:", "媒体:", "计划", "网", "百", "\u{8}", "\u{8}",
            ]), 1..14),
        ) {
            let bench = motley();
            let mut selection = Selection::new(&bench.ledger, year(2022), &Filter::default(), Order::default());
            let mut query = String::new();
            for key in keys {
                if key == "\u{8}" { query.pop(); } else { query.push_str(key); }
                selection.search(&bench.ledger, year(2022), &query);
                let filter = Filter { query: query.clone(), ..Filter::default() };
                let whole: Vec<_> = select(&bench.ledger, year(2022), &filter).iter().map(|item| item.card.id).collect();
                let step: Vec<_> = selection.items().map(|item| item.card.id).collect();
                prop_assert_eq!(step, whole, "{}", query);
            }
        }

        #[test]
        fn filters_together_let_through_what_each_lets_through(
            picked in prop::sample::subsequence(vec![
                Want::Status(Status::Done), Want::Month(3), Want::Key, Want::Unchecked, Want::Blanks,
                Want::Tag("二十大".into()), Want::Section("1".parse().expect("an id")),
                Want::Period(Period::quarter_of(day(2022, 2, 1))),
            ], 0..5),
            query in prop::sample::select(vec!["", "wh", "网", "媒体:新华"]),
        ) {
            let bench = motley();
            let ids = |filter: &Filter| -> HashSet<ItemId> {
                select(&bench.ledger, year(2022), filter).iter().map(|item| item.card.id).collect()
            };
            let mut together = Filter { query: query.into(), ..Filter::default() };
            let mut expected = ids(&together);
            for want in picked {
                expected.retain(|id| ids(&Filter::of(want.clone())).contains(id));
                together.want(want);
            }
            prop_assert_eq!(ids(&together), expected);
        }

        #[test]
        fn the_groups_of_a_list_add_up_to_its_totals(
            by in prop::sample::select(vec![Grouping::Unit, Grouping::Month, Grouping::Register(0)]),
            query in prop::sample::select(vec!["", "文", "w"]),
        ) {
            let bench = motley();
            let template = bench.ledger.template(year(2022)).expect("the bench has it");
            let filter = Filter { query: query.into(), ..Filter::default() };
            let items = select(&bench.ledger, year(2022), &filter);
            let groups = groups(&bench.ledger, template, &items, by);
            let all = totals(Some(template), items.iter().copied());
            let number = |value: &Value| value.number();
            let sum = |of: &dyn Fn(&Totals) -> Decimal| groups.iter().map(|group| of(&group.totals)).sum::<Decimal>();
            prop_assert_eq!(groups.iter().map(|group| group.totals.items).sum::<usize>(), all.items);
            prop_assert_eq!(sum(&|one| one.count.as_ref().map(number).unwrap_or_default()), all.count.as_ref().map(number).unwrap_or_default());
            let people = |one: &Totals| one.sums.iter().map(|(_, _, value)| number(value)).sum::<Decimal>();
            prop_assert_eq!(sum(&people), people(&all));
        }
    }
}
