//! Wrong use and failed acts: one clear sentence each, nothing on standard output, nothing changed.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStringExt;
use std::process::Stdio;
use std::sync::Arc;

use taizhang::store::{RealDisk, Store};

use super::add_article;
use crate::desk::Desk;

/// Holds the ledger as a running program does.
pub fn hold(desk: &Desk) -> Store {
    Store::open(&desk.data(), Arc::new(RealDisk)).expect("nobody else holds it").0
}

/// Asserts that wrong use of a ledger of 2022 is told with all of `parts` and changes nothing.
fn misused(arguments: &[&str], parts: &[&str]) {
    let desk = Desk::year_2022();
    let before = desk.ok(&["history"]);
    let told = desk.refused(2, arguments);
    assert!(parts.iter().all(|part| told.contains(part)), "{told}");
    assert_eq!(desk.ok(&["history"]), before);
}

#[test]
fn unknown_verbs_and_options_are_told_with_the_nearest() {
    misused(&["lst"], &["lst", "list"]);
    misused(&["list", "--jsn"], &["--jsn", "--json"]);
    misused(&["list", "--lang", "fr"], &["fr", "zh"]);
    misused(&["year"], &["--help"]);
    misused(&["show"], &["ID"]);
}

#[test]
fn unknown_kinds_matters_sections_and_fields_are_told() {
    misused(&["add", "--kind", "稿", "--title", "一"], &["`稿`", "稿件"]);
    misused(&["add", "--matter", "6.55", "--title", "一"], &["6.55", "6.5"]);
    misused(&["add", "--matter", "6.5", "--title", "一", "--set", "=新华网"], &["`=新华网`", "缺名称"]);
    misused(&["set", " ＝江南省"], &["` ＝江南省`", "缺名称"]);
    misused(&["list", "--section", "12"], &["`12`", "1 2 3"]);
    misused(&["add", "--matter", "6.5", "--title", "一", "--set", "媒=新华网"], &["`媒`"]);
    misused(&["add", "--matter", "6.5", "--title", "一", "--set", "媒体"], &["媒体", "字段=值"]);
}

#[test]
fn what_an_item_must_have_is_asked_for() {
    misused(&["add", "--title", "一"], &["--matter"]);
    misused(&["add", "--matter", "6.5", "--set", "媒体=新华网"], &["标题"]);
    misused(&["add", "--matter", "6.5", "--title", "  ", "--set", "媒体=新华网"], &["标题"]);
    misused(&["add", "--matter", "6.5", "--title", "一"], &["媒体", "**"]);
    misused(&["add", "--matter", "6.5", "--kind", "稿件", "--title", "一"], &["--matter", "--kind"]);
}

#[test]
fn a_date_is_asked_for_where_today_lies_in_another_year() {
    let add = ["add", "--matter", "6.5", "--title", "一", "--set", "媒体=新华网"];
    let on = |today: &'static str| [&add[..], &["--today", today]].concat();
    misused(&on("2026-03-01"), &["2026-03-01", "2022年", "--date"]);
    let desk = Desk::year_2022();
    desk.ok(&on("2022-03-01"));
    desk.ok(&[&on("2026-03-01")[..], &["--date", "12-31"]].concat());
    desk.ok(&[&on("2026-03-01")[..], &["--set", "日期=12-31"]].concat());
    assert_eq!(desk.json(&["list", "--json"]).len(), 3);
}

#[test]
fn impossible_dates_are_told_with_the_reason() {
    let add = |date: &'static str| ["add", "--matter", "6.5", "--title", "一", "--set", "媒体=新华网", "--date", date];
    misused(&add("2月30日"), &["`2月30日`", "28天"]);
    misused(&add("7-17~13"), &["`7-17~13`"]);
    misused(&add("明天吧"), &["`明天吧`"]);
    misused(&add("9999-05-05"), &["`9999-05-05`", "年份"]);
    misused(&["status", "--year", "22"], &["`22`"]);
    misused(&["status", "--today", "2022-13-01"], &["2022-13-01"]);
}

#[test]
fn control_characters_never_reach_the_ledger() {
    let desk = Desk::year_2022();
    let ran = desk.run(&["add", "--matter", "6.5", "--title", "冬\x1b[31m至\x07里\n的", "--set", "媒体=新华网"]);
    assert!(!ran.out.contains('\x1b') && !ran.err.contains('\x1b'), "{ran:?}");
    let journal = std::fs::read_dir(desk.data().join("journal")).expect("it is there");
    for file in journal {
        let text = std::fs::read_to_string(file.expect("it is there").path()).expect("it is text");
        assert!(!text.contains("\\u001b") && !text.contains("\\u0007"), "a control character was stored");
    }
    assert!(!desk.ok(&["list"]).contains('\x1b'));
}

