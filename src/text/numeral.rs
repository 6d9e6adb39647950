//! Chinese numerals, written and read.

use rust_decimal::Decimal;

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const ZEROS: [char; 3] = ['零', '〇', '○'];
const WAN: u128 = 10_000;
const YI: u128 = 100_000_000;

/// The number as it counts things: 四, 两, 十二, 一百零五; decimals 三点五.
///
/// 两 stands for a two that counts alone or leads 千, 万 or 亿.
pub fn han(number: Decimal) -> String {
    let number = number.normalize();
    let sign = if number.is_sign_negative() && !number.is_zero() { "负" } else { "" };
    let whole = number.trunc().mantissa().unsigned_abs();
    if number.scale() == 0 {
        return format!("{sign}{}", counting(whole));
    }
    let digits = number.to_string();
    let decimals = digits.split_once('.').map_or("", |(_, decimals)| decimals);
    format!("{sign}{}点{}", written(whole), decimals.bytes().map(|b| DIGITS[usize::from(b - b'0')]).collect::<String>())
}

/// The number as it ranks things: 一, 二, 十二 (2 stays 二).
pub fn ordinal_han(number: u64) -> String {
    written(u128::from(number))
}

/// Reads 四, 两, 十二, 一百零五, 三十, 一万二千, 二〇二二, 廿三.
///
/// Also 一百五 (150) and the bare 百, 千, 万 of 近百.
pub fn read_han(text: &str) -> Option<u64> {
    let text = text.replace('廿', "二十").replace('卅', "三十");
    if text.is_empty() {
        return None;
    }
    positional(&text).or_else(|| read_yi(&text))
}

fn counting(number: u128) -> String {
    let text = written(number);
    match text.strip_prefix('二') {
        Some(rest) if rest.is_empty() || rest.starts_with(['千', '万', '亿']) => format!("两{rest}"),
        _ => text,
    }
}

fn written(number: u128) -> String {
    match number {
        0 => DIGITS[0].to_string(),
        // 十二, 十二万: a leading ten drops its 一.
        10..20 | 100_000..200_000 => below_yi(number).replacen('一', "", 1),
        _ => above_yi(number),
    }
}

fn above_yi(number: u128) -> String {
    let (high, low) = (number / YI, number % YI);
    if high == 0 { below_yi(low) } else { joined(&written(high), '亿', low, YI, below_yi) }
}

fn below_yi(number: u128) -> String {
    let (high, low) = (number / WAN, number % WAN);
    if high == 0 {
        return below_wan(low);
    }
    joined(&below_wan(high), '万', low, WAN, below_wan)
}

/// `high`, its unit and `low`, with 零 where the place below `unit` is empty.
fn joined(high: &str, name: char, low: u128, unit: u128, lower: fn(u128) -> String) -> String {
    let zero = if low > 0 && low < unit / 10 { "零" } else { "" };
    let low = if low > 0 { lower(low) } else { String::new() };
    format!("{high}{name}{zero}{low}")
}

fn below_wan(number: u128) -> String {
    let mut text = String::new();
    let mut skipped = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = usize::try_from(number / unit % 10).expect("one digit");
        if digit == 0 {
            skipped = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut skipped) {
            text.push(DIGITS[0]);
        }
        text.push(DIGITS[digit]);
        text.push_str(name);
    }
    text
}

/// Digits one after another, as years are written; 两三 and 七八 are no numbers but doubts between two.
fn positional(text: &str) -> Option<u64> {
    let digits = text.chars().count();
    if digits > 1 && text.contains('两') || digits == 2 && !text.contains(ZEROS) {
        return None;
    }
    text.chars().try_fold(0u64, |sum, c| sum.checked_mul(10)?.checked_add(digit(c)?))
}

fn digit(c: char) -> Option<u64> {
    match c {
        c if ZEROS.contains(&c) => Some(0),
        '两' => Some(2),
        _ => DIGITS.iter().position(|&known| known == c).map(|value| value as u64),
    }
}

fn read_yi(text: &str) -> Option<u64> {
    read_around(text, '亿', 100_000_000, read_yi, read_wan)
}

fn read_wan(text: &str) -> Option<u64> {
    read_around(text, '万', 10_000, read_thousands, read_thousands)
}

