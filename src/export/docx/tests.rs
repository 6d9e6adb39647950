//! What stands in the XML of a report.

use std::io::{Cursor, Read};

use chrono::NaiveDate;
use zip::ZipArchive;

use super::docx;
use crate::document::{Block, Document, Face, Meta, Orientation, Paragraph, Role, Run, Source, Table};
use crate::model::{Fonts, Profile};
use crate::text::{closes, opens};

fn run(text: &str, face: Face, blank: bool) -> Run {
    Run { text: text.into(), face, blank, source: Source::Program }
}

fn paragraph(role: Role, text: &str) -> Block {
    Block::Paragraph(Paragraph { role, runs: vec![run(text, Face::Plain, false)] })
}

fn document(blocks: Vec<Block>) -> Document {
    let date = NaiveDate::from_ymd_opt(2022, 12, 31).expect("a day");
    Document { meta: Meta { title: "总结<1>".into(), author: "宣传部".into(), date }, blocks }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    zip.by_name(name).expect(name).read_to_string(&mut text).expect("text");
    text
}

fn body(blocks: Vec<Block>) -> String {
    part(&docx(&document(blocks), &Profile::default()).expect("a .docx"), "word/document.xml")
}

#[test]
fn equal_documents_give_equal_bytes() {
    let blocks = || vec![paragraph(Role::Title, "题"), paragraph(Role::Body, "正文")];
    let once = docx(&document(blocks()), &Profile::default()).expect("a .docx");
    assert_eq!(once, docx(&document(blocks()), &Profile::default()).expect("a .docx"));
}

#[test]
fn a_run_in_heading_and_a_blank_show_in_their_runs() {
    let runs =
        vec![run("（一）学习。", Face::RunIn, false), run("共", Face::Plain, false), run("**", Face::Plain, true)];
    let xml = body(vec![Block::Paragraph(Paragraph { role: Role::Body, runs })]);
    let hint = r#"<w:rFonts w:hint="eastAsia" />"#;
    let expected = format!(
        "<w:pPr><w:pStyle w:val=\"Body\" /></w:pPr>\
         <w:r><w:rPr><w:rStyle w:val=\"RunIn\" />{hint}</w:rPr><w:t xml:space=\"preserve\">（一）学习。</w:t></w:r>\
         <w:r><w:rPr>{hint}</w:rPr><w:t xml:space=\"preserve\">共</w:t></w:r>\
         <w:r><w:rPr>{hint}<w:highlight w:val=\"yellow\" /></w:rPr><w:t xml:space=\"preserve\">**</w:t></w:r>"
    );
    assert!(xml.contains(&expected), "{xml}");
}

#[test]
fn a_long_title_breaks_across_its_runs() {
    let runs = vec![
        run("中共", Face::Plain, false),
        run("临江区委宣传部2022年工作总结和", Face::Plain, false),
        run("2023年工作计划", Face::Plain, false),
    ];
    let xml = body(vec![Block::Paragraph(Paragraph { role: Role::Title, runs })]);
    assert_eq!(xml.matches("<w:br").count(), 1, "{xml}");
    let text = r#"总结</w:t><w:br w:type="textWrapping" /><w:t xml:space="preserve">和</w:t>"#;
    assert!(xml.contains(text), "{xml}");
}

#[test]
fn what_an_xml_file_cannot_hold_is_left_out() {
    let xml = body(vec![paragraph(Role::Body, "甲\u{1b}[31m\u{0}乙\u{202e}\u{fffe}]]>&<𠮷😀")]);
    assert!(xml.contains("甲[31m乙]]&gt;&amp;&lt;𠮷😀"), "{xml}");
}

