//! `export`: writes the report and prints its path.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::cli::args::value;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{say, write};
use crate::lang::Lang;
use crate::session::{FileFormat, Target};

/// `export [-o FILE|-] [--format docx|md|txt] [--force]`.
pub fn export(matches: &ArgMatches, context: &Context) -> Result<(), CliError> {
    let lang = context.lang;
    let output = value(matches, "output");
    let asked = value(matches, "format").map(|text| format(text, lang)).transpose()?;
    let named = output.filter(|path| *path != "-").map(Path::new);
    let format =
        asked.map_or_else(|| named.map_or_else(|| Ok(FileFormat::default()), |path| by_name(path, lang)), Ok)?;
    let session = context.read_only()?;
    if output == Some("-") {
        return write(&format.bytes(session.document())?, lang);
    }
    let force = matches.get_flag("force");
    let target = output.map_or(Target::Folder, |path| Target::File { path: PathBuf::from(path), force });
    let published = session.publish(format, &target)?;
    say(&published.path.display().to_string(), lang)
}

/// The format that a file's ending asks for; a name without an ending asks for the default.
fn by_name(path: &Path, lang: Lang) -> Result<FileFormat, CliError> {
    let Some(ending) = path.extension() else { return Ok(FileFormat::default()) };
    let unknown = || CliError::Usage(lang.cli_bad_format(&ending.to_string_lossy()), lang.cli_format_hint().into());
    FileFormat::of(path).ok_or_else(unknown)
}

fn format(text: &str, lang: Lang) -> Result<FileFormat, CliError> {
    match text {
        "docx" => Ok(FileFormat::Docx),
        "md" | "markdown" => Ok(FileFormat::Markdown),
        "txt" | "text" => Ok(FileFormat::Text),
        _ => Err(CliError::Usage(lang.cli_bad_format(text), lang.cli_format_hint().into())),
    }
}
