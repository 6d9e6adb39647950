//! The words of names: settings, the calendar, entries, and values with blanks typed into them and settings named in
//! them.

use super::bits::{Bit, cut_at_blanks, joined};
use super::desk::Desk;
use crate::document::FigureSource;
use crate::model::{Entry, Given, Printed, Setting, When};
use crate::token::{Part, TokenText};

/// What a setting or the calendar says to a name.
pub(super) fn office_words(desk: &Desk<'_>, name: &str) -> Option<(Vec<Bit>, FigureSource)> {
    let named = |setting: &&Setting| setting.id.as_str() == name || setting.name == name;
    match desk.template.settings.iter().find(named) {
        Some(setting) => Some((setting_words(desk, setting), FigureSource::Setting(setting.id.clone()))),
        None => Given::called(name).map(|given| (vec![Bit::words(given_text(desk, given))], FigureSource::Calendar)),
    }
}

/// The words of a text value: blanks typed by hand are blanks, settings named in it are put in.
pub(super) fn words(desk: &Desk<'_>, text: &str) -> Vec<Bit> {
    if !text.contains('{') {
        return cut_at_blanks(text);
    }
    let parsed = TokenText::parse(text);
    joined(parsed.parts.iter().flat_map(|part| part_words(desk, text, part)).collect())
}

/// The printed name of an entry.
pub(super) fn entry_words(desk: &Desk<'_>, entry: &Entry) -> Vec<Bit> {
    match &entry.printed {
        None => words(desk, &entry.label),
        Some(Printed::As(text)) => words(desk, text),
        Some(Printed::Open) => vec![Bit::blank()],
    }
}

/// A setting's value, ended as it should be; unset, a blank and its ending.
fn setting_words(desk: &Desk<'_>, setting: &Setting) -> Vec<Bit> {
    let value = desk.ledger.settings.get(&setting.id).map(|value| value.0.as_str());
    let first = setting.endings.first().map(String::as_str).unwrap_or_default();
    joined(match value.or(setting.default.as_deref()) {
        None => vec![Bit::blank(), Bit::words(first)],
        Some(value) if setting.endings.iter().any(|ending| value.ends_with(ending)) => cut_at_blanks(value),
        Some(value) => cut_at_blanks(&format!("{value}{first}")),
    })
}

fn given_text(desk: &Desk<'_>, given: Given) -> String {
    let year = desk.year().number();
    match given {
        Given::Year => year.to_string(),
        Given::YearBefore => (year - 1).to_string(),
        Given::YearAfter => (year + 1).to_string(),
        Given::AsOf => When::day(desk.scope.to).print(desk.year()),
    }
}

/// The words of a part of a value; what names no setting prints as it stands.
fn part_words(desk: &Desk<'_>, stored: &str, part: &Part) -> Vec<Bit> {
    match part {
        Part::Plain(words, _) => cut_at_blanks(words),
        Part::Token(token) => match office_words(desk, &token.name) {
            Some((bits, _)) => bits,
            None => vec![Bit::words(&stored[token.span.clone()])],
        },
        Part::Group(parts) => parts.iter().flat_map(|part| part_words(desk, stored, part)).collect(),
        Part::Wrong(wrong) => vec![Bit::words(&wrong.stored)],
    }
}
