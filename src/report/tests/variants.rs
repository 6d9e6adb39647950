//! What variants print: the words of their stretch, what is expected, what is left out.

use super::setting;
use crate::document::{Block, Role};
use crate::model::{Choice, FieldType, Measure, Return, ReturnKey, ReturnSource, Unknown, Variant};
use crate::query::bench::{Bench, amount, day, year};
use crate::report::compose;

/// What a passage of this text prints in a variant.
fn printed(bench: &mut Bench, text: &str, variant: &str) -> String {
    bench.ledger.passages.clear();
    bench.passage("1", None, |passage| passage.text = text.into());
    body(bench, variant)
}

fn body(bench: &Bench, variant: &str) -> String {
    let variant: Variant = variant.parse().expect("a variant");
    let document = compose(&bench.ledger, year(2022), &variant, day(2022, 12, 20));
    let texts = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) if paragraph.role == Role::Body => Some(paragraph.text()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn the_words_of_the_stretch_are_those_of_the_variant() {
    let text = "{期称}|{期间}|{同期}|{下期}|{下期称}{?|“{专题}”专题}。";
    for (variant, words) in [
        ("whole", "2022年|全年|2021年|明年|2023年。"),
        ("public", "2022年|全年|2021年|明年|2023年。"),
        ("h1", "2022年上半年|上半年|2021年上半年|下半年|2022年下半年。"),
        ("h2", "2022年下半年|下半年|2021年下半年|明年|2023年。"),
        ("q1", "2022年第一季度|第一季度|2021年第一季度|第二季度|2022年第二季度。"),
        ("q4", "2022年第四季度|第四季度|2021年第四季度|明年|2023年。"),
        ("to-nov", "2022年1至11月|1至11月|2021年1至11月|明年|2023年。"),
        ("tag:党史", "2022年|全年|2021年|明年|2023年|“党史”专题。"),
    ] {
        assert_eq!(printed(&mut Bench::new(), text, variant), words, "{variant}");
    }
}

#[test]
fn the_last_day_is_that_of_the_window_and_no_later_than_today() {
    let mut bench = Bench::new();
    assert_eq!(printed(&mut bench, "截至{截至}。", "h1"), "截至6月30日。");
    assert_eq!(printed(&mut bench, "截至{截至}。", "q4"), "截至12月20日。");
}

#[test]
fn a_theme_that_the_office_declares_itself_is_not_hidden() {
    let mut bench = Bench::new();
    bench.indicator("专题", Measure::Count, |_| {});
    bench.add("甲", day(2022, 3, 1), |_| {});
    assert_eq!(printed(&mut bench, "{专题}次。", "whole"), "1次。");
}

#[test]
fn what_is_expected_says_so_once_and_is_not_compared() {
    let mut bench = Bench::new();
    bench.indicator("演出", Measure::Count, |_| {});
    let unit = bench.entry("units", "文化局", &[]);
    let key = ReturnKey { year: year(2022), indicator: "演出".parse().expect("an id"), period: None, unit };
    bench
        .ledger
        .returns
        .insert(key, Return { value: amount(56), source: ReturnSource::Expected, unknown: Unknown::new() });
    let text = "演出{演出}场{?，比{同期}{演出|同比}}。";
    assert_eq!(printed(&mut bench, text, "to-nov"), "演出全年预计56场。");
    assert_eq!(printed(&mut bench, "全年预计{演出}场。", "to-nov"), "全年预计56场。");
    assert_eq!(printed(&mut bench, text, "whole"), "演出56场。");
    assert_eq!(printed(&mut bench, text, "h1"), "演出**场。");
}

#[test]
fn sentences_and_clauses_follow_the_window() {
    let mut bench = Bench::new();
    bench.indicator("讲课", Measure::Count, |_| {});
    for (title, month) in [("甲", 3), ("乙", 9)] {
        bench.add(title, day(2022, month, 1), |item| {
            item.card.in_report = crate::model::InReport::Sentence;
            item.body.wording = format!("办了{title}。");
        });
    }
    bench.passage("1", None, |passage| passage.text = "{?{期间}讲课{讲课}次。}".into());
    assert_eq!(body(&bench, "h1"), "上半年讲课1次。办了甲。");
    assert_eq!(body(&bench, "q2"), "");
    assert_eq!(body(&bench, "whole"), "全年讲课2次。办了甲。办了乙。");
    assert_eq!(body(&bench, "tag:党史"), "");
}

#[test]
fn the_public_version_names_nothing_that_the_template_calls_private() {
    let mut bench = Bench::new();
    let register = |template: &mut crate::model::Template| template.registers[1].private = true;
    let (site, paper) = (bench.entry("outlets", "新华网", &[]), bench.entry("outlets", "青山日报", &[]));
    let unit = bench.entry("units", "教育局", &[]);
    bench.indicator("媒体单", Measure::List("outlet".parse().expect("an operand")), |_| {});
    bench.indicator("稿件", Measure::Count, |_| {});
    for (outlet, title) in [(site, "过冬至"), (paper, "新华网来访")] {
        bench.add(title, day(2022, 3, 1), |item| {
            item.card.in_report = crate::model::InReport::Sentence;
            item.card.unit = Some(unit);
            item.card.fields.insert("outlet".parse().expect("an id"), crate::model::FieldValue::Entry(outlet));
            item.body.wording = "{单位}在{媒体}发{标题|书}。".into();
        });
    }
    bench.passage("1", None, |passage| passage.text = "在{媒体单|列}发稿{稿件}篇。".into());
    let open = "在新华网以及青山日报等发稿2篇。教育局在新华网发《过冬至》。教育局在青山日报发《新华网来访》。";
    assert_eq!(body(&bench, "public"), open);
    bench.template(register);
    assert_eq!(body(&bench, "public"), "在某等发稿2篇。教育局在某发《过冬至》。教育局在某发《某来访》。");
    assert_eq!(body(&bench, "whole"), open);
    bench.template(|template| template.indicators[1].private = true);
    assert!(body(&bench, "public").starts_with("在某等发稿某篇。"));
    bench.template(|template| template.kinds[0].fields[0].private = true);
    assert!(body(&bench, "public").ends_with("教育局在某发《某来访》。"));
}

#[test]
fn a_hidden_name_that_the_template_sorts_by_stays_a_common_word_in_words() {
    let mut bench = Bench::new();
    bench.entry("outlets", "电视台", &[]);
    bench.entry("outlets", "新华网", &[]);
    bench.template(|template| {
        template.registers[1].private = true;
        let tv = Choice { id: "tv".parse().expect("an id"), name: "电视台".into() };
        template.kinds[0].fields[0].holds = FieldType::Choice { choices: vec![tv] };
    });
    bench.passage("1", None, |passage| passage.text = "在电视台和新华网报道。".into());
    assert_eq!(body(&bench, "public"), "在电视台和某报道。");
    bench.template(|template| template.kinds[0].fields[0].private = true);
    assert_eq!(body(&bench, "public"), "在某和某报道。");
}

#[test]
fn a_private_setting_prints_with_its_ending_and_what_is_made_of_it_too() {
    let mut bench = Bench::new();
    setting(&mut bench, "区", "青山县");
    setting(&mut bench, "本单位", "中共青山县委宣传部");
    bench.template(|template| {
        let mut office = template.settings[0].clone();
        office.id = "本单位".parse().expect("an id");
        (office.endings, office.default) = (Vec::new(), Some("{区}委宣传部".into()));
        template.settings.push(office);
    });
    let text = "{本单位}在{区}办了青山县运动会，青山绿水。";
    let open = "中共青山县委宣传部在青山县办了青山县运动会，青山绿水。";
    assert_eq!(printed(&mut bench, text, "public"), open);
    bench.template(|template| template.settings[0].private = true);
    assert_eq!(printed(&mut bench, text, "public"), "中共某县委宣传部在某县办了某县运动会，青山绿水。");
    bench.template(|template| template.settings.iter_mut().for_each(|one| one.private = true));
    assert_eq!(printed(&mut bench, text, "public"), "某县委宣传部在某县办了某县运动会，青山绿水。");
    assert_eq!(printed(&mut bench, text, "whole"), open);
    setting(&mut bench, "本单位", "县委宣传部");
    assert_eq!(printed(&mut bench, "{本单位}与县委宣传部。", "public"), "某县委宣传部与某县委宣传部。");
    setting(&mut bench, "本单位", "中共青山县委宣传部");
    let public = compose(&bench.ledger, year(2022), &Variant::Public, day(2022, 12, 20));
    assert!(!format!("{public:?}").contains("青山县"), "neither do signature and author say it");
}

#[test]
fn a_template_tells_whether_it_marks_anything_as_private() {
    let mut bench = Bench::new();
    let marks = |bench: &Bench| bench.ledger.template(year(2022)).expect("a template").keeps_private();
    assert!(!marks(&bench));
    bench.template(|template| template.kinds[0].fields[0].private = true);
    assert!(marks(&bench));
    assert!(crate::template::default_template().keeps_private());
}

#[test]
fn what_is_internal_is_counted_without_its_name_in_every_variant() {
    let mut bench = Bench::new();
    bench.indicator("名单", Measure::List(crate::model::Operand::Title), |_| {});
    bench.indicator("次数", Measure::Count, |_| {});
    bench.add("公开的", day(2022, 3, 1), |_| {});
    bench.add("内部的", day(2022, 3, 2), |item| item.card.in_report = crate::model::InReport::Internal);
    for variant in ["whole", "h1", "public"] {
        assert_eq!(printed(&mut bench, "{名单}，共{次数}次。", variant), "公开的，共2次。");
    }
}
