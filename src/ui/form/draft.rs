//! A draft: what stands typed in a form and is not saved yet.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::id::{ItemId, MatterId};
use crate::model::{Item, Year};

/// What stood typed in a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The year it is for.
    pub year: Year,
    /// The matter it records.
    pub matter: MatterId,
    /// The item that was being changed; none: a new one.
    pub item: Option<ItemId>,
    typed: BTreeMap<String, String>,
    at: usize,
}

impl Draft {
    /// What stands typed in the fields of `item`'s form, by their ids, with the cursor in row `at`.
    pub fn new(item: &Item, is_old: bool, typed: BTreeMap<String, String>, at: usize) -> Self {
        Self { year: item.card.year, matter: item.card.matter.clone(), item: is_old.then_some(item.card.id), typed, at }
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

    /// The name a draft of this form is kept under: one for each matter and year, one for each item.
    pub fn name(year: Year, matter: &MatterId, item: Option<ItemId>) -> String {
        match item {
            Some(id) => format!("edit-{id}"),
            None => format!("new-{year}-{}", plain(matter.as_str())),
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
    fn every_matter_has_a_name_of_its_own_that_a_file_can_have() {
        let year = Year::try_from(2022).expect("a year");
        let name = |id: &str| Draft::name(year, &id.parse().expect("an id"), None);
        assert_eq!(name("3.6"), "new-2022-3_2e_6");
        assert_eq!(name("稿/件"), "new-2022-_7a3f__2f__4ef6_");
        assert_ne!(name("3.6"), name("3_6"));
    }
}
