//! Stored text as it is edited.

use proptest::prelude::*;

use super::set;
use crate::model::{FieldValue, Measure};
use crate::query::bench::{Bench, day, year};
use crate::query::{Figures, Scope, figures, figures_last_year};
use crate::report::{Figured, Live, LiveDesk, Origin, stored};

fn taken(bench: &Bench) -> (Figures, Figures) {
    let scope = Scope::whole(year(2022), day(2022, 12, 31));
    (figures(&bench.ledger, scope), figures_last_year(&bench.ledger, scope))
}

fn at_desk<T>(bench: &Bench, act: impl FnOnce(LiveDesk<'_>) -> T) -> T {
    let (now, before) = taken(bench);
    act(LiveDesk::new(&bench.ledger, year(2022), day(2022, 12, 31), (&now, &before)).expect("the year is there"))
}

fn figure(stored: &str, shown: &str, is_blank: bool) -> Live {
    Live::Figure(Figured { stored: stored.into(), shown: shown.into(), is_blank })
}

fn words(text: &str) -> Live {
    Live::Words(text.into())
}

fn counted() -> Bench {
    let mut bench = Bench::new();
    bench.indicator("次数", Measure::Count, |indicator| indicator.unit = "次".into());
    for at in 1..=4 {
        bench.add("学习", day(2022, 3, at), |_| {});
    }
    bench
}

#[test]
fn figures_are_units_that_show_what_they_print_and_clauses_have_edges() {
    let cut = at_desk(&counted(), |desk| desk.pieces("共{次数|单位}{?，其中{没有}次}。"));
    let expected = [
        words("共"),
        figure("{次数|单位}", "4次", false),
        Live::Edge(true),
        words("，其中"),
        figure("{没有}", "**", true),
        words("次"),
        Live::Edge(false),
        words("。"),
    ];
    assert_eq!(cut, expected);
}

#[test]
fn what_prints_nothing_is_still_seen() {
    let cut = at_desk(&counted(), |desk| desk.pieces("{次数|同比}"));
    assert_eq!(cut, [figure("{次数|同比}", "[次数]", true)]);
}

#[test]
fn offers_show_what_they_would_print_fields_of_the_item_first() {
    let mut bench = counted();
    let id = bench.add("甲", day(2022, 5, 1), |item| set(item, "content", FieldValue::Texts(vec!["全会精神".into()])));
    let item = bench.ledger.items[&id].clone();
    let offers = at_desk(&bench, |desk| desk.of_item(&item).offers());
    assert_eq!(offers[0].from, Origin::Field);
    let shown = |name: &str| offers.iter().find(|one| one.name == name).map(|one| one.figured.shown.as_str());
    assert_eq!((shown("标题"), shown("次数"), shown("年度")), (Some("甲"), Some("1"), Some("2022")));
    let offers = at_desk(&bench, |desk| desk.offers());
    let count = offers.iter().find(|one| one.name == "次数").expect("offered");
    assert_eq!((count.figured.stored.as_str(), count.figured.shown.as_str()), ("{次数|单位}", "5次"));
}

#[test]
fn writings_are_real_results_no_two_alike() {
    let mut bench = counted();
    for at in 1..=30 {
        bench.add("学习", day(2022, 4, at), |_| {});
    }
    let writings = at_desk(&bench, |desk| desk.writings("{次数|单位}", "。"));
    let shown: Vec<&str> = writings.iter().map(|one| one.shown.as_str()).collect();
    assert_eq!(shown[0], "34次");
    for wanted in ["34", "30多次", "超过30次", "近40次", "三十四次"] {
        assert!(shown.contains(&wanted), "{wanted}: {shown:?}");
    }
    let mut once = shown.clone();
    once.dedup();
    assert_eq!(once, shown);
    assert!(writings.iter().all(|one| !one.is_blank));
}

#[test]
fn the_unit_is_left_to_the_words_after_the_figure_that_say_it() {
    let mut bench = counted();
    for at in 1..=30 {
        bench.add("学习", day(2022, 4, at), |_| {});
    }
    let writings = at_desk(&bench, |desk| desk.writings("{次数}", "次，其中"));
    let shown: Vec<&str> = writings.iter().map(|one| one.shown.as_str()).collect();
    assert!(shown.starts_with(&["34", "30多"]), "{shown:?}");
    assert!(shown.iter().all(|one| !one.contains('次')), "{shown:?}");
}

#[test]
fn another_figure_is_written_the_same_way_where_that_fits() {
    let mut bench = counted();
    bench.indicator("标题单", Measure::List(crate::model::Operand::Title), |_| {});
    let renamed = |name: &str| at_desk(&bench, |desk| desk.renamed("{次数|约|单位}", name));
    assert_eq!(renamed("次数").stored, "{次数|约|单位}");
    assert_eq!(renamed("标题单").stored, "{标题单}");
}

#[test]
fn an_edge_without_its_other_end_is_left_out() {
    assert_eq!(stored(&[Live::Edge(true), words("甲")]), "甲");
    assert_eq!(stored(&[words("甲"), Live::Edge(false), words("乙{")]), "甲乙{{");
    assert_eq!(stored(&[Live::Edge(true), Live::Edge(false)]), "");
}

proptest! {
    #[test]
    fn what_is_cut_is_stored_as_it_was(text in r"(\{次数(\|单位)?\}|\{\?，共\{次数\}次\}|[党委学习，。1-9]|\{\{|\}\}){0,12}") {
        let bench = counted();
        let again = at_desk(&bench, |desk| stored(&desk.pieces(&text)));
        let (first, second) = (crate::token::TokenText::parse(&text), crate::token::TokenText::parse(&again));
        prop_assert_eq!(first.to_string(), second.to_string());
    }
}
