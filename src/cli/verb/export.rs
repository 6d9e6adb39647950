//! `export`: writes the report and prints its path.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::ArgMatches;

use crate::cli::args::{value, values, variant};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{note, say, write};
use crate::lang::Lang;
use crate::session::{FileFormat, PaperChoice, Session, SessionError, Target};
use crate::store::{Store, StoreError};

/// What is exported, and in which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// The report.
    Report(FileFormat),
    /// The whole ledger, as rows of JSON.
    Everything,
}

impl Form {
    /// What `--format` calls it.
    const fn name(self) -> &'static str {
        match self {
            Self::Report(format) => format.extension(),
            Self::Everything => "jsonl",
        }
    }
}

/// `export [--variant V] [--profile NAME] [--annex NAME]… [--seal] [-o FILE|-] [--format docx|md|txt|jsonl] [--force]`.
pub fn export(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let output = value(matches, "output");
    if output == Some("") {
        return Err(CliError::Usage(lang.cli_missing_value("-o"), lang.cli_see_help().into()));
    }
    let asked = value(matches, "format").map(|text| format(text, lang)).transpose()?;
    let format = match (asked, output.filter(|path| *path != "-").map(Path::new)) {
        (Some(asked), Some(path)) => agreed(asked, path, lang)?,
        (None, Some(path)) => by_name(path, lang)?,
        (asked, None) => asked.unwrap_or(Form::Report(FileFormat::default())),
    };
    let Form::Report(format) = format else { return everything(matches, output, context) };
    let variant = variant(matches)?;
    let asked = (&variant, &choice(matches));
    if output == Some("-") {
        let session = context.read_only()?;
        let paper = session.paper(asked.0, asked.1)?;
        if let Some(sentence) = session.unveiled(&variant, lang) {
            note(sentence, lang);
        }
        return write(&format.bytes(&paper.document, &paper.profile)?, lang);
    }
    let force = matches.get_flag("force");
    let target = output.map_or(Target::Folder, |path| Target::File { path: PathBuf::from(path), force });
    let (mut session, unopened) = to_keep(context)?;
    let published = session.publish(asked, format, &target)?;
    for sentence in session.left_out(&variant, &published, lang) {
        note(&sentence, lang);
    }
    if let Some(number) = published.frozen {
        note(&lang.published_after_final(number), lang);
    }
    if let Err(error) = published.kept {
        let why = unopened.unwrap_or(error);
        note(&lang.published_unkept(published.edition, &why.text(lang), &why.hint(lang)), lang);
    }
    say(&published.path.display().to_string(), lang)
}

/// How it is asked to go on paper.
fn choice(matches: &ArgMatches) -> PaperChoice {
    PaperChoice {
        profile: value(matches, "profile").map(str::to_owned),
        annexes: values(matches, "annex").into_iter().map(str::to_owned).collect(),
        seal: matches.get_flag("seal"),
    }
}

/// The ledger, to keep what is exported; where it can only be read, that, and why.
fn to_keep(context: &Context) -> Result<(Session, Option<SessionError>), CliError> {
    // Without it the report is written all the same: nobody waits for that.
    match context.open_within(Duration::ZERO) {
        Ok(session) => Ok((session, None)),
        Err(CliError::Session(SessionError::Store(why @ (StoreError::Locked(_) | StoreError::Io { .. })))) => {
            Ok((context.read_only()?, Some(SessionError::Store(why))))
        }
        Err(other) => Err(other),
    }
}

/// The format that was asked for, unless the file's ending says another.
fn agreed(asked: Form, path: &Path, lang: Lang) -> Result<Form, CliError> {
    let named = ending(path).and_then(|ending| format(&ending, lang).ok());
    if named.is_none_or(|named| named == asked) {
        return Ok(asked);
    }
    let what = lang.cli_formats_differ(asked.name(), &path.display().to_string());
    Err(CliError::Usage(what, lang.cli_formats_differ_hint().into()))
}

/// jsonl: all records and all changes, to standard output or a file that only its owner can read.
fn everything(matches: &ArgMatches, output: Option<&str>, context: &Context) -> Result<(), CliError> {
    let (dir, force) = (context.ledger_dir()?, matches.get_flag("force"));
    let of_paper = ["variant", "profile", "annex"].into_iter().filter(|option| matches.contains_id(option));
    if let Some(option) = of_paper.chain(matches.get_flag("seal").then_some("seal")).next() {
        let what = context.lang.cli_only_reports(&format!("--{option}"));
        return Err(CliError::Usage(what, context.lang.cli_only_reports_hint().into()));
    }
    let Some(path) = output.filter(|path| *path != "-").map(PathBuf::from) else {
        let mut rows = Vec::new();
        Store::export(&dir, &mut rows).map_err(SessionError::Store)?;
        return write(&rows, context.lang);
    };
    if path.exists() && !force {
        return Err(SessionError::FileExists(path).into());
    }
    Store::export_file(&dir, &path).map_err(SessionError::Store)?;
    say(&path.display().to_string(), context.lang)
}

/// The format that a file's ending asks for; a name without an ending asks for the default.
fn by_name(path: &Path, lang: Lang) -> Result<Form, CliError> {
    ending(path).map_or(Ok(Form::Report(FileFormat::default())), |ending| format(&ending, lang))
}

/// The ending of a file's name, without its dot.
fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_string_lossy().to_lowercase())
}

fn format(text: &str, lang: Lang) -> Result<Form, CliError> {
    match text {
        "docx" => Ok(Form::Report(FileFormat::Docx)),
        "md" | "markdown" => Ok(Form::Report(FileFormat::Markdown)),
        "txt" | "text" => Ok(Form::Report(FileFormat::Text)),
        "jsonl" => Ok(Form::Everything),
        "xlsx" | "xls" | "csv" => Err(CliError::Usage(lang.cli_bad_format(text), lang.cli_table_by_list().into())),
        _ => Err(CliError::Usage(lang.cli_bad_format(text), lang.cli_format_hint().into())),
    }
}
