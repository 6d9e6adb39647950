//! Verbs that keep the data safe: backup, backups, restore, doctor, import.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::Local;
use clap::ArgMatches;

use super::tables::import_table;
use crate::cli::args::{value, values};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{say, say_all};
use crate::import::{Sort, sort};
use crate::lang::Lang;
use crate::session::SessionError;
use crate::store::{self, Backup, Health, Part, RealDisk, Seq, Store, StoreError};

/// Bytes by which a file is known.
const HEAD: u64 = 4096;

/// `backup [FILE]`: everything in one file, beside a program that may hold the ledger.
pub fn backup(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let file = value(matches, "file").map(Path::new);
    let made = Store::backup(&context.ledger_dir()?, file).map_err(failed)?;
    say(&made.path.display().to_string(), context.lang)
}

/// `backups`: number, time and place of each, read whole.
pub fn backups(context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let row = |one: &store::Listed| match one {
        Ok(good) => row(good, lang.cli_whole()),
        Err(error) => error.text(lang),
    };
    let all = Store::backups(&context.ledger_dir()?).map_err(failed)?;
    say_all(all.iter().map(row), lang)
}

fn row(backup: &Backup, state: &str) -> String {
    let at = backup.at.with_timezone(&Local).format("%Y-%m-%d %H:%M");
    format!("{}  {at}  {}  {state}  {}", backup.seq, backup.records, backup.path.display())
}

/// `restore FILE [--into DIR]`: a ledger that is there is kept beside it.
pub fn restore(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let into = value(matches, "into").map_or_else(|| context.dir(), |dir| Ok(PathBuf::from(dir)))?;
    restore_into(matches, &into, context)
}

/// `import FILE`: a table; or an export or a backup, into a place without changes only.
pub fn import(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    if !is_ledgers_own(Path::new(value(matches, "file").unwrap_or_default())) {
        return import_table(matches, context);
    }
    if let Some(option) = ["matter", "kind", "sheet", "map", "set"].iter().find(|option| given(matches, option)) {
        let what = context.lang.cli_only_tables(&format!("--{option}"));
        return Err(CliError::Usage(what, context.lang.cli_see_help().into()));
    }
    let dir = context.dir()?;
    if store::is_ledger(&dir) && Store::last_of(&dir).map_err(failed)? > Seq(0) {
        return Err(failed(StoreError::Exists(dir)));
    }
    restore_into(matches, &dir, context)
}

/// Whether a file is one that this program made of a whole ledger; one that cannot be read is no such file.
fn is_ledgers_own(path: &Path) -> bool {
    let mut head = Vec::new();
    let file = File::open(path).ok().filter(|file| file.metadata().is_ok_and(|found| found.is_file()));
    file.is_some_and(|file| file.take(HEAD).read_to_end(&mut head).is_ok()) && sort(&head) == Sort::Ledger
}

fn given(matches: &ArgMatches, option: &str) -> bool {
    matches.contains_id(option) && !values(matches, option).is_empty()
}

fn restore_into(matches: &ArgMatches, into: &Path, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let file = value(matches, "file").unwrap_or_default();
    let restored = Store::restore(Path::new(file), into).map_err(failed)?;
    let done = lang.cli_restored(restored.backup.seq.0, &into.display().to_string());
    let kept = restored.kept.map(|kept| lang.cli_kept(&kept.display().to_string()));
    say_all(std::iter::once(done).chain(kept), lang)
}

/// `doctor [--repair]`: what is not as it should be; repairing is what opening does, and each step is said.
pub fn doctor(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let (lang, dir) = (context.lang, context.ledger_dir()?);
    if matches.get_flag("repair") {
        let (store, _, mut notices) = Store::open_thoroughly(&dir, Arc::new(RealDisk)).map_err(failed)?;
        notices.extend(store.close());
        say_all(notices.iter().map(|notice| lang.with_hint(&notice.text(lang), notice.hint(lang))), lang)?;
    }
    let parts = Store::examine(&dir);
    say_all(parts.iter().flat_map(|(part, health)| part_lines(*part, health, lang)), lang)?;
    match parts.into_iter().map(|(_, health)| health.errors().len()).sum() {
        0 => say(lang.cli_healthy(), lang),
        hurt => Err(CliError::Findings(hurt)),
    }
}

/// A line for the part, and two for each thing that is wrong with it.
fn part_lines(part: Part, health: &Health, lang: Lang) -> Vec<String> {
    let name = match part {
        Part::Ground => lang.part_ground(),
        Part::Journal => lang.part_journal(),
        Part::Database => lang.part_database(),
        Part::Cache => lang.part_cache(),
        Part::Backups => lang.part_backups(),
        Part::Permissions => lang.part_permissions(),
    };
    let state = match health {
        Health::Good => lang.part_good().into(),
        Health::Absent => lang.part_absent().into(),
        Health::InUse(holder) => lang.part_in_use(&holder.text(lang)),
        Health::Hurt(errors) => lang.part_hurt(errors.len()),
    };
    let errors = if let Health::Hurt(errors) = health { errors.as_slice() } else { &[] };
    let said = errors.iter().flat_map(|error| [format!("  {}", error.text(lang)), format!("  {}", error.hint(lang))]);
    std::iter::once(format!("{name}: {state}")).chain(said).collect()
}

fn failed(error: StoreError) -> CliError {
    CliError::Session(SessionError::Store(error))
}
