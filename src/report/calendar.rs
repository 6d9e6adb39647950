//! What the calendar gives to a report: its year, the stretch it tells of, the one before and the one after.

use super::desk::Desk;
use crate::model::{Given, Variant, When};
use crate::text::ordinal_han;

/// The words of a token that the calendar gives; none: there is nothing of the sort in this variant.
pub(super) fn calendar_words(desk: &Desk<'_>, given: Given) -> Option<String> {
    let (year, variant) = (desk.year().number(), desk.variant);
    Some(match given {
        Given::Year => year.to_string(),
        Given::YearBefore => (year - 1).to_string(),
        Given::YearAfter => (year + 1).to_string(),
        Given::AsOf => When::day(desk.scope.to).print(desk.year()),
        Given::Stretch => stretch(variant).unwrap_or_else(|| "全年".into()),
        Given::Named => named(year, stretch(variant)),
        Given::Earlier => named(year - 1, stretch(variant)),
        Given::Next => next(variant).unwrap_or_else(|| "明年".into()),
        Given::NextNamed => next(variant).map_or_else(|| named(year + 1, None), |next| named(year, Some(next))),
        Given::Theme => variant.tag()?.to_owned(),
    })
}

/// 2022年, 2022年上半年.
fn named(year: i32, stretch: Option<String>) -> String {
    format!("{year}年{}", stretch.unwrap_or_default())
}

/// The part of the year that a variant tells of; none: the year.
fn stretch(variant: &Variant) -> Option<String> {
    match variant {
        Variant::Whole | Variant::Tag(_) | Variant::Public => None,
        Variant::FirstHalf => Some("上半年".into()),
        Variant::SecondHalf => Some("下半年".into()),
        Variant::Quarter(quarter) => Some(quarter_words(quarter.number())),
        Variant::ToNovember => Some("1至11月".into()),
    }
}

/// The part of the same year that follows; none: the next year does.
fn next(variant: &Variant) -> Option<String> {
    match variant {
        Variant::FirstHalf => Some("下半年".into()),
        Variant::Quarter(quarter) if quarter.number() < 4 => Some(quarter_words(quarter.number() + 1)),
        _ => None,
    }
}

fn quarter_words(number: u8) -> String {
    format!("第{}季度", ordinal_han(number.into()))
}
