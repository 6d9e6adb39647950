//! A matter (事项): what the clerk knows a sort of work by.

use serde::{Deserialize, Serialize};

use super::{Fields, InReport, Unknown};
use crate::id::{FieldId, KindId, MatterId, PassageId, SectionId};

/// A matter: one row of the office's inventory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// Permanent id.
    pub id: MatterId,
    /// Name on screen.
    pub name: String,
    /// What its items are.
    pub kind: KindId,
    /// Home section: the only one that counts it on the board.
    pub section: SectionId,
    /// Sections that also cite it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<SectionId>,
    /// Where its items print.
    pub passage: PassageId,
    /// Where they print too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<PassageId>,
    /// Tags its items begin with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Values its items begin with.
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    pub defaults: Fields,
    /// The fields shown first in the form, ten at most: those of the kind and [`Common`](super::Common) ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub first: Vec<FieldId>,
    /// Who owes it.
    #[serde(default)]
    pub answers: Answers,
    /// How its items enter the report unless they say otherwise.
    #[serde(default)]
    pub in_report: InReport,
    /// Whether an item is expected each year: it counts on the board's right side.
    #[serde(default = "yes")]
    pub expected: bool,
    /// Last day for it, month and day: (12, 30).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<(u32, u32)>,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

const fn yes() -> bool {
    true
}

/// Who owes a matter or figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answers {
    /// The office itself.
    #[default]
    We,
    /// The units.
    Units,
}
