//! What people type or paste → values of fields, and back to what a form shows.
//!
//! Every value comes in through one door: [`read`] for a field of a kind or register, [`set`] for any field of an
//! item. `read(typed(value))` gives the value again.

mod amount;
mod choice;
mod cite;
mod clean;
mod common;
mod error;
mod evidence;
mod heading;
mod item;
mod list;
mod record;
mod register;
mod sum;
mod value;

use chrono::NaiveDate;

use crate::model::{Ledger, Year};

pub use choice::{flag_name, in_report_name};
pub use clean::line;
pub use common::CommonField;
pub use error::{EntryError, Fault, FieldName};
pub use evidence::tags;
pub use heading::{Surely, headed};
pub use item::{Field, count, field, field_of, fields, set, shown, title, units};
pub use list::split as texts;
pub use record::{NameField, entry_named, set_entry, shown_entry};
pub use register::{BETWEEN, join};
pub use sum::is_sum;
pub use value::{echo, flag, number, read, typed};

/// Longest value of a field, in characters.
const LONGEST: usize = 20_000;

/// What is typed where a value is known to be unknown.
const OPEN: &str = "**";

/// What typed text is read against.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// Registers and template.
    pub ledger: &'a Ledger,
    /// The year the clerk works in.
    pub year: Year,
    /// 今天.
    pub today: NaiveDate,
}

#[cfg(test)]
mod tests;
