//! The rules of cutting the year into variants, each as a test.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::bench::{Bench, amount, day, indicator, year};
use super::*;
use crate::id::EntryId;
use crate::model::{
    Basis, Cadence, Checked, Every, Indicator, Mark, Measure, Return, ReturnKey, ReturnSource, Unknown, Variant,
};

fn variant(name: &str) -> Variant {
    name.parse().expect("a variant")
}

fn scope(name: &str) -> Scope {
    Scope::of(&variant(name), year(2022), day(2022, 12, 31))
}

fn number(figure: &Figure) -> Option<i64> {
    figure.value.as_ref().and_then(|value| value.number().try_into().ok())
}

fn taken(bench: &Bench, indicator: &Indicator, name: &str) -> Figure {
    figure(&bench.ledger, indicator, scope(name))
}

fn returned(bench: &mut Bench, period: Option<&str>, unit: EntryId, value: i64, source: ReturnSource) {
    let period = period.map(|text| text.parse().expect("a period"));
    let key = ReturnKey { year: year(2022), indicator: "次数".parse().expect("an id"), period, unit };
    bench.ledger.returns.insert(key, Return { value: amount(value), source, unknown: Unknown::new() });
}

proptest! {
    #[test]
    fn every_day_lies_in_its_half_and_quarter_and_the_parts_make_the_whole(
        days in prop::collection::vec(0u64..365, 0..40),
        as_of in 0u64..400,
    ) {
        let mut bench = Bench::new();
        let first = day(2022, 1, 1);
        let as_of = first + Days::new(as_of);
        for at in &days {
            bench.add("甲", first + Days::new(*at), |_| {});
        }
        let count = indicator("次数", Measure::Count);
        let of = |name: &str| {
            let scope = Scope::of(&variant(name), year(2022), as_of);
            number(&figure(&bench.ledger, &count, scope)).unwrap_or(0)
        };
        let inside = |from: NaiveDate, to: NaiveDate| {
            let counted = |at: &&u64| (from..=to.min(as_of)).contains(&(first + Days::new(**at)));
            i64::try_from(days.iter().filter(counted).count()).expect("a few")
        };
        prop_assert_eq!(of("q1") + of("q2"), of("h1"));
        prop_assert_eq!(of("q3") + of("q4"), of("h2"));
        prop_assert_eq!(of("h1") + of("h2"), of("whole"));
        prop_assert_eq!(of("q2"), inside(day(2022, 4, 1), day(2022, 6, 30)));
        prop_assert_eq!(of("to-nov"), inside(first, day(2022, 11, 30)));
    }

    #[test]
    fn the_window_one_year_earlier_begins_and_ends_on_the_same_days(quarter in 1u8..=4, number in 1991i32..=2100) {
        let cut = Scope::of(&variant(&format!("q{quarter}")), year(number), NaiveDate::MAX);
        prop_assert_eq!(cut.year_earlier(), Some(Scope::of(&variant(&format!("q{quarter}")), year(number - 1), NaiveDate::MAX)));
    }
}

#[test]
fn a_return_counts_only_in_a_window_that_holds_its_stretch() {
    let mut bench = Bench::new();
    let unit = bench.entry("units", "教育局", &[]);
    let indicator = indicator("次数", Measure::Returns);
    returned(&mut bench, Some("2022年第一季度"), unit, 3, ReturnSource::Counted);
    returned(&mut bench, Some("2022年第二季度"), unit, 4, ReturnSource::Counted);
    let of = |bench: &Bench, name| number(&taken(bench, &indicator, name));
    assert_eq!((of(&bench, "q1"), of(&bench, "q2"), of(&bench, "q3")), (Some(3), Some(4), None));
    assert_eq!((of(&bench, "h1"), of(&bench, "whole")), (Some(7), Some(7)));
    returned(&mut bench, None, unit, 20, ReturnSource::Counted);
    assert_eq!((of(&bench, "h1"), of(&bench, "whole")), (Some(7), Some(20)), "that of a year says nothing of a half");
}

