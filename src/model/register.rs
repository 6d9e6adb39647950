//! Registers (名录): units, people, outlets, venues, rosters. Items refer to entries by id.

use serde::{Deserialize, Serialize};

use super::{FieldSpec, Fields, Unknown};
use crate::id::{EntryId, FieldId, RegisterId};

/// What a register is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    /// Permanent id.
    pub id: RegisterId,
    /// Name on screen.
    pub name: String,
    /// Its entries have no name in the public version of the report: they print as 某.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub private: bool,
    /// What is known of each entry besides its names.
    #[serde(default)]
    pub fields: Vec<FieldSpec>,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// An entry of a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Permanent id.
    pub id: EntryId,
    /// Whose it is.
    pub register: RegisterId,
    /// On screen and in searches.
    pub label: String,
    /// In print, with tokens; absent: the label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<Printed>,
    /// Other names it is found by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The entry it was merged into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<EntryId>,
    /// No longer offered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
    /// The register's own fields.
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// The printed name of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Printed {
    /// Text with tokens: `{省}日报`.
    As(String),
    /// Nobody has said yet: prints as a blank.
    Open,
}

impl Register {
    /// The field of this id.
    pub fn field(&self, id: &FieldId) -> Option<&FieldSpec> {
        self.fields.iter().find(|field| field.id == *id)
    }
}
