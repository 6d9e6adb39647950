//! Checking the tokens of passages, printed names and sentences.

use super::error::{Fault, Sort};
use super::known::Known;
use super::page::Text;
use crate::model::{Common, FieldType, Kind};
use crate::text::nearest;
use crate::token::{Format, Token, TokenText};

/// Checks a text that stands for itself: its tokens take settings, indicators, registers and what the calendar gives.
pub(super) fn check_passage(text: Text<'_>, known: &Known<'_>) {
    check(text, None, known);
}

/// Checks the sentence of an item of `kind`: its tokens take the item's fields first.
pub(super) fn check_sentence(text: Text<'_>, kind: &Kind, known: &Known<'_>) {
    check(text, Some(kind), known);
}

/// Checks the text of a column that shows items of several kinds: each token is of some of them, or of the office.
pub(super) fn check_column(text: Text<'_>, kinds: &[&Kind], known: &Known<'_>) {
    let parsed = TokenText::parse(text.value);
    for wrong in parsed.errors() {
        known.faults.add(text.spot_at(wrong.span.start), &wrong.stored, Fault::Token(wrong.error.clone()));
    }
    for token in parsed.tokens() {
        let taker = kinds.iter().copied().find(|kind| takes_number(&token.name, Some(kind), known).is_some());
        check_token(token, text, taker.or(kinds.first().copied()), known);
    }
}

/// Checks a format as it stands in a token behind the name.
pub(super) fn check_format(text: Text<'_>, known: &Known<'_>) {
    if text.value.is_empty() {
        return;
    }
    for wrong in TokenText::parse(&format!("{{x|{}}}", text.value)).errors() {
        known.faults.add_text(text, Fault::Token(wrong.error.clone()));
    }
}

fn check(text: Text<'_>, kind: Option<&Kind>, known: &Known<'_>) {
    let parsed = TokenText::parse(text.value);
    for wrong in parsed.errors() {
        known.faults.add(text.spot_at(wrong.span.start), &wrong.stored, Fault::Token(wrong.error.clone()));
    }
    for token in parsed.tokens() {
        check_token(token, text, kind, known);
    }
}

fn check_token(token: &Token, text: Text<'_>, kind: Option<&Kind>, known: &Known<'_>) {
    let Some(takes_number) = takes_number(&token.name, kind, known) else {
        let own = kind.into_iter().flat_map(|kind| kind.fields.iter().map(|field| field.name.as_str()));
        let common = kind.into_iter().flat_map(|_| Common::ALL.map(Common::name));
        let near = nearest(&token.name, own.chain(common).chain(known.tokens())).map(str::to_owned);
        known.faults.add(text.spot_at(token.span.start), &token.name, Fault::Unknown(Sort::Token, near));
        return;
    };
    let misfit = token.formats.iter().find(|format| !takes_number && is_for_numbers(**format));
    if let Some(format) = misfit {
        known.faults.add(text.spot_at(token.span.start), format.to_string(), Fault::Format);
    }
}

/// Whether what the name takes may be a number; none: nothing has that name.
fn takes_number(name: &str, kind: Option<&Kind>, known: &Known<'_>) -> Option<bool> {
    if let Some(kind) = kind {
        if let Some(field) = kind.field_named(name) {
            return Some(matches!(field.holds, FieldType::Amount { .. }));
        }
        if let Some(common) = Common::called(name) {
            return Some(common == Common::Count);
        }
    }
    known.is_token(name).then(|| !known.settings.has(name))
}

/// Whether a format says how a number prints; 去年 and 同比 ask for another number.
const fn is_for_numbers(format: Format) -> bool {
    match format {
        Format::Han
        | Format::Ordinal
        | Format::Wan
        | Format::Yi
        | Format::About
        | Format::Over
        | Format::Near
        | Format::Percent
        | Format::Decimals(_)
        | Format::Unit
        | Format::LastYear
        | Format::YearOnYear
        | Format::Ratio => true,
        Format::List | Format::Titles | Format::Each | Format::Weekday | Format::First(_) => false,
    }
}
