//! The sample ledger: a year's items, returns and entries, read as strictly as a template.

use chrono::{NaiveDate, TimeZone, Utc};

use super::error::{Fault, TemplateError};
use super::field::{OPEN, amount, last_day, values, when};
use super::known::Known;
use super::matter::IN_REPORT;
use super::office::entry;
use super::page::{Faults, Page, Text};
use super::reader::{all, parse, tables};
use super::row::Row;
use super::scope::UNITS;
use super::tokens::check_sentence;
use crate::id::{IndicatorId, ItemId};
use crate::lang::Lang;
use crate::model::{
    Act, Body, Card, Change, Checked, Count, Edit, Evidence, FigureKey, FigureNote, Item, Kind, Matter, Period, Place,
    Record, RecordKey, Return, ReturnKey, ReturnSource, SettingValue, Stamp, Status, Template, Unknown, Verb,
    WhenError, Year,
};

/// Whose name stands in the sample's records.
const CLERK: &str = "示例";

/// Settings that the program keeps besides those of the template.
const OWN_SETTINGS: [&str; 4] = ["clerk", "folder", "keymap", "lang"];

const STATUS: [(&str, Status); 4] = [
    ("planned", Status::Planned),
    ("running", Status::Running),
    ("done", Status::Done),
    ("cancelled", Status::Cancelled),
];

const SOURCE: [(&str, ReturnSource); 3] =
    [("counted", ReturnSource::Counted), ("estimated", ReturnSource::Estimated), ("expected", ReturnSource::Expected)];

/// The keys of an item that are read against its matter.
const CARD: [&str; 13] = [
    "title",
    "when",
    "fields",
    "tags",
    "period",
    "unit",
    "status",
    "due",
    "count",
    "in_report",
    "key",
    "checked",
    "places",
];

/// A year of the sample while it is read.
struct Desk<'a> {
    year: Year,
    template: &'a Template,
    known: &'a Known<'a>,
}

