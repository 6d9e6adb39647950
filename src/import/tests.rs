//! Whole files: what an office sends, and what was made to do harm.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Book, Cell, Flaw, ImportError, Sort, read};
use crate::lang::Lang;

fn all(bytes: &[u8]) -> Result<Book, ImportError> {
    read(bytes, None, &|_| true)
}

/// A workbook with one sheet, written by `fill`.
fn workbook(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet());
    workbook.save_to_buffer().expect("a workbook")
}

/// A packed file of these parts.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("packed").into_inner()
}

/// A workbook of this sheet and these shared texts, as other programs write it.
fn by_hand(sheet: &str, texts: &str) -> Vec<u8> {
    let rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book =
        format!(r#"<workbook xmlns:r="{rels}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>"#);
    let links = format!(
        r#"<Relationships><Relationship Id="rId1" Type="{rels}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    let root = format!(
        r#"<Relationships><Relationship Id="rId1" Type="{rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    packed(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", texts.as_bytes()),
    ])
}

fn sheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

const NO_TEXTS: &str = "<sst></sst>";

fn texts(book: &Book) -> Vec<(usize, Vec<&str>)> {
    book.table.rows.iter().map(|row| (row.number, row.texts())).collect()
}

#[test]
fn dates_numbers_and_texts_of_a_workbook_are_as_one_types_them() {
    let bytes = workbook(|sheet| {
        let date = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
        sheet.write_row(0, 0, ["日期", "标题", "人数"]).expect("written");
        let day = ExcelDateTime::from_ymd(2022, 12, 20).expect("a day");
        sheet.write_with_format(2, 0, &day, &date).expect("written");
        sheet.write(2, 1, "文化站里\n过冬至").expect("written");
        sheet.write(2, 2, 300).expect("written");
    });
    let book = all(&bytes).expect("rows");
    assert_eq!(texts(&book), [(1, vec!["日期", "标题", "人数"]), (3, vec!["2022-12-20", "文化站里\n过冬至", "300"])]);
    assert_eq!((book.sheets, book.table.name.as_str()), (vec!["Sheet1".to_owned()], "Sheet1"));
}

#[test]
fn the_first_sheet_that_holds_anything_is_read_unless_another_is_named() {
    let mut made = Workbook::new();
    made.add_worksheet().set_name("说明").expect("a name");
    made.add_worksheet().set_name("活动").expect("a name").write(0, 0, "标题").expect("written");
    made.add_worksheet().set_name("稿件").expect("a name").write(0, 0, "题目").expect("written");
    let bytes = made.save_to_buffer().expect("a workbook");
    assert_eq!(all(&bytes).expect("rows").table.name, "活动");
    assert_eq!(texts(&read(&bytes, Some("稿件"), &|_| true).expect("rows")), [(1, vec!["题目"])]);
    let sheets = ["说明", "活动", "稿件"].map(String::from).to_vec();
    let missing = ImportError::NoSheet { wanted: "甲".into(), sheets };
    assert_eq!(read(&bytes, Some("甲"), &|_| true), Err(missing));
}

#[test]
fn a_cell_merged_downward_says_the_same_in_each_row_and_one_merged_across_says_it_once() {
    let bytes = workbook(|sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 2, "二季度活动", &plain).expect("merged");
        sheet.merge_range(1, 0, 3, 0, "4-20", &plain).expect("merged");
        for row in 1..=3 {
            sheet.write(row, 1, format!("第{row}场")).expect("written");
        }
    });
    let book = all(&bytes).expect("rows");
    let wanted =
        [(1, vec!["二季度活动"]), (2, vec!["4-20", "第1场"]), (3, vec!["4-20", "第2场"]), (4, vec!["4-20", "第3场"])];
    assert_eq!(texts(&book), wanted);
}

