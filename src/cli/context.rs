//! What every verb begins with: the language, the days, the data directory, and opening the ledger there.

use std::env;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{Local, NaiveDate, Utc};
use clap::ArgMatches;

use super::args::value;
use super::error::CliError;
use super::output::note;
use super::patience::{PATIENCE, patiently};
use crate::lang::Lang;
use crate::model::{When, Year};
use crate::session::{Clock, Session, SessionError};
use crate::store::{self, Notice, RealDisk, Store, StoreError};

/// The options that all verbs share, read.
#[derive(Clone, Debug)]
pub struct Context {
    /// Language of everything that is printed.
    pub lang: Lang,
    /// The year that was asked for.
    pub year: Option<Year>,
    /// The keymap that was asked for.
    pub keymap: Option<String>,
    /// Today, and the as-of date.
    pub clock: Clock,
    data: Option<PathBuf>,
}

impl Context {
    /// Reads the shared options.
    pub fn read(matches: &ArgMatches, lang: Lang) -> Result<Self, CliError> {
        let year = value(matches, "year").map(|text| year(text, lang)).transpose()?;
        let local = Local::now().date_naive();
        let today = value(matches, "today").map(|text| day(text, local, lang)).transpose()?.unwrap_or(local);
        let as_of = value(matches, "as-of").map(|text| day(text, today, lang)).transpose()?;
        Ok(Self {
            lang,
            year,
            keymap: value(matches, "keymap").map(String::from),
            clock: Clock { today, as_of, now: Utc::now },
            data: value(matches, "data").filter(|text| !text.is_empty()).map(|text| plain(Path::new(text))),
        })
    }

    /// The same, whichever year the ledger opens at.
    pub fn any_year(&self) -> Self {
        Self { year: None, ..self.clone() }
    }

    /// The directory that `--data` names.
    pub fn named_dir(&self) -> Option<PathBuf> {
        self.data.clone()
    }

    /// The data directory: `--data`, else `TAIZHANG_DATA`, else `$XDG_DATA_HOME/taizhang`, else `~/.local/share/taizhang`.
    pub fn dir(&self) -> Result<PathBuf, CliError> {
        let variable = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let shared = || variable("XDG_DATA_HOME").filter(|path| path.is_absolute());
        let home = || env::home_dir().map(|home| home.join(".local/share"));
        let default = || shared().or_else(home).map(|base| base.join("taizhang"));
        let unknown = || CliError::File(self.lang.cli_no_home().into(), self.lang.cli_no_home_hint().into());
        let named = || variable("TAIZHANG_DATA").map(|path| plain(&path));
        self.data.clone().or_else(named).or_else(default).ok_or_else(unknown)
    }

    /// Opens the ledger to change it; what the store has to say, now and in the end, goes to standard error. Another verb
    /// that has it is waited for.
    pub fn open(&self) -> Result<Session, CliError> {
        self.open_within(PATIENCE)
    }

    /// The same, waiting so long for whoever has it.
    pub fn open_within(&self, patience: Duration) -> Result<Session, CliError> {
        let dir = self.ledger_dir()?;
        let (mut session, notices) = patiently(patience, || self.opened(&dir))?;
        tell(&notices, self.lang);
        session.have_heard(tell, self.lang);
        Ok(session)
    }

    /// Opens the ledger to change it, with what the store has to say of that.
    pub fn open_with_notices(&self) -> Result<(Session, Vec<Notice>), CliError> {
        Ok(self.opened(&self.ledger_dir()?)?)
    }

    fn opened(&self, dir: &Path) -> Result<(Session, Vec<Notice>), SessionError> {
        Session::open(dir, self.year, self.clock, Arc::new(RealDisk))
    }

    /// Opens the ledger to read it, beside a program that may hold it.
    pub fn read_only(&self) -> Result<Session, CliError> {
        let dir = self.ledger_dir()?;
        let missing = Store::missing(&dir);
        let read = Session::read(&dir, self.year, self.clock);
        if let (Some(error), Err(SessionError::NoYears(_))) = (missing.first(), &read) {
            return Err(SessionError::Store(error.clone()).into());
        }
        for error in missing {
            note(&self.lang.cli_incomplete(&error.text(self.lang), &error.hint(self.lang)), self.lang);
        }
        Ok(read?)
    }

    /// The data directory, when a ledger is there; a restore into it that was cut short is finished, and that is said.
    pub fn ledger_dir(&self) -> Result<PathBuf, CliError> {
        let dir = self.dir()?;
        tell(store::finish_restore(&dir).as_slice(), self.lang);
        match store::refusal(&dir) {
            None => Ok(dir),
            Some(StoreError::NoLedger(_)) => Err(CliError::NoLedger(dir)),
            Some(error) => Err(SessionError::from(error).into()),
        }
    }
}

/// Says on standard error what the store has to say.
pub fn tell(notices: &[Notice], lang: Lang) {
    for notice in notices {
        note(&lang.with_hint(&notice.text(lang), notice.hint(lang)), lang);
    }
}

/// A path as it is without links, so far as something is there; where a directory is not yet, by where it will be.
pub fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let known = whole.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)));
    let Some((above, mut real)) = known else { return whole };
    for step in whole.strip_prefix(above).into_iter().flat_map(Path::components) {
        match step {
            // Nothing is there that could lead elsewhere.
            Component::ParentDir => drop(real.pop()),
            step => real.push(step),
        }
    }
    real
}

/// The directory without separators at its end, and by a name of its own, so that it can be renamed: `.` has none.
fn plain(dir: &Path) -> PathBuf {
    let plain: PathBuf = dir.components().collect();
    if plain.file_name().is_some() { plain } else { plain.canonicalize().unwrap_or(plain) }
}

/// Reads a year.
fn year(text: &str, lang: Lang) -> Result<Year, CliError> {
    text.parse().map_err(|_| CliError::Usage(lang.cli_bad_year(text), lang.cli_year_hint().into()))
}

/// Reads a single day.
fn day(text: &str, today: NaiveDate, lang: Lang) -> Result<NaiveDate, CliError> {
    use chrono::Datelike;

    let year = Year::try_from(today.year())
        .map_err(|_| CliError::Usage(lang.cli_bad_day(text), lang.cli_day_hint().into()))?;
    let when = When::parse(text, year, today)?;
    let single = when.start() == when.end();
    single.then(|| when.start()).ok_or_else(|| CliError::Usage(lang.cli_bad_day(text), lang.cli_day_hint().into()))
}
