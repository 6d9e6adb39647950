//! Numbers typed with their unit: `300多人次`, `100万元`.

use rust_decimal::Decimal;

use crate::model::{Amount, AmountError};
use crate::text::fold;

const WAN: u64 = 10_000;

/// Reads a number of `unit`; the unit, or its first word, may stand after it.
///
/// Where the unit is one of 万, a number that says 万 or 亿 itself is not taken ten thousand times.
pub(super) fn read(typed: &str, unit: &str) -> Result<Amount, AmountError> {
    let text = fold(typed.trim());
    let unit = fold(unit);
    if let Some(number) = names(&unit).find_map(|name| text.strip_suffix(name)) {
        return Amount::parse(number.trim());
    }
    let Some(base) = unit.strip_prefix('万') else { return Amount::parse(&text) };
    let in_base = names(base).find_map(|name| text.strip_suffix(name));
    let amount = Amount::parse(in_base.unwrap_or(&text))?;
    let is_whole = in_base.is_some() || text.contains(['万', '亿']);
    let value = if is_whole { amount.value() / Decimal::from(WAN) } else { amount.value() };
    Amount::new(value, amount.mark(), amount.is_estimated())
}

/// The ways to write a unit, longest first: 篇(条) also 篇 and 条, 人次 also 人.
fn names(unit: &str) -> impl Iterator<Item = &str> {
    let words = unit.split(['(', ')', '/']).filter(|word| !word.is_empty());
    let short = unit.strip_suffix('次').filter(|short| !short.is_empty() && !short.ends_with('万'));
    std::iter::once(unit).filter(|unit| !unit.is_empty()).chain(words).chain(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(typed: &str, unit: &str) -> String {
        read(typed, unit).unwrap_or_else(|error| panic!("{error}")).to_string()
    }

    #[test]
    fn a_unit_after_the_number_is_understood() {
        let rows = [
            ("300多人次", "人次", "300多"),
            ("300人", "人次", "300"),
            ("1.2万人次", "人次", "12000"),
            ("５篇", "篇（条）", "5"),
            ("5条", "篇（条）", "5"),
            ("95%", "％", "95"),
            ("3场", "场次", "3"),
            ("100多万元", "万元", "100多"),
            ("100万", "万元", "100"),
            ("120000元", "万元", "12"),
            ("2亿", "万元", "20000"),
            ("100", "万元", "100"),
            ("十二", "", "12"),
        ];
        for (typed, unit, wanted) in rows {
            assert_eq!(shown(typed, unit), wanted, "{typed} in {unit}");
        }
        assert!(read("人次", "人次").is_err());
        assert!(read("3个", "人次").is_err());
    }
}
