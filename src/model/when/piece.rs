//! Pieces of a date that are read by themselves.

use chrono::Weekday;

use super::numbers::year;
use super::relative;
use super::scan::Scan;
use super::words::SIGNS;

/// Whether four digits just read, no month and day, stand where a year stands: 9999-05-05.
pub(super) fn is_strange_year(scan: &Scan<'_>, value: u32) -> bool {
    let is_month = (1..=12).contains(&(value / 100));
    !is_month && year(value).is_err() && scan.clone().pick(SIGNS).is_some()
}

/// 周三, (周三), 周三至周日.
pub(super) fn weekdays(scan: &mut Scan<'_>) -> Option<(Weekday, Option<Weekday>)> {
    let bracket = scan.eat("(");
    let first = relative::weekday(scan)?;
    let last = scan.attempt(|scan| if scan.range_sign(true) { relative::weekday(scan) } else { None });
    (!bracket || scan.eat(")")).then_some((first, last))
}

/// 第二季度, 二季度, 2季度, Q2.
pub(super) fn quarter(scan: &mut Scan<'_>) -> Option<u32> {
    if scan.eat_any(&["Q", "q"]) {
        return scan.number().map(|number| number.value);
    }
    scan.eat("第");
    let number = scan.number()?;
    scan.eat_any(&["季度", "季"]).then_some(number.value)
}

/// ~7月 after a 5.
pub(super) fn last_month(scan: &mut Scan<'_>) -> Option<u32> {
    let last = if scan.range_sign(true) { scan.number()? } else { return None };
    (scan.eat("月") && scan.number().is_none()).then_some(last.value)
}
