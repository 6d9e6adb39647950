//! Bars: how many items there are by section, month, outlet; the bar of one year earlier below each.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{program, table};
use crate::document::{Bar, Block, Face, FigureSource, Paragraph, Role, Run, Source, Table};
use crate::id::FieldId;
use crate::model::{Annex, By, Chart, Shows};
use crate::query::{Heap, Shared, tally};
use crate::report::desk::Desk;
use crate::report::naming::{entry_words, words};
use crate::report::veil;

/// How many blocks the longest bar is where only text is shown.
const BLOCKS: u64 = 20;

/// What a bar counts: its name, now and one year earlier.
pub(super) struct Counted {
    /// What it is called.
    pub(super) name: Vec<Run>,
    /// Now.
    pub(super) now: Heap,
    before: Heap,
}

/// A table of bars for each chart that has any.
pub(super) fn blocks(desk: &Desk<'_>, annex: &Annex) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (chart, bars) in charts(desk, annex) {
        let longest = bars.iter().flat_map(|bar| [bar.now.number, bar.before.number]).max().unwrap_or_default();
        let cells =
            |bar: &Counted| annex.columns.iter().map(|column| cell(&column.shows, chart, bar, longest)).collect();
        if !blocks.is_empty() {
            blocks.push(Block::Paragraph(Paragraph { role: Role::Blank, runs: Vec::new() }));
        }
        blocks.push(Block::Table(headed(annex, chart, bars.iter().map(cells).collect())));
    }
    blocks
}

/// The charts that have any bars, with them.
pub(super) fn charts<'c>(desk: &Desk<'_>, annex: &'c Annex) -> Vec<(&'c Chart, Vec<Counted>)> {
    let counts = |bar: &Counted| !bar.now.number.is_zero() || !bar.before.number.is_zero();
    let charts = annex.charts.iter().map(|chart| (chart, counted(desk, chart)));
    charts.filter(|(_, bars)| bars.iter().any(counts)).collect()
}

/// A number of a chart, with the items behind it.
pub(super) fn number(chart: &Chart, heap: &Heap) -> Run {
    let figure = FigureSource::Tally(heap.items.clone());
    let source = Source::Token { passage: None, item: None, name: chart.title.clone(), figure };
    Run::plain(heap.number.normalize().to_string(), source)
}

/// A table of bars; what they are of stands over their names.
fn headed(annex: &Annex, chart: &Chart, rows: Vec<Vec<Vec<Run>>>) -> Table {
    let mut table = table(annex, rows);
    for (column, head) in annex.columns.iter().zip(&mut table.header) {
        if column.shows == Shows::Name {
            head.clone_from(&chart.title);
        }
    }
    table
}

fn cell(shows: &Shows, chart: &Chart, counted: &Counted, longest: Decimal) -> Vec<Run> {
    match shows {
        Shows::Name => counted.name.clone(),
        Shows::Now => vec![number(chart, &counted.now)],
        Shows::LastYear => vec![number(chart, &counted.before)],
        Shows::Bar => vec![bar(counted, longest)],
        _ => Vec::new(),
    }
}

fn bar(counted: &Counted, longest: Decimal) -> Run {
    let part = |value: Decimal, whole: u64| {
        let part = (value * Decimal::from(whole) / longest).ceil().to_u64();
        part.unwrap_or(0).min(whole)
    };
    let of_thousand = |value| u16::try_from(part(value, 1000)).unwrap_or(1000);
    let face = Face::Bar(Bar { now: of_thousand(counted.now.number), before: of_thousand(counted.before.number) });
    let blocks = part(counted.now.number, BLOCKS) as usize;
    let text = if blocks == 0 { " ".to_owned() } else { "#".repeat(blocks) };
    Run { face, ..program(text) }
}

/// What is counted, in its order: sections and months all of them, others the longest first. What has no name in this
/// report is one bar.
fn counted(desk: &Desk<'_>, chart: &Chart) -> Vec<Counted> {
    let now = tally(desk.ledger, desk.scope, &chart.by, &chart.kinds);
    let earlier = desk.scope.year_earlier();
    let before = earlier.map(|scope| tally(desk.ledger, scope, &chart.by, &chart.kinds)).unwrap_or_default();
    let heap = |heaps: &BTreeMap<Shared, Heap>, shared: &Shared| heaps.get(shared).cloned().unwrap_or_default();
    let counted =
        |shared: &Shared| Counted { name: name(desk, shared), now: heap(&now, shared), before: heap(&before, shared) };
    let mut bars: Vec<Counted> = match &chart.by {
        By::Section => sections(desk).iter().map(counted).collect(),
        By::Month => (1..=12).map(Shared::Month).map(|month| counted(&month)).collect(),
        By::Field(field) => {
            let (hidden, named): (Vec<&Shared>, Vec<&Shared>) = now.keys().partition(|one| hides(desk, field, one));
            let nameless = hidden.into_iter().map(counted).reduce(Counted::and);
            let nameless = nameless.map(|bar| Counted { name: vec![program(veil::some(""))], ..bar });
            named.into_iter().map(counted).chain(nameless).collect()
        }
    };
    if let Some(most) = chart.most {
        bars.sort_by_key(|bar| Reverse(bar.now.number));
        bars.truncate(most as usize);
    }
    bars
}

impl Counted {
    /// Both as one; an item that both have stands once.
    fn and(mut self, other: Self) -> Self {
        for (heap, more) in [(&mut self.now, other.now), (&mut self.before, other.before)] {
            heap.number = heap.number.saturating_add(more.number);
            heap.items.extend(more.items);
            heap.items.sort_unstable();
            heap.items.dedup();
        }
        self
    }
}

/// Whether the name of what items share is hidden.
fn hides(desk: &Desk<'_>, field: &FieldId, shared: &Shared) -> bool {
    let specs = desk.template.kinds.iter().filter_map(|kind| kind.field(field));
    let of_field = specs.into_iter().any(|spec| veil::hides(desk, spec.private));
    let entry = if let Shared::Entry(id) = shared { desk.ledger.entry(*id) } else { None };
    of_field || entry.is_some_and(|entry| veil::hides_entry(desk, entry))
}

/// The sections that work is recorded under.
fn sections(desk: &Desk<'_>) -> Vec<Shared> {
    let sections = desk.template.sections.iter().filter(|section| !section.closing);
    sections.map(|section| Shared::Section(section.id.clone())).collect()
}

fn name(desk: &Desk<'_>, shared: &Shared) -> Vec<Run> {
    let runs = |bits: Vec<crate::report::bits::Bit>| {
        bits.into_iter().map(|bit| Run { blank: bit.blank, ..program(bit.text) }).collect()
    };
    match shared {
        Shared::Section(id) => vec![program(desk.template.section(id).map_or(id.as_str(), |section| &section.name))],
        Shared::Month(month) => vec![program(format!("{month}月"))],
        Shared::Words(text) => runs(words(desk, text)),
        Shared::Entry(id) => desk.ledger.entry(*id).map(|entry| runs(entry_words(desk, entry))).unwrap_or_default(),
    }
}