#[test]
fn what_was_typed_is_said_back_without_its_control_characters() {
    let desk = Desk::year_2022();
    desk.refused(2, &["\x1b[31mlist"]);
    desk.refused(2, &["add", "--matter", "\x1b]0;x\x07", "--title", "一"]);
    desk.refused(1, &["show", "\x1b[2J"]);
    desk.refused(1, &["list", "--data", "\x1b[2J"]);
}

#[test]
fn arguments_that_are_not_utf8_are_refused() {
    let desk = Desk::year_2022();
    let broken = OsString::from_vec(vec![0xb1, 0xea, 0xcc, 0xe2]);
    desk.refused(2, &[OsStr::new("add"), OsStr::new("--matter"), OsStr::new("6.5"), OsStr::new("--title"), &broken]);
    desk.refused(2, &[broken.as_os_str()]);
}

#[test]
fn an_item_that_is_not_there_is_a_failed_act() {
    let desk = Desk::year_2022();
    for arguments in [vec!["show", "01ZZ"], vec!["rm", "01ZZ"], vec!["edit", "01ZZ", "--set", "标题=一"]] {
        assert!(desk.refused(1, &arguments).contains("01ZZ"));
    }
    assert!(desk.refused(1, &["status", "--year", "1999"]).contains("1999"));
    let id = add_article(&desk, "一", "12-20");
    assert!(desk.refused(2, &["edit", &id]).contains("字段=值"));
}

#[test]
fn without_a_ledger_every_verb_says_how_to_make_one() {
    let desk = Desk::new();
    for verb in ["list", "status", "figures", "export", "undo", "redo", "history", "set"] {
        let told = desk.refused(1, &[verb]);
        assert!(told.contains("taizhang init"), "{verb}: {told}");
    }
    assert!(!desk.data().exists(), "looking made a directory");
}

#[test]
fn a_data_directory_that_cannot_be_made_is_told() {
    let desk = Desk::new();
    desk.write("file", "");
    for dir in ["file", "file/data", "/dev/null/data", "/proc/data"] {
        assert!(desk.refused(1, &["init", "--data", dir]).contains(dir), "{dir}");
    }
}

#[test]
fn a_second_writer_is_told_who_holds_the_ledger() {
    let desk = Desk::sample();
    let held = hold(&desk);
    let told = desk.refused(1, &["set", "省=江南省"]);
    assert!(told.contains(&std::process::id().to_string()), "{told}");
    drop(held);
    desk.ok(&["set", "省=江南省"]);
}

#[test]
fn verbs_that_write_at_once_wait_for_each_other() {
    let desk = Desk::sample();
    let set = |what: &str| desk.command(&["set", what]).stdout(Stdio::null()).spawn().expect("it runs");
    let writers = ["省=江南省", "市=东湖市"].map(set);
    for mut writer in writers {
        assert!(writer.wait().expect("it ends").success());
    }
    assert_eq!(desk.ok(&["history"]).lines().count(), 3);
}

#[test]
fn errors_are_english_where_english_is_asked_for() {
    let desk = Desk::year_2022();
    for (code, arguments) in [
        (2, vec!["lst"]),
        (2, vec!["add", "--matter", "6.5", "--title", "x", "--date", "2-30", "--set", "媒体=新华网"]),
        (1, vec!["undo", "--data", "nowhere"]),
        (1, vec!["show", "01ZZ"]),
        (1, vec!["redo"]),
    ] {
        let arguments = [vec!["--lang", "en"], arguments].concat();
        let told = desk.refused(code, &arguments);
        assert!(told.starts_with("error: ") && !told.contains(['，', '。', '：']), "{told}");
    }
}

#[test]
fn the_interface_is_not_opened_without_a_terminal() {
    let desk = Desk::new();
    for arguments in [vec![], vec!["demo"], vec!["--lang", "en"]] {
        assert!(desk.refused(1, &arguments).contains("taizhang list"));
    }
    assert!(!desk.data().exists());
}

#[test]
fn a_wrong_keymap_is_told_with_its_place() {
    let desk = Desk::new();
    desk.write("mine.toml", "[all]\npublsh = \"Ctrl-B\"\n");
    let told = desk.refused(1, &["keys", "--keymap", "mine.toml"]);
    assert!(told.contains("mine.toml:2") && told.contains("publish"), "{told}");
    assert!(desk.refused(1, &["keys", "--keymap", "emacs"]).contains("emacs"));
}
