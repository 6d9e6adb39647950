//! Damage of the journal that was seen while the ledger is open: a mark has the next opening heal it.

use std::path::Path;

use super::Seq;
use super::disk::{Disk, replace};
use super::error::{Doing, StoreError};
use super::line;
use super::segment::{Lines, Segment, segments};
use super::walk::walk;

/// So many bytes of the journal are looked at before the ledger opens.
const AT_ONCE: u64 = 4 << 20;

/// So many times shorter a compressed segment is.
const PACKING: u64 = 10;

/// The name of the mark in the data directory.
pub(super) const MARK: &str = "damaged";

/// Looks at every line of the journal in `dir`; what is damaged is marked and given.
pub(super) fn seen(disk: &dyn Disk, dir: &Path) -> Option<StoreError> {
    let error = walk(disk, dir, Seq(0), |_| Ok(())).err()?;
    if !is_damage(&error) {
        return None;
    }
    // Without the mark the damage is seen again.
    let _ = replace(disk, &dir.join(MARK), format!("{error}\n").as_bytes());
    Some(error)
}

/// Whether healing the journal mends it.
pub(super) const fn is_damage(error: &StoreError) -> bool {
    matches!(error, StoreError::Damaged { .. } | StoreError::Gap { .. } | StoreError::Branch { .. })
}

/// Whether damage is seen at once: the checksums of the newest segments are looked at, of so many as take no time.
pub(super) fn is_soon_seen(disk: &dyn Disk, dir: &Path) -> Result<bool, StoreError> {
    let (mut left, mut end) = (AT_ONCE, None);
    for segment in segments(disk, dir)?.iter().rev() {
        let found = disk.look(&segment.path).map_err(|error| StoreError::io(Doing::Opening, &segment.path, &error))?;
        let len = found.map_or(0, |found| found.len) * if segment.packed { PACKING } else { 1 };
        let Some(rest) = left.checked_sub(len) else { break };
        left = rest;
        match segment.lines(disk, end) {
            Ok(lines) if is_numbered(segment, &lines) => {}
            Err(error) if !is_damage(&error) => return Err(error),
            _ => return Ok(true),
        }
        end = Some(segment.first);
    }
    Ok(false)
}

/// Whether the number of its last line is the one that its place gives it.
fn is_numbered(segment: &Segment, lines: &Lines) -> bool {
    let last = lines.last().and_then(|json| line::head(json).ok());
    last.is_none_or(|head| head.seq.0 + 1 == segment.first.0 + lines.len() as u64)
}

/// Whether damage was seen.
pub(super) fn is_marked(disk: &dyn Disk, dir: &Path) -> Result<bool, StoreError> {
    super::open::is_there(disk, &dir.join(MARK))
}

/// Takes the mark away.
pub(super) fn unmark(disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
    if !is_marked(disk, dir)? {
        return Ok(());
    }
    let mark = dir.join(MARK);
    disk.remove(&mark).map_err(|error| StoreError::io(Doing::Opening, &mark, &error))
}
