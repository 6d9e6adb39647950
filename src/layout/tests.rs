//! Pages as they print.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Line, Page, Piece, pages};
use crate::document::{
    Align, Block, Document, Face, Meta, Orientation, Paragraph, Picture, PictureBytes, PictureFormat, Role, Run,
    Source, Table,
};
use crate::model::Profile;
use crate::text::printed_width;

fn run(text: &str) -> Run {
    Run { text: text.into(), face: Face::Plain, blank: false, source: Source::Program }
}

fn paragraph(role: Role, text: &str) -> Block {
    Block::Paragraph(Paragraph { role, runs: vec![run(text)] })
}

fn laid(blocks: Vec<Block>) -> Vec<Page> {
    let date = NaiveDate::from_ymd_opt(2022, 12, 31).expect("a day");
    let meta = Meta { title: String::new(), author: String::new(), date };
    pages(&Document { meta, blocks }, &Profile::default())
}

fn shown(page: &Page) -> Vec<String> {
    page.lines.iter().map(|line| " ".repeat(line.indent) + &line.text()).collect()
}

#[test]
fn an_empty_document_is_one_empty_page() {
    assert_eq!(laid(vec![]), [Page { lines: vec![], characters: 28 }]);
}

#[test]
fn a_page_holds_22_lines() {
    let pages = laid(vec![paragraph(Role::Body, &"汉".repeat(28 * 50))]);
    assert_eq!(pages.iter().map(|page| page.lines.len()).collect::<Vec<_>>(), [22, 22, 7]);
}

#[test]
fn a_report_stands_as_on_paper() {
    let pages = laid(vec![
        paragraph(Role::Title, "中共临江区委宣传部2022年工作总结和2023年工作计划"),
        paragraph(Role::Heading1, "一、工作进展情况"),
        paragraph(Role::Body, "全年组织学习12次，参加人数1200人次，发表文章30篇，开展各类活动。"),
        paragraph(Role::AnnexNote { first: true }, "附件：1.甲表"),
        paragraph(Role::AnnexNote { first: false }, "2.乙表"),
        paragraph(Role::Signature, "中共临江区委宣传部"),
        paragraph(Role::Date { seal: false }, "2022年12月31日"),
        paragraph(Role::AnnexLabel, "附件1"),
        paragraph(Role::AnnexTitle, "甲表"),
    ]);
    assert_eq!(pages.len(), 2);
    assert_eq!(
        shown(&pages[0]),
        [
            "            中共临江区委宣传部2022年工作总结",
            "                    和2023年工作计划",
            "",
            "    一、工作进展情况",
            "    全年组织学习12次，参加人数1200人次，发表文章30",
            "篇，开展各类活动。",
            "",
            "    附件：1.甲表",
            "          2.乙表",
            "",
            "                                  中共临江区委宣传部",
            "                                      2022年12月31日",
        ]
    );
    assert_eq!(shown(&pages[1]), ["附件1", "", "                          甲表"]);
}

#[test]
fn the_signature_goes_to_the_next_page_with_its_date() {
    let pages = laid(vec![
        paragraph(Role::Body, &"汉".repeat(26 + 28 * 19)),
        paragraph(Role::Signature, "宣传部"),
        paragraph(Role::Date { seal: true }, "2022年1月1日"),
    ]);
    assert_eq!(pages.iter().map(|page| page.lines.len()).collect::<Vec<_>>(), [21, 2]);
}

#[test]
fn pieces_name_their_block_and_run() {
    let runs = vec![run("甲\u{1b}"), run(""), run(&"乙".repeat(26)), run("丙")];
    let pages = laid(vec![Block::Paragraph(Paragraph { role: Role::Body, runs })]);
    let piece = |run, text: &str| Piece { block: 0, run, text: text.into() };
    assert_eq!(
        pages[0].lines,
        [
            Line { indent: 4, pieces: vec![piece(0, "甲"), piece(2, &"乙".repeat(25))] },
            Line { indent: 0, pieces: vec![piece(2, "乙"), piece(3, "丙")] },
        ]
    );
}

#[test]
fn a_table_repeats_its_head_on_each_page() {
    let header = vec!["序号".to_owned(), "题目".to_owned()];
    let rows = (1..=40).map(|n: usize| vec![vec![run(&n.to_string())], vec![run("稿"), run("件")]]).collect();
    let pages = laid(vec![
        Block::Part(Orientation::Landscape),
        Block::Table(Table { widths: vec![1, 3], header, rows, ..Table::default() }),
    ]);
    assert_eq!(pages.len(), 2);
    assert!(pages.iter().all(|page| page.lines[0].text().trim_start().starts_with("序号")));
    let last = &pages[1].lines.last().expect("a row").pieces;
    let runs: Vec<(usize, &str)> = last.iter().map(|piece| (piece.run, piece.text.trim())).collect();
    assert_eq!(runs, [(117, "40"), (Piece::NO_RUN, "|"), (118, "稿"), (119, "件")]);
}

#[test]
fn cells_are_wrapped_as_on_paper_and_stand_at_their_side() {
    let header = vec!["年".to_owned(), "事".to_owned()];
    let rows = vec![vec![vec![run("7")], vec![run(&"甲".repeat(40))]], vec![vec![run("11")], vec![]]];
    let aligns = vec![Align::Right, Align::Left];
    let pages = laid(vec![Block::Table(Table { widths: vec![1, 5], aligns, header, rows })]);
    assert_eq!(
        shown(&pages[0]),
        [
            "    年     |                             事".to_owned(),
            format!("         7 | {}", "甲".repeat(29)),
            format!("           | {}", "甲".repeat(11)),
            "        11 |".to_owned(),
        ]
    );
}

#[test]
fn a_title_stands_over_the_middle_of_a_table_that_is_wider_than_text() {
    let table = Table { widths: vec![1, 1], header: vec!["甲".into(), "乙".into()], ..Table::default() };
    let pages = laid(vec![paragraph(Role::AnnexTitle, "表"), Block::Table(table)]);
    let head = pages[0].lines[2].text();
    let (left, _) = head.split_once('|').expect("a line between columns");
    assert_eq!(pages[0].lines[0].indent + 1, printed_width(left));
}

#[test]
fn a_picture_is_a_frame_with_its_sizes() {
    let picture = Picture {
        name: "现场".into(),
        bytes: PictureBytes(Arc::from([])),
        format: PictureFormat::Png,
        pixels: (200, 150),
        turn: crate::document::Turn::default(),
    };
    let pages = laid(vec![Block::Picture(picture), paragraph(Role::Caption, "图1")]);
    assert_eq!(
        shown(&pages[0]),
        [
            "                   +----------------+",
            "                   |  PNG 200x150   |",
            "                   |  5.3 x 4.0 cm  |",
            "                   +----------------+",
            "                          图1",
        ]
    );
}
