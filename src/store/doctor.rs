//! The state of a ledger, part by part: what a doctor sees without changing anything.

use std::path::Path;
use std::sync::Arc;

use super::cache::{self, CACHE};
use super::database::Failure;
use super::disk::Disk;
use super::error::{Doing, StoreError, Trouble};
use super::format::Format;
use super::ground::must_hold_ledger;
use super::lock::{Holder, Lock};
use super::open::is_there;
use super::trees::{DB, Trees};
use super::walk::{redo, replay};
use super::{Seq, backups, guard, second};
use crate::model::Ledger;

/// A part of a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// FORMAT and directory.
    Ground,
    /// The journal.
    Journal,
    /// The database and its digest.
    Database,
    /// The cache.
    Cache,
    /// The backups in both folders.
    Backups,
    /// Who may read the files.
    Permissions,
}

/// How a part is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Health {
    /// As it should be.
    Good,
    /// Not there, and made when it is needed.
    Absent,
    /// In use by another program, so that it was not looked into.
    InUse(Holder),
    /// Not as it should be.
    Hurt(Vec<StoreError>),
}

impl Health {
    /// What is not as it should be.
    pub fn errors(self) -> Vec<StoreError> {
        match self {
            Self::Hurt(errors) => errors,
            Self::Good | Self::Absent | Self::InUse(_) => Vec::new(),
        }
    }

    fn of(errors: impl IntoIterator<Item = StoreError>) -> Self {
        let errors: Vec<_> = errors.into_iter().collect();
        if errors.is_empty() { Self::Good } else { Self::Hurt(errors) }
    }
}

/// The parts of the ledger in `dir` that can be looked at beside a program that has it open.
pub(super) fn beside(disk: &dyn Disk, dir: &Path) -> Vec<(Part, Health)> {
    let ground = must_hold_ledger(disk, dir).and_then(|()| Format::read(disk, dir).map(drop));
    vec![
        (Part::Ground, Health::of(ground.err())),
        (Part::Journal, Health::of(of_journal(disk, dir).err())),
        (Part::Backups, of_backups(disk, dir)),
        (Part::Permissions, permissions(disk, dir)),
    ]
}

/// All parts of the ledger in `dir`; the database is opened for that unless another program has it open.
pub(super) fn all(disk: &Arc<dyn Disk>, dir: &Path) -> Vec<(Part, Health)> {
    let mut parts = beside(&**disk, dir);
    let format = Format::read(&**disk, dir).ok().flatten();
    let (database, cache) = match format {
        Some(format) => (database(disk, dir, &format), of_cache(&**disk, dir, &format)),
        None => (Health::Absent, Health::Absent),
    };
    parts.splice(2..2, [(Part::Database, database), (Part::Cache, cache)]);
    parts
}

/// Every line is right, and the newest backup knows none behind the last.
fn of_journal(disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
    let mut last = Seq(0);
    replay(disk, dir, Seq(0), |logged, _| last = logged.seq)?;
    if backups::is_ahead(disk, dir, last)? { Err(StoreError::Short) } else { Ok(()) }
}

fn of_backups(disk: &dyn Disk, dir: &Path) -> Health {
    let away = second::of(disk, dir).and_then(|second| second.missing(disk));
    match backups::all(disk, dir) {
        Ok(all) if all.is_empty() && away.is_none() => Health::Absent,
        Ok(all) => Health::of(all.into_iter().filter_map(|one| one.found.err()).chain(away)),
        Err(error) => Health::of(away.into_iter().chain([error])),
    }
}

fn permissions(disk: &dyn Disk, dir: &Path) -> Health {
    match guard::exposed(disk, dir) {
        Ok(open) => Health::of(open.into_iter().map(StoreError::Exposed)),
        Err(error) => Health::of([error]),
    }
}

/// Whether the records have their digest, and are those of the journal.
fn database(disk: &Arc<dyn Disk>, dir: &Path, format: &Format) -> Health {
    let path = dir.join(DB);
    if !is_there(&**disk, &path).unwrap_or(false) {
        return Health::Absent;
    }
    let _lock = match Lock::take(&**disk, dir, Doing::Reading) {
        Ok(lock) => lock,
        Err(StoreError::Locked(holder)) => return Health::InUse(holder),
        Err(error) => return Health::of([error]),
    };
    let loaded = Trees::open(disk, dir, &format.store.to_string()).and_then(|mut trees| {
        let loaded = trees.load();
        trees.close();
        loaded
    });
    match loaded {
        Ok((seq, ledger)) if agrees(&**disk, dir, seq, &ledger) => Health::Good,
        Ok(_) | Err(Failure::Damaged | Failure::Older | Failure::Foreign) => Health::of([StoreError::Database(path)]),
        Err(Failure::Unusable(trouble)) => Health::of([StoreError::Io { doing: Doing::Reading, path, trouble }]),
    }
}

/// Whether the journal made these records by the change `seq`. A journal that cannot be read is told elsewhere.
fn agrees(disk: &dyn Disk, dir: &Path, seq: Seq, records: &Ledger) -> bool {
    let (mut ledger, mut last) = (Ledger::default(), Seq(0));
    let read = replay(disk, dir, Seq(0), |logged, _| {
        if logged.seq <= seq {
            redo(&logged, &mut ledger);
        }
        last = logged.seq;
    });
    read.is_err() || (seq <= last && ledger == *records)
}

fn of_cache(disk: &dyn Disk, dir: &Path, format: &Format) -> Health {
    let path = dir.join(CACHE);
    match disk.look(&path) {
        Ok(None) => Health::Absent,
        Ok(Some(_)) if cache::read(disk, dir, format.store).is_some() => Health::Good,
        Ok(Some(_)) => Health::of([StoreError::Cache(path)]),
        Err(error) => Health::of([StoreError::Io { doing: Doing::Reading, path, trouble: Trouble::of(&error) }]),
    }
}
