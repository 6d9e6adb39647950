//! `report`: what the report says now, as text or as a tree in which every run names its source.

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::cli::args::variant;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{note, say, write};
use crate::document::{Block, Document, Face, FigureSource, Orientation, Paragraph, Role, Run, Source, Table};
use crate::export;
use crate::id::{EntryId, ItemId};

/// `report [--variant V] [--json]`.
pub fn report(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let variant = variant(matches)?;
    let session = context.read_only()?;
    let document = session.document_of(&variant);
    if let Some(sentence) = session.unveiled(&variant, context.lang) {
        note(sentence, context.lang);
    }
    if matches.get_flag("json") {
        return say(&tree(&document).to_string(), context.lang);
    }
    write(export::plain(&document).as_bytes(), context.lang)
}

/// title, author, date, and blocks: paragraphs (role, runs), tables (header, rows of cells of runs), page parts.
fn tree(document: &Document) -> Value {
    json!({
        "title": document.meta.title,
        "author": document.meta.author,
        "date": document.meta.date,
        "blanks": document.blanks(),
        "blocks": document.blocks.iter().map(block).collect::<Vec<_>>(),
    })
}

fn block(block: &Block) -> Value {
    match block {
        Block::Paragraph(Paragraph { role: what, runs }) => {
            json!({ "type": "paragraph", "role": role(*what), "runs": runs.iter().map(run).collect::<Vec<_>>() })
        }
        Block::Table(Table { header, rows, .. }) => {
            let cells =
                |row: &Vec<Vec<Run>>| row.iter().map(|cell| cell.iter().map(run).collect()).collect::<Vec<Value>>();
            json!({ "type": "table", "header": header, "rows": rows.iter().map(cells).collect::<Vec<_>>() })
        }
        Block::Picture(_) => json!({ "type": "picture" }),
        Block::Part(Orientation::Portrait) => json!({ "type": "part", "orientation": "portrait" }),
        Block::Part(Orientation::Landscape) => json!({ "type": "part", "orientation": "landscape" }),
    }
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Title => "title",
        Role::Heading1 => "heading1",
        Role::Heading2 => "heading2",
        Role::Heading3 => "heading3",
        Role::Body => "body",
        Role::Addressee => "addressee",
        Role::AnnexNote { .. } => "annex_note",
        Role::AnnexLabel => "annex_label",
        Role::AnnexTitle => "annex_title",
        Role::Signature => "signature",
        Role::Date { .. } => "date",
        Role::Caption => "caption",
        Role::Blank => "blank",
    }
}

fn run(run: &Run) -> Value {
    json!({
        "text": run.text,
        "heading": run.face == Face::RunIn,
        "blank": run.blank,
        "source": source(&run.source),
    })
}

fn source(source: &Source) -> Value {
    match source {
        Source::Program => json!({ "kind": "program" }),
        Source::Passage(id, span) => json!({ "kind": "passage", "id": id, "start": span.start, "end": span.end }),
        Source::Item(id) => json!({ "kind": "item", "id": id.to_string() }),
        Source::Token { passage, item, name, figure } => json!({
            "kind": "token",
            "name": name,
            "passage": passage,
            "item": item.as_ref().map(ToString::to_string),
            "took": took(figure),
        }),
    }
}

fn took(figure: &FigureSource) -> Value {
    match figure {
        FigureSource::Setting(id) => json!({ "kind": "setting", "id": id }),
        FigureSource::Indicator { id, items, units } => {
            json!({ "kind": "indicator", "id": id, "items": ids(items), "units": entries(units) })
        }
        FigureSource::Tally(items) => json!({ "kind": "tally", "items": ids(items) }),
        FigureSource::Field(id) => json!({ "kind": "field", "item": id.to_string() }),
        FigureSource::Entries(ids) => json!({ "kind": "entries", "ids": entries(ids) }),
        FigureSource::Calendar => json!({ "kind": "calendar" }),
        FigureSource::Unknown => json!({ "kind": "unknown" }),
    }
}

fn ids(items: &[ItemId]) -> Vec<String> {
    items.iter().map(ToString::to_string).collect()
}

fn entries(ids: &[EntryId]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}
