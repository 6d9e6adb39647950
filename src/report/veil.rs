//! The public version: names and chosen figures print as 某. Which, the template says.

use std::borrow::Cow;

use super::bits::Bit;
use super::desk::Desk;
use super::shape::Shape;
use crate::document::{Block, Paragraph, Run};
use crate::model::{Entry, Printed, Variant};
use crate::query::{Listed, Value};

/// What prints in the place of a name.
const SOMEONE: &str = "某";

/// The fewest characters of a name that is looked for in words: a single one is also part of other words.
const SHORTEST: usize = 2;

/// What prints in the place of a name or figure.
pub(super) fn someone() -> Bit {
    Bit::words(SOMEONE)
}

/// Whether something that is marked so is hidden in this report.
pub(super) fn hides(desk: &Desk<'_>, private: bool) -> bool {
    private && *desk.variant == Variant::Public
}

/// Whether the name of an entry is hidden.
pub(super) fn hides_entry(desk: &Desk<'_>, entry: &Entry) -> bool {
    hides(desk, desk.template.register(&entry.register).is_some_and(|register| register.private))
}

/// A list in which the hidden members stand behind the others, as one: of several a second stays behind it, to be cut
/// off, so that the list ends in 等.
pub(super) fn folded<'v>(desk: &Desk<'_>, value: &'v Value, shape: Shape) -> (Cow<'v, Value>, Shape) {
    let is_hidden = |one: &&Listed| {
        let entry = one.entry.and_then(|id| desk.ledger.entry(id));
        entry.is_some_and(|entry| hides_entry(desk, entry))
    };
    let Value::List(list) = value else { return (Cow::Borrowed(value), shape) };
    let (hidden, named): (Vec<&Listed>, Vec<&Listed>) = list.iter().partition(is_hidden);
    if hidden.len() < 2 {
        return (Cow::Borrowed(value), shape);
    }
    let shown = u16::try_from(named.len() + 1).unwrap_or(u16::MAX);
    let folded = named.into_iter().chain(hidden.into_iter().take(2)).cloned().collect();
    let first = Some(shape.first.map_or(shown, |first| first.min(shown)));
    (Cow::Owned(Value::List(folded)), Shape { first, ..shape })
}

/// The blocks without the names that were typed into words.
pub(super) fn veiled(desk: &Desk<'_>, mut blocks: Vec<Block>) -> Vec<Block> {
    let names = names(desk);
    if names.is_empty() {
        return blocks;
    }
    for block in &mut blocks {
        let Block::Paragraph(Paragraph { runs, .. }) = block else { continue };
        for Run { text, .. } in runs.iter_mut().filter(|run| !run.blank) {
            for name in &names {
                if text.contains(name) {
                    *text = text.replace(name, SOMEONE);
                }
            }
        }
    }
    blocks
}

/// All that hidden entries are called, the longest first.
fn names<'a>(desk: &Desk<'a>) -> Vec<&'a str> {
    let ledger = desk.ledger;
    let hidden = ledger.entries.values().filter(|entry| hides_entry(desk, entry));
    let called = hidden.flat_map(|entry| {
        let printed = entry.printed.iter().filter_map(|printed| match printed {
            Printed::As(text) if !text.contains('{') => Some(text),
            Printed::As(_) | Printed::Open => None,
        });
        std::iter::once(&entry.label).chain(&entry.aliases).chain(printed)
    });
    let mut names: Vec<&str> = called.map(String::as_str).filter(|name| name.chars().count() >= SHORTEST).collect();
    names.sort_by_key(|name| (std::cmp::Reverse(name.len()), *name));
    names.dedup();
    names
}
