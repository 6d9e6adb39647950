//! .xlsx → rows: streamed cell by cell, merged cells resolved.

use std::io::Cursor;

use calamine::{Cell as Found, DataRef, DataType, Dimensions, Reader, Xlsx};

use super::cell::{Cell, Flaw};
use super::error::ImportError;
use super::limit::{MERGED, STRIDE};
use super::table::Table;
use super::{Book, GoOn, quiet, zipped};

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads the sheet of this name, else the first that holds anything.
pub(super) fn read(bytes: &[u8], sheet: Option<&str>, go_on: GoOn<'_>) -> Result<Book, ImportError> {
    zipped::check(bytes, go_on)?;
    quiet::caught(|| book(bytes, sheet, go_on)).unwrap_or(Err(ImportError::Damaged(String::new())))
}

fn book(bytes: &[u8], wanted: Option<&str>, go_on: GoOn<'_>) -> Result<Book, ImportError> {
    let mut workbook: Workbook<'_> = Xlsx::new(Cursor::new(bytes)).map_err(ImportError::damaged)?;
    let sheets = workbook.sheet_names();
    let table = chosen(&sheets, wanted, |name| table(&mut workbook, name, go_on))?;
    Ok(Book { sheets, table })
}

/// The sheet that is wanted, else the first that holds anything, else an empty one.
pub(super) fn chosen(
    sheets: &[String],
    wanted: Option<&str>,
    mut table: impl FnMut(&str) -> Result<Table, ImportError>,
) -> Result<Table, ImportError> {
    if let Some(wanted) = wanted {
        let is_there = sheets.iter().any(|name| name == wanted);
        let missing = || ImportError::NoSheet { wanted: wanted.into(), sheets: sheets.to_vec() };
        return if is_there { table(wanted) } else { Err(missing()) };
    }
    for name in sheets {
        match table(name) {
            Ok(table) if table.rows.is_empty() => {}
            done => return done,
        }
    }
    Ok(Table::default())
}

fn table(workbook: &mut Workbook<'_>, name: &str, go_on: GoOn<'_>) -> Result<Table, ImportError> {
    let mut table = Table::named(name);
    let mut cells = workbook.worksheet_cells_reader(name).map_err(ImportError::damaged)?;
    let mut asked = 0;
    while let Some(found) = cells.next_cell().map_err(ImportError::damaged)? {
        put(&mut table, &found)?;
        if table.rows.len() >= asked + STRIDE {
            asked = table.rows.len();
            if !go_on(asked) {
                return Err(ImportError::Cancelled);
            }
        }
    }
    drop(cells);
    resolve(&mut table, &workbook.merge_cells_by_sheet_name(name).map_err(ImportError::damaged)?)?;
    Ok(table)
}

fn put(table: &mut Table, found: &Found<DataRef<'_>>) -> Result<(), ImportError> {
    let (row, column) = found.get_position();
    cell(found.get_value()).map_or(Ok(()), |cell| table.put(row as usize + 1, column as usize, cell))
}

/// A region of one column says the same in each of its rows; one of several columns is a heading or a caption.
pub(super) fn resolve(table: &mut Table, merged: &[Dimensions]) -> Result<(), ImportError> {
    let downward = merged.iter().filter(|region| region.start.1 == region.end.1 && region.start.0 < region.end.0);
    for region in downward.take(MERGED) {
        table.fill_down(region.start.0 as usize + 1, region.end.0 as usize + 1, region.start.1 as usize)?;
    }
    Ok(())
}

/// What stands in a cell, as one types it; none: nothing.
pub(super) fn cell(value: &impl DataType) -> Option<Cell> {
    if let Some(error) = value.get_error() {
        return Some(Cell::Flawed(Flaw::Failed(error.to_string())));
    }
    let text = value.get_datetime_iso().or_else(|| value.get_duration_iso()).map(str::to_owned);
    let text = text.or_else(|| value.get_string().map(unescaped));
    let text = text.or_else(|| value.get_bool().map(|flag| if flag { "TRUE" } else { "FALSE" }.to_owned()));
    let text = text.or_else(|| value.get_datetime().map(|when| time(&when)));
    let text = text.or_else(|| value.get_int().map(|number| number.to_string()));
    text.or_else(|| value.get_float().map(number)).map(Cell::Text)
}

/// A day as `2022-12-20`, with its time where it has one; a time alone as `9:30`.
fn time(when: &calamine::ExcelDateTime) -> String {
    if when.is_duration() {
        return number(when.as_f64());
    }
    let (year, month, day, hour, minute, ..) = when.to_ymd_hms_milli();
    let is_whole = hour == 0 && minute == 0;
    match when.as_f64() {
        serial if serial < 1.0 => format!("{hour}:{minute:02}"),
        _ if is_whole => format!("{year}-{month:02}-{day:02}"),
        _ => format!("{year}-{month:02}-{day:02} {hour}:{minute:02}"),
    }
}

/// A number without the dust of binary fractions: 0.1 + 0.2 is 0.3, as the sheet shows it.
fn number(value: f64) -> String {
    const DIGITS: i32 = 15;
    if value == 0.0 || !value.is_finite() {
        return "0".into();
    }
    let whole = value.abs().log10().floor() as i32 + 1;
    let decimals = usize::try_from((DIGITS - whole).clamp(0, DIGITS)).unwrap_or_default();
    let text = format!("{value:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A text with its line ends, which some writers keep as `_x000D_`.
fn unescaped(text: &str) -> String {
    if text.contains("_x000") { text.replace("_x000D_", "").replace("_x000A_", "\n") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use calamine::{Data, ExcelDateTime, ExcelDateTimeType};

    use super::*;

    fn shown(value: &Data) -> String {
        cell(value).and_then(|cell| cell.text().map(str::to_owned)).unwrap_or_default()
    }

    #[test]
    fn a_cell_is_what_one_would_type() {
        let date = |serial, is_1904| Data::DateTime(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904));
        let rows = [
            (Data::Float(300.0), "300"),
            (Data::Float(0.1 + 0.2), "0.3"),
            (Data::Float(-12.50), "-12.5"),
            (Data::Float(13_800_138_000.0), "13800138000"),
            (Data::Float(1e-20), "0"),
            (date(44915.0, false), "2022-12-20"),
            (date(43453.0, true), "2022-12-20"),
            (date(44915.375, false), "2022-12-20 9:00"),
            (date(0.395_833_333, false), "9:30"),
            (Data::Bool(true), "TRUE"),
            (Data::String("第一行_x000D_\n第二行".into()), "第一行\n第二行"),
            (Data::Empty, ""),
        ];
        for (value, wanted) in rows {
            assert_eq!(shown(&value), wanted, "{value:?}");
        }
    }
}
