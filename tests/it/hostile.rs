//! Files that were made to do harm, or only by mistake, given to the program: a sentence, no panic, little memory.

use std::fs::{self, File};
use std::io::{Cursor, Write};
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};

use rust_xlsxwriter::{Format, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::desk::{Desk, PROGRAM};
use crate::pty::clerk::board;

/// Memory that the program may take, in KB: less than any of the files would fill.
const MEMORY: usize = 1_000_000;

/// Files of a desk that no rows can be had of, each with what is said of it.
const REFUSED: [(&str, &str); 14] = [
    ("空.xlsx", "文件是空的"),
    ("一个吉.csv", "文件太大"),
    ("炸弹.xlsx", "解压后超过512MB"),
    ("公式.xlsx", "没有存下算出的结果"),
    ("万列.csv", "第1行的内容超出了第256列"),
    ("万列.xlsx", "第1行的内容超出了第256列"),
    ("网页.xls", "网页（或 XML）"),
    ("文档.xlsx", "Word 文档"),
    ("图片.csv", "认不出的数据"),
    ("乱码.csv", "第2行有认不出的字（按 gb18030 读）"),
    ("破.xls", "文件已损坏"),
    ("管道.csv", "不是文件"),
    ("指向管道.csv", "不是文件"),
    ("文件夹", "是文件夹，不是表格"),
];

#[test]
fn a_file_that_holds_no_rows_is_one_sentence_and_takes_little_memory() {
    let desk = desk();
    for (name, sentence) in REFUSED {
        let ran = limited(&desk, &["import", name, "--matter", "2.7"]);
        assert!(ran.starts_with("错误：") && ran.contains(sentence), "{name}: {ran}");
        assert!(!ran.contains("panicked"), "{name}: {ran}");
    }
    assert_eq!(desk.ok(&["list"]), "");
}

#[test]
fn the_import_screen_says_the_same_and_goes_on() {
    let desk = desk();
    let pty = board(&desk, &[], (80, 24));
    pty.press("Esc 9 4");
    pty.wait_for("选表格");
    for (name, sentence) in REFUSED.into_iter().filter(|(name, _)| *name != "文件夹") {
        pty.send("打字");
        pty.wait_for("1  打字写出路径");
        pty.press("1");
        pty.wait_for("表格在哪里");
        pty.paste(&desk.file(name).display().to_string());
        pty.wait_for(name);
        pty.press("Enter");
        pty.wait_for("不行");
        pty.wait_for(sentence);
        pty.press("Home Enter");
        pty.wait_for("选表格");
    }
    pty.press_until("Esc", "今天要办");
}

#[test]
fn rows_are_had_of_merged_cells_below_two_rows_of_headings_and_a_sum_is_left_out() {
    let desk = Desk::year_2022();
    let mut book = Workbook::new();
    let (sheet, plain) = (book.add_worksheet(), Format::new());
    sheet.merge_range(0, 0, 0, 3, "2022年演出情况统计表", &plain).expect("merged");
    sheet.merge_range(1, 0, 2, 0, "日期", &plain).expect("merged");
    sheet.merge_range(1, 1, 2, 1, "活动名称", &plain).expect("merged");
    sheet.merge_range(1, 2, 1, 3, "规模", &plain).expect("merged");
    sheet.write_row(2, 2, ["场次", "受众"]).expect("written");
    sheet.merge_range(3, 0, 4, 0, "12-1", &plain).expect("merged");
    sheet.write_row(3, 1, ["迎新演出", "2", "300"]).expect("written");
    sheet.write_row(4, 1, ["社区演出", "1", "100"]).expect("written");
    sheet.write_row(5, 0, ["合 计", "", "3", "400"]).expect("written");
    book.save(desk.file("演出.xlsx")).expect("a workbook");
    let out = desk.ok(&["import", "演出.xlsx", "--matter", "2.7"]);
    assert!(out.contains("合计 1 行，不导入\n  第6行 合 计\n") && out.ends_with("已导入 2 条\n"), "{out}");
    let listed = desk.json(&["list", "--json"]);
    assert!(listed.len() == 2 && listed[1]["date"] == "12月1日", "{listed:?}");
}

/// An empty ledger, and all the files beside it.
fn desk() -> Desk {
    let desk = Desk::year_2022();
    let write = |name: &str, bytes: &[u8]| fs::write(desk.file(name), bytes).expect("written");
    write("空.xlsx", b"");
    File::create(desk.file("一个吉.csv")).and_then(|file| file.set_len(1 << 30)).expect("a sparse file");
    write("炸弹.xlsx", &bomb());
    write("公式.xlsx", &packed(&[("xl/worksheets/sheet1.xml", b"<c r=\"A1\"><f>1+1</f></c>")]));
    write("万列.csv", vec!["列"; 10_000].join(",").as_bytes());
    write("万列.xlsx", &wide());
    write("网页.xls", b"<html><table><tr><td>1</td></tr></table>");
    write("文档.xlsx", &packed(&[("word/document.xml", b"<w:document/>")]));
    write("图片.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    write("乱码.csv", b"\xc8\xd5\xc6\xda,\xb1\xea\xcc\xe2\n12-1,\xff\xff\n");
    let name: Vec<u8> = "Workbook".encode_utf16().flat_map(u16::to_le_bytes).collect();
    write("破.xls", &[&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &name, &[0x01; 8192]].concat());
    fs::create_dir(desk.file("文件夹")).expect("made");
    let made = Command::new("mkfifo").arg(desk.file("管道.csv")).status().expect("mkfifo is there");
    assert!(made.success());
    symlink(desk.file("管道.csv"), desk.file("指向管道.csv")).expect("a link");
    desk
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

/// A workbook whose sheet says that it unpacks to a gigabyte.
fn bomb() -> Vec<u8> {
    let mut bytes = packed(&[("xl/worksheets/sheet1.xml", &[b' '; 4096])]);
    let entry = bytes.windows(4).position(|sign| sign == b"PK\x01\x02").expect("its entry in the list of parts");
    bytes[entry + 24..entry + 28].copy_from_slice(&(1_u32 << 30).to_le_bytes());
    bytes
}

/// A workbook of 10,000 columns.
fn wide() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for column in 0..10_000 {
        sheet.write(0, column, "列").expect("written");
    }
    book.save_to_buffer().expect("a workbook")
}

/// Runs the program, which must fail, with no more memory than allowed; returns what it said.
fn limited(desk: &Desk, arguments: &[&str]) -> String {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("ulimit -v {MEMORY}; exec \"$@\"")).arg("sh").arg(PROGRAM).args(arguments);
    command.current_dir(desk.home()).stdin(Stdio::null());
    command.env_clear().env("HOME", desk.home()).env("LANG", "zh_CN.UTF-8").env("TAIZHANG_DATA", desk.data());
    // glibc sets 64 MB of addresses aside for each thread; what is bounded here is what the program asks for.
    command.env("MALLOC_ARENA_MAX", "1");
    let output = command.output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
    said
}
