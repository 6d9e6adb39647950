//! An item (条目): one record of a matter, a small card and a body loaded behind.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Amount, Fields, Period, Rank, Unknown, When, Year};
use crate::id::{EntryId, ItemId, KindId, MatterId, PassageId};

/// An item, whole: as it is stored and as a form edits it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// What lists, sums and searches need.
    #[serde(flatten)]
    pub card: Card,
    /// What only the item's own screen and the report need.
    #[serde(flatten)]
    pub body: Body,
}

/// The part of an item that is always in memory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Permanent id.
    pub id: ItemId,
    /// The year whose ledger it stands in.
    pub year: Year,
    /// What it is a record of.
    pub matter: MatterId,
    /// Its kind: that of the matter when it was made.
    pub kind: KindId,
    /// Never empty; `**` when open.
    pub title: String,
    /// When it was.
    pub when: When,
    /// The quarter, month or week it counts for, apart from its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The unit it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<EntryId>,
    /// Where it stands.
    #[serde(default)]
    pub status: Status,
    /// Last day for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// How many it counts for; absent: one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<Count>,
    /// The kind's own fields.
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
    /// How it enters the report.
    #[serde(default)]
    pub in_report: InReport,
    /// 重点.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub key: bool,
    /// 已核.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub checked: bool,
    /// Tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Where it prints, the home first; none: where its matter prints.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// In the bin: neither listed nor counted, and can be brought back.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub binned: bool,
}

/// How many an item counts for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Count {
    /// So many.
    Given(Amount),
    /// Nobody knows yet.
    Open,
}

/// The part of an item that is loaded behind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// Its sentence in the report, with tokens; empty: the kind's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wording: String,
    /// What proves it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// For the office only.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The point of a plan that it was taken over from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<PlanPoint>,
    /// Made by whom and when.
    pub created: Stamp,
    /// Last changed by whom and when.
    pub updated: Stamp,
    /// What a newer program wrote and this one does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Who and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The name typed in the settings.
    pub by: String,
    /// The instant.
    pub at: DateTime<Utc>,
}

/// A point of the plan that closes a year's report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PlanPoint {
    /// A passage of that year.
    Passage(Year, PassageId),
    /// An item.
    Item(ItemId),
}

/// What proves an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// A file's path.
    File(String),
    /// A web address.
    Link(String),
    /// The number of a document.
    Document(String),
    /// The box and page it lies in: 盒3 第27页.
    Box(String),
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// 计划.
    Planned,
    /// 进行中.
    Running,
    /// 完成: the only one that counts.
    #[default]
    Done,
    /// 取消.
    Cancelled,
}

/// How an item enters the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum InReport {
    /// 单独成句: a sentence of its own, and counted.
    Sentence,
    /// 只计数.
    #[default]
    Counted,
    /// 不计.
    Ignored,
    /// 仅内部: counted, without names.
    Internal,
}

/// A place in the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Under which passage.
    pub passage: PassageId,
    /// Among its neighbours; absent: by date, then id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<Rank>,
}
