//! `doctor`: how each part of the ledger is, what a repair does about it, and the repair.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::safety::failed;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{say, say_all};
use crate::lang::Lang;
use crate::store::{Health, Notice, Part, Store, StoreError};

type Examined = Vec<(Part, Health)>;

/// `doctor [--repair] [--json]`: what is not as it should be; with `--repair`, what was done about it first.
pub fn doctor(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let (lang, dir) = (context.lang, context.ledger_dir()?);
    let (repaired, as_json) = (matches.get_flag("repair"), matches.get_flag("json"));
    if repaired {
        let steps = Store::repair(&dir).map_err(failed)?;
        say_all(steps.iter().map(|step| if as_json { step_json(step, lang) } else { step_line(step, lang) }), lang)?;
    }
    let parts = Store::examine(&dir);
    if as_json {
        say_all(parts.iter().map(|(part, health)| part_json(*part, health, lang).to_string()), lang)?;
    } else {
        say_all(parts.iter().flat_map(|(part, health)| part_lines(*part, health, lang)), lang)?;
    }
    verdict(parts, repaired, as_json, lang)
}

/// All is well, or how many findings there are and what to do.
fn verdict(parts: Examined, repaired: bool, as_json: bool, lang: Lang) -> Result<(), CliError> {
    let errors: Vec<StoreError> = parts.into_iter().flat_map(|(_, health)| health.errors()).collect();
    let mendable = errors.iter().filter(|error| error.repair(lang).is_some()).count();
    match errors.len() {
        0 if as_json => Ok(()),
        0 => say(lang.cli_healthy(), lang),
        count => Err(CliError::Findings { count, mendable, repaired }),
    }
}

fn step_line(step: &Notice, lang: Lang) -> String {
    lang.with_hint(&step.text(lang), step.hint(lang))
}

/// A line of `doctor --repair --json`: what was done (`step`) and what is left to do (`hint`).
fn step_json(step: &Notice, lang: Lang) -> String {
    json!({ "step": step.text(lang), "hint": step.hint(lang) }).to_string()
}

/// A line for the part, and two for each thing that is wrong with it.
fn part_lines(part: Part, health: &Health, lang: Lang) -> Vec<String> {
    let state = match health {
        Health::Good => lang.part_good().into(),
        Health::Absent => lang.part_absent().into(),
        Health::Unseen => lang.part_unseen().into(),
        Health::Shut => lang.part_shut().into(),
        Health::InUse(holder) => lang.part_in_use(&holder.text(lang)),
        Health::Hurt(errors) => lang.part_hurt(errors.len()),
    };
    let said = found(health).iter().flat_map(|error| [error.text(lang), remedy(error, lang)]);
    std::iter::once(format!("{}: {state}", name(part, lang))).chain(said.map(|line| format!("  {line}"))).collect()
}

/// A line of `doctor --json`: part, state (`good`, `absent`, `unseen`, `in-use`, `hurt`), and each finding with what to
/// do and whether a repair does it.
fn part_json(part: Part, health: &Health, lang: Lang) -> Value {
    let state = match health {
        Health::Good => "good",
        Health::Absent => "absent",
        Health::Unseen | Health::Shut => "unseen",
        Health::InUse(_) => "in-use",
        Health::Hurt(_) => "hurt",
    };
    let finding = |error: &StoreError| json!({ "what": error.text(lang), "hint": remedy(error, lang), "mendable": error.repair(lang).is_some() });
    json!({ "part": name(part, Lang::En), "state": state, "findings": found(health).iter().map(finding).collect::<Vec<_>>() })
}

fn found(health: &Health) -> &[StoreError] {
    if let Health::Hurt(errors) = health { errors } else { &[] }
}

/// What a repair does about it, else what the user can do.
fn remedy(error: &StoreError, lang: Lang) -> String {
    error.repair(lang).map_or_else(|| error.hint(lang), str::to_owned)
}

const fn name(part: Part, lang: Lang) -> &'static str {
    match part {
        Part::Ground => lang.part_ground(),
        Part::Journal => lang.part_journal(),
        Part::Database => lang.part_database(),
        Part::Cache => lang.part_cache(),
        Part::Backups => lang.part_backups(),
        Part::Reserve => lang.part_reserve(),
        Part::Permissions => lang.part_permissions(),
    }
}
