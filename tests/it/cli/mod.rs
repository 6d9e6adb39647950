//! Every verb of the command line, through the real program.

mod check;
mod editions;
mod export;
mod items;
mod ledger;
mod look;
mod merge;
mod paper;
mod register;
mod returns;
mod safety;
mod tables;
mod variants;
mod wrong;

use crate::desk::Desk;

/// Records an article of 新华网 and returns its id.
fn add_article(desk: &Desk, title: &str, date: &str) -> String {
    let out = desk.ok(&["add", "--matter", "6.5", "--title", title, "--date", date, "--set", "媒体=新华网"]);
    out.trim_end().to_string()
}
