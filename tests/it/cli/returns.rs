//! returns and urge: what is lacking, a unit's number, reminders.

use std::fs;

use serde_json::Value;

use crate::desk::Desk;

const TODAY: [&str; 2] = ["--today", "2022-12-20"];

fn with_today<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    arguments.iter().copied().chain(TODAY).collect()
}

/// The row of a figure in `returns --json`, if it lacks anything.
fn row(desk: &Desk, name: &str) -> Option<Value> {
    let rows = desk.json(&with_today(&["returns", "--json"])).remove(0);
    rows.as_array().into_iter().flatten().find(|row| row["name"] == name).cloned()
}

fn debts(desk: &Desk, name: &str) -> usize {
    row(desk, name).and_then(|row| row["owed"].as_array().map(Vec::len)).unwrap_or_default()
}

#[test]
fn what_is_lacking_is_listed_with_who_owes_it() {
    let desk = Desk::sample();
    let row = row(&desk, "演出场次").expect("it lacks all");
    assert_eq!(
        (&row["answers"], &row["state"], &row["unit"], &row["last_year"]),
        (&"units".into(), &"missing".into(), &"场次".into(), &"18".into())
    );
    assert_eq!(debts(&desk, "演出场次"), 10);
    let shown = desk.ok(&with_today(&["returns"]));
    assert!(shown.lines().any(|line| line.starts_with("演出场次  **  18  缺") && line.contains("石桥镇")), "{shown}");
}

#[test]
fn a_number_is_taken_undone_and_taken_away() {
    let desk = Desk::sample();
    let said = desk.ok(&["returns", "set", "演出场次", "石桥镇", "３+4", "--source", "估数"]);
    assert_eq!(said, "演出场次 石桥镇 11月至12月 7\n");
    assert_eq!(debts(&desk, "演出场次"), 9);
    desk.ok(&["undo"]);
    assert_eq!(debts(&desk, "演出场次"), 10);
    desk.ok(&["returns", "set", "演出场次", "石桥镇", "1.2万", "--period", "四季度"]);
    desk.ok(&["returns", "set", "演出场次", "石桥镇", "", "--period", "四季度"]);
    assert_eq!(debts(&desk, "演出场次"), 10);
    let history = desk.ok(&["history"]);
    assert!(history.contains("演出场次 石桥镇 12000"), "{history}");
}

#[test]
fn a_wrong_name_number_or_stretch_is_told_with_the_nearest() {
    let desk = Desk::sample();
    assert!(desk.refused(2, &["returns", "set", "演出", "石桥镇", "3"]).contains("演出场次"));
    assert!(desk.refused(2, &["returns", "set", "演出场次", "石桥", "3"]).contains("石桥镇"));
    assert!(desk.refused(2, &["returns", "set", "演出场次", "石桥镇", "几场"]).contains("不是数"));
    assert!(desk.refused(2, &["returns", "set", "演出场次", "石桥镇", "3", "--period", "五季度"]).contains("五季度"));
    assert!(desk.refused(2, &["returns", "set", "演出场次", "石桥镇", "3", "--source", "听说"]).contains("实数"));
    assert!(desk.refused(2, &["returns", "set", "宣传形式", "石桥镇", "3"]).contains("不由单位报数"));
    assert_eq!(debts(&desk, "演出场次"), 10);
}

#[test]
fn reminders_are_written_for_the_units_named_and_noted_when_asked() {
    let desk = Desk::sample();
    fs::create_dir(desk.file("催报")).expect("a folder");
    let written = desk.ok(&with_today(&["urge", "石桥镇", "--format", "txt", "-o", "催报", "--note"]));
    assert_eq!(written.trim_end(), "催报/石桥镇催报单12月20日.txt");
    let text = fs::read_to_string(desk.file(written.trim_end())).expect("it is text");
    assert!(text.contains("演出场次\t11月至12月\t场次") && text.contains("石桥镇："), "{text}");
    let history = desk.ok(&["history"]);
    assert!(history.contains("催 石桥镇"), "{history}");
    let all = desk.ok(&with_today(&["urge", "-o", "催报"]));
    assert!(all.lines().count() > 20 && all.lines().all(|path| path.ends_with("催报单12月20日.docx")), "{all}");
}

#[test]
fn no_reminder_goes_to_nobody_or_nowhere() {
    let desk = Desk::sample();
    assert!(desk.refused(1, &["urge", "-o", "没有的文件夹"]).contains("没有的文件夹"));
    assert!(desk.refused(2, &["urge", "--format", "xlsx"]).contains("docx"));
    let empty = Desk::year_2022();
    let said = empty.run(&with_today(&["urge", "--format", "txt"]));
    assert_ne!(said.code, 101, "{}", said.err);
}
