//! Numbers as they print: scaled, then rounded, then in 汉字, with one word at most for being rounded.

use rust_decimal::{Decimal, RoundingStrategy};

use super::shape::Shape;
use crate::model::Mark;
use crate::text::{about, ceiled, han, ordinal_han};
use crate::token::Format;

/// Decimals of a number that has no end, as a mean.
const ENDLESS: u32 = 6;
const DOWN: RoundingStrategy = RoundingStrategy::ToZero;
const UP: RoundingStrategy = RoundingStrategy::AwayFromZero;
const HALF: RoundingStrategy = RoundingStrategy::MidpointAwayFromZero;
/// Words before a number that already say that it is rounded.
const ROUNDED: [&str; 9] = ["约", "大约", "超过", "超", "近", "将近", "不足", "逾", "突破"];
/// Words that only look so.
const OTHERS: [&str; 14] =
    ["最近", "附近", "临近", "邻近", "靠近", "新近", "节约", "制约", "公约", "条约", "预约", "签约", "契约", "履约"];
/// Words after a number that already say that it is rounded.
const MORE: [&str; 4] = ["多", "余", "以上", "左右"];

/// The words that stand around a number, so that nothing is said twice.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around<'a> {
    /// What stands before it.
    pub(super) before: &'a str,
    /// What stands after it.
    pub(super) after: &'a str,
}

/// A number on its way to paper: the word before, the number, the word after.
struct Rounded {
    lead: &'static str,
    number: Decimal,
    tail: &'static str,
}

/// Prints a number; `word` (多 or 余) marks one that was floored by 约. Fails with the format that does not fit.
pub(super) fn number_text(
    (number, mark): (Decimal, Mark),
    shape: &Shape,
    unit: &str,
    word: &'static str,
    around: Around<'_>,
) -> Result<String, Format> {
    if let Some(format) = shape.of_lists() {
        return Err(format);
    }
    let (size, scale) = scale(shape.scale)?;
    // Two leading digits of 128500 are those of 12.85万; a number of decimals is one of the scaled number.
    let mut rounded = match shape.decimals {
        Some(_) => rounded(number / size, mark, shape, word),
        None => rounded(number, mark, shape, word).divided(size),
    };
    rounded.keep_one_word(around);
    let digits = digits(rounded.number, shape)?;
    let unit = if shape.unit { unit } else { "" };
    Ok(format!("{}{digits}{scale}{}{unit}", rounded.lead, rounded.tail))
}

/// What a number is divided by, and the word that says so.
fn scale(scale: Option<Format>) -> Result<(Decimal, &'static str), Format> {
    match scale {
        None => Ok((Decimal::ONE, "")),
        Some(Format::Wan) => Ok((Decimal::from(10_000), "万")),
        Some(Format::Yi) => Ok((Decimal::from(100_000_000), "亿")),
        Some(Format::Percent) => Ok((Decimal::ONE, "％")),
        Some(format) => Err(format),
    }
}

fn rounded(number: Decimal, mark: Mark, shape: &Shape, word: &'static str) -> Rounded {
    let (lead, tail) = words(mark);
    let kept = Rounded { lead, number, tail };
    match (shape.round, shape.decimals) {
        (Some(Format::About), decimals) => match floored_at(number, decimals) {
            floor if floor == number => kept,
            number => Rounded { lead: "", number, tail: if mark == Mark::Rest { "余" } else { word } },
        },
        (Some(Format::Over), decimals) => one_sided(number, floored_at(number, decimals), mark, "超过"),
        (Some(Format::Near), None) => one_sided(number, ceiled(number), mark, "近"),
        (Some(Format::Near), Some(places)) => one_sided(number, at(number, places, UP), mark, "近"),
        (_, Some(places)) => Rounded { number: at(number, places, HALF), ..kept },
        (_, None) => kept,
    }
}

/// Floored at the place that is asked for, else to its leading digits.
fn floored_at(number: Decimal, decimals: Option<u8>) -> Decimal {
    decimals.map_or_else(|| about(number).unwrap_or(number), |places| at(number, places, DOWN))
}

fn at(number: Decimal, places: u8, way: RoundingStrategy) -> Decimal {
    number.round_dp_with_strategy(places.into(), way)
}

/// A number rounded to one side: its own mark gives way; an exact number that was round already prints bare.
fn one_sided(number: Decimal, rounded: Decimal, mark: Mark, lead: &'static str) -> Rounded {
    let is_bare = number == rounded && mark == Mark::Exact;
    Rounded { lead: if is_bare { "" } else { lead }, number: rounded, tail: "" }
}

const fn words(mark: Mark) -> (&'static str, &'static str) {
    match mark {
        Mark::Exact => ("", ""),
        Mark::More => ("", "多"),
        Mark::Rest => ("", "余"),
        Mark::Near => ("近", ""),
        Mark::Over => ("超过", ""),
        Mark::About => ("约", ""),
    }
}

