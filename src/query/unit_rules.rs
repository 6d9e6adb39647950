//! What the units' returns must come to: tests of rhythm, rows and debts.

use super::bench::{Bench, amount, day, year};
use super::*;
use crate::id::EntryId;
use crate::model::{
    Answers, Basis, Condition, Every, Indicator, Measure, Operand, Period, Return, ReturnKey, ReturnSource, Test,
    Unknown,
};

/// A figure that the towns return, and two towns.
fn returned(every: Option<Every>) -> (Bench, Indicator, [EntryId; 2]) {
    let mut bench = Bench::new();
    let indicator = bench.indicator("场次", Measure::Count, |indicator| {
        indicator.matters = vec!["1.1".parse().expect("an id")];
        indicator.basis = Basis::Returns;
        indicator.answers = Answers::Units;
        indicator.every = every;
        let field = Operand::Attribute("unit".parse().expect("an id"), "class".parse().expect("an id"));
        indicator.conditions = vec![Condition { field, test: Test::Is(vec!["town".into()]) }];
    });
    let towns = ["东镇", "西镇"].map(|name| bench.entry("units", name, &[("class", "town")]));
    (bench, indicator, towns)
}

fn period(text: &str) -> Period {
    Period::parse(text, year(2022)).expect("a period")
}

fn give(bench: &mut Bench, unit: EntryId, stretch: Option<&str>, number: i64) {
    let (year, indicator) = (year(2022), "场次".parse().expect("an id"));
    let key = ReturnKey { year, indicator, period: stretch.map(period), unit };
    bench
        .ledger
        .returns
        .insert(key, Return { value: amount(number), source: ReturnSource::Counted, unknown: Unknown::new() });
}

fn as_of(month: u32, last: u32) -> Scope {
    Scope::whole(year(2022), day(2022, month, last))
}

#[test]
fn a_quarter_is_due_once_it_is_over_and_the_last_one_while_it_runs() {
    let (bench, indicator, _) = returned(Some(Every::Quarter));
    let due = |scope| due(&bench.ledger, &indicator, scope).len();
    assert_eq!((due(as_of(3, 30)), due(as_of(3, 31)), due(as_of(9, 30)), due(as_of(10, 1))), (0, 1, 3, 4));
    let (bench, indicator, _) = returned(None);
    assert_eq!(super::due(&bench.ledger, &indicator, as_of(1, 1)), [None], "the year's number is awaited all year");
}

#[test]
fn the_stretches_of_a_rhythm_fill_the_year() {
    for (every, count) in [(Every::Month, 12), (Every::Quarter, 4), (Every::Half, 2), (Every::Week, 52)] {
        let all: Vec<Period> = periods(every, year(2022)).into_iter().flatten().collect();
        assert_eq!(all.len(), count);
        assert!(all.windows(2).all(|pair| pair[0].end() + chrono::Days::new(1) == pair[1].start()));
    }
}

#[test]
fn a_unit_owes_the_stretches_it_has_not_answered_for_and_a_longer_return_answers_for_them() {
    let (mut bench, indicator, [east, west]) = returned(Some(Every::Quarter));
    let scope = as_of(6, 30);
    give(&mut bench, east, Some("一季度"), 3);
    assert_eq!(figure(&bench.ledger, &indicator, scope).owed, [east, west]);
    let owes = |bench: &Bench| owing(&bench.ledger, scope).get(&east).map(|owed| owed[0].periods.clone());
    assert_eq!(owes(&bench), Some(vec![Some(period("二季度"))]));
    give(&mut bench, east, Some("上半年"), 8);
    assert_eq!(owes(&bench), None);
    let figure = figure(&bench.ledger, &indicator, scope);
    assert_eq!((figure.owed.as_slice(), figure.value.map(|value| value.number())), (&[west][..], Some(8.into())));
}

#[test]
fn what_the_units_did_so_far_is_the_rhythm_where_nobody_said_another() {
    let (mut bench, indicator, [east, _]) = returned(None);
    assert_eq!(rhythm(&bench.ledger, &indicator, year(2022)), Every::Year);
    give(&mut bench, east, Some("7月"), 3);
    assert_eq!(rhythm(&bench.ledger, &indicator, year(2022)), Every::Month);
    let (mut bench, indicator, [east, _]) = returned(Some(Every::Half));
    give(&mut bench, east, Some("7月"), 3);
    assert_eq!(rhythm(&bench.ledger, &indicator, year(2022)), Every::Half);
}

