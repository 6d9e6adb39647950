//! `register`: entries listed, added, renamed, merged, retired, deleted.

use crate::desk::Desk;

fn uses(desk: &Desk, label: &str) -> Option<u64> {
    let all = desk.json(&["register", "媒体", "--json"]);
    all.iter().find(|entry| entry["label"] == label).map(|entry| entry["uses"].as_u64().expect("a count"))
}

#[test]
fn the_registers_and_their_entries_are_listed() {
    let desk = Desk::sample();
    let registers = desk.json(&["register", "--json"]);
    assert!(registers.iter().any(|one| one["id"] == "outlets" && one["name"] == "媒体"));
    assert!(desk.ok(&["register"]).contains("outlets  媒体"));
    let all = desk.json(&["register", "outlets", "--json"]);
    let entry = all.iter().find(|entry| entry["label"] == "新华网").expect("an outlet");
    assert_eq!((&entry["fields"]["级别"], &entry["retired"]), (&"中央级".into(), &false.into()));
    assert_eq!(desk.run(&["register", "没有"]).code, 1);
}

#[test]
fn an_entry_is_added_with_its_fields_and_one_like_another_only_when_that_is_said() {
    let desk = Desk::sample();
    desk.ok(&["register", "add", "媒体", "农民日报", "--set", "类=报", "--set", "别名=农报"]);
    desk.ok(&["add", "--matter", "6.5", "--title", "丰收", "--date", "9-1", "--set", "媒体=农报"]);
    assert_eq!(uses(&desk, "农民日报"), Some(1));
    let like = desk.run(&["register", "add", "媒体", "欣华网"]);
    assert_eq!(like.code, 2);
    assert!(like.err.contains("`欣华网` 和已有的 新华网 很像") && like.err.contains("--anyway"), "{}", like.err);
    desk.ok(&["register", "add", "媒体", "欣华网", "--anyway"]);
    assert_eq!(desk.run(&["register", "add", "媒体", "丙报", "--set", "类=没有"]).code, 2);
    assert_eq!(uses(&desk, "丙报"), None);
}

#[test]
fn an_entry_takes_the_name_of_another_only_when_that_is_said() {
    let desk = Desk::sample();
    for arguments in [&["rename", "媒体", "市日报", "省日报"][..], &["edit", "媒体", "市日报", "--set", "名称=省日报"]]
    {
        let refused = desk.run(&[&["register"], arguments].concat());
        assert_eq!(refused.code, 2);
        assert!(refused.err.contains("`省日报` 和已有的 省日报 很像"), "{}", refused.err);
        assert!(refused.err.contains("register merge") && uses(&desk, "市日报").is_some(), "{}", refused.err);
    }
    desk.ok(&["register", "edit", "媒体", "市日报", "--set", "别名=市报"]);
    desk.ok(&["register", "rename", "媒体", "市日报", "省日报", "--anyway"]);
    assert_eq!(uses(&desk, "市日报"), None);
}

#[test]
fn a_register_before_the_verb_is_told_in_words() {
    let wrong = Desk::sample().run(&["register", "媒体", "add", "丙报"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("`add` 要写在 `[REGISTER]` 前面"), "{}", wrong.err);
}

#[test]
fn renames_merges_and_deletions_are_followed_and_undone() {
    let desk = Desk::sample();
    let (one, other) = (uses(&desk, "新华网").expect("it is there"), uses(&desk, "人民网").expect("it is there"));
    desk.ok(&["register", "rename", "媒体", "新华网", "新华社网站"]);
    assert_eq!(uses(&desk, "新华社网站"), Some(one));
    assert_eq!(desk.run(&["register", "rm", "媒体", "新华社网站"]).code, 1);
    desk.ok(&["register", "merge", "媒体", "新华社网站", "人民网"]);
    assert_eq!((uses(&desk, "新华社网站"), uses(&desk, "人民网").map(|all| all >= other)), (None, Some(true)));
    desk.ok(&["undo"]);
    assert_eq!(uses(&desk, "新华社网站"), Some(one));
    desk.ok(&["register", "retire", "媒体", "新华社网站"]);
    let retired = |desk: &Desk| {
        let all = desk.json(&["register", "媒体", "--json"]);
        all.into_iter().find(|entry| entry["label"] == "新华社网站").expect("it is there")["retired"].clone()
    };
    assert_eq!(retired(&desk), true);
    desk.ok(&["register", "retire", "媒体", "新华社网站", "--back"]);
    assert_eq!(retired(&desk), false);
}

#[test]
fn a_register_goes_out_as_a_table_and_comes_back_as_one_change() {
    let desk = Desk::sample();
    desk.ok(&["register", "export", "媒体", "-o", "媒体.xlsx"]);
    assert_eq!(desk.run(&["register", "export", "媒体", "-o", "媒体.xlsx"]).code, 1, "it is there");
    desk.ok(&["register", "export", "媒体", "-o", "媒体.xlsx", "--force"]);
    assert_eq!(desk.run(&["register", "export", "媒体", "-o", "媒体.pdf"]).code, 2);
    assert!(desk.ok(&["register", "import", "媒体", "媒体.xlsx"]).contains("名录没有变"));

    desk.write("新.csv", "名称,级别\n农民日报,中央级\n新华网,市级\n新华网,市级\n");
    let dry = desk.ok(&["register", "import", "媒体", "新.csv", "--dry-run"]);
    for line in ["新增 1 个  农民日报", "改 1 个  新华网", "没变 0 个", "第4行 新华网：与第3行相同"]
    {
        assert!(dry.contains(line), "{line}: {dry}");
    }
    assert_eq!(uses(&desk, "农民日报"), None, "a dry run changes nothing");
    desk.ok(&["register", "import", "媒体", "新.csv"]);
    assert_eq!(uses(&desk, "农民日报"), Some(0));
    desk.ok(&["undo"]);
    assert_eq!(uses(&desk, "农民日报"), None);
    assert!(desk.ok(&["register", "import", "媒体", "媒体.xlsx"]).contains("名录没有变"), "one undo took all back");
}

#[test]
fn a_faulty_row_is_told_with_its_column_and_no_row_is_taken() {
    let desk = Desk::sample();
    desk.write("新.csv", "名称,级别\n农民日报,中央级\n丙报,没有这一级\n");
    let ran = desk.run(&["register", "import", "媒体", "新.csv"]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.out.contains("第3行[级别]") && ran.err.contains("一行也没有导入"), "{}{}", ran.out, ran.err);
    assert_eq!(uses(&desk, "农民日报"), None);
}
