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

/// The format of an exported report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileFormat {
    /// Office Open XML.
    #[default]
    Docx,
}

/// Where an exported report goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The next edition in the folder of the settings.
    Folder,
}

/// A report that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The file.
    pub path: std::path::PathBuf,
    /// Printed pages.
    pub pages: usize,
    /// Blanks in it.
    pub blanks: usize,
}

impl Session {
    /// Writes the whole-year report.
    pub fn publish(&self, _format: FileFormat, _target: &Target) -> Result<Published, SessionError> {
        todo!()
    }

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