#[test]
fn months_that_fill_a_quarter_answer_for_it() {
    let (mut bench, indicator, [east, west]) = returned(Some(Every::Quarter));
    for month in ["1月", "2月"] {
        give(&mut bench, east, Some(month), 1);
    }
    assert_eq!(figure(&bench.ledger, &indicator, as_of(4, 1)).owed, [east, west]);
    give(&mut bench, east, Some("3月"), 1);
    assert_eq!(figure(&bench.ledger, &indicator, as_of(4, 1)).owed, [west]);
}

#[test]
fn items_stand_beside_the_return_of_the_same_unit_and_stretch_and_are_not_added() {
    let (mut bench, indicator, [east, west]) = returned(Some(Every::Half));
    for month in [2, 5, 8] {
        bench.add("演出", day(2022, month, 3), |item| item.card.unit = Some(east));
    }
    give(&mut bench, east, Some("上半年"), 7);
    let first_half = period("上半年");
    let rows = unit_rows(&bench.ledger, &indicator, as_of(12, 31), Some(&first_half));
    let row = |unit| rows.iter().find(|row| row.unit == unit).expect("a row");
    let number = |value: &Option<Value>| value.as_ref().map(Value::number);
    assert_eq!(number(&row(east).items), Some(2.into()));
    assert_eq!(row(east).given.as_ref().map(|given| given.value.value()), Some(7.into()));
    assert_eq!((row(east).owes, row(west).owes, row(west).records), (false, true, 0));
    let value = figure(&bench.ledger, &indicator, as_of(12, 31)).value;
    assert_eq!(number(&value), Some(7.into()), "the items are shown, never added");
}

#[test]
fn a_merged_unit_answers_under_its_new_name() {
    let (mut bench, indicator, [east, west]) = returned(None);
    give(&mut bench, west, None, 4);
    bench.merge(west, east);
    let rows = unit_rows(&bench.ledger, &indicator, as_of(12, 31), None);
    assert_eq!(rows.iter().map(|row| (row.unit, row.owes)).collect::<Vec<_>>(), [(east, false)]);
    let key = ReturnKey { year: year(2022), indicator: indicator.id.clone(), period: None, unit: east };
    assert_eq!(return_key(&bench.ledger, key).unit, west, "the number that is there is the one to be changed");
}

#[test]
fn a_figure_that_describes_no_units_shows_all_and_is_owed_by_none() {
    let (mut bench, mut indicator, [east, west]) = returned(None);
    indicator.conditions.clear();
    give(&mut bench, west, None, 4);
    let rows = unit_rows(&bench.ledger, &indicator, as_of(12, 31), None);
    assert_eq!(rows.iter().map(|row| row.unit).collect::<Vec<_>>(), [west, east]);
    assert!(rows.iter().all(|row| !row.owes && !row.asked));
}

#[test]
fn what_is_lacking_is_named_the_most_pressing_first() {
    let (mut bench, indicator, [east, west]) = returned(None);
    let scope = as_of(12, 20);
    let lacks = |bench: &Bench| lack(&indicator, &figure(&bench.ledger, &indicator, scope), scope);
    assert_eq!(lacks(&bench), Some(Lack::Owed(2)));
    give(&mut bench, east, None, 4);
    give(&mut bench, west, None, 0);
    assert_eq!(lacks(&bench), None);
    bench.note("场次", |note| note.complete_to = Some(day(2022, 10, 31)));
    assert_eq!(lacks(&bench), Some(Lack::Until(day(2022, 10, 31))));
    let fixed = bench.indicator("定数", Measure::Fixed { value: None, basis: "文件".into() }, |_| {});
    assert_eq!(lack(&fixed, &figure(&bench.ledger, &fixed, scope), scope), Some(Lack::Unset));
    let counted = bench.indicator("条数", Measure::Count, |one| one.matters = vec!["2.1".parse().expect("an id")]);
    assert_eq!(lack(&counted, &figure(&bench.ledger, &counted, scope), scope), Some(Lack::Nothing));
    bench.note("条数", |note| note.zero = true);
    assert_eq!(lack(&counted, &figure(&bench.ledger, &counted, scope), scope), None);
}
