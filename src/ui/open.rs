//! Opening the interface: on a ledger, or on the questions of a first start where there is none.

use std::path::PathBuf;

use super::app::App;
use super::error::UiError;
use super::first::FirstStart;
use super::run::{Ending, Options, Stage, Surroundings};
use super::screen::board::BoardScreen;
use super::screen::settings;
use super::taken::Taken;
use crate::model::Year;
use crate::session::{Clock, Session};
use crate::store::{Notice, StoreError};

/// What the interface opens on.
#[derive(Debug)]
pub enum Start {
    /// An open ledger, and what the store has to say of opening it.
    Ledger(Box<Session>, Vec<Notice>),
    /// A ledger that can only be looked at: another program has it open, or its disk cannot be written to.
    Taken {
        /// What stands in the way of more.
        why: StoreError,
        /// Its directory.
        dir: PathBuf,
        /// The year that was asked for.
        year: Option<Year>,
        /// Today, and the as-of date.
        clock: Clock,
    },
    /// A ledger without a year.
    Yearless {
        /// Its directory.
        dir: PathBuf,
        /// Today, and the as-of date.
        clock: Clock,
        /// What the store has to say of opening it.
        notices: Vec<Notice>,
    },
    /// A directory without one.
    Empty {
        /// The directory.
        dir: PathBuf,
        /// Today, and the as-of date.
        clock: Clock,
    },
}

/// Runs the interface to its end; the terminal is as it was afterwards.
pub fn run(start: Start, options: Options) -> Result<(), UiError> {
    let Some(mut stage) = Stage::enter(options, &Surroundings::read())? else { return Ok(()) };
    let lang = stage.look().lang;
    let told = |one: &Notice| lang.with_hint(&one.text(lang), one.hint(lang));
    let opened = match start {
        Start::Ledger(session, notices) => Some((*session, notices.iter().map(told).collect())),
        Start::Taken { why, dir, year, clock } => {
            let looks = wants_to_look(&why, &mut stage)?;
            let said = || vec![lang.only_looking().to_owned()];
            if looks { Some((Session::read(&dir, year, clock)?, said())) } else { None }
        }
        Start::Empty { dir, clock } => first(FirstStart::new(dir, clock, stage.look().clone()), &mut stage)?,
        Start::Yearless { dir, clock, notices } => {
            let found = notices.iter().map(told).chain([lang.no_years().to_owned()]).collect::<Vec<_>>();
            first(FirstStart::yearless(dir, clock, stage.look().clone(), found.join("\n")), &mut stage)?
        }
    };
    let Some((session, mut said)) = opened else { return Ok(()) };
    if session.draft(settings::DRAFT).is_some() {
        said.push(lang.settings_draft().into());
    }
    let mut app = App::new(session, stage.look().clone(), |scene| BoardScreen::new(scene).into());
    app.tell(&said);
    let ending = stage.play(&mut app);
    app.part();
    ending.map(drop)
}

/// Says why the ledger can only be looked at; whether the user wants that.
fn wants_to_look(why: &StoreError, stage: &mut Stage) -> Result<bool, UiError> {
    let mut taken = Taken::new(why, stage.look());
    let ending = stage.play(&mut taken)?;
    Ok(ending == Ending::Quit && taken.looks())
}

/// Asks the questions of a first start: the ledger that came of them, and what to say on its board.
fn first(mut first: FirstStart, stage: &mut Stage) -> Result<Option<(Session, Vec<String>)>, UiError> {
    match stage.play(&mut first)? {
        Ending::Quit => {
            let welcome = first.welcome().to_string();
            Ok(first.into_session().map(|session| (session, vec![welcome])))
        }
        Ending::Stopped => Ok(None),
    }
}
