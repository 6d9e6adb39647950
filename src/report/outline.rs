//! The outline of a report: every passage with the number it prints, its finished words, and what hangs there.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::compose::{KnownFigures, Node, is_part, trees};
use super::desk::Desk;
use super::layout::{led, of_items};
use super::numbering;
use crate::document::{Run, Source};
use crate::id::{ItemId, MatterId, PassageId};
use crate::model::{Item, Ledger, Numbering, Passage, Style, Variant, Year};
use crate::query::{outline, places_of, places_of_matter, section_of_passage};
use crate::token::TokenText;

/// A row of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineRow {
    /// What it is of.
    pub of: OutlineOf,
    /// How deep it lies, from 0.
    pub depth: usize,
    /// The word that numbers it; empty where it has none.
    pub number: String,
    /// Its finished words, without those of what hangs under it; where it prints nothing, its stored ones.
    pub words: String,
    /// Whether it prints.
    pub prints: bool,
    /// Blanks in its words.
    pub blanks: usize,
    /// The items that hang there, those that are only counted too.
    pub items: usize,
    /// The matters whose items hang there first.
    pub matters: Vec<MatterId>,
    /// The matters whose items hang there too.
    pub further: Vec<MatterId>,
}

/// What a row of the outline is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutlineOf {
    /// A passage.
    Passage(PassageId),
    /// An item that is a point of a closing part: of the problems, the next steps, the plan.
    Item(ItemId),
}

/// The outline of the whole-year report as of a day, from figures that were taken already.
pub fn report_outline(
    ledger: &Ledger,
    year: Year,
    as_of: NaiveDate,
    KnownFigures { figures, last_year }: KnownFigures<'_>,
) -> Vec<OutlineRow> {
    let Some(desk) = Desk::new(ledger, year, &Variant::Whole, as_of) else { return Vec::new() };
    let desk = desk.with(figures, last_year);
    let mut printed = HashMap::new();
    number(trees(&desk), &mut printed);
    let hanging = Hanging::new(&desk);
    let mut rows = Vec::new();
    for (passage, depth) in outline(ledger, year) {
        let found = printed.remove(&passage.id);
        let points = found.as_ref().filter(|_| hanging.is_closing(passage)).map(|found| found.points(depth + 1));
        rows.push(hanging.row(passage, depth, found, points.is_some()));
        rows.extend(points.into_iter().flatten());
    }
    rows
}

/// A node that prints, without its children.
struct Printed<'a> {
    number: String,
    /// How its items are numbered.
    of_items: Numbering,
    node: Node<'a>,
}

fn number<'a>(roots: Vec<Node<'a>>, printed: &mut HashMap<&'a PassageId, Printed<'a>>) {
    let parts = roots.iter().filter(|node| is_part(node)).count();
    let mut part = 0;
    for node in roots {
        let number = if is_part(&node) { numbering::word(Numbering::Parts, part, parts) } else { String::new() };
        part += usize::from(is_part(&node));
        keep(node, number, printed);
    }
}

/// Keeps a node, and what hangs under it.
fn keep<'a>(mut node: Node<'a>, number: String, printed: &mut HashMap<&'a PassageId, Printed<'a>>) {
    let (numbering, of_items) = (node.passage.numbering, of_items(&node));
    let children = std::mem::take(&mut node.children);
    let all = children.len();
    for (n, child) in children.into_iter().enumerate() {
        keep(child, numbering::word(numbering, n, all), printed);
    }
    printed.insert(&node.passage.id, Printed { number, of_items, node });
}

