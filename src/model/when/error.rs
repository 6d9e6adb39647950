//! Why a text is no date.

use std::fmt;

use chrono::{Datelike, NaiveDate, Weekday};

use super::echo::weekday;
use crate::lang::Lang;

/// A text that is no date or period: what was typed and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhenError {
    typed: String,
    fault: Fault,
}

/// What is wrong with a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing was typed.
    Empty,
    /// It cannot be read.
    Unclear,
    /// 325, 29日: more than one day may be meant.
    Ambiguous,
    /// The month has fewer days.
    Day { month: u32, days: u32 },
    /// No such month.
    Month(u32),
    /// No such quarter.
    Quarter(u32),
    /// No such week.
    Week { year: i32, week: u32 },
    /// A year that cannot be written.
    Year(u32),
    /// A stored text must name its year.
    NoYear,
    /// The range ends before it starts.
    Backwards,
    /// The weekday typed beside the day is another.
    Weekday(NaiveDate),
    /// The festival falls on no day of the year, or on two.
    Festival { name: &'static str, year: i32, days: Vec<NaiveDate> },
    /// A date, but no quarter, month, week or half-year.
    NoPeriod,
}

impl WhenError {
    pub(super) fn new(typed: &str, fault: Fault) -> Self {
        Self { typed: typed.trim().chars().take(40).collect(), fault }
    }

    /// Says what is wrong: `` `6月31日` 不是日期 ``.
    pub fn text(&self, lang: Lang) -> String {
        let typed = &self.typed;
        match (&self.fault, lang) {
            (Fault::Empty, Lang::Zh) => "还没有写日期".into(),
            (Fault::Empty, Lang::En) => "no date was typed".into(),
            (Fault::Ambiguous, Lang::Zh) => format!("`{typed}` 看不出是哪一天"),
            (Fault::Ambiguous, Lang::En) => format!("`{typed}` may be more than one day"),
            (Fault::Backwards, Lang::Zh) => format!("`{typed}` 止日在起日之前"),
            (Fault::Backwards, Lang::En) => format!("`{typed}` ends before it starts"),
            (Fault::Weekday(_), Lang::Zh) => format!("`{typed}` 的星期不对"),
            (Fault::Weekday(_), Lang::En) => format!("`{typed}` names another weekday"),
            (Fault::NoPeriod, Lang::Zh) => format!("`{typed}` 不是所属期"),
            (Fault::NoPeriod, Lang::En) => format!("`{typed}` is no period"),
            (_, Lang::Zh) => format!("`{typed}` 不是日期"),
            (_, Lang::En) => format!("`{typed}` is no date"),
        }
    }

    /// Says what to do: 6月只有30天.
    pub fn hint(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.fault.hint_zh(),
            Lang::En => self.fault.hint_en(),
        }
    }
}

impl Fault {
    fn hint_zh(&self) -> String {
        match self {
            Self::Empty | Self::Unclear => {
                "例如 3-25、7-13~17、10月29日至30日、11-30 上午、5月、上半年、春节期间".into()
            }
            Self::Ambiguous => "请写明月和日，例如 3-25 或 0325".into(),
            Self::Day { month, days } => format!("{month}月只有{days}天"),
            Self::Month(_) => "月份是1至12".into(),
            Self::Quarter(_) => "季度是一至四".into(),
            Self::Week { year, .. } => format!("{year}年没有这一周"),
            Self::Year(_) => "年份写四位，1900至2199".into(),
            Self::NoYear => "请写明年份，例如 2022年3月25日".into(),
            Self::Backwards => "请先写起日；跨年的写明年份，例如 12月30日至2023年1月3日".into(),
            Self::Weekday(day) => format!("{}月{}日是{}", day.month(), day.day(), weekday(*day, Lang::Zh)),
            Self::Festival { name, year, days } => match days[..] {
                [] => format!("{year}年没有{name}，请写月和日"),
                _ => format!("{year}年有{}个{name}：{}，请写月和日", days.len(), dates(days, "月", "日", "、")),
            },
            Self::NoPeriod => "例如 二季度、7月、上半年、第12周、3月21日当周".into(),
        }
    }

    fn hint_en(&self) -> String {
        match self {
            Self::Empty | Self::Unclear => {
                "for example 3-25, 7-13~17, 10月29日至30日, 11-30 上午, 5月, 上半年, 春节期间".into()
            }
            Self::Ambiguous => "give month and day, for example 3-25 or 0325".into(),
            Self::Day { month, days } => format!("month {month} has only {days} days"),
            Self::Month(_) => "months are 1 to 12".into(),
            Self::Quarter(_) => "quarters are 1 to 4".into(),
            Self::Week { year, .. } => format!("{year} has no such week"),
            Self::Year(_) => "years have four digits, 1900 to 2199".into(),
            Self::NoYear => "name the year, for example 2022年3月25日".into(),
            Self::Backwards => "give the first day first, and the year where it changes: 12月30日至2023年1月3日".into(),
            Self::Weekday(day) => format!("{}-{} is a {}", day.month(), day.day(), weekday(*day, Lang::En)),
            Self::Festival { name, year, days } => match days[..] {
                [] => format!("{year} has no {name}; give month and day"),
                _ => format!("{year} has {} {name}: {}; give month and day", days.len(), dates(days, "-", "", ", ")),
            },
            Self::NoPeriod => "for example 二季度, 7月, 上半年, 第12周, 3月21日当周".into(),
        }
    }
}

fn dates(days: &[NaiveDate], month: &str, day: &str, between: &str) -> String {
    let date = |date: &NaiveDate| format!("{}{month}{}{day}", date.month(), date.day());
    days.iter().map(date).collect::<Vec<_>>().join(between)
}

impl fmt::Display for WhenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.text(Lang::En), self.hint(Lang::En))
    }
}

impl std::error::Error for WhenError {}

/// Checks that `day` is the weekday typed beside it.
pub(super) fn agrees(day: NaiveDate, typed: Weekday) -> Result<(), Fault> {
    if day.weekday() == typed { Ok(()) } else { Err(Fault::Weekday(day)) }
}
