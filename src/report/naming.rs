//! The words of names: settings, the calendar, entries, and values with blanks typed into them and settings named in
//! them.

use super::bits::{Bit, cut_at_blanks, joined, text_of};
use super::calendar::calendar_words;
use super::desk::Desk;
use super::veil;
use crate::document::FigureSource;
use crate::model::{Entry, Given, Ledger, Printed, Setting, Year};
use crate::token::{Part, TokenText};

/// How many settings may stand in each other's values; one that names itself is a blank.
const DEPTH: usize = 4;

/// What a setting prints in a year: its value, else its default with the settings named in it put in; none: it is open.
pub fn setting_text(ledger: &Ledger, year: Year, id: &str) -> Option<String> {
    let desk = Desk::whole(ledger, year)?;
    let setting = desk.template.settings.iter().find(|setting| setting.id.as_str() == id)?;
    let stored = stored(&desk, setting)?;
    Some(if stored.contains('{') { text_of(&filled(&desk, stored, DEPTH)) } else { stored.to_owned() })
}

/// What a setting or the calendar says to a name.
pub(super) fn office_words(desk: &Desk<'_>, name: &str) -> Option<(Vec<Bit>, FigureSource)> {
    office_words_within(desk, name, DEPTH)
}

/// The same, through at most `depth` settings.
fn office_words_within(desk: &Desk<'_>, name: &str, depth: usize) -> Option<(Vec<Bit>, FigureSource)> {
    let named = |setting: &&Setting| setting.id.as_str() == name || setting.name == name;
    if let Some(setting) = desk.template.settings.iter().find(named) {
        return Some((setting_words(desk, setting, depth), FigureSource::Setting(setting.id.clone())));
    }
    let words = calendar_words(desk, Given::called(name)?)?;
    Some((vec![Bit::words(words)], FigureSource::Calendar))
}

/// The words of a text value: blanks typed by hand are blanks, settings named in it are put in.
pub(super) fn words(desk: &Desk<'_>, text: &str) -> Vec<Bit> {
    filled(desk, text, DEPTH)
}

fn filled(desk: &Desk<'_>, text: &str, depth: usize) -> Vec<Bit> {
    if !text.contains('{') {
        return cut_at_blanks(text);
    }
    let parsed = TokenText::parse(text);
    joined(parsed.parts.iter().flat_map(|part| part_words(desk, text, part, depth)).collect())
}

/// The printed name of an entry.
pub(super) fn entry_words(desk: &Desk<'_>, entry: &Entry) -> Vec<Bit> {
    if veil::hides_entry(desk, entry) {
        return vec![veil::someone()];
    }
    match &entry.printed {
        None => words(desk, &entry.label),
        Some(Printed::As(text)) => words(desk, text),
        Some(Printed::Open) => vec![Bit::blank()],
    }
}

/// What a hidden setting says, where that can be told, and what the public reads instead.
pub(super) fn veiled_setting(desk: &Desk<'_>, setting: &Setting) -> Option<(String, String)> {
    stored(desk, setting)?;
    Some((text_of(&said_words(desk, setting, DEPTH)), text_of(&hidden_words(desk, setting, DEPTH))))
}

/// A setting's value; hidden, what the public reads instead.
fn setting_words(desk: &Desk<'_>, setting: &Setting, depth: usize) -> Vec<Bit> {
    let words = if veil::hides(desk, setting.private) { hidden_words } else { said_words };
    words(desk, setting, depth)
}

/// 某 with the setting's ending: 某区; what is made of other settings stays so: 某区委宣传部.
fn hidden_words(desk: &Desk<'_>, setting: &Setting, depth: usize) -> Vec<Bit> {
    if let Some(made) = setting.default.as_deref().filter(|text| depth > 0 && text.contains('{')) {
        return filled(desk, made, depth - 1);
    }
    let said = stored(desk, setting).unwrap_or_default();
    let ending = setting.endings.iter().find(|ending| said.ends_with(*ending)).or(setting.endings.first());
    joined(vec![veil::someone(), Bit::words(ending.map(String::as_str).unwrap_or_default())])
}

/// A setting's value, ended as it should be; unset, a blank and its ending.
fn said_words(desk: &Desk<'_>, setting: &Setting, depth: usize) -> Vec<Bit> {
    let first = setting.endings.first().map(String::as_str).unwrap_or_default();
    let Some(value) = stored(desk, setting).filter(|_| depth > 0) else {
        return joined(vec![Bit::blank(), Bit::words(first)]);
    };
    let mut bits = filled(desk, value, depth - 1);
    if !setting.endings.iter().any(|ending| text_of(&bits).ends_with(ending)) {
        bits.push(Bit::words(first));
    }
    joined(bits)
}

/// What a setting is set to, or its default.
fn stored<'a>(desk: &Desk<'a>, setting: &'a Setting) -> Option<&'a str> {
    let value = desk.ledger.settings.get(&setting.id).map(|value| value.0.as_str());
    value.or(setting.default.as_deref())
}

/// The words of a part of a value; what names no setting prints as it stands.
fn part_words(desk: &Desk<'_>, stored: &str, part: &Part, depth: usize) -> Vec<Bit> {
    match part {
        Part::Plain(words, _) => cut_at_blanks(words),
        Part::Token(token) => match office_words_within(desk, &token.name, depth) {
            Some((bits, _)) => bits,
            None => vec![Bit::words(&stored[token.span.clone()])],
        },
        Part::Group(parts) => parts.iter().flat_map(|part| part_words(desk, stored, part, depth)).collect(),
        Part::Wrong(wrong) => vec![Bit::words(&wrong.stored)],
    }
}
