//! merge: two copies of a ledger that were both worked in become one.

use std::fs;

use crate::desk::Desk;

/// A desk with the sample ledger and a copy of it in `乙`, both worked in; gives the id of an item.
fn worked_in() -> (Desk, String) {
    let desk = Desk::sample();
    let id = desk.json(&["list", "--json"])[0]["id"].as_str().expect("an id").to_owned();
    desk.ok(&["backup", "分.zst"]);
    desk.ok(&["restore", "分.zst", "--into", "乙"]);
    desk.ok(&["edit", &id, "--set", "标题=这边的标题"]);
    desk.ok(&["edit", &id, "--set", "备注=那边的备注", "--data", "乙"]);
    desk.ok(&["edit", &id, "--set", "标题=那边的标题", "--data", "乙"]);
    desk.ok(&["add", "--matter", "2.7", "--title", "那边的演出", "--date", "12-1", "--data", "乙"]);
    (desk, id)
}

/// All records of a ledger, as an export has them.
fn records(desk: &Desk, data: &str) -> Vec<String> {
    let all = desk.ok(&["export", "--format", "jsonl", "-o", "-", "--data", data]);
    all.lines().filter(|line| line.starts_with("{\"record\"")).map(String::from).collect()
}

#[test]
fn what_was_done_in_both_copies_is_there_and_two_values_are_told() {
    let (desk, id) = worked_in();
    let before = desk.ok(&["list"]);
    let dry = desk.ok(&["merge", "乙", "--dry-run"]);
    assert!(dry.contains("对方有 3 次改动") && dry.contains("新记录 1 条"), "{dry}");
    assert!(dry.contains("会用“那边的标题”，不用“这边的标题”") && !dry.contains("用了"), "{dry}");
    assert_eq!(desk.ok(&["list"]), before, "only tried");
    desk.ok(&["backup", "前.zst"]);
    desk.ok(&["restore", "前.zst", "--into", "甲"]);

    let told = desk.ok(&["merge", "乙"]);
    assert!(told.contains("这边的标题：标题") && told.contains("用了“那边的标题”，没有用“这边的标题”"), "{told}");
    assert!(desk.ok(&["list"]).contains("那边的演出"));
    assert!(desk.ok(&["show", &id]).contains("那边的备注"));
    let history = desk.ok(&["history", "--item", &id]);
    assert!(history.contains("合并[乙]") && history.contains("    2"), "{history}");
    assert!(desk.ok(&["merge", "乙"]).contains("没有什么可合并"));

    desk.ok(&["merge", "甲", "--data", "乙"]);
    assert_eq!(records(&desk, "乙"), records(&desk, desk.data().to_str().expect("text")));

    desk.ok(&["undo"]);
    assert_eq!(desk.ok(&["list"]), before);
    desk.ok(&["redo"]);
    assert!(desk.run(&["check"]).out.contains("没有用“这边的标题”"));
    assert!(desk.ok(&["merge", "--settle"]).contains("1 处"));
    assert!(!desk.run(&["check"]).out.contains("没有用"));
    assert!(desk.ok(&["merge", "--settle"]).contains("没有合并留下的"));
}

#[test]
fn a_script_reads_what_came_over_from_an_export_as_from_a_directory() {
    let (desk, id) = worked_in();
    desk.ok(&["export", "--format", "jsonl", "-o", "乙.jsonl", "--data", "乙"]);
    for other in ["乙", "乙.jsonl"] {
        let told = &desk.json(&["merge", other, "--dry-run", "--json"])[0];
        assert_eq!((&told["merged"], &told["changes"], &told["new"]), (&false.into(), &3.into(), &1.into()));
        let clash = &told["clashes"][0];
        assert_eq!((clash["record"].as_str(), clash["field"].as_str()), (Some(id.as_str()), Some("title")));
        assert_eq!((clash["kept"].as_str(), clash["lost"].as_str()), (Some("那边的标题"), Some("这边的标题")));
    }
    assert_eq!(desk.json(&["merge", "乙.jsonl", "--json"])[0]["merged"], true);
    let came = desk.json(&["history", "--json"]).pop().expect("a merge");
    assert_eq!(came["came"].as_array().map(Vec::len), Some(3));
}

#[test]
fn what_is_no_copy_is_refused_with_the_way_that_there_is() {
    let desk = Desk::sample();
    desk.ok(&["init", "--data", "另"]);
    let before = desk.ok(&["history"]);
    let said = desk.refused(1, &["merge", "另"]);
    assert!(said.contains("不是同一本") && said.contains("export --format jsonl") && said.contains("import"), "{said}");
    fs::write(desk.file("别的.txt"), "x").expect("written");
    assert!(desk.refused(1, &["merge", "别的.txt"]).contains("不是备份"));
    desk.refused(1, &["merge", "没有"]);
    desk.refused(2, &["merge"]);
    desk.refused(2, &["merge", "另", "--settle"]);
    assert_eq!(desk.ok(&["history"]), before);
}

#[test]
fn an_item_that_was_binned_in_one_copy_and_changed_in_the_other_is_named() {
    for bins in ["data", "乙"] {
        let desk = Desk::sample();
        let id = desk.json(&["list", "--json"])[0]["id"].as_str().expect("an id").to_owned();
        desk.ok(&["backup", "分.zst"]);
        desk.ok(&["restore", "分.zst", "--into", "乙"]);
        desk.ok(&["edit", &id, "--set", "标题=改过的", "--data", if bins == "乙" { "data" } else { "乙" }]);
        desk.ok(&["rm", &id, "--data", bins]);
        assert!(desk.ok(&["merge", "乙", "--dry-run"]).contains("会在回收站里"), "{bins}");
        let told = desk.ok(&["merge", "乙"]);
        let named = told.lines().find(|line| line.contains("一边移入回收站，另一边改过"));
        assert!(named.is_some_and(|line| bins == "data" || line.contains("改过的")), "{bins}: {told}");
        let found = desk.run(&["check"]).out;
        assert!(found.contains("一边移入回收站") && found.contains("改过的"), "{found}");
        desk.ok(&["merge", "--settle"]);
        assert!(!desk.run(&["check"]).out.contains("回收站"), "{bins}");
    }
}

#[test]
fn a_record_that_is_gone_is_named_as_it_was_called() {
    let desk = Desk::year_2022();
    let id = super::add_article(&desk, "原来的标题", "12-20");
    desk.ok(&["backup", "分.zst"]);
    desk.ok(&["restore", "分.zst", "--into", "乙"]);
    desk.ok(&["edit", &id, "--set", "标题=最后的标题"]);
    desk.ok(&["set", "区=北山区", "--data", "乙"]);
    for _ in 0..2 {
        desk.ok(&["undo", "--data", "乙"]);
    }
    let told = desk.ok(&["merge", "乙"]);
    assert!(told.contains("最后的标题") && told.contains("现在没有了"), "{told}");
    let found = desk.run(&["check"]).out;
    assert!(found.contains("[最后的标题]（已没有）\n  合并时一边改过") && !found.contains(&id), "{found}");
}
