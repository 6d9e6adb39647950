//! The units' numbers: `returns` shows what is lacking, `returns set` takes a number, `urge` writes reminders.

use std::path::Path;

use clap::ArgMatches;
use serde_json::json;

use crate::cli::args::{value, values};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{say, say_all};
use crate::entry;
use crate::id::EntryId;
use crate::lang::Lang;
use crate::model::{Answers, Indicator, Period, Return, ReturnSource};
use crate::query::{self, Figure};
use crate::report;
use crate::session::{FileFormat, Session};
use crate::text::{fold, nearest};

/// `returns`: every figure that lacks something, what it is, and who owes it; `set` takes a unit's number.
pub fn returns(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    if let Some(matches) = matches.subcommand_matches("set") {
        return set(matches, context);
    }
    let session = context.read_only()?;
    let lacking: Vec<(&Indicator, &Figure)> = lacking(&session);
    if matches.get_flag("json") {
        let rows: Vec<_> = lacking.into_iter().map(|(one, figure)| row_json(one, figure, &session)).collect();
        return say(&serde_json::Value::Array(rows).to_string(), context.lang);
    }
    say_all(lacking.into_iter().map(|(one, figure)| row(one, figure, &session, context.lang)), context.lang)
}

/// The figures that lack something: ours first, then the units'.
fn lacking(session: &Session) -> Vec<(&Indicator, &Figure)> {
    let indicators = session.template().indicators.iter();
    let all = indicators.filter_map(|one| Some((one, session.figures().get(&one.id)?)));
    let mut found: Vec<_> = all.filter(|(one, figure)| query::lack(one, figure, session.scope()).is_some()).collect();
    found.sort_by_key(|(one, _)| one.answers == Answers::Units);
    found
}

fn row(indicator: &Indicator, figure: &Figure, session: &Session, lang: Lang) -> String {
    let owed: Vec<&str> = figure.owed.iter().map(|unit| session.unit_name(*unit)).collect();
    let last = last_year(indicator, session).unwrap_or_else(|| "-".into());
    let value = session.figure_text(&indicator.id);
    let owed = owed.join(lang.between());
    format!("{}  {value}  {last}  {}  {owed}", indicator.id, figure.state.text(lang)).trim_end().to_owned()
}

/// A row of `returns --json`: name, who answers (`we`, `units`), state, text (as it prints), last year's value, unit,
/// and the units that owe it, each with contact and phone.
fn row_json(indicator: &Indicator, figure: &Figure, session: &Session) -> serde_json::Value {
    let owed = figure.owed.iter().filter_map(|unit| session.ledger().entry(*unit)).map(|entry| {
        let (contact, phone) = query::contact(entry);
        json!({ "unit": entry.label, "contact": contact, "phone": phone })
    });
    json!({
        "name": indicator.id,
        "answers": indicator.answers,
        "state": crate::cli::json::state(figure.state),
        "text": session.figure_text(&indicator.id),
        "last_year": last_year(indicator, session),
        "unit": indicator.unit,
        "answered": figure.units.iter().filter(|unit| !figure.owed.contains(unit)).count(),
        "owed": owed.collect::<Vec<_>>(),
    })
}

fn last_year(indicator: &Indicator, session: &Session) -> Option<String> {
    Some(session.figures_last_year().get(&indicator.id)?.value.as_ref()?.to_string())
}

/// `returns set INDICATOR UNIT VALUE`: takes a unit's number; an empty value takes it away.
fn set(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let mut session = context.open()?;
    let text = |name| value(matches, name).unwrap_or_default();
    let indicator = indicator(text("indicator"), &session, lang)?.clone();
    let unit = unit(text("unit"), &session, lang)?;
    let period = value(matches, "period").map(|typed| period(typed, &session)).transpose()?.flatten();
    let source = value(matches, "source").map(|typed| source(typed, lang)).transpose()?;
    let amount = entry::number(indicator.id.as_str(), &indicator.unit, text("value"))?;
    let given = amount.map(|amount| Return::new(&amount, source.unwrap_or_default()));
    let told = given.as_ref().map_or_else(|| "-".to_owned(), |given| given.value.to_string());
    let stretch = report::stretch_text(&indicator, period.as_ref(), session.year());
    session.apply(&session.give(&indicator.id, unit, period.as_ref(), given))?;
    say(&lang.cli_returned(indicator.id.as_str(), session.unit_name(unit), &stretch, &told), lang)
}

