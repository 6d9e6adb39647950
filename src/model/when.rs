//! A date as people know it: it keeps its precision and prints as written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Year;
use crate::lang::Lang;

/// When something was.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct When(NaiveDate);

/// The stretch an item counts for: a quarter, month, week or half-year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period(String);

/// A text that is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhenError;

impl WhenError {
    /// Says what is wrong: `` `6月31日` 不是日期 ``.
    pub fn text(&self, _lang: Lang) -> String {
        todo!()
    }

    /// Says what to do: 6月只有30天.
    pub fn hint(&self, _lang: Lang) -> String {
        todo!()
    }
}

impl When {
    /// A whole day.
    pub const fn day(day: NaiveDate) -> Self {
        Self(day)
    }

    /// Reads what people type; what names no year is of `year`; 今天 is `today`.
    pub fn parse(_typed: &str, _year: Year, _today: NaiveDate) -> Result<Self, WhenError> {
        todo!()
    }

    /// First day.
    pub const fn start(&self) -> NaiveDate {
        self.0
    }

    /// Last day.
    pub const fn end(&self) -> NaiveDate {
        self.0
    }

    /// As official documents write it; the year is left out when it is `year`: 7月13日至17日.
    pub fn print(&self, _year: Year) -> String {
        todo!()
    }
}

impl Period {
    /// Reads 二季度, 第三季度, Q2, 7月, 上半年, 第12周.
    pub fn parse(_typed: &str, _year: Year) -> Result<Self, WhenError> {
        todo!()
    }

    /// First day.
    pub fn start(&self) -> NaiveDate {
        todo!()
    }

    /// Last day.
    pub fn end(&self) -> NaiveDate {
        todo!()
    }

    /// 二季度, 7月.
    pub fn print(&self, _year: Year) -> String {
        todo!()
    }
}
