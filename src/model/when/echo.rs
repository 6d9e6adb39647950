//! What a form echoes beside a date, so that the clerk sees which days were understood.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::When;
use super::print;
use super::span::{Bound, Span};
use crate::lang::Lang;

impl When {
    /// The time with its year and weekday, or the days it stands for: `2022年12月20日 周二 今天`.
    pub fn echo(&self, lang: Lang, today: NaiveDate) -> String {
        let days = match self.span {
            Span::Day(day) | Span::Part(day, _) => one_day(day, lang, today),
            Span::Festival(_, day, false) => {
                format!("{} {}", print::days(day, day, Some(day.year())), one_day(day, lang, today))
            }
            Span::Days(first, last) => weekdays(first, last, lang),
            _ => print::days(self.span.first(), self.span.last(), Some(self.span.first().year())),
        };
        let until = match (self.bound, lang) {
            (Bound::Before | Bound::Until, Lang::Zh) => " 期限",
            (Bound::Before | Bound::Until, Lang::En) => " deadline",
            _ => "",
        };
        format!("{self} {days}{until}")
    }
}

/// `周三至周日`.
fn weekdays(first: NaiveDate, last: NaiveDate, lang: Lang) -> String {
    let between = match lang {
        Lang::Zh => "至",
        Lang::En => "–",
    };
    format!("{}{between}{}", weekday(first, lang), weekday(last, lang))
}

/// `周二 今天`.
fn one_day(day: NaiveDate, lang: Lang, today: NaiveDate) -> String {
    let near = near(day, today).map(|words| match lang {
        Lang::Zh => words.0,
        Lang::En => words.1,
    });
    std::iter::once(weekday(day, lang)).chain(near).collect::<Vec<_>>().join(" ")
}

fn near(day: NaiveDate, today: NaiveDate) -> Option<(&'static str, &'static str)> {
    if day == today {
        return Some(("今天", "today"));
    }
    if today.checked_sub_days(Days::new(1)) == Some(day) {
        return Some(("昨天", "yesterday"));
    }
    (today.checked_add_days(Days::new(1)) == Some(day)).then_some(("明天", "tomorrow"))
}

/// The weekday: 周二, Tue.
pub(super) fn weekday(day: NaiveDate, lang: Lang) -> &'static str {
    let (zh, en) = match day.weekday() {
        Weekday::Mon => ("周一", "Mon"),
        Weekday::Tue => ("周二", "Tue"),
        Weekday::Wed => ("周三", "Wed"),
        Weekday::Thu => ("周四", "Thu"),
        Weekday::Fri => ("周五", "Fri"),
        Weekday::Sat => ("周六", "Sat"),
        Weekday::Sun => ("周日", "Sun"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
