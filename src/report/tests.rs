//! The rules from records to report, each as a test.

use crate::document::{Block, Document, Face, FigureSource, Role, Source};
use crate::id::{EntryId, ItemId};
use crate::model::{
    Answers, Count, FieldValue, Flow, InReport, Item, Mark, Measure, Numbering, Operand, Place, Printed, Rank,
    SettingValue, Status, Style,
};
use crate::query::bench::{Bench, amount, day, year};
use crate::query::{Scope, Value};
use crate::report::*;
use crate::token::Format;

fn composed(bench: &Bench) -> Document {
    compose(&bench.ledger, year(2022), Variant::Whole, day(2022, 12, 31))
}

/// The paragraphs without the date.
fn lines(bench: &Bench) -> Vec<String> {
    let document = composed(bench);
    let texts = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) if !matches!(paragraph.role, Role::Date { .. }) => Some(paragraph.text()),
        _ => None,
    });
    texts.collect()
}

fn set(item: &mut Item, field: &str, value: FieldValue) {
    item.card.fields.insert(field.parse().expect("an id"), value);
}

fn setting(bench: &mut Bench, id: &str, value: &str) {
    bench.ledger.settings.insert(id.parse().expect("an id"), SettingValue(value.into()));
}

/// What a passage with this text prints.
fn printed(bench: &mut Bench, text: &str) -> String {
    bench.ledger.passages.clear();
    bench.passage("1", None, |passage| passage.text = text.into());
    lines(bench).join("\n")
}

/// The sentence of an item of matter 1.1 that is worded so.
fn worded(bench: &mut Bench, wording: &str, change: impl FnOnce(&mut Item)) -> String {
    bench.ledger.passages.clear();
    bench.ledger.items.clear();
    bench.passage("1", None, |_| {});
    bench.add("甲", day(2022, 3, 25), |item| {
        item.card.in_report = InReport::Sentence;
        item.body.wording = wording.into();
        change(item);
    });
    lines(bench).concat()
}

fn outlet(bench: &mut Bench) -> EntryId {
    bench.entry("outlets", "新华网", &[])
}

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
fn a_group_goes_when_a_token_directly_in_it_is_absent() {
    let mut bench = Bench::new();
    let wording = "{标题}{?，作者{作者}}{?，共{次数}篇{?，{字数}字}}";
    assert_eq!(worded(&mut bench, wording, |_| {}), "甲，共1篇。");
    let full = |item: &mut Item| {
        set(item, "author", FieldValue::Text("王某".into()));
        set(item, "words", FieldValue::Amount(amount(800)));
    };
    assert_eq!(worded(&mut bench, wording, full), "甲，作者王某，共1篇，800字。");
}

#[test]
fn absent_prints_nothing_and_open_prints_a_blank() {
    let mut bench = Bench::new();
    let wording = "{媒体}刊{标题}，{作者}，{内容}。";
    assert_eq!(worded(&mut bench, wording, |_| {}), "**刊甲。");
    let open = |item: &mut Item| set(item, "author", FieldValue::Open);
    assert_eq!(worded(&mut bench, wording, open), "**刊甲，**。");
}

#[test]
fn the_kinds_sentence_serves_where_there_is_no_own() {
    let mut bench = Bench::new();
    let site = outlet(&mut bench);
    let text = worded(&mut bench, "", |item| set(item, "outlet", FieldValue::Entry(site)));
    assert_eq!(text, "3月25日，新华网刊发《甲》。");
}

#[test]
fn a_title_is_never_bracketed_twice() {
    let mut bench = Bench::new();
    for wording in ["{标题|书}", "《{标题}》"] {
        assert_eq!(worded(&mut bench, wording, |item| item.card.title = "《办法》".into()), "《办法》。");
        assert_eq!(worded(&mut bench, wording, |item| item.card.title = "办法".into()), "《办法》。");
        assert_eq!(worded(&mut bench, wording, |item| item.card.title = "**".into()), "《**》。");
    }
    assert_eq!(composed(&bench).blanks(), 1);
}

#[test]
fn a_sentence_ends_with_exactly_one_stop() {
    let mut bench = Bench::new();
    for wording in ["{标题}", "{标题}。", "{标题}。。", "{标题}；", "{标题}，{作者}。"] {
        assert_eq!(worded(&mut bench, wording, |_| {}), "甲。", "{wording}");
    }
    assert_eq!(worded(&mut bench, "他说：“好。”", |_| {}), "他说：“好。”");
    assert_eq!(worded(&mut bench, "在{媒体}", |_| {}), "在**。");
}

#[test]
fn blanks_typed_by_hand_are_blanks_in_words_and_values() {
    let mut bench = Bench::new();
    let text = worded(&mut bench, "在××村，{标题}", |item| item.card.title = "XX小学".into());
    assert_eq!(text, "在**村，**小学。");
    assert_eq!(composed(&bench).blanks(), 2);
}

#[test]
fn a_setting_named_in_a_title_is_put_in() {
    let mut bench = Bench::new();
    setting(&mut bench, "区", "青川");
    assert_eq!(
        worded(&mut bench, "", |item| item.card.title = "{区}方案{x}".into()),
        "3月25日，**刊发《青川区方案{x}》。"
    );
}

#[test]
fn an_entry_prints_its_printed_name() {
    let mut bench = Bench::new();
    let paper = outlet(&mut bench);
    for (name, text) in [(Printed::As("{区}日报".into()), "**区日报。"), (Printed::Open, "**。")] {
        bench.ledger.entries.get_mut(&paper).expect("it is there").printed = Some(name);
        assert_eq!(worded(&mut bench, "{媒体}", |item| set(item, "outlet", FieldValue::Entry(paper))), text);
    }
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
    let wanted = [
        "2022年总结",
        "一、工作进展",
        "（一）甲。正文。",
        "（二）乙。正文。",
        "第一，一件。",
        "第二，两件。",
        "二、存在问题",
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
fn blanks_are_owed_by_us_or_by_units() {
    let mut bench = Bench::new();
    bench.indicator("党课", Measure::Returns, |indicator| indicator.answers = Answers::Units);
    bench.passage("1", None, |passage| passage.text = "{区}{党课}××".into());
    let owed = owed_blanks(&bench.ledger, year(2022), &composed(&bench));
    let answers: Vec<Answers> = owed.iter().map(|one| one.answers).collect();
    assert_eq!(answers, [Answers::We, Answers::Units, Answers::We]);
}

#[test]
fn an_open_count_is_a_blank_of_its_item() {
    let mut bench = Bench::new();
    let text = worded(&mut bench, "讲{次数}课", |item| item.card.count = Some(Count::Open));
    assert_eq!(text, "讲**课。");
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
fn a_figure_shows_its_value_as_its_indicator_says() {
    let indicator = crate::query::bench::indicator("次数", Measure::Count);
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
    let early = compose(&bench.ledger, year(2022), Variant::Whole, day(2022, 6, 30));
    assert_eq!((early.blanks(), composed(&bench).blanks()), (1, 0));
    assert!(Scope::whole(year(2022), day(2022, 6, 30)).to < day(2022, 7, 1));
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
