//! Joining what somebody else wrote to the journal: changes whose numbers are taken.
//!
//! One whose records are still as it found them is added at the end. Any other is kept whole in a file beside the
//! journal, and its records are named.

use std::path::{Path, PathBuf};

use super::Logged;
use super::Seq;
use super::disk::{Disk, replace};
use super::error::{Doing, StoreError};
use super::line::{self, Head};
use super::recover::names;
use super::salvage::{Salvage, aside};
use super::segment::framed;
use super::walk::redo;
use crate::model::Ledger;

/// What became of such changes.
#[derive(Debug, Default)]
pub(super) struct Joined {
    /// The records of those that were added.
    pub(super) added: Vec<String>,
    /// The records of those that were not.
    pub(super) kept: Vec<String>,
    /// Where these are.
    pub(super) aside: Option<PathBuf>,
}

/// Joins the lines apart to a journal that lacks nothing else; they are written before the journal is.
pub(super) fn join(disk: &dyn Disk, salvage: &mut Salvage) -> Result<Joined, StoreError> {
    let lines = std::mem::take(&mut salvage.apart);
    if lines.is_empty() {
        return Ok(Joined::default());
    }
    let mut state = Ledger::default();
    salvage.lines.values().filter_map(|json| line::read(json).ok()).for_each(|logged| redo(&logged, &mut state));
    let (mut added, mut apart, mut bytes) = (Vec::new(), Vec::new(), Vec::new());
    for json in lines {
        match line::read(&json) {
            Ok(logged) if logged.change.apply(&mut state).is_ok() => {
                append(salvage, &json, &logged);
                added.extend(logged.change.edits);
            }
            read => {
                apart.extend(read.into_iter().flat_map(|logged| logged.change.edits));
                bytes.extend(framed(&json));
            }
        }
    }
    let aside = (!bytes.is_empty()).then(|| keep(disk, salvage, &bytes)).transpose()?.flatten();
    Ok(Joined { added: names(&added), kept: names(&apart), aside })
}

/// Adds a change at the end, with the next number.
fn append(salvage: &mut Salvage, json: &[u8], logged: &Logged) {
    let Ok(head) = line::head(json) else { return };
    let last = salvage.last();
    let lamport = salvage.lines.get(&last).and_then(|json| line::head(json).ok()).map_or(0, |head| head.lamport);
    let seq = Seq(last + 1);
    let head = Head { seq, lamport: lamport.max(head.lamport) + 1, ..head };
    // The number of the change that it took back is another's here.
    let logged = Logged { seq, undoes: None, ..logged.clone() };
    salvage.lines.insert(seq.0, line::write(head, &logged, &line::merged(json).unwrap_or_default()));
}

/// Keeps the lines beside the newest segment.
fn keep(disk: &dyn Disk, salvage: &Salvage, bytes: &[u8]) -> Result<Option<PathBuf>, StoreError> {
    let Some(newest) = salvage.segments.last() else { return Ok(None) };
    let path: &Path = &aside(&newest.segment, "apart", bytes);
    replace(disk, path, bytes).map_err(|error| StoreError::io(Doing::Opening, path, &error))?;
    Ok(Some(path.to_owned()))
}
