//! The stretch an item counts for (所属期): a quarter, month, week or half-year.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::error::{Fault, WhenError};
use super::parse::{self, Around};
use super::print;
use super::scan::{Scan, folded};
use super::span::{Bound, Month, Span, YEARS, pulled};
use crate::model::Year;

/// The stretch an item counts for: a quarter, month, week or half-year; sorted by its start.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Period(Stretch);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Stretch {
    /// Year, and quarter 1–4.
    Quarter(i32, u32),
    /// Year, and half 1–2.
    Half(i32, u32),
    /// A month.
    Month(Month),
    /// A week's Monday; weeks are numbered as ISO 8601 does.
    Week(NaiveDate),
}

impl Period {
    /// Reads 二季度, 第三季度, Q2, 7月, 上半年, 第12周, 3月21日当周; what names no year is of `year`.
    pub fn parse(typed: &str, year: Year) -> Result<Self, WhenError> {
        Self::read(typed, Some(year.number())).map_err(|fault| WhenError::new(typed, fault))
    }

    /// The quarter that `day` lies in.
    pub fn quarter_of(day: NaiveDate) -> Self {
        let day = pulled(day);
        Self(Stretch::Quarter(day.year(), day.month0() / 3 + 1))
    }

    /// The half-year that `day` lies in.
    pub fn half_of(day: NaiveDate) -> Self {
        let day = pulled(day);
        Self(Stretch::Half(day.year(), day.month0() / 6 + 1))
    }

    /// The month that `day` lies in.
    pub fn month_of(day: NaiveDate) -> Self {
        Self(Stretch::Month(Month::of(pulled(day))))
    }

    /// The week, Monday to Sunday, that `day` lies in.
    pub fn week_of(day: NaiveDate) -> Self {
        Self(Stretch::Week(pulled(day).week(Weekday::Mon).first_day()))
    }

    /// First day.
    pub fn start(&self) -> NaiveDate {
        match self.0 {
            Stretch::Week(monday) => monday,
            _ => self.span().first(),
        }
    }

    /// Last day.
    pub fn end(&self) -> NaiveDate {
        match self.0 {
            Stretch::Week(monday) => monday + Days::new(6),
            _ => self.span().last(),
        }
    }

    /// 二季度, 7月, 第12周; another year than `year` is written.
    pub fn print(&self, year: Year) -> String {
        self.written(Some(year.number()))
    }

    fn written(&self, omitted: Option<i32>) -> String {
        let Stretch::Week(monday) = self.0 else { return print::plain(self.span(), omitted) };
        let week = monday.iso_week();
        let year = if omitted == Some(week.year()) { String::new() } else { format!("{}年", week.year()) };
        format!("{year}第{}周", week.week())
    }

    fn span(&self) -> Span {
        match self.0 {
            Stretch::Quarter(year, number) => Span::Quarter(year, number),
            Stretch::Half(year, number) => Span::Half(year, number),
            Stretch::Month(month) => Span::Month(month),
            Stretch::Week(monday) => Span::Days(monday, monday + Days::new(6)),
        }
    }

    fn read(typed: &str, year: Option<i32>) -> Result<Self, Fault> {
        let text = folded(typed).ok_or(Fault::Unclear)?;
        if let Some((of, week)) = numbered_week(Scan::over(&text)) {
            let year = of.or(year).ok_or(Fault::NoYear)?;
            return week_numbered(year, week);
        }
        let around = Around { year, today: None };
        if let Some(day) = day_of_week(&text) {
            return match parse::when(day, around)? {
                (Span::Day(day), Bound::Plain) => Ok(Self::week_of(day)),
                _ => Err(Fault::NoPeriod),
            };
        }
        match parse::when(&text, around)? {
            (Span::Quarter(year, number), Bound::Plain) => Ok(Self(Stretch::Quarter(year, number))),
            (Span::Half(year, number), Bound::Plain) => Ok(Self(Stretch::Half(year, number))),
            (Span::Month(month), Bound::Plain) => Ok(Self(Stretch::Month(month))),
            (Span::Days(first, last), Bound::Plain) if is_week(first, last) => Ok(Self::week_of(first)),
            _ => Err(Fault::NoPeriod),
        }
    }
}

/// 第12周, 2022年第12周, W12: the year where it is named, and the week.
fn numbered_week(mut scan: Scan<'_>) -> Option<(Option<i32>, u32)> {
    let year = scan.attempt(|scan| {
        let number = scan.number()?.value;
        (scan.eat("年") || (scan.after("W").is_some())).then_some(number)
    });
    let is_letter = scan.eat_any(&["W", "w"]);
    let is_named = is_letter || scan.eat("第");
    let week = scan.number().filter(|_| is_named)?;
    let is_week = (is_letter || scan.eat("周")) && scan.is_done();
    is_week.then_some((year.and_then(|year| i32::try_from(year).ok()), week.value))
}

fn week_numbered(year: i32, week: u32) -> Result<Period, Fault> {
    let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).filter(|monday| YEARS.contains(&monday.year()));
    monday.map(Period::week_of).ok_or(Fault::Week { year, week })
}

/// The day of 3月21日当周.
fn day_of_week(text: &str) -> Option<&str> {
    ["当周", "这周", "那周", "所在周", "周"].iter().find_map(|word| text.strip_suffix(word))
}

fn is_week(first: NaiveDate, last: NaiveDate) -> bool {
    first.weekday() == Weekday::Mon && last == first + Days::new(6)
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        // Two periods with the same first and last day are the same period.
        (self.start(), self.end()).cmp(&(other.start(), other.end()))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written(None))
    }
}

impl FromStr for Period {
    type Err = WhenError;

    /// Reads a text that names its year, as `Display` writes it.
    fn from_str(text: &str) -> Result<Self, WhenError> {
        Self::read(text, None).map_err(|fault| WhenError::new(text, fault))
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