/// Reads the content of the years in `pages`: a change for each, to be applied after the year was begun with the
/// template that stands in `default`.
pub(super) fn read_sample(
    default: &[Page<'_>],
    pages: &[(i32, Page<'_>)],
    template: &Template,
) -> Result<Vec<Change>, Vec<TemplateError>> {
    let faults = Faults::default();
    let declared = parse(default, &faults)?;
    let years: Vec<Page<'_>> = pages.iter().map(|(_, page)| *page).collect();
    let parsed = parse(&years, &faults)?;
    let tables = tables(default, &declared, &faults);
    let mut known = Known::declare(&tables, &faults);
    let rows: Vec<Row<'_>> =
        years.iter().zip(&parsed).map(|(page, table)| Row::new(table, page.spot(0, 0), &faults)).collect();
    let entries: Vec<Row<'_>> = rows.iter().flat_map(|row| row.rows("entry")).collect();
    known.declare_entries(&entries);
    let numbers = pages.iter().map(|(number, _)| Year::try_from(*number).expect("years of the sample are in range"));
    let changes =
        rows.iter().zip(numbers).map(|(row, year)| Desk { year, template, known: &known }.change(row)).collect();
    faults.none()?;
    Ok(changes)
}

impl Desk<'_> {
    fn change(&self, page: &Row<'_>) -> Change {
        let edits = page.read(|page| {
            let mut edits = all(&page.rows("setting"), |row| self.setting(row));
            edits.extend(all(&page.rows("entry"), |row| self.entry(row)));
            let items = page.rows("item");
            let numbered = items.iter().enumerate();
            edits.extend(numbered.filter_map(|(at, row)| row.read(|row| self.item(row, at + 1))));
            edits.extend(all(&page.rows("return"), |row| self.returned(row)));
            edits.extend(all(&page.rows("figure"), |row| self.figure(row)));
            edits
        });
        Change { act: Act { verb: Verb::Add, what: format!("{CLERK}{}", self.year) }, edits }
    }

    fn setting(&self, row: &Row<'_>) -> Option<Edit> {
        let (id, value) = (row.name("id"), row.name("value"));
        let (id, value) = (id?, value?);
        let id = if OWN_SETTINGS.contains(&id.value) {
            id.value.parse().ok()?
        } else {
            self.known.settings.resolve(id, self.known.faults)?
        };
        Some(made(RecordKey::Setting(id), Record::Setting(SettingValue(value.value.into()))))
    }

    fn entry(&self, row: &Row<'_>) -> Option<Edit> {
        let entry = entry(row, &self.template.registers, self.known)?;
        Some(made(RecordKey::Entry(entry.id), Record::Entry(entry)))
    }

    fn returned(&self, row: &Row<'_>) -> Option<Edit> {
        let indicator = self.indicator(row);
        let unit = row.name("unit").and_then(|text| self.known.entry(UNITS, text));
        let value = row.name("value").and_then(|text| amount(text, self.known));
        let period = row.text("period").map(|text| self.period(text));
        let source = row.one_of("source", &SOURCE).unwrap_or_default();
        let period = period.map_or(Some(None), |period| period.map(Some))?;
        let key = ReturnKey { year: self.year, indicator: indicator?, period, unit: unit? };
        Some(made(RecordKey::Return(key), Record::Return(Return { value: value?, source, unknown: Unknown::new() })))
    }

    fn figure(&self, row: &Row<'_>) -> Option<Edit> {
        let indicator = self.indicator(row);
        let fixed = row.row("fixed").and_then(|row| {
            row.read(|row| {
                let (value, basis) = (row.name("value"), row.name("basis"));
                Some((amount(value?, self.known)?, basis?.value.to_owned()))
            })
        });
        let complete_to = row.text("complete_to").and_then(|text| self.day(text));
        let checked = row.text("checked").and_then(|text| self.checked(text));
        let zero = row.flag("zero", false);
        let note = FigureNote { zero, complete_to, fixed, checked, ..FigureNote::default() };
        Some(made(RecordKey::Figure(FigureKey(self.year, indicator?)), Record::Figure(note)))
    }

    /// Signed for at the end of the year, when it was this number.
    fn checked(&self, text: Text<'_>) -> Option<Checked> {
        let value = amount(text, self.known)?.value();
        Some(Checked { by: CLERK.into(), at: Utc.from_utc_datetime(&last_day(self.year).into()), value })
    }

    fn indicator(&self, row: &Row<'_>) -> Option<IndicatorId> {
        self.known.indicators.resolve(row.name("indicator")?, self.known.faults)
    }

    fn period(&self, text: Text<'_>) -> Option<Period> {
        let wrong = |error: WhenError| {
            self.known.faults.add_text(text, Fault::Value(error.text(Lang::Zh), error.text(Lang::En)));
        };
        Period::parse(text.value, self.year).map_err(wrong).ok()
    }

    fn day(&self, text: Text<'_>) -> Option<NaiveDate> {
        text.value.parse().map_err(|_| self.known.faults.add_text(text, Fault::Word(None))).ok()
    }
}

impl Desk<'_> {
    /// Reads an `[[item]]`, the `number`-th of its year; what it leaves out is as its matter begins it.
    fn item(&self, row: &Row<'_>, number: usize) -> Option<Edit> {
        let matter = row.name("matter").and_then(|text| self.known.matters.resolve(text, self.known.faults));
        let matter = matter.and_then(|id| self.template.matter(&id));
        let kind = matter.and_then(|matter| self.template.kind(&matter.kind));
        let body = self.body(row, kind);
        let (Some(matter), Some(kind)) = (matter, kind) else {
            row.pass_over(&CARD);
            return None;
        };
        let card = self.card(row, matter, kind, number);
        Edit::item(None, Some(Item { card: card?, body }))
    }

    fn card(&self, row: &Row<'_>, matter: &Matter, kind: &Kind, number: usize) -> Option<Card> {
        let (title, date) =
            (row.name("title"), row.name("when").and_then(|text| when(text, self.known, Some(self.year))));
        let mut fields = matter.defaults.clone();
        if let Some(given) = row.row("fields") {
            fields.extend(values(&given, &kind.fields, self.known, Some(self.year)));
        }
        let mut tags = matter.tags.clone();
        tags.extend(
            row.texts("tags").into_iter().map(|tag| tag.value.to_owned()).filter(|tag| !matter.tags.contains(tag)),
        );
        Some(Card {
            id: self.item_id(number),
            year: self.year,
            matter: matter.id.clone(),
            kind: kind.id.clone(),
            period: row.text("period").and_then(|text| self.period(text)),
            unit: row.text("unit").and_then(|text| self.known.entry(UNITS, text)),
            status: row.one_of("status", &STATUS).unwrap_or_default(),
            due: row.text("due").and_then(|text| self.day(text)),
            count: row.text("count").and_then(|text| self.count(text)),
            in_report: row.one_of("in_report", &IN_REPORT).unwrap_or(matter.in_report),
            key: row.flag("key", false),
            checked: row.flag("checked", false),
            places: row.texts("places").into_iter().filter_map(|text| self.place(text)).collect(),
            binned: false,
            title: title?.value.into(),
            when: date?,
            fields,
            tags,
        })
    }

    fn body(&self, row: &Row<'_>, kind: Option<&Kind>) -> Body {
        let wording = row.text("wording");
        if let (Some(wording), Some(kind)) = (wording, kind) {
            check_sentence(wording, kind, self.known);
        }
        let stamp = Stamp { by: CLERK.into(), at: Utc.from_utc_datetime(&last_day(self.year).into()) };
        Body {
            wording: wording.map(|text| text.value.to_owned()).unwrap_or_default(),
            evidence: row.texts("evidence").into_iter().map(evidence).collect(),
            note: row.words("note"),
            planned: None,
            created: stamp.clone(),
            updated: stamp,
            unknown: serde_json::Map::new(),
        }
    }

    fn count(&self, text: Text<'_>) -> Option<Count> {
        if text.value == OPEN { Some(Count::Open) } else { amount(text, self.known).map(Count::Given) }
    }

    fn place(&self, text: Text<'_>) -> Option<Place> {
        let passage = self.known.passages.resolve(text, self.known.faults)?;
        Some(Place { passage, rank: None })
    }

    /// The same id at each reading: the year's first instant, then the number.
    fn item_id(&self, number: usize) -> ItemId {
        let first = NaiveDate::from_ymd_opt(self.year.number(), 1, 1).expect("each year has a first day");
        let instant = Utc.from_utc_datetime(&first.into()).timestamp_millis().unsigned_abs();
        ItemId::from_bits(u128::from(instant) << 80 | number as u128)
    }
}

fn evidence(text: Text<'_>) -> Evidence {
    let words = text.value.to_owned();
    match text.value {
        link if link.contains("://") => Evidence::Link(words),
        shelf if shelf.starts_with('盒') => Evidence::Box(words),
        number if number.contains('〔') => Evidence::Document(words),
        _ => Evidence::File(words),
    }
}

const fn made(key: RecordKey, record: Record) -> Edit {
    Edit { key, old: None, new: Some(record) }
}
