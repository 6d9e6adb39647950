//! The one door by which form and command line change an item's fields.

use super::common::CommonField;
use super::error::{EntryError, Fault, FieldName};
use super::value::{cleaned, when};
use super::{Desk, OPEN, amount, choice, evidence, list, register, value};
use crate::id::RegisterId;
use crate::lang::Lang;
use crate::model::{Count, FieldSpec, Item, Kind, Period};
use crate::query::status_text;
use crate::text::nearest;

/// The register that the units of items stand in.
const UNITS: &str = "units";

/// A field of an item: one that every item has, or one of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field<'a> {
    /// Every item has it.
    Common(CommonField),
    /// The item's kind declares it.
    Own(&'a FieldSpec),
}

impl Field<'_> {
    /// What it is called on screen; a kind's own field has one name.
    pub fn name(&self, lang: Lang) -> &str {
        match self {
            Self::Common(common) => common.name(lang),
            Self::Own(spec) => &spec.name,
        }
    }

    /// Its permanent id.
    pub fn id(&self) -> &str {
        match self {
            Self::Common(common) => common.id(),
            Self::Own(spec) => spec.id.as_str(),
        }
    }
}

/// Finds the field that `name` means, by name or id; an error proposes the nearest name.
pub fn field<'a>(item: &Item, name: &str, desk: Desk<'a>) -> Result<Field<'a>, EntryError> {
    find(name, kind(item, desk))
}

/// Finds the field of `kind` that `name` means, by name or id; an error proposes the nearest name.
pub fn field_of<'a>(name: &str, kind: &'a Kind) -> Result<Field<'a>, EntryError> {
    find(name, Some(kind))
}

fn find<'a>(name: &str, kind: Option<&'a Kind>) -> Result<Field<'a>, EntryError> {
    let name = name.trim();
    if let Some(common) = CommonField::named(name) {
        return Ok(Field::Common(common));
    }
    if let Some(spec) = kind.and_then(|kind| kind.field_named(name)) {
        return Ok(Field::Own(spec));
    }
    let common = CommonField::ALL.into_iter().map(|field| field.name(Lang::Zh));
    let own = kind.into_iter().flat_map(|kind| kind.fields.iter().map(|spec| spec.name.as_str()));
    let nearest = nearest(name, own.chain(common)).map(str::to_owned);
    Err(EntryError::new(FieldName::Own(name.into()), Fault::NoField { nearest }))
}

/// All fields of an item, in the order they are told in: title, date, those of its kind, the other common ones.
pub fn fields<'a>(item: &Item, desk: Desk<'a>) -> Vec<Field<'a>> {
    let (first, rest) = CommonField::ALL.split_at(2);
    let own = kind(item, desk).into_iter().flat_map(|kind| kind.fields.iter().map(Field::Own));
    let common = |fields: &[CommonField]| fields.iter().copied().map(Field::Common).collect::<Vec<_>>();
    common(first).into_iter().chain(own).chain(common(rest)).collect()
}

/// Sets the field called `name` of `item` to what was typed; after an error the item is as it was.
pub fn set(item: &mut Item, name: &str, typed: &str, desk: Desk<'_>) -> Result<(), EntryError> {
    match field(item, name, desk)? {
        Field::Common(field) => set_common(item, field, typed, desk).map_err(|fault| named(field, fault)),
        Field::Own(spec) => {
            match value::read(spec, typed, desk)? {
                Some(value) => drop(item.card.fields.insert(spec.id.clone(), value)),
                None => drop(item.card.fields.remove(&spec.id)),
            }
            Ok(())
        }
    }
}

/// What a form shows for a field of `item`: [`set`] reads it back to the same value.
pub fn shown(item: &Item, field: Field<'_>, desk: Desk<'_>) -> String {
    match field {
        Field::Own(spec) => {
            item.card.fields.get(&spec.id).map_or_else(String::new, |value| value::typed(spec, value, desk))
        }
        Field::Common(field) => shown_common(item, field, desk),
    }
}

/// Reads a title: one line, not empty, `**` when it is open.
pub fn title(typed: &str) -> Result<String, EntryError> {
    title_of(typed).map_err(|fault| named(CommonField::Title, fault))
}

