//! Keeping: a document and its figures → the parts of an edition.

use std::collections::BTreeMap;

use crate::document::{Block, Document, Face, Paragraph, Role, Run, Table};
use crate::id::IndicatorId;
use crate::model::{EditionLine, EditionText, LineRole};

/// Bytes of text in a part: far below what the store takes as one record, however much of it JSON must escape.
const MOST: usize = 128 << 10;

/// Bytes of text in a line; what is longer goes on in the next.
const LONGEST: usize = 32 << 10;

/// The text and figures of a report, in as many parts as it needs; one at least.
pub fn kept(document: &Document, figures: &BTreeMap<IndicatorId, String>) -> Vec<EditionText> {
    let mut shelf = Shelf { parts: vec![EditionText::default()], bytes: 0 };
    for line in document.blocks.iter().flat_map(lines) {
        shelf.line(line);
    }
    for (id, text) in figures {
        shelf.figure(id, text);
    }
    shelf.parts
}

struct Shelf {
    parts: Vec<EditionText>,
    bytes: usize,
}

impl Shelf {
    /// Puts a line up, cut where it is too long.
    fn line(&mut self, line: EditionLine) {
        let EditionLine { role, text, mut run_in, mut goes_on } = line;
        let mut rest = text.as_str();
        loop {
            let (now, later) = split_at_most(rest, LONGEST);
            let piece = EditionLine { role, text: now.to_owned(), run_in: run_in.min(now.len()), goes_on };
            self.room(now.len()).lines.push(piece);
            (run_in, goes_on) = (run_in.saturating_sub(now.len()), true);
            rest = later;
            if rest.is_empty() {
                return;
            }
        }
    }

    fn figure(&mut self, id: &IndicatorId, text: &str) {
        self.room(text.len()).figures.insert(id.clone(), text.to_owned());
    }

    /// The part that has room for so many bytes.
    fn room(&mut self, bytes: usize) -> &mut EditionText {
        if self.bytes > 0 && self.bytes + bytes > MOST {
            self.parts.push(EditionText::default());
            self.bytes = 0;
        }
        self.bytes += bytes;
        self.parts.last_mut().expect("there is one from the beginning")
    }
}

/// The text cut after so many bytes at most, between two characters.
pub(super) fn split_at_most(text: &str, bytes: usize) -> (&str, &str) {
    let at = (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    text.split_at(at.unwrap_or_default())
}

/// The lines of a block.
fn lines(block: &Block) -> Vec<EditionLine> {
    match block {
        Block::Paragraph(paragraph) if paragraph.role == Role::Blank => Vec::new(),
        Block::Paragraph(paragraph) => vec![line(paragraph)],
        Block::Table(table) => rows(table),
        Block::Picture(_) | Block::Part(_) => Vec::new(),
    }
}

fn line(paragraph: &Paragraph) -> EditionLine {
    let heading = paragraph.runs.iter().take_while(|run| run.face == Face::RunIn);
    let run_in = heading.map(|run| run.text.len()).sum();
    EditionLine { role: role(paragraph.role), text: paragraph.text(), run_in, goes_on: false }
}

fn rows(table: &Table) -> Vec<EditionLine> {
    let cell = |runs: &Vec<Run>| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>());
    let all = std::iter::once(table.header.clone()).chain(rows);
    all.map(|cells| EditionLine { role: LineRole::Annex, text: cells.join("\t"), run_in: 0, goes_on: false }).collect()
}

const fn role(role: Role) -> LineRole {
    match role {
        Role::Title => LineRole::Title,
        Role::Heading1 => LineRole::Heading1,
        Role::Heading2 => LineRole::Heading2,
        Role::Heading3 => LineRole::Heading3,
        Role::Body | Role::Addressee | Role::Blank => LineRole::Body,
        Role::AnnexNote { .. } | Role::AnnexLabel | Role::AnnexTitle | Role::Caption => LineRole::Annex,
        Role::Signature => LineRole::Signature,
        Role::Date { .. } => LineRole::Date,
    }
}
