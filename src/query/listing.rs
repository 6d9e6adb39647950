//! Lists: what items say one after the other, and the entries of a register.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use super::condition::{Rule, Subject, entry_in};
use crate::id::{EntryId, FieldId, ItemId, RegisterId};
use crate::model::{
    Card, Condition, Entry, FieldSpec, FieldType, FieldValue, InReport, Item, Ledger, Operand, Template, When, Year,
};

/// What is typed for a title that nobody knows yet.
const OPEN: &str = "**";

/// One member of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    /// The text; none: open, prints as a blank. Of an entry it is the label, its printed name being that of `entry`.
    pub text: Option<String>,
    /// The date, for 逐.
    pub when: Option<When>,
    /// The item it was taken from, when it was one.
    pub item: Option<ItemId>,
    /// The entry it names, when it is one.
    pub entry: Option<EntryId>,
}

/// What one value says: the text is borrowed until it is known to be new.
struct Said<'a> {
    text: Option<Cow<'a, str>>,
    entry: Option<EntryId>,
}

/// What the items say in `operand`, in their order, doubles once; what is 仅内部 stays unnamed.
pub(super) fn list(ledger: &Ledger, template: Option<&Template>, items: &[&Item], operand: &Operand) -> Vec<Listed> {
    let named = items.iter().map(|item| &item.card).filter(|card| card.in_report != InReport::Internal);
    distinct_members(ledger, template, named, operand)
}

/// What the items say in `operand`, in their order, doubles once.
pub(super) fn distinct_members<'a>(
    ledger: &'a Ledger,
    template: Option<&'a Template>,
    cards: impl Iterator<Item = &'a Card>,
    operand: &'a Operand,
) -> Vec<Listed> {
    let mut seen = HashSet::new();
    let mut distinct = Vec::new();
    for card in cards {
        for Said { text, entry } in members(ledger, template, card, operand) {
            if text.is_none() || seen.insert((entry, text.clone())) {
                let text = text.map(Cow::into_owned);
                distinct.push(Listed { text, when: Some(card.when.clone()), item: Some(card.id), entry });
            }
        }
    }
    distinct
}

/// What one item says in `operand`.
fn members<'a>(ledger: &'a Ledger, template: Option<&'a Template>, card: &'a Card, operand: &Operand) -> Vec<Said<'a>> {
    match operand {
        Operand::Title => vec![said(&card.title)],
        Operand::When => vec![said(card.when.print(card.year))],
        Operand::Unit => card.unit.and_then(|unit| named(ledger, unit)).into_iter().collect(),
        Operand::Tags => card.tags.iter().map(said).collect(),
        Operand::Status | Operand::Key => Vec::new(),
        Operand::Field(field) => {
            let spec = || template.and_then(|template| template.kind(&card.kind)).and_then(|kind| kind.field(field));
            texts_or_blank(ledger, spec, card.fields.get(field), card.year)
        }
        Operand::Attribute(field, attribute) => attribute_of(ledger, template, card, field, attribute),
    }
}

fn attribute_of<'a>(
    ledger: &'a Ledger,
    template: Option<&'a Template>,
    card: &Card,
    field: &FieldId,
    attribute: &FieldId,
) -> Vec<Said<'a>> {
    let Some(entry) = entry_in(ledger, card, field) else { return Vec::new() };
    let spec = || template.and_then(|template| template.register(&entry.register)?.field(attribute));
    texts_or_blank(ledger, spec, entry.fields.get(attribute), card.year)
}

/// What a field says; absent, a blank where it is asked for.
fn texts_or_blank<'a>(
    ledger: &'a Ledger,
    spec: impl Fn() -> Option<&'a FieldSpec>,
    value: Option<&'a FieldValue>,
    year: Year,
) -> Vec<Said<'a>> {
    match value {
        Some(value) => value_texts(ledger, spec(), value, year),
        None if spec().is_some_and(|spec| spec.asked) => vec![BLANK],
        None => Vec::new(),
    }
}

