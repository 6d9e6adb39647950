//! A report is kept as it printed, and differs from another only where it reads otherwise.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{Difference, SentenceDifference, Told, difference, document, kept};
use crate::document::{Block, Document, Face, Meta, Paragraph, Role, Run, Source, Table};
use crate::id::IndicatorId;
use crate::lang::Lang;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 12, 20).expect("a day")
}

fn report(paragraphs: Vec<Paragraph>) -> Document {
    let meta = Meta { title: String::new(), author: String::new(), date: today() };
    Document { meta, blocks: paragraphs.into_iter().map(Block::Paragraph).collect() }
}

fn body(text: &str) -> Paragraph {
    Paragraph { role: Role::Body, runs: vec![Run::plain(text, Source::Program)] }
}

fn told(texts: &[&str], figures: &[(&str, &str)]) -> Told {
    let figures = figures.iter().map(|(id, text)| (id.parse().expect("an id"), (*text).to_owned())).collect();
    Told::of_document(&report(texts.iter().map(|text| body(text)).collect()), &figures, "12月20日")
}

fn changed(old: &[&str], new: &[&str]) -> Vec<String> {
    let Difference { sentences, .. } = difference(&told(old, &[]), &told(new, &[]));
    sentences.iter().map(|sentence| sentence.text(Lang::Zh)).collect()
}

fn texts(document: &Document) -> Vec<(String, usize)> {
    let blocks = document.blocks.iter();
    let paragraphs = blocks.filter_map(|block| if let Block::Paragraph(one) = block { Some(one) } else { None });
    paragraphs.map(|one| (one.text(), one.runs.iter().filter(|run| run.blank).count())).collect()
}

proptest! {
    #[test]
    fn what_is_kept_is_shown_as_it_printed(
        paragraphs in prop::collection::vec(prop::collection::vec(("[甲a。“’ ]{0,9}", any::<bool>()), 0..6), 0..6),
        heading in 0usize..3,
    ) {
        let run = |(at, (text, blank)): (usize, &(String, bool))| {
            let run = if *blank { Run::blank(Source::Program) } else { Run::plain(text.as_str(), Source::Program) };
            Run { face: if at < heading { Face::RunIn } else { Face::Plain }, ..run }
        };
        let runs = |runs: &Vec<(String, bool)>| Paragraph { role: Role::Body, runs: runs.iter().enumerate().map(run).collect() };
        let printed = report(paragraphs.iter().map(runs).collect());
        let shown = document(&kept(&printed, &BTreeMap::new()), today());
        prop_assert_eq!(texts(&shown), texts(&printed));
        let headings = |document: &Document| document.runs().filter(|run| run.face == Face::RunIn).map(|run| run.text.clone()).collect::<String>();
        prop_assert_eq!(headings(&shown), headings(&printed));
    }

    #[test]
    fn a_report_does_not_differ_from_itself_and_each_change_is_one_place(
        words in prop::collection::vec("[甲乙丙丁]{1,4}", 1..20),
        at in any::<prop::sample::Index>(),
    ) {
        let text = |words: &[String]| words.iter().flat_map(|word| [word, "。"]).collect::<String>();
        let old = text(&words);
        prop_assert!(changed(&[&old], &[&old]).is_empty());
        let mut other = words.clone();
        let at = at.index(words.len());
        other[at] = "戊".into();
        let changes = changed(&[&old], &[&text(&other)]);
        prop_assert_eq!(changes, [format!("改：{}。 → 戊。", words[at])]);
        other.remove(at);
        let changes = changed(&[&old], &[&text(&other)]);
        prop_assert_eq!(changes, [format!("删：{}。", words[at])]);
        prop_assert_eq!(changed(&[&text(&other)], &[&old]), [format!("增：{}。", words[at])]);
    }
}

#[test]
fn numbers_before_sentences_and_the_day_of_the_report_are_no_change() {
    assert_eq!(changed(&["一是甲。二是乙。"], &["一是丙。二是甲。三是乙。"]), ["增：一是丙。"]);
    let later = Told::of_document(&report(vec![body("截至12月23日演出5场。")]), &BTreeMap::new(), "12月23日");
    assert!(difference(&told(&["截至12月20日演出5场。"], &[]), &later).is_empty());
    let date = Paragraph { role: Role::Date { seal: false }, ..body("2022年12月23日") };
    let later = Told::of_document(&report(vec![date]), &BTreeMap::new(), "12月23日");
    assert!(difference(&told(&[], &[]), &later).is_empty());
}

#[test]
fn figures_that_print_otherwise_are_named_with_both_texts() {
    let old = told(&["演出56场。"], &[("演出", "56场"), ("讲课", "3次")]);
    let new = told(&["演出57场。"], &[("演出", "57场"), ("稿件", "5篇")]);
    assert_eq!(
        difference(&old, &new).lines(Lang::Zh),
        ["数据 演出：56场→57场", "数据 稿件：没有→5篇", "数据 讲课：3次→没有", "改：演出56场。 → 演出57场。"]
    );
}

#[test]
fn a_long_report_is_kept_in_parts_and_read_in_one_piece() {
    let long = "很长的一段话，说个没完，".repeat(9000);
    let figures: BTreeMap<IndicatorId, String> = BTreeMap::from([("演出".parse().expect("an id"), "56场".into())]);
    let printed = report(vec![body(&long), body("短。")]);
    let parts = kept(&printed, &figures);
    assert!(parts.len() > 1);
    let largest = parts.iter().map(|part| serde_json::to_vec(part).expect("JSON").len()).max();
    assert!(largest.is_some_and(|bytes| bytes < 1 << 20), "{largest:?}");
    assert_eq!(texts(&document(&parts, today())), texts(&printed));
    let told = Told::of_edition(&parts, "");
    assert_eq!(told, Told::of_document(&printed, &figures, ""));
}

#[test]
fn rows_of_tables_are_lines() {
    let cell = |text: &str| vec![Run::plain(text, Source::Program)];
    let row = vec![cell("甲"), cell("5")];
    let table =
        Table { widths: vec![1, 1], aligns: Vec::new(), header: vec!["名称".into(), "数".into()], rows: vec![row] };
    let printed = Document { blocks: vec![Block::Table(table)], ..report(Vec::new()) };
    let shown = document(&kept(&printed, &BTreeMap::new()), today());
    assert_eq!(texts(&shown), [("名称\t数".into(), 0), ("甲\t5".into(), 0)]);
}

#[test]
fn what_moved_is_no_change_and_what_came_instead_is_one() {
    assert_eq!(changed(&["甲。乙。丙。"], &["丙。甲。乙。"]), [""; 0]);
    let Difference { sentences, .. } = difference(&told(&["甲。乙。"], &[]), &told(&["甲。丁。戊。"], &[]));
    assert_eq!(
        sentences,
        [SentenceDifference::Changed("乙。".into(), "丁。".into()), SentenceDifference::New("戊。".into())]
    );
}
