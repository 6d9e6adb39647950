//! Each sort of mistake is told with its place and what was meant.

use proptest::prelude::*;

use super::super::read;
use super::{SMALL, said};
use crate::lang::Lang;

/// What is said of the small template when `instead` stands in the place of `here`.
fn told(here: &str, instead: &str) -> String {
    assert!(SMALL.contains(here), "{here} does not stand in the small template");
    match read("t.toml", &SMALL.replacen(here, instead, 1)) {
        Ok(_) => String::new(),
        Err(errors) => said(&errors),
    }
}

/// The line of the small template that `words` first stand in.
fn line(words: &str) -> usize {
    let at = SMALL.find(words).expect("the words stand in the small template");
    SMALL[..at].matches('\n').count() + 1
}

#[test]
fn words_that_are_no_toml() {
    let found = told("id = \"区\"", "id = 区");
    assert!(found.starts_with("t.toml:4:6: `区` is not TOML ("), "{found}");
    let found = told("name = \"小样\"", "name = \"小样\"\nname = \"大样\"");
    assert!(found.starts_with("t.toml:2:1: `name` is not TOML (duplicate key"), "{found}");
}

#[test]
fn keys_that_do_not_exist_or_are_missing() {
    assert_eq!(told("endings = ", "ending = "), "t.toml:6:1: there is no key `ending` here; did you mean `endings`?\n");
    assert_eq!(told("[[cadence]]", "[[cadense]]").lines().count(), 1);
    assert_eq!(told("unit = \"篇\"\nsentence", "per = \"篇\"\nsentence").lines().count(), 1);
    assert_eq!(told("name = \"稿件\"\n", ""), format!("t.toml:{}:1: `name` is missing\n", line("[[kind]]")));
    assert_eq!(told("name = \"小样\"\n", ""), "t.toml:1:1: `name` is missing\n");
}

#[test]
fn a_row_that_lacks_something_is_not_blamed_for_the_rest() {
    for (at, line) in SMALL.lines().enumerate().filter(|(_, line)| !line.starts_with('[')) {
        let kept = SMALL.lines().enumerate().filter(|(other, _)| *other != at).map(|(_, line)| line);
        let found =
            read("t.toml", &kept.collect::<Vec<_>>().join("\n")).map_or_else(|errors| said(&errors), |_| String::new());
        assert!(!found.contains("there is no key"), "without `{line}`: {found}");
    }
}

#[test]
fn a_key_that_its_type_does_not_have() {
    assert_eq!(
        told("type = \"text\"", "type = \"text\"\nunit = \"人\""),
        format!("t.toml:{}:1: there is no key `unit` here\n", line("type = \"text\"") + 1)
    );
}

#[test]
fn values_of_another_type() {
    assert_eq!(
        told("endings = [\"区\", \"县\"]", "endings = \"区\""),
        "t.toml:6:11: `\"区\"` is of the wrong type; a list of quoted texts belongs here\n"
    );
    assert_eq!(
        told("due = \"12-30\"", "expected = \"no\""),
        format!("t.toml:{}:12: `\"no\"` is of the wrong type; true or false belongs here\n", line("due = "))
    );
    assert_eq!(
        told("every = \"week\"", "every = \"week\"\nfrom_month = 13"),
        format!("t.toml:{}:14: `13` is of the wrong type; a month, 1 to 12, belongs here\n", line("every = ") + 1)
    );
}

#[test]
fn ids_that_cannot_be() {
    assert_eq!(
        told("id = \"author\"", "id = \"the author\""),
        format!(
            "t.toml:{}:6: `the author` is no id: 1 to 48 characters without blanks, quotes, braces or bars\n",
            line("id = \"author\"")
        )
    );
    let reserved =
        format!("t.toml:{}:6: `title` is a name the program itself uses; take another\n", line("id = \"author\""));
    assert_eq!(told("id = \"author\"", "id = \"title\""), reserved);
    assert_eq!(
        told("id = \"1\"\nname", "id = \"eleven\"\nname").lines().next().unwrap_or_default(),
        "t.toml:9:6: a section's id is one digit, 0 to 9, not `eleven`"
    );
}

