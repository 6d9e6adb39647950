//! Chinese numerals, written and read.

use rust_decimal::Decimal;

/// The number as it counts things: 四, 两, 十二, 一百零五; decimals 三点五.
pub fn han(_number: Decimal) -> String {
    todo!()
}

/// The number as it ranks things: 一, 二, 十二 (2 stays 二).
pub fn ordinal_han(_number: u64) -> String {
    todo!()
}

/// Reads 四, 两, 十二, 一百零五, 三十, 一万二千, 二〇二二, 廿三.
pub fn read_han(_text: &str) -> Option<u64> {
    todo!()
}
