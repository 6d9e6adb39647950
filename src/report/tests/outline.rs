//! The outline: numbers as they print, finished words, what hangs where.

use chrono::NaiveDate;

use crate::model::{InReport, Numbering, Style};
use crate::query::bench::{Bench, day, year};
use crate::query::{Scope, figures, figures_last_year};
use crate::report::{KnownFigures, OutlineOf, OutlineRow, report_outline};

fn rows(bench: &Bench) -> Vec<OutlineRow> {
    let as_of: NaiveDate = day(2022, 12, 31);
    let scope = Scope::whole(year(2022), as_of);
    let (figures, last_year) = (figures(&bench.ledger, scope), figures_last_year(&bench.ledger, scope));
    let known = KnownFigures { figures: &figures, last_year: &last_year };
    report_outline(&bench.ledger, year(2022), as_of, known)
}

/// A row a line, indented: number and words, in brackets what prints nothing.
fn drawn(bench: &Bench) -> Vec<String> {
    let line = |row: OutlineRow| {
        let said = format!("{}{}", row.number, row.words);
        let said = if row.prints { said } else { format!("({said})") };
        "  ".repeat(row.depth) + &said
    };
    rows(bench).into_iter().map(line).collect()
}

/// Parts, sections, points of each sort.
fn bench() -> Bench {
    let mut bench = Bench::new();
    bench.passage("t", None, |passage| (passage.style, passage.lead) = (Style::Title, "总结".into()));
    bench.passage("p", None, |passage| {
        (passage.style, passage.lead, passage.numbering) = (Style::Part, "进展".into(), Numbering::Sections);
    });
    for (id, numbering) in [("1", Numbering::Ordinal), ("2", Numbering::Sides)] {
        bench.passage(id, Some("p"), |passage| {
            (passage.style, passage.lead, passage.numbering) = (Style::Section, format!("部分{id}"), numbering);
        });
        for (point, text) in [("a", "甲。"), ("b", ""), ("c", "乙")] {
            bench.passage(&format!("{id}.{point}"), Some(id), |passage| passage.text = text.into());
        }
    }
    bench
}

#[test]
fn every_passage_has_the_number_it_prints_and_what_is_empty_has_none() {
    let wanted = [
        "总结",
        "一、进展",
        "  （一）部分1。",
        "    第一，甲。",
        "    ()",
        "    第二，乙",
        "  （二）部分2。",
        "    一方面，甲。",
        "    ()",
        "    另一方面，乙",
    ];
    assert_eq!(drawn(&bench()), wanted);
}

#[test]
fn blanks_items_and_matters_are_counted_where_they_hang() {
    let mut bench = bench();
    bench.template(|template| template.matters[0].further = vec!["2.a".parse().expect("an id")]);
    bench.add("丙", day(2022, 3, 1), |item| {
        (item.card.in_report, item.body.wording) = (InReport::Sentence, "办了**场".into());
    });
    let rows = rows(&bench);
    let row = |id: &str| {
        let is_it = |row: &&OutlineRow| matches!(&row.of, OutlineOf::Passage(passage) if passage.as_str() == id);
        rows.iter().find(is_it).expect("a row")
    };
    let matter = bench.ledger.template(year(2022)).expect("a template").matters[0].id.clone();
    assert_eq!((row("1").items, row("1").blanks, row("1").words.as_str()), (1, 1, "部分1。办了**场。"));
    assert!(row("1").matters.contains(&matter) && row("2.a").further.contains(&matter));
    assert_eq!((row("2.a").items, row("2.a").blanks), (1, 1));
    assert_eq!((row("2").items, row("2").blanks), (0, 0));
}

#[test]
fn the_items_of_a_closing_part_are_its_points() {
    let mut bench = Bench::new();
    bench.template(|template| template.sections[0].closing = true);
    bench.passage("1", None, |passage| {
        (passage.style, passage.lead, passage.numbering) = (Style::Part, "问题".into(), Numbering::Shi);
    });
    for title in ["不够快", "不够多"] {
        bench.add(title, day(2022, 12, 1), |item| {
            (item.card.in_report, item.body.wording) = (InReport::Sentence, "{标题}".into());
        });
    }
    assert_eq!(drawn(&bench), ["一、问题", "  一是不够快。", "  二是不够多。"]);
    let first = bench.ledger.items.keys().next().copied().expect("an item");
    assert_eq!(rows(&bench)[1].of, OutlineOf::Item(first));
}
