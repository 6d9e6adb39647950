//! What annexes list, and how they stand in the report.

use super::{setting, year};
use crate::document::{Align, Block, Document, FigureSource, Orientation, Role, Source, Table};
use crate::model::{Annex, By, Chart, Column, Evidence, InReport, Item, Lists, Measure, Shows, Unknown, Variant};
use crate::query::bench::{Bench, amount, day};
use crate::query::{Scope, figures, figures_last_year};
use crate::report::{Annexed, Cut, KnownFigures, Pictures, annexed, compose};

fn text(text: &str) -> Shows {
    Shows::Text(text.into())
}

fn annex(id: &str, lists: Lists, columns: Vec<Shows>) -> Annex {
    let column = |shows| Column { head: "头".into(), width: 1, align: Align::Left, shows };
    Annex {
        id: id.parse().expect("an id"),
        name: id.into(),
        title: format!("{{年度}}年{id}"),
        lists,
        across: false,
        kinds: Vec::new(),
        matters: Vec::new(),
        columns: columns.into_iter().map(column).collect(),
        charts: Vec::new(),
        foot: String::new(),
        unknown: Unknown::new(),
    }
}

fn with(bench: &Bench, annexes: &[Annex]) -> Annexed {
    of(&Variant::Whole, bench, annexes, &Pictures::new())
}

fn of(variant: &Variant, bench: &Bench, annexes: &[Annex], pictures: &Pictures) -> Annexed {
    let as_of = day(2022, 12, 31);
    let scope = Scope::of(variant, year(2022), as_of);
    let (now, before) = (figures(&bench.ledger, scope), figures_last_year(&bench.ledger, scope));
    let known = KnownFigures { figures: &now, last_year: &before };
    let cut = Cut { ledger: &bench.ledger, year: year(2022), variant, as_of, known };
    let report = compose(&bench.ledger, year(2022), variant, as_of);
    annexed(&report, &annexes.iter().collect::<Vec<_>>(), &cut, pictures)
}

fn tables(document: &Document) -> Vec<&Table> {
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

fn cells(table: &Table) -> Vec<Vec<String>> {
    let cell = |runs: &Vec<crate::document::Run>| runs.iter().map(|run| run.text.as_str()).collect();
    table.rows.iter().map(|row| row.iter().map(cell).collect()).collect()
}

fn texts(document: &Document, wanted: impl Fn(Role) -> bool) -> Vec<String> {
    let found = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) if wanted(paragraph.role) => Some(paragraph.text()),
        _ => None,
    });
    found.collect()
}

fn add(bench: &mut Bench, title: &str, month: u32, change: impl FnOnce(&mut Item)) {
    bench.add(title, day(2022, month, 5), change);
}

#[test]
fn a_list_holds_what_counts_by_date_and_hides_what_is_internal() {
    let mut bench = Bench::new();
    add(&mut bench, "乙", 9, |_| {});
    add(&mut bench, "甲", 3, |_| {});
    add(&mut bench, "不计", 4, |item| item.card.in_report = InReport::Ignored);
    add(&mut bench, "内部", 5, |item| item.card.in_report = InReport::Internal);
    let list = annex("一览表", Lists::Items, vec![Shows::Number, text("{日期}"), text("{标题}"), text("{?{没有}}")]);
    let whole = with(&bench, &[list]);
    let wanted = [["1", "3月5日", "甲", ""], ["2", "9月5日", "乙", ""]];
    assert_eq!(cells(tables(&whole.document)[0]), wanted);
    let run = &tables(&whole.document)[0].rows[0][2][0];
    assert!(matches!(&run.source, Source::Token { figure: FigureSource::Field(_), .. }), "{run:?}");
}

#[test]
fn annexes_are_announced_before_the_signature_and_numbered_when_there_are_several() {
    let mut bench = Bench::new();
    setting(&mut bench, "区", "青山区");
    add(&mut bench, "甲", 3, |_| {});
    let list = |id| annex(id, Lists::Items, vec![text("{标题}")]);
    let note = |role| matches!(role, Role::AnnexNote { .. });
    let two = with(&bench, &[list("甲表"), list("乙表")]).document;
    assert_eq!(texts(&two, note), ["附件：1.2022年甲表", "2.2022年乙表"]);
    assert_eq!(texts(&two, |role| role == Role::AnnexLabel), ["附件1", "附件2"]);
    assert_eq!(texts(&two, |role| role == Role::AnnexTitle), ["2022年甲表", "2022年乙表"]);
    let at = |wanted: &dyn Fn(Role) -> bool| {
        let is = |block: &Block| matches!(block, Block::Paragraph(paragraph) if wanted(paragraph.role));
        two.blocks.iter().position(is).expect("it is there")
    };
    assert!(at(&note) < at(&|role| matches!(role, Role::Signature | Role::Date { .. })));
    let one = with(&bench, &[list("甲表")]).document;
    assert_eq!(
        (texts(&one, note), texts(&one, |role| role == Role::AnnexLabel)),
        (vec!["附件：2022年甲表".to_owned()], vec!["附件".to_owned()])
    );
}

