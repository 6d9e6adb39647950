//! init, year new, set, history: the ledger itself.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::add_article;
use crate::desk::Desk;

#[test]
fn a_new_ledger_is_private_and_says_where_it_lies() {
    let desk = Desk::new();
    let out = desk.ok(&["init", "--year", "2026"]);
    assert!(out.contains(desk.data().to_str().expect("a path")), "{out}");
    let mode = fs::metadata(desk.data()).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
    assert_eq!(desk.json(&["status", "--json"])[0]["year"], 2026);
    assert_eq!(desk.ok(&["list"]), "");
}

#[test]
fn a_directory_that_holds_a_ledger_is_refused_and_untouched() {
    let desk = Desk::sample();
    let before = desk.ok(&["history"]);
    assert!(desk.refused(1, &["init"]).contains("已有台账"));
    assert!(desk.refused(1, &["init", "--sample"]).contains("已有台账"));
    assert_eq!(desk.ok(&["history"]), before);
}

#[test]
fn the_data_directory_is_the_option_then_the_variable_then_the_users_own() {
    let desk = Desk::new();
    desk.ok(&["init", "--year", "2022", "--data", "elsewhere"]);
    assert!(desk.file("elsewhere/FORMAT").exists() && !desk.data().exists());
    let status = desk.command(&["init", "--year", "2022"]).env_remove("TAIZHANG_DATA").output().expect("it runs");
    assert!(status.status.success() && desk.file(".local/share/taizhang/FORMAT").exists());
    let shared = desk.file("shared");
    let mut command = desk.command(&["init", "--year", "2022"]);
    let status = command.env_remove("TAIZHANG_DATA").env("XDG_DATA_HOME", &shared).output().expect("it runs");
    assert!(status.status.success() && shared.join("taizhang/FORMAT").exists());
}

#[test]
fn a_template_of_ones_own_makes_a_ledger() {
    let desk = Desk::new();
    desk.write("own.toml", &default_template().replace("网台报道和同比", "网上报道"));
    desk.ok(&["init", "--year", "2022", "--template", "own.toml"]);
    let id = desk.ok(&["add", "--matter", "网上报道", "--title", "第一篇", "--date", "12-20", "--set", "媒体=新华网"]);
    assert_eq!(desk.json(&["show", id.trim_end(), "--json"])[0]["matter"], "6.5");
}

#[test]
fn a_template_in_another_encoding_is_told_how_to_be_saved() {
    let desk = Desk::new();
    fs::write(desk.file("own.toml"), b"name = \"\xb1\xea\xcc\xe2\"\n").expect("written");
    let told = desk.refused(1, &["init", "--template", "own.toml"]);
    assert!(told.contains("own.toml") && told.contains("不是 UTF-8") && told.contains("另存为"), "{told}");
    let marked = format!("\u{feff}{}", default_template());
    desk.write("marked.toml", &marked);
    desk.ok(&["init", "--year", "2022", "--template", "marked.toml"]);
}

#[test]
fn a_link_that_leads_nowhere_is_no_place_for_a_ledger() {
    let desk = Desk::new();
    std::os::unix::fs::symlink("没有/台账", desk.file("link")).expect("a link");
    let told = desk.refused(1, &["init", "--data", "link"]);
    assert!(told.contains("link 是一个链接") && told.contains("没有/台账"), "{told}");
    assert!(!desk.file("没有").exists());
}

#[test]
fn a_doubled_name_in_a_template_is_told_with_its_place_and_nothing_is_made() {
    let desk = Desk::new();
    let mut doubled = default_template();
    let line = doubled.lines().count() + 1;
    doubled.push_str("[[setting]]\nid = \"省\"\nname = \"又一个省\"\n");
    desk.write("own.toml", &doubled);
    let told = desk.refused(1, &["init", "--template", "own.toml"]);
    assert!(told.contains("own.toml") && told.contains("`省`"), "{told}");
    assert!((line..line + 3).any(|line| told.contains(&format!("第{line}行"))), "line {line}: {told}");
    assert!(!desk.data().join("FORMAT").exists());
    assert!(desk.refused(1, &["init", "--template", "missing.toml"]).contains("missing.toml"));
}

#[test]
fn the_three_names_fill_their_blanks() {
    let desk = Desk::sample();
    assert_eq!(desk.blanks(), 92);
    desk.ok(&["set", "省=江南省", "市=临江市", "区=青山区"]);
    assert_eq!(desk.blanks(), 33);
    let listed = desk.ok(&["set"]);
    assert!(listed.contains("省=江南省\n") && listed.contains("区=青山区\n"), "{listed}");
    desk.ok(&["undo"]);
    assert_eq!(desk.blanks(), 92);
}

#[test]
fn the_programs_own_settings_are_set_and_listed_by_their_chinese_names() {
    let desk = Desk::year_2022();
    desk.ok(&["set", "录入人=李", &format!("文件夹={}", desk.home().display())]);
    let listed = desk.ok(&["set"]);
    assert!(listed.contains("录入人=李\n") && listed.contains("\n文件夹=/"), "{listed}");
    assert!(desk.ok(&["set", "--lang", "en"]).contains("clerk=李\n"));
    assert!(desk.refused(2, &["set", "录入=王"]).contains("录入人"));
}

