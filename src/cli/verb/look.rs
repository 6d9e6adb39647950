//! Verbs that only look: list, show, status, figures, history.

use std::collections::BTreeSet;

use clap::ArgMatches;
use serde_json::json;

use super::change::{no_kind, no_matter};
use crate::board::{Board, SectionRow};
use crate::cli::args::{value, values};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::json;
use crate::cli::output::{say, say_all};
use crate::entry;
use crate::lang::Lang;
use crate::model::RecordKey;
use crate::query::{self, Filter};
use crate::session::Session;
use crate::store::{Logged, Seq};

/// `list`: items of a section, matter or kind, or that a query finds.
pub fn list(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let session = context.read_only()?;
    let filter = filter(matches, &session, context.lang)?;
    let found = query::select(session.ledger(), session.year(), &filter);
    if matches.get_flag("json") {
        return say_all(found.into_iter().map(|item| json::line(item, &session).to_string()), context.lang);
    }
    let row = |item: &crate::model::Item| {
        let card = &item.card;
        format!("{}  {:<5} {}  {}", card.id, card.matter.as_str(), card.when.print(card.year), card.title)
    };
    say_all(found.into_iter().map(row), context.lang)
}

fn filter(matches: &ArgMatches, session: &Session, lang: Lang) -> Result<Filter, CliError> {
    let template = session.template();
    let mut filter = Filter { query: values(matches, "query").join(" "), ..Filter::default() };
    if let Some(text) = value(matches, "section") {
        let known: Vec<&str> = template.sections.iter().map(|one| one.id.as_str()).collect();
        let found = template.sections.iter().find(|one| one.id.as_str() == text || one.name == text);
        let wrong = || CliError::Usage(lang.cli_no_section(text), lang.cli_known(&known.join(" ")));
        filter.section = Some(found.ok_or_else(wrong)?.id.clone());
    }
    if let Some(text) = value(matches, "matter") {
        let found = template.matter_named(text).ok_or_else(|| no_matter(text, session, lang))?;
        filter.matter = Some(found.id.clone());
    }
    if let Some(text) = value(matches, "kind") {
        let found = template.kind_named(text).ok_or_else(|| no_kind(text, session, lang))?;
        filter.kind = Some(found.id.clone());
    }
    Ok(filter)
}

/// `show`: one item whole.
pub fn show(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let session = context.read_only()?;
    let item = session.item(value(matches, "id").unwrap_or_default())?;
    if matches.get_flag("json") {
        return say(&json::whole(item, &session).to_string(), context.lang);
    }
    let desk = session.desk_of(item);
    let rows = entry::fields(item, desk).into_iter().map(|field| (field, entry::shown(item, field, desk)));
    let filled = rows.filter(|(_, shown)| !shown.is_empty());
    let filled = filled.map(|(field, shown)| format!("{}: {shown}", field.name(context.lang)));
    let bin = if item.card.binned { context.lang.cli_in_the_bin() } else { "" };
    say_all(std::iter::once(format!("{}{bin}", item.card.id)).chain(filled), context.lang)
}

/// `status`: where each section stands, and the blanks.
pub fn status(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let session = context.read_only()?;
    let board = session.board();
    if matches.get_flag("json") {
        return say(&status_json(&session, board).to_string(), context.lang);
    }
    let row = |row: &SectionRow| {
        let last = row.last.map_or_else(|| "-".into(), |day| day.format("%m-%d").to_string());
        format!(
            "{} {}  {}/{}  {}  {}  {}/{}  {}",
            row.id,
            row.name,
            row.matters_with,
            row.matters_expected,
            row.items,
            last,
            row.checked,
            row.figures,
            row.missing
        )
    };
    let head = std::iter::once(context.lang.cli_status_head().to_string());
    let foot = std::iter::once(context.lang.cli_blanks(board.blanks));
    say_all(head.chain(board.sections.iter().chain(&board.closing).map(row)).chain(foot), context.lang)
}

fn status_json(session: &Session, board: &Board) -> serde_json::Value {
    let section = |row: &SectionRow| {
        json!({
            "number": row.id,
            "title": row.name,
            "matters": { "something": row.matters_with, "expected": row.matters_expected },
            "items": row.items,
            "last": row.last,
            "figures": { "checked": row.checked, "expected": row.figures },
            "missing": row.missing,
        })
    };
    json!({
        "year": session.year().number(),
        "as_of": session.as_of(),
        "sections": board.sections.iter().chain(&board.closing).map(section).collect::<Vec<_>>(),
        "blanks": board.blanks,
    })
}

/// `figures`: every indicator with its value, state and the items behind it.
pub fn figures(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let session = context.read_only()?;
    let template = session.template();
    let in_order = template.indicators.iter().filter_map(|one| Some((&one.id, session.figures().get(&one.id)?)));
    if matches.get_flag("json") {
        let rows: Vec<_> = in_order.map(|(id, figure)| json::figure(id, figure, &session)).collect();
        return say(&serde_json::Value::Array(rows).to_string(), context.lang);
    }
    let row = |(id, figure): (&crate::id::IndicatorId, &query::Figure)| {
        let text = session.figure_text(id);
        format!("{id}  {text}  {}  {}", figure.state.text(context.lang), figure.items.len())
    };
    say_all(in_order.map(row), context.lang)
}

/// `history`: all changes, oldest first.
pub fn history(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let session = context.read_only()?;
    let seqs = value(matches, "item").map(|text| changes_of(text, &session)).transpose()?;
    let wanted = |seq: Seq| seqs.as_ref().is_none_or(|seqs| seqs.contains(&seq));
    if matches.get_flag("json") {
        let history = session.history()?;
        let history = history.iter().filter(|logged| wanted(logged.seq));
        return say_all(history.map(|logged| json::change(logged).to_string()), context.lang);
    }
    let row = |heading: &crate::store::Heading| {
        let at = heading.at.with_timezone(&chrono::Local).format("%Y-%m-%d %H:%M");
        let undoes = heading.undoes.map(|seq| context.lang.cli_undoes(seq.0)).unwrap_or_default();
        let by = if heading.by.is_empty() { "-" } else { &heading.by };
        format!("{}  {at}  {by}  {}{undoes}", heading.seq.0, heading.act.text(context.lang))
    };
    say_all(session.headings()?.iter().filter(|heading| wanted(heading.seq)).map(row), context.lang)
}

/// The numbers of the changes of one item.
fn changes_of(text: &str, session: &Session) -> Result<BTreeSet<Seq>, CliError> {
    let key = RecordKey::Item(session.item(text)?.card.id);
    let of_it = |logged: &Logged| logged.change.edits.iter().any(|edit| edit.key == key);
    Ok(session.history()?.iter().filter(|logged| of_it(logged)).map(|logged| logged.seq).collect())
}
