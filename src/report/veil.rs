//! The public version: names and chosen figures print as 某. Which, the template says.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::bits::Bit;
use super::desk::Desk;
use super::naming::veiled_setting;
use super::shape::Shape;
use crate::document::{Block, Paragraph, Run};
use crate::model::{Entry, FieldType, Printed, Template, Variant};
use crate::query::{Listed, Value};

/// What prints in the place of a name.
const SOMEONE: &str = "某";

/// The fewest characters of a name that is looked for in words: a single one is also part of other words.
const SHORTEST: usize = 2;

/// What prints in the place of a figure of this unit.
pub(super) fn some(unit: &str) -> String {
    format!("{SOMEONE}{unit}")
}

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

/// The blocks without the names that were typed into words; also those of tables, and what pictures are called.
pub(super) fn veiled(desk: &Desk<'_>, mut blocks: Vec<Block>) -> Vec<Block> {
    let veil = Veil::of(desk);
    if veil.names.is_empty() {
        return blocks;
    }
    for block in &mut blocks {
        match block {
            Block::Paragraph(Paragraph { runs, .. }) => veil.cover(runs),
            Block::Table(table) => table.rows.iter_mut().flatten().for_each(|runs| veil.cover(runs)),
            Block::Picture(picture) => veil.cover_text(&mut picture.name),
            Block::Part(_) => {}
        }
    }
    blocks
}

/// A text without the names in it.
pub(super) fn veiled_text(desk: &Desk<'_>, mut text: String) -> String {
    Veil::of(desk).cover_text(&mut text);
    text
}

/// What is not said in words, and what stands there instead; the longest first.
struct Veil {
    names: Vec<(String, String)>,
}

impl Veil {
    /// All that hidden entries are called, and what hidden settings print.
    fn of(desk: &Desk<'_>) -> Self {
        let hidden = desk.ledger.entries.values().filter(|entry| hides_entry(desk, entry));
        let entries = hidden.flat_map(called).map(|name| (name.to_owned(), SOMEONE.to_owned()));
        let settings = desk.template.settings.iter().filter(|setting| hides(desk, setting.private));
        let settings = settings.filter_map(|setting| veiled_setting(desk, setting));
        let common = common_words(desk.template);
        let is_looked_for = |(name, instead): &(String, String)| {
            name.chars().count() >= SHORTEST && name != instead && !common.contains(name.as_str())
        };
        let mut names: Vec<(String, String)> = entries.chain(settings).filter(is_looked_for).collect();
        names.sort_by(|(one, _), (other, _)| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        names.dedup();
        Self { names }
    }

    fn cover(&self, runs: &mut [Run]) {
        runs.iter_mut().filter(|run| !run.blank).for_each(|run| self.cover_text(&mut run.text));
    }

    fn cover_text(&self, text: &mut String) {
        for (name, instead) in &self.names {
            if text.contains(name) {
                // What stands there instead may have the name in it: 某区委 for 区委, and never 某某区委.
                let parts = text.split(instead.as_str()).map(|part| part.replace(name, instead));
                *text = parts.collect::<Vec<_>>().join(instead);
            }
        }
    }
}

/// The words that the template sorts by: a name that is one of them, 电视台, is said of many and names nobody.
fn common_words(template: &Template) -> BTreeSet<&str> {
    let of_kinds = template.kinds.iter().flat_map(|kind| &kind.fields);
    let fields = of_kinds.chain(template.registers.iter().flat_map(|register| &register.fields));
    let choices = fields.filter(|field| !field.private).filter_map(|field| match &field.holds {
        FieldType::Choice { choices } => Some(choices),
        _ => None,
    });
    choices.flatten().map(|choice| choice.name.as_str()).collect()
}

/// All that an entry is called.
fn called(entry: &Entry) -> impl Iterator<Item = &str> {
    let printed = entry.printed.iter().filter_map(|printed| match printed {
        Printed::As(text) if !text.contains('{') => Some(text),
        Printed::As(_) | Printed::Open => None,
    });
    std::iter::once(&entry.label).chain(&entry.aliases).chain(printed).map(String::as_str)
}
