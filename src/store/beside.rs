//! What works beside a program that has the ledger open: no lock is taken and, but for backups, nothing written there.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::doctor::{self, Health, Part};
use super::format::Format;
use super::ground::must_hold_ledger;
use super::journal::Journal;
use super::{
    Backup, Disk, Heading, Listed, Logged, Notice, RealDisk, Restored, Seq, Store, StoreError, backups, guard,
    headings, open, repair, restore, walk,
};
use crate::model::Ledger;

impl Store {
    /// Reads the ledger in `dir` from its journal alone: no lock, nothing written.
    pub fn read(dir: &Path) -> Result<Ledger, StoreError> {
        must_hold_ledger(&RealDisk, dir)?;
        let format = Format::read(&RealDisk, dir)?;
        open::read(&RealDisk, dir, format.as_ref())
    }

    /// Reads all changes of the ledger in `dir`, oldest first: no lock, nothing written.
    pub fn history(dir: &Path) -> Result<Vec<Logged>, StoreError> {
        must_hold_ledger(&RealDisk, dir)?;
        Format::read(&RealDisk, dir)?;
        let mut history = Vec::new();
        walk::replay(&RealDisk, dir, Seq(0), |logged, _| history.push(logged))?;
        Ok(history)
    }

    /// The number of the last change of the ledger in `dir`: no lock, nothing written.
    pub fn last_of(dir: &Path) -> Result<Seq, StoreError> {
        must_hold_ledger(&RealDisk, dir)?;
        Journal::last_of(&RealDisk, dir)
    }

    /// What is not as it should be with the ledger in `dir`, so far as can be seen without opening it: no lock is
    /// taken and nothing written.
    pub fn check(dir: &Path) -> Vec<StoreError> {
        if let Some(link) = linked(dir) {
            return vec![link];
        }
        doctor::beside(&RealDisk, dir).into_iter().flat_map(|(_, health)| health.errors()).collect()
    }

    /// What a reader of the ledger in `dir` misses: the end of its journal, or its last, unfinished line.
    pub fn missing(dir: &Path) -> Vec<StoreError> {
        doctor::missing(&RealDisk, dir)
    }

    /// Mends what can be mended of the ledger in `dir`, which nobody may have open, and says each step.
    pub fn repair(dir: &Path) -> Result<Vec<Notice>, StoreError> {
        repair::repair(&(Arc::new(RealDisk) as Arc<dyn Disk>), dir)
    }

    /// How each part of the ledger in `dir` is. The database is opened unless another program has it.
    pub fn examine(dir: &Path) -> Vec<(Part, Health)> {
        if let Some(link) = linked(dir) {
            return vec![(Part::Ground, Health::Hurt(vec![link]))];
        }
        doctor::all(&(Arc::new(RealDisk) as Arc<dyn Disk>), dir)
    }

    /// Makes a backup of the ledger in `dir` from its journal, at `path` or among its own backups: no lock is needed.
    pub fn backup(dir: &Path, path: Option<&Path>) -> Result<Backup, StoreError> {
        must_hold_ledger(&RealDisk, dir)?;
        Format::read(&RealDisk, dir)?;
        backups::make(&RealDisk, dir, path)
    }

    /// The backups of the ledger in `dir`, oldest first, each read whole and verified.
    pub fn backups(dir: &Path) -> Result<Vec<Listed>, StoreError> {
        must_hold_ledger(&RealDisk, dir)?;
        backups::all(&RealDisk, dir)
    }

    /// The backups of the ledgers that restores have kept beside the one in `dir`, each read whole and verified.
    pub fn kept_backups(dir: &Path) -> Vec<Listed> {
        backups::kept(&RealDisk, dir)
    }

    /// Makes a ledger in `into` from the backup or export `file`; a ledger that is there is kept beside it.
    pub fn restore(file: &Path, into: &Path) -> Result<Restored, StoreError> {
        restore::restore(&RealDisk, file, into)
    }

    /// Writes everything in the ledger in `dir`, one row of JSON a line: all records, then all changes.
    pub fn export(dir: &Path, to: &mut dyn io::Write) -> Result<(), StoreError> {
        must_hold_ledger(&RealDisk, dir)?;
        Format::read(&RealDisk, dir)?;
        backups::export(&RealDisk, dir, to)
    }

    /// Writes the same into the file `path`, instead of what is there.
    pub fn export_file(dir: &Path, path: &Path) -> Result<(), StoreError> {
        must_hold_ledger(&RealDisk, dir)?;
        Format::read(&RealDisk, dir)?;
        backups::export_file(&RealDisk, dir, path)
    }

    /// Reads the headings of the changes in the newest segments of the journal in `dir`, oldest first: of so many
    /// segments, or of all there are. No lock, nothing written.
    pub fn headings(dir: &Path, segments: usize) -> Result<Vec<Heading>, StoreError> {
        must_hold_ledger(&RealDisk, dir)?;
        Format::read(&RealDisk, dir)?;
        headings::headings(&RealDisk, dir, segments)
    }
}

/// The error of a symbolic link in the ledger: nothing else is looked at then.
fn linked(dir: &Path) -> Option<StoreError> {
    guard::refuse_links(&RealDisk, dir)
        .err()
        .filter(|error| matches!(error, StoreError::Link(_) | StoreError::Special(_)))
}
