//! `register`: the entries of the registers, listed and changed.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::change::assignments;
use super::register_table;
use crate::cli::args::value;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{say, say_all};
use crate::entry::{self, NameField};
use crate::lang::Lang;
use crate::model::{Change, Entry, Register};
use crate::query::{self, Uses};
use crate::session::{Session, SessionError};

/// `register`: the registers, the entries of one, or a change of one.
pub fn register(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    match matches.subcommand() {
        Some(("add", sub)) => add(sub, context),
        Some(("edit", sub)) => changed(sub, context, |entry, session| assign(entry, sub, session, context.lang)),
        Some(("rename", sub)) => changed(sub, context, |entry, session| {
            set(entry, NameField::Label.id(), value(sub, "label").unwrap_or_default(), session)
        }),
        Some(("merge", sub)) => act(sub, context, |register, entry, session| {
            let into = entry::entry_named(value(sub, "into").unwrap_or_default(), register, session.desk())?;
            Ok(session.merge_entry(entry.id, into)?)
        }),
        Some(("retire", sub)) => {
            act(sub, context, |_, entry, session| Ok(session.retire_entry(entry.id, !sub.get_flag("back"))?))
        }
        Some(("rm", sub)) => act(sub, context, |_, entry, session| Ok(session.delete_entry(entry.id)?)),
        Some(("export", sub)) => register_table::export(sub, context),
        Some(("import", sub)) => register_table::import(sub, context),
        _ => list(matches, context),
    }
}

/// The registers with how many entries each has, or the entries of the one that is named.
fn list(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let session = context.read_only()?;
    let is_json = matches.get_flag("json");
    let Some(name) = value(matches, "register") else {
        let row = |register: &Register| {
            let entries = session.entries(&register.id).count();
            let object = || json!({ "id": register.id, "name": register.name, "entries": entries }).to_string();
            if is_json { object() } else { format!("{}  {}  {entries}", register.id, register.name) }
        };
        return say_all(session.template().registers.iter().map(row), context.lang);
    };
    let register = session.register_named(name)?;
    let uses = query::uses(session.ledger());
    let row = |entry: &Entry| {
        let uses = uses.get(&entry.id).copied().unwrap_or_default();
        if is_json { object(entry, register, uses, &session).to_string() } else { line(entry, uses) }
    };
    say_all(session.entries(&register.id).map(row), context.lang)
}

fn line(entry: &Entry, uses: Uses) -> String {
    format!("{}  {}  {}", entry.id, entry.label, uses.all())
}

/// Id, label, printed name (`**`: open), aliases, whether it is retired, how often it is named, the register's fields.
fn object(entry: &Entry, register: &Register, uses: Uses, session: &Session) -> Value {
    let own = register.fields.iter().filter_map(|spec| {
        let shown = entry::typed(spec, entry.fields.get(&spec.id)?, session.desk());
        Some((spec.name.clone(), Value::String(shown)))
    });
    let printed = entry.printed.as_ref().map(|_| entry::shown_entry(entry, NameField::Printed));
    json!({
        "id": entry.id.to_string(),
        "label": entry.label,
        "printed": printed,
        "aliases": entry.aliases,
        "retired": entry.retired,
        "uses": uses.all(),
        "fields": own.collect::<serde_json::Map<_, _>>(),
    })
}

fn add(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let (mut session, lang) = (context.open()?, context.lang);
    let register = session.register_named(value(matches, "register").unwrap_or_default())?.id.clone();
    let mut entry = session.blank_entry(&register, "");
    set(&mut entry, NameField::Label.id(), value(matches, "label").unwrap_or_default(), &session)?;
    assign(&mut entry, matches, &session, lang)?;
    let missing: Vec<&str> = session.missing_entry_fields(&entry).iter().map(|spec| spec.name.as_str()).collect();
    if !missing.is_empty() {
        return Err(CliError::Usage(lang.cli_required(&missing.join(lang.between())), lang.cli_required_hint().into()));
    }
    refuse_similar(&entry, matches, &session, lang.cli_similar_hint(), lang)?;
    let id = entry.id;
    session.apply(&session.keep_entry(&entry))?;
    say(&id.to_string(), lang)
}

/// Changes the entry that is named, by what `change` does to it.
fn changed(
    matches: &ArgMatches,
    context: &Context,
    change: impl FnOnce(&mut Entry, &Session) -> Result<(), CliError>,
) -> Result<(), CliError> {
    act(matches, context, |_, entry, session| {
        let mut new = entry.clone();
        change(&mut new, session)?;
        if new.label != entry.label {
            refuse_similar(&new, matches, session, context.lang.cli_similar_renamed_hint(), context.lang)?;
        }
        Ok(session.keep_entry(&new))
    })
}

/// Refuses a name like that of another entry, unless the user says that it is another one: of two that are called the
/// same neither can be named any more.
fn refuse_similar(
    entry: &Entry,
    matches: &ArgMatches,
    session: &Session,
    hint: &str,
    lang: Lang,
) -> Result<(), CliError> {
    let similar: Vec<&str> = session.similar(entry).iter().map(|other| other.label.as_str()).collect();
    if similar.is_empty() || matches.get_flag("anyway") {
        return Ok(());
    }
    Err(CliError::Usage(lang.cli_similar(&entry.label, &similar.join(lang.between())), hint.into()))
}

/// Makes the change that `change` says of the entry that is named.
fn act(
    matches: &ArgMatches,
    context: &Context,
    change: impl FnOnce(&Register, &Entry, &Session) -> Result<Change, CliError>,
) -> Result<(), CliError> {
    let mut session = context.open()?;
    let register = session.register_named(value(matches, "register").unwrap_or_default())?;
    let id = entry::entry_named(value(matches, "entry").unwrap_or_default(), register, session.desk())?;
    let entry = session.ledger().entries.get(&id).ok_or(SessionError::NoEntry)?;
    let (label, made) = (entry.label.clone(), change(register, entry, &session)?);
    session.apply(&made)?;
    say(&context.lang.cli_registered(&label), context.lang)
}

fn assign(entry: &mut Entry, matches: &ArgMatches, session: &Session, lang: Lang) -> Result<(), CliError> {
    for (name, text) in assignments(matches, "set", lang)? {
        set(entry, name, text, session)?;
    }
    Ok(())
}

fn set(entry: &mut Entry, field: &str, text: &str, session: &Session) -> Result<(), CliError> {
    Ok(entry::set_entry(entry, field, text, session.desk())?)
}
