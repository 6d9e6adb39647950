//! `keys`: the keymap in force, and where each line comes from.

use std::collections::BTreeSet;

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::say_all;
use crate::command;
use crate::keymap::{Keymap, Mode};

/// The keymap that `--keymap` names, else the office keymap.
pub fn keymap(context: &Context) -> Result<Keymap, CliError> {
    Ok(context.keymap.as_deref().map_or_else(|| Ok(Keymap::office()), Keymap::load)?)
}

/// Prints every key by context: key, command, what it is called, file and line.
pub fn keys(context: &Context) -> Result<(), CliError> {
    let keymap = keymap(context)?;
    let modes = if keymap.is_modal() { &[Mode::Insert, Mode::Normal][..] } else { &[Mode::Insert] };
    let mut lines = Vec::new();
    for &place in command::Context::ALL {
        let modes: BTreeSet<Mode> = modes.iter().map(|&mode| keymap.mode_in(place, mode)).collect();
        for mode in modes {
            lines.extend(rows(&keymap, place, mode, context));
        }
    }
    say_all(lines, context.lang)
}

fn rows(keymap: &Keymap, place: command::Context, mode: Mode, context: &Context) -> Vec<String> {
    let title = match mode {
        Mode::Normal => format!("[{}] normal  {}", place.name(), place.label(context.lang)),
        Mode::Insert => format!("[{}]  {}", place.name(), place.label(context.lang)),
    };
    let row = |binding: &crate::keymap::Binding| {
        let (command, origin) = (binding.command, &binding.origin);
        let (key, label) = (binding.label(context.lang), command.label(context.lang));
        format!("  {key}\t{}\t{label}\t{}:{}", command.name(), origin.file, origin.line)
    };
    let applying = keymap.bindings(place, mode).filter(|binding| binding.command.applies_in(place));
    std::iter::once(title).chain(applying.map(row)).collect()
}
