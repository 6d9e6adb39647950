//! A change that somebody made, as its writer wrote it; what a merge did follows from such changes and is none itself.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde_json::value::RawValue;
use ulid::Ulid;

use super::source::{Lines, Source};
use crate::model::{RecordKey, Verb};
use crate::store::disk::Disk;
use crate::store::error::StoreError;
use crate::store::line::{self, LineError};
use crate::store::{Logged, Seq};

/// A change, ordered among those of all copies. Two copies of which one is a plain copy of the other's files write
/// under one name: then the text decides, and each counts.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    /// Its order number.
    pub(super) lamport: u64,
    replica: Ulid,
    json: Box<RawValue>,
    /// The change.
    pub(super) logged: Logged,
}

impl Leaf {
    /// The change of a line; none: of a merge in which nothing clashed.
    fn of(json: &[u8]) -> Result<Option<Self>, LineError> {
        let (head, mut logged) = (line::head(json)?, line::read(json)?);
        let own = |json: &[u8]| serde_json::from_slice(json).map_err(|_| LineError::Nonsense);
        let json = if logged.change.act.verb == Verb::Merge {
            logged.change.edits.retain(|edit| matches!(edit.key, RecordKey::Clash(_)));
            own(&line::write(head, &logged, &[]))?
        } else {
            own(json)?
        };
        let leaf = Self { lamport: head.lamport, replica: head.replica, json, logged };
        Ok(Some(leaf).filter(|leaf| !leaf.logged.change.edits.is_empty()))
    }

    /// Whether it is what a merge noted of clashes.
    pub(super) fn is_merge(&self) -> bool {
        self.logged.change.act.verb == Verb::Merge
    }

    /// It as a line.
    pub(super) fn line(&self) -> Box<RawValue> {
        self.json.clone()
    }
}

impl Ord for Leaf {
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |leaf: &Self| (leaf.lamport, leaf.replica);
        place(self).cmp(&place(other)).then_with(|| self.json.get().cmp(other.json.get()))
    }
}

impl PartialOrd for Leaf {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Leaf {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Leaf {}

/// The changes in the lines of a copy behind the first `settled`, those that came over with merges among them. What
/// came over with a merge that was taken back is not known any more, and can come over again.
pub(super) fn leaves(
    disk: &dyn Disk,
    source: &Source<'_>,
    lines: &Lines,
    settled: usize,
) -> Result<BTreeSet<Leaf>, StoreError> {
    let (mut all, mut seq) = (BTreeSet::new(), Seq(0));
    source.each(disk, |json| {
        seq.0 += 1;
        if seq.0 as usize > settled && (!lines.is_of_merge(seq) || lines.is_standing_merge(seq)) {
            all.extend(Leaf::of(json).map_err(|error| source.unread(&error))?);
            all.extend(held_by(json, |error| source.unread(error))?);
        }
        Ok(())
    })?;
    Ok(all)
}

/// The changes that a line of the ledger's own journal took in.
pub(super) fn held(json: &[u8]) -> Result<Vec<Leaf>, StoreError> {
    held_by(json, |_| StoreError::NoChange(line::head(json).map_or(0, |head| head.seq.0)))
}

fn held_by(json: &[u8], failed: impl Fn(&LineError) -> StoreError) -> Result<Vec<Leaf>, StoreError> {
    let merged = line::merged(json).map_err(|error| failed(&error))?;
    let leaf = |json: &RawValue| Leaf::of(json.get().as_bytes()).map_err(|error| failed(&error));
    merged.iter().filter_map(|json| leaf(json).transpose()).collect()
}