/// Reads what stands before and after `name`; 一万二 ends in a digit of the place below.
fn read_around(
    text: &str,
    name: char,
    unit: u64,
    high: fn(&str) -> Option<u64>,
    low: fn(&str) -> Option<u64>,
) -> Option<u64> {
    let Some((before, after)) = text.rsplit_once(name) else { return low(text) };
    let high = if before.is_empty() { 1 } else { high(before)? };
    let low = match (after.is_empty(), lone_digit(after)) {
        (true, _) => 0,
        (_, Some(digit)) => digit * (unit / 10),
        _ => low(after).filter(|&low| low < unit)?,
    };
    high.checked_mul(unit)?.checked_add(low)
}

fn lone_digit(text: &str) -> Option<u64> {
    let mut chars = text.chars();
    let only = digit(chars.next()?)?;
    (chars.next().is_none() && only > 0).then_some(only)
}

/// Reads a number below ten thousand with 千, 百, 十 in falling order.
fn read_thousands(text: &str) -> Option<u64> {
    let mut sum = 0;
    let mut last_unit = 10_000;
    let mut after_zero = false;
    let mut pending = None;
    for c in text.chars() {
        if let Some(value) = digit(c) {
            if pending.is_some() {
                return None;
            }
            after_zero |= value == 0;
            pending = Some(value).filter(|&value| value > 0);
            continue;
        }
        let unit = ['千', '百', '十'].iter().position(|&name| name == c).map(|place| [1000, 100, 10][place])?;
        if unit >= last_unit {
            return None;
        }
        sum += pending.take().unwrap_or(1) * unit;
        last_unit = unit;
        after_zero = false;
    }
    let last_place = if after_zero || last_unit == 10_000 { 1 } else { last_unit / 10 };
    Some(sum + pending.unwrap_or(0) * last_place)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written_as(number: &str) -> String {
        han(number.parse().expect("a decimal"))
    }

    #[test]
    fn numbers_count_in_chinese() {
        for (number, text) in [
            ("0", "零"),
            ("2", "两"),
            ("4", "四"),
            ("10", "十"),
            ("12", "十二"),
            ("20", "二十"),
            ("22", "二十二"),
            ("105", "一百零五"),
            ("110", "一百一十"),
            ("200", "二百"),
            ("2000", "两千"),
            ("1010", "一千零一十"),
            ("10010", "一万零一十"),
            ("12000", "一万二千"),
            ("20000", "两万"),
            ("100000", "十万"),
            ("120500", "十二万零五百"),
            ("100000001", "一亿零一"),
            ("1000000000", "十亿"),
            ("3.5", "三点五"),
            ("2.50", "二点五"),
            ("-3", "负三"),
            ("0.05", "零点零五"),
        ] {
            assert_eq!(written_as(number), text, "{number}");
        }
    }

    #[test]
    fn ranks_keep_their_two() {
        assert_eq!(ordinal_han(2), "二");
        assert_eq!(ordinal_han(12), "十二");
        assert_eq!(ordinal_han(2000), "二千");
    }

    #[test]
    fn every_way_of_writing_is_read() {
        for (text, number) in [
            ("四", 4),
            ("两", 2),
            ("十二", 12),
            ("一百零五", 105),
            ("一百一十", 110),
            ("三十", 30),
            ("一万二千", 12000),
            ("一万二", 12000),
            ("一百五", 150),
            ("两千零一", 2001),
            ("二〇二二", 2022),
            ("二零二二", 2022),
            ("廿三", 23),
            ("廿", 20),
            ("卅一", 31),
            ("百", 100),
            ("万", 10000),
            ("十二万零五百", 120_500),
            ("零", 0),
        ] {
            assert_eq!(read_han(text), Some(number), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        for text in [
            "",
            "次",
            "十十",
            "二三百",
            "两三",
            "七八",
            "二两二二",
            "十百",
            "一个",
            "12",
            "九九九九九九九九九九九九九九九九九九九九九",
        ] {
            assert_eq!(read_han(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_is_the_inverse_of_writing(number: u64, small in 0u64..200_000) {
            for number in [number, small, small * 10_000, small * 100_000_000] {
                prop_assert_eq!(read_han(&ordinal_han(number)), Some(number));
                prop_assert_eq!(read_han(&han(Decimal::from(number))), Some(number));
            }
        }
    }
}
