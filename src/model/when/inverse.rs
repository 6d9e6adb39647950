//! What prints reads back, whatever it is.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::festival::Festival;
use super::span::{Bound, Edge, Month, Part, Span, Third};
use super::{Period, When};
use crate::model::Year;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date in ISO form")
}

fn year(number: i32) -> Year {
    Year::try_from(number).expect("a year of the ledger")
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (1900_i32..=2199, 1_u32..=366).prop_filter_map("a day of the year", |(year, day)| NaiveDate::from_yo_opt(year, day))
}

fn any_month() -> impl Strategy<Value = Month> {
    (1900_i32..=2199, 1_u32..=12).prop_filter_map("a month", |(year, month)| Month::new(year, month))
}

fn any_edge() -> impl Strategy<Value = Edge> {
    prop_oneof![Just(Edge::Begin), Just(Edge::Middle), Just(Edge::End)]
}

fn any_part() -> impl Strategy<Value = Part> {
    prop_oneof![
        Just(Part::Dawn),
        Just(Part::Early),
        Just(Part::Morning),
        Just(Part::Noon),
        Just(Part::Afternoon),
        Just(Part::Dusk),
        Just(Part::Evening),
        Just(Part::Night)
    ]
}

fn any_festival() -> impl Strategy<Value = Span> {
    let festivals: Vec<Festival> = Festival::all().collect();
    (prop::sample::select(festivals), 1990_i32..=2100, any::<bool>())
        .prop_filter_map("a year that has the festival once", |(festival, year, during)| {
            festival.day(year).ok().map(|day| Span::Festival(festival, day, during))
        })
}

fn any_span() -> impl Strategy<Value = Span> {
    let third = prop_oneof![Just(Third::First), Just(Third::Second), Just(Third::Last)];
    let years = 1900_i32..=2199;
    prop_oneof![
        any_date().prop_map(Span::Day),
        (any_date(), any_part()).prop_map(|(day, part)| Span::Part(day, part)),
        (any_date(), any_date()).prop_filter_map("two days", |(a, b)| (a != b).then(|| Span::Days(a.min(b), a.max(b)))),
        (any_month(), third).prop_map(|(month, third)| Span::Third(month, third)),
        (any_month(), any_edge()).prop_map(|(month, edge)| Span::MonthEdge(month, edge)),
        any_month().prop_map(Span::Month),
        (any_month(), any_month())
            .prop_filter_map("two months", |(a, b)| (a != b).then(|| Span::Months(a.min(b), a.max(b)))),
        (years.clone(), 1_u32..=4).prop_map(|(year, number)| Span::Quarter(year, number)),
        (years.clone(), 1_u32..=2).prop_map(|(year, number)| Span::Half(year, number)),
        (years.clone(), any_edge()).prop_map(|(year, edge)| Span::YearEdge(year, edge)),
        years.prop_map(Span::Year),
        any_festival(),
    ]
}

fn any_when() -> impl Strategy<Value = When> {
    let bound = prop_oneof![Just(Bound::Plain), Just(Bound::Since), Just(Bound::Before), Just(Bound::Until)];
    (any_span(), bound).prop_map(|(span, bound)| When { span, bound })
}

proptest! {
    #[test]
    fn every_time_reads_back_as_it_prints(when in any_when(), ledger in 1990_i32..=2100, today in any_date()) {
        prop_assert_eq!(When::parse(&when.print(year(ledger)), year(ledger), today), Ok(when.clone()));
        prop_assert_eq!(when.to_string().parse::<When>(), Ok(when.clone()));
        let json = serde_json::to_string(&when).expect("a time is a string");
        prop_assert_eq!(serde_json::from_str::<When>(&json).expect("it reads back"), when.clone());
        prop_assert!(when.start() <= when.end());
    }

    #[test]
    fn every_period_reads_back_as_it_prints(day in any_date(), ledger in 1990_i32..=2100) {
        for period in [Period::quarter_of(day), Period::half_of(day), Period::month_of(day), Period::week_of(day)] {
            prop_assert_eq!(Period::parse(&period.print(year(ledger)), year(ledger)), Ok(period.clone()));
            prop_assert_eq!(period.to_string().parse::<Period>(), Ok(period.clone()));
            prop_assert!((period.start()..=period.end()).contains(&day));
        }
    }

    #[test]
    fn no_text_makes_the_reader_fall_over(typed in "[0-9年月日初底上下半季度周~至.（）/ -]{0,14}") {
        let _ = When::parse(&typed, year(2022), date("2022-12-20"));
        let _ = Period::parse(&typed, year(2022));
    }
}