#[test]
fn an_annex_with_nothing_to_list_is_left_out_and_named() {
    let mut bench = Bench::new();
    add(&mut bench, "甲", 3, |_| {});
    let none =
        Annex { matters: vec!["2.1".parse().expect("an id")], ..annex("空表", Lists::Items, vec![text("{标题}")]) };
    let whole = with(&bench, &[none]);
    assert_eq!(whole.empty, ["空表"]);
    assert!(!whole.document.blocks.iter().any(|block| matches!(block, Block::Part(_))));
}

#[test]
fn a_figure_stands_with_last_years_and_with_the_records_behind_it() {
    let mut bench = Bench::new();
    bench.indicator("学习次数", Measure::Count, |one| one.unit = "次".into());
    add(&mut bench, "甲", 3, |item| item.body.evidence = vec![Evidence::Box("盒1".into())]);
    add(&mut bench, "内部", 5, |item| item.card.in_report = InReport::Internal);
    bench.add("去年", day(2021, 3, 5), |_| {});
    let check =
        annex("核对表", Lists::Figures, vec![Shows::Figure, Shows::Now, Shows::LastYear, Shows::Records, Shows::Room]);
    let sources =
        annex("来源", Lists::Sources, vec![Shows::Figure, Shows::Now, text("{日期}"), text("{标题}"), Shows::Evidence]);
    let sources = Annex { across: true, ..sources };
    let whole = with(&bench, &[check, sources]).document;
    let tables = tables(&whole);
    assert_eq!(cells(tables[0]), [["学习次数", "2次", "1次", "2", ""]]);
    let wanted = [["学习次数", "2次", "3月5日", "甲", "盒1"], ["", "", "5月5日", "（仅内部）", ""]];
    assert_eq!(cells(tables[1]), wanted);
    assert!(whole.blocks.contains(&Block::Part(Orientation::Landscape)));
}

#[test]
fn each_blank_of_the_report_stands_in_the_list_with_where_it_is_filled() {
    let mut bench = Bench::new();
    bench.passage("1", None, |passage| passage.text = "今年在{区}开了{学习次数}次会。".into());
    bench.indicator("学习次数", Measure::Count, |one| one.unit = "次".into());
    let list = annex("待填清单", Lists::Blanks, vec![Shows::Number, Shows::Around, Shows::Owes, Shows::Place]);
    let report = with(&bench, &[]).document;
    let whole = with(&bench, &[list]).document;
    let rows = cells(tables(&whole)[0]);
    assert_eq!(rows.len(), report.blanks());
    assert!(
        rows.contains(&["1", "今年在**区开了**次会。", "本单位", "设置：本区"].map(String::from).to_vec()),
        "{rows:?}"
    );
    assert!(rows.iter().any(|row| row[3] == "数据：学习次数"), "{rows:?}");
}

#[test]
fn bars_are_as_long_as_the_counts_and_compared_with_last_year() {
    let mut bench = Bench::new();
    add(&mut bench, "甲", 3, |item| item.card.count = Some(crate::model::Count::Given(amount(4))));
    add(&mut bench, "乙", 4, |_| {});
    bench.add("去年", day(2021, 4, 5), |item| item.card.count = Some(crate::model::Count::Given(amount(2))));
    let chart = Chart { title: "各月".into(), by: By::Month, kinds: Vec::new(), most: None };
    let bars = Annex {
        charts: vec![chart],
        ..annex("图表", Lists::Bars, vec![Shows::Name, Shows::Bar, Shows::Now, Shows::LastYear])
    };
    let whole = with(&bench, &[bars]).document;
    let table = tables(&whole)[0];
    assert_eq!((table.header[0].as_str(), table.rows.len()), ("各月", 12));
    let length = |month: usize| match table.rows[month - 1][1][0].face {
        crate::document::Face::Bar(bar) => (bar.now, bar.before),
        other => panic!("{other:?} is no bar"),
    };
    assert_eq!((length(3), length(4), length(5)), ((1000, 0), (250, 500), (0, 0)));
    assert_eq!(cells(table)[3][2..], ["1", "2"]);
}

