//! Text ↔ value, for every type of field.

use super::clean;
use super::error::{EntryError, Fault, FieldName};
use super::{Desk, LONGEST, OPEN, amount, choice, cite, list, register};
use crate::lang::Lang;
use crate::model::{Amount, Entry, FieldSpec, FieldType, FieldValue, When};

/// Reads what was typed into a field; an empty text is no value, `**` is an open one.
pub fn read(spec: &FieldSpec, typed: &str, desk: Desk<'_>) -> Result<Option<FieldValue>, EntryError> {
    let failed = |fault| EntryError::new(FieldName::Own(spec.name.clone()), fault);
    let text = cleaned(typed, matches!(spec.holds, FieldType::Text)).map_err(failed)?;
    match text.as_str() {
        "" => Ok(None),
        OPEN => Ok(Some(FieldValue::Open)),
        text => value(&spec.holds, text, desk).map_err(failed),
    }
}

/// Reads a number that is called `name` and counted in `unit`; an empty text and `**` say that nobody knows it yet.
pub fn number(name: &str, unit: &str, typed: &str) -> Result<Option<Amount>, EntryError> {
    let failed = |fault| EntryError::new(FieldName::Own(name.to_owned()), fault);
    let text = cleaned(typed, true).map_err(failed)?;
    match text.as_str() {
        "" | OPEN => Ok(None),
        text => amount::read(text, unit).map(Some).map_err(|error| failed(Fault::Amount(error))),
    }
}

/// Reads whether what is called `name` holds; an empty text says no.
pub fn flag(name: &str, typed: &str) -> Result<bool, EntryError> {
    let failed = |fault| EntryError::new(FieldName::Own(name.to_owned()), fault);
    let text = cleaned(typed, true).map_err(failed)?;
    if text.is_empty() { Ok(false) } else { choice::flag(&text).map_err(failed) }
}

/// What a form shows for a value: reads back to the same value, merges of entries followed.
pub fn typed(spec: &FieldSpec, value: &FieldValue, desk: Desk<'_>) -> String {
    match (value, &spec.holds) {
        (FieldValue::Open, _) => OPEN.into(),
        (FieldValue::Text(text), _) => text.clone(),
        (FieldValue::Texts(texts), _) => list::join(texts),
        (FieldValue::Amount(amount), _) => amount.to_string(),
        (FieldValue::When(when), _) => when.print(desk.year),
        (FieldValue::Choice(id), FieldType::Choice { choices }) => choice::typed(id, choices),
        (FieldValue::Choice(id), _) => id.to_string(),
        (FieldValue::Entry(id), _) => register::name(*id, desk),
        (FieldValue::Entries(ids), _) => {
            register::join(&ids.iter().map(|id| register::name(*id, desk)).collect::<Vec<_>>())
        }
        (FieldValue::Flag(flag), _) => choice::flag_name(*flag).into(),
        (FieldValue::Item(id), _) => cite::name(*id, desk),
    }
}

/// What the form echoes beside it: `2022年12月20日 周二 今天`, `网站，中央`; nothing where the text says it all.
pub fn echo(spec: &FieldSpec, value: &FieldValue, desk: Desk<'_>, lang: Lang) -> String {
    match (value, &spec.holds) {
        (FieldValue::Open, _) => lang.entry_open().into(),
        (FieldValue::When(when), _) => when.echo(lang, desk.today),
        (FieldValue::Amount(amount), FieldType::Amount { unit }) => format!("{amount}{unit}"),
        (FieldValue::Choice(id), FieldType::Choice { choices }) => choice::name(id, choices).into(),
        (FieldValue::Entry(id), _) => desk.ledger.entry(*id).map(|entry| known(entry, desk)).unwrap_or_default(),
        (FieldValue::Entries(ids), _) => {
            register::join(&ids.iter().map(|id| register::label(*id, desk)).collect::<Vec<_>>())
        }
        (FieldValue::Texts(texts), _) => lang.entry_texts(texts.len()),
        (FieldValue::Item(id), _) => cite::label(*id, desk),
        (FieldValue::Flag(flag), _) => choice::flag_name(*flag).into(),
        (FieldValue::Text(_) | FieldValue::Amount(_) | FieldValue::Choice(_), _) => String::new(),
    }
}

/// Typed text made fit to keep, in one line or several.
pub(super) fn cleaned(typed: &str, in_one_line: bool) -> Result<String, Fault> {
    let text = if in_one_line { clean::line(typed) } else { clean::lines(typed) };
    if text.chars().nth(LONGEST).is_some() { Err(Fault::TooLong) } else { Ok(text) }
}

/// Reads a date against the desk.
pub(super) fn when(text: &str, desk: Desk<'_>) -> Result<When, Fault> {
    When::parse(text, desk.year, desk.today).map_err(Fault::When)
}

fn value(holds: &FieldType, text: &str, desk: Desk<'_>) -> Result<Option<FieldValue>, Fault> {
    Ok(match holds {
        FieldType::Text | FieldType::Lines => Some(FieldValue::Text(text.into())),
        FieldType::Texts => match list::split(text) {
            texts if texts.is_empty() => None,
            texts if texts == [OPEN] => Some(FieldValue::Open),
            texts => Some(FieldValue::Texts(texts)),
        },
        FieldType::Amount { unit } => Some(FieldValue::Amount(amount::read(text, unit).map_err(Fault::Amount)?)),
        FieldType::When => Some(FieldValue::When(when(text, desk)?)),
        FieldType::Choice { choices } => Some(FieldValue::Choice(choice::read(text, choices)?)),
        FieldType::Entry { register } => Some(FieldValue::Entry(register::one(text, register, desk)?)),
        FieldType::Entries { register } => {
            let ids = register::several(text, register, desk)?;
            Some(ids).filter(|ids| !ids.is_empty()).map(FieldValue::Entries)
        }
        FieldType::Flag => Some(FieldValue::Flag(choice::flag(text)?)),
        FieldType::Item => Some(FieldValue::Item(cite::read(text, desk)?)),
    })
}

/// What the register says of an entry in its choices: `网站，中央`.
fn known(entry: &Entry, desk: Desk<'_>) -> String {
    let template = desk.ledger.template(desk.year);
    let Some(register) = template.and_then(|template| template.register(&entry.register)) else { return String::new() };
    let said = register.fields.iter().filter_map(|spec| match (&spec.holds, entry.fields.get(&spec.id)?) {
        (FieldType::Choice { choices }, FieldValue::Choice(id)) => Some(choice::name(id, choices)),
        _ => None,
    });
    said.collect::<Vec<_>>().join("，")
}
