//! How passages stand, number and follow each other.

use super::{composed, lines, printed, setting};
use crate::document::{Face, Source};
use crate::model::{Flow, InReport, Measure, Numbering, Place, Rank, Setting, Status, Style, Unknown};
use crate::query::bench::{Bench, day, year};
use crate::report::setting_text;

#[test]
fn sentences_stand_in_order_of_rank_then_date_under_their_places() {
    let mut bench = Bench::new();
    bench.passage("1", None, |passage| passage.text = "其中，".into());
    bench.passage("2", None, |_| {});
    for (title, month) in [("乙", 9), ("甲", 3)] {
        bench.add(title, day(2022, month, 1), |item| {
            (item.card.in_report, item.body.wording) = (InReport::Sentence, "{标题}".into());
        });
    }
    bench.add("丙", day(2022, 1, 1), |item| {
        (item.card.in_report, item.body.wording) = (InReport::Sentence, "{标题}".into());
        let place = |id: &str| Place { passage: id.parse().expect("an id"), rank: Some(Rank::nth(0)) };
        item.card.places = vec![place("1"), place("2")];
    });
    bench.add("未办", day(2022, 1, 1), |item| {
        (item.card.in_report, item.card.status) = (InReport::Sentence, Status::Planned);
    });
    assert_eq!(lines(&bench), ["其中，甲。乙。丙。", "丙。"]);
}

#[test]
fn what_is_empty_prints_nothing_and_takes_no_number() {
    let mut bench = Bench::new();
    bench.passage("t", None, |passage| (passage.style, passage.lead) = (Style::Title, "{年度}年总结".into()));
    bench.passage("p", None, |passage| {
        (passage.style, passage.lead, passage.numbering) = (Style::Part, "工作进展".into(), Numbering::Sections);
    });
    for (id, text) in [("1", "甲"), ("2", ""), ("7", "乙")] {
        bench.passage(id, Some("p"), |passage| {
            (passage.style, passage.numbering) = (Style::Section, Numbering::Ordinal);
            if !text.is_empty() {
                (passage.lead, passage.text) = (text.into(), "正文。".into());
            }
        });
    }
    for (id, text) in [("7.a", ""), ("7.b", "一件。"), ("7.c", "两件。")] {
        bench.passage(id, Some("7"), |passage| passage.text = text.into());
    }
    bench.passage("e", None, |passage| (passage.style, passage.text) = (Style::Part, String::new()));
    bench.passage("8", None, |passage| (passage.style, passage.lead) = (Style::Part, "存在问题".into()));
    bench.passage("8.a", Some("8"), |passage| passage.lead = "只有提要。".into());
    let wanted = [
        "2022年总结",
        "一、工作进展",
        "（一）甲。正文。",
        "（二）乙。正文。",
        "第一，一件。",
        "第二，两件。",
        "二、存在问题",
        "**",
    ];
    assert_eq!(lines(&bench), wanted);
    let document = composed(&bench);
    assert_eq!(document.meta.title, "2022年总结");
    let run_in: String = document.runs().filter(|run| run.face == Face::RunIn).map(|run| run.text.as_str()).collect();
    assert_eq!(run_in, "（一）甲。（二）乙。");
    let numbers = document.runs().filter(|run| run.source == Source::Program).count();
    assert_eq!(numbers, 9);
}

#[test]
fn sides_run_on_with_a_semicolon() {
    let mut bench = Bench::new();
    bench.passage("1", None, |passage| (passage.text, passage.numbering) = ("讲了。".into(), Numbering::Sides));
    for (id, text) in [("a", "请进来。"), ("b", ""), ("c", "走下去。")] {
        bench.passage(id, Some("1"), |passage| (passage.text, passage.flow) = (text.into(), Flow::Run));
    }
    assert_eq!(lines(&bench), ["讲了。一方面，请进来；另一方面，走下去。"]);
}

#[test]
fn the_closing_text_stands_after_items_and_children() {
    let mut bench = Bench::new();
    bench.passage("1", None, |passage| {
        (passage.text, passage.closing, passage.numbering) = ("头。".into(), "尾。".into(), Numbering::Shi);
    });
    bench.passage("a", Some("1"), |passage| (passage.text, passage.flow) = ("抓学习。".into(), Flow::Run));
    assert_eq!(lines(&bench), ["头。一是抓学习。尾。"]);
    bench.passage("b", Some("1"), |passage| passage.text = "抓宣传。".into());
    assert_eq!(lines(&bench), ["头。一是抓学习。", "二是抓宣传。", "尾。"]);
}