#[test]
fn every_number_of_a_bar_has_the_items_behind_it() {
    let mut bench = Bench::new();
    add(&mut bench, "甲", 3, |item| item.card.count = Some(crate::model::Count::Given(amount(4))));
    add(&mut bench, "内部", 3, |item| item.card.in_report = InReport::Internal);
    bench.add("去年", day(2021, 3, 5), |_| {});
    let chart = Chart { title: "各月".into(), by: By::Month, kinds: Vec::new(), most: None };
    let bars =
        Annex { charts: vec![chart], ..annex("图表", Lists::Bars, vec![Shows::Name, Shows::Now, Shows::LastYear]) };
    let sources = annex("来源", Lists::Sources, vec![Shows::Figure, Shows::Now, text("{日期}"), text("{标题}")]);
    let whole = with(&bench, &[bars, sources.clone()]).document;
    let behind = |column: usize| match &tables(&whole)[0].rows[2][column][0].source {
        Source::Token { figure: FigureSource::Tally(items), .. } => items.len(),
        other => panic!("{other:?} names no items"),
    };
    assert_eq!((behind(1), behind(2)), (2, 1));
    let listed = [["各月：3月", "5", "3月5日", "甲"], ["", "", "3月5日", "（仅内部）"]];
    assert_eq!(cells(tables(&whole)[1]), listed);
    assert!(tables(&with(&bench, &[sources]).document).is_empty(), "only bars that go with the report");
}

/// Two outlets without names in the public version, a private figure, and an item that names them in its title.
fn with_secrets() -> Bench {
    let mut bench = Bench::new();
    setting(&mut bench, "区", "青山");
    bench.template(|template| {
        template.registers[1].private = true;
        template.settings[0].private = true;
    });
    bench.indicator("约谈次数", Measure::Count, |one| {
        one.unit = "次".into();
        one.private = true;
    });
    for outlet in ["新华网", "青山日报"] {
        let outlet = bench.entry("outlets", outlet, &[]);
        add(&mut bench, "新华网到青山区采访", 3, |item| {
            item.card.fields.insert("outlet".parse().expect("an id"), crate::model::FieldValue::Entry(outlet));
            item.body.evidence = vec![Evidence::File("新华网.png".into()), Evidence::Box("青山日报合订本".into())];
        });
    }
    add(&mut bench, "内部", 4, |item| item.card.in_report = InReport::Internal);
    bench
}

#[test]
fn the_annexes_of_the_public_version_name_no_more_than_its_text() {
    let bench = with_secrets();
    let chart = Chart {
        title: "各媒体".into(),
        by: By::Field("outlet".parse().expect("an id")),
        kinds: Vec::new(),
        most: None,
    };
    let annexes = [
        annex("目录", Lists::Items, vec![text("{标题}"), text("{媒体}"), Shows::Evidence]),
        annex("核对表", Lists::Figures, vec![Shows::Figure, Shows::Now, Shows::LastYear, Shows::Records, Shows::State]),
        annex("来源", Lists::Sources, vec![Shows::Figure, Shows::Now, text("{标题}")]),
        Annex { charts: vec![chart], ..annex("图表", Lists::Bars, vec![Shows::Name, Shows::Now]) },
        Annex { title: "{区}图片".into(), ..annex("图片", Lists::Pictures, Vec::new()) },
    ];
    let picture = crate::document::Picture::read(
        "图",
        b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0CRC!\0\0\0\0IEND".to_vec(),
    );
    let pictures = Pictures::from([("新华网.png".to_owned(), picture)]);
    let public = of(&Variant::Public, &bench, &annexes, &pictures);
    let said = format!("{:?}", public.document.blocks);
    for name in ["新华网", "青山"] {
        assert!(!said.contains(name), "{name} in {said}");
    }
    let tables = tables(&public.document);
    assert_eq!(cells(tables[0])[0], ["某到某区采访", "某", "某.png；某合订本"]);
    assert_eq!(cells(tables[1]), [["约谈次数", "某次", "某次", "某", "—"]]);
    let bar = ["各媒体：某", "2", "某到某区采访"];
    assert_eq!(cells(tables[2]), [&["约谈次数", "某次", ""], &bar, &["", "", "某到某区采访"]]);
    assert_eq!(cells(tables[3]), [["某", "2"]], "what has no name is one bar");
    assert!(texts(&public.document, |role| role == Role::AnnexTitle).contains(&"某区图片".to_owned()));
    let whole = format!("{:?}", of(&Variant::Whole, &bench, &annexes, &pictures).document.blocks);
    assert!(
        whole.contains("新华网") && whole.contains("青山区图片") && whole.contains("3次"),
        "the whole year says all"
    );
}

#[test]
fn a_picture_that_is_not_there_is_said_so_under_its_number() {
    let mut bench = Bench::new();
    add(&mut bench, "甲", 3, |item| {
        item.body.evidence = vec![Evidence::File("图/甲.JPG".into()), Evidence::File("乙.doc".into())];
    });
    let whole = with(&bench, &[annex("图片", Lists::Pictures, Vec::new())]);
    assert_eq!(texts(&whole.document, |role| role == Role::Caption), ["图1　3月5日 甲（图片打不开：图/甲.JPG）"]);
    assert_eq!(whole.troubles.len(), 1);
}
