//! 约数: numbers rounded as official documents round them.

use rust_decimal::Decimal;

/// Floors for 约: to tens below 100, to two leading digits above; `None` when below 10 or already round (print it bare).
///
/// Decimals below 10, as in 1.26万, keep two leading digits.
pub fn about(number: Decimal) -> Option<Decimal> {
    let rounded = floored(number);
    (rounded != number).then_some(rounded)
}

/// Floors for 超过 by the same steps.
pub fn floored(number: Decimal) -> Decimal {
    step(number).map_or(number, |step| number - number % step)
}

/// Ceils for 近 by the same steps.
pub fn ceiled(number: Decimal) -> Decimal {
    let Some(step) = step(number) else { return number };
    let rest = number % step;
    if rest.is_zero() {
        return number;
    }
    let away = if number.is_sign_negative() { -step } else { step };
    (number - rest).checked_add(away).unwrap_or(number)
}

/// The step that a number is rounded to; `None` for zero and for what has no smaller digit.
fn step(number: Decimal) -> Option<Decimal> {
    let number = number.normalize();
    if number.is_zero() {
        return None;
    }
    let digits = number.mantissa().unsigned_abs().ilog10();
    let leading = i64::from(digits) - i64::from(number.scale());
    let place = if leading == 1 { 1 } else { leading - 1 };
    power_of_ten(place)
}

fn power_of_ten(place: i64) -> Option<Decimal> {
    let exponent = u32::try_from(place.unsigned_abs()).ok()?;
    if place < 0 {
        return Decimal::try_from_i128_with_scale(1, exponent).ok();
    }
    Decimal::try_from_i128_with_scale(10i128.checked_pow(exponent)?, 0).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn about_floors_to_what_a_document_says() {
        for (exact, rounded) in [
            ("34", "30"),
            ("187", "180"),
            ("1240", "1200"),
            ("12345", "12000"),
            ("1.26", "1.2"),
            ("12.6", "10"),
            ("105", "100"),
        ] {
            assert_eq!(about(number(exact)), Some(number(rounded)), "{exact}");
        }
    }

    #[test]
    fn small_and_round_numbers_stay_bare() {
        for exact in ["0", "9", "10", "30", "300", "1200", "1.2", "3.0"] {
            assert_eq!(about(number(exact)), None, "{exact}");
        }
    }

    #[test]
    fn over_floors_and_near_ceils_by_the_same_steps() {
        assert_eq!(floored(number("187")), number("180"));
        assert_eq!(floored(number("9")), number("9"));
        assert_eq!(ceiled(number("187")), number("190"));
        assert_eq!(ceiled(number("96")), number("100"));
        assert_eq!(ceiled(number("995")), number("1000"));
        assert_eq!(ceiled(number("1.21")), number("1.3"));
        assert_eq!(ceiled(number("300")), number("300"));
    }

    proptest! {
        #[test]
        fn a_number_lies_between_its_floor_and_ceiling(mantissa in 0i64..i64::MAX, scale in 0u32..28) {
            let number = Decimal::new(mantissa, scale);
            prop_assert!(floored(number) <= number && number <= ceiled(number));
            prop_assert_eq!(about(floored(number)), None);
        }
    }
}