#[test]
fn what_a_unit_expects_of_the_year_stands_in_the_report_to_november_and_says_so() {
    let mut bench = Bench::new();
    let (asked, silent) = (bench.entry("units", "教育局", &[]), bench.entry("units", "文化局", &[]));
    for (unit, month) in [(asked, 3), (silent, 5), (silent, 12)] {
        bench.add("甲", day(2022, month, 1), |item| item.card.unit = Some(unit));
    }
    let count = indicator("次数", Measure::Count);
    let now = taken(&bench, &count, "to-nov");
    assert_eq!((number(&now), now.expected), (Some(2), false));
    for source in [ReturnSource::Expected, ReturnSource::Estimated] {
        returned(&mut bench, None, asked, 30, source);
        let now = taken(&bench, &count, "to-nov");
        assert_eq!((number(&now), now.expected), (Some(31), true), "in the place of its items, beside those of others");
        let half = taken(&bench, &count, "h1");
        assert_eq!((number(&half), half.expected), (Some(2), false));
    }
    returned(&mut bench, None, asked, 30, ReturnSource::Counted);
    let now = taken(&bench, &count, "to-nov");
    assert_eq!((number(&now), now.expected), (Some(2), false), "a real number of the year is no forecast");
}

#[test]
fn what_was_signed_or_set_for_the_year_says_nothing_of_a_part() {
    let mut bench = Bench::new();
    bench.add("甲", day(2022, 3, 1), |_| {});
    bench.note("次数", |note| {
        note.fixed = Some((amount(9), "年报".into()));
        note.checked = Some(Checked { by: "李".into(), at: chrono::DateTime::UNIX_EPOCH, value: Decimal::from(9) });
    });
    let count = indicator("次数", Measure::Count);
    let [whole, half] = ["whole", "h1"].map(|name| taken(&bench, &count, name));
    assert_eq!((number(&whole), whole.state), (Some(9), State::Checked));
    assert_eq!((number(&half), half.state), (Some(1), State::Unchecked));
    let by_hand = Indicator { basis: Basis::Fixed, ..count };
    assert_eq!(number(&taken(&bench, &by_hand, "h1")), Some(9), "what is only ever set by hand holds for any part");
}

#[test]
fn a_theme_takes_what_carries_its_tag() {
    let mut bench = Bench::new();
    bench.add("甲", day(2022, 3, 1), |item| item.card.tags = vec!["党史".into()]);
    bench.add("乙", day(2022, 3, 2), |item| item.card.tags = vec!["创城".into()]);
    let unit = bench.entry("units", "教育局", &[]);
    returned(&mut bench, None, unit, 5, ReturnSource::Counted);
    let count =
        bench.indicator("次数", Measure::Count, |indicator| indicator.matters = vec!["1.1".parse().expect("an id")]);
    let of_theme = |bench: &Bench| figure(&themed(&bench.ledger, year(2022), "党史"), &count, scope("tag:党史"));
    assert_eq!(number(&of_theme(&bench)), Some(1));
    bench.template(|template| template.matters[0].tags = vec!["党史".into()]);
    assert_eq!(number(&of_theme(&bench)), Some(6), "a return counts where all that it is of carries the tag");
}

#[test]
fn a_cadence_is_due_in_the_stretches_of_its_window() {
    let mut bench = Bench::new();
    let cadence = Cadence {
        id: "c".parse().expect("an id"),
        name: "学习".into(),
        matters: Vec::new(),
        every: Every::Quarter,
        at_least: 1,
        from_month: 1,
        tag: None,
        rule: String::new(),
        unknown: Unknown::new(),
    };
    bench.template(|template| template.cadences.push(cadence));
    bench.add("学习", day(2022, 8, 1), |_| {});
    let of = |name: &str| cadences(&bench.ledger, scope(name)).remove(0);
    assert_eq!((of("whole").due, of("h1").due, of("h2").due, of("q3").due), (4, 2, 2, 1));
    assert_eq!((of("h1").done, of("h2").done), (0, 1));
}

#[test]
fn a_mark_stays_with_what_is_expected() {
    let mut bench = Bench::new();
    let unit = bench.entry("units", "教育局", &[]);
    let key = ReturnKey { year: year(2022), indicator: "次数".parse().expect("an id"), period: None, unit };
    let value = crate::model::Amount::new(Decimal::from(300), Mark::More, false).expect("an amount");
    bench.ledger.returns.insert(key, Return { value, source: ReturnSource::Expected, unknown: Unknown::new() });
    let figure = taken(&bench, &indicator("次数", Measure::Count), "to-nov");
    assert_eq!(figure.value, Some(Value::Number(Decimal::from(300), Mark::More)));
}
