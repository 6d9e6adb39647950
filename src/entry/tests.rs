//! Typed text on a small ledger: what becomes of it, and what a form shows again.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use proptest::prelude::*;

use super::{CommonField, Desk, Field, count, echo, field, read, set, shown, title, typed};
use crate::id::EntryId;
use crate::lang::Lang;
use crate::model::{
    Body, Card, Common, Count, Entry, FieldSpec, FieldValue, Fields, InReport, Item, Kind, Ledger, Printed, Register,
    Stamp, Status, Template, Unknown, When, Year, YearBook,
};

const KIND: &str = r#"{
    "id": "article", "name": "稿件", "unit": "篇", "sentence": "", "fields": [
        {"id": "outlet", "name": "媒体", "type": "entry", "register": "outlets"},
        {"id": "reprints", "name": "转载媒体", "type": "entries", "register": "outlets"},
        {"id": "position", "name": "版位", "type": "choice", "choices": [
            {"id": "front", "name": "头版头条"}, {"id": "page1", "name": "头版"}, {"id": "other", "name": "其他"}]},
        {"id": "score", "name": "分值", "type": "amount", "unit": "分"},
        {"id": "submitted", "name": "报送日", "type": "when"},
        {"id": "themes", "name": "主题", "type": "texts"},
        {"id": "remark", "name": "领导批示", "type": "lines"},
        {"id": "author", "name": "作者", "type": "text"},
        {"id": "original", "name": "原创", "type": "flag"}]}"#;

fn year() -> Year {
    Year::try_from(2022).expect("a year of the ledger")
}

fn entry(number: u128, register: &str, label: &str, aliases: &[&str]) -> Entry {
    Entry {
        id: EntryId::from_bits(number),
        register: register.parse().expect("an id"),
        label: label.into(),
        printed: None,
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        merged_into: None,
        retired: false,
        fields: Fields::new(),
        unknown: Unknown::new(),
    }
}

fn ledger() -> Ledger {
    let kind: Kind = serde_json::from_str(KIND).expect("a kind");
    let register = |id: &str, name: &str| -> Register {
        serde_json::from_value(serde_json::json!({"id": id, "name": name})).expect("a register")
    };
    let template = Template {
        name: "样".into(),
        sections: Vec::new(),
        kinds: vec![kind],
        matters: Vec::new(),
        indicators: Vec::new(),
        cadences: Vec::new(),
        registers: vec![register("outlets", "媒体"), register("units", "单位")],
        entries: Vec::new(),
        settings: Vec::new(),
        passages: Vec::new(),
        annexes: Vec::new(),
        unknown: Unknown::new(),
    };
    let mut entries = vec![
        entry(1, "outlets", "新华网", &["新华"]),
        entry(2, "outlets", "人民网", &[]),
        entry(3, "outlets", "省日报", &[]),
        entry(4, "outlets", "市日报", &[]),
        entry(5, "outlets", "旧名", &[]),
        entry(6, "outlets", "甲、乙联播", &[]),
        entry(7, "units", "教育局", &[]),
    ];
    entries[2].printed = Some(Printed::As("《{省}日报》".into()));
    entries[4].merged_into = Some(EntryId::from_bits(2));
    let mut ledger = Ledger::default();
    ledger.years.insert(year(), YearBook { year: year(), template: Arc::new(template), unknown: Unknown::new() });
    ledger.entries = entries.into_iter().map(|entry| (entry.id, entry)).collect();
    ledger
}

fn desk(ledger: &Ledger) -> Desk<'_> {
    Desk { ledger, year: year(), today: NaiveDate::from_ymd_opt(2022, 12, 20).expect("a day") }
}

fn item() -> Item {
    let stamp = Stamp { by: "李".into(), at: DateTime::UNIX_EPOCH };
    let when = When::day(NaiveDate::from_ymd_opt(2022, 12, 20).expect("a day"));
    let card = Card {
        id: crate::id::ItemId::from_bits(1),
        year: year(),
        matter: "3.7".parse().expect("an id"),
        kind: "article".parse().expect("an id"),
        title: "文化站里过冬至".into(),
        when,
        period: None,
        unit: None,
        status: Status::Done,
        due: None,
        count: None,
        fields: Fields::new(),
        in_report: InReport::Counted,
        key: false,
        checked: false,
        tags: Vec::new(),
        places: Vec::new(),
        binned: false,
    };
    let body = Body {
        wording: String::new(),
        evidence: Vec::new(),
        note: String::new(),
        planned: None,
        created: stamp.clone(),
        updated: stamp,
        unknown: serde_json::Map::new(),
    };
    Item { card, body }
}

fn spec<'a>(name: &str, desk: Desk<'a>) -> &'a FieldSpec {
    match field(&item(), name, desk) {
        Ok(Field::Own(spec)) => spec,
        other => panic!("{name}: {other:?}"),
    }
}

