//! The passages that a new year begins with.

use super::error::Fault;
use super::known::Known;
use super::page::Spot;
use super::row::Row;
use super::tokens::check_passage;
use crate::id::PassageId;
use crate::model::{Flow, Numbering, Passage, Rank, Style, Unknown};

/// What a report cannot do without: title, opening, the progress part, the seven sections, the three closing parts.
const ROOTS: [&str; 13] = ["title", "opening", "progress", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];

const STYLE: [(&str, Style); 4] =
    [("title", Style::Title), ("part", Style::Part), ("section", Style::Section), ("point", Style::Point)];

const FLOW: [(&str, Flow); 2] = [("paragraph", Flow::Paragraph), ("run", Flow::Run)];

const NUMBERING: [(&str, Numbering); 8] = [
    ("none", Numbering::None),
    ("ordinal", Numbering::Ordinal),
    ("shi", Numbering::Shi),
    ("arabic", Numbering::Arabic),
    ("bracket", Numbering::Bracket),
    ("sides", Numbering::Sides),
    ("sections", Numbering::Sections),
    ("parts", Numbering::Parts),
];

/// Reads the `[[passage]]`; their order in the file is their order in the report.
pub(super) fn passages(rows: &[Row<'_>], start: Option<Spot<'_>>, known: &Known<'_>) -> Vec<Passage> {
    let read = |(rank, row): (usize, &Row<'_>)| row.read(|row| passage(row, Rank::nth(rank), known));
    let passages: Vec<_> = rows.iter().enumerate().filter_map(read).collect();
    for row in rows {
        check_parents(row, &passages, known);
    }
    let Some(end) = rows.last().map(|row| row.spot).or(start) else { return passages };
    for root in ROOTS.into_iter().filter(|root| !known.passages.has(root)) {
        known.faults.add(end, format!("[[passage]] id = \"{root}\""), Fault::NoRoot);
    }
    passages
}

fn passage(row: &Row<'_>, rank: Rank, known: &Known<'_>) -> Option<Passage> {
    let id = row.id("id");
    let parent = row.text("parent").map(|text| known.passages.resolve::<PassageId>(text, known.faults));
    let [lead, text, closing] = ["lead", "text", "closing"].map(|key| {
        let text = row.text(key);
        text.inspect(|text| check_passage(*text, known)).map(|text| text.value.to_owned()).unwrap_or_default()
    });
    let style = row.one_of("style", &STYLE).unwrap_or_default();
    let numbering = row.one_of("numbering", &NUMBERING).unwrap_or_default();
    let flow = row.one_of("flow", &FLOW).unwrap_or_default();
    Some(Passage {
        id: id?,
        parent: parent.flatten(),
        rank,
        style,
        lead,
        text,
        closing,
        numbering,
        flow,
        unknown: Unknown::new(),
    })
}

/// Follows the parents up; coming back to the passage itself is a fault.
fn check_parents(row: &Row<'_>, passages: &[Passage], known: &Known<'_>) {
    let Some(text) = row.peek("id") else { return };
    let above = |id: &str| passages.iter().find(|one| one.id.as_str() == id).and_then(|one| one.parent.as_ref());
    let mut at = above(text.value);
    for _ in 0..passages.len() {
        match at {
            Some(parent) if parent.as_str() == text.value => return known.faults.add_text(text, Fault::Loop),
            Some(parent) => at = above(parent.as_str()),
            None => return,
        }
    }
}
