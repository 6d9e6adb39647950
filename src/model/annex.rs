//! An annex (附件) as a template declares it: what it lists, and how its table looks.

use serde::{Deserialize, Serialize};

use super::Unknown;

use crate::document::Align;
use crate::id::{AnnexId, FieldId, KindId, MatterId};

/// An annex.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annex {
    /// Permanent id.
    pub id: AnnexId,
    /// Name on screen and on the command line.
    pub name: String,
    /// Its title in print, with tokens: `{年度}年活动一览表`.
    pub title: String,
    /// What it lists.
    pub lists: Lists,
    /// On pages that lie across.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub across: bool,
    /// Items of these kinds; none named: of any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<KindId>,
    /// Items of these matters; none named: of any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matters: Vec<MatterId>,
    /// The columns of its table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Column>,
    /// What its bars are drawn of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub charts: Vec<Chart>,
    /// A line under the table: who signs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub foot: String,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// What an annex lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lists {
    /// The items that count, by date.
    Items,
    /// Every figure, to be checked and signed.
    Figures,
    /// Every figure and the items behind it.
    Sources,
    /// Every blank of the report, who owes it and where it is filled.
    Blanks,
    /// The pictures that prove items.
    Pictures,
    /// Bars: how many items there are of what.
    Bars,
}

/// A column of an annex's table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// What stands over it.
    pub head: String,
    /// How wide it is, as a part of the whole.
    pub width: u16,
    /// Where its text stands.
    #[serde(default)]
    pub align: Align,
    /// What stands in it.
    pub shows: Shows,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shows {
    /// 序号.
    Number,
    /// Words of an item, with tokens as in its sentence: `{标题}`.
    Text(String),
    /// The name of the item's matter.
    Matter,
    /// What proves the item.
    Evidence,
    /// The name of a figure.
    Figure,
    /// Its value now.
    Now,
    /// Its value over the same window one year earlier.
    LastYear,
    /// How many records are behind it.
    Records,
    /// How sure it is.
    State,
    /// The words around a blank.
    Around,
    /// Who owes a blank.
    Owes,
    /// Where a blank is filled.
    Place,
    /// What a bar counts.
    Name,
    /// A bar.
    Bar,
    /// Nothing: room to write by hand.
    Room,
}

/// Bars of one sort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chart {
    /// What stands over the names of its bars.
    pub title: String,
    /// What the items are told apart by.
    pub by: By,
    /// Items of these kinds; none named: of any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<KindId>,
    /// How many bars at most, the longest first; absent: all, in their order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
}

/// What items are told apart by.
///
/// As text: `section`, `month`, or the id of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// Their section.
    Section,
    /// The month they count in.
    Month,
    /// What they have in a field.
    Field(FieldId),
}

impl std::str::FromStr for By {
    type Err = crate::id::IdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text {
            "section" => Self::Section,
            "month" => Self::Month,
            _ => Self::Field(text.parse()?),
        })
    }
}

impl std::fmt::Display for By {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Section => f.write_str("section"),
            Self::Month => f.write_str("month"),
            Self::Field(field) => field.fmt(f),
        }
    }
}

impl Serialize for By {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for By {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
