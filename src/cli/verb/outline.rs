//! `outline`: the passages of the report, each with its number, its finished words and what hangs there.

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::say;
use crate::id::MatterId;
use crate::report::{OutlineOf, OutlineRow};
use crate::text::printable;

/// `outline [--json]`.
pub fn outline(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let session = context.read_only()?;
    let as_json = matches.get_flag("json");
    let line = |row: &OutlineRow| if as_json { value(row).to_string() } else { drawn(row) };
    let lines: Vec<String> = session.outline().iter().map(line).collect();
    say(&lines.join("\n"), context.lang)
}

/// `    一是组织中心组学习。…`; what prints nothing stands in brackets.
fn drawn(row: &OutlineRow) -> String {
    let words = format!("{}{}", row.number, row.words.replace('\n', " "));
    let words = if row.prints { words } else { format!("[{words}]") };
    format!("{}{}", "  ".repeat(row.depth), printable(&words))
}

/// passage or item, depth, number, words, whether it prints, blanks, items, matters at home, matters printed too.
fn value(row: &OutlineRow) -> Value {
    let (passage, item) = match &row.of {
        OutlineOf::Passage(id) => (Some(id.as_str()), None),
        OutlineOf::Item(id) => (None, Some(id.to_string())),
    };
    let names = |ids: &[MatterId]| ids.iter().map(|id| Value::from(id.as_str())).collect::<Vec<_>>();
    json!({
        "passage": passage,
        "item": item,
        "depth": row.depth,
        "number": row.number,
        "words": row.words,
        "prints": row.prints,
        "blanks": row.blanks,
        "items": row.items,
        "matters": names(&row.matters),
        "also": names(&row.further),
    })
}
