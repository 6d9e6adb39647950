//! Fields, and the values that a file gives them.

use chrono::NaiveDate;

use super::error::{Fault, Sort};
use super::known::{Known, Names};
use super::page::Text;
use super::row::{Node, Row};
use crate::id::{FieldId, ItemId};
use crate::lang::Lang;
use crate::model::{
    Amount, AmountError, Choice, Common, FieldSpec, FieldType, FieldValue, Fields, Unknown, When, WhenError, Year,
};
use crate::text::nearest;

/// What is typed for a value that nobody knows yet.
pub(super) const OPEN: &str = "**";

/// Reads the `[[….field]]` of a kind or register.
pub(super) fn fields(rows: &[Row<'_>], known: &Known<'_>) -> Vec<FieldSpec> {
    Names::declare(Sort::Field, rows, known.faults);
    let read: Vec<_> = rows.iter().filter_map(|row| row.read(|row| field(row, known))).collect();
    if read.len() < rows.len() {
        known.faults.lose_fields();
    }
    read
}

fn field(row: &Row<'_>, known: &Known<'_>) -> Option<FieldSpec> {
    let (id, name) = (row.id("id"), row.name("name"));
    for text in [row.peek("id"), row.peek("name")].into_iter().flatten() {
        if Common::called(text.value).is_some() {
            known.faults.add_text(text, Fault::Reserved);
        }
    }
    let holds = holds(row, known);
    let [required, asked, private] = ["required", "asked", "private"].map(|key| row.flag(key, false));
    let (help, otherwise) = (row.words("help"), row.words("otherwise"));
    Some(FieldSpec {
        id: id?,
        name: name?.value.into(),
        holds: holds?,
        required,
        asked,
        private,
        otherwise,
        help,
        unknown: Unknown::new(),
    })
}

fn holds(row: &Row<'_>, known: &Known<'_>) -> Option<FieldType> {
    let of_register = |row: &Row<'_>| known.registers.resolve(row.name("register")?, known.faults);
    let Some(bare) = row.name("type").and_then(|text| text.one_of(&TYPES, known.faults)) else {
        row.pass_over(&["unit", "choices", "register"]);
        return None;
    };
    Some(match bare {
        Bare::Text => FieldType::Text,
        Bare::Lines => FieldType::Lines,
        Bare::Texts => FieldType::Texts,
        Bare::When => FieldType::When,
        Bare::Flag => FieldType::Flag,
        Bare::Item => FieldType::Item,
        Bare::Amount => FieldType::Amount { unit: row.words("unit") },
        Bare::Choice => FieldType::Choice { choices: choices(row, known) },
        Bare::Entry => FieldType::Entry { register: of_register(row)? },
        Bare::Entries => FieldType::Entries { register: of_register(row)? },
    })
}

/// A type without what it is of.
#[derive(Clone, Copy)]
enum Bare {
    Text,
    Lines,
    Texts,
    Amount,
    When,
    Choice,
    Entry,
    Entries,
    Flag,
    Item,
}

const TYPES: [(&str, Bare); 10] = [
    ("text", Bare::Text),
    ("lines", Bare::Lines),
    ("texts", Bare::Texts),
    ("amount", Bare::Amount),
    ("when", Bare::When),
    ("choice", Bare::Choice),
    ("entry", Bare::Entry),
    ("entries", Bare::Entries),
    ("flag", Bare::Flag),
    ("item", Bare::Item),
];

fn choices(row: &Row<'_>, known: &Known<'_>) -> Vec<Choice> {
    let rows = row.rows("choices");
    if rows.is_empty() {
        known.faults.add(row.spot, "choices", Fault::Missing);
    }
    Names::declare(Sort::Choice, &rows, known.faults);
    let choice = |row: &Row<'_>| {
        let (id, name) = (row.id("id"), row.name("name"));
        Some(Choice { id: id?, name: name?.value.into() })
    };
    rows.iter().filter_map(|row| row.read(choice)).collect()
}

/// Reads values by field id; dates that name no year are of `year`, and without one no date is read at all.
pub(super) fn values(row: &Row<'_>, specs: &[FieldSpec], known: &Known<'_>, year: Option<Year>) -> Fields {
    let mut read = Fields::new();
    for (key, node) in row.pairs() {
        let Some(spec) = field_called(key, specs, known) else { continue };
        if let Some(value) = value(node, spec, known, year) {
            read.insert(spec.id.clone(), value);
        }
    }
    read
}

