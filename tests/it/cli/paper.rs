//! Page set-ups, annexes and the seal: profile, and export's options.

use std::fs;
use std::io::{Cursor, Read};

use crate::desk::Desk;
use zip::ZipArchive;

/// A part of an exported .docx.
fn part(desk: &Desk, file: &str, name: &str) -> String {
    let bytes = fs::read(desk.file(file)).expect("it was written");
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    zip.by_name(name).expect(name).read_to_string(&mut text).expect("text");
    text
}

#[test]
fn page_set_ups_are_listed_shown_changed_and_taken_away() {
    let desk = Desk::sample();
    assert!(desk.ok(&["profile"]).starts_with("* 标准\n  严格\n"));
    assert!(desk.ok(&["profile", "严格"]).contains("行距=29.45\n"));
    desk.ok(&["profile", "我们的", "--from", "严格", "行距=28", "正文字体=仿宋", "附件=核对表，荣誉"]);
    let shown = desk.ok(&["profile", "我们的"]);
    assert!(
        shown.contains("行距=28\n") && shown.contains("正文字体=仿宋\n") && shown.ends_with("附件=核对表,荣誉\n"),
        "{shown}"
    );
    desk.ok(&["set", "版式=我们的"]);
    assert!(desk.ok(&["profile"]).contains("* 我们的"));
    desk.ok(&["export", "-o", "总结.docx"]);
    assert!(part(&desk, "总结.docx", "word/styles.xml").contains("w:line=\"560\""));
    assert!(part(&desk, "总结.docx", "word/document.xml").contains("附件2"));
    desk.ok(&["profile", "我们的", "--rename", "区里的"]);
    assert!(desk.ok(&["profile"]).contains("* 区里的"), "reports go on in it");
    assert!(desk.refused(1, &["profile", "标准", "--rename", "我们的"]).contains("不能改名"));
    desk.ok(&["undo"]);
    desk.ok(&["profile", "我们的", "--remove"]);
    assert!(desk.refused(1, &["profile", "我们的"]).contains("我们的"));
    desk.ok(&["undo"]);
    desk.ok(&["profile", "我们的"]);
}

#[test]
fn what_a_page_set_up_cannot_be_is_told() {
    let desk = Desk::sample();
    assert!(desk.refused(1, &["profile", "标准", "行距=一点"]).contains("磅"));
    assert!(desk.refused(1, &["profile", "标准", "行据=28"]).contains("行距"));
    assert!(desk.refused(1, &["set", "版式=标淮"]).contains("标准"));
    assert!(desk.refused(1, &["export", "-o", "a.docx", "--profile", "没有"]).contains("没有"));
    assert!(desk.refused(1, &["export", "-o", "a.docx", "--annex", "没有"]).contains("核对表"));
    assert!(!desk.file("a.docx").exists());
}

#[test]
fn annexes_and_a_seal_are_asked_for_once() {
    let desk = Desk::sample();
    let one = ["export", "-o", "一.docx", "--annex", "核对表", "--annex", "来源", "--seal"];
    desk.ok(&one);
    let body = part(&desk, "一.docx", "word/document.xml");
    assert!(body.contains("附件1") && body.contains("附件2") && !body.contains("附件3"));
    assert_eq!(body.matches("<w:tblHeader/>").count(), 2);
    desk.ok(&["export", "-o", "二.docx", "--annex", "无", "--profile", "核稿"]);
    assert!(!part(&desk, "二.docx", "word/document.xml").contains("附件"));
    let again = ["export", "-o", "三.docx", "--annex", "核对表", "--annex", "来源", "--seal"];
    desk.ok(&again);
    let bytes = ["一.docx", "三.docx"].map(|name| fs::read(desk.file(name)).expect("it was written"));
    assert_eq!(bytes[0], bytes[1], "the same state gives the same bytes");
}

#[test]
fn pictures_go_in_as_they_are_and_those_that_cannot_are_named() {
    let desk = Desk::sample();
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, 3, 2);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.write_header().expect("a head").write_image_data(&[0; 6]).expect("all pixels");
    fs::write(desk.file("现场.png"), &png).expect("written");
    desk.write("坏.jpg", "没有图");
    let proofs = format!("佐证={}；{}", desk.file("现场.png").display(), desk.file("坏.jpg").display());
    desk.ok(&["add", "--matter", "2.7", "--title", "进社区", "--date", "12-20", "--set", &proofs]);
    let output = desk.command(&["export", "-o", "总结.docx", "--annex", "佐证图片"]).output().expect("it runs");
    assert!(output.status.success());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("坏.jpg") && said.contains("进社区"), "{said}");
    let bytes = fs::read(desk.file("总结.docx")).expect("it was written");
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut kept = Vec::new();
    zip.by_name("word/media/picture1.png").expect("the picture").read_to_end(&mut kept).expect("bytes");
    assert_eq!(kept, png, "not a byte is changed");
    assert!(part(&desk, "总结.docx", "word/document.xml").contains("不是 PNG 或 JPEG 图片"));
}
