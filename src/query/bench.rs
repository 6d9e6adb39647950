//! A small ledger for tests, made in code.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;

use super::{Figure, Scope, figure};
use crate::id::{EntryId, IndicatorId, ItemId};
use crate::model::{
    Amount, Answers, Basis, Body, Card, Choice, Count, Entry, FieldSpec, FieldType, FieldValue, Fields, FigureKey,
    FigureNote, Flow, InReport, Indicator, Item, Kind, Ledger, Matter, Measure, Numbering, Passage, PassageKey, Rank,
    Register, Return, ReturnKey, ReturnSource, Section, Setting, Stamp, Status, Style, Template, Unknown, When, Window,
    Year, YearBook,
};

/// The ledger of one small office, year 2022.
pub(crate) struct Bench {
    /// The ledger under test.
    pub(crate) ledger: Ledger,
    next: u128,
}

/// The year of the bench and others.
pub(crate) fn year(number: i32) -> Year {
    Year::try_from(number).expect("a year of the ledger")
}

/// A day.
pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// A whole number as an amount.
pub(crate) fn amount(number: i64) -> Amount {
    Amount::exact(Decimal::from(number))
}

fn id<T: std::str::FromStr>(text: &str) -> T {
    text.parse().ok().expect("an id")
}

fn spec(name: &str, title: &str, holds: FieldType, asked: bool) -> FieldSpec {
    FieldSpec {
        id: id(name),
        name: title.into(),
        holds,
        required: false,
        asked,
        private: false,
        otherwise: String::new(),
        help: String::new(),
        unknown: Unknown::new(),
    }
}

fn article() -> Kind {
    let choices =
        [("front", "头版头条"), ("other", "其他")].map(|(name, title)| Choice { id: id(name), name: title.into() });
    let fields = vec![
        spec("outlet", "媒体", FieldType::Entry { register: id("outlets") }, true),
        spec("author", "作者", FieldType::Text, false),
        spec("people", "人数", FieldType::Amount { unit: "人次".into() }, true),
        spec("words", "字数", FieldType::Amount { unit: "字".into() }, false),
        spec("content", "内容", FieldType::Texts, false),
        spec("place", "版位", FieldType::Choice { choices: choices.into() }, false),
        spec("original", "原创", FieldType::Flag, false),
    ];
    let sentence = "{日期}，{媒体}刊发{标题|书}{?，作者{作者}}。".into();
    Kind { id: id("article"), name: "稿件".into(), unit: "篇".into(), fields, sentence, unknown: Unknown::new() }
}

fn matter(name: &str, section: &str, answers: Answers) -> Matter {
    Matter {
        id: id(name),
        name: format!("事项{name}"),
        kind: id("article"),
        section: id(section),
        also: Vec::new(),
        passage: id(section),
        further: Vec::new(),
        tags: Vec::new(),
        defaults: Fields::new(),
        first: Vec::new(),
        answers,
        in_report: InReport::Counted,
        expected: true,
        due: None,
        unknown: Unknown::new(),
    }
}

fn register(name: &str, title: &str) -> Register {
    let fields = vec![spec("class", "类别", FieldType::Text, false)];
    Register { id: id(name), name: title.into(), private: false, fields, unknown: Unknown::new() }
}

fn template() -> Template {
    let section =
        |name: &str| Section { id: id(name), name: format!("部分{name}"), closing: false, unknown: Unknown::new() };
    let settings = vec![
        Setting {
            id: id("区"),
            name: "本区".into(),
            help: String::new(),
            endings: vec!["区".into(), "县".into()],
            default: None,
            private: false,
            unknown: Unknown::new(),
        },
        Setting {
            id: id("自称"),
            name: "自称".into(),
            help: String::new(),
            endings: Vec::new(),
            default: Some("我区".into()),
            private: false,
            unknown: Unknown::new(),
        },
    ];
    Template {
        name: "小台账".into(),
        sections: vec![section("1"), section("2")],
        kinds: vec![article()],
        matters: vec![matter("1.1", "1", Answers::We), matter("2.1", "2", Answers::Units)],
        indicators: Vec::new(),
        cadences: Vec::new(),
        registers: vec![register("units", "单位"), register("outlets", "媒体")],
        entries: Vec::new(),
        settings,
        passages: Vec::new(),
        annexes: Vec::new(),
        unknown: Unknown::new(),
    }
}

impl Bench {
    /// A ledger with years 2021 and 2022, and nothing in them.
    pub(crate) fn new() -> Self {
        let mut ledger = Ledger::default();
        for number in [2021, 2022] {
            let template = Arc::new(template());
            ledger.years.insert(year(number), YearBook { year: year(number), template, unknown: Unknown::new() });
        }
        Self { ledger, next: 1 }
    }

