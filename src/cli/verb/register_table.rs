//! `register export` and `register import`: a register as a table, out and in.

use std::path::Path;

use clap::ArgMatches;

use super::tables::table_format;
use crate::cli::args::value;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{say, say_all};
use crate::lang::Lang;
use crate::model::Entry;
use crate::session::RegisterPlan;

/// `register export REGISTER -o FILE [--force]`.
pub fn export(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let (session, lang) = (context.read_only()?, context.lang);
    let output = value(matches, "output").unwrap_or_default();
    let format = table_format(output, lang)?;
    let register = session.register_named(value(matches, "register").unwrap_or_default())?;
    session.export_register(register, (Path::new(output), format, matches.get_flag("force")), lang)?;
    say(output, lang)
}

/// `register import REGISTER FILE [--dry-run]`: all rows are one change; where one is faulty, none is taken.
pub fn import(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let is_dry = matches.get_flag("dry-run");
    let path = Path::new(value(matches, "file").unwrap_or_default());
    let mut session = if is_dry { context.read_only()? } else { context.open()? };
    let register = session.register_named(value(matches, "register").unwrap_or_default())?;
    let book = session.load_table(path, None, &|_| true)?;
    let plan = session.register_table(register, &book.table)?;
    say_all(lines(&plan, lang), lang)?;
    match plan.faulty_rows() {
        0 if is_dry => Ok(()),
        0 if plan.is_empty() => say(lang.register_nothing_new(), lang),
        0 => {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            session.apply(&session.import_register(&plan, &name))?;
            say(&lang.register_imported(plan.new.len(), plan.changed.len()), lang)
        }
        rows if is_dry => Err(CliError::Faulty(lang.table_dry_faulty(rows), lang.register_faulty_hint())),
        rows => Err(CliError::Faulty(lang.table_none_taken(rows), lang.register_faulty_hint())),
    }
}

/// What would become of the register, and every fault with its row and column.
fn lines(plan: &RegisterPlan, lang: Lang) -> Vec<String> {
    let labels =
        |entries: &[Entry]| entries.iter().map(|entry| entry.label.as_str()).collect::<Vec<_>>().join(lang.between());
    let mut lines = Vec::new();
    if !plan.ignored.is_empty() {
        lines.push(lang.register_ignored(&plan.ignored.join(lang.between())));
    }
    lines.push(lang.register_new(plan.new.len(), &labels(&plan.new)).trim_end().to_owned());
    lines.push(lang.register_changed(plan.changed.len(), &labels(&plan.changed)).trim_end().to_owned());
    lines.push(lang.register_same(plan.same));
    if !plan.alike.is_empty() {
        lines.push(lang.register_alike(plan.alike.len(), &plan.alike_text(plan.alike.len(), lang)));
    }
    if !plan.doubles.is_empty() {
        lines.push(lang.table_doubles(plan.doubles.len()));
        lines.extend(plan.doubles.iter().map(|one| format!("  {}", one.text(lang))));
    }
    if !plan.faulty.is_empty() {
        lines.push(lang.table_faulty(plan.faulty_rows()));
        lines.extend(plan.faulty.iter().map(|one| format!("  {}", one.text(lang))));
    }
    lines
}