/// The value read from `text` in the field called `name`, as the form shows it again.
fn again(name: &str, text: &str) -> String {
    let ledger = ledger();
    let desk = desk(&ledger);
    let value = read(spec(name, desk), text, desk).unwrap_or_else(|error| panic!("{error}"));
    value.map_or_else(String::new, |value| typed(spec(name, desk), &value, desk))
}

fn refused(name: &str, text: &str) -> (String, String) {
    let ledger = ledger();
    let desk = desk(&ledger);
    let error = read(spec(name, desk), text, desk).expect_err(text);
    (error.text(Lang::Zh), error.hint(Lang::Zh))
}

#[test]
fn an_entry_is_found_by_every_name_it_has() {
    for text in ["新华网", "新华", " 新华网 ", "xinhuawang", "xhw", "XHW", "华网"] {
        assert_eq!(again("媒体", text), "新华网", "{text}");
    }
    assert_eq!(again("媒体", "《{省}日报》"), "省日报");
    assert_eq!(again("媒体", "旧名"), "人民网", "a merged entry stands for what it was merged into");
    assert_eq!(again("媒体", "甲、乙联播"), EntryId::from_bits(6).to_string(), "its label would part");
    assert_eq!(again("转载媒体", "人民网、xhw；旧名"), "人民网、新华网");
}

#[test]
fn an_entry_that_is_none_or_several_is_refused() {
    assert_eq!(refused("媒体", "日报"), ("媒体：`日报` 有几个都像".into(), "请写全：省日报、市日报".into()));
    assert_eq!(refused("媒体", "光明网").1, "新的请先加进名录；还不知道就写 **");
    let (text, hint) = refused("媒体", "新华往");
    assert_eq!((text.as_str(), hint.as_str()), ("媒体：名录[媒体]里没有 `新华往`", "是不是 新华网？新的请先加进名录"));
    assert_eq!(refused("媒体", "教育局").0, "媒体：名录[媒体]里没有 `教育局`", "another register's entry is no outlet");
    assert_eq!(refused("媒体", "新网").0, "媒体：名录[媒体]里没有 `新网`", "scattered 汉字 name nobody");
}

#[test]
fn choices_and_flags_take_digits_names_and_initials() {
    for text in ["1", "１", "头版头条", "front", "tbtt"] {
        assert_eq!(again("版位", text), "头版头条", "{text}");
    }
    assert_eq!(again("版位", "头版"), "头版");
    assert_eq!(refused("版位", "4"), ("版位：`4` 不在可选的几项里".into(), "可选：1 头版头条 2 头版 3 其他".into()));
    for (text, wanted) in
        [("是", "是"), ("Y", "是"), ("1", "是"), ("有", "是"), ("n", "否"), ("０", "否"), ("无", "否")]
    {
        assert_eq!(again("原创", text), wanted, "{text}");
    }
    assert!(refused("原创", "也许").1.contains("1 或 0"));
}

#[test]
fn open_and_empty_are_the_same_for_every_type() {
    for name in ["媒体", "转载媒体", "版位", "分值", "报送日", "主题", "领导批示", "作者", "原创"]
    {
        assert_eq!(again(name, " ** "), "**", "{name}");
        assert_eq!(again(name, " \u{1b}[2K\t "), "", "{name}");
    }
    assert_eq!(again("主题", "、**、"), "**", "a list of nothing else is open as well");
}

#[test]
fn text_is_cleaned_and_has_a_limit() {
    assert_eq!(again("作者", "陈\u{7}晓\n李\u{202E}"), "陈晓 李");
    assert_eq!(again("领导批示", "一\r\n二"), "一\n二");
    assert_eq!(refused("作者", &"长".repeat(20_001)), ("作者：太长".into(), "最多20000字".into()));
    assert_eq!(again("主题", "甲、乙"), "甲；乙");
    assert_eq!(again("主题", "甲、乙；"), "甲、乙；");
}

#[test]
fn the_echo_says_what_was_understood() {
    let ledger = ledger();
    let desk = desk(&ledger);
    let echoed = |name: &str, text: &str| {
        let value = read(spec(name, desk), text, desk).expect(text).expect(text);
        echo(spec(name, desk), &value, desk, Lang::Zh)
    };
    assert_eq!(echoed("报送日", "12-20"), "2022年12月20日 周二 今天");
    assert_eq!(echoed("分值", "３"), "3分");
    assert_eq!(echoed("版位", "2"), "头版");
    assert_eq!(echoed("作者", "**"), "待填");
}

