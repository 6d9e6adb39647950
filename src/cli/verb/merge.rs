//! `merge`: another copy of this ledger, both worked in, becomes one with it.

use std::path::Path;

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::check::{place_of, why_of};
use crate::cli::args::value;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{say, say_all};
use crate::lang::Lang;
use crate::session::Session;
use crate::store::{Clashed, Merge};

/// `merge OTHER`: what it brings and which fields had two values is said, and saved as one change; `merge --settle`:
/// what earlier merges left to be looked at was looked at.
pub fn merge(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let (lang, context) = (context.lang, context.any_year());
    let Some(other) = value(matches, "other").map(Path::new) else { return settle(&context) };
    let is_dry = matches.get_flag("dry-run");
    let mut session = if is_dry { context.read_only()? } else { context.open()? };
    let plan = session.plan_merge(other)?;
    let told = if matches.get_flag("json") {
        vec![object(&plan, is_dry, &session, lang).to_string()]
    } else {
        lines(&plan, is_dry, &session, lang)
    };
    if !is_dry {
        session.merge(&plan)?;
    }
    say_all(told, lang)
}

fn settle(context: &Context) -> Result<(), CliError> {
    let (mut session, lang) = (context.open()?, context.lang);
    let change = session.settle_all();
    let count = change.edits.len();
    session.apply(&change)?;
    say(&if count == 0 { lang.merge_none_to_settle().into() } else { lang.merge_settled(count) }, lang)
}

fn lines(plan: &Merge, is_dry: bool, session: &Session, lang: Lang) -> Vec<String> {
    if plan.is_empty() {
        return vec![lang.merge_nothing().into()];
    }
    let (changes, records) = (plan.changes, plan.records);
    let first = if is_dry { lang.merge_plan(changes, records) } else { lang.merge_done(changes, records) };
    let clash = |clashed: &Clashed| {
        let Clashed { clash, kept } = clashed;
        let place = session.place_text(&place_of(clash, session.ledger()), lang);
        let why = why_of(clash, kept, session.ledger());
        format!("  {place}  {}", if is_dry { why.ahead(lang) } else { why.text(lang) })
    };
    let count = plan.clashes.len();
    let heading = (count > 0).then(|| if is_dry { lang.merge_would_clash(count) } else { lang.merge_clashes(count) });
    std::iter::once(first).chain(heading).chain(plan.clashes.iter().map(clash)).collect()
}

/// How many changes came over, how many records are new or changed, and each clash: the record by its sort and name,
/// the field, and both values.
fn object(plan: &Merge, is_dry: bool, session: &Session, lang: Lang) -> Value {
    let clash = |Clashed { clash, kept }: &Clashed| {
        json!({
            "sort": clash.sort,
            "record": clash.record,
            "field": clash.field,
            "where": session.place_text(&place_of(clash, session.ledger()), lang),
            "kept": kept,
            "lost": clash.lost,
        })
    };
    json!({
        "merged": !is_dry && !plan.is_empty(),
        "changes": plan.changes,
        "new": plan.records,
        "clashes": plan.clashes.iter().map(clash).collect::<Vec<_>>(),
    })
}
