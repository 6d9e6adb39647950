//! Values that lost when copies of the ledger were merged, until somebody has looked at them.

use std::fmt::Display;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Finding, Ground, Group, Place, Severity, Why};
use crate::id::{EntryId, ItemId};
use crate::lang::Lang;
use crate::model::{Clash, FigureKey, Ledger, PassageKey, ReturnKey, Status, Template, Year};
use crate::query::status_text;

/// Most characters of a value in a sentence.
const LONGEST: usize = 60;

/// The stored name of whether an item is in the bin.
const BINNED: &str = "binned";

/// A stored value, to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A value that says what it is.
    Plain(Value),
    /// Where an item stands.
    Status(Status),
}

/// Where a clash is looked into, in which year (none: in all), and the record as it is now.
struct Spot {
    place: Place,
    year: Option<Year>,
    now: Value,
}

/// Each value that lost, is not there again and was not settled.
pub(super) fn check(ground: &Ground<'_>, _template: &Template, found: &mut Vec<Finding>) {
    for clash in ground.ledger.clashes.values().filter(|clash| !clash.settled) {
        let Spot { place, year, now } = spot(clash, ground.ledger);
        let kept = within(&now, &clash.field).unwrap_or(&Value::Null);
        // Of a record that is gone its going is told, not its fields.
        let is_told = !now.is_null() || is_of_whole(clash);
        if is_told && year.is_none_or(|year| year == ground.year) && *kept != clash.lost {
            let why = why_of(clash, kept, ground.ledger);
            found.push(Finding::new(Group::Claims, Severity::Doubt, place, why));
        }
    }
}

fn is_of_whole(clash: &Clash) -> bool {
    clash.field.is_empty() && matches!(clash.lost, Value::Null | Value::Bool(true))
}

/// What there is to say of a clash: what is `kept`, and what lost.
pub fn why_of(clash: &Clash, kept: &Value, ledger: &Ledger) -> Why {
    let key = clash.key();
    match (&clash.lost, clash.field.as_str()) {
        (Value::Null, "") => Why::TakenAway { clash: key, stands: true },
        (Value::Bool(true), "") => Why::TakenAway { clash: key, stands: false },
        (Value::Null, BINNED) => Why::Binned { clash: key },
        (lost, field) => {
            let shown = |value| Shown::of(field, value, ledger);
            Why::Lost { clash: key, kept: shown(kept), lost: shown(lost) }
        }
    }
}

/// Where a clash is looked into.
pub fn place_of(clash: &Clash, ledger: &Ledger) -> Place {
    spot(clash, ledger).place
}

fn spot(clash: &Clash, ledger: &Ledger) -> Spot {
    let (record, field) = (clash.record.as_str(), clash.field.as_str());
    let (year, rest) = record.split_once('/').unwrap_or((record, ""));
    let year: Option<Year> = year.parse().ok();
    let elsewhere = Place::Ledger(if field.is_empty() { record.into() } else { format!("{record} {field}") });
    match clash.sort.as_str() {
        "items" => match record.parse::<ItemId>().ok().and_then(|id| ledger.items.get(&id)) {
            Some(item) => Spot {
                place: Place::Item { id: item.card.id, field: shown_field(field).into() },
                year: Some(item.card.year),
                now: json(Some(item.as_ref())),
            },
            None => Spot { place: elsewhere, year: None, now: Value::Null },
        },
        "registers" => match record.parse::<EntryId>().ok().and_then(|id| ledger.entries.get(&id)) {
            Some(entry) => Spot { place: Place::Entry(entry.id), year: None, now: json(Some(entry)) },
            None => Spot { place: elsewhere, year: None, now: Value::Null },
        },
        "passages" => {
            let key = year.zip(rest.parse().ok()).map(|(year, id)| PassageKey(year, id));
            let now = json(key.as_ref().and_then(|key| ledger.passages.get(key)));
            Spot { place: key.map_or(elsewhere, |key| Place::Passage(key.1)), year, now }
        }
        "figures" => {
            let key = year.zip(rest.parse().ok()).map(|(year, id)| FigureKey(year, id));
            let now = json(key.as_ref().and_then(|key| ledger.figures.get(key)));
            Spot { place: key.map_or(elsewhere, |key| Place::Figure(key.1)), year, now }
        }
        "returns" => {
            let given = ledger.returns.iter().find(|(key, _)| names(key, record));
            let place = given.map_or(elsewhere, |(key, _)| Place::Figure(key.indicator.clone()));
            Spot { place, year, now: json(given.map(|(_, given)| given)) }
        }
        "settings" => {
            let now = json(record.parse().ok().and_then(|id: crate::id::SettingId| ledger.settings.get(&id)));
            Spot { place: elsewhere, year: None, now }
        }
        "years" => Spot { place: elsewhere, year, now: json(year.and_then(|year| ledger.years.get(&year))) },
        _ => Spot { place: elsewhere, year, now: Value::Null },
    }
}

