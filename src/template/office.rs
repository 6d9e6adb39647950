//! Settings, sections, registers and kinds: the rows that name things and declare fields.

use super::error::Fault;
use super::field::{fields, values};
use super::known::{Known, entry_id};
use super::row::Row;
use super::tokens::{check_passage, check_sentence};
use crate::model::{Entry, Kind, Printed, Register, Section, Setting, Unknown};

/// Reads a `[[setting]]`.
pub(super) fn setting(row: &Row<'_>, known: &Known<'_>) -> Option<Setting> {
    let (id, name) = (row.id("id"), row.name("name"));
    let (help, default, private) = (row.words("help"), row.text("default"), row.flag("private", false));
    if let Some(text) = default {
        check_passage(text, known);
    }
    let endings = row.texts("endings").into_iter().map(|ending| ending.value.to_owned()).collect();
    Some(Setting {
        id: id?,
        name: name?.value.into(),
        help,
        endings,
        default: default.map(|text| text.value.to_owned()).filter(|text| !text.is_empty()),
        private,
        unknown: Unknown::new(),
    })
}

/// Reads a `[[section]]`; its id is the digit that opens it.
pub(super) fn section(row: &Row<'_>) -> Option<Section> {
    let (id, name, closing) = (row.id("id"), row.name("name"), row.flag("closing", false));
    if let Some(text) = row.peek("id")
        && !matches!(text.value.as_bytes(), [b'0'..=b'9'])
    {
        row.faults().add_text(text, Fault::Digit);
    }
    Some(Section { id: id?, name: name?.value.into(), closing, unknown: Unknown::new() })
}

/// Reads a `[[register]]`.
pub(super) fn register(row: &Row<'_>, known: &Known<'_>) -> Option<Register> {
    let (id, name, private) = (row.id("id"), row.name("name"), row.flag("private", false));
    let fields = fields(&row.rows("field"), known);
    if id.is_none() || name.is_none() {
        known.faults.lose_fields();
    }
    Some(Register { id: id?, name: name?.value.into(), private, fields, unknown: Unknown::new() })
}

/// Reads an `[[entry]]` of one of `registers`.
pub(super) fn entry(row: &Row<'_>, registers: &[Register], known: &Known<'_>) -> Option<Entry> {
    let (register, key, label) = (row.name("register"), row.name("key"), row.name("label"));
    let printed = row.node("printed").and_then(|node| match node.value.as_bool() {
        Some(false) => Some(Printed::Open),
        _ => node.text().map(|text| {
            check_passage(text, known);
            Printed::As(text.value.into())
        }),
    });
    let aliases = row.texts("aliases").into_iter().map(|alias| alias.value.to_owned()).collect();
    let fields = row.row("fields");
    let retired = row.flag("retired", false);
    let register = register?;
    let id = known.registers.resolve(register, known.faults)?;
    let specs = &registers.iter().find(|one| one.id == id)?.fields;
    let fields = fields.map(|fields| values(&fields, specs, known, None)).unwrap_or_default();
    Some(Entry {
        id: entry_id(register.value, key?.value),
        register: id,
        label: label?.value.into(),
        printed,
        aliases,
        merged_into: None,
        retired,
        fields,
        unknown: Unknown::new(),
    })
}

/// Reads a `[[kind]]`.
pub(super) fn kind(row: &Row<'_>, known: &Known<'_>) -> Option<Kind> {
    let (id, name) = (row.id("id"), row.name("name"));
    let (unit, sentence) = (row.words("unit"), row.name("sentence"));
    let rows = row.rows("field");
    let fields = fields(&rows, known);
    let (Some(id), Some(name), Some(sentence)) = (id, name, sentence) else {
        known.faults.lose_fields();
        return None;
    };
    let whole = fields.len() == rows.len();
    let kind =
        Kind { id, name: name.value.into(), unit, fields, sentence: sentence.value.into(), unknown: Unknown::new() };
    if whole {
        check_sentence(sentence, &kind, known);
    }
    Some(kind)
}
