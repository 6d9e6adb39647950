//! export: the report as a file.

use std::fs;
use std::path::Path;

use crate::desk::Desk;

#[test]
fn without_a_name_each_export_is_another_edition_in_the_folder() {
    let desk = Desk::sample();
    desk.ok(&["set", &format!("folder={}", desk.home().display())]);
    let first = desk.ok(&["export"]);
    let second = desk.ok(&["export"]);
    assert!(first.contains("第1稿.docx") && second.contains("第2稿.docx"), "{first}{second}");
    let bytes = [first, second].map(|path| fs::read(Path::new(path.trim_end())).expect("it was written"));
    assert_eq!(bytes[0], bytes[1], "the same state gives the same bytes");
    assert!(bytes[0].starts_with(b"PK"));
}

#[test]
fn the_ending_says_which_format() {
    let desk = Desk::sample();
    for name in ["总结.docx", "总结.md", "总结.txt"] {
        let out = desk.ok(&["export", "-o", name]);
        assert!(out.trim_end().ends_with(name), "{out}");
    }
    assert!(fs::read(desk.file("总结.docx")).expect("it is there").starts_with(b"PK"));
    let markdown = fs::read_to_string(desk.file("总结.md")).expect("it is text");
    assert!(markdown.starts_with("# ") && markdown.contains("**"));
    assert!(fs::read_to_string(desk.file("总结.txt")).expect("it is text").starts_with("2022年"));
}

#[test]
fn the_ending_jsonl_asks_for_the_whole_ledger() {
    let desk = Desk::sample();
    desk.ok(&["export", "-o", "全部.jsonl"]);
    desk.ok(&["export", "--format", "jsonl", "-o", "又.JSONL"]);
    let read = |name| fs::read_to_string(desk.file(name)).expect("it is text");
    assert!(read("全部.jsonl").starts_with("{\"taizhang\":1") && read("全部.jsonl") == read("又.JSONL"));
    for (name, format) in [("总结.jsonl", "docx"), ("总结.docx", "jsonl"), ("总结.markdown", "txt")] {
        let told = desk.refused(2, &["export", "-o", name, "--format", format]);
        assert!(told.contains(name) && told.contains("不符") && !desk.file(name).exists(), "{told}");
    }
    assert!(desk.refused(2, &["export", "-o", "总结.xlsx"]).contains("taizhang list -o"));
    assert!(desk.refused(2, &["export", "-o", "总结.jsonl", "--seal"]).contains("整本台账"));
    assert!(desk.ok(&["export", "-o", "总结.markdown"]).contains("总结.markdown"));
}

#[test]
fn an_ending_that_no_format_has_is_refused_unless_one_is_named() {
    let desk = Desk::sample();
    assert!(desk.refused(2, &["export", "-o", "总结.pdf"]).contains("docx"));
    assert!(desk.refused(2, &["export", "--format", "pdf"]).contains("pdf"));
    assert!(!desk.file("总结.pdf").exists());
    desk.ok(&["export", "-o", "总结.bak", "--format", "txt"]);
}

#[test]
fn a_file_that_is_there_is_kept_unless_forced() {
    let desk = Desk::sample();
    desk.write("总结.txt", "别动");
    assert!(desk.refused(1, &["export", "-o", "总结.txt"]).contains("--force"));
    assert_eq!(fs::read_to_string(desk.file("总结.txt")).expect("it is there"), "别动");
    desk.ok(&["export", "-o", "总结.txt", "--force"]);
    assert_ne!(fs::read_to_string(desk.file("总结.txt")).expect("it is there"), "别动");
}

#[test]
fn a_dash_is_standard_output() {
    let desk = Desk::sample();
    let text = desk.ok(&["export", "-o", "-", "--format", "txt"]);
    assert!(text.starts_with("2022年") && text.contains("江南省") == text.contains("临江市"));
    let output = desk.command(&["export", "-o", "-"]).output().expect("it runs");
    assert!(output.status.success() && output.stdout.starts_with(b"PK"));
}

#[test]
fn a_file_that_cannot_be_written_is_told_and_leaves_nothing_behind() {
    let desk = Desk::sample();
    for path in ["no/总结.docx", "/dev/null/总结.docx"] {
        assert!(desk.refused(1, &["export", "-o", path]).contains(path));
    }
    let left: Vec<_> =
        fs::read_dir(desk.home()).expect("it is there").map(|entry| entry.expect("an entry").file_name()).collect();
    assert_eq!(left, ["data"]);
}

#[test]
fn a_folder_is_made_at_home_and_nowhere_else() {
    let desk = Desk::sample();
    desk.run(&["set", "folder=报告"]);
    desk.ok(&["export"]);
    assert_eq!(fs::read_dir(desk.file("报告")).expect("it was made").count(), 1);
    let stick = tempfile::tempdir().expect("a directory");
    let away = stick.path().join("报告");
    desk.run(&["set", &format!("folder={}", away.display())]);
    let told = desk.refused(1, &["export"]);
    assert!(told.contains(&away.display().to_string()) && told.contains("set folder=…"), "{told}");
    assert!(!away.exists());
}

#[test]
fn the_names_that_were_set_stand_in_the_report() {
    let desk = Desk::sample();
    let blanks = |text: &str| text.matches("**").count();
    let before = desk.ok(&["export", "-o", "-", "--format", "txt"]);
    assert_eq!(blanks(&before), 92);
    desk.ok(&["set", "省=江南省", "市=临江市", "区=青山区"]);
    let after = desk.ok(&["export", "-o", "-", "--format", "txt"]);
    assert_eq!(blanks(&after), 33);
    assert!(after.contains("青山区") && !before.contains("青山区"));
}
