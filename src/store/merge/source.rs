//! Where the lines of a copy are read from: its directory, a backup or an export.

use std::collections::BTreeMap;
use std::path::Path;

use crate::model::Verb;
use crate::store::Seq;
use crate::store::backup;
use crate::store::disk::Disk;
use crate::store::error::StoreError;
use crate::store::format::Format;
use crate::store::ground::must_hold_ledger;
use crate::store::line;
use crate::store::walk::walk;

/// A copy of a ledger.
pub(super) enum Source<'a> {
    /// A data directory.
    Dir(&'a Path),
    /// A backup or export.
    File(&'a Path),
}

/// The lines of a copy.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// All of them, in the order in which they were written.
    pub(super) all: Vec<Line>,
    /// Which merge a line makes, takes back or does again.
    merges: BTreeMap<Seq, Seq>,
    /// Whether a merge stands, or was taken back.
    stands: BTreeMap<Seq, bool>,
}

/// What tells a line from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line {
    /// Its order number.
    pub(super) lamport: u64,
    sum: u32,
    len: usize,
}

impl<'a> Source<'a> {
    /// What stands at `path`.
    pub(super) fn of(disk: &dyn Disk, path: &'a Path) -> Result<Self, StoreError> {
        if disk.list(path).is_err() {
            return Ok(Self::File(path));
        }
        must_hold_ledger(disk, path)?;
        Format::read(disk, path)?;
        Ok(Self::Dir(path))
    }

    /// Its lines.
    pub(super) fn lines(&self, disk: &dyn Disk) -> Result<Lines, StoreError> {
        let mut lines = Lines::default();
        self.each(disk, |json| lines.note(json).map_err(|error| self.unread(&error)))?;
        Ok(lines)
    }

    /// Gives the JSON of each line.
    pub(super) fn each(
        &self,
        disk: &dyn Disk,
        mut each: impl FnMut(&[u8]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        match self {
            Self::Dir(dir) => walk(disk, dir, Seq(0), |line| each(line.json)),
            Self::File(path) => backup::read(disk, path, each).map(drop),
        }
    }

    /// The error of a line that cannot be read.
    pub(super) fn unread(&self, error: &line::LineError) -> StoreError {
        let (Self::Dir(path) | Self::File(path)) = self;
        match error {
            line::LineError::Newer => StoreError::Newer(path.to_path_buf()),
            line::LineError::Nonsense => StoreError::BadBackup(path.to_path_buf()),
        }
    }
}

impl Lines {
    fn note(&mut self, json: &[u8]) -> Result<(), line::LineError> {
        let (head, heading) = (line::head(json)?, line::heading(json)?);
        self.all.push(Line { lamport: head.lamport, sum: crc32c::crc32c(json), len: json.len() });
        let merge = match heading.undoes {
            Some(back) => self.merges.get(&back).copied(),
            None => (heading.act.verb == Verb::Merge).then_some(heading.seq),
        };
        if let Some(merge) = merge {
            self.merges.insert(heading.seq, merge);
            // Each further line of a merge turns it over.
            self.stands.entry(merge).and_modify(|stands| *stands = !*stands).or_insert(true);
        }
        Ok(())
    }

    /// Whether the line makes a merge, takes one back or does one again.
    pub(super) fn is_of_merge(&self, seq: Seq) -> bool {
        self.merges.contains_key(&seq)
    }

    /// Whether the line makes a merge that was not taken back.
    pub(super) fn is_standing_merge(&self, seq: Seq) -> bool {
        self.stands.get(&seq) == Some(&true)
    }

    /// How many lines come before all merges that the lines behind the first `settled` turn over.
    pub(super) fn before_turned(&self, settled: usize) -> usize {
        let behind = self.merges.range(Seq(settled as u64 + 1)..);
        behind.map(|(_, merge)| merge.0 as usize - 1).min().map_or(settled, |before| before.min(settled))
    }
}