#[test]
fn every_field_of_an_item_is_set_by_name_or_id() {
    let ledger = ledger();
    let desk = desk(&ledger);
    let mut item = item();
    let rows = [
        ("标题", "万名干部进万家", "万名干部进万家"),
        ("date", "7-13~17", "7月13日至17日"),
        ("所属期", "二季度", "二季度"),
        ("单位", "jyj", "教育局"),
        ("状态", "1", "计划"),
        ("次数", "4次", "4"),
        ("写入总结", "单独成句", "单独成句"),
        ("重点", "y", "是"),
        ("tags", "二十大、创城", "二十大；创城"),
        ("佐证", "盒3 第27页", "盒3 第27页"),
        ("写法", "{标题}。", "{标题}。"),
        ("备注", "一\n二", "一\n二"),
        ("期限", "12月30日前", "12月30日"),
        ("已核", "是", "是"),
        ("媒体", "xhw", "新华网"),
        ("score", "3", "3"),
    ];
    for (name, text, wanted) in rows {
        set(&mut item, name, text, desk).unwrap_or_else(|error| panic!("{error}"));
        let found = field(&item, name, desk).expect(name);
        assert_eq!(shown(&item, found, desk), wanted, "{name}");
    }
    assert_eq!(item.card.status, Status::Planned);
    let before = item.clone();
    for name in CommonField::ALL.map(CommonField::id).into_iter().chain(["outlet", "score"]) {
        let found = field(&item, name, desk).expect(name);
        let text = shown(&item, found, desk);
        set(&mut item, name, &text, desk).expect(name);
    }
    assert_eq!(item, before, "what is shown reads back to the same item");
    set(&mut item, "媒体", "", desk).expect("nothing typed clears a field");
    assert!(!item.card.fields.contains_key("outlet"));
}

#[test]
fn a_refused_value_leaves_the_item_as_it_was() {
    let ledger = ledger();
    let desk = desk(&ledger);
    let mut item = item();
    let rows = [
        ("标题", " ", "标题：不能空着", "请填写；还不知道就写 **"),
        ("日期", "6月31日", "日期：`6月31日` 不是日期", "6月只有30天"),
        ("次数", "-1", "次数：`-1` 小于零", "数量从零起"),
        ("煤体", "x", "没有 `煤体` 这个字段", "是不是 媒体？"),
    ];
    for (name, text, wrong, hint) in rows {
        let error = set(&mut item, name, text, desk).expect_err(name);
        assert_eq!((error.text(Lang::Zh).as_str(), error.hint(Lang::Zh).as_str()), (wrong, hint));
    }
    assert_eq!(item, super::tests::item());
    assert_eq!(title(" 甲\n乙 ").expect("a title"), "甲 乙");
    assert_eq!(count("**").expect("open"), Some(Count::Open));
}

#[test]
fn every_field_of_the_sample_ledger_reads_back() {
    let mut ledger = Ledger::default();
    for change in crate::template::sample() {
        change.apply(&mut ledger).expect("the sample applies to an empty ledger");
    }
    assert!(!ledger.items.is_empty());
    for item in ledger.items.values() {
        let desk = Desk { year: item.card.year, ..desk(&ledger) };
        let template = ledger.template(item.card.year).expect("the item's year");
        let own = template.kind(&item.card.kind).expect("the item's kind").fields.iter().map(|spec| spec.id.as_str());
        let mut again = Item::clone(item);
        for name in CommonField::ALL.map(CommonField::id).into_iter().chain(own) {
            let text = shown(item, field(item, name, desk).expect(name), desk);
            set(&mut again, name, &text, desk).unwrap_or_else(|error| panic!("{}: {error}", item.card.title));
        }
        assert_eq!(&again, item.as_ref());
    }
}

#[test]
fn a_stored_year_reads_back() {
    let template = crate::template::default_template();
    let stored = serde_json::to_string(&template).expect("a template is plain data");
    assert_eq!(serde_json::from_str::<Template>(&stored).expect("it reads back"), template);
}

proptest! {
    #[test]
    fn what_a_form_shows_reads_back_to_the_same_value(
        name in prop::sample::select(vec!["媒体", "转载媒体", "版位", "分值", "报送日", "主题", "领导批示", "作者", "原创"]),
        text in prop_oneof![
            "\\PC{0,30}", "[甲乙、；;《》\\n *]{0,12}", "[0-9]{1,5}[多余]?", "[1-9]-[12][0-9]",
            "(新华网|人民网|xhw|省日报)(、市日报|；甲)?", "[123是否yn]",
        ],
    ) {
        let ledger = ledger();
        let desk = desk(&ledger);
        let spec = spec(name, desk);
        if let Ok(Some(value)) = read(spec, &text, desk) {
            let shown = typed(spec, &value, desk);
            prop_assert_eq!(read(spec, &shown, desk), Ok(Some(value)), "{}", shown);
        }
    }

    #[test]
    fn every_list_of_texts_reads_back(texts in prop::collection::vec("[a甲、《]{0,5}[乙b]", 1..5)) {
        let ledger = ledger();
        let desk = desk(&ledger);
        let value = FieldValue::Texts(texts.iter().map(|text| text.trim_matches('、').to_owned()).collect());
        let spec = spec("主题", desk);
        prop_assert_eq!(read(spec, &typed(spec, &value, desk), desk), Ok(Some(value)));
    }
}

#[test]
fn a_field_has_one_name_on_screen_and_in_tokens() {
    for common in Common::ALL {
        let field = CommonField::named(common.id()).expect("an item's field can be set");
        assert_eq!(field.name(Lang::Zh), common.name());
    }
}
