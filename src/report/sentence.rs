//! Sentences of items: the kind's or the item's own, each closed by one full stop.

use chrono::NaiveDate;

use super::desk::Desk;
use super::weave::{Stand, weave};
use crate::document::{Run, Source};
use crate::model::{Body, Card, Fields, Item, Ledger, Variant};

/// The sentence of an item whose kind has none, or one that names nothing of what is filled in.
const PLAIN: &str = "{日期}，{标题}。";
/// Signs that end a sentence.
const ENDS: [char; 4] = ['。', '！', '？', '…'];
/// Signs that may stand after an end.
const CLOSERS: [char; 4] = ['”', '’', '）', '」'];
/// Signs that something follows.
const PAUSES: [char; 2] = ['；', '：'];
/// Signs that cannot stand before an end.
const IDLE: [char; 7] = ['，', '、', '；', '：', ' ', '\u{3000}', '\n'];

/// The sentence of an item.
pub(super) fn sentence(desk: &Desk<'_>, item: &Item) -> Vec<Run> {
    let own = item.body.wording.trim();
    let kind = desk.template.kind(&item.card.kind).map(|kind| kind.sentence.as_str());
    let stored = if own.is_empty() { kind.filter(|text| !text.is_empty()).unwrap_or(PLAIN) } else { own };
    let woven = [stored, PLAIN].into_iter().map(|stored| weave(desk, Stand::Item(item), stored));
    let said = woven.map(|runs| closed(runs, &Source::Item(item.card.id))).find(|runs| !runs.is_empty());
    said.unwrap_or_default()
}

/// The sentence of an item as plain text, blanks as `**`; empty when the ledger lacks the item's year.
pub fn sentence_text(ledger: &Ledger, item: &Item, as_of: NaiveDate) -> String {
    let desk = Desk::new(ledger, item.card.year, &Variant::Whole, as_of);
    desk.map(|desk| sentence(&desk, item).iter().map(|run| run.text.as_str()).collect()).unwrap_or_default()
}

/// The words typed for a sentence, with the full stop that they lack.
pub fn full_stop(mut words: String) -> String {
    if !words.ends_with(ENDS) && !words.ends_with(CLOSERS) && !words.ends_with(PAUSES) {
        words.push('。');
    }
    words
}

/// The first of some words, up to the end of a sentence or clause; it is what they can be called.
pub fn first_sentence(words: &str) -> &str {
    let is_end = |sign: char| ENDS.contains(&sign) || PAUSES.contains(&sign) || sign == '\n';
    words.split(is_end).map(str::trim).find(|part| !part.is_empty()).unwrap_or_default()
}

/// The runs, ended by exactly one full stop (or what else ends a sentence).
pub(super) fn closed(mut runs: Vec<Run>, source: &Source) -> Vec<Run> {
    while runs.last_mut().is_some_and(|run| !run.blank && without_tail(run)) {
        runs.pop();
    }
    let Some(last) = runs.last() else { return runs };
    let bare = last.text.trim_end_matches(CLOSERS);
    if last.blank || !bare.ends_with(ENDS) {
        runs.push(Run::plain("。", source.clone()));
    }
    runs
}

/// Drops idle signs and doubled stops from the end of a run; says whether nothing is left.
fn without_tail(run: &mut Run) -> bool {
    let kept = run.text.trim_end_matches(IDLE);
    let stops = kept.trim_end_matches('。');
    let text = if stops.len() < kept.len() {
        let stops = stops.trim_end_matches(IDLE);
        if stops.is_empty() { String::new() } else { format!("{stops}。") }
    } else {
        kept.to_owned()
    };
    run.text = text;
    run.text.is_empty()
}

/// Weaves the sentence of every kind once, on an item that says nothing, so that its faults are known.
pub(super) fn try_kinds(desk: &Desk<'_>) {
    let known = desk.ledger.items_of(desk.year()).next();
    let Some(known) = known else { return };
    for kind in &desk.template.kinds {
        let card = Card { kind: kind.id.clone(), fields: Fields::new(), ..known.card.clone() };
        let body = Body { wording: String::new(), ..known.body.clone() };
        weave(desk, Stand::Item(&Item { card, body }), &kind.sentence);
    }
}