#[test]
fn words_know_where_they_stand_in_the_stored_text() {
    let mut bench = Bench::new();
    bench.passage("1", None, |passage| (passage.lead, passage.text) = ("头，".into(), "{{甲}}××乙".into()));
    let document = composed(&bench);
    let spans = document.runs().filter_map(|run| match &run.source {
        Source::Passage(_, span) => Some((run.text.as_str(), span.start, span.end)),
        _ => None,
    });
    assert_eq!(spans.collect::<Vec<_>>(), [("头，", 0, 6), ("{甲}", 6, 13), ("**", 13, 17), ("乙", 17, 20)]);
}

#[test]
fn the_office_signs_when_it_has_a_name() {
    let mut bench = Bench::new();
    assert_eq!(composed(&bench).blocks.len(), 1);
    setting(&mut bench, "本单位", "青川区委宣传部");
    let document = composed(&bench);
    assert_eq!((document.blocks.len(), document.meta.author.as_str()), (2, "青川区委宣传部"));
}

#[test]
fn an_office_that_the_template_knows_of_signs_with_a_blank_until_it_has_a_name() {
    let mut bench = Bench::new();
    let last = |bench: &Bench| {
        let lines = lines(bench);
        (lines.last().cloned().unwrap_or_default(), composed(bench).blanks(), composed(bench).meta.author)
    };
    office(&mut bench, None);
    assert_eq!(last(&bench), ("**".into(), 1, String::new()));
    office(&mut bench, Some("{区}委宣传部"));
    assert_eq!(last(&bench), ("**区委宣传部".into(), 1, String::new()));
    setting(&mut bench, "区", "青川");
    assert_eq!(last(&bench), ("青川区委宣传部".into(), 0, "青川区委宣传部".into()));
    assert_eq!(setting_text(&bench.ledger, year(2022), "本单位").as_deref(), Some("青川区委宣传部"));
    office(&mut bench, Some("{本单位}办公室"));
    assert_eq!(last(&bench).1, 1, "what names itself is open");
}

fn office(bench: &mut Bench, default: Option<&str>) {
    let (id, name) = ("本单位".parse().expect("an id"), "本单位名称".into());
    let setting = Setting {
        id,
        name,
        help: String::new(),
        endings: Vec::new(),
        default: default.map(str::to_owned),
        private: false,
        unknown: Unknown::new(),
    };
    bench.template(|template| {
        template.settings.retain(|other| other.id != setting.id);
        template.settings.push(setting);
    });
}

#[test]
fn what_joins_to_a_clause_that_was_left_out_goes_with_it() {
    let mut bench = Bench::new();
    bench.indicator("甲", Measure::Count, |_| {});
    bench.indicator("乙", Measure::Count, |_| {});
    bench.note("乙", |note| note.zero = true);
    let text = "{?，甲{甲}条}{?，乙{乙}条}。";
    assert_eq!(printed(&mut bench, text), "乙0条。");
    assert_eq!(printed(&mut bench, &format!("头。{text}")), "头。乙0条。");
    assert_eq!(printed(&mut bench, "头{?，乙{乙}条}。{?，甲{甲}条}。"), "头，乙0条。");
    assert_eq!(printed(&mut bench, "{?，甲{甲}条}。"), "");
}

#[test]
fn items_are_numbered_where_there_are_no_children() {
    let mut bench = Bench::new();
    for (title, at) in [("甲", 1), ("乙", 2)] {
        bench.add(title, day(2022, 3, at), |item| {
            (item.card.in_report, item.body.wording) = (InReport::Sentence, "{标题}".into());
        });
    }
    let numbered = |bench: &mut Bench, numbering| {
        bench.ledger.passages.clear();
        bench.passage("1", None, |passage| (passage.text, passage.numbering) = ("不足：".into(), numbering));
        lines(bench).join("\n")
    };
    assert_eq!(numbered(&mut bench, Numbering::Shi), "不足：一是甲。二是乙。");
    assert_eq!(numbered(&mut bench, Numbering::Sides), "不足：一方面，甲；另一方面，乙。");
    assert_eq!(numbered(&mut bench, Numbering::Arabic), "不足：\n1.甲。\n2.乙。");
    bench.passage("1.a", Some("1"), |passage| passage.text = "丙。".into());
    assert_eq!(lines(&bench).concat(), "不足：甲。乙。1.丙。");
}
