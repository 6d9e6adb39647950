//! The window a report looks through, and what counts in it.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::model::{Card, InReport, Item, Period, Status, Variant, Window, Year};

/// The window a report looks through: 完成 items whose period, else start, lies in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The ledger's year.
    pub year: Year,
    /// First day.
    pub from: NaiveDate,
    /// Last day: the smaller of the as-of date and the variant's end.
    pub to: NaiveDate,
    /// The variant's end, which may lie after the as-of date.
    pub end: NaiveDate,
    /// How much of the year it tells of.
    pub reach: Reach,
}

/// How much of the year a window tells of, and so what else than items speaks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All of it: what was said of the year's figures holds.
    Year,
    /// A part of it: what was said of the whole year says nothing here.
    Part,
    /// A part, but what a unit expects of the whole year (预计, 估数) is taken where it said so.
    Outlook,
}

impl Scope {
    /// The whole year as of a day.
    pub fn whole(year: Year, as_of: NaiveDate) -> Self {
        Self::of(&Variant::Whole, year, as_of)
    }

    /// What a variant looks through as of a day. That a theme's report takes only what carries its tag is no matter of
    /// the window: [`themed`](super::themed) sees to it.
    pub fn of(variant: &Variant, year: Year, as_of: NaiveDate) -> Self {
        let (first, last) = variant.months();
        let end = last_of(year, last);
        let reach = match variant {
            Variant::Whole | Variant::Public => Reach::Year,
            Variant::ToNovember => Reach::Outlook,
            Variant::FirstHalf | Variant::SecondHalf | Variant::Quarter(_) | Variant::Tag(_) => Reach::Part,
        };
        Self { year, from: first_of(year, first), to: end.min(as_of), end, reach }
    }

    /// Whether the day lies in the window.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// The part of it that an indicator's own window leaves.
    #[must_use]
    pub fn narrowed(self, window: &Window) -> Self {
        let (from, to) = match window {
            Window::Whole => return self,
            Window::FromMonth(month) => (first_of(self.year, *month), last_of(self.year, 12)),
            Window::Months(first, last) => (first_of(self.year, *first), last_of(self.year, *last)),
            Window::Within(when) => (when.start(), when.end()),
        };
        Self { from: self.from.max(from), to: self.to.min(to), end: self.end.min(to), ..self }
    }

    /// The same window one year earlier; none before the first year there can be.
    pub fn year_earlier(self) -> Option<Self> {
        let [from, to, end] = [self.from, self.to, self.end].map(year_earlier);
        // A year that is over is not expected any more.
        let reach = if self.reach == Reach::Outlook { Reach::Part } else { self.reach };
        Some(Self { year: self.year.previous()?, from, to, end, reach })
    }
}

/// Whether an item counts: 完成, not in the bin, not 不计, its period (else its start) in the window.
pub fn counts(card: &Card, scope: &Scope) -> bool {
    card.year == scope.year
        && card.status == Status::Done
        && !card.binned
        && card.in_report != InReport::Ignored
        && scope.holds(counted_on(card))
}

/// The day that decides which window an item falls into.
pub(super) fn counted_on(card: &Card) -> NaiveDate {
    card.period.as_ref().map_or_else(|| card.when.start(), Period::start)
}

/// Sorts items by date, then id.
pub fn by_date(items: &mut [&Item]) {
    items.sort_by_cached_key(|item| (item.card.when.start(), item.card.id));
}

/// The first day of a month; months beyond the year are taken as its nearest.
pub(super) fn first_of(year: Year, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year.number(), month.clamp(1, 12), 1).expect("each month has a first day")
}

/// The last day of a month.
pub(super) fn last_of(year: Year, month: u32) -> NaiveDate {
    month_end(first_of(year, month))
}

fn month_end(day: NaiveDate) -> NaiveDate {
    let first = day.with_day(1).expect("each month has a first day");
    first + Months::new(1) - Days::new(1)
}

/// The same day one year earlier; the end of a month stays its end.
fn year_earlier(day: NaiveDate) -> NaiveDate {
    let earlier = day - Months::new(12);
    if day == month_end(day) { month_end(earlier) } else { earlier }
}

#[cfg(test)]
mod tests {
    use super::super::bench::{Bench, day, year};
    use super::*;

    #[test]
    fn the_same_window_a_year_earlier_keeps_the_end_of_february() {
        let scope = Scope { to: day(2025, 2, 28), ..Scope::whole(year(2025), day(2025, 12, 31)) };
        assert_eq!(scope.year_earlier().map(|scope| scope.to), Some(day(2024, 2, 29)));
    }

    #[test]
    fn only_done_items_inside_the_window_count() {
        let bench = Bench::new();
        let scope = Scope::whole(year(2022), day(2022, 6, 30));
        let item = |change: &dyn Fn(&mut Card)| {
            let mut card = bench.item("1", "a", day(2022, 3, 1)).card;
            change(&mut card);
            counts(&card, &scope)
        };
        assert!(item(&|_| {}));
        assert!(item(&|card| card.in_report = InReport::Internal));
        assert!(!item(&|card| card.in_report = InReport::Ignored));
        assert!(!item(&|card| card.status = Status::Running));
        assert!(!item(&|card| card.binned = true));
        assert!(!item(&|card| card.when = crate::model::When::day(day(2022, 7, 1))));
        assert!(!item(&|card| card.year = year(2021)));
    }
}
