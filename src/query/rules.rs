//! The rules of counting, each as a test.

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::bench::{Bench, amount, counted, day, indicator, year};
use super::*;
use crate::id::{EntryId, ItemId};
use crate::model::{
    Amount, Basis, Checked, Condition, Count, FieldValue, InReport, Item, Mark, Measure, Operand, Test, When, Window,
};

fn exactly(number: i64) -> Value {
    Value::Number(Decimal::from(number), Mark::Exact)
}

fn people(item: &mut Item, value: FieldValue) {
    item.card.fields.insert("people".parse().expect("an id"), value);
}

fn sum() -> Measure {
    Measure::Sum("people".parse().expect("an id"))
}

fn on_unit_class(word: &str) -> Condition {
    let field = "unit.class".parse().expect("an operand");
    Condition { field, test: Test::Is(vec![word.into()]) }
}

#[test]
fn a_count_adds_what_each_item_counts_for() {
    let mut bench = Bench::new();
    bench.add("讲课", day(2022, 3, 1), |item| item.card.count = Some(counted(4)));
    bench.add("讲课", day(2022, 3, 2), |_| {});
    assert_eq!(bench.figure(&indicator("次数", Measure::Count)).value, Some(exactly(5)));
}

#[test]
fn nothing_is_missing_until_someone_confirms_the_zero() {
    let mut bench = Bench::new();
    let count = indicator("次数", Measure::Count);
    assert_eq!((bench.figure(&count).value, bench.figure(&count).state), (None, State::Missing));
    bench.note("次数", |note| note.zero = true);
    assert_eq!((bench.figure(&count).value, bench.figure(&count).state), (Some(exactly(0)), State::Unchecked));
    bench.add("一次", day(2022, 3, 1), |_| {});
    assert_eq!(bench.figure(&count).value, Some(exactly(1)));
}

#[test]
fn an_open_addend_makes_the_sum_of_the_given_partial() {
    let mut bench = Bench::new();
    bench.add("甲", day(2022, 3, 1), |item| people(item, FieldValue::Amount(amount(30))));
    bench.add("乙", day(2022, 3, 2), |item| people(item, FieldValue::Open));
    let figure = bench.figure(&indicator("人次", sum()));
    assert_eq!((figure.value, figure.state, figure.open), (Some(exactly(30)), State::Partial, 1));
    assert_eq!(figure.items.len(), 2);
}

#[test]
fn items_that_are_all_open_leave_a_blank_that_opens_them() {
    let mut bench = Bench::new();
    bench.add("甲", day(2022, 3, 1), |item| item.card.count = Some(Count::Open));
    bench.note("次数", |note| note.zero = true);
    let figure = bench.figure(&indicator("次数", Measure::Count));
    assert_eq!((figure.value, figure.state, figure.items.len()), (None, State::Missing, 1));
}

#[test]
fn a_field_that_must_be_asked_for_is_open_when_absent() {
    let mut bench = Bench::new();
    bench.add("甲", day(2022, 3, 1), |_| {});
    assert_eq!(bench.figure(&indicator("人次", sum())).open, 1);
    let words = Measure::Sum("words".parse().expect("an id"));
    assert_eq!(bench.figure(&indicator("字数", words)).open, 0);
}

#[test]
fn a_sum_with_any_more_in_it_is_more() {
    let mut bench = Bench::new();
    let more: Amount = Amount::parse("300多").expect("an amount");
    bench.add("甲", day(2022, 3, 1), |item| people(item, FieldValue::Amount(more)));
    bench.add("乙", day(2022, 3, 2), |item| people(item, FieldValue::Amount(amount(20))));
    let figure = bench.figure(&indicator("人次", sum()));
    assert_eq!(figure.value, Some(Value::Number(Decimal::from(320), Mark::More)));
}

#[test]
fn latest_mean_and_max_look_at_the_field() {
    let mut bench = Bench::new();
    for (at, many) in [(1, 10), (9, 40), (5, 70)] {
        bench.add("甲", day(2022, 3, at), |item| people(item, FieldValue::Amount(amount(many))));
    }
    let field = || "people".parse().expect("an id");
    assert_eq!(bench.figure(&indicator("近", Measure::Latest(field()))).value, Some(exactly(40)));
    assert_eq!(bench.figure(&indicator("均", Measure::Mean(field()))).value, Some(exactly(40)));
    assert_eq!(bench.figure(&indicator("大", Measure::Max(field()))).value, Some(exactly(70)));
    assert_eq!(bench.figure(&indicator("小", Measure::Min(field()))).value, Some(exactly(10)));
}