#[test]
fn each_part_has_its_pages_and_both_footers() {
    let table = Table {
        widths: vec![1, 3],
        header: vec!["甲".into(), "乙".into()],
        rows: vec![vec![vec![]]],
        ..Table::default()
    };
    let xml = body(vec![
        paragraph(Role::Body, "文"),
        Block::Part(Orientation::Landscape),
        Block::Table(table.clone()),
        Block::Table(table),
        Block::Part(Orientation::Portrait),
        paragraph(Role::AnnexLabel, "附件1"),
    ]);
    assert_eq!(xml.matches("<w:sectPr>").count(), 3, "{xml}");
    assert_eq!(xml.matches(r#"w:orient="landscape""#).count(), 1);
    assert_eq!(xml.matches(r#"<w:footerReference w:type="even""#).count(), 3);
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 2);
    assert_eq!(xml.matches(r#"<w:gridCol w:w="3189"/>"#).count(), 2);
    assert!(xml.contains("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"PartEnd\" /></w:pPr></w:p><w:tbl>"), "{xml}");
}

#[test]
fn a_part_without_anything_in_it_makes_no_page() {
    let xml = body(vec![
        Block::Part(Orientation::Portrait),
        paragraph(Role::Body, "文"),
        Block::Part(Orientation::Portrait),
        Block::Part(Orientation::Landscape),
        paragraph(Role::Body, "文"),
    ]);
    assert_eq!(xml.matches("<w:sectPr>").count(), 2, "{xml}");
}

#[test]
fn the_file_says_who_wrote_what_when() {
    let bytes = docx(&document(vec![paragraph(Role::Body, "文")]), &Profile::default()).expect("a .docx");
    let core = part(&bytes, "docProps/core.xml");
    assert!(core.contains("<dc:title>总结&lt;1&gt;</dc:title>"), "{core}");
    assert!(core.contains("<dc:creator>宣传部</dc:creator>"), "{core}");
    assert!(core.contains(">2022-12-31T00:00:00Z</dcterms:created>"), "{core}");
}

#[test]
fn fonts_are_a_setting() {
    let profile = Profile { fonts: Fonts { body: "仿宋 & <宋>".into(), ..Fonts::default() }, ..Profile::default() };
    let styles = part(&docx(&document(vec![]), &profile).expect("a .docx"), "word/styles.xml");
    assert!(styles.contains(r#"w:eastAsia="仿宋 &amp; &lt;宋&gt;""#), "{styles}");
    assert!(!styles.contains('{'));
}

#[test]
fn word_is_told_the_same_signs_that_the_pages_hold_together() {
    let settings = part(&docx(&document(vec![]), &Profile::default()).expect("a .docx"), "word/settings.xml");
    let list = |name: &str| {
        let (_, rest) = settings.split_once(&format!("<w:{name} w:lang=\"zh-CN\" w:val=\"")).expect(name);
        rest.split('"').next().expect("a value").chars().map(String::from).collect::<Vec<_>>()
    };
    assert!(list("noLineBreaksAfter").iter().all(|sign| opens(sign)));
    let before = list("noLineBreaksBefore");
    assert!(before.iter().all(|sign| closes(sign) || sign == "—"), "{before:?}");
}

#[test]
fn a_picture_taken_sideways_stands_upright_in_the_room_it_takes() {
    use std::sync::Arc;

    use crate::document::{Picture, PictureBytes, PictureFormat, Turn};

    let shown = |pixels, turn| {
        let bytes = PictureBytes(Arc::from([]));
        body(vec![Block::Picture(Picture { name: "现场".into(), bytes, format: PictureFormat::Jpeg, pixels, turn })])
    };
    let upright = shown((200, 100), Turn::default());
    assert!(upright.contains(r#"<wp:extent cx="1905000" cy="952500"/><wp:effectExtent l="0" t="0" r="0" b="0"/>"#));
    assert!(upright.contains(r#"<a:xfrm rot="0" flipH="0">"#), "{upright}");
    let turned = shown((100, 200), Turn { mirrored: false, quarters: 1 });
    let room = r#"<wp:extent cx="1905000" cy="952500"/><wp:effectExtent l="0" t="476250" r="0" b="476250"/>"#;
    assert!(turned.contains(room), "its own size, and the room above and below that it takes once turned: {turned}");
    assert!(turned.contains(r#"<a:xfrm rot="5400000" flipH="0">"#));
    let wide = shown((200, 100), Turn { mirrored: true, quarters: 3 });
    assert!(wide.contains(r#"<wp:effectExtent l="476250" t="0" r="476250" b="0"/>"#) && wide.contains(r#"flipH="1""#));
}
