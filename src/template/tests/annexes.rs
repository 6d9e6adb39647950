//! Annexes of a template: read whole, and their mistakes told with place.

use super::*;
use crate::document::Align;
use crate::model::{By, Lists, Shows};

/// The small template with an annex.
fn with(annex: &str) -> Result<crate::model::Template, Vec<TemplateError>> {
    read(
        "t.toml",
        &format!("{SMALL}\n[[annex]]\nid = \"list\"\nname = \"目录\"\ntitle = \"{{年度}}年目录\"\n{annex}\n"),
    )
}

fn told(annex: &str) -> String {
    said(&with(annex).expect_err("it has a mistake"))
}

#[test]
fn an_annex_is_read_whole() {
    let template = with(
        "lists = \"items\"\nacross = true\nkinds = [\"article\"]\ncolumns = [\n\
         { head = \"题目\", width = 3, text = \"{标题|书}\" },\n\
         { head = \"号\", width = 1, align = \"centre\", shows = \"number\" },\n]\n\
         charts = [{ title = \"各月\", by = \"month\", most = 3 }]",
    );
    let template = template.unwrap_or_else(|errors| panic!("{}", said(&errors)));
    let annex = &template.annexes[0];
    assert_eq!((annex.lists, annex.across, annex.columns.len()), (Lists::Items, true, 2));
    assert_eq!(annex.columns[0].shows, Shows::Text("{标题|书}".into()));
    assert_eq!(annex.columns[1].align, Align::Centre);
    assert_eq!((&annex.charts[0].by, annex.charts[0].most), (&By::Month, Some(3)));
}

#[test]
fn what_an_annex_does_not_know_is_told_with_the_nearest() {
    assert!(told("lists = \"itens\"").contains("items"));
    assert!(told("lists = \"items\"\nkinds = [\"artikle\"]").contains("article"));
    let column =
        |column: &str| told(&format!("lists = \"items\"\ncolumns = [{{ head = \"头\", width = 1, {column} }}]"));
    assert!(column("text = \"{标题目}\"").contains("标题"), "{}", column("text = \"{标题目}\""));
    assert!(column("shows = \"numbers\"").contains("number"));
    assert!(column("width_ = 2, text = \"x\"").contains("width"));
    assert!(!told("lists = \"bars\"\ncharts = [{ title = \"图\", by = \"nothing\" }]").is_empty());
}