#[test]
fn an_item_without_the_number_makes_the_sum_partial_until_someone_signs_for_it() {
    let mut bench = Bench::new();
    let field = || "words".parse().expect("an id");
    let words = |item: &mut Item, many| {
        item.card.fields.insert(field(), FieldValue::Amount(amount(many)));
    };
    bench.add("甲", day(2022, 3, 1), |item| words(item, 30));
    assert_eq!(bench.figure(&indicator("字数", Measure::Sum(field()))).state, State::Unchecked);
    bench.add("乙", day(2022, 3, 2), |_| {});
    for measure in [Measure::Sum, Measure::Mean, Measure::Max, Measure::Min, Measure::Latest] {
        let figure = bench.figure(&indicator("字数", measure(field())));
        assert_eq!((figure.value, figure.state, figure.lacking), (Some(exactly(30)), State::Partial, 1));
    }
    let (at, value) = (DateTime::<Utc>::UNIX_EPOCH, 30.into());
    bench.note("字数", |note| note.checked = Some(Checked { by: "李".into(), at, value }));
    assert_eq!(bench.figure(&indicator("字数", Measure::Sum(field()))).state, State::Checked);
    bench.add("丙", day(2022, 3, 3), |item| words(item, 5));
    let latest = bench.figure(&indicator("近", Measure::Latest(field())));
    assert_eq!((latest.value, latest.lacking), (Some(exactly(5)), 0), "what was said last stands");
}

#[test]
fn a_return_replaces_the_items_of_its_unit_and_nothing_is_added_twice() {
    let mut bench = Bench::new();
    let (street, old) = (bench.entry("units", "东街", &[]), bench.entry("units", "东街道", &[]));
    bench.merge(old, street);
    let own = bench.add("甲", day(2022, 3, 1), |item| item.card.unit = Some(old));
    bench.add("乙", day(2022, 3, 1), |_| {});
    bench.returns("次数", street, 8);
    let figure = bench.figure(&indicator("次数", Measure::Count));
    assert_eq!((figure.value, figure.replaced, figure.units), (Some(exactly(9)), vec![own], vec![street]));
    bench.returns("次数", old, 8);
    assert_eq!(bench.figure(&indicator("次数", Measure::Count)).value, Some(exactly(9)));
}

#[test]
fn returns_say_which_units_are_silent() {
    let mut bench = Bench::new();
    let east = bench.entry("units", "东街", &[("class", "street")]);
    let west = bench.entry("units", "西街", &[("class", "street")]);
    bench.entry("units", "一小", &[("class", "school")]);
    bench.returns("党课", east, 12);
    let mut lessons = indicator("党课", Measure::Returns);
    lessons.conditions.push(on_unit_class("street"));
    let figure = bench.figure(&lessons);
    assert_eq!((figure.value, figure.state, figure.owed), (Some(exactly(12)), State::Partial, vec![west]));
    bench.returns("党课", west, 0);
    assert_eq!(bench.figure(&lessons).state, State::Unchecked);
}

#[test]
fn what_units_report_is_not_added_to_what_was_recorded() {
    let mut bench = Bench::new();
    let east: EntryId = bench.entry("units", "东街", &[]);
    bench.add("甲", day(2022, 3, 1), |_| {});
    let mut lessons = indicator("党课", Measure::Count);
    lessons.basis = Basis::Returns;
    assert_eq!(bench.figure(&lessons).value, None);
    bench.returns("党课", east, 12);
    assert_eq!(bench.figure(&lessons).value, Some(exactly(12)));
}

#[test]
fn the_years_own_fixed_number_wins() {
    let mut bench = Bench::new();
    let fixed = indicator("机制", Measure::Fixed { value: Some(amount(5)), basis: "文件".into() });
    assert_eq!(bench.figure(&fixed).value, Some(exactly(5)));
    bench.note("机制", |note| note.fixed = Some((amount(6), "新文件".into())));
    assert_eq!(bench.figure(&fixed).value, Some(exactly(6)));
    assert_eq!(basis(&bench.ledger, year(2022), &fixed), Some("新文件"));
    assert_eq!(basis(&bench.ledger, year(2021), &fixed), Some("文件"));
    assert_eq!(basis(&bench.ledger, year(2022), &indicator("次数", Measure::Count)), None);
}

#[test]
fn a_figure_changed_after_it_was_signed_for_says_so() {
    let mut bench = Bench::new();
    let count = indicator("次数", Measure::Count);
    bench.add("甲", day(2022, 3, 1), |_| {});
    let at = DateTime::<Utc>::UNIX_EPOCH;
    bench.note("次数", |note| note.checked = Some(Checked { by: "李".into(), at, value: Decimal::ONE }));
    assert_eq!(bench.figure(&count).state, State::Checked);
    bench.add("乙", day(2022, 3, 2), |_| {});
    assert_eq!(bench.figure(&count).state, State::Changed);
}

#[test]
fn a_figure_complete_to_an_earlier_day_is_partial() {
    let mut bench = Bench::new();
    bench.add("甲", day(2022, 3, 1), |_| {});
    bench.note("次数", |note| note.complete_to = Some(day(2022, 10, 31)));
    let count = indicator("次数", Measure::Count);
    assert_eq!(bench.figure(&count).state, State::Partial);
    let early = Scope::whole(year(2022), day(2022, 10, 31));
    assert_eq!(figure(&bench.ledger, &count, early).state, State::Unchecked);
}

