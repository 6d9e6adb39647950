//! A draft: what stands typed in a form and is not saved yet.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

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
            None => format!("new-{year}-{matter}"),
        }
    }
}
