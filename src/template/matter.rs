//! Matters and cadences.

use chrono::NaiveDate;

use super::error::{Fault, Sort};
use super::field::{is_shown, values};
use super::known::{Known, doubles};
use super::page::Text;
use super::row::Row;
use crate::id::{FieldId, KindId};
use crate::model::{Answers, Cadence, Common, Every, FieldSpec, InReport, Kind, Matter, Unknown};
use crate::text::nearest;

/// How many fields a form shows first.
const FIRST: usize = 10;

/// The words of `in_report`.
pub(super) const IN_REPORT: [(&str, InReport); 4] = [
    ("sentence", InReport::Sentence),
    ("counted", InReport::Counted),
    ("ignored", InReport::Ignored),
    ("internal", InReport::Internal),
];

/// The words of `answers`.
pub(super) const ANSWERS: [(&str, Answers); 2] = [("we", Answers::We), ("units", Answers::Units)];

pub(super) const EVERY: [(&str, Every); 5] = [
    ("week", Every::Week),
    ("month", Every::Month),
    ("quarter", Every::Quarter),
    ("half", Every::Half),
    ("year", Every::Year),
];

/// Reads a `[[matter]]`, an item of which is of one of `kinds`.
pub(super) fn matter(row: &Row<'_>, kinds: &[Kind], known: &Known<'_>) -> Option<Matter> {
    let (id, name) = (row.id("id"), row.name("name"));
    let kind: Option<KindId> = row.name("kind").and_then(|text| known.kinds.resolve(text, known.faults));
    let section = row.name("section").and_then(|text| known.sections.resolve(text, known.faults));
    let passage = row.name("passage").and_then(|text| known.passages.resolve(text, known.faults));
    let further =
        row.texts("further").into_iter().filter_map(|text| known.passages.resolve(text, known.faults)).collect();
    let also = row.texts("also").into_iter().filter_map(|text| known.sections.resolve(text, known.faults)).collect();
    let tags = row.texts("tags").into_iter().map(|tag| tag.value.to_owned()).collect();
    let (first, defaults) = (row.texts("first"), row.row("defaults"));
    let answers = row.one_of("answers", &ANSWERS).unwrap_or_default();
    let in_report = row.one_of("in_report", &IN_REPORT).unwrap_or_default();
    let expected = row.flag("expected", true);
    let due = row.text("due").and_then(|text| due(text, known));
    let kind = kinds.iter().find(|one| Some(&one.id) == kind.as_ref())?;
    let defaults = defaults.map(|row| values(&row, &kind.fields, known, None)).unwrap_or_default();
    let first = first_fields(row, &first, &kind.fields, known);
    Some(Matter {
        id: id?,
        name: name?.value.into(),
        kind: kind.id.clone(),
        section: section?,
        also,
        passage: passage?,
        further,
        tags,
        defaults,
        first,
        answers,
        in_report,
        expected,
        due,
        unknown: Unknown::new(),
    })
}

fn first_fields(row: &Row<'_>, texts: &[Text<'_>], fields: &[FieldSpec], known: &Known<'_>) -> Vec<FieldId> {
    if let (true, Some(node)) = (texts.len() > FIRST, row.node("first")) {
        known.faults.add(node.spot, "first", Fault::TooMany(texts.len()));
    }
    doubles(texts, known.faults, |first| Fault::SameId(Sort::Field, first.spot.place()));
    texts.iter().filter_map(|text| first_field(*text, fields, known)).collect()
}

fn first_field(text: Text<'_>, fields: &[FieldSpec], known: &Known<'_>) -> Option<FieldId> {
    let id = text.value.parse().ok().filter(|id| is_shown(id, fields));
    if id.is_none() {
        let own = fields.iter().map(|field| field.id.as_str());
        let near = nearest(text.value, own.chain(Common::ALL.map(Common::id))).map(str::to_owned);
        known.faults.add_text(text, Fault::Unknown(Sort::Field, near));
    }
    id
}

/// Reads `12-30`; 29 February is a day.
fn due(text: Text<'_>, known: &Known<'_>) -> Option<(u32, u32)> {
    let read = text.value.split_once('-').and_then(|(month, day)| {
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        NaiveDate::from_ymd_opt(2000, month, day).map(|_| (month, day))
    });
    if read.is_none() {
        known.faults.add_text(text, Fault::Day);
    }
    read
}

/// Reads a `[[cadence]]`.
pub(super) fn cadence(row: &Row<'_>, known: &Known<'_>) -> Option<Cadence> {
    let (id, name) = (row.id("id"), row.name("name"));
    let matters =
        row.texts("matters").into_iter().filter_map(|text| known.matters.resolve(text, known.faults)).collect();
    let every = row.name("every").and_then(|text| text.one_of(&EVERY, known.faults));
    let at_least = row.number("at_least").unwrap_or(1);
    let from_month = row.month("from_month", 1);
    let (tag, rule) = (row.text("tag").map(|text| text.value.to_owned()), row.words("rule"));
    Some(Cadence {
        id: id?,
        name: name?.value.into(),
        matters,
        every: every?,
        at_least,
        from_month,
        tag,
        rule,
        unknown: Unknown::new(),
    })
}