#[test]
fn a_list_names_each_once_in_order_of_date_and_leaves_out_what_is_internal() {
    let mut bench = Bench::new();
    for (title, at) in [("乙", 9), ("甲", 1), ("乙", 3), ("**", 20)] {
        bench.add(title, day(2022, 3, at), |_| {});
    }
    bench.add("内情", day(2022, 3, 2), |item| item.card.in_report = InReport::Internal);
    let figure = bench.figure(&indicator("名单", Measure::List(Operand::Title)));
    let Some(Value::List(list)) = figure.value else { panic!("a list") };
    let texts: Vec<Option<&str>> = list.iter().map(|one| one.text.as_deref()).collect();
    assert_eq!(texts, [Some("甲"), Some("乙"), None]);
    assert_eq!((figure.items.len(), figure.state), (5, State::Partial));
}

#[test]
fn a_register_lists_the_entries_that_meet_the_conditions() {
    let mut bench = Bench::new();
    bench.entry("outlets", "新华网", &[("class", "site")]);
    bench.entry("outlets", "省报", &[("class", "paper")]);
    let mut sites = indicator("网站", Measure::Entries("outlets".parse().expect("an id")));
    sites.conditions.push(Condition { field: "class".parse().expect("an id"), test: Test::Is(vec!["site".into()]) });
    let Some(Value::List(list)) = bench.figure(&sites).value else { panic!("a list") };
    assert_eq!(list.len(), 1);
}

#[test]
fn coverage_counts_the_entries_of_a_roster_that_items_name() {
    let mut bench = Bench::new();
    let east = bench.entry("units", "东街", &[("class", "street")]);
    bench.entry("units", "西街", &[("class", "street")]);
    bench.entry("units", "一小", &[("class", "school")]);
    let mut coverage =
        indicator("覆盖", Measure::Coverage { roster: "units".parse().expect("an id"), by: Operand::Unit });
    coverage.conditions.push(on_unit_class("street"));
    assert_eq!(bench.figure(&coverage).value, None);
    for at in 1..4 {
        bench.add("会", day(2022, 3, at), |item| item.card.unit = Some(east));
    }
    assert_eq!(bench.figure(&coverage).value, Some(Value::Ratio(1.into(), 2.into())));
}

#[test]
fn an_indicator_looks_through_its_own_window() {
    let mut bench = Bench::new();
    for month in [3, 10, 11, 12] {
        bench.add("演出", day(2022, month, 5), |_| {});
    }
    let windows =
        [(Window::FromMonth(11), 2), (Window::Months(1, 6), 1), (Window::Within(When::day(day(2022, 10, 5))), 1)];
    for (window, many) in windows {
        let mut shows = indicator("演出", Measure::Count);
        shows.window = window;
        assert_eq!(bench.figure(&shows).value, Some(exactly(many)));
    }
}

#[test]
fn last_year_is_the_same_window_one_year_earlier() {
    let mut bench = Bench::new();
    for (at, month) in [(2021, 3), (2021, 12), (2022, 3)] {
        bench.add("稿", day(at, month, 5), |_| {});
    }
    let scope = Scope::whole(year(2022), day(2022, 6, 30));
    assert_eq!(figure_last_year(&bench.ledger, &indicator("稿", Measure::Count), scope).value, Some(exactly(1)));
}

#[test]
fn the_figures_a_change_altered_are_named() {
    let mut bench = Bench::new();
    bench.indicator("次数", Measure::Count, |_| {});
    bench.indicator("机制", Measure::Fixed { value: Some(amount(5)), basis: "文件".into() }, |_| {});
    let before = figures(&bench.ledger, Bench::scope());
    bench.add("甲", day(2022, 3, 1), |_| {});
    let changed = changed_figures(&before, &figures(&bench.ledger, Bench::scope()));
    assert_eq!(changed, [("次数".parse().expect("an id"), None, Some(exactly(1)))]);
}

proptest! {
    #[test]
    fn the_order_of_recording_never_changes_a_sum(given in prop::collection::vec((1u32..28, prop::option::of(0i64..1000)), 0..20)) {
        let made = |given: &[(u32, Option<i64>)]| {
            let mut bench = Bench::new();
            for (at, many) in given {
                let value = many.map_or(FieldValue::Open, |many| FieldValue::Amount(amount(many)));
                bench.add("甲", day(2022, 3, *at), |item| people(item, value));
            }
            let figure = bench.figure(&indicator("人次", sum()));
            (figure.value, figure.state, figure.open)
        };
        let turned: Vec<_> = given.iter().rev().copied().collect();
        prop_assert_eq!(made(&given), made(&turned));
    }

    #[test]
    fn an_unrelated_item_never_changes_a_figure(month in 1u32..13, many in 0i64..1000, internal: bool) {
        let mut bench = Bench::new();
        bench.add("甲", day(2022, 3, 1), |item| people(item, FieldValue::Amount(amount(7))));
        let mut own = indicator("人次", sum());
        own.matters.push("1.1".parse().expect("an id"));
        let before = bench.figure(&own);
        let _: ItemId = bench.add("乙", day(2022, month, 3), |item| {
            item.card.matter = "2.1".parse().expect("an id");
            people(item, FieldValue::Amount(amount(many)));
            item.card.in_report = if internal { InReport::Internal } else { InReport::Sentence };
        });
        prop_assert_eq!(bench.figure(&own), before);
    }
}
