//! export, figures and report of a part of the year, a theme, or the public.

use super::ledger::default_template;
use crate::desk::Desk;

fn text(desk: &Desk, variant: &str) -> String {
    desk.ok(&["export", "--variant", variant, "--format", "txt", "-o", "-"])
}

#[test]
fn a_report_of_the_first_half_speaks_of_the_first_half() {
    let desk = Desk::sample();
    for name in ["h1", "上半年"] {
        let half = text(&desk, name);
        assert!(half.starts_with("2022年上半年宣传思想文化工作总结\n"), "{half}");
        assert!(half.contains("上半年组织集体学习") && half.contains("下半年工作计划"), "{half}");
        assert!(!half.contains("全年"), "{half}");
    }
    assert!(text(&desk, "whole").contains("全年组织集体学习"));
    assert_eq!(text(&desk, "全年"), desk.ok(&["export", "--format", "txt", "-o", "-"]));
}

#[test]
fn figures_are_those_of_the_window() {
    let desk = Desk::sample();
    let number = |variant: &str| {
        let figures = desk.json(&["figures", "--variant", variant, "--json"]).remove(0);
        let rows = figures.as_array().expect("a list");
        let row = rows.iter().find(|row| row["name"] == "中心组次数").expect("it is there");
        row["value"].as_i64().unwrap_or(0)
    };
    assert!(number("whole") > 0);
    assert_eq!(number("q1") + number("q2"), number("h1"));
    assert_eq!(number("h1") + number("h2"), number("whole"));
}

#[test]
fn a_public_version_that_hides_nothing_says_so() {
    let marked = Desk::sample();
    let public = marked.ok(&["export", "--variant", "public", "--format", "txt", "-o", "-"]);
    assert!(public.starts_with("2022年"), "{public}");
    let desk = Desk::new();
    desk.write("own.toml", &default_template().replace("private = true\n", ""));
    desk.ok(&["init", "--year", "2022", "--template", "own.toml"]);
    for verb in [&["export", "-o", "公开.docx"][..], &["export", "-o", "-", "--format", "txt"], &["report"]] {
        let public = desk.run(&[verb, &["--variant", "public"]].concat());
        assert_eq!(public.code, 0);
        assert!(public.err.contains("没有标出哪些不公开"), "{verb:?} {}", public.err);
    }
    assert!(desk.ok(&["report", "--variant", "h1"]).contains("上半年"));
}

#[test]
fn a_variant_that_there_is_not_is_wrong_use() {
    let desk = Desk::sample();
    for verb in ["export", "figures"] {
        let said = desk.refused(2, &[verb, "--variant", "q7"]);
        assert!(said.contains("没有叫 `q7` 的稿别") && said.contains("上半年"), "{said}");
    }
}
