//! What can still be read of a damaged journal: every line that is whole, wherever it stands.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::error::StoreError;
use super::line::{self, LineError};
use super::segment::{Segment, segments};
use super::{Logged, Seq};

/// The whole lines of a journal.
#[derive(Debug, Default)]
pub(super) struct Salvage {
    /// The JSON of each, by its number.
    pub(super) lines: BTreeMap<u64, Vec<u8>>,
    /// Lines whose checksum is wrong, though they can be read: what they say counts only where nothing else knows.
    doubtful: BTreeMap<u64, Logged>,
    /// The segments, oldest first.
    pub(super) segments: Vec<Span>,
}

/// A segment and the numbers of the lines that belong there.
#[derive(Debug)]
pub(super) struct Span {
    pub(super) segment: Segment,
    /// The number of the first line behind it; none: it is the newest.
    pub(super) end: Option<Seq>,
    /// Whether it holds its lines and nothing else.
    pub(super) whole: bool,
}

impl Salvage {
    /// Reads all segments of the ledger in `dir`; only what a newer program wrote is an error.
    pub(super) fn read(disk: &dyn Disk, dir: &Path) -> Result<Self, StoreError> {
        let all = segments(disk, dir)?;
        let ends = all.iter().skip(1).map(|next| Some(next.first)).chain([None]).collect::<Vec<_>>();
        let mut salvage = Self::default();
        for (segment, end) in all.into_iter().zip(ends) {
            let whole = salvage.take(disk, &segment, end)?;
            salvage.segments.push(Span { segment, end, whole });
        }
        Ok(salvage)
    }

    /// Takes the whole lines of a segment; says whether all that belong there were among them.
    fn take(&mut self, disk: &dyn Disk, segment: &Segment, end: Option<Seq>) -> Result<bool, StoreError> {
        let mut next = segment.first.0;
        let mut in_order = true;
        for (json, is_right) in segment.all_lines(disk)? {
            if !is_right {
                // A sign that is none any more must not hide the rest.
                let readable = String::from_utf8_lossy(&json);
                self.doubtful.extend(line::read(readable.as_bytes()).ok().map(|logged| (logged.seq.0, logged)));
                continue;
            }
            let seq = match line::head(&json) {
                Ok(head) => head.seq.0,
                Err(LineError::Newer) => return Err(StoreError::Newer(segment.path.clone())),
                Err(LineError::Nonsense) => continue,
            };
            // Behind the end stands what was never confirmed.
            if seq < segment.first.0 || end.is_some_and(|end| seq >= end.0) {
                continue;
            }
            in_order &= seq == next;
            next = seq + 1;
            self.lines.entry(seq).or_insert(json);
        }
        Ok(in_order && end.is_none_or(|end| next == end.0) && segment.lines(disk, end).is_ok())
    }

    /// Whether nothing is missing or damaged.
    pub(super) fn is_whole(&self) -> bool {
        self.missing().is_empty() && self.segments.iter().all(|span| span.whole)
    }

    /// What the lines from `first` to `last` say, as far as they can be read though their checksums are wrong.
    pub(super) fn doubtful(&self, first: u64, last: u64) -> impl Iterator<Item = &Logged> {
        self.doubtful.range(first..=last).map(|(_, logged)| logged)
    }

    /// The number of the last line.
    pub(super) fn last(&self) -> u64 {
        self.lines.keys().next_back().copied().unwrap_or(0)
    }

    /// The first and the last number of each run of missing lines up to the last one.
    pub(super) fn missing(&self) -> Vec<(u64, u64)> {
        let mut next = 1;
        let mut runs = Vec::new();
        for seq in self.lines.keys() {
            if *seq > next {
                runs.push((next, seq - 1));
            }
            next = seq + 1;
        }
        runs
    }

    /// The lines from `from` up to but not including `end`, framed as a file.
    pub(super) fn file(&self, from: u64, end: u64) -> Vec<u8> {
        self.lines.range(from..end).flat_map(|(_, json)| super::segment::framed(json)).collect()
    }
}

/// A name beside the segment for what is damaged: the same damage always gets the same name.
pub(super) fn aside(segment: &Segment, bytes: &[u8]) -> PathBuf {
    segment.path.with_extension(format!("damaged-{:08x}", crc32c::crc32c(bytes)))
}
