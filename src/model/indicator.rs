//! An indicator (指标): a named figure, what it measures and how it prints.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Amount, Answers, Common, Every, Unknown, When};
use crate::id::{FieldId, IndicatorId, KindId, MatterId, RegisterId, SectionId};

/// A named figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// Permanent id; its name in tokens.
    pub id: IndicatorId,
    /// Where it is listed and checked.
    pub section: SectionId,
    /// What is measured.
    pub measure: Measure,
    /// Of which matters; none named: of any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matters: Vec<MatterId>,
    /// Of which kinds; none named: of any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<KindId>,
    /// Conditions, all of which hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// Over which stretch of the year.
    #[serde(default)]
    pub window: Window,
    /// The one way it is counted (口径).
    #[serde(default)]
    pub basis: Basis,
    /// Printed by the format 单位: 次, 篇（条）.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// How it prints where the token says nothing, as written in a token: `约`, `万|超过`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub format: String,
    /// Who answers for it.
    #[serde(default)]
    pub answers: Answers,
    /// It prints as 某 in the public version of the report.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub private: bool,
    /// How often the units report it; none: nobody said, and a return is for the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<Every>,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// What is measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// Σ of the items' counts.
    Count,
    /// Sum of a field.
    Sum(FieldId),
    /// The latest item's field.
    Latest(FieldId),
    /// Mean of a field.
    Mean(FieldId),
    /// Largest of a field.
    Max(FieldId),
    /// Smallest of a field.
    Min(FieldId),
    /// Sum of the units' returns.
    Returns,
    /// A number set by hand, with its basis; the year's figure note may set another.
    Fixed {
        /// The number, absent until someone sets it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Amount>,
        /// Where it comes from.
        basis: String,
    },
    /// The items' fields (or titles) one after the other, doubles once.
    List(Operand),
    /// The entries of a register that meet the conditions.
    Entries(RegisterId),
    /// How many of a roster's entries the items' field names.
    Coverage {
        /// The denominator.
        roster: RegisterId,
        /// The field that names an entry of it.
        by: Operand,
    },
    /// 占比: one figure as a share of another; a share of a share is never known.
    Share {
        /// The figure.
        part: IndicatorId,
        /// What it is a share of.
        whole: IndicatorId,
    },
}

impl Measure {
    /// The id of the field of an item that the value is taken from, when it is taken from items.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Count => Some(Common::Count.id()),
            Self::Sum(field) | Self::Latest(field) | Self::Mean(field) | Self::Max(field) | Self::Min(field) => {
                Some(field.as_str())
            }
            Self::List(operand) | Self::Coverage { by: operand, .. } => Some(operand.field()),
            Self::Returns | Self::Fixed { .. } | Self::Entries(_) | Self::Share { .. } => None,
        }
    }
}

impl Operand {
    /// The id of the field that is looked at.
    pub fn field(&self) -> &str {
        match self {
            Self::Title => Common::Title.id(),
            Self::When => Common::When.id(),
            Self::Unit => Common::Unit.id(),
            Self::Status => Common::Status.id(),
            Self::Tags => Common::Tags.id(),
            Self::Key => Common::Key.id(),
            Self::Field(field) | Self::Attribute(field, _) => field.as_str(),
        }
    }
}

/// What a condition or list looks at.
///
/// As text: `title`, `when`, `unit`, `status`, `tags`, `key` (重点), a field's id, or `field.attribute` of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    /// 标题.
    Title,
    /// 日期.
    When,
    /// 单位.
    Unit,
    /// 状态.
    Status,
    /// 标签.
    Tags,
    /// 重点.
    Key,
    /// A field of the item (of the entry, in a list of entries).
    Field(FieldId),
    /// An attribute of the entry that a field names.
    Attribute(FieldId, FieldId),
}

/// A condition on items or entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// What is looked at.
    pub field: Operand,
    /// What must hold of it.
    #[serde(flatten)]
    pub test: Test,
}

/// What must hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// It is (or holds) one of these: choice ids, tags, entry labels, `true`.
    Is(Vec<String>),
    /// It is none of these.
    Not(Vec<String>),
    /// There is a value.
    Given(bool),
    /// The number is not below.
    AtLeast(Decimal),
}

/// Over which stretch of the year a figure is taken, inside the window of the report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Window {
    /// All of it.
    #[default]
    Whole,
    /// From this month of the ledger's year.
    FromMonth(u32),
    /// Months of the ledger's year, both included.
    Months(u32, u32),
    /// Between the start and the end of a time.
    Within(When),
}

/// The one way a figure is counted (口径).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// 逐条累加: item by item; for a unit and period a return replaces its items.
    #[default]
    Items,
    /// 单位报数: what the units report.
    Returns,
    /// 定数: set by hand.
    Fixed,
}

impl std::str::FromStr for Operand {
    type Err = crate::id::IdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text {
            "title" => Self::Title,
            "when" => Self::When,
            "unit" => Self::Unit,
            "status" => Self::Status,
            "tags" => Self::Tags,
            "key" => Self::Key,
            _ => match text.split_once('.') {
                Some((field, attribute)) => Self::Attribute(field.parse()?, attribute.parse()?),
                None => Self::Field(text.parse()?),
            },
        })
    }
}

impl std::fmt::Display for Operand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Title => f.write_str("title"),
            Self::When => f.write_str("when"),
            Self::Unit => f.write_str("unit"),
            Self::Status => f.write_str("status"),
            Self::Tags => f.write_str("tags"),
            Self::Key => f.write_str("key"),
            Self::Field(field) => field.fmt(f),
            Self::Attribute(field, attribute) => write!(f, "{field}.{attribute}"),
        }
    }
}

impl Serialize for Operand {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Operand {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
