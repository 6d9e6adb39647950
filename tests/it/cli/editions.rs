//! editions, diff, report: what left the house, what changed since, and where every word comes from.

use serde_json::Value;

use crate::desk::Desk;

/// A sample ledger of which a first edition was written.
fn published() -> Desk {
    let desk = Desk::sample();
    desk.ok(&["set", "clerk=李"]);
    desk.ok(&["export", "-o", "总结.docx"]);
    desk
}

#[test]
fn each_export_is_an_edition_with_who_where_and_what_changed_since() {
    let desk = published();
    desk.ok(&["export", "--variant", "一季度", "-o", "一季度.txt"]);
    let rows = desk.json(&["editions", "--json"]);
    assert_eq!(rows.len(), 2);
    assert_eq!((&rows[0]["variant"], &rows[0]["number"], &rows[0]["by"]), (&"whole".into(), &1.into(), &"李".into()));
    assert!(rows[0]["path"].as_str().is_some_and(|path| path.ends_with("/总结.docx")), "{}", rows[0]);
    assert_eq!((&rows[0]["changed"], &rows[1]["variant"]), (&0.into(), &"q1".into()));
    desk.ok(&["set", "区=青山区"]);
    assert!(desk.json(&["editions", "--json"])[0]["changed"].as_u64() > Some(0));
    assert!(desk.ok(&["editions"]).contains("全年第1稿"));
    assert_eq!(desk.ok(&["editions", "--variant", "h1"]), "");
}

#[test]
fn diff_says_which_figures_and_sentences_changed() {
    let desk = published();
    assert_eq!(desk.ok(&["diff", "1"]), "没有变动\n");
    desk.ok(&[
        "add",
        "--matter",
        "3.7",
        "--title",
        "过冬至",
        "--date",
        "2022-12-20",
        "--set",
        "媒体=新华网",
        "--set",
        "首发=原创",
    ]);
    let told = desk.ok(&["diff", "1", "now"]);
    assert!(told.contains("数据 重点网站原创新闻：") && told.contains("改："), "{told}");
    assert!(desk.ok(&["diff", "1", "--lang", "en"]).contains("changed: "));
    desk.ok(&["export", "-o", "二稿.docx"]);
    assert_eq!(desk.ok(&["diff", "1", "2"]), told);
    let tree = desk.json(&["diff", "2", "1", "--json"]).remove(0);
    let figures = tree["figures"].as_array().expect("a list");
    assert!(figures.iter().any(|figure| figure["name"] == "重点网站原创新闻"), "{tree}");
    assert!(desk.refused(1, &["diff", "3"]).contains("没有全年第3稿"));
    assert!(desk.refused(2, &["diff", "x"]).contains("第几稿"));
}

#[test]
fn a_final_edition_is_declared_once_and_later_exports_say_so() {
    let desk = published();
    assert_eq!(desk.ok(&["editions", "--final", "1"]), "定稿[全年第1稿]\n");
    assert!(desk.refused(1, &["editions", "--final", "1"]).contains("已经是定稿"));
    assert!(desk.refused(1, &["export", "-o", "总结.docx", "--force"]).contains("定稿"));
    let ran = desk.run(&["export", "-o", "再改.docx"]);
    assert!(ran.code == 0 && ran.err.contains("第1稿已经定稿"), "{ran:?}");
    assert!(desk.ok(&["editions"]).contains("定稿 李"));
}

#[test]
fn editions_travel_with_everything_else() {
    let desk = published();
    desk.ok(&["export", "--format", "jsonl", "-o", "all.jsonl"]);
    let other = Desk::new();
    other.ok(&["import", desk.file("all.jsonl").to_str().expect("a path")]);
    assert_eq!(other.json(&["editions", "--json"]), desk.json(&["editions", "--json"]));
    desk.ok(&["backup", "b.backup"]);
    let third = Desk::new();
    let backup = desk.file("b.backup");
    third.ok(&["restore", backup.to_str().expect("a path")]);
    assert_eq!(third.ok(&["diff", "1"]), "没有变动\n");
}

#[test]
fn the_report_names_the_source_of_every_run() {
    let desk = Desk::sample();
    assert_eq!(desk.ok(&["report"]), desk.ok(&["export", "--format", "txt", "-o", "-"]));
    let tree = desk.json(&["report", "--json", "--variant", "h1"]).remove(0);
    assert_eq!(tree["title"], "2022年上半年宣传思想文化工作总结");
    let blocks = tree["blocks"].as_array().expect("a list");
    let runs: Vec<&Value> = blocks.iter().filter_map(|block| block["runs"].as_array()).flatten().collect();
    assert!(runs.iter().all(|run| run["text"].is_string() && run["source"]["kind"].is_string()));
    let count = runs.iter().filter(|run| run["blank"] == true).count() as u64;
    assert_eq!(tree["blanks"].as_u64(), Some(count));
    let study = runs.iter().find(|run| run["source"]["name"] == "中心组次数").expect("it prints");
    assert!(study["source"]["took"]["items"].as_array().is_some_and(|items| !items.is_empty()), "{study}");
}
