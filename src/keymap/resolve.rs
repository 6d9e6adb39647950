//! From the rows of several files to the bindings of each context.

use std::collections::HashMap;
use std::sync::Arc;

use keybinds::{KeySeq, Match};

use super::error::KeymapError;
use super::file::{KeyFile, Row};
use super::{Binding, Keymap, Mode, Origin, Place, Table};
use crate::command::{Context, Group};

/// Puts files together, the first being what the others build on.
pub fn resolve(files: Vec<KeyFile>) -> Result<Keymap, KeymapError> {
    let mut rows: Vec<Row> = Vec::new();
    let mut insert_first = Vec::new();
    for file in files {
        doubled(&file.rows)?;
        insert_first = file.insert_first.unwrap_or(insert_first);
        overlay(&mut rows, file.rows);
    }
    let mut bindings = HashMap::new();
    for mode in [Mode::Insert, Mode::Normal] {
        for &context in Context::ALL {
            bindings.insert((mode, context), holding(&rows, context, mode)?);
        }
    }
    let modal = rows.iter().any(|row| row.table.mode == Mode::Normal);
    Ok(Keymap { bindings, insert_first, modal })
}

/// Refuses a key that stands twice in one table of one file.
fn doubled(rows: &[Row]) -> Result<(), KeymapError> {
    let mut seen: HashMap<(Table, &KeySeq), &Origin> = HashMap::new();
    let mut keys: Vec<_> =
        rows.iter().flat_map(|row| row.keys.iter().map(|(keys, at)| (row.table, keys, at))).collect();
    keys.sort_by_key(|(_, _, at)| at.line);
    for (table, keys, at) in keys {
        if let Some(first) = seen.insert((table, keys), at) {
            return Err(KeymapError::Twice(keys.to_string(), first.clone(), at.clone()));
        }
    }
    Ok(())
}

/// Lays the rows of a file over those it builds on: its rows replace, its keys are taken from others.
fn overlay(rows: &mut Vec<Row>, new: Vec<Row>) {
    for row in new {
        rows.retain(|old| (old.table, old.command) != (row.table, row.command));
        for old in rows.iter_mut().filter(|old| old.table == row.table) {
            old.keys.retain(|(keys, _)| !row.keys.iter().any(|(taken, _)| taken == keys));
        }
        rows.push(row);
    }
}

/// The bindings that hold in a context, the nearest table first; a nearer table hides the same key of a wider one.
fn holding(rows: &[Row], context: Context, mode: Mode) -> Result<Vec<Arc<Binding>>, KeymapError> {
    let mut found: Vec<Arc<Binding>> = Vec::new();
    for table in tables(context, mode) {
        for row in rows.iter().filter(|row| row.table == table && row.command.applies_in(context)) {
            for (keys, origin) in &row.keys {
                if !found.iter().any(|known| known.keys == *keys) {
                    let (keys, origin) = (keys.clone(), origin.clone());
                    found.push(Arc::new(Binding { keys, command: row.command, table, origin }));
                }
            }
        }
    }
    prefixes(&found)?;
    Ok(found)
}

/// The tables that hold, the nearest first.
fn tables(context: Context, mode: Mode) -> Vec<Table> {
    let groups = Group::ALL.iter().rev().filter(|group| group.holds(context)).map(|&group| Place::Group(group));
    let places: Vec<Place> = std::iter::once(Place::Context(context)).chain(groups).collect();
    let modes: &[Mode] = if mode == Mode::Normal { &[Mode::Normal, Mode::Insert] } else { &[Mode::Insert] };
    modes.iter().flat_map(|&mode| places.iter().map(move |&place| Table { mode, place })).collect()
}

/// Refuses a key that is also the beginning of a longer one: the longer one could never be typed.
fn prefixes(bindings: &[Arc<Binding>]) -> Result<(), KeymapError> {
    for long in bindings.iter().filter(|binding| binding.keys.as_slice().len() > 1) {
        let begins = |short: &&Arc<Binding>| long.keys.match_to(short.keys.as_slice()) == Match::Prefix;
        if let Some(short) = bindings.iter().find(begins) {
            return Err(KeymapError::Prefix(short.keys.to_string(), short.origin.clone(), long.origin.clone()));
        }
    }
    Ok(())
}
