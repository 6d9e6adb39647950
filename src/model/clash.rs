//! A clash: a field had two values when copies of the ledger were merged; the one that lost is kept until someone has
//! looked at it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Unknown;

/// Names a clash: the record, its field, and a checksum of the value that lost. Copies that merge in whatever order
/// name it alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClashKey(String);

/// A value that lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clash {
    /// The sort of the record, as the store names it: `items`, `passages`, `registers` …
    pub sort: String,
    /// The record, as the store names it: `01GK…`, `2022/1.a`.
    pub record: String,
    /// The field by its stored name, `fields/outlet`; empty: the record as a whole, which one side took away.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub field: String,
    /// What lost, as it was stored; null: nothing. Of a record as a whole `true`: that it was there.
    pub lost: Value,
    /// Someone has looked at it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub settled: bool,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Clash {
    /// What names it.
    pub fn key(&self) -> ClashKey {
        let lost = crc32c::crc32c(self.lost.to_string().as_bytes());
        ClashKey(format!("{}/{}/{}/{lost:08x}", self.sort, self.record, self.field))
    }
}

impl FromStr for ClashKey {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let is_good = text.matches('/').count() >= 3 && !text.contains(char::is_control);
        is_good.then(|| Self(text.to_owned())).ok_or(())
    }
}

impl fmt::Display for ClashKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
