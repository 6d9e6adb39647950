//! What fills a year of the sample is read as strictly as a template.

use super::super::builtin::{DEFAULT, default_template};
use super::super::page::Page;
use super::super::sample::read_sample;
use super::said;
use crate::model::{Amount, Change, Count, FieldValue, Record, RecordKey};

/// What is read of a year's file.
fn filled(text: &str) -> Result<Change, String> {
    let read = read_sample(&DEFAULT, &[(2022, Page { file: "t.toml", text })], &default_template());
    read.map_err(|errors| said(&errors)).map(|mut changes| changes.remove(0))
}

fn told(text: &str) -> String {
    filled(text).expect_err("there is a mistake")
}

const ITEM: &str = r#"[[item]]
matter = "6.3"
title = "文化站里过冬至"
when = "12月20日"
unit = "propaganda"
count = "2"
tags = ["冬至"]
fields = { position = "lead", reprints = ["xinhua"], score = "**" }
wording = "{媒体}刊发{标题|书}{次数|汉}次。"
evidence = ["盒3 第27页"]
"#;

#[test]
fn an_item_is_as_its_matter_begins_it_and_what_is_given_comes_on_top() {
    let change = filled(ITEM).expect("the item has no mistakes");
    let [edit] = &change.edits[..] else { panic!("one item is one edit") };
    let (RecordKey::Item(id), Some(Record::Item(item))) = (&edit.key, &edit.new) else { panic!("it is an item") };
    assert_eq!(item.card.id, *id);
    assert_eq!(item.card.kind.as_str(), "article");
    assert_eq!(item.card.count, Some(Count::Given(Amount::parse("2").expect("a number"))));
    assert_eq!(item.card.fields.get("score"), Some(&FieldValue::Open));
    assert!(matches!(item.card.fields.get("outlet"), Some(FieldValue::Entry(_))));
    assert_eq!(item.card.when.print(item.card.year), "12月20日");
}

#[test]
fn mistakes_of_an_item_are_told_where_they_stand() {
    for (here, instead, place, words) in [
        ("6.3", "6.33", "t.toml:2:10", "there is no matter `6.33`; did you mean `6.3`?"),
        ("12月20日", "2月30日", "t.toml:4:8", "2月30日"),
        ("propaganda", "propagando", "t.toml:5:8", "did you mean `propaganda`?"),
        ("count = \"2\"", "count = \"不少\"", "t.toml:6:9", "不少"),
        ("position", "positon", "t.toml:8:12", "there is no field `positon`; did you mean `position`?"),
        ("lead", "led", "t.toml:8:23", "there is no choice `led`; did you mean `lead`?"),
        ("{次数|汉}", "{次书|汉}", "t.toml:9:24", "there is no token `次书`; did you mean `次数`?"),
        ("tags", "tag", "t.toml:7:1", "there is no key `tag` here; did you mean `tags`?"),
    ] {
        let found = told(&ITEM.replacen(here, instead, 1));
        assert!(found.starts_with(&format!("{place}: ")) && found.contains(words), "{instead}: {found}");
        assert_eq!(found.lines().count(), 1, "{found}");
    }
}

#[test]
fn returns_figures_and_settings_are_records_of_the_year() {
    let change = filled(
        r#"
        [[setting]]
        id = "clerk"
        value = "李"
        [[entry]]
        register = "units"
        key = "north"
        label = "北街"
        [[return]]
        indicator = "中心组次数"
        unit = "north"
        value = "4"
        period = "一季度"
        source = "estimated"
        [[figure]]
        indicator = "中心组次数"
        complete_to = "2022-10-31"
        "#,
    );
    let sorts: Vec<&str> = change
        .expect("no mistakes")
        .edits
        .iter()
        .map(|edit| match edit.key {
            RecordKey::Setting(_) => "setting",
            RecordKey::Entry(_) => "entry",
            RecordKey::Return(_) => "return",
            RecordKey::Figure(_) => "figure",
            _ => "other",
        })
        .collect();
    assert_eq!(sorts, ["setting", "entry", "return", "figure"]);
}
