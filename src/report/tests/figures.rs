//! What figures, settings and lists print.

use super::{composed, outlet, printed, set, setting};
use crate::document::{FigureSource, Source};
use crate::id::ItemId;
use crate::model::{Answers, Count, FieldValue, InReport, Mark, Measure, Operand, Variant};
use crate::query::bench::{Bench, amount, day, indicator, year};
use crate::query::{Scope, Value};
use crate::report::{compose, faults, figure_text, owed_blanks};
use crate::token::{FaultPlace, Format, Trouble};

#[test]
fn a_figure_prints_as_its_indicator_and_token_say_and_opens_its_items() {
    let mut bench = Bench::new();
    bench.indicator("次数", Measure::Count, |indicator| indicator.format = "汉".into());
    let items: Vec<ItemId> = (1..=4).map(|at| bench.add("学习", day(2022, 3, at), |_| {})).collect();
    assert_eq!(printed(&mut bench, "共{次数}次，{次数|单位}，{次数|.1}"), "共四次，四次，4.0");
    let document = composed(&bench);
    let run = document.runs().find(|run| run.text == "四").expect("it prints");
    let Source::Token { figure: FigureSource::Indicator { items: behind, .. }, .. } = &run.source else {
        panic!("{run:?}")
    };
    assert_eq!(*behind, items);
}

#[test]
fn a_missing_figure_prints_a_blank_with_its_unit() {
    let mut bench = Bench::new();
    bench.indicator("次数", Measure::Count, |_| {});
    assert_eq!(printed(&mut bench, "共{次数}次，{次数|单位}。"), "共**次，**次。");
    assert_eq!(composed(&bench).blanks(), 2);
}

#[test]
fn a_clause_goes_when_nothing_was_recorded_for_its_figure_and_stays_when_it_is_open() {
    let mut bench = Bench::new();
    bench.indicator("次数", Measure::Count, |_| {});
    assert_eq!(printed(&mut bench, "学习{?，共{次数}次}。"), "学习。");
    let item = bench.add("甲", day(2022, 1, 1), |item| item.card.count = Some(Count::Open));
    assert_eq!(printed(&mut bench, "学习{?，共{次数}次}。"), "学习，共**次。");
    bench.ledger.items.remove(&item);
    bench.note("次数", |note| note.zero = true);
    assert_eq!(printed(&mut bench, "学习{?，共{次数}次}。"), "学习，共0次。");
}

#[test]
fn a_setting_ends_in_one_of_its_endings() {
    let mut bench = Bench::new();
    assert_eq!(printed(&mut bench, "{区}委"), "**区委");
    assert_eq!(composed(&bench).blanks(), 1);
    for (value, text) in [("青川", "青川区委"), ("青川县", "青川县委")] {
        setting(&mut bench, "区", value);
        assert_eq!(printed(&mut bench, "{区}委"), text);
    }
    assert_eq!(printed(&mut bench, "{自称}"), "我区");
}

#[test]
fn a_name_has_no_format() {
    let mut bench = Bench::new();
    setting(&mut bench, "区", "青川");
    assert_eq!(printed(&mut bench, "{区|汉}委"), "**委");
    let faults = faults(&bench.ledger, year(2022));
    assert_eq!(faults.first().map(|fault| fault.what.clone()), Some(Trouble::Misfit(Format::Han)));
}

#[test]
fn the_calendar_gives_the_years() {
    let mut bench = Bench::new();
    assert_eq!(printed(&mut bench, "{上年}、{年度}、{明年}"), "2021、2022、2023");
}

#[test]
fn a_brace_prints_when_it_is_written_twice() {
    let mut bench = Bench::new();
    assert_eq!(printed(&mut bench, "甲{{乙}}"), "甲{乙}");
}

#[test]
fn lists_print_their_open_members_as_blanks_of_their_own() {
    let mut bench = Bench::new();
    bench.indicator("制度", Measure::List(Operand::Title), |_| {});
    bench.add("甲", day(2022, 1, 1), |_| {});
    let open = bench.add("**", day(2022, 2, 1), |_| {});
    bench.add("丙", day(2022, 3, 1), |_| {});
    assert_eq!(printed(&mut bench, "{制度|列}"), "甲、**以及丙等");
    assert_eq!(printed(&mut bench, "{制度|列}等制度"), "甲、**以及丙等制度");
    assert_eq!(printed(&mut bench, "{制度|书}"), "《甲》《**》和《丙》");
    assert_eq!(printed(&mut bench, "{制度|逐}"), "1月1日甲；2月1日**；3月1日丙");
    let document = composed(&bench);
    let blank = document.blank_runs().next().expect("one is open");
    let Source::Token { figure: FigureSource::Indicator { items, .. }, .. } = &blank.source else { panic!() };
    assert_eq!(*items, [open]);
}

