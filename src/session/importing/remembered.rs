//! What was said of a table's columns, kept in the ledger for the next table with such headings.

use std::collections::BTreeMap;

use super::mapping::{How, Role, Said};
use super::{Checked, Session};
use crate::id::{KindId, SettingId};
use crate::model::{Edit, Ledger, Record, RecordKey, SettingValue};
use crate::text::fold_heading;

/// The setting that keeps it, before the kind's id: JSON, the field's id by the heading as it is compared.
const KEY: &str = "columns.";

/// What is remembered of tables of this kind; what cannot be read is nothing.
pub fn of(ledger: &Ledger, kind: &KindId) -> Said {
    let kept = key(kind).and_then(|key| ledger.settings.get(&key)).map(|value| value.0.as_str());
    let codes: BTreeMap<String, String> = kept.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();
    codes.into_iter().map(|(heading, code)| (heading, Role::of_code(&code))).collect()
}

impl Session {
    /// Remembers what was chosen for the columns of an import.
    pub(super) fn remembering(&self, checked: &Checked) -> Option<Edit> {
        let chosen = checked.columns.iter().filter(|column| column.how == How::Chosen);
        let mut said = of(&self.ledger, &checked.kind);
        said.extend(chosen.map(|column| (fold_heading(&column.heading), column.role.clone())));
        let codes: BTreeMap<&String, &str> = said.iter().map(|(heading, role)| (heading, role.code())).collect();
        let json = serde_json::to_string(&codes).ok().filter(|_| !codes.is_empty())?;
        let key = RecordKey::Setting(key(&checked.kind)?);
        let (old, new) = (key.get(&self.ledger), Some(Record::Setting(SettingValue(json))));
        (old != new).then_some(Edit { key, old, new })
    }
}

fn key(kind: &KindId) -> Option<SettingId> {
    format!("{KEY}{kind}").parse().ok()
}
