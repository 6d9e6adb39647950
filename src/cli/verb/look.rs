//! Verbs that only look: show, status, figures.

use clap::ArgMatches;
use serde_json::json;

use crate::board::{Board, SectionRow};
use crate::cli::args::{value, variant};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::json;
use crate::cli::output::{say, say_all};
use crate::entry;
use crate::query;
use crate::session::Session;
use crate::text::Cells;

/// `show`: one item whole.
pub fn show(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let session = context.read_only()?;
    let item = session.item(value(matches, "id").unwrap_or_default())?;
    if matches.get_flag("json") {
        return say(&json::whole(item, &session).to_string(), context.lang);
    }
    let desk = session.desk_of(item);
    let rows = entry::fields(item, desk).into_iter().map(|field| (field, entry::shown(item, field, desk)));
    let filled = rows.filter(|(_, shown)| !shown.is_empty());
    let filled = filled.map(|(field, shown)| format!("{}: {shown}", field.name(context.lang)));
    let bin = if item.card.binned { context.lang.cli_in_the_bin() } else { "" };
    say_all(std::iter::once(format!("{}{bin}", item.card.id)).chain(filled), context.lang)
}

/// `status`: where each section stands, and the blanks.
pub fn status(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let session = context.read_only()?;
    let board = session.board();
    if matches.get_flag("json") {
        return say(&status_json(&session, board).to_string(), context.lang);
    }
    let lang = context.lang;
    let head = [
        lang.cli_status_section(),
        lang.cli_status_matters(),
        lang.cli_status_items(),
        lang.cli_status_last(),
        lang.cli_status_figures(),
        lang.cli_status_missing(),
    ];
    let rows = board.sections.iter().chain(&board.closing).map(status_row);
    let rows: Vec<_> = std::iter::once(head.map(String::from)).chain(rows).collect();
    say_all(aligned(&rows).into_iter().chain([lang.cli_blanks(board.blanks)]), lang)
}

fn status_row(row: &SectionRow) -> [String; 6] {
    [
        format!("{} {}", row.id, row.name),
        format!("{}/{}", row.matters_with, row.matters_expected),
        row.items.to_string(),
        row.last.map_or_else(|| "-".into(), |day| day.format("%m-%d").to_string()),
        format!("{}/{}", row.checked, row.figures),
        row.missing.to_string(),
    ]
}

/// The rows in columns as wide as their widest cell, the first flush left, the others right.
fn aligned<const N: usize>(rows: &[[String; N]]) -> Vec<String> {
    let cells = Cells::default();
    let widest = |at: usize| rows.iter().map(|row| cells.width(&row[at])).max().unwrap_or_default();
    let widths: [usize; N] = std::array::from_fn(widest);
    let cell = |(at, text): (usize, &String)| match at {
        0 => cells.fit(text, widths[0]),
        _ => cells.fit_right(text, widths[at]),
    };
    rows.iter().map(|row| row.iter().enumerate().map(cell).collect::<Vec<_>>().join("  ")).collect()
}

fn status_json(session: &Session, board: &Board) -> serde_json::Value {
    let section = |row: &SectionRow| {
        json!({
            "number": row.id,
            "title": row.name,
            "matters": { "something": row.matters_with, "expected": row.matters_expected },
            "items": row.items,
            "last": row.last,
            "figures": { "checked": row.checked, "expected": row.figures },
            "missing": row.missing,
        })
    };
    json!({
        "year": session.year().number(),
        "as_of": session.as_of(),
        "sections": board.sections.iter().chain(&board.closing).map(section).collect::<Vec<_>>(),
        "blanks": board.blanks,
    })
}

/// `figures`: every indicator with its value, state and the items behind it.
pub fn figures(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let variant = variant(matches)?;
    let session = context.read_only()?;
    let (template, figures) = (session.template(), session.figures_of(&variant));
    let in_order = template.indicators.iter().filter_map(|one| Some((&one.id, figures.get(&one.id)?)));
    if matches.get_flag("json") {
        let rows: Vec<_> = in_order.map(|(id, figure)| json::figure(id, figure, &session)).collect();
        return say(&serde_json::Value::Array(rows).to_string(), context.lang);
    }
    let row = |(id, figure): (&crate::id::IndicatorId, &query::Figure)| {
        let text = session.text_of_figure(id, Some(figure));
        let text = if figure.expected { context.lang.figure_expected(&text) } else { text };
        format!("{id}  {text}  {}  {}", figure.state.text(context.lang), figure.items.len())
    };
    say_all(in_order.map(row), context.lang)
}
