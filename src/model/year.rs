//! A year of the ledger and its own copy of the template.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Template, Unknown};

/// A calendar year, 1990–2100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
pub struct Year(i32);

impl Year {
    /// The year before.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::try_from(self.0 - 1).ok()
    }

    /// The year after.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::try_from(self.0 + 1).ok()
    }

    /// The number.
    pub const fn number(self) -> i32 {
        self.0
    }
}

impl TryFrom<i32> for Year {
    type Error = String;

    fn try_from(number: i32) -> Result<Self, String> {
        if (1990..=2100).contains(&number) {
            Ok(Self(number))
        } else {
            Err(format!("{number} is not a year from 1990 to 2100"))
        }
    }
}

impl From<Year> for i32 {
    fn from(year: Year) -> Self {
        year.0
    }
}

impl FromStr for Year {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        text.parse::<i32>().map_err(|_| format!("`{text}` is not a year from 1990 to 2100"))?.try_into()
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What a year stores of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearBook {
    /// The year.
    pub year: Year,
    /// Its own copy of the template, changed only by a Change.
    pub template: Arc<Template>,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}
