//! Tables in and out: `import` of .xlsx, .xls, .csv and .txt, `list -o`.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::change::{assignments, no_kind, no_matter};
use super::list::listed;
use crate::cli::args::value;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{note, say, say_all, write};
use crate::id::MatterId;
use crate::import::Book;
use crate::lang::Lang;
use crate::model::{Item, Kind};
use crate::session::{
    Checked, Column, Double, Faulty, Request, Role, Session, SessionError, TableFormat, Twin, matter_of,
};

/// `import FILE` of a table: every row an item of a matter, all of them one change.
pub fn import_table(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let path = Path::new(value(matches, "file").unwrap_or_default());
    let is_dry = matches.get_flag("dry-run");
    let mut session = if is_dry { context.read_only()? } else { context.open()? };
    let importer = session.importer(request(matches, &session, lang)?);
    let book = session.load_table(path, value(matches, "sheet"), &|rows| progress(rows, lang))?;
    let plan = importer.plan(&book.table).map_err(SessionError::from)?;
    let checked = importer.check(&book.table, &plan, &|rows| progress(rows, lang)).map_err(SessionError::from)?;
    progress(0, lang);
    let faulty = checked.faulty_rows();
    let records = !is_dry && (faulty == 0 || matches.get_flag("skip-faulty"));
    let taken = if records { checked.new.len() } else { 0 };
    let told = if matches.get_flag("json") {
        vec![as_json(&book, &checked, taken, &session, lang).to_string()]
    } else {
        lines(&book, &checked, &session, lang)
    };
    let outside = checked.outside.clone();
    if records {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        session.apply(&session.import(checked, &name))?;
    }
    say_all(told, lang)?;
    if let [row, ..] = outside[..] {
        note(&lang.table_outside(outside.len(), &session.year().to_string(), row), lang);
    }
    match (faulty, records, taken) {
        (0, true, 0) if !matches.get_flag("json") => say(lang.table_nothing_new(), lang),
        (0, true, taken) if !matches.get_flag("json") => say(&lang.table_imported(taken), lang),
        (0, ..) => Ok(()),
        (rows, true, taken) => Err(CliError::Faulty(lang.table_good_taken(rows, taken), lang.table_faulty_hint())),
        (rows, false, _) if is_dry => Err(CliError::Faulty(lang.table_dry_faulty(rows), lang.table_faulty_hint())),
        (rows, false, _) => Err(CliError::Faulty(lang.table_none_taken(rows), lang.table_faulty_hint())),
    }
}

/// What the options say of the table.
fn request(matches: &ArgMatches, session: &Session, lang: Lang) -> Result<Request, CliError> {
    let (matter, kind) = matter(matches, session, lang)?;
    let given = assignments(matches, "set", lang)?;
    let role = |text: &str| match kind {
        Some(kind) => Role::typed(text, kind),
        None => Ok(Role::of_code(text.trim())),
    };
    let chosen = assignments(matches, "map", lang)?.into_iter();
    Ok(Request {
        matter,
        chosen: chosen
            .map(|(heading, text)| Ok((heading.into(), role(text).map_err(SessionError::from)?)))
            .collect::<Result<_, CliError>>()?,
        given: given.into_iter().map(|(name, text)| (name.into(), text.into())).collect(),
    })
}

/// The matter that `--matter` names, or the first of `--kind`; none: the rows say it.
fn matter<'a>(
    matches: &ArgMatches,
    session: &'a Session,
    lang: Lang,
) -> Result<(Option<MatterId>, Option<&'a Kind>), CliError> {
    let template = session.template();
    let found = if let Some(text) = value(matches, "matter") {
        Some(template.matter_named(text).ok_or_else(|| no_matter(text, session, lang))?)
    } else if let Some(text) = value(matches, "kind") {
        let kind = template.kind_named(text).ok_or_else(|| no_kind(text, session, lang))?;
        let bare = || CliError::Usage(lang.cli_kind_without_matter(text), lang.cli_which_matter().into());
        Some(matter_of(template, &kind.id).ok_or_else(bare)?)
    } else {
        None
    };
    let kind = found.and_then(|matter| template.kind(&matter.kind));
    Ok((found.map(|matter| matter.id.clone()), kind))
}

/// Says on a terminal how far reading is; 0 takes the line away. Nothing is kept before the end: Ctrl-C cancels.
fn progress(rows: usize, lang: Lang) -> bool {
    let mut err = io::stderr();
    if err.is_terminal() {
        let said = if rows == 0 { String::new() } else { lang.table_progress(rows) };
        drop(write!(err, "\r\x1b[K{said}").and_then(|()| err.flush()));
    }
    true
}

