//! taizhang 台账: what an office did this year, one item at a time, and the report that follows from it.
//!
//! # The floors
//! A module imports only from lower floors; on one floor neighbours do not know each other.
//! `tests/it/floors.rs` reads the imports and holds this.
//!
//! | floor | rooms |
//! |---|---|
//! | 7 | [`cli`] thin verbs over the session; bare `taizhang` and `demo` open the terminal interface |
//! | 6 | [`ui`] run, app, layers, outcome, terminal; widgets, forms, dialogs, screens |
//! | 5 | [`session`] the open ledger: apply, undo, redo, search, publish |
//! | 4 | [`store`] journal and sled · [`entry`] typed text → fields · [`report`] compose · [`layout`] pages · [`check`] findings · [`edition`] reports kept and compared · [`board`] lines · [`export`] docx, markdown, text, xlsx, csv · [`import`] tables of others · [`keymap`] keys ↔ commands |
//! | 3 | [`query`] the only place that selects and counts · [`template`] TOML → model, and the sample ledger |
//! | 2 | [`model`] the words of the ledger, validated |
//! | 1 | [`token`] text with figures in it · [`document`] the printable tree · [`command`] the one table of commands |
//! | 0 | [`text`] widths, wrapping, numerals, folding, 拼音 · [`id`] typed ids · [`lang`] interface texts |
//!
//! # The path of a key
//! `ui/run` reads it → `ui/app` looks it up in the keymap for the present context → `ui/layers` hands the command to
//! the top layer's `update(command, &Session) -> Outcome` → `app` performs the outcome: `session.apply` commits to the
//! store (durable) before memory and screen change → one draw.
//!
//! # Where do I change …?
//! * what an office records: `template/default/*.toml`; no office is known to the code
//! * a key: `keymaps/*.toml`; what a command is called: [`command`]
//! * a word on the screen: [`lang`]; an error's sentence: beside the error
//! * how a number prints: [`token`] (the grammar) and [`report`] (the figures put in)
//! * what the .docx looks like: `export/docx/`

pub mod board;
pub mod check;
pub mod cli;
pub mod command;
pub mod document;
pub mod edition;
pub mod entry;
pub mod export;
pub mod id;
pub mod import;
pub mod keymap;
pub mod lang;
pub mod layout;
pub mod model;
pub mod query;
pub mod report;
pub mod session;
pub mod store;
pub mod template;
pub mod text;
pub mod token;
pub mod ui;
