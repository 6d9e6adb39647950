//! Verbs that change items: add, edit, rm, undo, redo.

use chrono::Datelike;
use clap::ArgMatches;

use crate::cli::args::{value, values};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{note, say};
use crate::entry;
use crate::lang::Lang;
use crate::model::{Card, InReport, Item, Matter};
use crate::session::Session;

/// `add`: records an item and prints its id.
pub fn add(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let mut session = context.open()?;
    let mut item = session.blank_item(matter(matches, &session, lang)?);
    let title = value(matches, "title").unwrap_or_default();
    if title.trim().is_empty() {
        return Err(CliError::Usage(lang.cli_title_missing().into(), lang.cli_title_hint().into()));
    }
    let mut typed = vec![("title", title)];
    typed.extend(value(matches, "date").map(|date| ("when", date)));
    typed.extend(value(matches, "wording").map(|wording| ("wording", wording)));
    typed.extend(assignments(matches, lang)?);
    fill(&mut item, &typed, &session)?;
    demand_required(&item, &session, lang)?;
    let card = item.card.clone();
    session.apply(&session.add(item))?;
    note_year(&card, lang);
    say(&card.id.to_string(), lang)
}

/// Tells of a date that lies outside the item's year.
fn note_year(card: &Card, lang: Lang) {
    if card.when.start().year() != card.year.number() {
        note(&lang.cli_outside_year(&card.when.print(card.year), &card.year.to_string()), lang);
    }
}

/// `edit`: changes fields of an item.
pub fn edit(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let mut session = context.open()?;
    let typed = assignments(matches, lang)?;
    if typed.is_empty() {
        return Err(CliError::Usage(lang.cli_nothing_to_edit().into(), lang.cli_assignment_hint().into()));
    }
    let mut item = session.item(value(matches, "id").unwrap_or_default())?.clone();
    fill(&mut item, &typed, &session)?;
    demand_required(&item, &session, lang)?;
    let card = item.card.clone();
    session.apply(&session.edit(item)?)?;
    note_year(&card, lang);
    say(&lang.cli_edited(&card.title), lang)
}

/// `rm`: puts an item into the bin.
pub fn rm(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let mut session = context.open()?;
    let card = &session.item(value(matches, "id").unwrap_or_default())?.card;
    let (id, title) = (card.id, card.title.clone());
    session.apply(&session.bin(id)?)?;
    say(&context.lang.cli_binned(&title), context.lang)
}

/// `undo`: takes the last change back.
pub fn undo(context: &Context) -> Result<(), CliError> {
    let (act, _) = context.open()?.undo()?;
    say(&context.lang.cli_undone(&act.text(context.lang)), context.lang)
}

/// `redo`: takes the last undo back.
pub fn redo(context: &Context) -> Result<(), CliError> {
    let (act, _) = context.open()?.redo()?;
    say(&context.lang.cli_redone(&act.text(context.lang)), context.lang)
}

fn fill(item: &mut Item, typed: &[(&str, &str)], session: &Session) -> Result<(), CliError> {
    for (field, text) in typed {
        entry::set(item, field, text, session.desk_of(item))?;
    }
    Ok(())
}

fn demand_required(item: &Item, session: &Session, lang: Lang) -> Result<(), CliError> {
    let missing = session.missing_fields(item);
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|spec| spec.name.as_str()).collect();
    Err(CliError::Usage(lang.cli_required(&names.join(" ")), lang.cli_required_hint().into()))
}

/// The matter that `--matter` names; with `--kind`, the first of that kind whose items count.
fn matter<'a>(matches: &ArgMatches, session: &'a Session, lang: Lang) -> Result<&'a Matter, CliError> {
    let template = session.template();
    if let Some(text) = value(matches, "matter") {
        return template.matter_named(text).ok_or_else(|| no_matter(text, session, lang));
    }
    let Some(text) = value(matches, "kind") else {
        return Err(CliError::Usage(lang.cli_missing_argument("--matter"), lang.cli_which_matter().into()));
    };
    let kind = template.kind_named(text).ok_or_else(|| no_kind(text, session, lang))?;
    let bare = || CliError::Usage(lang.cli_kind_without_matter(text), lang.cli_which_matter().into());
    let mut same = template.matters.iter().filter(|matter| matter.kind == kind.id);
    let counted = same.clone().find(|matter| matter.in_report != InReport::Ignored);
    counted.or_else(|| same.next()).ok_or_else(bare)
}

/// Says that no matter is called so, and which are.
pub fn no_matter(text: &str, session: &Session, lang: Lang) -> CliError {
    let known: Vec<String> = session.template().matters.iter().map(|one| format!("{} {}", one.id, one.name)).collect();
    CliError::Usage(lang.cli_no_matter(text), lang.cli_known(&known.join("; ")))
}

/// Says that no kind is called so, and which are.
pub fn no_kind(text: &str, session: &Session, lang: Lang) -> CliError {
    let known: Vec<&str> = session.template().kinds.iter().map(|kind| kind.name.as_str()).collect();
    CliError::Usage(lang.cli_no_kind(text), lang.cli_known(&known.join("; ")))
}

/// The pairs of `--set`.
fn assignments(matches: &ArgMatches, lang: Lang) -> Result<Vec<(&str, &str)>, CliError> {
    values(matches, "set").into_iter().map(|pair| split_pair(pair, lang)).collect()
}

/// Splits `name=value` at its first equals sign, full-width ones included.
pub fn split_pair(pair: &str, lang: Lang) -> Result<(&str, &str), CliError> {
    let split = pair.split_once(['=', '＝']).map(|(name, value)| (name.trim(), value));
    let wrong = || CliError::Usage(lang.cli_bad_assignment(pair), lang.cli_assignment_hint().into());
    split.filter(|(name, _)| !name.is_empty()).ok_or_else(wrong)
}
