//! add, edit, rm, show, undo, redo.

use super::add_article;
use crate::desk::Desk;

#[test]
fn an_item_added_is_listed_shown_and_counted() {
    let desk = Desk::sample();
    let before = desk.json(&["list", "--json"]).len();
    let id = add_article(&desk, "冬至里的文化站", "12-20");
    assert_eq!(id.len(), 26, "{id}");
    assert_eq!(desk.json(&["list", "--json"]).len(), before + 1);

    let shown = desk.ok(&["show", &id]);
    assert!(shown.starts_with(&id) && shown.contains("标题: 冬至里的文化站"), "{shown}");
    assert!(shown.contains("日期: 12月20日") && shown.contains("媒体: 新华网"), "{shown}");
    let whole = &desk.json(&["show", &id, "--json"])[0];
    assert_eq!(whole["start"], "2022-12-20");
    assert_eq!(whole["section"], "6");
    assert_eq!(whole["status"], "done");
}

#[test]
fn the_head_of_an_id_is_enough_when_it_is_unique() {
    let desk = Desk::year_2022();
    let id = add_article(&desk, "冬至里的文化站", "12-20");
    assert!(desk.ok(&["show", &id[..8].to_lowercase()]).contains("冬至里的文化站"));
}

#[test]
fn a_matter_is_named_by_its_id_or_its_name() {
    let desk = Desk::year_2022();
    for name in ["6.5", "网台报道和同比"] {
        desk.ok(&["add", "--matter", name, "--title", "一", "--date", "12-20", "--set", "媒体=新华网"]);
    }
    assert_eq!(desk.json(&["list", "--matter", "6.5", "--json"]).len(), 2);
    let id = desk.ok(&["add", "--kind", "稿件", "--title", "三", "--date", "12-20", "--set", "媒体=新华网"]);
    assert_eq!(desk.json(&["show", id.trim_end(), "--json"])[0]["kind"], "article");
}

#[test]
fn dates_are_read_as_people_type_them() {
    let desk = Desk::year_2022();
    for (typed, start, end) in [
        ("7-13~17", "2022-07-13", "2022-07-17"),
        ("１２月２０日", "2022-12-20", "2022-12-20"),
        ("二季度", "2022-04-01", "2022-06-30"),
        ("端午", "2022-06-03", "2022-06-03"),
    ] {
        let id = add_article(&desk, typed, typed);
        let item = &desk.json(&["show", &id, "--json"])[0];
        assert_eq!((item["start"].as_str(), item["end"].as_str()), (Some(start), Some(end)), "{typed}");
    }
}

#[test]
fn a_wording_and_an_open_value_are_kept() {
    let desk = Desk::year_2022();
    let blanks = desk.blanks();
    let out = desk.ok(&[
        "add",
        "--matter",
        "6.5",
        "--title",
        "冬至",
        "--date",
        "12-20",
        "--set",
        "媒体=**",
        "--set",
        "写入总结=单独成句",
        "--wording",
        "在**刊发《冬至》",
    ]);
    let shown = desk.ok(&["show", out.trim_end()]);
    assert!(shown.contains("在**刊发《冬至》") && shown.contains("媒体: **"), "{shown}");
    assert!(desk.blanks() > 0, "{blanks}");
}

#[test]
fn a_wrong_token_in_a_wording_is_noted_and_the_item_kept() {
    let desk = Desk::year_2022();
    let add = |wording: &str| {
        let words = ["add", "--matter", "6.5", "--title", "冬至", "--date", "12-20", "--set", "媒体=新华网"];
        desk.run(&[&words[..], &["--wording", wording]].concat())
    };
    for (wording, part) in [("共{nope}篇", "`{nope}`"), ("共{标题", "花括号不成对"), ("{标体}", "是不是")]
    {
        let ran = add(wording);
        assert!(ran.code == 0 && ran.err.starts_with("提示：") && ran.err.contains(part), "{ran:?}");
        assert!(desk.ok(&["show", ran.out.trim_end()]).contains("冬至"));
    }
    let ran = add("{日期}刊发《{标题}》");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let edited = desk.run(&["edit", ran.out.trim_end(), "--set", "写法={nope}"]);
    assert!(edited.code == 0 && edited.err.contains("`{nope}`"), "{edited:?}");
}

