//! Why a verb failed, and the exit code that says so.

use std::path::PathBuf;

use crate::entry::EntryError;
use crate::keymap::KeymapError;
use crate::lang::Lang;
use crate::model::{VariantError, WhenError};
use crate::session::SessionError;
use crate::template::TemplateError;
use crate::ui::UiError;

/// The exit code of a failed act.
pub const FAILED: u8 = 1;
/// The exit code of wrong use.
pub const MISUSED: u8 = 2;

/// The exit code of a check with findings.
pub const FOUND: u8 = 3;

/// Why a verb failed.
#[derive(Debug)]
pub enum CliError {
    /// The words of the command line are wrong: what, and what to do.
    Usage(String, String),
    /// There is no ledger in this directory.
    NoLedger(PathBuf),
    /// An act failed.
    Session(SessionError),
    /// A typed value is wrong.
    Entry(EntryError),
    /// A typed date is wrong.
    When(WhenError),
    /// A variant is called otherwise.
    Variant(VariantError),
    /// A template is wrong.
    Template(Vec<TemplateError>),
    /// A file cannot be read or written: what, and what to do.
    File(String, String),
    /// A keymap is wrong.
    Keymap(KeymapError),
    /// Rows of a table are faulty, and were printed: how many, what became of the others, and what to do.
    Faulty(String, &'static str),
    /// Things that are wrong with the ledger's files were printed.
    Findings {
        /// How many.
        count: usize,
        /// How many of them a repair mends.
        mendable: usize,
        /// Whether a repair has just been made.
        repaired: bool,
    },
    /// So many findings about its contents were printed.
    Doubts(usize),
    /// The interface could not run.
    Ui(UiError),
}

impl CliError {
    /// The exit code.
    pub const fn code(&self) -> u8 {
        match self {
            Self::Usage(..)
            | Self::Entry(_)
            | Self::When(_)
            | Self::Variant(_)
            | Self::Session(SessionError::NoSetting(..) | SessionError::NoColumn(..)) => MISUSED,
            Self::Findings { .. } | Self::Doubts(_) | Self::Faulty(..) => FOUND,
            _ => FAILED,
        }
    }

    /// What is wrong, where, and what to do: one or more lines.
    pub fn text(&self, lang: Lang) -> String {
        let (what, hint) = match self {
            Self::Usage(what, hint) | Self::File(what, hint) => (what.clone(), hint.clone()),
            Self::NoLedger(dir) => {
                (lang.cli_no_ledger(&dir.display().to_string()), lang.cli_no_ledger_hint().to_string())
            }
            Self::Findings { count, mendable, repaired } => {
                (lang.cli_findings(*count), after_doctor(*count, *mendable, *repaired, lang))
            }
            Self::Faulty(what, hint) => (what.clone(), (*hint).into()),
            Self::Doubts(count) => (lang.cli_doubts(*count), lang.cli_doubts_hint().to_string()),
            Self::Session(error) => (error.text(lang), error.hint(lang)),
            Self::Entry(error) => (error.text(lang), error.hint(lang)),
            Self::When(error) => (error.text(lang), error.hint(lang)),
            Self::Variant(error) => (error.text(lang), error.hint(lang)),
            Self::Keymap(error) => (error.text(lang), error.hint(lang)),
            Self::Ui(error) => (error.text(lang), error.hint(lang)),
            Self::Template(errors) => return template_text(errors, lang),
        };
        let hint = if hint.is_empty() { hint } else { format!("\n  {hint}") };
        format!("{}{what}{hint}", lang.cli_error())
    }
}

/// What to do about a doctor's findings.
fn after_doctor(count: usize, mendable: usize, repaired: bool, lang: Lang) -> String {
    match mendable {
        _ if repaired => lang.cli_findings_left().into(),
        0 => lang.cli_findings_none().into(),
        all if all == count => lang.cli_findings_all().into(),
        some => lang.cli_findings_some(some),
    }
}

fn template_text(errors: &[TemplateError], lang: Lang) -> String {
    let head = format!("{}{}", lang.cli_error(), lang.cli_template_wrong(errors.len()));
    let rows = errors.iter().map(|error| format!("  {}", error.text(lang)));
    let hint = std::iter::once(format!("  {}", lang.cli_template_hint()));
    std::iter::once(head).chain(rows).chain(hint).collect::<Vec<_>>().join("\n")
}

macro_rules! from_errors {
    ($($type:ty => $variant:ident;)*) => {$(
        impl From<$type> for CliError {
            fn from(error: $type) -> Self {
                Self::$variant(error)
            }
        }
    )*};
}

from_errors! {
    SessionError => Session;
    EntryError => Entry;
    WhenError => When;
    VariantError => Variant;
    Vec<TemplateError> => Template;
    KeymapError => Keymap;
    UiError => Ui;
}
