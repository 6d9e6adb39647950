//! Values of figures as they print.

use rust_decimal::{Decimal, RoundingStrategy};

use super::bits::{Bit, text_of};
use super::list_text::{Member, list_text};
use super::number_text::{Around, number_text, plain};
use super::shape::Shape;
use crate::document::Run;
use crate::model::{Indicator, When, Year};
use crate::query::{Listed, Value};
use crate::text::han;
use crate::token::Format;

/// A value and what it needs to print.
pub(super) struct Printing<'a> {
    /// How.
    pub(super) shape: Shape,
    /// Its unit.
    pub(super) unit: &'a str,
    /// 多 or 余.
    pub(super) word: &'static str,
    /// The year whose number dates leave out.
    pub(super) year: Year,
    /// What stands around it.
    pub(super) around: Around<'a>,
}

/// A figure's value as a list or a board shows it: the indicator's own format and unit; `**` when there is none.
pub fn figure_text(indicator: &Indicator, value: Option<&Value>, year: Year) -> String {
    let shape = Shape { unit: true, ..Shape::new(&[], &indicator.format) };
    let Some(value) = value else { return Run::BLANK.into() };
    let shape = if matches!(value, Value::List(_)) { Shape { unit: false, ..shape } } else { shape };
    let printing = |shape| Printing { shape, unit: &indicator.unit, word: "多", year, around: Around::default() };
    let name = |listed: &Listed| listed.text.as_ref().map_or_else(|| vec![Bit::blank()], |text| vec![Bit::words(text)]);
    let bits = printing(shape).bits(value, name).or_else(|_| printing(Shape::default()).bits(value, name));
    text_of(&bits.unwrap_or_default())
}

impl Printing<'_> {
    /// Prints a value; `name` weaves the words of a member. Fails with the format that does not fit.
    pub(super) fn bits(&self, value: &Value, name: impl Fn(&Listed) -> Vec<Bit>) -> Result<Vec<Bit>, Format> {
        match value {
            Value::Number(number, mark) => {
                let text = number_text((*number, *mark), &self.shape, self.unit, self.word, self.around)?;
                Ok(vec![Bit::words(text)])
            }
            Value::List(list) => list_text(list.iter().map(|listed| self.member(listed, &name)).collect(), &self.shape),
            Value::Ratio(part, all) => Ok(vec![Bit::words(self.ratio(*part, *all)?)]),
        }
    }

    fn member(&self, listed: &Listed, name: impl Fn(&Listed) -> Vec<Bit>) -> Member {
        let own = |bit: Bit| Bit { item: listed.item, ..bit };
        let bits = name(listed).into_iter().map(own).collect();
        let date = |when: &When| if self.shape.weekday { when.print_weekday(self.year) } else { when.print(self.year) };
        Member { bits, date: listed.when.as_ref().map(date) }
    }

    fn ratio(&self, part: Decimal, all: Decimal) -> Result<String, Format> {
        let Shape { scale, decimals, numeral, unit, .. } = self.shape;
        if let Some(format) = self.shape.of_lists() {
            return Err(format);
        }
        let unit = if unit { self.unit } else { "" };
        if let Some(format) = self.shape.round {
            return Err(format);
        }
        match (scale, decimals, numeral) {
            (None | Some(Format::Ratio), None, None) => Ok(format!("{}/{}{unit}", plain(part), plain(all))),
            (Some(Format::Percent), _, None) => Ok(percent(part, all, decimals)),
            (None, None, Some(Format::Han)) => Ok(format!("{}{unit}", han(part))),
            _ => Err(self.shape.of_numbers().unwrap_or(Format::Ratio)),
        }
    }
}

/// The part in per cent, one decimal at most unless more are asked for; 100 only when nothing is left out.
fn percent(part: Decimal, all: Decimal, decimals: Option<u8>) -> String {
    let places = decimals.unwrap_or(1);
    let exact = part / if all.is_zero() { Decimal::ONE } else { all } * Decimal::ONE_HUNDRED;
    let way = if part < all { RoundingStrategy::ToZero } else { RoundingStrategy::MidpointAwayFromZero };
    let number = exact.round_dp_with_strategy(places.into(), way);
    if decimals.is_some() { format!("{number:.*}％", usize::from(places)) } else { format!("{}％", plain(number)) }
}

/// 同比: how a value stands to that of one year earlier; none when there is nothing to compare with.
pub(super) fn year_on_year(now: &Value, base: Option<&Value>, decimals: Option<u8>) -> Result<Option<String>, Format> {
    let Value::Number(now, _) = now else { return Err(Format::YearOnYear) };
    let base = match base {
        Some(Value::Number(base, _)) if !base.is_zero() => base,
        Some(Value::Number(..)) | None => return Ok(None),
        Some(_) => return Err(Format::YearOnYear),
    };
    let grown = *now - base;
    if grown >= *base {
        return Ok(Some("翻番".into()));
    }
    let change = grown / base * Decimal::ONE_HUNDRED;
    let places = decimals.unwrap_or(1).into();
    let size = change.abs().round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    Ok(Some(match size {
        size if size.is_zero() => "持平".into(),
        size if change.is_sign_negative() => format!("下降{}％", plain(size)),
        size => format!("增长{}％", plain(size)),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Mark;

    fn number(number: i64) -> Value {
        Value::Number(Decimal::from(number), Mark::Exact)
    }

    #[test]
    fn year_on_year_chooses_its_word_by_size() {
        let said = |now, base: Option<i64>| year_on_year(&number(now), base.map(number).as_ref(), None);
        for (now, base, word) in [(90, 80, "增长12.5％"), (70, 80, "下降12.5％"), (80, 80, "持平"), (160, 80, "翻番")]
        {
            assert_eq!(said(now, Some(base)), Ok(Some(word.into())), "{now} {base}");
        }
        let most = Value::Number(Decimal::MAX, Mark::Exact);
        assert_eq!(year_on_year(&most, Some(&number(1)), None), Ok(Some("翻番".into())));
        assert_eq!(said(90, None), Ok(None));
        assert_eq!(said(90, Some(0)), Ok(None));
    }

    #[test]
    fn all_but_one_is_never_a_hundred_per_cent() {
        let percent = |part: i64, all: i64, decimals| percent(part.into(), all.into(), decimals);
        assert_eq!(percent(1999, 2000, None), "99.9％");
        assert_eq!(percent(5, 5, None), "100％");
        assert_eq!(percent(1, 3, Some(2)), "33.33％");
    }
}
