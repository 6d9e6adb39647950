//! The verbs, each thin over the session.

mod change;
mod check;
mod editions;
mod export;
mod history;
mod interface;
mod keys;
mod ledger;
mod list;
mod look;
mod merge;
mod outline;
mod profile;
mod register;
mod register_table;
mod report;
mod returns;
mod safety;
mod tables;

pub use change::{add, edit, redo, rm, unbin, undo};
pub use check::check;
pub use editions::{diff, editions};
pub use export::export;
pub use history::history;
pub use interface::{demo, interface};
pub use keys::keys;
pub use ledger::{init, set, template, year_new};
pub use list::list;
pub use look::{figures, show, status};
pub use merge::merge;
pub use outline::outline;
pub use profile::profile;
pub use register::register;
pub use report::report;
pub use returns::{returns, urge};
pub use safety::{backup, backups, doctor, import, restore};
