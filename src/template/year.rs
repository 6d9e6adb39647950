//! Beginning a year.

use std::sync::Arc;

use crate::model::{
    Act, Change, Edit, Ledger, Passage, PassageKey, Record, RecordKey, Template, Unknown, Verb, Year, YearBook,
};

/// The change that begins `year` from a template: its copy, its passages, and the entries that `ledger` lacks.
///
/// It does not apply to a ledger that has the year already.
pub fn begin_year(ledger: &Ledger, template: Template, year: Year) -> Change {
    let verb = if ledger.years.is_empty() { Verb::Init } else { Verb::Year };
    let made = |key, record| Edit { key, old: None, new: Some(record) };
    let passage = |passage: &Passage| {
        let key = PassageKey(year, passage.id.clone());
        made(RecordKey::Passage(key), Record::Passage(passage.clone()))
    };
    let lacking = template.entries.iter().filter(|entry| !ledger.entries.contains_key(&entry.id));
    let mut edits: Vec<Edit> =
        lacking.map(|entry| made(RecordKey::Entry(entry.id), Record::Entry(entry.clone()))).collect();
    edits.extend(template.passages.iter().map(passage));
    let book = YearBook { year, template: Arc::new(template), unknown: Unknown::new() };
    edits.insert(0, made(RecordKey::Year(year), Record::Year(book)));
    Change { act: Act { verb, what: year.to_string() }, edits }
}
