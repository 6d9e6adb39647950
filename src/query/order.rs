//! In which order a list stands.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use super::homes::places_of;
use super::tree::outline;
use crate::id::EntryId;
use crate::model::{Item, Ledger, Year};
use crate::text::spelling;

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// The day it began on, the first one first.
    #[default]
    Date,
    /// Its title, as it is spelled.
    Title,
    /// The name of its unit, as it is spelled; those without one last.
    Unit,
    /// When it was changed, the newest first.
    Changed,
    /// Where it stands in the report.
    Report,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Order {
    /// What by.
    pub by: SortBy,
    /// The other way round.
    pub reversed: bool,
}

impl SortBy {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Date, Self::Title, Self::Unit, Self::Changed, Self::Report];

    /// Its name on the command line; never changes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Title => "title",
            Self::Unit => "unit",
            Self::Changed => "changed",
            Self::Report => "report",
        }
    }
}

/// Sorts items of a year; what is equal stands by date, then id.
pub(super) fn sort(items: &mut [Arc<Item>], order: Order, ledger: &Ledger, year: Year) {
    items.sort_by_cached_key(|item| (item.card.when.start(), item.card.id));
    match order.by {
        SortBy::Date => {}
        SortBy::Title => items.sort_by_cached_key(|item| spelling(&item.card.title)),
        SortBy::Unit => by_unit(items, ledger),
        SortBy::Changed => items.sort_by_key(|item| Reverse(item.body.updated.at)),
        SortBy::Report => by_report(items, ledger, year),
    }
    if order.reversed {
        items.reverse();
    }
}

fn by_unit(items: &mut [Arc<Item>], ledger: &Ledger) {
    let mut names: HashMap<EntryId, String> = HashMap::new();
    let mut name = |id: EntryId| {
        let spelled = || ledger.entry(id).map(|entry| spelling(&entry.label)).unwrap_or_default();
        names.entry(id).or_insert_with(spelled).clone()
    };
    items.sort_by_cached_key(|item| (item.card.unit.is_none(), item.card.unit.map(&mut name)));
}

fn by_report(items: &mut [Arc<Item>], ledger: &Ledger, year: Year) {
    let Some(template) = ledger.template(year) else { return };
    let passages: HashMap<_, usize> =
        outline(ledger, year).into_iter().map(|(passage, _)| &passage.id).zip(0..).collect();
    items.sort_by_cached_key(|item| {
        let home = places_of(ledger, template, &item.card).into_iter().next();
        let (passage, rank) = home.map_or((None, None), |(passage, rank)| (passages.get(passage), rank.cloned()));
        (passage.is_none(), passage.copied(), rank)
    });
}

#[cfg(test)]
mod tests {
    use super::super::bench::{Bench, day, year};
    use super::super::{Filter, Selection};
    use super::*;
    use crate::model::{Place, Rank};

    fn titles(bench: &Bench, by: SortBy, reversed: bool) -> String {
        let selection = Selection::new(&bench.ledger, year(2022), &Filter::default(), Order { by, reversed });
        selection.items().map(|item| item.card.title.as_str()).collect()
    }

    #[test]
    fn each_order_goes_both_ways_and_equal_ones_stand_by_date() {
        let mut bench = Bench::new();
        let (north, south) = (bench.entry("units", "北门", &[]), bench.entry("units", "东门", &[]));
        bench.add("字", day(2022, 3, 3), |item| item.card.unit = Some(north));
        bench.add("安", day(2022, 3, 2), |item| item.body.updated.at += chrono::TimeDelta::days(1));
        bench.add("宝", day(2022, 3, 1), |item| item.card.unit = Some(south));
        assert_eq!(titles(&bench, SortBy::Date, false), "宝安字");
        assert_eq!(titles(&bench, SortBy::Title, false), "安宝字");
        assert_eq!(titles(&bench, SortBy::Unit, false), "字宝安");
        assert_eq!(titles(&bench, SortBy::Changed, false), "安宝字");
        assert_eq!(titles(&bench, SortBy::Date, true), "字安宝");
    }

    #[test]
    fn the_order_of_the_report_goes_by_passage_then_rank() {
        let mut bench = Bench::new();
        bench.passage("2", None, |_| {});
        bench.passage("1", None, |_| {});
        let place = |passage: &str, rank: Option<usize>| Place {
            passage: passage.parse().expect("an id"),
            rank: rank.map(Rank::nth),
        };
        bench.add("丁", day(2022, 3, 1), |item| item.card.places.push(place("1", Some(1))));
        bench.add("丙", day(2022, 3, 2), |item| item.card.places.push(place("1", Some(0))));
        bench.add("乙", day(2022, 3, 3), |_| {});
        bench.add("甲", day(2022, 3, 4), |item| item.card.places.push(place("2", None)));
        assert_eq!(titles(&bench, SortBy::Report, false), "甲乙丙丁");
    }
}
