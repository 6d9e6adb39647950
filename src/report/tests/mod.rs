//! The rules from records to report, each as a test.

mod annexes;
mod any_item;
mod figures;
mod live;
mod outline;
mod passages;
mod sentences;
mod variants;

use crate::document::{Block, Document, Role};
use crate::id::EntryId;
use crate::model::Variant;
use crate::model::{FieldValue, InReport, Item, SettingValue};
use crate::query::bench::{Bench, day, year};
use crate::report::compose;

fn composed(bench: &Bench) -> Document {
    compose(&bench.ledger, year(2022), &Variant::Whole, day(2022, 12, 31))
}

/// The paragraphs without the date.
fn lines(bench: &Bench) -> Vec<String> {
    let document = composed(bench);
    let texts = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) if !matches!(paragraph.role, Role::Date { .. }) => Some(paragraph.text()),
        _ => None,
    });
    texts.collect()
}

fn set(item: &mut Item, field: &str, value: FieldValue) {
    item.card.fields.insert(field.parse().expect("an id"), value);
}

fn setting(bench: &mut Bench, id: &str, value: &str) {
    bench.ledger.settings.insert(id.parse().expect("an id"), SettingValue(value.into()));
}

/// What a passage with this text prints.
fn printed(bench: &mut Bench, text: &str) -> String {
    bench.ledger.passages.clear();
    bench.passage("1", None, |passage| passage.text = text.into());
    lines(bench).join("\n")
}

/// The sentence of an item of matter 1.1 that is worded so.
fn worded(bench: &mut Bench, wording: &str, change: impl FnOnce(&mut Item)) -> String {
    bench.ledger.passages.clear();
    bench.ledger.items.clear();
    bench.passage("1", None, |_| {});
    bench.add("甲", day(2022, 3, 25), |item| {
        item.card.in_report = InReport::Sentence;
        item.body.wording = wording.into();
        change(item);
    });
    lines(bench).concat()
}

fn outlet(bench: &mut Bench) -> EntryId {
    bench.entry("outlets", "新华网", &[])
}
