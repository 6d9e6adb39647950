//! The tree of passages, woven: what prints where, before it is numbered and laid out.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::bits::{Bit, text_of};
use super::desk::Desk;
use super::layout::lay_out;
use super::naming::{office_words, words};
use super::sentence::{self, sentence};
use super::veil;
use super::weave::{Stand, weave};
use crate::document::{Block, Document, FigureSource, Meta, Paragraph, Role, Run, Source, Span};
use crate::id::{ItemId, PassageId};
use crate::model::{InReport, Item, Ledger, Passage, Rank, Style, Variant, Year};
use crate::query::{Figures, Tree, counts, places_of, themed};
use crate::token::TokenFault;

/// The setting that names the office that signs.
const OFFICE: [&str; 2] = ["本单位", "office"];

/// Figures that were taken already: those of a variant's window, and of one year earlier.
#[derive(Clone, Copy, Debug)]
pub struct KnownFigures<'a> {
    /// Those of the window.
    pub figures: &'a Figures,
    /// Those of one year earlier.
    pub last_year: &'a Figures,
}

/// A passage with its words put in.
pub(super) struct Node<'a> {
    /// What it is.
    pub(super) passage: &'a Passage,
    /// Its lead.
    pub(super) lead: Vec<Run>,
    /// Its text.
    pub(super) text: Vec<Run>,
    /// The sentences of its items.
    pub(super) items: Vec<Vec<Run>>,
    /// What hangs under it, without what is empty.
    pub(super) children: Vec<Node<'a>>,
    /// Its closing text.
    pub(super) closing: Vec<Run>,
}

/// Composes the report of `year` as of a day.
pub fn compose(ledger: &Ledger, year: Year, variant: &Variant, as_of: NaiveDate) -> Document {
    let themed = variant.tag().map(|tag| themed(ledger, year, tag));
    let desk = Desk::new(themed.as_ref().unwrap_or(ledger), year, variant, as_of);
    desk.map_or_else(|| empty(as_of), |desk| written(&desk))
}

/// A report, and what is wrong with its tokens, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Composed {
    /// The report.
    pub document: Document,
    /// What is wrong with it and with the sentences of the kinds.
    pub faults: Vec<TokenFault>,
}

/// Composes it from figures that were taken already; of a theme `ledger` is what [`themed`] leaves.
pub fn compose_from(
    ledger: &Ledger,
    year: Year,
    variant: &Variant,
    as_of: NaiveDate,
    KnownFigures { figures, last_year }: KnownFigures<'_>,
) -> Composed {
    let Some(desk) = Desk::new(ledger, year, variant, as_of) else {
        return Composed { document: empty(as_of), faults: Vec::new() };
    };
    let desk = desk.with(figures, last_year);
    let document = written(&desk);
    sentence::try_kinds(&desk);
    Composed { document, faults: desk.into_faults() }
}

fn written(desk: &Desk<'_>) -> Document {
    let mut blocks = lay_out(trees(desk));
    let office = office(desk);
    let author = veil::veiled_text(desk, office.as_ref().map(author).unwrap_or_default());
    blocks.extend(signature(desk, office).into_iter().map(Block::Paragraph));
    let blocks = veil::veiled(desk, blocks);
    let title = titled(&blocks);
    Document { meta: Meta { title, author, date: desk.as_of }, blocks }
}

/// The roots of the year, woven, in their order, without what is empty.
pub(super) fn trees<'a>(desk: &Desk<'a>) -> Vec<Node<'a>> {
    let (tree, items) = (Tree::new(desk.ledger, desk.year()), placed(desk));
    Weaver { desk, tree, items }.row(None)
}

/// The passages of a year, and the items that hang on them.
struct Weaver<'d, 'a> {
    desk: &'d Desk<'a>,
    tree: Tree<'a>,
    items: BTreeMap<&'a PassageId, Vec<&'a Item>>,
}

impl<'a> Weaver<'_, 'a> {
    fn row(&self, parent: Option<&PassageId>) -> Vec<Node<'a>> {
        self.tree.under(parent).iter().map(|passage| self.node(passage)).filter(|node| !node.is_empty()).collect()
    }

    fn node(&self, passage: &'a Passage) -> Node<'a> {
        let (lead, text) = (passage.lead.len(), passage.text.len());
        let woven = |stored: &str, offset| weave(self.desk, Stand::Passage(&passage.id, offset), stored);
        let items = self.items.get(&passage.id).into_iter().flatten();
        let node = Node {
            passage,
            lead: woven(&passage.lead, 0),
            text: woven(&passage.text, lead),
            items: items.map(|item| sentence(self.desk, item)).collect(),
            children: self.row(Some(&passage.id)),
            closing: woven(&passage.closing, lead + text),
        };
        node.owned_up()
    }
}