/// The field to look at; whether an item is in the bin is no field of a form.
fn shown_field(field: &str) -> &str {
    if field == BINNED { "" } else { field.rsplit('/').next().unwrap_or(field) }
}

fn json(record: Option<&impl Serialize>) -> Value {
    record.and_then(|record| serde_json::to_value(record).ok()).unwrap_or_default()
}

fn names(key: &ReturnKey, record: &str) -> bool {
    let period = key.period.as_ref().map_or("-".into(), ToString::to_string);
    format!("{}/{}/{period}/{}", key.year, key.indicator, key.unit) == record
}

/// The value behind names that a slash parts; a name may hold one too. Rows of a list are named by their id.
fn within<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    if path.is_empty() {
        return (!value.is_null()).then_some(value);
    }
    let behind = |name: &str, inner: &'a Value| {
        let rest = path.strip_prefix(name)?;
        if rest.is_empty() { Some(inner) } else { within(inner, rest.strip_prefix('/')?) }
    };
    match value {
        Value::Object(map) => map.iter().find_map(|(name, inner)| behind(name, inner)),
        Value::Array(rows) => rows.iter().find_map(|row| behind(row.get("id")?.as_str()?, row)),
        _ => None,
    }
}

impl Shown {
    /// The value of a field, entries and items in it by their names.
    fn of(field: &str, value: &Value, ledger: &Ledger) -> Self {
        let status = (field == "status").then(|| Status::deserialize(value).ok()).flatten();
        status.map_or_else(|| Self::Plain(named(value, ledger)), Self::Status)
    }

    /// It in words.
    pub fn text(&self, lang: Lang) -> String {
        let text = match self {
            Self::Plain(value) => words(value, lang),
            Self::Status(status) => status_text(*status, lang).into(),
        };
        match text.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        }
    }
}

fn named(value: &Value, ledger: &Ledger) -> Value {
    match value {
        Value::String(text) => {
            let entry = text.parse().ok().and_then(|id: EntryId| ledger.entries.get(&id));
            let item = || text.parse().ok().and_then(|id: ItemId| ledger.items.get(&id));
            let name = entry.map(|entry| &entry.label).or_else(|| item().map(|item| &item.card.title));
            name.unwrap_or(text).as_str().into()
        }
        Value::Array(list) => list.iter().map(|one| named(one, ledger)).collect(),
        Value::Object(map) => map.iter().map(|(key, one)| (key.clone(), named(one, ledger))).collect(),
        other => other.clone(),
    }
}

fn words(value: &Value, lang: Lang) -> String {
    let all = |values: &mut dyn Iterator<Item = &Value>| {
        values.map(|one| words(one, lang)).collect::<Vec<_>>().join(lang.between())
    };
    match value {
        Value::Null => lang.lost_nothing().into(),
        Value::Bool(true) => lang.lost_yes().into(),
        Value::Bool(false) => lang.lost_no().into(),
        Value::Number(number) => (number as &dyn Display).to_string(),
        Value::String(text) => text.clone(),
        Value::Array(list) => all(&mut list.iter()),
        // Of a record that was taken away the name tells most.
        Value::Object(map) => match ["title", "label", "lead", "text"].iter().find_map(|name| map.get(*name)) {
            Some(name) => words(name, lang),
            None => all(&mut map.values()),
        },
    }
}
