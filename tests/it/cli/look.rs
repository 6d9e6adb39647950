//! list, status, figures, keys, help: verbs that only look.

use serde_json::Value;

use crate::desk::Desk;

#[test]
fn every_line_of_the_list_has_the_same_names() {
    let desk = Desk::sample();
    for item in desk.json(&["list", "--json"]) {
        for name in ["id", "section", "matter", "kind", "title", "date", "status"] {
            assert!(item[name].is_string(), "{name}: {item}");
        }
    }
}

#[test]
fn the_list_narrows_by_section_matter_kind_and_words() {
    let desk = Desk::sample();
    let all = desk.json(&["list", "--json"]);
    let of = |name: &str, value: &str| all.iter().filter(|item| item[name] == value).count();
    for (option, name, value) in
        [("--section", "section", "6"), ("--matter", "matter", "6.5"), ("--kind", "kind", "article")]
    {
        let found = desk.json(&["list", option, value, "--json"]);
        assert!(!found.is_empty() && found.iter().all(|item| item[name] == value), "{option}");
        assert_eq!(found.len(), of(name, value), "{option}");
    }
    let title = all[0]["title"].as_str().expect("a title");
    let found = desk.json(&["list", title, "--json"]);
    assert!(found.iter().any(|item| item["id"] == all[0]["id"]) && found.len() < all.len());
    assert_eq!(desk.ok(&["list", "没有这样的标题"]), "");
}

#[test]
fn the_options_of_the_list_combine() {
    let desk = Desk::sample();
    let many = |options: &[&str]| desk.json(&[&["list", "--json"], options].concat()).len();
    let (month, unchecked) = (many(&["--month", "11"]), many(&["--unchecked"]));
    let both = many(&["--month", "11月", "--unchecked"]);
    assert!(0 < both && both < month && both < unchecked, "{both} of {month} and {unchecked}");
    let quarters = ["一季度", "二季度", "三季度", "四季度"].map(|quarter| many(&["--period", quarter]));
    assert!(quarters.iter().all(|count| *count > 0) && quarters.iter().sum::<usize>() <= many(&[]));
    assert!(many(&["--unit", "文旅局", "--blanks"]) <= many(&["--unit", "文旅局"]));
    for wrong in
        [["--month", "13"], ["--sort", "size"], ["--group", "size"], ["--status", "好"], ["--unit", "没有的单位"]]
    {
        desk.refused(2, &["list", wrong[0], wrong[1]]);
    }
}

#[test]
fn a_list_is_sorted_both_ways_and_its_groups_hold_it_whole() {
    let desk = Desk::sample();
    let lines = |options: &[&str]| -> Vec<String> {
        desk.ok(&[&["list", "--section", "6"], options].concat()).lines().map(String::from).collect()
    };
    for by in ["date", "title", "unit", "changed", "report"] {
        let (mut there, back) = (lines(&["--sort", by]), lines(&["--sort", by, "--reverse"]));
        there.reverse();
        assert_eq!(there, back, "{by}");
    }
    for by in ["unit", "month"] {
        let grouped = lines(&["--group", by]);
        let (items, heads): (Vec<_>, Vec<_>) = grouped.iter().partition(|line| line.starts_with("01"));
        assert_eq!(items.len(), lines(&[]).len(), "{by}");
        assert!(heads.len() > 1 && heads.iter().all(|head| head.contains('条')), "{heads:?}");
    }
    let articles = desk.ok(&["list", "--matter", "6.5", "--group", "register"]);
    assert!(articles.contains("学习强国"), "{articles}");
    let all = desk.ok(&["list", "--group", "register"]);
    assert!(all.contains("学习强国") && all.contains("其他（未填）"), "the rest stands under one head");
}

#[test]
fn sections_hold_the_whole_list() {
    let desk = Desk::sample();
    let sections = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];
    let counts = sections.map(|section| desk.json(&["list", "--section", section, "--json"]).len());
    assert!(counts.iter().all(|count| *count > 0), "{counts:?}");
    assert_eq!(counts.iter().sum::<usize>(), desk.json(&["list", "--json"]).len());
}

#[test]
fn status_counts_what_the_list_holds() {
    let desk = Desk::sample();
    let status = desk.json(&["status", "--json"]).remove(0);
    let sections = status["sections"].as_array().expect("a list");
    assert_eq!(sections.len(), 10);
    for section in sections {
        let number = section["number"].as_str().expect("a number");
        let listed = desk.json(&["list", "--section", number, "--json"]).len();
        assert_eq!(section["items"].as_u64(), Some(listed as u64), "{section}");
        assert!(section["matters"]["something"].as_u64() <= section["matters"]["expected"].as_u64(), "{section}");
    }
    assert_eq!(status["blanks"], 92);
    assert!(desk.ok(&["status"]).ends_with("待填 92 处\n"));
}

#[test]
fn status_stands_in_columns_in_both_languages() {
    let desk = Desk::sample();
    for lang in ["zh", "en"] {
        let told = desk.ok(&["status", "--lang", lang]);
        let rows: Vec<&str> = told.lines().collect();
        let wide = |c: char| usize::from(c > '\u{2e80}') + 1;
        let width = |row: &&str| row.chars().map(wide).sum::<usize>();
        assert_eq!(rows.len(), 12, "{told}");
        assert!(rows[..11].iter().all(|row| width(row) == width(&rows[0])), "{told}");
    }
}

