//! A date as people know it: it keeps its precision and prints as written.

mod echo;
mod error;
mod festival;
mod numbers;
mod parse;
mod period;
mod piece;
mod print;
mod relative;
mod scan;
mod span;
mod words;

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use error::WhenError;
pub use period::Period;

use self::parse::Around;
use self::span::{Bound, Span, last_of, pulled};
use super::Year;

/// When something was: a day, part of a day, range, 旬, month, quarter, half-year, year or festival, also as the
/// beginning (以来) or the limit (前, 截至) of a stretch.
///
/// Its years lie between 1900 and 2199. As stored text it always names its year: `2022年7月13日至17日`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct When {
    span: Span,
    bound: Bound,
}

impl When {
    /// A whole day; one outside 1900 to 2199 becomes the nearest day inside.
    pub fn day(day: NaiveDate) -> Self {
        Self { span: Span::Day(pulled(day)), bound: Bound::Plain }
    }

    /// A whole year.
    pub fn year(year: Year) -> Self {
        Self::read(&format!("{year}年"), Around { year: None, today: None }).expect("a year of a ledger lies inside")
    }

    /// Reads what people type; what names no year is of `year`; 今天 is `today`.
    pub fn parse(typed: &str, year: Year, today: NaiveDate) -> Result<Self, WhenError> {
        Self::read(typed, Around { year: Some(year.number()), today: Some(today) })
    }

    /// First day; of a limit, its own first day.
    pub fn start(&self) -> NaiveDate {
        self.span.first()
    }

    /// Last day; a time with 以来 ends with its year.
    pub fn end(&self) -> NaiveDate {
        match self.bound {
            Bound::Since => last_of(self.span.first().year()),
            _ => self.span.last(),
        }
    }

    /// Whether it is the limit of a stretch, which lies before it: 12月30日前, 截至6月.
    pub const fn is_limit(&self) -> bool {
        matches!(self.bound, Bound::Before | Bound::Until)
    }

    /// As official documents write it; the year is left out when it is `year`: 7月13日至17日.
    ///
    /// Only a whole year and its 年初, 年底 always name it.
    pub fn print(&self, year: Year) -> String {
        print::bounded(self.span, self.bound, Some(year.number()))
    }

    /// The same with the weekday of each day: 3月25日（星期五）上午; what is no day has none.
    pub fn print_weekday(&self, year: Year) -> String {
        print::with_weekday(self.span, self.bound, Some(year.number()))
    }

    fn read(typed: &str, around: Around) -> Result<Self, WhenError> {
        let (span, bound) = parse::when(typed, around).map_err(|fault| WhenError::new(typed, fault))?;
        Ok(Self { span, bound })
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&print::bounded(self.span, self.bound, None))
    }
}

impl FromStr for When {
    type Err = WhenError;

    /// Reads a text that names its year, as `Display` writes it.
    fn from_str(text: &str) -> Result<Self, WhenError> {
        Self::read(text, Around { year: None, today: None })
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod inverse;
#[cfg(test)]
mod tests;
