//! Bars: how many items there are by section, month, outlet; the bar of one year earlier below each.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{program, table};
use crate::document::{Bar, Block, Face, Paragraph, Role, Run, Table};
use crate::model::{Annex, By, Chart, Shows};
use crate::query::{Shared, tally};
use crate::report::desk::Desk;
use crate::report::naming::{entry_words, words};

/// How many blocks the longest bar is where only text is shown.
const BLOCKS: u64 = 20;

/// What a bar counts: its name, now and one year earlier.
struct Counted {
    name: Vec<Run>,
    now: Decimal,
    before: Decimal,
}

/// A table of bars for each chart that has any.
pub(super) fn blocks(desk: &Desk<'_>, annex: &Annex) -> Vec<Block> {
    let mut blocks = Vec::new();
    for chart in &annex.charts {
        let bars = counted(desk, chart);
        let longest = bars.iter().flat_map(|bar| [bar.now, bar.before]).max().unwrap_or_default();
        if longest.is_zero() {
            continue;
        }
        let row = |bar: &Counted| annex.columns.iter().map(|column| cell(&column.shows, bar, longest)).collect();
        if !blocks.is_empty() {
            blocks.push(Block::Paragraph(Paragraph { role: Role::Blank, runs: Vec::new() }));
        }
        blocks.push(Block::Table(headed(annex, chart, bars.iter().map(row).collect())));
    }
    blocks
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

fn cell(shows: &Shows, counted: &Counted, longest: Decimal) -> Vec<Run> {
    match shows {
        Shows::Name => counted.name.clone(),
        Shows::Now => vec![program(counted.now.normalize().to_string())],
        Shows::LastYear => vec![program(counted.before.normalize().to_string())],
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
    let face = Face::Bar(Bar { now: of_thousand(counted.now), before: of_thousand(counted.before) });
    let blocks = part(counted.now, BLOCKS) as usize;
    let text = if blocks == 0 { " ".to_owned() } else { "#".repeat(blocks) };
    Run { face, ..program(text) }
}

/// What is counted, in its order: sections and months all of them, others the longest first.
fn counted(desk: &Desk<'_>, chart: &Chart) -> Vec<Counted> {
    let now = tally(desk.ledger, desk.scope, &chart.by, &chart.kinds);
    let earlier = desk.scope.year_earlier();
    let before = earlier.map(|scope| tally(desk.ledger, scope, &chart.by, &chart.kinds)).unwrap_or_default();
    let count = |tallies: &BTreeMap<Shared, Decimal>, shared: &Shared| tallies.get(shared).copied().unwrap_or_default();
    let counted = |shared: &Shared| Counted {
        name: name(desk, shared),
        now: count(&now, shared),
        before: count(&before, shared),
    };
    let mut bars: Vec<Counted> = match chart.by {
        By::Section => sections(desk).iter().map(counted).collect(),
        By::Month => (1..=12).map(Shared::Month).map(|month| counted(&month)).collect(),
        By::Field(_) => now.keys().map(counted).collect(),
    };
    if let Some(most) = chart.most {
        bars.sort_by_key(|bar| Reverse(bar.now));
        bars.truncate(most as usize);
    }
    bars
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
