//! `editions` and `diff`: what was exported, which one is final, and what changed since.

use chrono::Local;
use clap::ArgMatches;
use serde_json::json;

use crate::cli::args::{value, variant};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{say, say_all};
use crate::edition::{Difference, SentenceDifference};
use crate::lang::Lang;
use crate::model::{Edition, EditionKey, Variant};
use crate::session::Session;

/// `editions [--variant V] [--final N] [--json]`: the editions of the year, oldest first; `--final` declares one final.
pub fn editions(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let of = value(matches, "variant").map(|_| variant(matches)).transpose()?;
    if let Some(text) = value(matches, "final") {
        return freeze(&of.unwrap_or_default(), text, context);
    }
    let session = context.read_only()?;
    let all = session.editions().into_iter().filter(|(key, _)| of.as_ref().is_none_or(|of| key.variant == *of));
    if matches.get_flag("json") {
        return say_all(all.map(|(key, edition)| row_json(key, edition, &session).to_string()), context.lang);
    }
    say_all(all.map(|(key, edition)| row(key, edition, &session, context.lang)), context.lang)
}

/// `diff N [M] [--variant V]`: what changed from edition N to edition M, or to the report as it is now.
pub fn diff(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let (lang, variant) = (context.lang, variant(matches)?);
    let session = context.read_only()?;
    let key = |text: &str| Ok::<_, CliError>(session.edition(&variant, number(text, lang)?)?.0.clone());
    let old = key(value(matches, "old").unwrap_or_default())?;
    let changes = match value(matches, "new").filter(|text| *text != "now") {
        Some(text) => session.changes_between(&old, &key(text)?),
        None => session.changes_since(&old),
    };
    if matches.get_flag("json") {
        return say(&difference_json(&changes).to_string(), lang);
    }
    if changes.is_empty() {
        return say(lang.diff_nothing(), lang);
    }
    say_all(changes.lines(lang), lang)
}

fn freeze(variant: &Variant, text: &str, context: &Context) -> Result<(), CliError> {
    let mut session = context.open()?;
    let key = session.edition(variant, number(text, context.lang)?)?.0.clone();
    let change = session.freeze(&key)?;
    session.apply(&change)?;
    say(&change.act.text(context.lang), context.lang)
}

fn number(text: &str, lang: Lang) -> Result<u32, CliError> {
    text.parse().map_err(|_| CliError::Usage(lang.editions_bad_number(text), lang.editions_number_hint().into()))
}

fn row(key: &EditionKey, edition: &Edition, session: &Session, lang: Lang) -> String {
    let at = edition.at.with_timezone(&Local).format("%Y-%m-%d %H:%M").to_string();
    let by = if edition.by.is_empty() { "-" } else { &edition.by };
    let state = edition.frozen.as_ref().map_or_else(String::new, |frozen| lang.editions_final(&frozen.by));
    let since = lang.editions_since(session.places_since(key));
    let name = lang.edition_name(&key.variant.name(lang), key.number);
    format!("{name}  {at}  {by}  {since}{state}  {}", edition.path)
}

/// A line of `editions --json`: number, variant (its stored word), at, by, `as_of`, path, pages, blanks, final (by and
/// at, or null), changed (places in the text that read otherwise now).
fn row_json(key: &EditionKey, edition: &Edition, session: &Session) -> serde_json::Value {
    json!({
        "number": key.number,
        "variant": key.variant,
        "at": edition.at,
        "by": edition.by,
        "as_of": edition.as_of,
        "path": edition.path,
        "pages": edition.pages,
        "blanks": edition.blanks,
        "final": edition.frozen,
        "changed": session.places_since(key),
    })
}

/// `diff --json`: figures (name, old, new) and sentences (old, new), null where there was or is none.
fn difference_json(changes: &Difference) -> serde_json::Value {
    let figures = changes.figures.iter();
    let figures: Vec<_> = figures.map(|one| json!({ "name": one.id, "old": one.old, "new": one.new })).collect();
    let sentences = changes.sentences.iter().map(|one| match one {
        SentenceDifference::Changed(old, new) => json!({ "old": old, "new": new }),
        SentenceDifference::Gone(old) => json!({ "old": old, "new": null }),
        SentenceDifference::New(new) => json!({ "old": null, "new": new }),
    });
    json!({ "figures": figures, "sentences": sentences.collect::<Vec<_>>() })
}
