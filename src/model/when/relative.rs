//! Days and months named from today: 昨天, 上周五, 本月, 去年.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::parse::Point;
use super::scan::Scan;
use super::span::{Month, Span};

const DAYS: &[(&str, i64)] = &[
    ("大前天", -3),
    ("大后天", 3),
    ("今天", 0),
    ("今日", 0),
    ("昨天", -1),
    ("昨日", -1),
    ("前天", -2),
    ("明天", 1),
    ("明日", 1),
    ("后天", 2),
];
const SHIFTS: &[(&str, i64)] = &[("上上", -2), ("上", -1), ("本", 0), ("这", 0), ("当", 0), ("下下", 2), ("下", 1)];
const WEEK: &[&str] = &["周", "星期", "礼拜"];
const WEEKDAYS: &[(&str, Weekday)] = &[
    ("一", Weekday::Mon),
    ("二", Weekday::Tue),
    ("三", Weekday::Wed),
    ("四", Weekday::Thu),
    ("五", Weekday::Fri),
    ("六", Weekday::Sat),
    ("日", Weekday::Sun),
    ("天", Weekday::Sun),
];
const YEARS: &[(&str, i32)] = &[("今年", 0), ("本年", 0), ("去年", -1), ("前年", -2), ("明年", 1), ("后年", 2)];

/// A day, week, month or quarter counted from `today`.
pub(super) fn point(scan: &mut Scan<'_>, today: NaiveDate) -> Option<Point> {
    if let Some(shift) = scan.pick(DAYS) {
        return moved(today, shift).map(Point::day);
    }
    scan.attempt(|scan| shifted(scan, today)).or_else(|| {
        let weekday = scan.attempt(weekday)?;
        Some(Point::day(in_week(today, weekday)))
    })
}

/// The year that 今年, 去年 … name.
pub(super) fn year(scan: &mut Scan<'_>, today: NaiveDate) -> Option<i32> {
    scan.pick(YEARS).map(|shift| today.year() + shift)
}

/// 周五, 星期五.
pub(super) fn weekday(scan: &mut Scan<'_>) -> Option<Weekday> {
    if scan.eat_any(WEEK) { scan.pick(WEEKDAYS) } else { None }
}

/// 上周五, 本周, 上月, 下季度.
fn shifted(scan: &mut Scan<'_>, today: NaiveDate) -> Option<Point> {
    let shift = scan.pick(SHIFTS)?;
    scan.eat("个");
    if scan.eat_any(WEEK) {
        let day = moved(today, shift * 7)?;
        return Some(match scan.pick(WEEKDAYS) {
            Some(weekday) => Point::day(in_week(day, weekday)),
            None => Point::Other(Span::Days(in_week(day, Weekday::Mon), in_week(day, Weekday::Sun))),
        });
    }
    if scan.eat("月") {
        return months(today, shift).map(|day| Point::Month(Month::of(day)));
    }
    let quarter = scan.eat("季度").then(|| months(today, shift * 3))??;
    Some(Point::Other(Span::Quarter(quarter.year(), quarter.month0() / 3 + 1)))
}

fn moved(today: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { today.checked_sub_days(distance) } else { today.checked_add_days(distance) }
}

fn months(today: NaiveDate, shift: i64) -> Option<NaiveDate> {
    let distance = Months::new(u32::try_from(shift.unsigned_abs()).ok()?);
    if shift < 0 { today.checked_sub_months(distance) } else { today.checked_add_months(distance) }
}

/// The `weekday` of the week, Monday to Sunday, that `day` lies in.
fn in_week(day: NaiveDate, weekday: Weekday) -> NaiveDate {
    day.week(Weekday::Mon).first_day() + Days::new(u64::from(weekday.num_days_from_monday()))
}
