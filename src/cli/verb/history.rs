//! `history`: all changes, or those of one item.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Local;
use clap::ArgMatches;

use crate::cli::args::value;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::json;
use crate::cli::output::say_all;
use crate::id::ItemId;
use crate::lang::Lang;
use crate::model::{RecordKey, Verb};
use crate::session::{self, Session, SessionError, Turn};
use crate::store::{Heading, Logged, Seq};

/// `history`: all changes, oldest first.
pub fn history(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let session = context.any_year().read_only()?;
    let seqs = value(matches, "item").map(|text| changes_of(text, &session)).transpose()?;
    let wanted = |seq: Seq| seqs.as_ref().is_none_or(|seqs| seqs.contains(&seq));
    if matches.get_flag("json") {
        let history = session.history()?;
        let turns = session::turns(history.iter().map(|logged| (logged.seq, logged.undoes)));
        let came = came_over(session.headings()?.iter(), &session)?;
        let row = |logged: &Logged| {
            let came = came.get(&logged.seq).map(Vec::as_slice).unwrap_or_default();
            json::change(logged, turns.get(&logged.seq), came).to_string()
        };
        return say_all(history.iter().filter(|logged| wanted(logged.seq)).map(row), context.lang);
    }
    let headings = session.headings()?;
    let turns = session::turns(headings.iter().map(|heading| (heading.seq, heading.undoes)));
    let came = came_over(headings.iter(), &session)?;
    let rows = |heading: &Heading| {
        let came = came.get(&heading.seq).into_iter().flatten().map(|logged| came_row(logged, context.lang));
        std::iter::once(row(heading, turns.get(&heading.seq), context.lang)).chain(came).collect::<Vec<_>>()
    };
    say_all(headings.iter().filter(|heading| wanted(heading.seq)).flat_map(rows), context.lang)
}

/// The changes that came over with merges; the journal is read for them only where there was one.
fn came_over<'a>(
    mut headings: impl Iterator<Item = &'a Heading>,
    session: &Session,
) -> Result<BTreeMap<Seq, Vec<Logged>>, CliError> {
    let has_merged = headings.any(|heading| heading.act.verb == Verb::Merge);
    if has_merged { Ok(session.came_over()?) } else { Ok(BTreeMap::new()) }
}

/// A change that came over, below the merge that brought it.
fn came_row(logged: &Logged, lang: Lang) -> String {
    let at = logged.at.with_timezone(&Local).format("%Y-%m-%d %H:%M");
    let by = if logged.by.is_empty() { "-" } else { &logged.by };
    format!("    {at}  {by}  {}", logged.change.act.text(lang))
}

fn row(heading: &Heading, turn: Option<&Turn>, lang: Lang) -> String {
    let at = heading.at.with_timezone(&Local).format("%Y-%m-%d %H:%M");
    let by = if heading.by.is_empty() { "-" } else { &heading.by };
    let turned = match turn {
        None => String::new(),
        Some(Turn::Undo(seq)) => lang.cli_undoes(seq.0),
        Some(Turn::Redo(seq)) => lang.cli_redoes(seq.0),
    };
    format!("{}  {at}  {by}  {}{turned}", heading.seq.0, heading.act.text(lang))
}

/// The numbers of the changes of one item, which may be gone by now.
fn changes_of(text: &str, session: &Session) -> Result<BTreeSet<Seq>, CliError> {
    let history = session.history()?;
    let id = match session.item(text) {
        Ok(item) => item.card.id,
        Err(error @ SessionError::NoItem(_)) => gone(text, &history).ok_or(error)?,
        Err(error) => return Err(error.into()),
    };
    let of_it = |logged: &Logged| logged.change.edits.iter().any(|edit| edit.key == RecordKey::Item(id));
    let came = came_over(session.headings()?.iter(), session)?.into_iter();
    let came = came.filter(|(_, came)| came.iter().any(of_it)).map(|(seq, _)| seq);
    Ok(history.iter().filter(|logged| of_it(logged)).map(|logged| logged.seq).chain(came).collect())
}

/// The item that is only in the history, when its whole id is given.
fn gone(text: &str, history: &[Logged]) -> Option<ItemId> {
    let id: ItemId = text.to_ascii_uppercase().parse().ok()?;
    let mut edits = history.iter().flat_map(|logged| &logged.change.edits);
    edits.any(|edit| edit.key == RecordKey::Item(id)).then_some(id)
}
