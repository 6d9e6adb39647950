//! What can be said of lines of the journal without reading what they changed.

use std::path::Path;

use super::disk::Disk;
use super::error::StoreError;
use super::line;
use super::segment::{Segment, segments};
use super::walk::unread;
use super::{Heading, Seq};

/// Reads what the lines of the newest segments say besides their edits, oldest first: of so many segments, or of all
/// there are.
pub(super) fn headings(disk: &dyn Disk, dir: &Path, newest: usize) -> Result<Vec<Heading>, StoreError> {
    let all = segments(disk, dir)?;
    // An empty one is left over from a save that failed when it began.
    let is_empty = |segment: &Segment| matches!(disk.look(&segment.path), Ok(Some(found)) if found.len == 0);
    let newest = newest.saturating_add(usize::from(all.last().is_some_and(is_empty)));
    let mut headings = Vec::new();
    for (at, segment) in all.iter().enumerate().skip(all.len().saturating_sub(newest)) {
        let lines = segment.lines(disk, all.get(at + 1).map(|next| next.first))?;
        for index in 0..lines.len() {
            headings.push(line::heading(lines.json(index)).map_err(|error| unread(&error, segment, index))?);
        }
    }
    let gap = headings.windows(2).find(|two| two[0].seq.0 + 1 != two[1].seq.0);
    gap.map_or(Ok(()), |two| Err(StoreError::NoChange(two[0].seq.0 + 1)))?;
    Ok(headings)
}

/// The checksum of a line of the ledger in `dir`; none: there is no such line, or it cannot be read.
pub(super) fn line_sum(disk: &dyn Disk, dir: &Path, seq: Seq) -> Option<u32> {
    let all = segments(disk, dir).ok()?;
    let at = all.partition_point(|segment| segment.first <= seq).checked_sub(1)?;
    let (segment, next) = (&all[at], all.get(at + 1));
    if next.is_none() {
        let last = segment.tail(disk).ok()?.last?;
        if line::head(&last).ok()?.seq == seq {
            return Some(crc32c::crc32c(&last));
        }
    }
    let lines = segment.lines(disk, next.map(|next| next.first)).ok()?;
    let index = usize::try_from(seq.0 - segment.first.0).ok()?;
    (index < lines.len()).then(|| crc32c::crc32c(lines.json(index)))
}
