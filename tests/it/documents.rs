//! The sample's report as a document, as pages and as a .docx.

use std::io::{Cursor, Read};

use chrono::NaiveDate;
use taizhang::document::{Block, Document};
use taizhang::export::docx;
use taizhang::layout::{LINES, pages};
use taizhang::model::{Ledger, Profile, Variant, Year};
use taizhang::report::compose;
use taizhang::template::sample;
use zip::ZipArchive;

/// The whole-year report of the sample.
pub fn sample_report() -> Document {
    let mut ledger = Ledger::default();
    for change in sample() {
        change.apply(&mut ledger).expect("the sample fits itself");
    }
    let year = Year::try_from(2022).expect("a year of the sample");
    let as_of = NaiveDate::from_ymd_opt(2022, 12, 31).expect("a day");
    compose(&ledger, year, &Variant::Whole, as_of)
}

fn word_xml(document: &Document) -> String {
    let bytes = docx(document, &Profile::default()).expect("a .docx");
    let mut text = String::new();
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    zip.by_name("word/document.xml").expect("a body").read_to_string(&mut text).expect("text");
    text
}

#[test]
fn two_exports_of_the_sample_are_the_same_bytes() {
    let bytes = || docx(&sample_report(), &Profile::default()).expect("a .docx");
    assert_eq!(bytes(), bytes());
}

#[test]
fn each_blank_of_the_sample_is_highlighted_once() {
    let document = sample_report();
    let highlighted = word_xml(&document).matches("<w:highlight w:val=\"yellow\" />").count();
    assert_eq!(highlighted, document.blanks());
}

#[test]
fn the_pages_hold_the_whole_report_and_each_piece_its_run() {
    let document = sample_report();
    let pages = pages(&document, &Profile::default());
    assert!(pages.iter().all(|page| page.lines.len() <= LINES));
    let mut shown = String::new();
    for piece in pages.iter().flat_map(|page| &page.lines).flat_map(|line| &line.pieces) {
        let Block::Paragraph(paragraph) = &document.blocks[piece.block] else { panic!("the sample has no tables") };
        assert!(paragraph.runs[piece.run].text.contains(&piece.text), "{piece:?}");
        shown.push_str(&piece.text);
    }
    let whole: String = document.runs().map(|run| run.text.as_str()).collect();
    assert_eq!(shown, whole);
}