#[test]
fn status_as_of_a_day_knows_nothing_of_what_came_later() {
    let desk = Desk::sample();
    let status = desk.json(&["status", "--json", "--as-of", "2022-03-31"]).remove(0);
    let items = |status: &Value| -> u64 {
        status["sections"].as_array().into_iter().flatten().filter_map(|one| one["items"].as_u64()).sum()
    };
    assert!(items(&status) > 0 && items(&status) < items(&desk.json(&["status", "--json"])[0]));
    for section in status["sections"].as_array().expect("a list") {
        assert!(section["last"].as_str().is_none_or(|last| ("2022-01-01"..="2022-03-31").contains(&last)), "{section}");
    }
}

#[test]
fn figures_name_items_that_are_there() {
    let desk = Desk::sample();
    let ids: Vec<Value> = desk.json(&["list", "--json"]).into_iter().map(|item| item["id"].clone()).collect();
    let figures = desk.json(&["figures", "--json"]).remove(0);
    for figure in figures.as_array().expect("a list") {
        assert!(
            ["missing", "partial", "unchecked", "changed", "checked"].iter().any(|state| figure["state"] == *state)
        );
        assert_eq!(figure["value"].is_null(), figure["state"] == "missing", "{figure}");
        assert!(figure["ids"].as_array().is_some_and(|own| own.iter().all(|id| ids.contains(id))), "{figure}");
    }
}

#[test]
fn reckoning_as_of_an_earlier_day_counts_less() {
    let desk = Desk::sample();
    let counted = |as_of: &str| {
        let figures = desk.json(&["figures", "--json", "--as-of", as_of]).remove(0);
        let ids = figures.as_array().into_iter().flatten().filter_map(|figure| figure["ids"].as_array().map(Vec::len));
        ids.sum::<usize>()
    };
    assert!(counted("2022-03-31") < counted("2022-12-31"));
    assert_eq!(desk.json(&["status", "--json", "--as-of", "2022-3-31"])[0]["as_of"], "2022-03-31");
}

#[test]
fn the_keymap_says_where_each_line_comes_from() {
    let desk = Desk::new();
    let office = desk.ok(&["keys"]);
    assert!(office.contains("F9\tpublish\t出文\tkeymaps/office.toml:"), "{office}");
    let vim = desk.ok(&["keys", "--keymap", "vim"]);
    assert!(vim.contains("keymaps/vim.toml:") && vim.contains("keymaps/office.toml:"));
    desk.write("mine.toml", "[all]\npublish = \"Ctrl-B\"\n");
    let own = desk.ok(&["keys", "--keymap", "mine.toml"]);
    assert!(own.contains("Ctrl-B\tpublish\t出文\tmine.toml:2"), "{own}");
}

#[test]
fn help_tells_every_verb_in_both_languages() {
    let desk = Desk::new();
    let (zh, en) = (desk.ok(&["--help"]), desk.ok(&["--help", "--lang", "en"]));
    for verb in [
        "demo", "init", "year", "set", "add", "edit", "rm", "show", "list", "status", "figures", "export", "keys",
        "undo", "redo", "history",
    ] {
        assert!(zh.contains(&format!("\n  {verb} ")) && en.contains(&format!("\n  {verb} ")), "{verb}");
    }
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let shown = en.replace("台账", "").replace("稿件", "").replace("端午", "");
    assert!(!shown.contains(is_han), "{en}");
    for verb in ["list", "add", "export"] {
        let help = desk.ok(&[verb, "--help"]);
        assert!(!help.contains("Options:") && !help.contains("Arguments:"), "{help}");
    }
    assert!(desk.ok(&["--version"]).starts_with("taizhang "));
}

#[test]
fn the_language_is_the_option_else_that_of_the_locale() {
    let desk = Desk::sample();
    let first = |lang: &str| {
        let mut command = desk.command(&["status"]);
        let output = command.env("LANG", lang).output().expect("it runs");
        String::from_utf8(output.stdout).expect("UTF-8").lines().next().unwrap_or_default().to_string()
    };
    assert!(first("en_US.UTF-8").starts_with("section"));
    assert!(first("zh_CN.UTF-8").starts_with("部分") && first("C").starts_with("部分"));
    assert!(desk.ok(&["status", "--lang", "en"]).starts_with("section"));
}

#[test]
fn verbs_that_look_do_so_beside_a_program_that_writes() {
    let desk = Desk::sample();
    let held = super::wrong::hold(&desk);
    assert_eq!(desk.blanks(), 92);
    desk.ok(&["list"]);
    desk.ok(&["history"]);
    drop(held);
}

#[test]
fn the_outline_lists_the_passages_with_their_numbers_and_what_hangs_there() {
    let desk = Desk::sample();
    let rows = desk.json(&["outline", "--json"]);
    let section = rows.iter().find(|row| row["passage"] == "1").expect("the first section");
    assert_eq!((section["number"].as_str(), section["depth"].as_u64()), (Some("（一）"), Some(1)));
    assert!(rows.iter().any(|row| row["item"].is_string() && row["number"] == "一是"));
    assert!(rows.iter().any(|row| row["matters"].as_array().is_some_and(|matters| matters.contains(&"1.1".into()))));
    let text = desk.ok(&["outline"]);
    assert!(text.contains("\n  （一）理论学习。\n    一是组织中心组学习。"), "{text}");
    assert_eq!(text.lines().count(), rows.len());
}
