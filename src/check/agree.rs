//! Whether two numbers can be the same one, said with more or less precision.

use rust_decimal::Decimal;

use crate::model::{Amount, Mark};

/// From here on numbers are said in 万, rounded to their last figure.
const WAN: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// Whether `said` can stand for `own`: 300多 for 312, 近400 for 398, 1.2万 for 12 034.
pub fn agrees(said: &Amount, own: &Amount) -> bool {
    let (value, exact) = (said.value(), own.value());
    if value == exact {
        return true;
    }
    let place = last_place(value);
    match said.mark() {
        Mark::More | Mark::Rest | Mark::Over => value <= exact && exact - value < place,
        Mark::Near => exact < value && value - exact < place,
        Mark::About => (value - exact).abs() < place,
        Mark::Exact if value >= WAN => (value - exact).abs() < place && place >= Decimal::ONE_HUNDRED,
        Mark::Exact => false,
    }
}

/// The worth of the last figure that is not zero: 100 of 1 200.
fn last_place(value: Decimal) -> Decimal {
    let value = value.normalize();
    let mut place = Decimal::ONE;
    for _ in 0..value.scale() {
        place /= Decimal::TEN;
    }
    while !value.is_zero() && value % (place * Decimal::TEN) == Decimal::ZERO {
        place *= Decimal::TEN;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(said: &str, own: &str) -> bool {
        agrees(&Amount::parse(said).expect("an amount"), &Amount::parse(own).expect("an amount"))
    }

    #[test]
    fn a_rounded_number_stands_for_the_exact_one() {
        for (said, own) in [
            ("300多", "312"),
            ("近400", "398"),
            ("约1200", "1240"),
            ("1.2万", "12034"),
            ("12", "12"),
            ("300多", "300多"),
        ] {
            assert!(agree(said, own), "{said} {own}");
        }
    }

    #[test]
    fn another_number_does_not() {
        for (said, own) in [("300多", "412"), ("300多", "298"), ("近400", "401"), ("120", "123"), ("1.2万", "13500")]
        {
            assert!(!agree(said, own), "{said} {own}");
        }
    }
}