/// The field whose id is `key`; a fault when there is none.
pub(super) fn field_called<'s>(key: Text<'_>, specs: &'s [FieldSpec], known: &Known<'_>) -> Option<&'s FieldSpec> {
    let found = specs.iter().find(|spec| spec.id.as_str() == key.value);
    if found.is_none() {
        let near = nearest(key.value, specs.iter().map(|spec| spec.id.as_str())).map(str::to_owned);
        known.faults.add_text(key, Fault::Unknown(Sort::Field, near));
    }
    found
}

fn value(node: Node<'_>, spec: &FieldSpec, known: &Known<'_>, year: Option<Year>) -> Option<FieldValue> {
    if node.value.as_str() == Some(OPEN) {
        return Some(FieldValue::Open);
    }
    Some(match &spec.holds {
        FieldType::Text => FieldValue::Text(node.line()?.value.into()),
        FieldType::Lines => FieldValue::Text(node.text()?.value.into()),
        FieldType::Texts => FieldValue::Texts(node.texts().into_iter().map(|text| text.value.to_owned()).collect()),
        FieldType::Amount { .. } => FieldValue::Amount(amount(node.text()?, known)?),
        FieldType::When => FieldValue::When(when(node.text()?, known, year)?),
        FieldType::Choice { choices } => choice(node.text()?, choices, known)?,
        FieldType::Entry { register } => FieldValue::Entry(known.entry(register.as_str(), node.text()?)?),
        FieldType::Entries { register } => {
            let entry = |text| known.entry(register.as_str(), text);
            FieldValue::Entries(node.texts().into_iter().filter_map(entry).collect())
        }
        FieldType::Flag => FieldValue::Flag(node.flag()?),
        FieldType::Item => FieldValue::Item(item(node.text()?, known)?),
    })
}

fn choice(text: Text<'_>, choices: &[Choice], known: &Known<'_>) -> Option<FieldValue> {
    let found = choices.iter().find(|choice| choice.id.as_str() == text.value);
    if found.is_none() {
        let near = nearest(text.value, choices.iter().map(|choice| choice.id.as_str())).map(str::to_owned);
        known.faults.add_text(text, Fault::Unknown(Sort::Choice, near));
    }
    found.map(|choice| FieldValue::Choice(choice.id.clone()))
}

/// Reads the id of an item.
fn item(text: Text<'_>, known: &Known<'_>) -> Option<ItemId> {
    let wrong = |_| {
        let said = (format!("`{}` 不是条目的编号", text.value), format!("`{}` is the id of no item", text.value));
        known.faults.add_text(text, Fault::Value(said.0, said.1));
    };
    text.value.parse().map_err(wrong).ok()
}

/// Reads an amount.
pub(super) fn amount(text: Text<'_>, known: &Known<'_>) -> Option<Amount> {
    let wrong = |error: AmountError| {
        known.faults.add_text(text, Fault::Value(error.text(Lang::Zh), error.text(Lang::En)));
    };
    Amount::parse(text.value).map_err(wrong).ok()
}

/// Reads a date of `year`.
pub(super) fn when(text: Text<'_>, known: &Known<'_>, year: Option<Year>) -> Option<When> {
    let Some(year) = year else {
        known.faults.add_text(text, Fault::Dated);
        return None;
    };
    let wrong = |error: WhenError| {
        known.faults.add_text(text, Fault::Value(error.text(Lang::Zh), error.text(Lang::En)));
    };
    When::parse(text.value, year, last_day(year)).map_err(wrong).ok()
}

/// 31 December.
pub(super) fn last_day(year: Year) -> NaiveDate {
    NaiveDate::from_ymd_opt(year.number(), 12, 31).expect("every year of the ledger has a last day")
}

/// Whether `id` names a field of `specs` or one that every item has.
pub(super) fn is_shown(id: &FieldId, specs: &[FieldSpec]) -> bool {
    Common::ALL.iter().any(|common| common.id() == id.as_str()) || specs.iter().any(|spec| spec.id == *id)
}
