//! `check`: what somebody should look at before signing.

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::check::{Finding, Place};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::say_all;
use crate::lang::Lang;
use crate::session::Session;

/// `check`: two lines a finding, or one of JSON; fails when there are any, so that scripts can tell.
pub fn check(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let (session, lang) = (context.read_only()?, context.lang);
    let findings = session.findings();
    if matches.get_flag("json") {
        say_all(findings.iter().map(|one| object(one, &session, lang).to_string()), lang)?;
    } else {
        say_all(findings.iter().flat_map(|one| lines(one, &session, lang)), lang)?;
    }
    if findings.is_empty() { Ok(()) } else { Err(CliError::Doubts(findings.len())) }
}

fn lines(finding: &Finding, session: &Session, lang: Lang) -> [String; 2] {
    let place = session.place_text(&finding.place, lang);
    let (severity, group) = (finding.severity.text(lang), finding.group.text(lang));
    [
        format!("{severity}  {group}  {place}"),
        format!("  {}", lang.with_hint(&finding.why.text(lang), &finding.why.hint(lang))),
    ]
}

/// Severity, group and rule by their stable words; the place; the section; what is wrong and what to do in words;
/// whether it can be mended at once.
fn object(finding: &Finding, session: &Session, lang: Lang) -> Value {
    json!({
        "severity": finding.severity.name(),
        "group": finding.group.name(),
        "rule": finding.why.rule(),
        "place": place(&finding.place),
        "where": session.place_text(&finding.place, lang),
        "section": finding.section,
        "text": finding.why.text(lang),
        "hint": finding.why.hint(lang),
        "mendable": finding.fix.is_some(),
    })
}

fn place(place: &Place) -> Value {
    match place {
        Place::Item { id, field } => json!({ "item": id.to_string(), "field": field }),
        Place::Passage(id) => json!({ "passage": id }),
        Place::Figure(id) => json!({ "figure": id }),
        Place::Ledger(what) => json!({ "ledger": what }),
        Place::Kind(id) => json!({ "kind": id }),
        Place::Entry(id) => json!({ "entry": id.to_string() }),
    }
}