fn lines(book: &Book, checked: &Checked, session: &Session, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if !book.table.name.is_empty() {
        let others: Vec<&str> =
            book.sheets.iter().map(String::as_str).filter(|name| *name != book.table.name).collect();
        let others = if others.is_empty() { String::new() } else { lang.table_other_sheets(&others.join(" ")) };
        lines.push(format!("{}{others}", lang.table_sheet(&book.table.name)));
    }
    let column = |column: &Column| {
        let role = session.role_name(&column.role, &checked.kind, lang);
        format!("{} {} -> {role}{}", column.letter(), column.heading, column.how.text(lang))
    };
    let columns: Vec<String> = checked.columns.iter().map(column).collect();
    lines.push(lang.table_columns(&columns.join("  ")));
    lines.push(lang.table_new(checked.new.len()));
    if !checked.doubles.is_empty() {
        lines.push(lang.table_doubles(checked.doubles.len()));
        lines.extend(checked.doubles.iter().map(|one| format!("  {}", one.text(lang))));
    }
    if !checked.sums.is_empty() {
        lines.push(lang.table_sums(checked.sums.len()));
        lines.extend(checked.sums.iter().map(|one| format!("  {}", one.text(lang))));
    }
    if !checked.faulty.is_empty() {
        lines.push(lang.table_faulty(checked.faulty_rows()));
        lines.extend(checked.faulty.iter().map(|one| format!("  {}", one.text(lang))));
    }
    lines
}

/// `import --json`: the sheet, each column with its field and how that is known, the rows that are new, double and
/// faulty, and how many were imported.
fn as_json(book: &Book, checked: &Checked, taken: usize, session: &Session, lang: Lang) -> Value {
    let column = |column: &Column| {
        json!({
            "column": column.letter(),
            "heading": column.heading,
            "field": (column.role != Role::Ignored).then(|| column.role.code()),
            "name": session.role_name(&column.role, &checked.kind, lang),
            "known": column.how.code(),
        })
    };
    let new = |(row, item): &(usize, Item)| json!({ "row": row, "matter": item.card.matter, "title": item.card.title, "date": item.card.when.print(item.card.year) });
    let double = |double: &Double| match double.of {
        Twin::Item(id) => json!({ "row": double.row, "title": double.title, "item": id.to_string() }),
        Twin::Row(row) => json!({ "row": double.row, "title": double.title, "same_as_row": row }),
    };
    let faulty = |one: &Faulty| json!({ "row": one.row, "heading": one.heading, "fault": one.fault.text(lang) });
    json!({
        "sheet": book.table.name,
        "sheets": book.sheets,
        "kind": checked.kind,
        "columns": checked.columns.iter().map(column).collect::<Vec<_>>(),
        "new": checked.new.iter().map(new).collect::<Vec<_>>(),
        "doubles": checked.doubles.iter().map(double).collect::<Vec<_>>(),
        "faulty": checked.faulty.iter().map(faulty).collect::<Vec<_>>(),
        "sums": checked.sums.iter().map(|one| one.row).collect::<Vec<_>>(),
        "outside": checked.outside,
        "imported": taken,
    })
}

/// `list -o FILE|- [--columns A,B|NAME] [--keep-columns NAME] [--force]`: the items as a table.
pub fn export_list(matches: &ArgMatches, output: &str, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let path = Path::new(output);
    let format = if output == "-" { TableFormat::Csv } else { table_format(output, lang)? };
    let keep = value(matches, "keep-columns");
    let mut session = if keep.is_some() { context.open()? } else { context.read_only()? };
    let selection = listed(matches, &session, lang)?;
    let found: Vec<&Item> = selection.items().collect();
    let columns = match value(matches, "columns") {
        Some(text) => session.columns_named(text)?,
        None => session.usual_columns(&found),
    };
    if output == "-" {
        return write(&session.list_bytes(&found, &columns, format, lang)?, lang);
    }
    session.export_list(&found, &columns, (path, format, matches.get_flag("force")), lang)?;
    if let Some(name) = keep {
        session.apply(&session.keep_columns(name, &columns))?;
    }
    say(&path.display().to_string(), lang)
}

/// The format that the ending of a file's name asks for.
pub(super) fn table_format(output: &str, lang: Lang) -> Result<TableFormat, CliError> {
    let bad = || CliError::Usage(lang.cli_bad_table(output), lang.cli_table_hint().into());
    TableFormat::of(Path::new(output)).ok_or_else(bad)
}