#[test]
fn a_register_prints_as_a_list() {
    let mut bench = Bench::new();
    outlet(&mut bench);
    bench.entry("outlets", "人民网", &[]);
    assert_eq!(printed(&mut bench, "在{媒体|列}媒体"), "在新华网以及人民网等媒体");
}

#[test]
fn year_on_year_needs_a_base() {
    let mut bench = Bench::new();
    bench.indicator("稿件", Measure::Count, |_| {});
    for at in 1..=9 {
        bench.add("稿", day(2022, 3, at), |_| {});
    }
    let text = "{稿件}篇{?，同比{稿件|同比}}。";
    assert_eq!(printed(&mut bench, text), "9篇。");
    assert!(faults(&bench.ledger, year(2022)).iter().any(|fault| fault.what == Trouble::NoBase));
    for at in 1..=8 {
        bench.add("稿", day(2021, 3, at), |_| {});
    }
    assert_eq!(printed(&mut bench, text), "9篇，同比增长12.5％。");
    assert_eq!(printed(&mut bench, "上年{稿件|去年|单位}"), "上年8次");
}

#[test]
fn a_format_that_does_not_fit_prints_a_blank_and_is_a_fault() {
    let mut bench = Bench::new();
    bench.indicator("次数", Measure::Count, |_| {});
    bench.add("甲", day(2022, 1, 1), |_| {});
    assert_eq!(printed(&mut bench, "{次数|书}{次数|约约}{次敉}"), "******");
    let faults = faults(&bench.ledger, year(2022));
    let at_passage: Vec<_> = faults.iter().filter(|fault| matches!(fault.place, FaultPlace::Passage(_))).collect();
    assert_eq!(at_passage.len(), 3);
    assert_eq!((at_passage[0].token.as_str(), &at_passage[0].what), ("{次数|书}", &Trouble::Misfit(Format::Titles)));
    assert!(matches!(at_passage[1].what, Trouble::Grammar(_)));
    assert_eq!((&at_passage[2].what, at_passage[2].nearest.as_deref()), (&Trouble::Unknown, Some("次数")));
}

#[test]
fn rounded_sums_never_say_it_twice() {
    let mut bench = Bench::new();
    bench.indicator("人次", Measure::Sum("people".parse().expect("an id")), |_| {});
    bench.add("甲", day(2022, 1, 1), |item| set(item, "people", FieldValue::Amount(amount(128_500))));
    assert_eq!(printed(&mut bench, "受众超过{人次|万|超过}人次"), "受众超过12万人次");
    assert_eq!(printed(&mut bench, "约{人次|约}人次"), "约120000人次");
    assert_eq!(printed(&mut bench, "{人次|万|约}人次"), "12万多人次");
    setting(&mut bench, "约数", "余");
    assert_eq!(printed(&mut bench, "{人次|万|约}人次"), "12万余人次");
}

#[test]
fn internal_items_count_and_are_never_printed() {
    let mut bench = Bench::new();
    bench.indicator("次数", Measure::Count, |_| {});
    bench.add("内情", day(2022, 1, 1), |item| item.card.in_report = InReport::Internal);
    assert_eq!(printed(&mut bench, "{次数}"), "1");
}

#[test]
fn blanks_are_owed_by_us_or_by_units() {
    let mut bench = Bench::new();
    bench.indicator("党课", Measure::Returns, |indicator| indicator.answers = Answers::Units);
    bench.passage("1", None, |passage| passage.text = "{区}{党课}××".into());
    let owed = owed_blanks(&bench.ledger, year(2022), &composed(&bench));
    let answers: Vec<Answers> = owed.iter().map(|one| one.answers).collect();
    assert_eq!(answers, [Answers::We, Answers::Units, Answers::We]);
}

#[test]
fn a_figure_shows_its_value_as_its_indicator_says() {
    let indicator = indicator("次数", Measure::Count);
    let value = Value::Number(300.into(), Mark::More);
    assert_eq!(figure_text(&indicator, Some(&value), year(2022)), "300多次");
    assert_eq!(figure_text(&indicator, None, year(2022)), "**");
}

#[test]
fn a_cut_of_the_year_sees_only_its_window() {
    let mut bench = Bench::new();
    bench.indicator("次数", Measure::Count, |_| {});
    bench.add("甲", day(2022, 7, 1), |_| {});
    bench.passage("1", None, |passage| passage.text = "{次数}".into());
    let early = compose(&bench.ledger, year(2022), &Variant::Whole, day(2022, 6, 30));
    assert_eq!((early.blanks(), composed(&bench).blanks()), (1, 0));
    assert!(Scope::whole(year(2022), day(2022, 6, 30)).to < day(2022, 7, 1));
}
