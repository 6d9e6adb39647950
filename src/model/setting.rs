//! Settings: the office's names, who is typing, where files go.

use serde::{Deserialize, Serialize};

use super::Unknown;

use crate::id::SettingId;

/// A setting that the template declares; tokens take it by its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// Permanent id, and the name in tokens: `区`.
    pub id: SettingId,
    /// Name on screen.
    pub name: String,
    /// One sentence for F1.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub help: String,
    /// Words one of which ends the value (区, 县, 市, 旗); the first is appended to a value that ends in none,
    /// and stands after the `**` of a blank.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub endings: Vec<String>,
    /// What it is until someone sets it; absent: open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// The public version does not say it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub private: bool,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// The key of a setting in the store. Besides those of the template: `clerk`, `folder`, `keymap`, `lang`.
pub type SettingKey = SettingId;

/// What a setting is set to; never empty, no control characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingValue(pub String);
