//! What a report tells: its sentences and figures, laid out to be compared.

use std::collections::BTreeMap;

use crate::document::Document;
use crate::id::IndicatorId;
use crate::model::{EditionLine, EditionText, LineRole};

use super::keep::kept;

/// Signs that end a sentence.
const ENDS: [char; 4] = ['。', '！', '？', '\n'];
/// Signs that may stand after an end.
const CLOSERS: [char; 4] = ['”', '’', '）', '」'];

/// A report as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Its sentences in printed order.
    pub(super) sentences: Vec<Sentence>,
    /// Its figures as they are shown.
    pub(super) figures: BTreeMap<IndicatorId, String>,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    /// As it printed.
    pub(super) text: String,
    /// What of it is compared: the words that number it, and the day the report is as of, are no change.
    pub(super) key: String,
}

impl Told {
    /// What an edition tells; `as_of` is the day as its text prints it.
    pub fn of_edition<'a>(parts: impl IntoIterator<Item = &'a EditionText>, as_of: &str) -> Self {
        let mut told = Self::default();
        let mut line = String::new();
        for part in parts {
            for EditionLine { role, text, goes_on, .. } in &part.lines {
                if !goes_on {
                    told.take(&line, as_of);
                    line.clear();
                }
                if *role != LineRole::Date {
                    line.push_str(text);
                }
            }
            told.figures.extend(part.figures.clone());
        }
        told.take(&line, as_of);
        told
    }

    /// What a document tells with these figures.
    pub fn of_document(document: &Document, figures: &BTreeMap<IndicatorId, String>, as_of: &str) -> Self {
        Self::of_edition(&kept(document, figures), as_of)
    }

    fn take(&mut self, line: &str, as_of: &str) {
        for text in sentences(line) {
            let key = without_number(text).replacen(&format!("截至{as_of}"), "截至", 1);
            self.sentences.push(Sentence { text: text.to_owned(), key });
        }
    }
}

/// The sentences of a line, each with its stop.
fn sentences(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(end) = rest.find(ENDS) {
        let stop = end + rest[end..].chars().next().map_or(0, char::len_utf8);
        let closed = rest[stop..].len() - rest[stop..].trim_start_matches(CLOSERS).len();
        let (sentence, later) = rest.split_at(stop + closed);
        found.push(sentence.trim());
        rest = later;
    }
    found.push(rest.trim());
    found.retain(|sentence| !sentence.is_empty());
    found
}

/// The sentence without the word that numbers it: 第一，; 一是; 1.; （1）; （一）; 一、; 一方面，.
fn without_number(sentence: &str) -> &str {
    let is_han = |c: char| "一二三四五六七八九十百".contains(c);
    let is_digit = |c: char| c.is_ascii_digit();
    let behind = |before: &str, of: &dyn Fn(char) -> bool, after: &str| {
        let rest = sentence.strip_prefix(before)?;
        let tail = rest.trim_start_matches(of);
        if tail.len() < rest.len() { tail.strip_prefix(after) } else { None }
    };
    let numbered = behind("第", &is_han, "，")
        .or_else(|| behind("", &is_han, "是"))
        .or_else(|| behind("", &is_han, "、"))
        .or_else(|| behind("（", &is_han, "）"))
        .or_else(|| behind("（", &is_digit, "）"))
        .or_else(|| behind("", &is_digit, "."));
    let sides = ["一方面，", "另一方面，", "同时，"];
    numbered.or_else(|| sides.iter().find_map(|side| sentence.strip_prefix(side))).unwrap_or(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_behind_its_stops() {
        assert_eq!(sentences("甲。“乙！”丙（丁。）戊"), ["甲。", "“乙！”", "丙（丁。）", "戊"]);
        assert_eq!(sentences(""), [""; 0]);
    }

    #[test]
    fn numbering_words_are_no_part_of_a_sentence() {
        for (numbered, bare) in [
            ("第十二，甲。", "甲。"),
            ("一是甲。", "甲。"),
            ("（二）甲。", "甲。"),
            ("（3）甲。", "甲。"),
            ("4.甲。", "甲。"),
            ("三、甲", "甲"),
            ("另一方面，甲。", "甲。"),
            ("第三届运动会开幕。", "第三届运动会开幕。"),
            ("是甲。", "是甲。"),
        ] {
            assert_eq!(without_number(numbered), bare);
        }
    }
}
