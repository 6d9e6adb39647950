//! Showing: the parts of an edition → a document to be read, no longer to be followed to its records.

use chrono::NaiveDate;

use super::keep::split_at_most;
use crate::document::{Block, Document, Face, Meta, Paragraph, Role, Run, Source};
use crate::model::{EditionLine, EditionText, LineRole};

/// The document of an edition as of a day, every run of it only words.
pub fn document<'a>(parts: impl IntoIterator<Item = &'a EditionText>, as_of: NaiveDate) -> Document {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for line in parts.into_iter().flat_map(|part| &part.lines) {
        let runs = runs(line);
        match paragraphs.last_mut() {
            Some(last) if line.goes_on => last.runs.extend(runs),
            _ => paragraphs.push(Paragraph { role: role(line.role), runs }),
        }
    }
    let title = paragraphs.iter().find(|one| one.role == Role::Title).map(Paragraph::text).unwrap_or_default();
    let meta = Meta { title, author: String::new(), date: as_of };
    Document { meta, blocks: paragraphs.into_iter().map(Block::Paragraph).collect() }
}

fn runs(line: &EditionLine) -> Vec<Run> {
    let (heading, rest) = split_at_most(&line.text, line.run_in);
    let plain = |face| move |run: Run| Run { face, ..run };
    words(heading).map(plain(Face::RunIn)).chain(words(rest)).collect()
}

/// The words, cut where a blank begins and ends.
fn words(text: &str) -> impl Iterator<Item = Run> {
    let mut runs = Vec::new();
    for (at, piece) in text.split(Run::BLANK).enumerate() {
        if at > 0 {
            runs.push(Run::blank(Source::Program));
        }
        if !piece.is_empty() {
            runs.push(Run::plain(piece, Source::Program));
        }
    }
    runs.into_iter()
}

const fn role(role: LineRole) -> Role {
    match role {
        LineRole::Title => Role::Title,
        LineRole::Heading1 => Role::Heading1,
        LineRole::Heading2 => Role::Heading2,
        LineRole::Heading3 => Role::Heading3,
        LineRole::Body | LineRole::Annex => Role::Body,
        LineRole::Signature => Role::Signature,
        LineRole::Date => Role::Date { seal: false },
    }
}
