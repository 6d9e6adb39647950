//! backup, backups, restore, doctor, export of everything and its import.

use std::fs;
use std::io::Write;

use crate::desk::Desk;

#[test]
fn a_backup_is_restored_and_the_ledger_that_was_there_is_kept() {
    let desk = Desk::sample();
    let before = desk.ok(&["history"]);
    desk.ok(&["backup", "a.zst"]);
    desk.ok(&["set", "区=北山区"]);
    let out = desk.ok(&["restore", "a.zst"]);
    assert!(out.contains("kept-1") && desk.ok(&["history"]) == before, "{out}");
    assert!(desk.refused(1, &["restore", "none.zst"]).contains("没有 none.zst"));
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
fn a_restore_says_what_stays_with_the_ledger_that_was_there() {
    let desk = Desk::sample();
    desk.ok(&["backup", "备 份.zst"]);
    desk.write("data/佐证.txt", "一");
    desk.write("data/drafts/a.json", "{}");
    let out = desk.ok(&["restore", "备 份.zst"]);
    for told in ["草稿1份", "备份1份", "移到新台账这边：佐证.txt"] {
        assert!(out.contains(told), "{told}: {out}");
    }
    assert!(desk.ok(&["backups"]).contains("在恢复以前的台账里"));
    assert!(desk.ok(&["doctor"]).contains("一切正常"), "a restored ledger lacks nothing");
}

#[test]
fn a_restore_within_a_ledger_is_refused_however_the_place_is_named() {
    let desk = Desk::sample();
    desk.ok(&["backup", "a.zst"]);
    std::os::unix::fs::symlink(desk.data(), desk.file("链")).expect("linked");
    for place in ["data/新", "链/新", "./data/../data/backup/x", "没有/../data/新"] {
        assert!(desk.refused(1, &["restore", "a.zst", "--into", place]).contains("里面不能再放一本"), "{place}");
    }
    assert!(!desk.data().join("新").exists());
}

#[test]
fn a_backup_goes_neither_through_a_link_nor_among_the_files_of_the_ledger() {
    let desk = Desk::sample();
    std::os::unix::fs::symlink(desk.data(), desk.file("链")).expect("linked");
    std::os::unix::fs::symlink("none.zst", desk.file("链.zst")).expect("linked");
    for (name, told) in
        [("链/a.zst", "台账自己的文件夹"), ("没有/../data/a.zst", "台账自己的文件夹"), ("链.zst", "符号链接")]
    {
        assert!(desk.refused(1, &["backup", name]).contains(told), "{name}");
    }
    assert!(desk.refused(2, &["backup", ""]).contains("缺一个值"));
    assert!(!desk.data().join("a.zst").exists() && !desk.file("none.zst").exists());
    fs::create_dir(desk.file("U 盘")).expect("made");
    assert_eq!(desk.ok(&["backup", "U 盘/备 份.zst"]), "U 盘/备 份.zst\n");
}

#[test]
fn a_ledger_is_restored_where_a_link_to_it_leads() {
    let desk = Desk::sample();
    desk.ok(&["backup", "a.zst"]);
    std::os::unix::fs::symlink(desk.data(), desk.file("链")).expect("linked");
    desk.ok(&["restore", "a.zst", "--data", "链"]);
    assert!(desk.file("链").is_symlink() && desk.file("data.kept-1").is_dir() && desk.data().is_dir());
}

#[test]
fn a_whole_ledger_is_imported_into_one_that_init_has_just_made() {
    let desk = Desk::sample();
    desk.ok(&["export", "-o", "all.jsonl"]);
    desk.ok(&["init", "--year", "2026", "--data", "new"]);
    assert!(desk.ok(&["import", "all.jsonl", "--data", "new"]).contains("new.kept-1"));
    assert_eq!(desk.ok(&["history", "--json", "--data", "new"]), desk.ok(&["history", "--json"]));
    assert_eq!(desk.ok(&["list", "--data", "new"]), desk.ok(&["list"]));
}

#[test]
fn an_import_into_a_ledger_with_records_names_the_commands_that_work() {
    let desk = Desk::sample();
    desk.ok(&["export", "-o", "全 部.jsonl"]);
    let told = desk.refused(1, &["import", "全 部.jsonl"]);
    let data = desk.data().display().to_string();
    for command in [
        format!("taizhang import '全 部.jsonl' --data {data}-2"),
        format!("taizhang restore '全 部.jsonl' --into {data}"),
    ] {
        assert!(told.contains(&command), "{command}: {told}");
        let words = ["import", "restore"].into_iter().find(|verb| command.contains(verb)).expect("a verb");
        let place = if words == "import" {
            ["--data".to_owned(), format!("{data}-2")]
        } else {
            ["--into".to_owned(), data.clone()]
        };
        desk.ok(&[words, "全 部.jsonl", &place[0], &place[1]]);
    }
    assert_eq!(desk.ok(&["list", "--data", &format!("{data}-2")]), desk.ok(&["list"]));
}

#[test]
fn a_damaged_backup_is_listed_with_its_number_and_time() {
    let desk = Desk::sample();
    let made = desk.ok(&["backup"]);
    fs::write(made.trim(), "broken").expect("written");
    let listed = desk.ok(&["backups"]);
    assert!(listed.starts_with("1  20") && listed.contains("损坏") && listed.contains(made.trim()), "{listed}");
    let rows = desk.json(&["backups", "--json"]);
    assert_eq!((rows.len(), rows[0]["seq"].as_u64(), rows[0]["whole"].as_bool()), (1, Some(1), Some(false)));
    assert!(rows[0]["at"].is_string() && rows[0]["error"].is_string());
}

#[test]
fn a_doctor_says_what_repair_does_and_no_more_than_it_can() {
    let desk = Desk::sample();
    let said = |arguments: &[&str]| {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 3, "{ran:?}");
        (ran.out, ran.err)
    };
    let ran = desk.run(&["set", "第二备份处=/没有/U盘"]);
    assert!(ran.code == 0 && ran.err.contains("没有备份到那里"), "{ran:?}");
    let (out, err) = said(&["doctor"]);
    assert!(out.contains("第二备份文件夹") && err.contains("修复不了"), "{out}{err}");
    fs::remove_dir_all(desk.data().join("db")).expect("removed");
    let (out, err) = said(&["doctor"]);
    assert!(out.contains("加 --repair：用日志重建") && err.contains("能修复其中1处"), "{out}{err}");
    let (out, err) = said(&["doctor", "--repair"]);
    assert!(out.contains("数据库不见了，已照日志重建") && err.contains("余下的"), "{out}{err}");
    let ran = desk.run(&["doctor", "--json"]);
    let parts: Vec<serde_json::Value> = ran.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let hurt: Vec<_> = parts.iter().filter(|part| part["state"] == "hurt").collect();
    assert!(
        hurt.len() == 1 && hurt[0]["part"] == "backups" && hurt[0]["findings"][0]["mendable"] == false,
        "{parts:?}"
    );
}

