//! Who owes each blank: we, or the units.

use crate::document::{Block, Document, FigureSource, Source};
use crate::id::ItemId;
use crate::model::{Answers, Ledger, Year};

/// A blank of a document and who owes it.
#[derive(Clone, Debug, PartialEq)]
pub struct OwedBlank {
    /// Index of its block.
    pub block: usize,
    /// Index of its run in the paragraph.
    pub run: usize,
    /// Where it comes from.
    pub source: Source,
    /// Who owes it.
    pub answers: Answers,
}

/// The blanks in the paragraphs of a report of `year`, in printed order, each with who owes it.
pub fn owed_blanks(ledger: &Ledger, year: Year, document: &Document) -> Vec<OwedBlank> {
    let mut owed = Vec::new();
    for (block, paragraph) in document.blocks.iter().enumerate() {
        let Block::Paragraph(paragraph) = paragraph else { continue };
        for (run, blank) in paragraph.runs.iter().enumerate().filter(|(_, run)| run.blank) {
            let answers = answers(ledger, year, &blank.source);
            owed.push(OwedBlank { block, run, source: blank.source.clone(), answers });
        }
    }
    owed
}

fn answers(ledger: &Ledger, year: Year, source: &Source) -> Answers {
    let of_item = |id: &ItemId| {
        let item = ledger.items.get(id)?;
        Some(ledger.template(year)?.matter(&item.card.matter)?.answers)
    };
    let found = match source {
        Source::Item(id) | Source::Token { figure: FigureSource::Field(id), .. } => of_item(id),
        Source::Token { figure: FigureSource::Indicator { id, .. }, .. } => {
            ledger.template(year).and_then(|template| template.indicator(id)).map(|indicator| indicator.answers)
        }
        Source::Token { .. } | Source::Passage(..) | Source::Program => None,
    };
    found.unwrap_or_default()
}
