//! Verbs that open the interface.

use std::env;
use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::PathBuf;
use std::sync::Arc;

use super::keys::keymap;
use super::ledger::sample;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::session::{Session, SessionError};
use crate::store::{self, RealDisk, StoreError};
use crate::ui::{self, Options, Start};

/// Opens the interface on the ledger, or on the questions of a first start where there is none.
pub fn interface(context: &Context) -> Result<(), CliError> {
    ui::check_terminal()?;
    let dir = context.dir()?;
    let finished = store::finish_restore(&dir);
    if let Some(error @ StoreError::Unfit(_)) = store::refusal(&dir) {
        return Err(SessionError::Store(error).into());
    }
    let start = if store::is_ledger(&dir) {
        match context.open_with_notices() {
            Ok((session, notices)) => Start::Ledger(Box::new(session), finished.into_iter().chain(notices).collect()),
            Err(CliError::Session(SessionError::Store(why))) if why.leaves_looking() => {
                Start::Taken { why, dir, year: context.year, clock: context.clock }
            }
            Err(CliError::Session(SessionError::NoYears(notices))) => {
                Start::Yearless { dir, clock: context.clock, notices }
            }
            Err(error) => return Err(error),
        }
    } else {
        Start::Empty { dir, clock: context.clock }
    };
    run(start, context)
}

/// Opens the interface on the sample ledger: in `--data` (made if absent, opened if present), else in a private
/// directory of its own.
pub fn demo(context: &Context) -> Result<(), CliError> {
    ui::check_terminal()?;
    let dir = context.named_dir().map_or_else(|| private_dir(context), Ok)?;
    let (session, notices) = if store::is_ledger(&dir) {
        Session::open(&dir, context.year, context.clock, Arc::new(RealDisk))?
    } else {
        let (changes, year) = sample(context)?;
        (Session::create(&dir, changes, Some(year), context.clock, Arc::new(RealDisk))?, Vec::new())
    };
    run(Start::Ledger(Box::new(session), notices), context)
}

fn run(start: Start, context: &Context) -> Result<(), CliError> {
    Ok(ui::run(start, Options { lang: context.lang, keymap: keymap(context)? })?)
}

/// A new directory that only this user can enter, below that for temporary files.
fn private_dir(context: &Context) -> Result<PathBuf, CliError> {
    let base = env::temp_dir();
    let mut builder = DirBuilder::new();
    builder.mode(0o700);
    let mut last = None;
    for attempt in 0..1000 {
        let dir = base.join(format!("taizhang-demo-{}-{attempt}", std::process::id()));
        match builder.create(&dir) {
            Ok(()) => return Ok(dir),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => last = Some(error),
            Err(error) => {
                last = Some(error);
                break;
            }
        }
    }
    let error = last.map(|error| error.to_string()).unwrap_or_default();
    Err(CliError::File(context.lang.cli_private_dir(&error), context.lang.cli_no_home_hint().into()))
}