/// Reads how many an item counts for; nothing typed: one.
pub fn count(typed: &str) -> Result<Option<Count>, EntryError> {
    count_of(typed).map_err(|fault| named(CommonField::Count, fault))
}

fn set_common(item: &mut Item, field: CommonField, typed: &str, desk: Desk<'_>) -> Result<(), Fault> {
    let is_long = matches!(field, CommonField::Wording | CommonField::Note | CommonField::Evidence | CommonField::Tags);
    let text = cleaned(typed, !is_long)?;
    let given = (!text.is_empty()).then_some(text.as_str());
    let (card, body) = (&mut item.card, &mut item.body);
    match field {
        CommonField::Title => card.title = title_of(&text)?,
        CommonField::When => card.when = when(given.ok_or(Fault::Empty)?, desk)?,
        CommonField::Period => card.period = given.map(|text| period(text, desk)).transpose()?,
        CommonField::Unit => card.unit = given.map(|text| register::one(text, &units(), desk)).transpose()?,
        CommonField::Status => card.status = given.map(choice::status).transpose()?.unwrap_or_default(),
        CommonField::Count => card.count = count_of(&text)?,
        CommonField::InReport => card.in_report = choice::in_report(given.ok_or(Fault::Empty)?)?,
        CommonField::Key => card.key = flag(given)?,
        CommonField::Checked => card.checked = flag(given)?,
        CommonField::Tags => card.tags = evidence::tags(&text),
        CommonField::Due => card.due = given.map(|text| when(text, desk)).transpose()?.map(|due| due.end()),
        CommonField::Evidence => body.evidence = evidence::read(&text),
        CommonField::Wording => body.wording = text,
        CommonField::Note => body.note = text,
    }
    Ok(())
}

fn shown_common(item: &Item, field: CommonField, desk: Desk<'_>) -> String {
    let (card, body) = (&item.card, &item.body);
    let flag = |flag: bool| if flag { choice::flag_name(true).to_owned() } else { String::new() };
    match field {
        CommonField::Title => card.title.clone(),
        CommonField::When => card.when.print(desk.year),
        CommonField::Period => card.period.as_ref().map(|period| period.print(desk.year)).unwrap_or_default(),
        CommonField::Unit => card.unit.map(|unit| register::name(unit, desk)).unwrap_or_default(),
        CommonField::Status => status_text(card.status, Lang::Zh).into(),
        CommonField::Count => card.count.as_ref().map(counted).unwrap_or_default(),
        CommonField::InReport => choice::in_report_name(card.in_report, Lang::Zh).into(),
        CommonField::Key => flag(card.key),
        CommonField::Checked => flag(card.checked),
        CommonField::Tags => list::join(&card.tags),
        CommonField::Due => card.due.map(|due| crate::model::When::day(due).print(desk.year)).unwrap_or_default(),
        CommonField::Evidence => evidence::typed(&body.evidence),
        CommonField::Wording => body.wording.clone(),
        CommonField::Note => body.note.clone(),
    }
}

fn title_of(typed: &str) -> Result<String, Fault> {
    let title = cleaned(typed, true)?;
    if title.is_empty() { Err(Fault::Empty) } else { Ok(title) }
}

fn count_of(typed: &str) -> Result<Option<Count>, Fault> {
    match cleaned(typed, true)?.as_str() {
        "" => Ok(None),
        OPEN => Ok(Some(Count::Open)),
        text => amount::read(text, "次").map(|amount| Some(Count::Given(amount))).map_err(Fault::Amount),
    }
}

fn counted(count: &Count) -> String {
    match count {
        Count::Given(amount) => amount.to_string(),
        Count::Open => OPEN.into(),
    }
}

fn period(text: &str, desk: Desk<'_>) -> Result<Period, Fault> {
    Period::parse(text, desk.year).map_err(Fault::When)
}

fn flag(given: Option<&str>) -> Result<bool, Fault> {
    given.map_or(Ok(false), choice::flag)
}

/// The register that the units of items stand in.
pub fn units() -> RegisterId {
    UNITS.parse().expect("a plain word is an id")
}

fn kind<'a>(item: &Item, desk: Desk<'a>) -> Option<&'a Kind> {
    desk.ledger.template(item.card.year)?.kind(&item.card.kind)
}

const fn named(field: CommonField, fault: Fault) -> EntryError {
    EntryError::new(FieldName::Common(field), fault)
}
