//! Reports as offices open them: Microsoft's validator, the pages of `LibreOffice`, python-docx.

mod annexes;
mod generated;
mod lines;
mod tools;

use crate::documents::sample_report;
use chrono::NaiveDate;
use taizhang::document::{Block, Document, Face, Meta, Orientation, Paragraph, Role, Run, Source, Table};
use taizhang::export::docx;
use taizhang::layout::pages;
use taizhang::model::Profile;
use tools::{Printed, print};

fn run(text: &str, face: Face, blank: bool) -> Run {
    Run { text: text.into(), face, blank, source: Source::Program }
}

fn paragraph(role: Role, text: &str) -> Block {
    Block::Paragraph(Paragraph { role, runs: vec![run(text, Face::Plain, false)] })
}

fn document(blocks: Vec<Block>) -> Document {
    let date = NaiveDate::from_ymd_opt(2022, 12, 31).expect("a day");
    let meta = Meta { title: "2022年工作总结".into(), author: "中共某某区委宣传部".into(), date };
    Document { meta, blocks }
}

fn printed(name: &str, document: &Document) -> Printed {
    print(name, &docx(document, &Profile::default()).expect("a .docx"))
}

/// Chinese without signs: a line holds exactly as many as fit.
fn chinese(characters: usize) -> String {
    "宣传思想文化工作围绕中心服务大局".chars().cycle().take(characters).collect()
}

fn report() -> Vec<Block> {
    let run_in = vec![
        run("（一）理论学习走深走实。", Face::RunIn, false),
        run("全年组织中心组学习", Face::Plain, false),
        run("**", Face::Plain, true),
        run("次，“学习强国”参与率98.5％，发表理论文章12篇——其中省级以上3篇……", Face::Plain, false),
        run(&chinese(600), Face::Plain, false),
    ];
    let mut blocks = vec![
        paragraph(Role::Title, "中共某某区委宣传部2022年工作总结和2023年工作计划"),
        paragraph(Role::Body, &chinese(300)),
        paragraph(Role::Heading1, "一、工作进展情况"),
        Block::Paragraph(Paragraph { role: Role::Body, runs: run_in }),
        paragraph(Role::Heading2, "（二）主题宣传有声有色"),
        paragraph(Role::Heading3, "1.重大主题"),
    ];
    blocks.extend((0..8).map(|_| paragraph(Role::Body, &chinese(240))));
    blocks.push(paragraph(Role::AnnexNote { first: true }, "附件：1.2022年主要指标完成情况表"));
    blocks.push(paragraph(Role::AnnexNote { first: false }, "2.2022年上级媒体刊发稿件目录"));
    blocks.push(paragraph(Role::Signature, "中共某某区委宣传部"));
    blocks.push(paragraph(Role::Date { seal: false }, "2022年12月31日"));
    blocks.extend(annexes());
    blocks
}

fn annexes() -> Vec<Block> {
    let cell = |text: &str| vec![run(text, Face::Plain, false)];
    let row = |n: usize| {
        vec![
            cell(&n.to_string()),
            cell("人民日报客户端"),
            cell("关于基层宣传工作的稿件题目"),
            vec![run("**", Face::Plain, true)],
        ]
    };
    let header = ["序号", "媒体", "题目", "日期"].map(str::to_owned).to_vec();
    vec![
        Block::Part(Orientation::Portrait),
        paragraph(Role::AnnexLabel, "附件1"),
        paragraph(Role::AnnexTitle, "主要指标完成情况"),
        paragraph(Role::Body, &chinese(100)),
        Block::Part(Orientation::Landscape),
        paragraph(Role::AnnexLabel, "附件2"),
        paragraph(Role::AnnexTitle, "2022年上级媒体刊发稿件目录"),
        Block::Table(Table { widths: vec![1, 3, 6, 2], header, rows: (1..=40).map(row).collect(), ..Table::default() }),
    ]
}

#[test]
fn full_pages_hold_22_lines_of_28_characters() {
    let printed = printed("pages", &document(vec![paragraph(Role::Body, &chinese(28 * 22 * 3))]));
    assert_eq!(printed.pages.len(), 4);
    for page in &printed.pages[..3] {
        assert_eq!(page.body().len(), 22);
        let counts: Vec<usize> = page.body().iter().map(|line| line.text.chars().count()).collect();
        assert!(counts.iter().skip(1).all(|count| *count == 28), "{counts:?}");
    }
}

#[test]
fn a_whole_report_is_valid_and_prints() {
    let document = document(report());
    let printed = printed("report", &document);
    assert_eq!(printed.pages.len(), pages(&document, &Profile::default()).len());
    assert_eq!(printed.title, "2022年工作总结");
    assert_eq!(printed.author, "中共某某区委宣传部");
    assert_eq!(printed.created, "2022-12-31T00:00:00+00:00");
    assert!(printed.paragraphs.iter().any(|text| text.starts_with("（一）理论学习走深走实。全年组织")));
    assert_page_numbers_stand_outside(&printed);
}

fn assert_page_numbers_stand_outside(printed: &Printed) {
    for (page, number) in printed.pages.iter().zip(1..) {
        let footer = page.footer();
        assert_eq!(footer.text, format!("—{number}—"));
        let outside = page.width - footer.right < footer.left;
        assert_eq!(outside, number % 2 == 1, "page {number}: {} to {}", footer.left, footer.right);
    }
}

#[test]
fn the_sample_report_is_valid_and_prints_as_its_pages_show() {
    let document = sample_report();
    let printed = printed("sample", &document);
    let laid = pages(&document, &Profile::default());
    assert_page_numbers_stand_outside(&printed);
    let (_, full) = printed.pages.split_last().expect("pages");
    assert!(full.iter().skip(1).all(|page| page.body().len() == 22), "22 lines on full pages");
    assert_eq!(printed.pages.len(), laid.len());
}

#[test]
fn hostile_text_opens_everywhere() {
    let hostile = "甲\u{1b}[31m乙\u{0}\u{8}丙\u{202e}丁\u{2066}]]><w:p>&amp;\u{fffe}\u{ffff}👨‍👩‍👧𠮷\ttab\nline";
    let long = chinese(10_000);
    let header = vec![hostile.to_owned(), String::new()];
    let document = document(vec![
        paragraph(Role::Title, hostile),
        paragraph(Role::Body, hostile),
        paragraph(Role::Body, &long),
        Block::Table(Table::default()),
        Block::Table(Table {
            widths: vec![0, 9],
            header,
            rows: vec![vec![vec![run(hostile, Face::RunIn, true)]], vec![]],
            ..Table::default()
        }),
        paragraph(Role::Body, ""),
    ]);
    let printed = printed("hostile", &document);
    assert!(
        printed.paragraphs.iter().any(|text| text.starts_with("甲[31m乙丙丁]]><w:p>&amp;👨‍👩‍👧𠮷 tab\nline")),
        "{:?}",
        printed.paragraphs
    );
    assert!(printed.paragraphs.contains(&long));
}