#[test]
fn a_folder_that_is_not_there_is_noted_and_kept() {
    let desk = Desk::year_2022();
    for (folder, part) in [("/没有的盘/报告", "出文之前"), ("报告", "第一次出文时建")] {
        let ran = desk.run(&["set", &format!("folder={folder}")]);
        assert!(ran.code == 0 && ran.err.starts_with("提示：") && ran.err.contains(part), "{ran:?}");
        assert!(desk.ok(&["set"]).contains(folder));
    }
    assert!(!desk.file("报告").exists(), "a setting makes no folder");
}

#[test]
fn an_empty_value_unsets_and_the_full_width_sign_is_understood() {
    let desk = Desk::sample();
    desk.ok(&["set", "省＝江南省"]);
    let filled = desk.blanks();
    desk.ok(&["set", "省="]);
    assert!(filled < 92 && desk.blanks() == 92);
}

#[test]
fn an_unknown_setting_is_refused_whole() {
    let desk = Desk::sample();
    assert!(desk.refused(2, &["set", "省=江南省", "市县=临江市"]).contains("市县"));
    assert_eq!(desk.blanks(), 92);
}

#[test]
fn a_year_begins_with_the_template_of_another() {
    let desk = Desk::sample();
    desk.ok(&["year", "new", "--year", "2023", "--from", "2022"]);
    assert_eq!(desk.json(&["status", "--json", "--year", "2023"])[0]["year"], 2023);
    assert_eq!(desk.ok(&["list", "--year", "2023"]), "");
    assert!(desk.refused(1, &["year", "new", "--year", "2023"]).contains("2023"));
    assert!(desk.refused(1, &["year", "new", "--year", "2024", "--from", "1999"]).contains("1999"));
    desk.ok(&["year", "new", "--year", "2024"]);
}

#[test]
fn a_new_year_says_when_it_becomes_the_usual_one() {
    let desk = Desk::year_2022();
    let begun = |year: &str| desk.ok(&["year", "new", "--year", year, "--today", "2026-03-01"]);
    assert_eq!(begun("2021"), "已新建2021年\n", "2022 is still the newest");
    assert!(begun("2023").ends_with("\n以后不写 --year 就是2023年\n"));
    assert!(begun("2026").ends_with("\n以后不写 --year 就是2026年\n"));
    assert_eq!(begun("2027"), "已新建2027年\n", "today's year is there");
    assert_eq!(desk.json(&["status", "--json", "--today", "2026-03-01"])[0]["year"], 2026);
}

#[test]
fn undo_redo_and_history_work_whichever_years_there_are() {
    let desk = Desk::year_2022();
    desk.ok(&["year", "new", "--year", "2023"]);
    desk.ok(&["undo", "--year", "2023"]);
    assert_eq!(desk.ok(&["history", "--year", "2023"]).lines().count(), 3);
    desk.ok(&["redo", "--year", "2023"]);
    assert_eq!(desk.json(&["status", "--json", "--year", "2023"])[0]["year"], 2023);
}

#[test]
fn years_keep_apart() {
    let desk = Desk::sample();
    let last_year = desk.ok(&["list", "--year", "2021"]);
    assert_ne!(last_year, desk.ok(&["list", "--year", "2022"]));
    add_article(&desk, "冬至里的文化站", "12-20");
    assert_eq!(desk.ok(&["list", "--year", "2021"]), last_year);
}

#[test]
fn history_tells_every_change_in_its_order() {
    let desk = Desk::year_2022();
    add_article(&desk, "冬至里的文化站", "12-20");
    desk.ok(&["undo"]);
    let lines = desk.json(&["history", "--json"]);
    let numbers: Vec<_> = lines.iter().filter_map(|line| line["seq"].as_u64()).collect();
    assert_eq!(numbers, [1, 2, 3]);
    assert_eq!(lines[2]["undoes"], 2);
    desk.ok(&["redo"]);
    let told = desk.ok(&["history"]);
    let told: Vec<&str> = told.lines().collect();
    assert!(told[2].ends_with("（撤销第2号）") && told[3].ends_with("（重做第2号）"), "{told:?}");
    assert_eq!(desk.json(&["history", "--json"])[3]["redoes"], 2);
    assert!(desk.ok(&["history"]).lines().nth(1).is_some_and(|line| line.contains("冬至里的文化站")));
}

/// The template that comes with the program, in one file.
pub fn default_template() -> String {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/template/default");
    let mut files: Vec<_> =
        fs::read_dir(dir).expect("it is there").map(|entry| entry.expect("it is there").path()).collect();
    files.sort();
    let texts = files.iter().map(|file| fs::read_to_string(file).expect("it is text"));
    let (heads, rest): (Vec<String>, Vec<String>) = texts.partition(|text| text.contains("\nname = \"区委宣传部\"\n"));
    heads.into_iter().chain(rest).collect::<Vec<_>>().join("\n")
}