impl Rounded {
    fn divided(self, size: Decimal) -> Self {
        Self { number: self.number / size, ..self }
    }

    /// Drops its word where the text around has one: never 约…多, never 超过…余, never 多多.
    fn keep_one_word(&mut self, around: Around<'_>) {
        let ends = |words: &[&str]| words.iter().any(|word| around.before.ends_with(word));
        let said_before = ends(&ROUNDED) && !ends(&OTHERS);
        let said_after = MORE.iter().any(|word| around.after.starts_with(word));
        if said_before || said_after {
            (self.lead, self.tail) = ("", "");
        }
    }
}

fn digits(number: Decimal, shape: &Shape) -> Result<String, Format> {
    match (shape.numeral, shape.decimals) {
        (Some(Format::Ordinal), _) => {
            let whole: Option<u64> = if number.is_integer() { number.trunc().try_into().ok() } else { None };
            whole.map(ordinal_han).ok_or(Format::Ordinal)
        }
        (Some(_), _) => Ok(han(number.normalize())),
        (None, Some(places)) => Ok(format!("{number:.*}", usize::from(places))),
        (None, _) => Ok(plain(number)),
    }
}

/// The number in figures, without idle zeros; one without end keeps two decimals.
pub(super) fn plain(number: Decimal) -> String {
    let number = if number.scale() > ENDLESS { number.round_dp(2) } else { number };
    number.normalize().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(number: &str, mark: Mark, formats: &[Format], around: Around<'_>) -> String {
        let number = number.parse().expect("a number");
        number_text((number, mark), &Shape::new(formats, ""), "人次", "多", around).expect("it fits")
    }

    fn alone(number: &str, mark: Mark, formats: &[Format]) -> String {
        text(number, mark, formats, Around::default())
    }

    #[test]
    fn a_number_prints_exactly_and_without_its_unit() {
        assert_eq!(alone("1234.50", Mark::Exact, &[]), "1234.5");
        assert_eq!(alone("56", Mark::Exact, &[Format::Unit]), "56人次");
        assert_eq!(alone("300", Mark::More, &[Format::Unit]), "300多人次");
    }

    #[test]
    fn scale_comes_before_rounding_and_rounding_before_han() {
        assert_eq!(alone("124000", Mark::Exact, &[Format::Wan]), "12.4万");
        assert_eq!(alone("124000", Mark::Exact, &[Format::Wan, Format::About]), "12万多");
        assert_eq!(alone("34", Mark::Exact, &[Format::About, Format::Han]), "三十多");
        assert_eq!(alone("2", Mark::Exact, &[Format::Han]), "两");
        assert_eq!(alone("2", Mark::Exact, &[Format::Ordinal]), "二");
    }

    #[test]
    fn about_floors_and_leaves_round_numbers_bare() {
        for (number, printed) in [("34", "30多"), ("187", "180多"), ("1240", "1200多"), ("9", "9"), ("300", "300")] {
            assert_eq!(alone(number, Mark::Exact, &[Format::About]), printed);
        }
        assert_eq!(alone("300", Mark::More, &[Format::About]), "300多");
        assert_eq!(alone("347", Mark::Rest, &[Format::About]), "340余");
    }

    #[test]
    fn over_floors_near_ceils_and_the_word_is_said_once() {
        assert_eq!(alone("128500", Mark::Exact, &[Format::Wan, Format::Over]), "超过12万");
        let said = Around { before: "受众超过", after: "人次" };
        assert_eq!(text("128500", Mark::More, &[Format::Wan, Format::Over], said), "12万");
        assert_eq!(alone("120000", Mark::Exact, &[Format::Wan, Format::Over]), "12万");
        assert_eq!(alone("187", Mark::Exact, &[Format::Near]), "近190");
    }

    #[test]
    fn never_about_and_more_together() {
        assert_eq!(text("300", Mark::More, &[], Around { before: "约", after: "条" }), "300");
        assert_eq!(text("300", Mark::More, &[], Around { before: "共", after: "多条" }), "300");
        assert_eq!(text("300", Mark::More, &[], Around { before: "节约", after: "万元" }), "300多");
        assert_eq!(alone("50", Mark::About, &[Format::About]), "约50");
    }

    #[test]
    fn decimals_are_kept_as_many_as_asked() {
        assert_eq!(alone("12", Mark::Exact, &[Format::Decimals(1)]), "12.0");
        assert_eq!(alone("12.25", Mark::Exact, &[Format::Decimals(1)]), "12.3");
        assert_eq!(alone("128500", Mark::Exact, &[Format::Wan, Format::About, Format::Decimals(1)]), "12.8万多");
        assert_eq!(plain(Decimal::ONE / Decimal::from(3)), "0.33");
    }

    #[test]
    fn a_list_format_does_not_fit_a_number() {
        let shape = Shape::new(&[Format::Titles], "");
        let printed = number_text((Decimal::ONE, Mark::Exact), &shape, "", "多", Around::default());
        assert_eq!(printed, Err(Format::Titles));
    }
}