#[test]
fn editing_changes_only_what_is_named() {
    let desk = Desk::year_2022();
    let id = add_article(&desk, "冬至里的文化站", "12-20");
    desk.ok(&["edit", &id, "--set", "标题=文化站里过冬至", "--set", "日期=12-21"]);
    let item = &desk.json(&["show", &id, "--json"])[0];
    assert_eq!(item["title"], "文化站里过冬至");
    assert_eq!(item["start"], "2022-12-21");
    assert!(desk.ok(&["show", &id]).contains("媒体: 新华网"));
}

#[test]
fn what_is_removed_leaves_the_list_and_undo_brings_it_back() {
    let desk = Desk::year_2022();
    let id = add_article(&desk, "冬至里的文化站", "12-20");
    desk.ok(&["rm", &id]);
    assert_eq!(desk.ok(&["list"]), "");
    assert!(desk.ok(&["undo"]).contains("冬至里的文化站"));
    assert_eq!(desk.json(&["list", "--json"]).len(), 1);
    desk.ok(&["redo"]);
    assert_eq!(desk.ok(&["list"]), "");
}

#[test]
fn undo_goes_back_change_by_change_over_many_runs() {
    let desk = Desk::year_2022();
    let ids: Vec<String> = ["一", "二", "三"].iter().map(|title| add_article(&desk, title, "12-20")).collect();
    for left in [2, 1, 0] {
        desk.ok(&["undo"]);
        assert_eq!(desk.json(&["list", "--json"]).len(), left);
    }
    for _ in &ids {
        desk.ok(&["redo"]);
    }
    let back: Vec<_> =
        desk.json(&["list", "--json"]).iter().map(|item| item["id"].as_str().map(String::from)).collect();
    assert!(ids.iter().all(|id| back.contains(&Some(id.clone()))), "{back:?}");
    assert!(desk.refused(1, &["redo"]).contains("没有可重做的改动"));
}

#[test]
fn a_new_change_ends_what_could_be_redone() {
    let desk = Desk::year_2022();
    add_article(&desk, "一", "12-20");
    desk.ok(&["undo"]);
    add_article(&desk, "二", "12-20");
    desk.refused(1, &["redo"]);
    assert_eq!(desk.json(&["list", "--json"])[0]["title"], "二");
}

#[test]
fn an_item_added_moves_its_figure_and_is_among_its_ids() {
    let desk = Desk::sample();
    let before = desk.json(&["figures", "--json"]).remove(0);
    let id = add_article(&desk, "冬至里的文化站", "12-20");
    let after = desk.json(&["figures", "--json"]).remove(0);
    let changed: Vec<_> =
        after.as_array().into_iter().flatten().filter(|one| one["ids"].to_string().contains(&id)).collect();
    assert!(!changed.is_empty(), "no figure counts a new article");
    for figure in changed {
        let old = before.as_array().into_iter().flatten().find(|one| one["name"] == figure["name"]);
        let (old, new) = (old.map(|one| one["value"].as_f64()), figure["value"].as_f64());
        assert!(new > old.flatten() || !figure["value"].is_number(), "{figure}");
    }
}

#[test]
fn several_items_change_in_one_act_and_a_wrong_id_changes_none() {
    let desk = Desk::year_2022();
    let ids: Vec<String> = ["一", "二", "三"].iter().map(|title| add_article(&desk, title, "12-20")).collect();
    let many = |options: &[&str]| desk.json(&[&["list", "--json"], options].concat()).len();
    desk.ok(&["edit", &ids[0], &ids[1], "--set", "状态=计划"]);
    assert_eq!(many(&["--status", "计划"]), 2);
    desk.ok(&["undo"]);
    assert_eq!(many(&["--status", "计划"]), 0);
    desk.ok(&["rm", &ids[0], &ids[2], &ids[0]]);
    assert_eq!((many(&[]), many(&["--bin"])), (1, 2));
    assert!(desk.ok(&["unbin", &ids[2]]).contains("三"));
    desk.refused(1, &["rm", &ids[1], "01ZZ"]);
    assert_eq!((many(&[]), many(&["--bin"])), (2, 1));
}
