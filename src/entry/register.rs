//! Entries of a register by label, alias, printed name, 拼音 or initials.

use std::borrow::Borrow;

use super::Desk;
use super::error::Fault;
use crate::id::{EntryId, RegisterId};
use crate::model::{Entry, Printed};
use crate::text::{Query, fold, nearest};

/// Signs between the names of several entries; the first joins them.
pub const BETWEEN: &[char] = &['、', '；', ';', '，', ',', '\n'];
/// Entries that an error names.
const NAMED: usize = 5;

/// Reads one entry: exactly named before all, else the one that fits best.
pub(super) fn one(typed: &str, register: &RegisterId, desk: Desk<'_>) -> Result<EntryId, Fault> {
    let word = key(typed);
    let named = exact(&word, register, desk);
    let found = if named.is_empty() { fitting(&word, register, desk) } else { named };
    match found[..] {
        [entry] => Ok(entry.id),
        [] => Err(unknown(typed, register, desk)),
        _ => Err(Fault::Several {
            typed: typed.into(),
            found: found.iter().take(NAMED).map(|entry| entry.label.clone()).collect(),
        }),
    }
}

/// Reads several entries, each once.
pub(super) fn several(typed: &str, register: &RegisterId, desk: Desk<'_>) -> Result<Vec<EntryId>, Fault> {
    let mut ids = Vec::new();
    for name in typed.split(BETWEEN).map(str::trim).filter(|name| !name.is_empty()) {
        let id = one(name, register, desk)?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids)
}

/// Names one after the other, as several entries are typed.
pub fn join<S: Borrow<str>>(names: &[S]) -> String {
    names.join("、")
}

/// What reads back to the entry: its label, or its id where the label does not do.
pub(super) fn name(id: EntryId, desk: Desk<'_>) -> String {
    let Some(entry) = desk.ledger.entry(id) else { return id.to_string() };
    let is_alone = exact(&key(&entry.label), &entry.register, desk).len() == 1;
    if is_alone && !entry.label.contains(BETWEEN) { entry.label.clone() } else { entry.id.to_string() }
}

/// The label of the entry, for the eye.
pub(super) fn label(id: EntryId, desk: Desk<'_>) -> String {
    desk.ledger.entry(id).map_or_else(|| id.to_string(), |entry| entry.label.clone())
}

/// The entries of this very id, label, alias or printed name, merges followed; labels before the rest.
fn exact<'a>(word: &str, register: &RegisterId, desk: Desk<'a>) -> Vec<&'a Entry> {
    let by_id = word.parse().ok().and_then(|id| desk.ledger.entry(id)).filter(|entry| entry.register == *register);
    if let Some(entry) = by_id {
        return vec![entry];
    }
    let labelled = resolved(register, desk, |entry| key(&entry.label) == word);
    if labelled.is_empty() {
        resolved(register, desk, |entry| names(entry).any(|name| key(name) == word))
    } else {
        labelled
    }
}

/// The entries that fit equally well and better than all others; none by chance: 汉字 must stand there together.
fn fitting<'a>(word: &str, register: &RegisterId, desk: Desk<'a>) -> Vec<&'a Entry> {
    let query = Query::new(word);
    let is_spelled = word.contains(|c: char| c.is_ascii_alphabetic());
    let fits = |name: &&str| is_spelled || key(name).contains(word);
    let score = |entry: &Entry| names(entry).filter(fits).filter_map(|name| query.score(name)).max();
    let offered = resolved(register, desk, |entry| !entry.retired && !word.is_empty() && score(entry).is_some());
    let best = offered.iter().filter_map(|entry| score(entry)).max();
    offered.into_iter().filter(|entry| score(entry) == best).collect()
}

/// The entries that `is_meant` holds of, each as what it was merged into, once.
fn resolved<'a>(register: &RegisterId, desk: Desk<'a>, is_meant: impl Fn(&Entry) -> bool) -> Vec<&'a Entry> {
    let mut found: Vec<&Entry> = Vec::new();
    for entry in desk.ledger.entries.values().filter(|entry| entry.register == *register && is_meant(entry)) {
        let Some(entry) = desk.ledger.entry(entry.id) else { continue };
        if found.iter().all(|known| known.id != entry.id) {
            found.push(entry);
        }
    }
    found
}

fn names(entry: &Entry) -> impl Iterator<Item = &str> {
    let printed = match &entry.printed {
        Some(Printed::As(text)) => Some(text.as_str()),
        Some(Printed::Open) | None => None,
    };
    std::iter::once(entry.label.as_str()).chain(entry.aliases.iter().map(String::as_str)).chain(printed)
}

fn unknown(typed: &str, register: &RegisterId, desk: Desk<'_>) -> Fault {
    let template = desk.ledger.template(desk.year);
    let name = template.and_then(|template| template.register(register)).map(|register| register.name.clone());
    let labels = desk.ledger.entries.values().filter(|entry| entry.register == *register && !entry.retired);
    Fault::Unknown {
        typed: typed.into(),
        register: name.unwrap_or_else(|| register.to_string()),
        nearest: nearest(typed, labels.map(|entry| entry.label.as_str())).map(str::to_owned),
    }
}

fn key(name: &str) -> String {
    fold(name).trim().to_lowercase()
}
