//! Verbs that keep the data safe: backup, backups, restore, import.

use std::fs::{File, Metadata};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::Local;
use clap::ArgMatches;

use super::tables::import_table;
use crate::cli::args::{value, values};
use crate::cli::context::{Context, real, tell};
use crate::cli::error::CliError;
use crate::cli::json;
use crate::cli::output::{say, say_all};
use crate::import::{Sort, sort};
use crate::lang::Lang;
use crate::model::{RecordKey, Verb};
use crate::session::SessionError;
use crate::store::{self, Listed, Logged, Notice, RealDisk, Restored, Seq, Store, StoreError};

/// What stands for standard input or output, where a verb takes that.
const STREAM: &str = "-";

/// Bytes by which a file is known.
const HEAD: u64 = 4096;

/// `backup [FILE]`: everything in one file, beside a program that may hold the ledger.
pub fn backup(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let dir = context.ledger_dir()?;
    let Some(file) = value(matches, "file") else {
        let made = Store::backup(&dir, None).map_err(failed)?;
        return say(&made.path.display().to_string(), context.lang);
    };
    if file == STREAM {
        let (what, hint) = (context.lang.cli_backup_nowhere(), context.lang.cli_backup_nowhere_hint());
        return Err(CliError::Usage(what.into(), hint.into()));
    }
    Store::backup(&real(&dir), Some(&place(named(file, "FILE", context.lang)?))).map_err(failed)?;
    say(file, context.lang)
}

/// Where a file will be, in a folder that is reached without links; the file itself may be one.
fn place(file: &Path) -> PathBuf {
    match (file.parent(), file.file_name()) {
        (Some(folder), Some(name)) => {
            real(if folder.as_os_str().is_empty() { Path::new(".") } else { folder }).join(name)
        }
        _ => file.to_owned(),
    }
}

/// `backups`: number, time and place of each, read whole; then those of ledgers that restores have kept.
pub fn backups(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let (lang, dir) = (context.lang, context.ledger_dir()?);
    let own = Store::backups(&dir).map_err(failed)?;
    let kept = Store::kept_backups(&dir);
    let all = own.iter().map(|one| (one, false)).chain(kept.iter().map(|one| (one, true)));
    if matches.get_flag("json") {
        return say_all(all.map(|(one, is_kept)| json::backup(one, is_kept, lang).to_string()), lang);
    }
    say_all(all.map(|(one, is_kept)| row(one, is_kept, lang)), lang)
}

/// The path that an argument gives, which must be one.
fn named<'a>(path: &'a str, argument: &str, lang: Lang) -> Result<&'a Path, CliError> {
    let nameless = || CliError::Usage(lang.cli_missing_value(argument), lang.cli_see_help().into());
    if path.is_empty() { Err(nameless()) } else { Ok(Path::new(path)) }
}

fn row(one: &Listed, is_kept: bool, lang: Lang) -> String {
    let at = one.at.with_timezone(&Local).format("%Y-%m-%d %H:%M");
    let place = format!("{}{}", one.path.display(), if is_kept { lang.cli_of_kept() } else { "" });
    match &one.found {
        Ok(good) => format!("{}  {at}  {}  {}  {place}", one.seq, good.records, lang.cli_whole()),
        Err(StoreError::BadBackup(_)) => format!("{}  {at}  -  {}  {place}", one.seq, lang.cli_not_whole()),
        Err(error) => format!("{}  {at}  -  {}", one.seq, error.text(lang)),
    }
}

/// `restore FILE [--into DIR]`: a ledger that is there is kept beside it.
pub fn restore(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let named = |dir| named(dir, "--into", context.lang).map(Path::to_owned);
    let into = value(matches, "into").map_or_else(|| context.dir(), named)?;
    restore_into(matches, &real(&into), context)
}

/// `import FILE`: a table; or an export or a backup, into a place where there is nothing but a year's beginning.
pub fn import(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let file = value(matches, "file").unwrap_or_default();
    if !is_ledgers_own(Path::new(file)) {
        return import_table(matches, context);
    }
    if let Some(option) = ["matter", "kind", "sheet", "map", "set"].iter().find(|option| given(matches, option)) {
        let what = context.lang.cli_only_tables(&format!("--{option}"));
        return Err(CliError::Usage(what, context.lang.cli_see_help().into()));
    }
    let dir = context.dir()?;
    if let Some(changes) = recorded(&dir)? {
        let what = context.lang.cli_not_empty(&dir.display().to_string(), changes);
        let hint = context.lang.cli_not_empty_hint(&quoted(Path::new(file)), &quoted(&another(&dir)), &quoted(&dir));
        return Err(CliError::File(what, hint));
    }
    restore_into(matches, &real(&dir), context)
}

