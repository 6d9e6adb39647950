//! Walking over the journal: every line in order, none missing, none of another branch.

use std::path::Path;

use super::disk::Disk;
use super::error::StoreError;
use super::journal::Spot;
use super::line::{self, LineError};
use super::recover::names;
use super::segment::{Segment, segments};
use super::{Logged, Seq};
use crate::model::Ledger;

/// Reads the lines after `after` of the ledger in `dir`, in order; a missing or damaged one is an error.
pub(super) fn replay(
    disk: &dyn Disk,
    dir: &Path,
    after: Seq,
    mut each: impl FnMut(Logged, Spot),
) -> Result<(), StoreError> {
    walk(disk, dir, after, |line| {
        each(line.read()?, line.spot());
        Ok(())
    })
}

/// Does what a line says was done: also over records that half of the change has reached before a crash.
pub(super) fn redo(logged: &Logged, ledger: &mut Ledger) {
    for edit in &logged.change.edits {
        edit.key.put(edit.new.clone(), ledger).expect("a line's keys and records are of one sort");
    }
}

/// A line that is walked over.
pub(super) struct Walked<'a> {
    /// Its number.
    pub(super) seq: Seq,
    /// Its JSON.
    pub(super) json: &'a [u8],
    segment: &'a Segment,
    offset: usize,
}

impl Walked<'_> {
    /// The change in it.
    pub(super) fn read(&self) -> Result<Logged, StoreError> {
        // Its checksum and its head are right: what is not understood is not damaged, and must not be healed away.
        line::read(self.json).map_err(|_| StoreError::Newer(self.segment.path.clone()))
    }

    fn spot(&self) -> Spot {
        Spot { segment: self.segment.first, offset: self.offset as u64, sum: crc32c::crc32c(self.json) }
    }
}

/// Walks over the lines after `after` of the ledger in `dir`, in order; a missing or damaged one is an error.
pub(super) fn walk(
    disk: &dyn Disk,
    dir: &Path,
    after: Seq,
    mut each: impl FnMut(&Walked<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let all = segments(disk, dir)?;
    let from = all.partition_point(|segment| segment.first.0 <= after.0 + 1).saturating_sub(1);
    let mut next = all.get(from).map_or(1, |segment| segment.first.0.min(after.0 + 1));
    for (at, segment) in all.iter().enumerate().skip(from) {
        if segment.first.0 != next {
            return Err(StoreError::Gap { file: segment.path.clone(), line: 1 });
        }
        let lines = segment.lines(disk, all.get(at + 1).map(|next| next.first))?;
        for index in 0..lines.len() {
            if next > after.0 {
                let json = lines.json(index);
                let head = line::head(json).map_err(|error| unread(&error, segment, index))?;
                if head.seq.0 < next {
                    return Err(branch(segment, index, json));
                }
                if head.seq.0 > next {
                    return Err(StoreError::Gap { file: segment.path.clone(), line: index + 1 });
                }
                each(&Walked { seq: head.seq, json, segment, offset: lines.starts[index] })?;
            }
            next += 1;
        }
    }
    Ok(())
}

/// The error of a line whose number another line has.
pub(super) fn branch(segment: &Segment, index: usize, json: &[u8]) -> StoreError {
    let items = line::read(json).map(|logged| names(&logged.change.edits)).unwrap_or_default();
    StoreError::Branch { file: segment.path.clone(), line: index + 1, items }
}

/// The error of a line that cannot be read.
pub(super) fn unread(error: &LineError, segment: &Segment, index: usize) -> StoreError {
    match error {
        LineError::Newer => StoreError::Newer(segment.path.clone()),
        LineError::Nonsense => StoreError::Damaged { file: segment.path.clone(), line: index + 1 },
    }
}