impl Node<'_> {
    /// Whether nothing of it prints; a point that has only its lead has nothing to say.
    fn is_empty(&self) -> bool {
        let heads = matches!(self.passage.style, Style::Title | Style::Part | Style::Section);
        self.is_hollow() && !(heads && says(&self.lead))
    }

    /// Whether nothing stands under its lead.
    fn is_hollow(&self) -> bool {
        let mut texts = self.items.iter().chain([&self.text, &self.closing]);
        self.children.is_empty() && !texts.any(|runs| says(runs))
    }

    /// A part or section that has nothing under its heading shows there that something is to be filled in.
    fn owned_up(mut self) -> Self {
        let Passage { id, lead, style, .. } = self.passage;
        if matches!(style, Style::Part | Style::Section) && says(&self.lead) && self.is_hollow() {
            let at = Span { start: lead.len(), end: lead.len() };
            self.text = vec![Run::blank(Source::Passage(id.clone(), at))];
        }
        self
    }
}

fn says(runs: &[Run]) -> bool {
    runs.iter().any(|run| !run.text.trim().is_empty())
}

/// The items that print as sentences, by passage and in their order: by rank, then date, then id.
fn placed<'a>(desk: &Desk<'a>) -> BTreeMap<&'a PassageId, Vec<&'a Item>> {
    type Key<'a> = (Option<&'a Rank>, NaiveDate, ItemId);
    let mut rows: BTreeMap<&PassageId, Vec<(Key<'_>, &Item)>> = BTreeMap::new();
    let ledger: &'a Ledger = desk.ledger;
    for item in ledger.items_of(desk.year()).filter(|item| prints(desk, item)) {
        for (passage, rank) in places_of(ledger, desk.template, &item.card) {
            rows.entry(passage).or_default().push(((rank, item.card.when.start(), item.card.id), item));
        }
    }
    let sorted = rows.into_iter().map(|(passage, mut row)| {
        row.sort_by(|a, b| a.0.cmp(&b.0));
        (passage, row.into_iter().map(|(_, item)| item).collect())
    });
    sorted.collect()
}

fn prints(desk: &Desk<'_>, item: &Item) -> bool {
    item.card.in_report == InReport::Sentence && counts(&item.card, &desk.scope)
}

fn titled(blocks: &[Block]) -> String {
    let titles = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) if paragraph.role == Role::Title => Some(paragraph.text()),
        _ => None,
    });
    titles.collect::<Vec<_>>().concat()
}

/// The office that signs: what it is set to, else what the template says of it; a blank when that is open.
fn office(desk: &Desk<'_>) -> Option<(Vec<Bit>, FigureSource)> {
    let is_hidden = |id: &str| {
        let declared = desk.template.settings.iter().find(|setting| setting.id.as_str() == id);
        declared.is_some_and(|setting| veil::hides(desk, setting.private))
    };
    let set = OFFICE.iter().filter(|id| !is_hidden(id)).find_map(|id| {
        let (id, value) = desk.ledger.settings.get_key_value(*id)?;
        Some((words(desk, &value.0), FigureSource::Setting(id.clone())))
    });
    let declared = |id: &str| desk.template.settings.iter().any(|setting| setting.id.as_str() == id);
    set.or_else(|| office_words(desk, OFFICE.into_iter().find(|id| declared(id))?))
}

/// Who wrote it, when no part of the name is open.
fn author((bits, _): &(Vec<Bit>, FigureSource)) -> String {
    if bits.iter().any(|bit| bit.blank) { String::new() } else { text_of(bits) }
}

/// The office, when the template knows of one, and the date.
fn signature(desk: &Desk<'_>, office: Option<(Vec<Bit>, FigureSource)>) -> Vec<Paragraph> {
    let signed = office.map(|(bits, figure)| {
        let name = if let FigureSource::Setting(id) = &figure { id.as_str().to_owned() } else { String::new() };
        let source = Source::Token { passage: None, item: None, name, figure };
        let run = |bit: Bit| Run { blank: bit.blank, ..Run::plain(bit.text, source.clone()) };
        Paragraph { role: Role::Signature, runs: bits.into_iter().map(run).collect() }
    });
    let day = desk.as_of;
    let date = format!("{}年{}月{}日", day.year(), day.month(), day.day());
    let date = Paragraph { role: Role::Date { seal: false }, runs: vec![Run::plain(date, Source::Program)] };
    signed.into_iter().chain([date]).collect()
}

fn empty(as_of: NaiveDate) -> Document {
    Document { meta: Meta { title: String::new(), author: String::new(), date: as_of }, blocks: Vec::new() }
}

/// Whether a passage is a stand-alone heading of the first order.
pub(super) fn is_part(node: &Node<'_>) -> bool {
    node.passage.style == Style::Part
}
