//! Typed numbers as years, months and days that exist.

use chrono::{Datelike, NaiveDate};

use super::error::Fault;
use super::span::{Month, Span, YEARS};

/// The year of a number of four digits.
pub(super) fn year(number: u32) -> Result<i32, Fault> {
    i32::try_from(number).ok().filter(|year| YEARS.contains(year)).ok_or(Fault::Year(number))
}

/// The year that two digits stand for: 22 is 2022, 98 is 1998.
pub(super) const fn full(number: u32) -> u32 {
    if number < 70 { 2000 + number } else { 1900 + number }
}

/// The month, when there is one of this number.
pub(super) fn month(year: i32, number: u32) -> Result<Month, Fault> {
    Month::new(year, number).ok_or(Fault::Month(number))
}

/// The day, when there is one.
pub(super) fn day(year: i32, number: u32, day: u32) -> Result<NaiveDate, Fault> {
    day_of(month(year, number)?, day)
}

/// The day of the month, when it has so many.
pub(super) fn day_of(month: Month, number: u32) -> Result<NaiveDate, Fault> {
    let days = month.last().day();
    month.first().with_day(number).ok_or(Fault::Day { month: month.number(), days })
}

/// Months from the first to the last.
pub(super) fn month_range(first: Month, last: Month) -> Result<Span, Fault> {
    match first.cmp(&last) {
        std::cmp::Ordering::Less => Ok(Span::Months(first, last)),
        std::cmp::Ordering::Equal => Ok(Span::Month(first)),
        std::cmp::Ordering::Greater => Err(Fault::Backwards),
    }
}
