//! The state of a ledger, part by part: what a doctor sees without changing anything.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::cache::{self, CACHE};
use super::database::Failure;
use super::disk::Disk;
use super::error::{Doing, StoreError, Trouble};
use super::fault::Fault;
use super::format::{FORMAT, Format};
use super::ground::must_hold_ledger;
use super::journal::Journal;
use super::lock::{Holder, Lock};
use super::open::is_there;
use super::reserve::{self, RESERVE};
use super::segment::segments;
use super::trees::{DB, Trees};
use super::unfit::Unfit;
use super::walk::{redo, replay};
use super::{Seq, backups, guard, leftover, second};
use crate::model::Ledger;

/// So long a line that looks unfinished is given: another program may just be writing it.
const SETTLING: Duration = Duration::from_millis(100);

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
    /// The room for a full disk.
    Reserve,
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
    /// Not looked into, as FORMAT does not say whose it should be.
    Unseen,
    /// On a disk that takes no writing, so that it was not looked into.
    Shut,
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
            Self::Good | Self::Absent | Self::Unseen | Self::Shut | Self::InUse(_) => Vec::new(),
        }
    }

    fn of(errors: impl IntoIterator<Item = StoreError>) -> Self {
        let errors: Vec<_> = errors.into_iter().collect();
        if errors.is_empty() { Self::Good } else { Self::Hurt(errors) }
    }
}

/// The parts of the ledger in `dir` that can be looked at beside a program that has it open.
pub(super) fn beside(disk: &dyn Disk, dir: &Path) -> Vec<(Part, Health)> {
    vec![
        (Part::Ground, Health::of(of_ground(disk, dir))),
        (Part::Journal, Health::of(of_journal(disk, dir))),
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
        None => (Health::Unseen, Health::Unseen),
    };
    let reserve = match &database {
        // Who has it open makes the room when it finds time.
        Health::InUse(holder) => Health::InUse(holder.clone()),
        _ if reserve::is_kept(&**disk, dir) => Health::Good,
        _ => Health::of([StoreError::Fault(Fault::NoReserve(dir.join(RESERVE)))]),
    };
    parts.splice(2..2, [(Part::Database, database), (Part::Cache, cache)]);
    parts.insert(5, (Part::Reserve, reserve));
    parts
}

/// What whoever reads the ledger in `dir` misses, as far as that shows without opening it.
pub(super) fn missing(disk: &dyn Disk, dir: &Path) -> Vec<StoreError> {
    let torn = torn(disk, dir).ok().flatten();
    let short = Journal::last_of(disk, dir).and_then(|last| is_short(disk, dir, last)).is_ok_and(|is_short| is_short);
    short.then_some(StoreError::Short).into_iter().chain(torn).collect()
}

/// FORMAT is right, and nothing of a restore lies beside it that was cut short.
fn of_ground(disk: &dyn Disk, dir: &Path) -> Vec<StoreError> {
    let path = dir.join(FORMAT);
    let format = match must_hold_ledger(disk, dir).and_then(|()| Format::read(disk, dir)) {
        Err(error) => Some(error),
        Ok(Some(_)) => None,
        Ok(None) if matches!(disk.look(&path), Ok(Some(_))) => Some(StoreError::Fault(Fault::BadFormat(path))),
        Ok(None) => Some(StoreError::Fault(Fault::NoFormat(path))),
    };
    let left = leftover::left(disk, dir).into_iter().map(|left| StoreError::Fault(Fault::Leftover(left)));
    format.into_iter().chain(left).collect()
}

/// Every line is right, the last one is whole, and nothing else knows of lines behind it.
fn of_journal(disk: &dyn Disk, dir: &Path) -> Vec<StoreError> {
    let mut last = Seq(0);
    if let Err(error) = replay(disk, dir, Seq(0), |logged, _| last = logged.seq) {
        return vec![error];
    }
    let short = match is_short(disk, dir, last) {
        Ok(is_short) => is_short.then_some(StoreError::Short),
        Err(error) => Some(error),
    };
    let torn = torn(disk, dir).unwrap_or_else(Some);
    short.into_iter().chain(torn).collect()
}

