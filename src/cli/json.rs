//! Items, figures and changes as JSON.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::{Value as Json, json};

use crate::id::IndicatorId;
use crate::model::{Item, Status};
use crate::query::{Figure, State, Value};
use crate::session::Session;
use crate::store::Logged;

/// The line of `list --json`.
pub fn line(item: &Item, session: &Session) -> Json {
    let card = &item.card;
    let section = session.template().matter(&card.matter).map(|matter| matter.section.to_string());
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

/// The whole of `show --json`.
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

/// A row of `figures --json`.
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
        "unit": indicator.map(|one| one.unit.as_str()).unwrap_or_default(),
        "state": state(figure.state),
        "ids": figure.items.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "units": units,
    })
}

/// A line of `history --json`.
pub fn change(logged: &Logged) -> Json {
    json!({
        "seq": logged.seq.0,
        "at": logged.at,
        "by": logged.by,
        "act": logged.change.act,
        "undoes": logged.undoes.map(|seq| seq.0),
        "records": logged.change.edits.len(),
    })
}

fn value(value: &Value) -> Json {
    match value {
        Value::Number(number, _) => self::number(*number),
        Value::List(members) => members.iter().map(|member| json!(member.text)).collect(),
        Value::Ratio(part, whole) => json!({ "part": part, "whole": whole }),
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
