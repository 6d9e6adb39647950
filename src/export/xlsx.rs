//! A table as .xlsx: real dates and numbers, the headings frozen and filterable.

use chrono::{Datelike, NaiveDate};
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::ExportError;
use super::sheet::{Cell, Sheet};
use crate::text::{printable, printed_width};

/// Characters that a cell can hold.
const LONGEST: usize = 32_767;

/// Characters that a sheet's name can have, and signs that it cannot.
const LONGEST_NAME: usize = 31;
const STRANGE: &[char] = &['[', ']', ':', '*', '?', '/', '\\', '\''];

/// Columns are as wide as their text, within these bounds, in half characters; the filter's button takes some.
const NARROWEST: usize = 8;
const WIDEST: usize = 50;
const BUTTON: usize = 3;

/// Digits that a number of a spreadsheet keeps; one with more is written as text.
const DIGITS: usize = 15;

/// The looks of cells.
struct Looks {
    heading: Format,
    text: Format,
    date: Format,
}

/// Writes the table as the bytes of a workbook of one sheet.
pub fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
    written(sheet).map_err(ExportError::Sheet)
}

fn written(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    if let Some(name) = name(&sheet.name) {
        page.set_name(name)?;
    }
    let top = Format::new().set_align(FormatAlign::Top);
    let looks = Looks {
        heading: Format::new().set_bold().set_align(FormatAlign::VerticalCenter).set_text_wrap(),
        text: top.clone().set_text_wrap(),
        date: top.set_num_format("yyyy-mm-dd"),
    };
    for (column, heading) in (0..).zip(&sheet.headings) {
        page.write_with_format(0, column, printable(heading).as_ref(), &looks.heading)?;
        page.set_column_width(column, width(sheet, usize::from(column)))?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            write(page, (row, column), cell, &looks)?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    if let Some(last) = sheet.headings.len().checked_sub(1) {
        page.autofilter(0, 0, sheet.rows.len() as u32, last as u16)?;
    }
    workbook.save_to_buffer()
}

fn write(page: &mut Worksheet, at: (u32, u16), cell: &Cell, looks: &Looks) -> Result<(), XlsxError> {
    let (row, column) = at;
    match cell {
        Cell::Empty => {}
        Cell::Text(typed) => text(page, at, typed, looks)?,
        Cell::Number(number) => match number.normalize() {
            short if short.mantissa().unsigned_abs().to_string().len() <= DIGITS => {
                page.write_number(row, column, short.to_f64().unwrap_or_default())?;
            }
            long => text(page, at, &long.to_string(), looks)?,
        },
        Cell::Date(day) => match date(*day) {
            Some(serial) => drop(page.write_with_format(row, column, &serial, &looks.date)?),
            None => text(page, at, &day.to_string(), looks)?,
        },
    }
    Ok(())
}

/// Writes a text as a text; one that no cell could hold is cut and ends in ….
fn text(page: &mut Worksheet, (row, column): (u32, u16), typed: &str, looks: &Looks) -> Result<(), XlsxError> {
    let text = printable(typed);
    let units = text.chars().map(char::len_utf16).sum::<usize>();
    let cut = || text.chars().take((LONGEST - 1) / 2).chain(['…']).collect();
    let text: String = if units > LONGEST { cut() } else { text.into_owned() };
    page.write_string_with_format(row, column, text, &looks.text).map(drop)
}

/// A day as spreadsheets count it; they know none before 1900.
fn date(day: NaiveDate) -> Option<ExcelDateTime> {
    let (month, day_of_month) = (day.month().to_u8()?, day.day().to_u8()?);
    ExcelDateTime::from_ymd(day.year().to_u16()?, month, day_of_month).ok()
}

/// The width of a column: that of its widest line.
fn width(sheet: &Sheet, column: usize) -> u32 {
    let cell = |row: &Vec<Cell>| match row.get(column) {
        Some(Cell::Text(text)) => text.lines().map(printed_width).max().unwrap_or_default(),
        Some(Cell::Number(number)) => number.to_string().len(),
        Some(Cell::Date(_)) => "2022-12-20".len(),
        Some(Cell::Empty) | None => 0,
    };
    let widest = sheet.rows.iter().map(cell).max().unwrap_or_default();
    let width = (printed_width(&sheet.headings[column]) + BUTTON).max(widest + 1);
    width.clamp(NARROWEST, WIDEST) as u32
}

/// The name as a sheet can bear it; none: nothing is left of it.
fn name(name: &str) -> Option<String> {
    let kept = name.chars().filter(|c| !c.is_control() && !STRANGE.contains(c)).take(LONGEST_NAME);
    Some(kept.collect::<String>().trim().to_owned()).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use rust_decimal::Decimal;

    use super::*;

    /// The sheet's name and cells as another program reads them.
    fn read(sheet: &Sheet) -> (String, Vec<Vec<Data>>) {
        let bytes = xlsx(sheet).expect("a workbook");
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("it opens");
        let name = workbook.sheet_names().remove(0);
        let range = workbook.worksheet_range(&name).expect("a sheet");
        (name, range.rows().map(<[Data]>::to_vec).collect())
    }

    fn sheet(cells: Vec<Cell>) -> Sheet {
        let headings = (0..cells.len()).map(|at| format!("列{at}")).collect();
        Sheet { name: "活动[甲/乙]".into(), headings, rows: vec![cells] }
    }

    #[test]
    fn dates_and_numbers_are_real_and_texts_never_formulas() {
        let day = NaiveDate::from_ymd_opt(2022, 12, 20).expect("a day");
        let cells = vec![Cell::Date(day), Cell::Number(Decimal::new(125, 1)), Cell::text("=1+1"), Cell::Empty];
        let (name, rows) = read(&sheet(cells));
        assert_eq!(name, "活动甲乙");
        assert!(matches!(rows[1][0], Data::DateTime(when) if (when.as_f64() - 44915.0).abs() < 1e-9), "{rows:?}");
        assert_eq!(rows[1][1..], [Data::Float(12.5), Data::String("=1+1".into()), Data::Empty]);
    }

    #[test]
    fn what_a_number_or_a_cell_cannot_hold_is_text() {
        let long = Decimal::from_i128_with_scale(1_234_567_890_123_456_789, 0);
        let cells = vec![Cell::Number(long), Cell::text("长".repeat(40_000)), Cell::text("\u{1b}[31m红\u{0}")];
        let (_, rows) = read(&sheet(cells));
        assert_eq!(rows[1][0], Data::String("1234567890123456789".into()));
        assert!(matches!(&rows[1][1], Data::String(text) if text.ends_with('…')));
        assert_eq!(rows[1][2], Data::String("[31m红".into()));
    }

    #[test]
    fn headings_are_frozen_and_filterable() {
        let bytes = xlsx(&sheet(vec![Cell::text("甲"), Cell::text("乙")])).expect("a workbook");
        let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).expect("packed");
        let part = parts.by_name("xl/worksheets/sheet1.xml").expect("the sheet");
        let xml = std::io::read_to_string(part).expect("text");
        assert!(xml.contains(r#"<autoFilter ref="A1:B2"/>"#), "{xml}");
        assert!(xml.contains(r#"ySplit="1" topLeftCell="A2""#) && xml.contains(r#"state="frozen""#), "{xml}");
    }

    #[test]
    fn a_table_without_rows_or_columns_is_a_workbook_too() {
        assert_eq!(read(&Sheet { headings: vec!["列".into()], ..Sheet::default() }).1.len(), 1);
        assert_eq!(read(&Sheet::default()).1.len(), 0);
    }
}