/// Whether the newest backup or the cache goes on behind `last`, the end of the journal.
fn is_short(disk: &dyn Disk, dir: &Path, last: Seq) -> Result<bool, StoreError> {
    let cached = Format::read(disk, dir)?.and_then(|format| cache::seq_said(disk, dir, format.store));
    Ok(cached.is_some_and(|cached| cached > last) || backups::is_ahead(disk, dir, last)?)
}

/// The error that the last line of the journal is unfinished, unless it is just being written.
fn torn(disk: &dyn Disk, dir: &Path) -> Result<Option<StoreError>, StoreError> {
    let first = unfinished(disk, dir)?;
    if first.is_none() {
        return Ok(None);
    }
    std::thread::sleep(SETTLING);
    let still = unfinished(disk, dir)? == first;
    Ok(first.filter(|_| still).map(|(path, ..)| StoreError::Fault(Fault::Torn(path))))
}

/// The newest segment, where its good lines end and where it ends, when an unfinished line stands between.
fn unfinished(disk: &dyn Disk, dir: &Path) -> Result<Option<(PathBuf, u64, u64)>, StoreError> {
    let Some(segment) = segments(disk, dir)?.pop().filter(|segment| !segment.packed) else { return Ok(None) };
    let tail = segment.tail(disk)?;
    // A line that lacks nothing but its end counts.
    let is_torn = tail.good < tail.len && !segment.lacks_end(disk)?;
    Ok(is_torn.then_some((segment.path, tail.good, tail.len)))
}

fn of_backups(disk: &dyn Disk, dir: &Path) -> Health {
    let away = second::of(disk, dir).and_then(|second| second.missing(disk));
    match backups::all(disk, dir) {
        Ok(all) if all.is_empty() && away.is_none() => Health::Absent,
        Ok(all) => Health::of(all.into_iter().filter_map(|one| one.found.err()).map(in_the_way).chain(away)),
        Err(error) => Health::of(away.into_iter().chain([error])),
    }
}

/// What stands among the backups and is no file is in their way: nobody named it.
fn in_the_way(error: StoreError) -> StoreError {
    match error {
        StoreError::Unfit(Unfit::NoFile(path)) => {
            StoreError::Io { doing: Doing::BackingUp, path, trouble: Trouble::InTheWay }
        }
        error => error,
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
    let is_missing = !is_there(&**disk, &path).unwrap_or(true);
    let _lock = match Lock::take(&**disk, dir, Doing::Opening) {
        Ok(lock) => lock,
        Err(error) => return of_refusal(error),
    };
    if is_missing {
        return Health::of([StoreError::Fault(Fault::NoDatabase(path))]);
    }
    let loaded = Trees::open(disk, dir, &format.store.to_string()).and_then(|mut trees| {
        let loaded = trees.load();
        trees.close();
        loaded
    });
    match loaded {
        // What the journal has lost is brought back from here.
        Ok((seq, _)) if Journal::last_of(&**disk, dir).is_ok_and(|last| seq > last) => Health::of([StoreError::Short]),
        Ok((seq, ledger)) if agrees(&**disk, dir, seq, &ledger) => Health::Good,
        Ok(_) | Err(Failure::Damaged | Failure::Older | Failure::Foreign) => Health::of([StoreError::Database(path)]),
        Err(Failure::Unusable(trouble)) => of_refusal(StoreError::Io { doing: Doing::Opening, path, trouble }),
    }
}

/// How a part is that could not be opened: who has it, and a disk that takes no writing, say nothing against it.
fn of_refusal(error: StoreError) -> Health {
    match error {
        StoreError::Locked(holder) => Health::InUse(holder),
        StoreError::Io { trouble: Trouble::ReadOnly, .. } => Health::Shut,
        error => Health::of([error]),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_that_could_only_not_be_written_is_no_finding() {
        let refused = |trouble| of_refusal(StoreError::Io { doing: Doing::Opening, path: DB.into(), trouble });
        assert_eq!((refused(Trouble::ReadOnly), refused(Trouble::ReadOnly).errors()), (Health::Shut, vec![]));
        assert!(matches!(refused(Trouble::Forbidden), Health::Hurt(_)));
        assert!(matches!(of_refusal(StoreError::Locked(Holder::default())), Health::InUse(_)));
    }
}
