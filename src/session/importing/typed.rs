//! A cell's text as one would type it into its field.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};

use crate::entry::{CommonField, Field};
use crate::model::FieldType;

/// The days that a bare number in a column of dates may mean, as spreadsheets count them: 2000-01-01 to 2099-12-31.
const SERIALS: std::ops::RangeInclusive<u64> = 36_526..=73_050;

/// What stands in a cell, as one types it into `field`: a date without its time, also where only its serial stands.
pub fn typed<'a>(field: &Field<'_>, text: &'a str) -> Cow<'a, str> {
    let is_date = match field {
        Field::Common(common) => matches!(common, CommonField::When | CommonField::Due),
        Field::Own(spec) => matches!(spec.holds, FieldType::When),
    };
    match text.trim() {
        text if is_date => day(text),
        text => Cow::Borrowed(text),
    }
}

fn day(text: &str) -> Cow<'_, str> {
    let serial = text.parse().ok().filter(|_| text.len() == 5).filter(|serial| SERIALS.contains(serial));
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30).expect("the day that spreadsheets count from");
    match serial.and_then(|days| zero.checked_add_days(Days::new(days))) {
        Some(day) => Cow::Owned(day.to_string()),
        None => Cow::Borrowed(without_time(text)),
    }
}

/// `2022-12-20 9:00` and `2022-12-20T09:00:00` without the hour, which no field keeps.
fn without_time(text: &str) -> &str {
    let is_time = |tail: &str| {
        tail.contains([':', '：']) && tail.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '：' | '.' | 'Z'))
    };
    match text.rsplit_once([' ', 'T']) {
        Some((day, tail)) if is_time(tail) => day.trim_end(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_taken_as_a_serial_and_without_its_time() {
        let when = Field::Common(CommonField::When);
        for (text, wanted) in [
            ("44915", "2022-12-20"),
            ("2022-12-20 9:00", "2022-12-20"),
            ("2022-12-20T09:00:00", "2022-12-20"),
            (" 12-20 ", "12-20"),
            ("10月上旬", "10月上旬"),
            ("12200", "12200"),
            ("20221220", "20221220"),
        ] {
            assert_eq!(typed(&when, text), wanted, "{text}");
        }
        assert_eq!(typed(&Field::Common(CommonField::Title), "44915"), "44915");
    }
}