    /// Changes the template of 2022.
    pub(crate) fn template(&mut self, change: impl FnOnce(&mut Template)) {
        let book = self.ledger.years.get_mut(&year(2022)).expect("the bench has it");
        change(Arc::make_mut(&mut book.template));
    }

    fn fresh(&mut self) -> u128 {
        self.next += 1;
        self.next
    }

    /// An item of matter 1.1 that is not in the ledger, its id from `name`.
    pub(crate) fn item(&self, name: &str, title: &str, start: NaiveDate) -> Item {
        let number = name.parse().unwrap_or(self.next + 1);
        let stamp = Stamp { by: "张".into(), at: DateTime::<Utc>::UNIX_EPOCH };
        let card = Card {
            id: ItemId::from_bits(number),
            year: year(chrono::Datelike::year(&start)),
            matter: id("1.1"),
            kind: id("article"),
            title: title.into(),
            when: When::day(start),
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

    /// Adds an item of matter 1.1, changed first.
    pub(crate) fn add(&mut self, title: &str, start: NaiveDate, change: impl FnOnce(&mut Item)) -> ItemId {
        let mut item = self.item("", title, start);
        item.card.id = ItemId::from_bits(self.fresh());
        change(&mut item);
        let id = item.card.id;
        self.ledger.items.insert(id, item.into());
        id
    }

    /// Adds an entry whose text fields are `fields`.
    pub(crate) fn entry(&mut self, register: &str, label: &str, fields: &[(&str, &str)]) -> EntryId {
        let entry_id = EntryId::from_bits(self.fresh());
        let fields = fields.iter().map(|(name, text)| (id(name), FieldValue::Text((*text).into()))).collect();
        let entry = Entry {
            id: entry_id,
            register: id(register),
            label: label.into(),
            printed: None,
            aliases: Vec::new(),
            merged_into: None,
            retired: false,
            fields,
            unknown: Unknown::new(),
        };
        self.ledger.entries.insert(entry_id, entry);
        entry_id
    }

    /// Merges one entry into another.
    pub(crate) fn merge(&mut self, old: EntryId, new: EntryId) {
        self.ledger.entries.get_mut(&old).expect("an entry of the bench").merged_into = Some(new);
    }

    /// A unit's return for 2022 as a whole.
    pub(crate) fn returns(&mut self, indicator: &str, unit: EntryId, number: i64) {
        let key = ReturnKey { year: year(2022), indicator: id(indicator), period: None, unit };
        self.ledger
            .returns
            .insert(key, Return { value: amount(number), source: ReturnSource::Counted, unknown: Unknown::new() });
    }

    /// Says something of a figure of 2022.
    pub(crate) fn note(&mut self, indicator: &str, change: impl FnOnce(&mut FigureNote)) {
        change(self.ledger.figures.entry(FigureKey(year(2022), id(indicator))).or_default());
    }

    /// Adds an indicator to the template of 2022.
    pub(crate) fn indicator(&mut self, name: &str, measure: Measure, change: impl FnOnce(&mut Indicator)) -> Indicator {
        let mut indicator = indicator(name, measure);
        change(&mut indicator);
        self.template(|template| template.indicators.push(indicator.clone()));
        indicator
    }

    /// Adds a passage to 2022, after those there are.
    pub(crate) fn passage(&mut self, name: &str, parent: Option<&str>, change: impl FnOnce(&mut Passage)) {
        let mut passage = Passage {
            id: id(name),
            parent: parent.map(id),
            rank: Rank::nth(self.ledger.passages.len()),
            style: Style::Point,
            lead: String::new(),
            text: String::new(),
            closing: String::new(),
            numbering: Numbering::None,
            flow: Flow::Paragraph,
            unknown: Unknown::new(),
        };
        change(&mut passage);
        self.ledger.passages.insert(PassageKey(year(2022), passage.id.clone()), passage);
    }

    /// The whole year 2022.
    pub(crate) fn scope() -> Scope {
        Scope::whole(year(2022), day(2022, 12, 31))
    }

    /// The figure of an indicator over the whole year.
    pub(crate) fn figure(&self, indicator: &Indicator) -> Figure {
        figure(&self.ledger, indicator, Self::scope())
    }
}

/// An indicator of section 1 over anything.
pub(crate) fn indicator(name: &str, measure: Measure) -> Indicator {
    Indicator {
        id: id::<IndicatorId>(name),
        section: id("1"),
        measure,
        matters: Vec::new(),
        kinds: Vec::new(),
        conditions: Vec::new(),
        window: Window::Whole,
        basis: Basis::Items,
        unit: "次".into(),
        format: String::new(),
        answers: Answers::We,
        private: false,
        every: None,
        unknown: Unknown::new(),
    }
}

/// A count that was given.
pub(crate) fn counted(number: i64) -> Count {
    Count::Given(amount(number))
}
