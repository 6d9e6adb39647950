//! Tables in and out: import and its dry run, list -o.

use std::fs;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use crate::desk::Desk;

const SHOWS: &str = "日期,活动名称,场次,备注\n12-1,迎新演出,2,\n12-2,社区演出,1,村口\n";

fn shows() -> Desk {
    let desk = Desk::year_2022();
    desk.write("演出.csv", SHOWS);
    desk
}

#[test]
fn a_dry_run_tells_what_would_come_of_a_table_and_changes_nothing() {
    let desk = shows();
    let before = desk.ok(&["history"]);
    let out = desk.ok(&["import", "演出.csv", "--matter", "2.7", "--dry-run"]);
    assert!(out.contains("A 日期 -> 日期  B 活动名称 -> 标题（猜的）") && out.contains("新增 2 条\n"), "{out}");
    assert_eq!(desk.ok(&["history"]), before);
}

#[test]
fn a_table_is_imported_as_one_change_and_taken_back_by_one_undo() {
    let desk = shows();
    let out = desk.ok(&["import", "演出.csv", "--matter", "2.7"]);
    assert!(out.ends_with("已导入 2 条\n"), "{out}");
    let out = desk.ok(&["import", "演出.csv", "--matter", "2.7"]);
    assert!(out.contains("第2行 迎新演出：台账里已有") && out.ends_with("没有新的，台账没有变\n"), "{out}");
    assert_eq!(desk.json(&["list", "--json"]).len(), 2);
    assert_eq!(desk.ok(&["undo"]), "已撤销：导入[演出.csv]\n");
    assert_eq!(desk.ok(&["list"]), "");
}

#[test]
fn faulty_rows_stop_an_import_unless_they_are_to_be_skipped() {
    let desk = shows();
    desk.write("错.csv", &format!("{SHOWS}6月31日,甲,三头牛,\n"));
    let ran = desk.run(&["import", "错.csv", "--kind", "活动", "--matter", "2.7"]);
    assert_eq!(ran.code, 2, "a matter or a kind: {ran:?}");
    let ran = desk.run(&["import", "错.csv", "--matter", "2.7"]);
    assert_eq!(ran.code, 3);
    assert!(ran.out.contains("  第4行[日期] 日期：`6月31日`") && ran.out.contains("  第4行[场次]"), "{}", ran.out);
    assert!(ran.err.contains("有1行有错，一行也没有导入") && ran.err.contains("--skip-faulty"), "{}", ran.err);
    assert_eq!(desk.ok(&["list"]), "");
    let ran = desk.run(&["import", "错.csv", "--matter", "2.7", "--skip-faulty"]);
    assert!(ran.code == 3 && ran.err.contains("其余 2 条已导入"), "{ran:?}");
    assert_eq!(desk.json(&["list", "--json"]).len(), 2);
}

#[test]
fn a_dry_run_in_json_names_rows_columns_and_faults() {
    let desk = shows();
    desk.write("错.csv", &format!("{SHOWS}12-1,迎新演出,,\n6月31日,甲,,\n"));
    let ran = desk.run(&["import", "错.csv", "--matter", "2.7", "--dry-run", "--json"]);
    assert_eq!(ran.code, 3);
    let told: serde_json::Value = serde_json::from_str(&ran.out).expect("one object");
    assert_eq!(told["columns"][1]["field"], "title");
    assert_eq!(told["columns"][1]["known"], "guessed");
    assert_eq!(told["new"][0]["row"], 2);
    assert_eq!(told["doubles"][0]["same_as_row"], 2);
    assert_eq!((&told["faulty"][0]["row"], &told["faulty"][0]["heading"]), (&5.into(), &"日期".into()));
    assert_eq!(told["imported"], 0);
}

#[test]
fn a_mapping_is_said_once_and_remembered() {
    let desk = Desk::year_2022();
    desk.write("一.csv", "何时,何事\n12-1,甲\n");
    desk.write("二.csv", "何时,何事\n12-1,乙\n");
    let told = desk.refused(1, &["import", "一.csv", "--matter", "2.7"]);
    assert!(told.contains("没有哪一列是标题") && told.contains("何时、何事"), "{told}");
    desk.ok(&["import", "一.csv", "--matter", "2.7", "--map", "何时=日期", "--map", "何事=标题"]);
    assert!(desk.ok(&["import", "二.csv", "--matter", "2.7"]).contains("何事 -> 标题（照上次）"));
    assert!(desk.refused(1, &["import", "二.csv", "--matter", "2.7", "--map", "谁=标题"]).contains("`谁`"));
    assert!(desk.refused(1, &["import", "二.csv", "--matter", "2.7", "--map", "何事=题"]).contains("`题`"));
}

