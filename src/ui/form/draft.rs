//! A draft: what stands typed in a form and is not saved yet.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Subject;
use crate::id::{EntryId, ItemId, MatterId, RegisterId};
use crate::model::Year;

/// What stood typed in a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The year it is for; none: entries of registers are of all years.
    pub year: Option<Year>,
    /// The matter it records.
    pub matter: Option<MatterId>,
    /// The item that was being changed; none: a new one.
    pub item: Option<ItemId>,
    /// The register it is for.
    pub register: Option<RegisterId>,
    /// The entry that was being changed; none: a new one.
    pub entry: Option<EntryId>,
    typed: BTreeMap<String, String>,
    at: usize,
}

impl Draft {
    /// What stands typed in the fields of a form, by their ids, with the cursor in row `at`.
    pub fn new(subject: &Subject, is_new: bool, typed: BTreeMap<String, String>, at: usize) -> Self {
        let nothing = Self { year: None, matter: None, item: None, register: None, entry: None, typed, at };
        match subject {
            Subject::Item(item) => Self {
                year: Some(item.card.year),
                matter: Some(item.card.matter.clone()),
                item: (!is_new).then_some(item.card.id),
                ..nothing
            },
            Subject::Entry(entry) => {
                Self { register: Some(entry.register.clone()), entry: (!is_new).then_some(entry.id), ..nothing }
            }
        }
    }

    /// Reads a kept draft; none: it is of another shape.
    pub fn read(kept: &Value) -> Option<Self> {
        serde_json::from_value(kept.clone()).ok()
    }

    /// What stood typed in a field, when someone typed there.
    pub fn typed(&self, field: &str) -> Option<&str> {
        self.typed.get(field).map(String::as_str)
    }

    /// The row the cursor stood in.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The name a draft of this form is kept under: one for each matter and year, one for each register, one for each
    /// record that is there.
    pub fn name(subject: &Subject, is_new: bool) -> String {
        match subject {
            Subject::Item(item) if is_new => format!("new-{}-{}", item.card.year, plain(item.card.matter.as_str())),
            Subject::Item(item) => format!("edit-{}", item.card.id),
            Subject::Entry(entry) if is_new => format!("entry-new-{}", plain(entry.register.as_str())),
            Subject::Entry(entry) => format!("entry-{}", entry.id),
        }
    }
}

/// An id as the name of a draft can hold it: what is no ASCII letter or digit as its code between underscores.
pub fn plain(id: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_string() } else { format!("_{:x}_", u32::from(c)) };
    id.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_becomes_a_name_of_its_own_that_a_file_can_have() {
        assert_eq!((plain("3.6"), plain("稿/件")), ("3_2e_6".into(), "_7a3f__2f__4ef6_".into()));
        assert_ne!(plain("3.6"), plain("3_6"));
    }
}
