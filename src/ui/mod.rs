//! The terminal interface.
//!
//! [`layers`] holds the trait that every screen implements, [`outcome`] what goes into a screen and comes out of it,
//! [`scene`] what it sees. [`mod@run`] owns the terminal and plays programs on it: [`app`] is the ledger.

mod ahead;
pub mod app;
pub mod ask;
mod busy;
pub mod choose;
pub mod dialog;
pub mod error;
mod events;
mod first;
mod form;
mod grid;
pub mod help;
pub mod keyboard;
pub mod layers;
mod live;
mod notice;
mod numbers;
mod open;
pub mod outcome;
mod paint;
mod paste;
mod probe;
mod reward;
pub mod run;
pub mod scene;
pub mod screen;
mod taken;
mod terminal;
pub mod theme;
pub mod widget;
mod work;

pub use error::UiError;
pub use open::{Start, run};
pub use run::{Options, Surroundings};
pub use terminal::check_terminal;