/// What a value says, one text or several; a date drops its year when it is `year`.
pub fn field_texts(ledger: &Ledger, spec: Option<&FieldSpec>, value: &FieldValue, year: Year) -> Vec<Listed> {
    let said = value_texts(ledger, spec, value, year).into_iter();
    said.map(|one| Listed { text: one.text.map(Cow::into_owned), entry: one.entry, ..Listed::default() }).collect()
}

fn value_texts<'a>(
    ledger: &'a Ledger,
    spec: Option<&'a FieldSpec>,
    value: &'a FieldValue,
    year: Year,
) -> Vec<Said<'a>> {
    match value {
        FieldValue::Open => vec![BLANK],
        FieldValue::Text(text) => vec![said(text)],
        FieldValue::Texts(texts) => texts.iter().map(said).collect(),
        FieldValue::Amount(amount) => vec![said(amount.to_string())],
        FieldValue::When(when) => vec![said(when.print(year))],
        FieldValue::Choice(choice) => vec![said(choice_name(spec, choice.as_str()))],
        FieldValue::Entry(id) => named(ledger, *id).into_iter().collect(),
        FieldValue::Entries(ids) => ids.iter().filter_map(|id| named(ledger, *id)).collect(),
        FieldValue::Flag(true) => spec.map(|spec| said(&spec.name)).into_iter().collect(),
        FieldValue::Flag(false) => Vec::new(),
        FieldValue::Item(id) => {
            let cited = ledger.items.get(id).filter(|item| !item.card.binned);
            cited.map(|item| said(&item.card.title)).into_iter().collect()
        }
    }
}

/// The name of a choice, its id where nobody knows it.
pub(super) fn choice_name<'a>(spec: Option<&'a FieldSpec>, id: &'a str) -> &'a str {
    let Some(FieldType::Choice { choices }) = spec.map(|spec| &spec.holds) else { return id };
    choices.iter().find(|choice| choice.id.as_str() == id).map_or(id, |choice| &choice.name)
}

const BLANK: Said<'static> = Said { text: None, entry: None };

fn said<'a>(text: impl Into<Cow<'a, str>>) -> Said<'a> {
    let text = text.into();
    Said { text: (text != OPEN).then_some(text), entry: None }
}

fn named(ledger: &Ledger, id: EntryId) -> Option<Said<'_>> {
    ledger.entry(id).map(|entry| Said { text: Some(Cow::Borrowed(&entry.label)), entry: Some(entry.id) })
}

fn as_listed(entry: &Entry) -> Listed {
    Listed { text: Some(entry.label.clone()), entry: Some(entry.id), ..Listed::default() }
}

/// The entries of a register that meet the conditions: those of the template in its order, then the others by age.
pub fn entries_of<'a>(
    ledger: &'a Ledger,
    template: Option<&Template>,
    register: &RegisterId,
    conditions: &[Condition],
) -> Vec<&'a Entry> {
    let rules: Vec<Rule<'_>> = conditions.iter().map(|condition| Rule::new(ledger, condition)).collect();
    let stands = |entry: &&Entry| entry.register == *register && entry.merged_into.is_none() && !entry.retired;
    let fits = |entry: &&Entry| rules.iter().all(|rule| rule.holds(ledger, Subject::Entry(entry)));
    let mut found: Vec<&Entry> = ledger.entries.values().filter(stands).filter(fits).collect();
    let order: BTreeMap<EntryId, usize> =
        template.into_iter().flat_map(|template| &template.entries).map(|entry| entry.id).zip(0..).collect();
    found.sort_by_key(|entry| (order.get(&entry.id).copied().unwrap_or(usize::MAX), entry.id));
    found
}

/// The entries as members of a list.
pub(super) fn listed(entries: &[&Entry]) -> Vec<Listed> {
    entries.iter().map(|entry| as_listed(entry)).collect()
}