#[test]
fn ids_and_names_that_stand_twice_name_both_places() {
    let second = line("id = \"新华网阅读\"");
    let first = line("id = \"网站篇数\"");
    assert_eq!(
        told("id = \"新华网阅读\"", "id = \"网站篇数\""),
        format!("t.toml:{second}:6: the indicator id `网站篇数` stands twice, first at t.toml:{first}:6\n")
    );
    let same_name = format!(
        "t.toml:{}:8: the field name `媒体` stands twice, first at t.toml:{}:8\n",
        line("name = \"作者\""),
        line("id = \"outlet\"") + 1
    );
    assert!(told("name = \"作者\"", "name = \"媒体\"").contains(&same_name));
    assert_eq!(
        told("key = \"daily\"", "key = \"xinhua\""),
        format!(
            "t.toml:{}:7: the register entry id `xinhua` stands twice, first at t.toml:{}:7\n",
            line("key = \"daily\""),
            line("key = \"xinhua\"")
        )
    );
}

#[test]
fn a_token_name_with_two_meanings() {
    assert_eq!(
        told("id = \"网站篇数\"", "id = \"媒体\"").lines().next(),
        Some(&*format!(
            "t.toml:{}:8: a token `媒体` could mean the indicator at t.toml:{}:6 as well; rename one",
            line("name = \"媒体\""),
            line("id = \"网站篇数\"")
        ))
    );
}

#[test]
fn references_to_nothing_propose_the_nearest() {
    for (here, instead, said) in [
        ("kind = \"article\"", "kind = \"artcle\"", "kind `artcle`; did you mean `article`?"),
        ("section = \"1\"\npassage", "section = \"12\"\npassage", "section `12`; did you mean `1`?"),
        ("passage = \"1\"", "passage = \"opning\"", "passage `opning`; did you mean `opening`?"),
        (
            "register = \"outlets\"\n\n[[kind",
            "register = \"outlet\"\n\n[[kind",
            "register `outlet`; did you mean `outlets`?",
        ),
        ("[\"title\", \"outlet\"", "[\"title\", \"outlat\"", "field `outlat`; did you mean `outlet`?"),
        ("outlet = \"xinhua\" }", "outlet = \"xinhau\" }", "register entry `xinhau`; did you mean `xinhua`?"),
        ("class = \"site\" }", "class = \"side\" }", "choice `side`; did you mean `site`?"),
        ("fields = { class", "fields = { clas", "field `clas`; did you mean `class`?"),
        ("\"outlet.class\"", "\"outlet.clas\"", "field `clas`; did you mean `class`?"),
        ("sum = \"reads\"", "sum = \"read\"", "field `read`; did you mean `reads`?"),
        ("{网站篇数", "{网站篇", "token `网站篇`; did you mean `网站篇数`?"),
        ("{作者}", "{作诸}", "token `作诸`; did you mean `作者`?"),
        ("parent = \"progress\"", "parent = \"progres\"", "passage `progres`; did you mean `progress`?"),
        ("matters = [\"1.1\"]\nevery", "matters = [\"1.2\"]\nevery", "matter `1.2`; did you mean `1.1`?"),
    ] {
        let found = told(here, instead);
        assert!(found.contains(&format!(": there is no {said}\n")), "{instead}: {found}");
        assert_eq!(found.lines().count(), 1, "{found}");
    }
}

#[test]
fn words_that_are_not_among_those_allowed() {
    for (here, instead, said) in [
        ("every = \"week\"", "every = \"weak\"", "`weak` cannot stand here; did you mean `week`?"),
        ("type = \"amount\"", "type = \"amont\"", "`amont` cannot stand here; did you mean `amount`?"),
        ("measure = \"count\"", "measure = \"cuont\"", "`cuont` cannot stand here; did you mean `count`?"),
        ("is = [\"site\"]", "is = [\"sites\"]", "`sites` cannot stand here; did you mean `site`?"),
        ("style = \"section\"", "style = \"sektion\"", "`sektion` cannot stand here; did you mean `section`?"),
    ] {
        assert!(told(here, instead).contains(said), "{instead}: {}", told(here, instead));
    }
}

#[test]
fn more_than_ten_fields_first() {
    let many = "[\"title\", \"when\", \"period\", \"unit\", \"status\", \"due\", \"count\", \"key\", \"tags\", \"note\", \"outlet\"]";
    let found = told("[\"title\", \"outlet\", \"when\"]", many);
    assert_eq!(found, format!("t.toml:{}:9: a form shows at most 10 fields first, `first` has 11\n", line("first = ")));
}

#[test]
fn days_that_do_not_exist() {
    let found = told("due = \"12-30\"", "due = \"2-30\"");
    assert_eq!(found, format!("t.toml:{}:7: `2-30` is no month and day such as \"12-30\"\n", line("due = ")));
    assert_eq!(told("due = \"12-30\"", "due = \"2-29\""), "");
}

