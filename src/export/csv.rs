//! A table as .csv that Excel and WPS open with its 汉字 whole: UTF-8 with its mark, CRLF.

use std::borrow::Cow;

use super::sheet::{Cell, Sheet};
use crate::text::printable;

/// The mark by which a spreadsheet knows UTF-8.
const MARK: &str = "\u{FEFF}";

/// What a spreadsheet reads as the beginning of a formula.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Writes the table; a text that a spreadsheet would run as a formula gets a ' before it, which importing takes away.
pub fn csv(sheet: &Sheet) -> Vec<u8> {
    let headings = sheet.headings.iter().map(|heading| text(heading)).collect::<Vec<_>>();
    let rows = sheet.rows.iter().map(|row| row.iter().map(value).collect());
    let mut out = String::from(MARK);
    for row in std::iter::once(headings).chain(rows) {
        out.push_str(&row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(","));
        out.push_str("\r\n");
    }
    out.into_bytes()
}

fn value(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(typed) => text(typed),
        Cell::Number(number) => number.normalize().to_string(),
        Cell::Date(day) => day.to_string(),
    }
}

/// A text that no spreadsheet runs.
fn text(text: &str) -> String {
    let text = printable(text);
    if text.trim_start_matches(['\'', ' ', '\n']).starts_with(FORMULA) { format!("'{text}") } else { text.into_owned() }
}

fn quoted(cell: &str) -> Cow<'_, str> {
    if cell.contains(['"', ',', '\n', ';', '\t']) || cell.starts_with(' ') {
        Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    fn written(cell: Cell) -> String {
        let sheet = Sheet { name: String::new(), headings: vec!["列".into()], rows: vec![vec![cell]] };
        let bytes = csv(&sheet);
        assert!(bytes.starts_with(b"\xEF\xBB\xBF"));
        let text = String::from_utf8(bytes).expect("text");
        text.trim_start_matches(MARK).strip_prefix("列\r\n").expect("the heading").trim_end_matches("\r\n").to_owned()
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_written_harmlessly() {
        for text in ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", " =1", "\t=1", "\n=1", "＝1", "'=1"] {
            let out = written(Cell::text(text));
            assert!(out.trim_start_matches('"').starts_with('\''), "{out}");
        }
        assert_eq!(written(Cell::text("'是他说的")), "'是他说的");
        assert_eq!(written(Cell::Number(Decimal::new(-125, 2))), "-1.25", "a number is no formula");
    }

    #[test]
    fn quotes_line_ends_and_separators_are_kept() {
        assert_eq!(written(Cell::text("说“好”,再\"来\"\n一次")), "\"说“好”,再\"\"来\"\"\n一次\"");
        assert_eq!(written(Cell::Date(chrono::NaiveDate::from_ymd_opt(2022, 12, 20).expect("a day"))), "2022-12-20");
        assert_eq!(written(Cell::Empty), "");
    }
}