/// The figure of this name, which units can return.
fn indicator<'a>(name: &str, session: &'a Session, lang: Lang) -> Result<&'a Indicator, CliError> {
    let all = &session.template().indicators;
    let Some(found) = all.iter().find(|one| one.id.as_str() == name) else {
        let near = nearest(name, all.iter().map(|one| one.id.as_str())).map(|near| lang.cli_meant(near));
        let hint = near.unwrap_or_else(|| lang.cli_indicator_hint().into());
        return Err(CliError::Usage(lang.cli_no_indicator(name), hint));
    };
    let refused = || CliError::Usage(lang.cli_not_returned(name), lang.cli_indicator_hint().into());
    if query::takes_returns(found) { Ok(found) } else { Err(refused()) }
}

/// The unit of this label or other name.
fn unit(name: &str, session: &Session, lang: Lang) -> Result<EntryId, CliError> {
    let (ledger, year) = (session.ledger(), session.year());
    let units = query::units(ledger, year);
    let is_called = |entry: &&&crate::model::Entry| entry.label == name || entry.aliases.iter().any(|one| one == name);
    let near = || nearest(name, units.iter().map(|entry| entry.label.as_str())).map(|near| lang.cli_meant(near));
    let unknown = || CliError::Usage(lang.cli_no_unit(name), near().unwrap_or_default());
    units.iter().find(is_called).map(|entry| entry.id).ok_or_else(unknown)
}

/// A stretch as it is typed; the year itself is none.
fn period(typed: &str, session: &Session) -> Result<Option<Period>, CliError> {
    let year = session.year();
    let name = year.to_string();
    let whole = |lang: Lang| [name.clone(), lang.year_of(&name), lang.whole_year().into()];
    let is_year = [Lang::Zh, Lang::En].into_iter().flat_map(whole).any(|one| one == fold(typed.trim()));
    if is_year { Ok(None) } else { Ok(Some(Period::parse(typed, year)?)) }
}

fn source(typed: &str, lang: Lang) -> Result<ReturnSource, CliError> {
    let called = |source: &ReturnSource| [Lang::Zh, Lang::En].iter().any(|lang| source.text(*lang) == typed);
    let known = ReturnSource::ALL.map(|source| source.text(lang)).join(" ");
    let unknown = || CliError::Usage(lang.cli_no_source(typed), lang.cli_known(&known));
    ReturnSource::ALL.into_iter().find(called).ok_or_else(unknown)
}

/// `urge [UNIT…]`: writes a reminder to each unit, all that owe where none is named, and prints the paths.
pub fn urge(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let noting = matches.get_flag("note");
    let mut session = if noting { context.open()? } else { context.read_only()? };
    let named: Result<Vec<EntryId>, CliError> =
        values(matches, "units").into_iter().map(|name| unit(name, &session, lang)).collect();
    let named = named?;
    let units = if named.is_empty() { session.debtors() } else { named };
    let format = match value(matches, "format") {
        None | Some("docx") => FileFormat::Docx,
        Some("txt" | "text") => FileFormat::Text,
        Some(other) => return Err(CliError::Usage(lang.cli_bad_format(other), lang.cli_urge_format_hint().into())),
    };
    let written = session.write_reminders(&units, format, value(matches, "output").map(Path::new))?;
    if noting {
        session.apply(&session.urge(&units, None))?;
    }
    say_all(written.into_iter().map(|path| path.display().to_string()), lang)
}