#[test]
fn what_is_no_table_is_told_in_one_sentence() {
    let desk = Desk::year_2022();
    let rows: [(&str, &[u8], &str); 6] = [
        ("空.xlsx", b"", "文件是空的"),
        ("网页.xls", b"<html><table>", "网页"),
        ("甲.csv", b"\x7fELF\0\0\0\0", "认不出的数据"),
        ("乱码.txt", b"\xc8\xd5\xc6\xda,\xff\xff\n", "第1行有认不出的字"),
        ("无头.csv", b"1,2\n3,4\n", "找不到列名"),
        ("引号.csv", "日期,标题\n\"12-1,甲\n".as_bytes(), "第2行的引号"),
    ];
    for (name, bytes, part) in rows {
        fs::write(desk.file(name), bytes).expect("written");
        let told = desk.refused(1, &["import", name, "--matter", "2.7"]);
        assert!(told.contains(part), "{name}: {told}");
    }
    assert!(desk.refused(1, &["import", "没有.csv", "--matter", "2.7"]).contains("没有.csv"));
    assert!(desk.refused(1, &["import", ".", "--matter", "2.7"]).contains("是文件夹，不是表格"));
    fs::write(desk.file("a.csv"), SHOWS).expect("written");
    assert!(desk.refused(1, &["import", "a.csv"]).contains("--matter"));
}

#[test]
fn a_file_in_the_encoding_of_chinese_windows_is_read_whatever_its_ending() {
    let desk = Desk::year_2022();
    let (bytes, _, _) = encoding_rs::GB18030.encode(SHOWS);
    fs::write(desk.file("演出.xlsx"), bytes).expect("written");
    desk.ok(&["import", "演出.xlsx", "--matter", "2.7"]);
    assert_eq!(desk.json(&["list", "--json"])[0]["title"], "迎新演出");
}

#[test]
fn a_list_is_written_with_real_dates_and_numbers() {
    let desk = shows();
    desk.ok(&["import", "演出.csv", "--matter", "2.7"]);
    assert_eq!(desk.ok(&["list", "-o", "表.xlsx"]), "表.xlsx\n");
    let bytes = fs::read(desk.file("表.xlsx")).expect("written");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range_at(0).expect("a sheet").expect("read");
    let rows: Vec<&[Data]> = range.rows().collect();
    assert_eq!(rows[0][..3], ["事项", "标题", "日期"].map(|text| Data::String(text.into())));
    assert!(matches!(rows[1][2], Data::DateTime(when) if (when.as_f64() - 44896.0).abs() < 1e-9), "{rows:?}");
    assert!(desk.refused(1, &["list", "-o", "表.xlsx"]).contains("--force"));
    desk.ok(&["list", "-o", "表.xlsx", "--force"]);
    assert!(desk.refused(2, &["list", "-o", "表.pdf"]).contains(".xlsx"));
}

#[test]
fn what_is_exported_is_all_there_already_when_it_is_imported() {
    let desk = Desk::sample();
    for file in ["全部.xlsx", "全部.csv"] {
        desk.ok(&["list", "-o", file]);
        let ran = desk.run(&["import", file, "--dry-run", "--json"]);
        let told: serde_json::Value = serde_json::from_str(&ran.out).expect("one object");
        assert_eq!((told["new"].as_array(), told["faulty"].as_array()), (Some(&vec![]), Some(&vec![])), "{file}");
        assert_eq!(told["doubles"].as_array().map(Vec::len), Some(desk.json(&["list", "--json"]).len()));
    }
}

#[test]
fn the_choice_of_columns_is_kept_by_its_name() {
    let desk = shows();
    desk.ok(&["import", "演出.csv", "--matter", "2.7"]);
    desk.ok(&["list", "-o", "一.csv", "--columns", "日期,标题", "--keep-columns", "报市里"]);
    let text = desk.ok(&["list", "-o", "-", "--columns", "报市里"]);
    assert_eq!(text, "\u{feff}日期,标题\r\n2022-12-01,迎新演出\r\n2022-12-02,社区演出\r\n");
    assert!(desk.refused(2, &["list", "-o", "二.csv", "--columns", "标题,日子"]).contains("`日子`"));
    assert!(desk.refused(2, &["list", "--columns", "标题"]).contains("-o"));
}

#[test]
fn a_column_is_called_as_the_kind_of_its_items_calls_it() {
    let desk = Desk::year_2022();
    desk.ok(&["add", "--matter", "2.7", "--title", "甲", "--date", "12-1", "--set", "受众=300多"]);
    assert_eq!(desk.ok(&["list", "-o", "-", "--columns", "受众,title"]), "\u{feff}受众,标题\r\n300多,甲\r\n");
    assert!(desk.ok(&["list", "-o", "-"]).contains(",受众,"));
}

#[test]
fn a_formula_in_a_title_is_harmless_in_a_csv_and_whole_when_it_comes_back() {
    let desk = Desk::year_2022();
    desk.ok(&["add", "--matter", "2.7", "--title", "=cmd|' /C calc'!A0", "--date", "12-1"]);
    let text = desk.ok(&["list", "-o", "-", "--columns", "标题"]);
    assert_eq!(text, "\u{feff}标题\r\n'=cmd|' /C calc'!A0\r\n");
    desk.ok(&["list", "-o", "a.csv"]);
    assert!(desk.ok(&["import", "a.csv", "--dry-run"]).contains("重复 1 行"));
}
