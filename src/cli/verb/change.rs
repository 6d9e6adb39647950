//! Verbs that change items: add, edit, rm, unbin, undo, redo.

use chrono::Datelike;
use clap::ArgMatches;

use crate::cli::args::{value, values};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{note, say, say_all};
use crate::entry;
use crate::id::ItemId;
use crate::lang::Lang;
use crate::model::{Card, Item, Matter};
use crate::session::{Session, matter_of};

/// The field of an item's date.
const WHEN: &str = "when";

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
    typed.extend(value(matches, "date").map(|date| (WHEN, date)));
    typed.extend(value(matches, "wording").map(|wording| ("wording", wording)));
    typed.extend(assignments(matches, "set", lang)?);
    fill(&mut item, &typed, &session)?;
    demand_required(&item, &session, lang)?;
    demand_date(&item, &typed, &session, lang)?;
    let card = item.card.clone();
    session.apply(&session.add(item))?;
    note_year(&card, lang);
    note_faults(&card, &session, lang);
    say(&card.id.to_string(), lang)
}

/// Tells of a date that lies outside the item's year.
fn note_year(card: &Card, lang: Lang) {
    if card.when.start().year() != card.year.number() {
        note(&lang.cli_outside_year(&card.when.print(card.year), &card.year.to_string()), lang);
    }
}

/// Tells what is wrong with the tokens of the item's own wording.
fn note_faults(card: &Card, session: &Session, lang: Lang) {
    for fault in session.wording_faults(card.id) {
        let near = fault.nearest.map(|near| lang.cli_nearest(&near)).unwrap_or_default();
        note(&lang.cli_wrong_token(&fault.what.text(&fault.token, lang), &near), lang);
    }
}

/// Demands a date where today says none that lies in the ledger's year.
fn demand_date(item: &Item, typed: &[(&str, &str)], session: &Session, lang: Lang) -> Result<(), CliError> {
    let desk = session.desk_of(item);
    let is_date = |name: &str| entry::field(item, name, desk).is_ok_and(|field| field.id() == WHEN);
    if session.today().year() == item.card.year.number() || typed.iter().any(|(name, _)| is_date(name)) {
        return Ok(());
    }
    let (today, year) = (session.today().to_string(), item.card.year.to_string());
    Err(CliError::Usage(lang.cli_date_missing(&today, &year), lang.cli_date_hint().into()))
}

/// `edit`: changes fields of items, all of them in one change.
pub fn edit(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let mut session = context.open()?;
    let typed = assignments(matches, "set", lang)?;
    if typed.is_empty() {
        return Err(CliError::Usage(lang.cli_nothing_to_edit().into(), lang.cli_assignment_hint().into()));
    }
    let mut items = named(matches, &session)?;
    for item in &mut items {
        fill(item, &typed, &session)?;
        demand_required(item, &session, lang)?;
    }
    let cards: Vec<Card> = items.iter().map(|item| item.card.clone()).collect();
    session.apply(&session.edit_all(items)?)?;
    for card in &cards {
        note_year(card, lang);
        note_faults(card, &session, lang);
    }
    say_all(cards.iter().map(|card| lang.cli_edited(&card.title)), lang)
}

/// `rm`: puts items into the bin.
pub fn rm(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let mut session = context.open()?;
    let items = named(matches, &session)?;
    session.apply(&session.bin_all(&ids(&items))?)?;
    say_all(items.iter().map(|item| context.lang.cli_binned(&item.card.title)), context.lang)
}

/// `unbin`: takes items out of the bin.
pub fn unbin(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let mut session = context.open()?;
    let items = named(matches, &session)?;
    session.apply(&session.restore_all(&ids(&items))?)?;
    say_all(items.iter().map(|item| context.lang.cli_unbinned(&item.card.title)), context.lang)
}

/// The items that the command line names, each once.
fn named(matches: &ArgMatches, session: &Session) -> Result<Vec<Item>, CliError> {
    let mut items: Vec<Item> = Vec::new();
    for text in values(matches, "id") {
        let item = session.item(text)?;
        if !items.iter().any(|one| one.card.id == item.card.id) {
            items.push(item.clone());
        }
    }
    Ok(items)
}

fn ids(items: &[Item]) -> Vec<ItemId> {
    items.iter().map(|item| item.card.id).collect()
}

/// `undo`: takes the last change back.
pub fn undo(context: &Context) -> Result<(), CliError> {
    let (act, _) = context.any_year().open()?.undo()?;
    say(&context.lang.cli_undone(&act.text(context.lang)), context.lang)
}

/// `redo`: takes the last undo back.
pub fn redo(context: &Context) -> Result<(), CliError> {
    let (act, _) = context.any_year().open()?.redo()?;
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
    matter_of(template, &kind.id).ok_or_else(bare)
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

/// The pairs of an option such as `--set`.
pub fn assignments<'a>(matches: &'a ArgMatches, option: &str, lang: Lang) -> Result<Vec<(&'a str, &'a str)>, CliError> {
    values(matches, option).into_iter().map(|pair| split_pair(pair, lang)).collect()
}

/// Splits `name=value` at its first equals sign, full-width ones included.
pub fn split_pair(pair: &str, lang: Lang) -> Result<(&str, &str), CliError> {
    let wrong = |what| CliError::Usage(what, lang.cli_assignment_hint().into());
    let (name, value) = pair.split_once(['=', '＝']).ok_or_else(|| wrong(lang.cli_bad_assignment(pair)))?;
    let name = name.trim();
    if name.is_empty() { Err(wrong(lang.cli_nameless(pair))) } else { Ok((name, value)) }
}
