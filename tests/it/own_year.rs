//! A year of our own that was just begun: its report claims nothing that nobody recorded.

use chrono::NaiveDate;
use taizhang::document::{Block, Document, Paragraph, Role};
use taizhang::model::Variant;
use taizhang::model::{Ledger, SettingValue, Year};
use taizhang::report::compose;
use taizhang::template::{begin_year, default_template};

/// The report of a year with the three names set and nothing else.
fn report() -> Document {
    let mut ledger = Ledger::default();
    let year = Year::try_from(2024).expect("a year");
    begin_year(&ledger, default_template(), year).apply(&mut ledger).expect("it is the first");
    for (id, name) in [("省", "江南"), ("市", "临江"), ("区", "青山")] {
        ledger.settings.insert(id.parse().expect("a short id"), SettingValue(name.into()));
    }
    let day = NaiveDate::from_ymd_opt(2024, 6, 1).expect("a day");
    compose(&ledger, year, &Variant::Whole, day)
}

/// The body below the first heading.
fn body(document: &Document) -> Vec<&Paragraph> {
    let paragraphs = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        _ => None,
    });
    paragraphs
        .skip_while(|paragraph| paragraph.role != Role::Heading1)
        .filter(|paragraph| paragraph.role == Role::Body)
        .collect()
}

#[test]
fn each_sentence_of_an_empty_year_holds_a_blank_or_is_a_lead_before_one() {
    let document = report();
    let leads: Vec<String> = default_template().passages.into_iter().map(|passage| passage.lead).collect();
    for paragraph in body(&document) {
        let text = paragraph.text();
        let sentences: Vec<&str> = text.split_inclusive(['。', '；']).collect();
        for (at, sentence) in sentences.iter().enumerate() {
            let is_lead = leads.iter().any(|lead| !lead.is_empty() && sentence.ends_with(lead.as_str()));
            // The lead of a section may stand alone above its points.
            let stands = at + 1 < sentences.len() || text.starts_with('（');
            assert!(sentence.contains("**") || (is_lead && stands), "{sentence} in {text}");
        }
    }
}

#[test]
fn each_part_and_section_of_an_empty_year_keeps_its_heading() {
    let document = report();
    let text: Vec<String> = body(&document).iter().map(|paragraph| paragraph.text()).collect();
    for section in ["（一）理论学习。", "（二）主题宣传。", "（五）文化惠民。", "（七）队伍建设。**"]
    {
        assert!(text.iter().any(|line| line.starts_with(section)), "{section} in {text:?}");
    }
    assert_eq!(text.iter().filter(|line| *line == "**").count(), 3, "问题, 打算 and 计划: {text:?}");
}

#[test]
fn an_own_year_signs_with_its_district() {
    let document = report();
    let signed = document.blocks.iter().find_map(|block| match block {
        Block::Paragraph(paragraph) if paragraph.role == Role::Signature => Some(paragraph.text()),
        _ => None,
    });
    assert_eq!(signed.as_deref(), Some("青山区委宣传部"));
    assert_eq!(document.meta.author, "青山区委宣传部");
}
