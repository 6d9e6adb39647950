//! 待填清单: every blank of the report, who owes it, where it is filled.

use super::cells::item_text;
use super::program;
use crate::document::{Block, Document, FigureSource, Run, Source};
use crate::id::{EntryId, ItemId};
use crate::model::{Annex, Answers, Shows};
use crate::report::bits::text_of;
use crate::report::desk::Desk;
use crate::report::naming::entry_words;
use crate::report::{OwedBlank, owed_blanks};

/// How many characters stand before and after a blank.
const AROUND: usize = 14;
/// How many units that owe a figure are named.
const NAMED: usize = 3;
/// Signs that the words before a blank do not begin with.
const SIGNS: [char; 6] = ['，', '。', '、', '；', '：', '）'];

/// A row for each blank of the report, in printed order.
pub(super) fn rows(desk: &Desk<'_>, annex: &Annex, report: &Document) -> Vec<Vec<Vec<Run>>> {
    let owed = owed_blanks(desk.ledger, desk.year(), report);
    let row = |(blank, number): (&OwedBlank, usize)| {
        annex.columns.iter().map(|column| cell(desk, report, blank, &column.shows, number)).collect()
    };
    owed.iter().zip(1..).map(row).collect()
}

fn cell(desk: &Desk<'_>, report: &Document, blank: &OwedBlank, shows: &Shows, number: usize) -> Vec<Run> {
    match shows {
        Shows::Number => vec![program(number.to_string())],
        Shows::Around => around(report, blank),
        Shows::Owes => vec![program(owes(desk, blank))],
        Shows::Place => vec![Run::plain(place(desk, &blank.source), blank.source.clone())],
        _ => Vec::new(),
    }
}

/// The blank with the words before and after it.
fn around(report: &Document, blank: &OwedBlank) -> Vec<Run> {
    let Some(Block::Paragraph(paragraph)) = report.blocks.get(blank.block) else { return Vec::new() };
    let joined = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let before = joined(&paragraph.runs[..blank.run]);
    let after = joined(&paragraph.runs[blank.run + 1..]);
    let cut = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let (cut, end) = (&before[cut..], after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at));
    let words = |text: &str| (!text.is_empty()).then(|| program(text));
    let runs = [words(cut.trim_start_matches(SIGNS)), Some(Run::blank(blank.source.clone())), words(&after[..end])];
    runs.into_iter().flatten().collect()
}

fn owes(desk: &Desk<'_>, blank: &OwedBlank) -> String {
    match (blank.answers, &blank.source) {
        (Answers::We, _) => "本单位".into(),
        (Answers::Units, Source::Token { figure: FigureSource::Indicator { id, .. }, .. }) => {
            let owed = desk.figure(id).map(|figure| figure.owed.as_slice()).unwrap_or_default();
            if owed.is_empty() { "各单位".into() } else { units(desk, owed) }
        }
        (Answers::Units, _) => "各单位".into(),
    }
}

fn units(desk: &Desk<'_>, owed: &[EntryId]) -> String {
    let named = names(desk, &owed[..owed.len().min(NAMED)]);
    if owed.len() > NAMED { format!("{named}等{}家", owed.len()) } else { named }
}

fn names(desk: &Desk<'_>, entries: &[EntryId]) -> String {
    let entries = entries.iter().filter_map(|id| desk.ledger.entry(*id));
    entries.map(|entry| text_of(&entry_words(desk, entry))).collect::<Vec<_>>().join("、")
}

/// Where a blank from there is filled.
fn place(desk: &Desk<'_>, source: &Source) -> String {
    match source {
        Source::Item(id) => item(desk, *id, ""),
        Source::Token { name, figure, .. } => match figure {
            FigureSource::Field(id) => item(desk, *id, name),
            FigureSource::Setting(id) => {
                let name = desk.template.setting(id).map_or(id.as_str(), |setting| &setting.name);
                format!("设置：{name}")
            }
            FigureSource::Indicator { id, .. } => format!("数据：{id}"),
            FigureSource::Entries(_) => format!("名录：{name}"),
            FigureSource::Tally(_) | FigureSource::Calendar | FigureSource::Unknown => format!("报告正文：{name}"),
        },
        Source::Passage(..) | Source::Program => "报告正文".into(),
    }
}

fn item(desk: &Desk<'_>, id: ItemId, field: &str) -> String {
    let Some(item) = desk.ledger.items.get(&id) else { return String::new() };
    let named = format!("条目：{}", item_text(desk, item));
    if field.is_empty() { named } else { format!("{named}（{field}）") }
}
