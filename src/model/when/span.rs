//! The stretches of days that a time can be, each with its first and last day.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::festival::Festival;

/// Years that can be written.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// A stretch of days, with the precision it was given in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Span {
    /// One day.
    Day(NaiveDate),
    /// A part of one day.
    Part(NaiveDate, Part),
    /// The first day and a later last one.
    Days(NaiveDate, NaiveDate),
    /// A third of a month.
    Third(Month, Third),
    /// The beginning, middle or end of a month.
    MonthEdge(Month, Edge),
    /// A month.
    Month(Month),
    /// The first month and a later last one.
    Months(Month, Month),
    /// A quarter of a year, 1–4.
    Quarter(i32, u32),
    /// A half of a year, 1–2.
    Half(i32, u32),
    /// The beginning, middle or end of a year.
    YearEdge(i32, Edge),
    /// A year.
    Year(i32),
    /// A festival, its day, and whether the days around it are meant (期间).
    Festival(Festival, NaiveDate, bool),
}

/// What a stretch is the measure of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Bound {
    /// The stretch itself.
    Plain,
    /// 以来: from its first day on.
    Since,
    /// 前: a deadline.
    Before,
    /// 截至: up to it.
    Until,
}

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Dawn,
    Early,
    Morning,
    Noon,
    Afternoon,
    Dusk,
    Evening,
    Night,
}

/// A third of a month (旬).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Third {
    First,
    Second,
    Last,
}

/// 初, 中, 底.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Edge {
    Begin,
    Middle,
    End,
}

/// A calendar month, kept as its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Month(NaiveDate);

impl Month {
    /// The month, when `number` is 1–12.
    pub(super) fn new(year: i32, number: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, number, 1).map(Self)
    }

    /// The month that `day` lies in.
    pub(super) fn of(day: NaiveDate) -> Self {
        Self(day.with_day(1).expect("every month has a first day"))
    }

    pub(super) fn year(self) -> i32 {
        self.0.year()
    }

    pub(super) fn number(self) -> u32 {
        self.0.month()
    }

    pub(super) fn first(self) -> NaiveDate {
        self.0
    }

    pub(super) fn last(self) -> NaiveDate {
        self.0 + Months::new(1) - Days::new(1)
    }

    /// The day of this number; days past the month's end give its last.
    fn nth(self, number: u32) -> NaiveDate {
        self.0.with_day(number).unwrap_or_else(|| self.last())
    }

    /// First and last day of the `third`.
    fn third(self, third: Third) -> (NaiveDate, NaiveDate) {
        match third {
            Third::First => (self.nth(1), self.nth(10)),
            Third::Second => (self.nth(11), self.nth(20)),
            Third::Last => (self.nth(21), self.last()),
        }
    }
}

impl Edge {
    /// The third of a month it is: 月初 is 上旬.
    fn third(self) -> Third {
        match self {
            Self::Begin => Third::First,
            Self::Middle => Third::Second,
            Self::End => Third::Last,
        }
    }

    /// The month of a year it is: 年初 is January, 年中 June, 年底 December.
    fn month(self) -> u32 {
        match self {
            Self::Begin => 1,
            Self::Middle => 6,
            Self::End => 12,
        }
    }
}

impl Span {
    /// First day.
    pub(super) fn first(self) -> NaiveDate {
        self.days().0
    }

    /// Last day.
    pub(super) fn last(self) -> NaiveDate {
        self.days().1
    }

    fn days(self) -> (NaiveDate, NaiveDate) {
        match self {
            Self::Day(day) | Self::Part(day, _) | Self::Festival(_, day, false) => (day, day),
            Self::Days(first, last) => (first, last),
            Self::Third(month, third) => month.third(third),
            Self::MonthEdge(month, edge) => month.third(edge.third()),
            Self::Month(month) => (month.first(), month.last()),
            Self::Months(first, last) => (first.first(), last.last()),
            Self::Quarter(year, number) => months(year, number * 3 - 2, number * 3),
            Self::Half(year, number) => months(year, number * 6 - 5, number * 6),
            Self::YearEdge(year, edge) => months(year, edge.month(), edge.month()),
            Self::Year(year) => months(year, 1, 12),
            Self::Festival(festival, day, true) => (day, festival.last_day(day)),
        }
    }
}

/// Last day of a year.
pub(super) fn last_of(year: i32) -> NaiveDate {
    months(year, 12, 12).1
}

/// `day`, or the nearest one that can be written.
pub(super) fn pulled(day: NaiveDate) -> NaiveDate {
    day.clamp(months(*YEARS.start(), 1, 1).0, last_of(*YEARS.end()))
}

/// First day of one month and last day of another, both of `year`.
fn months(year: i32, first: u32, last: u32) -> (NaiveDate, NaiveDate) {
    let month = |number| Month::new(year, number).expect("months are 1 to 12 of a year that can be written");
    (month(first).first(), month(last).last())
}
