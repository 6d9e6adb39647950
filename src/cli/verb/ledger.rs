//! Verbs about the ledger itself: init, year new, set.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::Datelike;
use clap::ArgMatches;

use super::change::split_pair;
use crate::cli::args::{value, values};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{note, say, say_all};
use crate::lang::Lang;
use crate::model::{Change, Ledger, RecordKey, Template, Year};
use crate::session::{FOLDER, FolderStanding, Session, setting_name};
use crate::store::RealDisk;
use crate::template;

/// Longest template file, in bytes.
const LARGEST: u64 = 16 << 20;

/// `init`: makes a ledger without opening the interface.
pub fn init(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let dir = context.dir()?;
    let (changes, year) = if matches.get_flag("sample") {
        sample(context)?
    } else {
        let template = match value(matches, "template") {
            Some(file) => read_template(Path::new(file), context.lang)?,
            None => template::default_template(),
        };
        let year = year_or_today(context)?;
        (vec![template::begin_year(&Ledger::default(), template, year)], year)
    };
    let mut session = Session::create(&dir, changes, Some(year), context.clock, Arc::new(RealDisk))?;
    for notice in session.notices() {
        note(&context.lang.with_hint(&notice.text(context.lang), notice.hint(context.lang)), context.lang);
    }
    say(&context.lang.cli_made(&dir.display().to_string()), context.lang)
}

/// The changes of the sample ledger and the year to open it at.
pub fn sample(context: &Context) -> Result<(Vec<Change>, Year), CliError> {
    let newest = Year::try_from(2022).expect("a year");
    let known = |year: &Year| [2021, 2022].contains(&year.number());
    match context.year {
        Some(year) if !known(&year) => Err(CliError::Usage(
            context.lang.cli_sample_year(&year.to_string()),
            context.lang.cli_sample_year_hint().into(),
        )),
        year => Ok((template::sample(), year.unwrap_or(newest))),
    }
}

/// `year new`: begins a year with the template of another.
pub fn year_new(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let from = value(matches, "from")
        .map(|text| text.parse().map_err(|_| CliError::Usage(lang.cli_bad_year(text), lang.cli_year_hint().into())));
    let from = from.transpose()?;
    let year = year_or_today(context)?;
    let mut session = context.any_year().open()?;
    let before = session.usual_year();
    session.apply(&session.begin_year(year, from)?)?;
    let after = session.usual_year().filter(|_| session.usual_year() != before);
    let usual = after.map(|year| lang.cli_year_usual(&year.to_string()));
    say_all(std::iter::once(lang.cli_year_made(&year.to_string())).chain(usual), lang)
}

/// `set`: sets settings, or lists them.
pub fn set(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let pairs = values(matches, "values");
    if pairs.is_empty() {
        return list(&context.read_only()?, lang);
    }
    let pairs: Vec<(&str, &str)> = pairs.into_iter().map(|pair| split_pair(pair, lang)).collect::<Result<_, _>>()?;
    let mut session = context.open()?;
    let change = session.set(&pairs)?;
    let what = change.act.what.clone();
    if !change.edits.is_empty() {
        session.apply(&change)?;
    }
    if change.edits.iter().any(|edit| edit.key == RecordKey::Setting(FOLDER.parse().expect("a constant id"))) {
        note_folder(&session, lang);
    }
    say(&lang.cli_set_done(&what), lang)
}

/// Tells of a folder for reports that is not there.
fn note_folder(session: &Session, lang: Lang) {
    let folder = session.folder().display().to_string();
    match session.folder_standing() {
        FolderStanding::There => {}
        FolderStanding::ToBeMade => note(&lang.cli_folder_to_be_made(&folder), lang),
        FolderStanding::Missing => note(&lang.cli_folder_missing(&folder), lang),
    }
}

fn list(session: &Session, lang: Lang) -> Result<(), CliError> {
    let row = |id: &crate::id::SettingId| {
        let name = setting_name(id.as_str(), lang);
        format!("{name}={}", session.setting(id.as_str()).unwrap_or_else(|| lang.cli_unset().into()))
    };
    say_all(session.setting_ids().iter().map(row), lang)
}

/// `template`: prints the default template, to begin one's own from.
pub fn template(context: &Context) -> Result<(), CliError> {
    say(template::default_toml().trim_end(), context.lang)
}

fn year_or_today(context: &Context) -> Result<Year, CliError> {
    let lang = context.lang;
    let today = context.clock.today.year();
    let wrong = |_| CliError::Usage(lang.cli_bad_year(&today.to_string()), lang.cli_year_hint().into());
    context.year.map_or_else(|| Year::try_from(today).map_err(wrong), Ok)
}

/// Reads a user's own template.
fn read_template(file: &Path, lang: Lang) -> Result<Template, CliError> {
    let name = file.display().to_string();
    let unreadable = |error: std::io::Error| {
        CliError::File(lang.cli_unreadable(&name, &error.to_string()), lang.cli_unreadable_hint().into())
    };
    if fs::metadata(file).map_err(unreadable)?.len() > LARGEST {
        return Err(CliError::File(lang.cli_too_large(&name), lang.cli_unreadable_hint().into()));
    }
    let foreign = |_| CliError::File(lang.cli_file_not_utf8(&name), lang.cli_file_not_utf8_hint().into());
    let toml = String::from_utf8(fs::read(file).map_err(unreadable)?).map_err(foreign)?;
    Ok(template::read(&name, &toml)?)
}