#[test]
fn whoever_reads_is_told_of_an_unfinished_last_line() {
    let desk = Desk::sample();
    let before = desk.ok(&["list"]);
    let journal = desk.data().join("journal/00000000000000000001.jsonl");
    let bytes = fs::read(&journal).expect("read");
    fs::write(&journal, [&bytes[..], b"deadbeef {\"half"].concat()).expect("written");
    for arguments in [&["list"][..], &["status"], &["show", before.split(' ').next().expect("an id")]] {
        let ran = desk.run(arguments);
        assert!(ran.code == 0 && ran.err.lines().count() == 1 && ran.err.contains("最后一行不完整"), "{ran:?}");
    }
    assert_eq!(desk.run(&["list"]).out, before);
}

#[test]
fn a_lost_reserve_is_made_anew_by_the_next_change() {
    let desk = Desk::sample();
    let reserve = desk.data().join("reserve");
    fs::remove_file(&reserve).expect("removed");
    desk.ok(&["set", "区=北山区"]);
    assert!(reserve.exists());
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
fn a_restore_that_was_cut_short_is_finished_before_anything_is_read() {
    let desk = Desk::sample();
    desk.ok(&["backup", "a.zst"]);
    desk.ok(&["set", "区=北山区"]);
    desk.ok(&["restore", "a.zst"]);
    fs::rename(desk.data(), desk.file("data.restoring-1")).expect("as a cut leaves it");
    let ran = desk.run(&["history"]);
    assert!(ran.code == 0 && ran.out.lines().count() == 1 && ran.err.contains("现已做完"), "{ran:?}");
    fs::create_dir_all(desk.file("data.restoring-1/journal")).expect("as a kill leaves it");
    let ran = desk.run(&["set", "区=东湖区"]);
    assert!(ran.code == 0 && ran.err.contains("已删去") && !desk.file("data.restoring-1").exists(), "{ran:?}");
}

#[test]
fn where_the_whole_journal_is_gone_nobody_is_told_to_make_a_new_ledger() {
    let desk = Desk::sample();
    let before = desk.ok(&["list"]);
    fs::remove_dir_all(desk.data().join("journal")).expect("removed");
    let told = desk.refused(1, &["list"]);
    assert!(told.contains("日志末尾的改动不见了") && !told.contains("init"), "{told}");
    desk.ok(&["doctor", "--repair"]);
    assert_eq!(desk.ok(&["list"]), before);
}

#[test]
fn a_backup_goes_to_a_file_and_comes_from_one() {
    let desk = Desk::sample();
    let told = desk.refused(2, &["backup", "-"]);
    assert!(told.contains("没有备份") && told.contains("export --format jsonl -o -"), "{told}");
    assert!(!desk.file("-").exists());
    desk.ok(&["backup", "a.zst"]);
    let before = desk.ok(&["history"]);
    let (pipe, mut feed) = std::io::pipe().expect("a pipe");
    feed.write_all(b"x").expect("written");
    drop(feed);
    let ran = desk.command(&["restore", "/dev/stdin"]).stdin(pipe).output().expect("it runs");
    let told = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.code() == Some(1) && told.contains("只能从文件恢复") && told.contains("未作改动"), "{told}");
    assert!(desk.refused(1, &["restore", "-"]).contains("只能从文件恢复"));
    assert_eq!(desk.ok(&["history"]), before);
}
