//! 约数: numbers rounded as official documents round them.

use rust_decimal::Decimal;

/// Floors for 约: to tens below 100, to two leading digits above; `None` when below 10 or already round (print it bare).
pub fn about(_number: Decimal) -> Option<Decimal> {
    todo!()
}

/// Floors for 超过 by the same steps.
pub fn floored(_number: Decimal) -> Decimal {
    todo!()
}

/// Ceils for 近 by the same steps.
pub fn ceiled(_number: Decimal) -> Decimal {
    todo!()
}
