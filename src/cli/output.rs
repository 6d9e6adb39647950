//! Standard output: a reader that hangs up early (`| head`) ends the verb quietly.

use std::io::{self, ErrorKind, Write};

use super::error::CliError;
use crate::lang::Lang;
use crate::text::printable;

/// Prints a line.
pub fn say(line: &str, lang: Lang) -> Result<(), CliError> {
    write(format!("{line}\n").as_bytes(), lang)
}

/// Says on standard error what the user should know besides what was asked for.
pub fn note(text: &str, lang: Lang) {
    eprintln!("{}{}", lang.cli_notice(), printable(text));
}

/// Prints many lines at once.
pub fn say_all(lines: impl IntoIterator<Item = String>, lang: Lang) -> Result<(), CliError> {
    let mut text = String::new();
    for line in lines {
        text.push_str(&line);
        text.push('\n');
    }
    write(text.as_bytes(), lang)
}

/// Writes bytes as they are.
pub fn write(bytes: &[u8], lang: Lang) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(CliError::File(lang.cli_output(&error.to_string()), lang.cli_output_hint().into()))
        }
        _ => Ok(()),
    }
}
