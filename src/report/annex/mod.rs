//! Annexes (附件): what goes with a report after its date, each on pages of its own, and the lines that announce them.
//!
//! They are made of the same figures, items and blanks as the report; nothing is counted here.

mod bars;
mod blanks;
mod cells;
mod figures;
mod items;
mod pictures;
mod sources;

use chrono::NaiveDate;

use super::KnownFigures;
use super::desk::Desk;
use super::naming::words;
use super::veil;
use crate::document::{Block, Document, Orientation, Paragraph, Role, Run, Source, Table};
use crate::model::{Annex, Ledger, Lists, Variant, Year};

pub use pictures::{PictureTrouble, Pictures, is_picture, wanted_pictures};

/// The cut of the year that report and annexes are made of.
#[derive(Clone, Copy, Debug)]
pub struct Cut<'a> {
    /// The data; of a theme what [`themed`](crate::query::themed) leaves.
    pub ledger: &'a Ledger,
    /// The year.
    pub year: Year,
    /// Which cut of it.
    pub variant: &'a Variant,
    /// The day it is as of.
    pub as_of: NaiveDate,
    /// The figures of the cut.
    pub known: KnownFigures<'a>,
}

/// A report with its annexes.
#[derive(Clone, Debug, PartialEq)]
pub struct Annexed {
    /// The report, what announces the annexes, the annexes.
    pub document: Document,
    /// The names of those that had nothing to list, and were left out.
    pub empty: Vec<String>,
    /// The pictures that could not be shown.
    pub troubles: Vec<PictureTrouble>,
}

/// Puts the annexes behind the report, in this order; those that have nothing to list are left out.
pub fn annexed(report: &Document, annexes: &[&Annex], cut: &Cut<'_>, pictures: &Pictures) -> Annexed {
    let mut whole = Annexed { document: report.clone(), empty: Vec::new(), troubles: Vec::new() };
    let Some(desk) = cut.desk() else { return whole };
    let mut made = Vec::new();
    for annex in annexes {
        let (blocks, troubles) = content(&desk, (annex, annexes), report, pictures);
        whole.troubles.extend(troubles);
        if blocks.is_empty() {
            whole.empty.push(annex.name.clone());
        } else {
            made.push((*annex, title(&desk, annex), blocks));
        }
    }
    let alone = made.len() == 1;
    let at = signature(&whole.document);
    let notes = made.iter().zip(1..).map(|((_, title, _), number)| note(title, number, alone)).collect();
    whole.document.blocks.splice(at..at, veil::veiled(&desk, notes));
    let mut sheets = Vec::new();
    for ((annex, title, blocks), number) in made.into_iter().zip(1..) {
        sheets.extend(sheet(annex, title, number, alone));
        sheets.extend(blocks);
        sheets.extend(foot(annex));
    }
    whole.document.blocks.extend(veil::veiled(&desk, sheets));
    whole
}

impl<'a> Cut<'a> {
    /// The desk that they are written at; none when the ledger has no such year.
    fn desk(&self) -> Option<Desk<'a>> {
        let desk = Desk::new(self.ledger, self.year, self.variant, self.as_of)?;
        Some(desk.with(self.known.figures, self.known.last_year))
    }
}

/// What an annex lists, one of `all` that go with the report; nothing when there is nothing.
fn content(
    desk: &Desk<'_>,
    (annex, all): (&Annex, &[&Annex]),
    report: &Document,
    pictures: &Pictures,
) -> (Vec<Block>, Vec<PictureTrouble>) {
    let rows = match annex.lists {
        Lists::Items => items::rows(desk, annex),
        Lists::Figures => figures::rows(desk, annex),
        Lists::Sources => sources::rows(desk, annex, all),
        Lists::Blanks => blanks::rows(desk, annex, report),
        Lists::Pictures => return pictures::blocks(desk, annex, pictures),
        Lists::Bars => return (bars::blocks(desk, annex), Vec::new()),
    };
    let table = (!rows.is_empty()).then(|| table(annex, rows));
    (table.into_iter().map(Block::Table).collect(), Vec::new())
}

/// A table with the annex's columns.
fn table(annex: &Annex, rows: Vec<Vec<Vec<Run>>>) -> Table {
    Table {
        widths: annex.columns.iter().map(|column| column.width).collect(),
        aligns: annex.columns.iter().map(|column| column.align).collect(),
        header: annex.columns.iter().map(|column| column.head.clone()).collect(),
        rows,
    }
}

/// Where the signature of a report begins, or what stands for it.
fn signature(report: &Document) -> usize {
    let is_end = |block: &Block| match block {
        Block::Paragraph(paragraph) => matches!(paragraph.role, Role::Signature | Role::Date { .. }),
        Block::Table(_) | Block::Picture(_) | Block::Part(_) => false,
    };
    report.blocks.iter().rposition(|block| !is_end(block)).map_or(0, |last| last + 1)
}

/// The title of an annex.
fn title(desk: &Desk<'_>, annex: &Annex) -> Vec<Run> {
    let bits = words(desk, &annex.title).into_iter();
    bits.map(|bit| Run { blank: bit.blank, ..Run::plain(bit.text, Source::Program) }).collect()
}

/// `附件：1.…`, or one of the lines that follow; an annex that stands alone has no number.
fn note(title: &[Run], number: usize, alone: bool) -> Block {
    let first = number == 1;
    let head = match (first, alone) {
        (true, true) => "附件：".to_owned(),
        (true, false) => format!("附件：{number}."),
        (false, _) => format!("{number}."),
    };
    let runs = std::iter::once(program(head)).chain(title.iter().cloned()).collect();
    Block::Paragraph(Paragraph { role: Role::AnnexNote { first }, runs })
}

/// The head of an annex's first page.
fn sheet(annex: &Annex, title: Vec<Run>, number: usize, alone: bool) -> [Block; 3] {
    let label = if alone { "附件".to_owned() } else { format!("附件{number}") };
    [
        Block::Part(if annex.across { Orientation::Landscape } else { Orientation::Portrait }),
        Block::Paragraph(Paragraph { role: Role::AnnexLabel, runs: vec![program(label)] }),
        Block::Paragraph(Paragraph { role: Role::AnnexTitle, runs: title }),
    ]
}

/// The line under an annex.
fn foot(annex: &Annex) -> Vec<Block> {
    if annex.foot.is_empty() {
        return Vec::new();
    }
    let line = |role, runs| Block::Paragraph(Paragraph { role, runs });
    vec![line(Role::Blank, Vec::new()), line(Role::Body, vec![program(annex.foot.clone())])]
}

/// Words of the program's own.
fn program(text: impl Into<String>) -> Run {
    Run::plain(text, Source::Program)
}
