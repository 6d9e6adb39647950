//! What sort of record an item is, and how often one is expected.

use serde::{Deserialize, Serialize};

use super::{FieldSpec, Unknown};
use crate::id::{CadenceId, FieldId, KindId, MatterId};

/// A kind (类别): its fields and the sentence an item becomes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kind {
    /// Permanent id.
    pub id: KindId,
    /// Name on screen.
    pub name: String,
    /// What its items are counted in: 篇, 次, 场次.
    pub unit: String,
    /// Its own fields, in the order of the form.
    pub fields: Vec<FieldSpec>,
    /// The sentence of an item, with tokens; the common fields are 标题 日期 单位 次数.
    pub sentence: String,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Kind {
    /// The field of this id.
    pub fn field(&self, id: &FieldId) -> Option<&FieldSpec> {
        self.fields.iter().find(|field| field.id == *id)
    }

    /// The field that a token or `--set` calls so, by name or id.
    pub fn field_named(&self, name: &str) -> Option<&FieldSpec> {
        self.fields.iter().find(|field| field.name == name || field.id.as_str() == name)
    }
}

/// How often something is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Every {
    /// Each week.
    Week,
    /// Each month.
    Month,
    /// Each quarter.
    Quarter,
    /// Each half-year.
    Half,
    /// Each year.
    Year,
}

/// A cadence (频次): what is expected of matters, how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cadence {
    /// Permanent id.
    pub id: CadenceId,
    /// Name on screen.
    pub name: String,
    /// Whose items fulfil it.
    pub matters: Vec<MatterId>,
    /// The stretch of time.
    pub every: Every,
    /// How many in each stretch.
    pub at_least: u32,
    /// First month it is expected in, 1–12.
    #[serde(default = "first")]
    pub from_month: u32,
    /// Only items with this tag count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// The rule it comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rule: String,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

const fn first() -> u32 {
    1
}
