//! Punctuation that was typed twice.

use std::sync::Arc;

use super::{Finding, Ground, Group, Place, Severity, Why};
use crate::model::{Common, Item, Passage, Record, Template};
use crate::token::{Part, TokenText};

/// Signs of which one is enough, the weakest first: of several the strongest stays.
const SIGNS: [char; 5] = ['、', '，', '：', '；', '。'];

/// Doubled signs in the titles and wordings of items and in the passages.
pub(super) fn check(ground: &Ground<'_>, _template: &Template, found: &mut Vec<Finding>) {
    found.extend(ground.ledger.items_of(ground.year).filter_map(in_item));
    found.extend(ground.ledger.passages_of(ground.year).filter_map(in_passage));
}

fn in_item(item: &Item) -> Option<Finding> {
    let (title, wording) = (single(&item.card.title), in_text(&item.body.wording));
    let field = if title.is_some() { Common::Title } else { Common::Wording };
    let why = title.as_ref().or(wording.as_ref())?.1.clone();
    let mut mended = item.clone();
    mended.card.title = title.map_or(mended.card.title, |(text, _)| text);
    mended.body.wording = wording.map_or(mended.body.wording, |(text, _)| text);
    Some(mendable(Place::common(item.card.id, field), why, Record::Item(Arc::new(mended))))
}

fn in_passage(passage: &Passage) -> Option<Finding> {
    let mut mended = passage.clone();
    let mut first = None;
    for text in [&mut mended.lead, &mut mended.text, &mut mended.closing] {
        if let Some((single, why)) = in_text(text) {
            *text = single;
            first = first.or(Some(why));
        }
    }
    first.map(|why| mendable(Place::Passage(passage.id.clone()), why, Record::Passage(mended)))
}

fn mendable(place: Place, why: Why, mended: Record) -> Finding {
    let fix = Some(Box::new(mended));
    Finding { fix, ..Finding::new(Group::Words, Severity::Note, place, why) }
}

/// Stored text with each run of signs between its tokens made one, and the first of them.
fn in_text(stored: &str) -> Option<(String, Why)> {
    // Most texts need no closer look.
    single(stored)?;
    let mut mended = String::new();
    let (mut first, mut done) = (None, 0);
    for part in TokenText::parse(stored).all_parts() {
        let Part::Plain(_, range) = part else { continue };
        if let Some((text, why)) = single(&stored[range.clone()]) {
            mended.push_str(&stored[done..range.start]);
            mended.push_str(&text);
            done = range.end;
            first = first.or(Some(why));
        }
    }
    mended.push_str(&stored[done..]);
    first.map(|why| (mended, why))
}

/// The text with each run of signs made one, and the first of them; none: no signs stand together.
fn single(text: &str) -> Option<(String, Why)> {
    let mut mended = String::new();
    let mut first = None;
    let mut rest = text;
    while let Some(at) = rest.find(SIGNS) {
        let run = &rest[at..rest[at..].find(|c| !SIGNS.contains(&c)).map_or(rest.len(), |end| at + end)];
        mended.push_str(&rest[..at]);
        rest = &rest[at + run.len()..];
        let strongest = run.chars().max_by_key(|c| SIGNS.iter().position(|sign| sign == c)).unwrap_or_default();
        mended.push(strongest);
        if run.chars().nth(1).is_some() {
            first = first.or_else(|| Some(Why::Doubled { signs: run.to_owned(), instead: strongest }));
        }
    }
    mended.push_str(rest);
    first.map(|why| (mended, why))
}
