//! The terminal interface.
//!
//! [`layers`] holds the trait that every screen implements, [`outcome`] what goes into a screen and comes out of it,
//! [`scene`] what it sees. [`run`] owns the terminal and plays programs on it: [`app`] is the ledger.

mod ahead;
pub mod app;
pub mod dialog;
pub mod error;
mod events;
pub mod help;
pub mod keyboard;
pub mod layers;
mod notice;
pub mod outcome;
mod paste;
mod probe;
pub mod run;
pub mod scene;
mod terminal;
pub mod theme;
pub mod widget;

pub use error::UiError;
pub use run::{Options, Surroundings};
pub use terminal::check_terminal;
