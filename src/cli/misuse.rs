//! What is wrong with the words of a command line, said in the user's language.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::error::CliError;
use crate::lang::Lang;

/// Puts an error of the argument parser into our own words.
pub fn misuse(error: &Error, lang: Lang) -> CliError {
    let word = |kind| said(error, kind);
    let arg = word(ContextKind::InvalidArg);
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => lang.cli_unknown_verb(&word(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument if arg.starts_with('-') => lang.cli_unknown_option(&arg),
        ErrorKind::MissingRequiredArgument => lang.cli_missing_argument(&arg),
        ErrorKind::MissingSubcommand => lang.cli_missing_argument("VERB"),
        ErrorKind::InvalidValue | ErrorKind::NoEquals | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            lang.cli_missing_value(&arg)
        }
        ErrorKind::ArgumentConflict if word(ContextKind::PriorArg) == arg => lang.cli_repeated(&arg),
        ErrorKind::ArgumentConflict if arg.is_empty() => {
            lang.cli_verb_first(&word(ContextKind::InvalidSubcommand), &word(ContextKind::PriorArg))
        }
        ErrorKind::ArgumentConflict => lang.cli_conflict(&arg, &word(ContextKind::PriorArg)),
        ErrorKind::InvalidUtf8 => lang.cli_not_utf8().to_string(),
        _ => lang.cli_unexpected(&arg),
    };
    let meant = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg].map(word);
    let hint = meant
        .iter()
        .find(|word| !word.is_empty())
        .map_or_else(|| lang.cli_see_help().into(), |word| lang.cli_did_you_mean(word));
    CliError::Usage(what, hint)
}

fn said(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(" "),
        _ => String::new(),
    }
}
