//! `check`: what somebody should look at, for people and for scripts.

use crate::desk::Desk;

#[test]
fn findings_are_printed_and_told_by_the_exit_code() {
    let desk = Desk::year_2022();
    let clean = desk.run(&["check"]);
    assert_eq!((clean.code, clean.out.as_str()), (0, ""), "{clean:?}");
    desk.ok(&["add", "--matter", "2.7", "--title", "演出", "--date", "3-1", "--set", "佐证=照片/没有.jpg"]);
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.out.contains("疑问  说法  演出：佐证\n  佐证文件不在：照片/没有.jpg。"), "{}", ran.out);
    assert!(ran.err.contains("有疑点 1 处"), "{}", ran.err);
    let photos = desk.data().join("照片");
    std::fs::create_dir(&photos).expect("made");
    std::fs::write(photos.join("没有.jpg"), [0xff, 0xd8, 0xff, 0xe0]).expect("written");
    assert_eq!(desk.run(&["check"]).code, 0);
}

#[test]
fn each_finding_is_an_object_with_the_place_and_the_same_names() {
    let desk = Desk::year_2022();
    let id = desk.ok(&["add", "--matter", "2.7", "--title", "演出，，", "--date", "3-1"]);
    let ran = desk.run(&["check", "--json"]);
    let lines: Vec<serde_json::Value> = ran.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(ran.code, 3);
    let doubled = lines.iter().find(|line| line["rule"] == "punctuation").expect("the doubled sign");
    assert_eq!((&doubled["place"]["item"], &doubled["place"]["field"]), (&id.trim().into(), &"title".into()));
    assert_eq!((&doubled["mendable"], &doubled["section"]), (&true.into(), &"2".into()));
    for line in &lines {
        for name in ["severity", "group", "rule", "where", "text", "hint"] {
            assert!(line[name].is_string(), "{name}: {line}");
        }
    }
}
