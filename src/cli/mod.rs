//! The command line: thin verbs over the session. Bare `taizhang` and `demo` open the interface.

mod args;
mod context;
mod error;
mod json;
mod misuse;
mod output;
mod patience;
mod verb;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;
use clap::error::ErrorKind;

use crate::lang::Lang;
use crate::text::printable;
use context::Context;
use error::CliError;
use output::say;

/// Runs the program with the arguments it was started with.
///
/// Exit codes: 0 done, 1 a failed act, 2 wrong use, 3 findings.
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().collect();
    let lang = language(&arguments);
    match run(&arguments, lang) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", printable(&error.text(lang)));
            ExitCode::from(error.code())
        }
    }
}

fn run(arguments: &[OsString], lang: Lang) -> Result<(), CliError> {
    let matches = match args::command(lang).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(shown) if matches!(shown.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return say(shown.to_string().trim_end(), lang);
        }
        Err(error) => return Err(misuse::misuse(&error, lang)),
    };
    let (verb, sub) = matches.subcommand().unwrap_or(("", &matches));
    check_lang(sub, lang)?;
    dispatch(verb, sub, &Context::read(sub, lang)?)
}

fn dispatch(verb: &str, matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    match verb {
        "demo" => verb::demo(context),
        "init" => verb::init(matches, context),
        "year" => verb::year_new(matches.subcommand_matches("new").unwrap_or(matches), context),
        "set" => verb::set(matches, context),
        "add" => verb::add(matches, context),
        "edit" => verb::edit(matches, context),
        "rm" => verb::rm(matches, context),
        "unbin" => verb::unbin(matches, context),
        "show" => verb::show(matches, context),
        "list" => verb::list(matches, context),
        "status" => verb::status(matches, context),
        "figures" => verb::figures(matches, context),
        "report" => verb::report(matches, context),
        "outline" => verb::outline(matches, context),
        "register" => verb::register(matches, context),
        "check" => verb::check(matches, context),
        "returns" => verb::returns(matches, context),
        "urge" => verb::urge(matches, context),
        "export" => verb::export(matches, context),
        "profile" => verb::profile(matches, context),
        "editions" => verb::editions(matches, context),
        "diff" => verb::diff(matches, context),
        "template" => verb::template(context),
        "keys" => verb::keys(context),
        "backup" => verb::backup(matches, context),
        "backups" => verb::backups(matches, context),
        "restore" => verb::restore(matches, context),
        "import" => verb::import(matches, context),
        "merge" => verb::merge(matches, context),
        "doctor" => verb::doctor(matches, context),
        "undo" => verb::undo(context),
        "redo" => verb::redo(context),
        "history" => verb::history(matches, context),
        _ => verb::interface(context),
    }
}

/// The language that `--lang` asks for, else that of the locale; needed before the arguments are parsed.
fn language(arguments: &[OsString]) -> Lang {
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
    let after = words.iter().position(|word| *word == "--lang").and_then(|at| words.get(at + 1).copied());
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    let asked = joined.or(after).and_then(|text| text.parse().ok());
    asked.unwrap_or_else(|| Lang::from_locale(&locale()))
}

/// The locale's name: the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is set.
fn locale() -> String {
    let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).unwrap_or_default()
}

fn check_lang(matches: &ArgMatches, lang: Lang) -> Result<(), CliError> {
    match args::value(matches, "lang") {
        Some(text) if text.parse::<Lang>().is_err() => {
            Err(CliError::Usage(lang.cli_bad_lang(text), lang.cli_lang_hint().into()))
        }
        _ => Ok(()),
    }
}
