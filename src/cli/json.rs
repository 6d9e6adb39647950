//! Items, figures and changes as JSON.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::{Value as Json, json};

use crate::id::IndicatorId;
use crate::lang::Lang;
use crate::model::{Item, Status};
use crate::query::{self, Figure, State, Value};
use crate::session::{Session, Turn};
use crate::store::{Listed, Logged};

/// The line of `list --json`: id, section, matter, kind, title, date (as people write it), start and end (ISO days),
/// status (`planned`, `running`, `done`, `cancelled`).
pub fn line(item: &Item, session: &Session) -> Json {
    let card = &item.card;
    let template = session.ledger().template(card.year);
    let section = template.and_then(|template| query::section_of(session.ledger(), template, card));
    json!({
        "id": card.id.to_string(),
        "section": section,
        "matter": card.matter,
        "kind": card.kind,
        "title": card.title,
        "date": card.when.print(card.year),
        "start": card.when.start(),
        "end": card.when.end(),
        "status": status(card.status),
    })
}

/// The whole of `show --json`: the line of the list, and after it all that is stored of the item under its stored names.
pub fn whole(item: &Item, session: &Session) -> Json {
    let mut whole = line(item, session);
    let stored = serde_json::to_value(item).expect("an item is plain data");
    if let (Json::Object(whole), Json::Object(stored)) = (&mut whole, stored) {
        for (name, value) in stored {
            whole.entry(name).or_insert(value);
        }
    }
    whole
}

/// A row of `figures --json`: name, section, value (number, list of texts, `{part, whole}`, or null), text (as it
/// prints), expected (part of it is what units expect of the year), unit, state, the ids of the items counted, the units whose returns were.
pub fn figure(id: &IndicatorId, figure: &Figure, session: &Session) -> Json {
    let indicator = session.template().indicator(id);
    let units: Vec<&str> = figure
        .units
        .iter()
        .filter_map(|unit| session.ledger().entry(*unit))
        .map(|entry| entry.label.as_str())
        .collect();
    json!({
        "name": id,
        "section": indicator.map(|one| one.section.to_string()),
        "value": figure.value.as_ref().map(value),
        "text": session.text_of_figure(id, Some(figure)),
        "expected": figure.expected,
        "unit": indicator.map(|one| one.unit.as_str()).unwrap_or_default(),
        "state": state(figure.state),
        "ids": figure.items.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "units": units,
    })
}

/// A line of `history --json`: number, instant, clerk, act (verb and what), the number it takes back, the number it
/// does again, how many records it changed, and each of them (`tree`, `key`) as it was (`old`) and is (`new`); of a
/// merge, the changes that came over, each with instant, clerk and act.
pub fn change(logged: &Logged, turn: Option<&Turn>, came: &[Logged]) -> Json {
    let redoes = if let Some(Turn::Redo(seq)) = turn { Some(seq.0) } else { None };
    let mut told = json!({
        "seq": logged.seq.0,
        "at": logged.at,
        "by": logged.by,
        "act": logged.change.act,
        "undoes": logged.undoes.map(|seq| seq.0),
        "redoes": redoes,
        "records": logged.change.edits.len(),
        "edits": logged.edits(),
    });
    if !came.is_empty() {
        let brought = |one: &Logged| json!({ "at": one.at, "by": one.by, "act": one.change.act });
        told["came"] = came.iter().map(brought).collect();
    }
    told
}

/// A line of `backups --json`: number and instant of the last change, place, whether it is whole, how many records and
/// changes it holds, what is wrong with it, whether it lies in a ledger that a restore has kept.
pub fn backup(one: &Listed, is_kept: bool, lang: Lang) -> Json {
    let good = one.found.as_ref().ok();
    json!({
        "seq": one.seq.0,
        "at": one.at,
        "path": one.path.display().to_string(),
        "whole": good.is_some(),
        "records": good.map(|good| good.records),
        "changes": good.map(|good| good.changes),
        "error": one.found.as_ref().err().map(|error| error.text(lang)),
        "kept": is_kept,
    })
}

fn value(value: &Value) -> Json {
    match value {
        Value::Number(number, _) => self::number(*number),
        Value::List(members) => members.iter().map(|member| json!(member.text)).collect(),
        Value::Ratio(part, whole) => json!({ "part": number(*part), "whole": number(*whole) }),
    }
}

/// A decimal as a JSON number: whole ones as integers.
fn number(number: Decimal) -> Json {
    match number.normalize() {
        whole if whole.scale() == 0 => whole.to_i64().map_or_else(|| json!(whole.to_string()), |whole| json!(whole)),
        broken => json!(broken.to_f64()),
    }
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Planned => "planned",
        Status::Running => "running",
        Status::Done => "done",
        Status::Cancelled => "cancelled",
    }
}

/// The stable word for a state.
pub const fn state(state: State) -> &'static str {
    match state {
        State::Missing => "missing",
        State::Partial => "partial",
        State::Unchecked => "unchecked",
        State::Changed => "changed",
        State::Checked => "checked",
    }
}