#[test]
fn a_formula_is_its_stored_result_and_a_failed_one_no_value() {
    let bytes = workbook(|sheet| {
        sheet.write_formula(0, 0, Formula::new("=1+2").set_result("3")).expect("written");
        sheet.write_formula(0, 1, Formula::new("=\"\"").set_result("")).expect("written");
        sheet.write_formula(0, 2, Formula::new("=1/0").set_result("#DIV/0!")).expect("written");
    });
    let book = all(&bytes).expect("rows");
    assert_eq!(book.table.rows[0].cell(0).and_then(Cell::text), Some("3"));
    assert_eq!(book.table.rows[0].cell(2), Some(&Cell::Flawed(Flaw::Failed("#DIV/0!".into()))));
}

#[test]
fn formulas_without_a_stored_result_are_not_taken_for_blanks() {
    for formula in ["<f>A2+1</f>", "<f>A2+1</f><v></v>", "<f>A2+1</f><v/>"] {
        let bytes = by_hand(&sheet(&format!(r#"<row r="1"><c r="A1">{formula}</c></row>"#)), NO_TEXTS);
        assert_eq!(all(&bytes), Err(ImportError::Uncomputed), "{formula}");
    }
    let empty = sheet(r#"<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c></row>"#);
    assert_eq!(texts(&all(&by_hand(&empty, NO_TEXTS)).expect("rows")), [(1, vec!["", "1"])]);
}

#[test]
fn a_count_of_texts_that_nobody_could_hold_is_refused() {
    for said in ["99999999999", "99999999999999999999999"] {
        let shared = format!(r#"<sst uniqueCount="{said}"></sst>"#);
        assert_eq!(all(&by_hand(&sheet(""), &shared)), Err(ImportError::TooMuch));
    }
}

#[test]
fn cells_beyond_the_last_row_and_column_are_told() {
    let wide = workbook(|sheet| {
        for column in 0..10_000 {
            sheet.write(0, column, "列").expect("written");
        }
    });
    assert_eq!(all(&wide), Err(ImportError::TooManyColumns(1)));
    let line = vec!["列"; 10_000].join(",");
    assert_eq!(all(line.as_bytes()), Err(ImportError::TooManyColumns(1)));
    assert_eq!(all("甲\n".repeat(100_001).as_bytes()), Err(ImportError::TooManyRows));
    let far = sheet(r#"<row r="1048576"><c r="A1048576"><v>1</v></c></row>"#);
    assert_eq!(texts(&all(&by_hand(&far, NO_TEXTS)).expect("one row")), [(1_048_576, vec!["1"])]);
}

#[test]
fn a_file_of_another_sort_is_named_whatever_it_is_called() {
    let document = packed(&[("word/document.xml", b"")]);
    assert_eq!(all(&document), Err(ImportError::Foreign(Sort::Document)));
    assert_eq!(all(b"<html><table><tr><td>1"), Err(ImportError::Foreign(Sort::Markup)));
    assert_eq!(all(&[0; 4096]), Err(ImportError::Foreign(Sort::Binary)));
    assert_eq!(all(b""), Err(ImportError::Empty));
    let told = ImportError::Foreign(Sort::Markup).text(Lang::Zh);
    assert_eq!(told, "这不是表格，是网页（或 XML），只是名字像表格");
}

#[test]
fn a_file_longer_than_a_table_can_be_is_not_looked_into() {
    assert_eq!(all(&vec![b'a'; super::FILE + 1]), Err(ImportError::TooLarge));
}

#[test]
fn a_workbook_that_is_cut_or_scrambled_is_an_error_and_never_a_panic() {
    let whole = workbook(|sheet| {
        for row in 0..50 {
            sheet.write(row, 0, format!("第{row}行")).expect("written");
        }
    });
    for cut in (8..whole.len()).step_by(97) {
        assert!(all(&whole[..cut]).is_err(), "cut at {cut}");
    }
    for at in (30..whole.len()).step_by(61) {
        let mut hurt = whole.clone();
        hurt[at] ^= 0x55;
        drop(all(&hurt));
    }
    let mut old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    old.extend("Workbook".encode_utf16().flat_map(u16::to_le_bytes));
    old.resize(4096, 0);
    assert!(matches!(all(&old), Err(ImportError::Damaged(_))));
}
