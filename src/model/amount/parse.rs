//! Reading what people type as an amount.

use rust_decimal::Decimal;

use super::error::Fault;
use super::{Amount, Mark};
use crate::text::{fold, read_han};

/// Longest text that is looked at, in characters.
const LONGEST: usize = 200;

const LEADING: &[(&str, Mark)] = &[
    ("大约", Mark::About),
    ("约", Mark::About),
    ("将近", Mark::Near),
    ("接近", Mark::Near),
    ("近", Mark::Near),
    ("超过", Mark::Over),
    ("超", Mark::Over),
    ("逾", Mark::Over),
];
const TRAILING: &[(char, Mark)] = &[('多', Mark::More), ('余', Mark::Rest)];
const SCALES: &[(char, u64)] = &[('十', 10), ('百', 100), ('千', 1_000), ('万', 10_000), ('亿', 100_000_000)];
const ESTIMATE_HEADS: &[&str] = &["估计", "估"];
const ESTIMATE_TAILS: &[&str] = &["(估)", "(估计)", "(估数)", "估"];

/// Reads a whole amount: estimate, mark, and the terms of a sum.
pub(super) fn amount(typed: &str) -> Result<Amount, Fault> {
    if typed.chars().nth(LONGEST).is_some() {
        return Err(Fault::TooLong);
    }
    let text: String = fold(typed).chars().filter(|c| !c.is_whitespace()).collect();
    let (text, estimated) = without_estimate(&text);
    let (text, lead) = without_lead(text);
    if text.is_empty() {
        return Err(Fault::Empty);
    }
    if text.starts_with(['-', '负']) {
        return Err(Fault::Negative);
    }
    let mut sum = Amount::exact(Decimal::ZERO);
    for term in text.split('+') {
        sum = sum.plus(&marked(term)?)?;
    }
    match (lead, sum.mark) {
        (None, mark) | (Some(mark), Mark::Exact) => Amount::checked(sum.value, mark, estimated),
        (Some(_), _) => Err(Fault::Marks),
    }
}

fn without_estimate(text: &str) -> (&str, bool) {
    let tail = ESTIMATE_TAILS.iter().find_map(|tail| text.strip_suffix(tail));
    let text_without_tail = tail.unwrap_or(text);
    let head = ESTIMATE_HEADS.iter().find_map(|head| text_without_tail.strip_prefix(head));
    (head.unwrap_or(text_without_tail), tail.is_some() || head.is_some())
}

fn without_lead(text: &str) -> (&str, Option<Mark>) {
    let found = LEADING.iter().find_map(|(word, mark)| text.strip_prefix(word).map(|rest| (rest, Some(*mark))));
    found.unwrap_or((text, None))
}

/// A term with 多 or 余 after it, or before its 万: 300多, 30多万.
fn marked(term: &str) -> Result<Amount, Fault> {
    let marks: Vec<Mark> = term.chars().filter_map(trailing).collect();
    let number: String = term.chars().filter(|&c| trailing(c).is_none()).collect();
    let last_is_mark = |c: char| trailing(c).is_some();
    let rest = term.split(last_is_mark).nth(1).unwrap_or_default();
    match marks[..] {
        [] => Amount::checked(number_of(&number)?, Mark::Exact, false),
        [mark] if rest.chars().all(|c| matches!(c, '万' | '亿')) => Amount::checked(number_of(&number)?, mark, false),
        [_] => Err(Fault::Unclear),
        _ => Err(Fault::Marks),
    }
}

fn trailing(c: char) -> Option<Mark> {
    TRAILING.iter().find(|row| row.0 == c).map(|row| row.1)
}

fn number_of(text: &str) -> Result<Decimal, Fault> {
    if text.contains(|c: char| c.is_ascii_digit()) {
        mixed(text)
    } else if let Some((whole, rest)) = text.split_once('点') {
        pointed(whole, rest)
    } else {
        read_han(text).map(Decimal::from).ok_or(Fault::Unclear)
    }
}

/// Arabic digits with scales: 1200, 1.2万, 3百万, 1万2千.
fn mixed(text: &str) -> Result<Decimal, Fault> {
    let (mut sum, mut above) = (Decimal::ZERO, None);
    let mut rest = text;
    while !rest.is_empty() {
        let (digits, tail) = cut(rest, |c| c.is_ascii_digit() || c == '.' || c == ',');
        let (scale, tail) = cut(tail, |c| SCALES.iter().any(|row| row.0 == c));
        let part = scaled(digits_of(digits)?, scale)?;
        if above.is_some_and(|above| !is_below(part, scale, above)) {
            return Err(Fault::Ambiguous);
        }
        sum = sum.checked_add(part).ok_or(Fault::TooLong)?;
        above = Some(factor(scale)?);
        rest = tail;
    }
    Ok(sum)
}

/// Whether a part may follow one of the scale `above`: 2千 or 2000 after 万, but not 2.
fn is_below(part: Decimal, scale: &str, above: Decimal) -> bool {
    part < above && (!scale.is_empty() || part * Decimal::TEN >= above)
}

/// 三点五万: digits after the point, then scales.
fn pointed(whole: &str, rest: &str) -> Result<Decimal, Fault> {
    let (decimals, scale) = cut(rest, |c| !SCALES.iter().any(|row| row.0 == c));
    let whole = read_han(whole).ok_or(Fault::Unclear)?;
    let digit = |c: char| read_han(c.encode_utf8(&mut [0; 4])).filter(|digit| *digit < 10).ok_or(Fault::Unclear);
    let decimals: Vec<u64> = decimals.chars().map(digit).collect::<Result<_, _>>()?;
    let decimals: String = decimals.iter().map(u64::to_string).collect();
    scaled(digits_of(&format!("{whole}.{decimals}"))?, scale)
}

fn digits_of(text: &str) -> Result<Decimal, Fault> {
    let (whole, decimals) = text.split_once('.').map_or((text, None), |(whole, decimals)| (whole, Some(decimals)));
    if whole.is_empty() || decimals.is_some_and(|decimals| decimals.is_empty() || decimals.contains(['.', ','])) {
        return Err(Fault::Unclear);
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    if whole.contains(',') && (!(1..=3).contains(&first.len()) || groups.any(|group| group.len() != 3)) {
        return Err(Fault::Commas);
    }
    Decimal::from_str_exact(&text.replace(',', "")).map_err(|_| Fault::TooLong)
}

fn scaled(number: Decimal, scale: &str) -> Result<Decimal, Fault> {
    let factor = factor(scale)?;
    // A product too long for its digits would be rounded: then it does not divide back.
    let product = number.checked_mul(factor).filter(|product| *product / factor == number);
    product.ok_or(Fault::TooLong)
}

fn factor(scale: &str) -> Result<Decimal, Fault> {
    let of = |c: char| SCALES.iter().find(|row| row.0 == c).map_or(Decimal::ONE, |row| Decimal::from(row.1));
    let product = scale.chars().try_fold(Decimal::ONE, |product, c| product.checked_mul(of(c)));
    product.ok_or(Fault::TooLong)
}

/// The longest head of `text` whose characters are `of` a sort, and the rest.
fn cut(text: &str, of: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(|c| !of(c)).unwrap_or(text.len()))
}
