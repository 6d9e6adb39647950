//! The fields of a kind or register, and the values an item holds in them.

use serde::{Deserialize, Deserializer, Serialize};

use super::{Amount, Unknown, When};
use crate::id::{ChoiceId, EntryId, FieldId, ItemId, RegisterId};

/// What a field is: declared by a kind or a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldSpec {
    /// Permanent id.
    pub id: FieldId,
    /// Name on screen and in tokens.
    pub name: String,
    /// What it holds.
    #[serde(flatten)]
    pub holds: FieldType,
    /// Saving asks for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// Absent, it prints as a blank instead of nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asked: bool,
    /// What it holds prints as 某 in the public version of the report.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub private: bool,
    /// What sentences say where it is empty: 开展; empty: nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub otherwise: String,
    /// One sentence for F1.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub help: String,
    /// What a newer program keeps here.
    #[serde(flatten, deserialize_with = "without_type")]
    pub unknown: Unknown,
}

// serde gives the keys of `holds` here as well.
fn without_type<'de, D: Deserializer<'de>>(from: D) -> Result<Unknown, D::Error> {
    let mut unknown = Unknown::deserialize(from)?;
    unknown.retain(|key, _| !["type", "unit", "choices", "register"].contains(&key.as_str()));
    Ok(unknown)
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum FieldType {
    /// One line of text.
    Text,
    /// Several lines of text.
    Lines,
    /// Several short texts: 学习内容[].
    Texts,
    /// A number with its unit: 人, 场次, 万元.
    Amount {
        /// Printed after the number.
        unit: String,
    },
    /// A date as people know it.
    When,
    /// One of a few.
    Choice {
        /// In the order of their digits.
        choices: Vec<Choice>,
    },
    /// One entry of a register.
    Entry {
        /// Which register.
        register: RegisterId,
    },
    /// Several entries of a register.
    Entries {
        /// Which register.
        register: RegisterId,
    },
    /// Yes or no.
    Flag,
    /// Another item, cited.
    Item,
}

/// One of the choices of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Permanent id.
    pub id: ChoiceId,
    /// Name on screen and in print.
    pub name: String,
}

/// What an item or an entry holds in one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldValue {
    /// Known to be unknown: `**` was typed.
    Open,
    /// Text, of one line or more.
    Text(String),
    /// Several texts.
    Texts(Vec<String>),
    /// A number.
    Amount(Amount),
    /// A date.
    When(When),
    /// A choice.
    Choice(ChoiceId),
    /// An entry.
    Entry(EntryId),
    /// Entries.
    Entries(Vec<EntryId>),
    /// Yes or no.
    Flag(bool),
    /// Another item.
    Item(ItemId),
}

impl FieldValue {
    /// The number, when it is one.
    pub fn as_amount(&self) -> Option<&Amount> {
        match self {
            Self::Amount(amount) => Some(amount),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_of_every_type_reads_back_as_stored() {
        for holds in [
            r#""type":"text""#,
            r#""type":"amount","unit":"篇""#,
            r#""type":"choice","choices":[{"id":"front","name":"头版"}]"#,
            r#""type":"entries","register":"outlets""#,
            r#""type":"item""#,
        ] {
            let stored = format!(r#"{{"id":"a","name":"甲",{holds},"required":true}}"#);
            let spec: FieldSpec = serde_json::from_str(&stored).expect("a stored field");
            assert_eq!(serde_json::to_string(&spec).expect("a field is plain data"), stored);
        }
    }
}
