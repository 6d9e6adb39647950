//! backup, backups, restore, doctor, export of everything and its import.

use std::fs;

use crate::desk::Desk;

#[test]
fn a_backup_is_restored_and_the_ledger_that_was_there_is_kept() {
    let desk = Desk::sample();
    let before = desk.ok(&["history"]);
    desk.ok(&["backup", "a.zst"]);
    desk.ok(&["set", "区=北山区"]);
    let out = desk.ok(&["restore", "a.zst"]);
    assert!(out.contains("kept-1") && desk.ok(&["history"]) == before, "{out}");
    assert!(desk.refused(1, &["restore", "none.zst"]).contains("不见了"));
}

#[test]
fn what_is_exported_is_imported_and_equal() {
    let desk = Desk::sample();
    desk.ok(&["export", "--format", "jsonl", "-o", "all.jsonl"]);
    desk.ok(&["import", "all.jsonl", "--data", "other"]);
    assert_eq!(desk.ok(&["history", "--data", "other"]), desk.ok(&["history"]));
    assert_eq!(desk.ok(&["list", "--data", "other"]), desk.ok(&["list"]));
    assert!(desk.refused(1, &["import", "all.jsonl"]).contains("已有台账"));
    desk.ok(&["export", "--format", "jsonl", "-o", "again.jsonl", "--data", "other"]);
    let read = |name| fs::read(desk.file(name)).expect("read");
    assert_eq!(read("all.jsonl"), read("again.jsonl"));
}

#[test]
fn a_doctor_says_what_is_wrong_and_lists_broken_backups() {
    let desk = Desk::sample();
    assert!(desk.ok(&["doctor"]).contains("一切正常"));
    assert!(desk.ok(&["doctor", "--repair"]).contains("一切正常"));
    let made = desk.ok(&["backup"]);
    assert!(desk.ok(&["backups"]).contains("完好"));
    fs::write(made.trim(), "broken").expect("written");
    let ran = desk.run(&["doctor"]);
    assert_eq!(ran.code, 3);
    assert!(ran.out.contains("不完整"), "{}", ran.out);
    let journal = desk.data().join("journal/00000000000000000001.jsonl");
    let mut bytes = fs::read(&journal).expect("read");
    bytes[3000] ^= 1;
    fs::write(&journal, bytes).expect("written");
    fs::remove_file(made.trim()).expect("removed");
    let ran = desk.run(&["doctor"]);
    assert!(ran.code == 3 && ran.out.contains("日志: 有1处问题"), "{}", ran.out);
    let repaired = desk.ok(&["doctor", "--repair"]);
    assert!(repaired.contains("已按校验码改正") && repaired.contains("一切正常"), "{repaired}");
}

#[test]
fn the_history_of_one_item_is_shown_alone() {
    let desk = Desk::sample();
    desk.ok(&["set", "区=北山区"]);
    let list = desk.ok(&["list"]);
    let id = list.split_whitespace().next().expect("an item");
    let one = desk.ok(&["history", "--item", id]);
    assert_eq!((one.lines().count(), desk.ok(&["history"]).lines().count()), (1, 2));
}

#[test]
fn a_ledger_is_restored_however_its_directory_is_named() {
    let desk = Desk::sample();
    desk.ok(&["backup", "a.zst"]);
    let history = desk.ok(&["history"]);
    let backup = desk.file("a.zst").display().to_string();
    assert!(desk.ok(&["restore", "a.zst", "--data", "data/"]).contains("kept-1"));
    for (name, place) in [(".", desk.data()), ("./", desk.data()), ("..", desk.data().join("journal"))] {
        let out = desk.command(&["restore", &backup, "--data", name]).current_dir(&place).output().expect("it runs");
        assert!(out.status.success(), "{name}: {}", String::from_utf8_lossy(&out.stderr));
        assert_eq!(desk.ok(&["history"]), history);
    }
}

#[test]
fn the_first_opening_after_a_restore_or_an_import_raises_no_alarm() {
    let desk = Desk::sample();
    desk.ok(&["backup", "a.zst"]);
    desk.ok(&["export", "--format", "jsonl", "-o", "all.jsonl"]);
    desk.ok(&["restore", "a.zst"]);
    desk.ok(&["import", "all.jsonl", "--data", "other"]);
    for data in ["data", "other"] {
        let ran = desk.run(&["set", "区=北山区", "--data", data]);
        assert!(ran.code == 0 && !ran.err.contains("数据库"), "{data}: {}", ran.err);
    }
}

#[test]
fn the_history_tells_old_and_new_and_knows_items_that_are_gone() {
    let desk = Desk::year_2022();
    let id = super::add_article(&desk, "冬至里的文化站", "12-20");
    desk.ok(&["edit", &id, "--set", "title=夏至里的文化站"]);
    let rows = desk.json(&["history", "--item", &id, "--json"]);
    let title = |row: usize, side: &str| rows[row]["edits"][0][side]["title"].clone();
    assert!(rows[0]["edits"][0]["old"].is_null() && title(0, "new") == "冬至里的文化站", "{rows:?}");
    assert_eq!((title(1, "old"), title(1, "new")), ("冬至里的文化站".into(), "夏至里的文化站".into()));
    assert_eq!(
        (rows[1]["edits"][0]["tree"].clone(), rows[1]["edits"][0]["key"].clone()),
        ("items".into(), id.clone().into())
    );
    desk.ok(&["undo"]);
    desk.ok(&["undo"]);
    assert_eq!(desk.ok(&["history", "--item", &id]).lines().count(), 4, "the item is gone, its history is not");
    assert!(desk.refused(1, &["history", "--item", "01AAAA"]).contains("01AAAA"));
}

#[test]
fn a_lost_reserve_is_made_anew_by_the_next_change() {
    let desk = Desk::sample();
    let reserve = desk.data().join("reserve");
    fs::remove_file(&reserve).expect("removed");
    desk.ok(&["set", "区=北山区"]);
    assert!(reserve.exists());
}