#[test]
fn tokens_that_are_wrong_are_shown_at_their_own_column() {
    let at = line("text = \"共刊发");
    let found = told("{网站篇数|单位}", "{网站篇数|单味}");
    assert!(found.starts_with(&format!("t.toml:{at}:12: `{{网站篇数|单味}}`: there is no format `单味`")), "{found}");
    let found = told("{网站篇数|单位}", "{网站篇数|单位");
    assert!(found.starts_with(&format!("t.toml:{at}:")) && found.contains("a brace has no partner"), "{found}");
    let found = told("{区}{年度}", "{区|万}{年度}");
    assert!(found.contains("the format `万` does not fit here"), "{found}");
    let found = told("format = \"汉\"", "format = \"漢字\"");
    assert!(found.contains("there is no format `漢字`"), "{found}");
}

#[test]
fn measures_and_windows_that_make_no_sense() {
    for (here, instead) in [
        ("{ sum = \"reads\" }", "{ sum = \"reads\", max = \"reads\" }"),
        ("{ sum = \"reads\" }", "{}"),
        ("months = [1, 6]", "months = [6, 1]"),
        ("months = [1, 6]", "months = [1, 13]"),
        ("at_least = 1", "at_least = 1, given = true"),
    ] {
        let found = told(here, instead);
        assert!(found.contains("is of the wrong type"), "{instead}: {found}");
        assert_eq!(found.lines().count(), 1, "{found}");
    }
}

#[test]
fn a_report_without_one_of_its_roots_or_with_a_loop() {
    assert!(
        told("[[passage]]\nid = \"8\"\n", "")
            .contains("`[[passage]] id = \"8\"` is missing; no report can do without it")
    );
    let found = told("id = \"progress\"\n", "id = \"progress\"\nparent = \"1\"\n");
    assert!(found.contains("the passage `progress` hangs under itself"), "{found}");
}

#[test]
fn all_mistakes_are_told_in_the_order_of_the_file_and_in_chinese_too() {
    let broken = SMALL.replacen("kind = \"article\"", "kind = \"artcle\"", 1).replacen("endings", "ending", 1);
    let errors = read("模板.toml", &broken).expect_err("there are two mistakes");
    let said: Vec<String> = errors.iter().map(|error| error.text(Lang::Zh)).collect();
    assert_eq!(
        said,
        [
            "模板.toml 第6行第1列：这里没有 `ending` 这一项，是不是 `endings`？".to_owned(),
            format!("模板.toml 第{}行第8列：没有 `artcle` 这个类别，是不是 `article`？", line("kind = \"article\"")),
        ]
    );
}

#[test]
fn names_that_are_empty_or_hold_control_characters() {
    assert_eq!(
        told("name = \"作者\"", "name = \" \"").lines().next(),
        Some(&*format!("t.toml:{}:8: `\" \"` must be one line, and not an empty one", line("name = \"作者\"")))
    );
    let found = told("lead = \"理论学习\"", "lead = \"理论\\u001b[31m学习\"");
    assert!(found.contains("holds control characters") && !found.contains('\u{1b}'), "{found}");
}

#[test]
fn line_ends_of_windows_and_a_byte_order_mark_do_no_harm() {
    let lines = SMALL
        .replace("text = \"共刊发{网站篇数|单位}。\"", "text = \"\"\"\n共刊发{网站篇数|单位}。\n另有{媒体|列}。\"\"\"");
    let windows = format!("\u{feff}{}", lines.replace('\n', "\r\n"));
    assert_eq!(
        read("t.toml", &windows).map_err(|errors| said(&errors)),
        read("t.toml", &lines).map_err(|errors| said(&errors))
    );
}

proptest! {
    #[test]
    fn whatever_is_cut_out_or_put_in_is_read_or_told_with_its_place(from in 0..1500usize, many in 0..200usize, put in "[\\PC\n]{0,12}") {
        let kept: String = SMALL.chars().take(from).chain(put.chars()).chain(SMALL.chars().skip(from + many)).collect();
        if let Err(errors) = read("t.toml", &kept) {
            prop_assert!(!errors.is_empty());
            for error in errors {
                prop_assert!(error.place.line <= kept.matches('\n').count() + 1, "{error}");
                prop_assert!(!error.text(Lang::Zh).is_empty());
            }
        }
    }
}