/// A place beside `dir` where nothing is yet.
fn another(dir: &Path) -> PathBuf {
    let beside = |n: u32| PathBuf::from(format!("{}-{n}", dir.display()));
    (2..1000).map(beside).find(|path| !path.exists()).unwrap_or_else(|| beside(2))
}

/// How many changes the ledger in `dir` has; none: there is no ledger, or nothing in it but what `init` begins a year with.
fn recorded(dir: &Path) -> Result<Option<u64>, CliError> {
    if !store::is_ledger(dir) || Store::last_of(dir).map_err(failed)? == Seq(0) {
        return Ok(None);
    }
    let history = Store::history(dir).map_err(failed)?;
    let is_begun = |only: &Logged| {
        let mut edits = only.change.edits.iter();
        only.change.act.verb == Verb::Init && !edits.any(|edit| matches!(edit.key, RecordKey::Item(_)))
    };
    let is_new = if let [only] = &history[..] { is_begun(only) } else { false };
    Ok((!is_new).then_some(history.len() as u64))
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+,:@".contains(c);
    if text.chars().all(is_plain) { text } else { format!("'{}'", text.replace('\'', "'\\''")) }
}

/// Whether a file is one that this program made of a whole ledger; one that cannot be read is no such file.
fn is_ledgers_own(path: &Path) -> bool {
    let mut head = Vec::new();
    // A pipe is not even opened: that would wait for whoever fills it.
    let file = path.is_file().then(|| File::open(path).ok()).flatten();
    file.is_some_and(|file| file.take(HEAD).read_to_end(&mut head).is_ok()) && sort(&head) == Sort::Ledger
}

fn given(matches: &ArgMatches, option: &str) -> bool {
    matches.contains_id(option) && !values(matches, option).is_empty()
}

fn restore_into(matches: &ArgMatches, into: &Path, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let file = named(value(matches, "file").unwrap_or_default(), "FILE", lang)?;
    if is_stream(file) {
        let what = lang.cli_restore_stream(&file.display().to_string());
        return Err(CliError::File(what, lang.cli_restore_stream_hint().into()));
    }
    // A link may lead to a device, which has no end.
    let file = if file.is_symlink() { real(file) } else { file.to_owned() };
    let restored = Store::restore(&file, into).map_err(failed)?;
    tell(&restored.steps.iter().cloned().map(Notice::Step).collect::<Vec<_>>(), lang);
    say_all(restored_lines(&restored, into, lang), lang)?;
    settle(into, lang)
}

/// Whether a path leads to what can be read at most once: a pipe, a device, standard input.
fn is_stream(path: &Path) -> bool {
    let is_other = |found: Metadata| !found.is_file() && !found.is_dir();
    path.metadata().map_or_else(|_| path == Path::new(STREAM), is_other)
}

/// What was restored, and what of the ledger before it lies where.
fn restored_lines(restored: &Restored, into: &Path, lang: Lang) -> Vec<String> {
    let mut lines = vec![lang.cli_restored(restored.backup.seq.0, &into.display().to_string())];
    if let Some(kept) = &restored.kept {
        lines.push(lang.cli_kept(&kept.display().to_string()));
        lines.extend((restored.drafts > 0).then(|| lang.cli_kept_drafts(restored.drafts)));
        lines.extend((restored.backups > 0).then(|| lang.cli_kept_backups(restored.backups)));
    }
    lines.extend(
        (!restored.carried.is_empty()).then(|| lang.cli_carried(&restored.carried.join(lang.cli_between_names()))),
    );
    lines
}

/// Opens what was restored once, whole: that it opens is seen now, and what is made with an opening is there.
fn settle(dir: &Path, lang: Lang) -> Result<(), CliError> {
    let (store, _, mut notices) = Store::open_thoroughly(dir, Arc::new(RealDisk)).map_err(failed)?;
    notices.extend(store.close());
    // A new ledger has no database yet.
    notices.retain(|notice| !matches!(notice, Notice::Rebuilt { aside: None }));
    tell(&notices, lang);
    Ok(())
}

pub(super) fn failed(error: StoreError) -> CliError {
    CliError::Session(SessionError::Store(error))
}
