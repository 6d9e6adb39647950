//! Times as official documents write them.

use chrono::{Datelike, NaiveDate};

use super::span::{Bound, Edge, Month, Span};
use super::words::{BEFORE, PARTS, SINCE, THIRDS, UNTIL};

/// Quarters as they are counted.
const ORDINALS: [&str; 4] = ["一", "二", "三", "四"];
/// Weekdays as they are called, from Monday.
const WEEKDAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

/// A time with its bound; the year `omitted` is left out.
pub(super) fn bounded(span: Span, bound: Bound, omitted: Option<i32>) -> String {
    within(plain(span, omitted), bound)
}

/// The same with the weekday of each day.
pub(super) fn with_weekday(span: Span, bound: Bound, omitted: Option<i32>) -> String {
    let text = match span {
        Span::Day(only) => day(only, omitted) + &weekday(only),
        Span::Part(only, part) => day(only, omitted) + &weekday(only) + word(PARTS, part),
        Span::Days(first, last) if Month::of(first) == Month::of(last) => {
            format!("{}{}至{}日{}", day(first, omitted), weekday(first), last.day(), weekday(last))
        }
        Span::Days(first, last) => {
            format!("{}{}至{}{}", day(first, omitted), weekday(first), day(last, Some(first.year())), weekday(last))
        }
        other => plain(other, omitted),
    };
    within(text, bound)
}

/// `（星期五）`.
fn weekday(day: NaiveDate) -> String {
    format!("（星期{}）", WEEKDAYS[day.weekday().num_days_from_monday() as usize])
}

fn within(text: String, bound: Bound) -> String {
    match bound {
        Bound::Plain => text,
        Bound::Since => format!("{text}{}", SINCE[0]),
        Bound::Before => format!("{text}{}", BEFORE[0]),
        Bound::Until => format!("{}{text}", UNTIL[0]),
    }
}

/// A stretch of days.
pub(super) fn plain(span: Span, omitted: Option<i32>) -> String {
    match span {
        Span::Day(only) => day(only, omitted),
        Span::Part(only, part) => day(only, omitted) + word(PARTS, part),
        Span::Days(first, last) => days(first, last, omitted),
        Span::Third(of, third) => month(of, omitted) + word(THIRDS, third),
        Span::MonthEdge(of, edge) => month(of, omitted) + edge_word(edge),
        Span::Month(only) => month(only, omitted),
        Span::Months(first, last) => {
            format!("{}至{}", month(first, omitted), month(last, Some(first.year())))
        }
        Span::Quarter(of, number) => format!("{}{}季度", year(of, omitted), ORDINALS[number as usize - 1]),
        Span::Half(of, number) => year(of, omitted) + if number == 1 { "上半年" } else { "下半年" },
        Span::YearEdge(of, edge) => format!("{of}年{}", edge_word(edge)),
        Span::Year(only) => format!("{only}年"),
        Span::Festival(festival, on, during) => {
            format!("{}{}{}", year(on.year(), omitted), festival.name(), if during { "期间" } else { "" })
        }
    }
}

/// `7月13日至17日`, and one day where both are the same.
pub(super) fn days(first: NaiveDate, last: NaiveDate, omitted: Option<i32>) -> String {
    let start = day(first, omitted);
    if first == last {
        start
    } else if Month::of(first) == Month::of(last) {
        format!("{start}至{}日", last.day())
    } else {
        format!("{start}至{}", day(last, Some(first.year())))
    }
}

fn day(day: NaiveDate, omitted: Option<i32>) -> String {
    format!("{}{}月{}日", year(day.year(), omitted), day.month(), day.day())
}

fn month(month: Month, omitted: Option<i32>) -> String {
    format!("{}{}月", year(month.year(), omitted), month.number())
}

fn year(year: i32, omitted: Option<i32>) -> String {
    if omitted == Some(year) { String::new() } else { format!("{year}年") }
}

fn edge_word(edge: Edge) -> &'static str {
    match edge {
        Edge::Begin => "初",
        Edge::Middle => "中",
        Edge::End => "底",
    }
}

/// The first word of a table that means `meaning`.
fn word<T: PartialEq + Copy>(table: &[(&'static str, T)], meaning: T) -> &'static str {
    table.iter().find(|row| row.1 == meaning).map_or("", |row| row.0)
}