impl Printed<'_> {
    /// Its items as rows.
    fn points(&self, depth: usize) -> Vec<OutlineRow> {
        let all = self.node.items.len();
        let point = |(n, runs): (usize, &Vec<Run>)| {
            let blanks = runs.iter().filter(|run| run.blank).count();
            let number = numbering::word(self.of_items, n, all);
            let of = OutlineOf::Item(item_of(runs)?);
            let (matters, further) = (Vec::new(), Vec::new());
            Some(OutlineRow { of, depth, number, words: said(runs), prints: true, blanks, items: 0, matters, further })
        };
        self.node.items.iter().enumerate().filter_map(point).collect()
    }

    /// Its finished words, with those of its items unless they have rows of their own; and the blanks in them.
    fn words(self, without_items: bool) -> (String, usize) {
        let Node { passage, lead, text, items, closing, .. } = self.node;
        let mut lead = led(passage.style, lead, !text.is_empty() || !items.is_empty());
        if matches!(passage.style, Style::Title | Style::Part) && !text.is_empty() {
            lead.push(Run::plain("\n", Source::Program));
        }
        let items = if without_items { Vec::new() } else { items };
        let (mut words, mut blanks) = (String::new(), 0);
        let all = items.len();
        let numbered = items.into_iter().enumerate().map(|(n, runs)| (numbering::word(self.of_items, n, all), runs));
        let bare = |runs| (String::new(), runs);
        for (number, runs) in [lead, text].map(bare).into_iter().chain(numbered).chain([bare(closing)]) {
            blanks += runs.iter().filter(|run| run.blank).count();
            words += &(number + &said(&runs));
        }
        (words, blanks)
    }
}

fn said(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// The item that a sentence is of.
fn item_of(runs: &[Run]) -> Option<ItemId> {
    runs.iter().find_map(|run| match run.source {
        Source::Item(id) | Source::Token { item: Some(id), .. } => Some(id),
        _ => None,
    })
}

/// What hangs on the passages of a year.
struct Hanging<'d, 'a> {
    desk: &'d Desk<'a>,
    items: HashMap<&'a PassageId, usize>,
    homes: HashMap<&'a PassageId, Vec<MatterId>>,
    further: HashMap<&'a PassageId, Vec<MatterId>>,
}

impl<'d, 'a> Hanging<'d, 'a> {
    fn new(desk: &'d Desk<'a>) -> Self {
        let (ledger, year): (&'a Ledger, Year) = (desk.ledger, desk.year());
        let mut hanging = Self { desk, items: HashMap::new(), homes: HashMap::new(), further: HashMap::new() };
        for Item { card, .. } in ledger.items_of(year) {
            for (passage, _) in places_of(ledger, desk.template, card) {
                *hanging.items.entry(passage).or_default() += 1;
            }
        }
        for matter in &desk.template.matters {
            for (at, passage) in places_of_matter(ledger, year, matter).into_iter().enumerate() {
                let rows = if at == 0 { &mut hanging.homes } else { &mut hanging.further };
                rows.entry(passage).or_default().push(matter.id.clone());
            }
        }
        hanging
    }

    fn row(&self, passage: &Passage, depth: usize, printed: Option<Printed<'_>>, without_items: bool) -> OutlineRow {
        let id = &passage.id;
        let prints = printed.is_some();
        let number = printed.as_ref().map(|printed| printed.number.clone()).unwrap_or_default();
        let stored = || (gist(passage), 0);
        let (words, blanks) = printed.map_or_else(stored, |printed| printed.words(without_items));
        let of = OutlineOf::Passage(id.clone());
        let items = self.items.get(id).copied().unwrap_or_default();
        let known = |rows: &HashMap<&PassageId, Vec<MatterId>>| rows.get(id).cloned().unwrap_or_default();
        let (matters, further) = (known(&self.homes), known(&self.further));
        OutlineRow { of, depth, number, words, prints, blanks, items, matters, further }
    }

    /// Whether a passage lies in one of the closing parts, whose items are its points.
    fn is_closing(&self, passage: &Passage) -> bool {
        let Desk { ledger, template, .. } = self.desk;
        let section = section_of_passage(ledger, template, self.desk.year(), &passage.id);
        section.and_then(|id| template.section(id)).is_some_and(|section| section.closing)
    }
}

/// The words that a passage has in store, its figures left out.
fn gist(passage: &Passage) -> String {
    let texts = [&passage.lead, &passage.text, &passage.closing];
    texts.map(|stored| TokenText::parse(stored).gist()).concat()
}
