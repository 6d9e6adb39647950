//! session

use crate::lang::Lang;
use crate::model::{Act, Change};

/// An open ledger and the year that is worked in.
#[derive(Debug)]
pub struct Session {}

/// What an act changed in the figures and blanks of the year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reward {}

/// Why the session could not do what it was asked; nothing was changed.
#[derive(Debug)]
pub enum SessionError {}

impl SessionError {
    /// Says what is wrong and where.
    pub fn text(&self, _lang: Lang) -> String {
        match *self {}
    }

    /// Says what to do.
    pub fn hint(&self, _lang: Lang) -> String {
        match *self {}
    }
}

impl Session {
    /// Saves `change`, then shows it.
    pub fn apply(&mut self, _change: Change) -> Result<Reward, SessionError> {
        todo!()
    }

    /// Takes the newest change back.
    pub fn undo(&mut self) -> Result<(Act, Reward), SessionError> {
        todo!()
    }

    /// Takes the newest undo back.
    pub fn redo(&mut self) -> Result<(Act, Reward), SessionError> {
        todo!()
    }
}
