//! Reports as offices open them: Microsoft's validator, the pages of `LibreOffice`, python-docx.

mod tools;

use crate::documents::sample_report;
use chrono::NaiveDate;
use taizhang::document::{Block, Document, Face, Meta, Orientation, Paragraph, Role, Run, Source, Table};
use taizhang::export::{Profile, docx};
use taizhang::layout::{Line, Page, pages};
use tools::{Printed, PrintedPage, print};

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
        Block::Table(Table { widths: vec![1, 3, 6, 2], header, rows: (1..=40).map(row).collect() }),
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
    assert_eq!(printed.pages.len(), pages(&document).len());
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

/// Sentences as reports have them: figures, brackets, quotes, dashes, letters.
fn mixed() -> Vec<Block> {
    let sentences = [
        "全年组织中心组集中学习12次，其中专题研讨4次，参加1240人次；开展“四史”宣讲86场，受众3.2万人次。",
        "在《人民日报》《光明日报》等中央媒体刊发稿件57篇（条），同比增长12.5％；“学习强国”平台采用234条。",
        "深化文明创建——新增省级文明单位3个、市级文明村镇8个，命名“最美家庭”20户，培育志愿服务项目15个……",
        "“送戏下乡”演出126场，放映公益电影1 248场，农家书屋补充图书1.8万册，免费开放场馆7个，接待38万人次。",
        "开通官方APP和微信公众号，粉丝突破10万；发布VR展馆、5G直播等新产品26个，总浏览量达1200多万次。",
        "3月25日至4月2日，区委宣传部会同区文旅局、区融媒体中心举办第六届“书香某某”全民阅读月活动（共30项）。",
    ];
    let text =
        |from: usize| sentences.iter().cycle().skip(from).take(5).flat_map(|text| text.chars()).collect::<String>();
    (0..18).map(|from| paragraph(Role::Body, &text(from * 7).chars().skip(from).collect::<String>())).collect()
}

/// The lines as printed characters, and for each the number of characters before its end.
fn ends<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<(usize, String)> {
    let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let mut before = 0;
    let lines = lines.map(visible).filter(|line| !line.is_empty());
    let count = |line: String| {
        before += line.chars().count();
        (before, line)
    };
    lines.map(count).collect()
}

/// How many lines of all end at the same character on paper and in the layout.
fn equal_lines(printed: &Printed, laid: &[Page]) -> (usize, usize) {
    let paper = ends(printed.pages.iter().flat_map(PrintedPage::body).map(|line| line.text.as_str()));
    let texts: Vec<String> = laid.iter().flat_map(|page| page.lines.iter().map(Line::text)).collect();
    let ours = ends(texts.iter().map(String::as_str));
    assert_eq!(paper.last().map(|(end, _)| *end), ours.last().map(|(end, _)| *end), "all characters print");
    let differs = |(end, _): &&(usize, String)| ours.binary_search_by_key(end, |(end, _)| *end).is_err();
    (paper.len() - paper.iter().filter(differs).count(), paper.len())
}

#[test]
fn lines_break_where_libreoffice_breaks_them() {
    let document = document(mixed());
    let printed = printed("mixed", &document);
    let laid = pages(&document);
    let (equal, all) = equal_lines(&printed, &laid);
    println!("{equal} of {all} lines are equal");
    assert_eq!(printed.pages.len(), laid.len());
    // LibreOffice does not break between ” and a digit, ； and “, nor keeps …… off the head of a line, as Word does.
    assert!(equal * 100 >= all * 85, "only {equal} of {all} lines are equal");
}

#[test]
fn the_sample_report_is_valid_and_prints_as_its_pages_show() {
    let document = sample_report();
    let printed = printed("sample", &document);
    let laid = pages(&document);
    assert_page_numbers_stand_outside(&printed);
    let (_, full) = printed.pages.split_last().expect("pages");
    assert!(full.iter().skip(1).all(|page| page.body().len() == 22), "22 lines on full pages");
    let (equal, all) = equal_lines(&printed, &laid);
    println!("{equal} of {all} lines are equal");
    assert_eq!(printed.pages.len(), laid.len());
    assert!(equal * 100 >= all * 95, "only {equal} of {all} lines are equal");
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
        Block::Table(Table { widths: vec![], header: vec![], rows: vec![] }),
        Block::Table(Table {
            widths: vec![0, 9],
            header,
            rows: vec![vec![vec![run(hostile, Face::RunIn, true)]], vec![]],
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
