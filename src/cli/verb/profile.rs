//! `profile`: lists, shows, changes and takes away page set-ups.

use clap::ArgMatches;

use super::change::split_pair;
use crate::cli::args::{value, values};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{say, say_all};
use crate::session::{Session, SessionError};

/// `profile [NAME [LINE=VALUE…] [--from NAME] [--rename NAME] [--remove]]`.
pub fn profile(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let Some(name) = value(matches, "name") else { return list(&context.read_only()?, context) };
    let lines = values(matches, "values").into_iter().map(|pair| split_pair(pair, lang));
    let lines: Vec<(&str, &str)> = lines.collect::<Result<_, _>>()?;
    let from = value(matches, "from");
    if let Some(new) = value(matches, "rename") {
        let mut session = context.open()?;
        let change = session.rename_profile(name, new).map_err(SessionError::Profile)?;
        session.apply(&change)?;
        return say(&lang.profile_renamed(name, new), lang);
    }
    if matches.get_flag("remove") {
        let mut session = context.open()?;
        let change = session.remove_profile(name).map_err(SessionError::Profile)?;
        session.apply(&change)?;
        return say(&lang.profile_removed(name), lang);
    }
    if lines.is_empty() && from.is_none() {
        return show(&context.read_only()?, name, context);
    }
    let mut session = context.open()?;
    let change = session.change_profile(name, from, &lines).map_err(SessionError::Profile)?;
    session.apply(&change)?;
    say(&lang.profile_changed(name), lang)
}

/// The names; a star stands before the one that reports go out in.
fn list(session: &Session, context: &Context) -> Result<(), CliError> {
    let chosen = session.profile();
    let names = session.ledger().profile_names(context.lang);
    let is_chosen = |name: &String| session.ledger().profile(name).as_ref() == Some(&chosen);
    let starred = names.iter().position(is_chosen);
    let line = |(at, name): (usize, &String)| format!("{} {name}", if Some(at) == starred { "*" } else { " " });
    say_all(names.iter().enumerate().map(line), context.lang)
}

/// The lines of one.
fn show(session: &Session, name: &str, context: &Context) -> Result<(), CliError> {
    let profile = session.profile_named(name).map_err(SessionError::Profile)?;
    let lines = session.profile_lines(&profile, context.lang).into_iter();
    say_all(lines.map(|(key, value)| format!("{key}={value}")), context.lang)
}
