//! Restoring: a new ledger from a backup or an export. A ledger that is there is kept beside it.

use std::io;
use std::path::{Path, PathBuf};

use super::backup::{self, Backup};
use super::disk::{Disk, DiskFile, above};
use super::drafts::DRAFTS;
use super::error::{Doing, StoreError};
use super::format::Format;
use super::guard::{is_ours, refuse_links, remove_tree};
use super::journal::{Journal, LONGEST};
use super::leftover::{self, KEPT, RESTORING, numbered};
use super::line;
use super::lock::Lock;
use super::rotation;
use super::segment::{JOURNAL, Segment, framed};
use super::step::Step;
use super::unfit::Unfit;

/// What restoring did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What was restored.
    pub backup: Backup,
    /// Where the ledger is that stood there before.
    pub kept: Option<PathBuf>,
    /// How many drafts stay there.
    pub drafts: usize,
    /// How many backups stay there.
    pub backups: usize,
    /// The user's own files that came over into the new ledger.
    pub carried: Vec<String>,
    /// What was done first: an earlier restore finished, or what it left cleared.
    pub steps: Vec<Step>,
}

/// Makes a ledger in `into` from the backup `file`. It is made whole beside it, and then takes its place.
pub(super) fn restore(disk: &dyn Disk, file: &Path, into: &Path) -> Result<Restored, StoreError> {
    let failed = |error: io::Error| StoreError::io(Doing::Restoring, into, &error);
    must_lie_outside(disk, into)?;
    let backup = backup::verified(disk, file)?;
    let mut steps: Vec<Step> = leftover::finish(disk, into).map_err(failed)?.into_iter().collect();
    let present = is_in_use(disk, into)?;
    let lock = if present { Some(Lock::take(disk, into, Doing::Restoring)?) } else { None };
    steps.extend(leftover::clear(disk, into)?);
    let n = free_number(disk, into).map_err(failed)?;
    let (new, kept) = (numbered(into, RESTORING, n), present.then(|| numbered(into, KEPT, n)));
    let built = build(disk, file, &new, kept.as_deref()).and_then(|building| {
        take_place(disk, &new, into, kept.as_deref()).map_err(failed)?;
        Ok(building)
    });
    let building = built.inspect_err(|_| {
        // What cannot be removed now is cleared by the next opening.
        let _ = remove_tree(disk, &new);
    })?;
    // What does not come over now comes with the next opening.
    let carried = leftover::carry_on(disk, into).unwrap_or_default();
    drop((lock, building));
    let (drafts, backups) = kept.as_deref().map_or((0, 0), |kept| staying(disk, kept));
    Ok(Restored { backup, kept, drafts, backups, carried, steps })
}

/// How many drafts and how many backups lie in the ledger that was kept.
fn staying(disk: &dyn Disk, kept: &Path) -> (usize, usize) {
    let drafts = disk.list(&kept.join(DRAFTS)).map_or(0, |names| names.len());
    (drafts, rotation::list(disk, kept).map_or(0, |all| all.len()))
}

/// Puts the ledger that stands in `into`, if any, to `kept`, and the new one in its place; failing, all is as it was.
fn take_place(disk: &dyn Disk, new: &Path, into: &Path, kept: Option<&Path>) -> io::Result<()> {
    // The new one must be known there before the old one goes.
    disk.sync_dir(above(into))?;
    if let Some(kept) = kept {
        disk.rename(into, kept)?;
    }
    if let Err(error) = disk.rename(new, into) {
        // Where that fails too, the next opening names it.
        let _ = kept.map(|kept| disk.rename(kept, into));
        return Err(error);
    }
    disk.sync_dir(above(into))
}

/// Refuses a place within a ledger.
fn must_lie_outside(disk: &dyn Disk, into: &Path) -> Result<(), StoreError> {
    let is_ledger = |dir: &&Path| match Format::read(disk, dir) {
        Ok(found) => found.is_some() || super::segment::segments(disk, dir).is_ok_and(|all| !all.is_empty()),
        Err(error) => matches!(error, StoreError::Newer(_)),
    };
    let whole = std::path::absolute(into).unwrap_or_else(|_| into.to_owned());
    match whole.ancestors().skip(1).find(is_ledger) {
        Some(ledger) => Err(StoreError::Unfit(Unfit::Inside(ledger.to_owned()))),
        None => Ok(()),
    }
}

/// Refuses a ledger that a newer program wrote; one that is only damaged may be replaced.
fn must_not_be_newer(disk: &dyn Disk, into: &Path) -> Result<(), StoreError> {
    // Nothing in it can be read while one waits for a pipe.
    if let Err(error @ StoreError::Special(_)) = refuse_links(disk, into) {
        return Err(error);
    }
    Format::read(disk, into)?;
    match Journal::last_of(disk, into) {
        Err(error @ StoreError::Newer(_)) => Err(error),
        _ => Ok(()),
    }
}

/// Whether a ledger stands there; other people's files are refused.
fn is_in_use(disk: &dyn Disk, into: &Path) -> Result<bool, StoreError> {
    let failed = |error: io::Error| StoreError::io(Doing::Restoring, into, &error);
    if disk.look(into).map_err(failed)?.is_none() {
        return Ok(false);
    }
    if super::ground::holds_ledger(disk, into)? {
        must_not_be_newer(disk, into)?;
        return Ok(true);
    }
    match disk.list(into) {
        Ok(names) if names.is_empty() => Ok(false),
        // What is left of a ledger, such as its backups, is kept beside as a whole one is.
        Ok(names) if names.iter().all(|name| is_ours(name)) => Ok(true),
        Ok(_) => Err(StoreError::NotEmpty(into.to_owned())),
        Err(error) => Err(failed(error)),
    }
}

/// Writes the ledger of the backup into the new directory `dir`; whoever has the lock that is given works there. The
/// user's own files beside the ledger `kept` are to come over.
fn build(disk: &dyn Disk, file: &Path, dir: &Path, kept: Option<&Path>) -> Result<Lock, StoreError> {
    let journal = dir.join(JOURNAL);
    let failed = |error: io::Error| StoreError::io(Doing::Restoring, dir, &error);
    for room in [&journal, &dir.join(DRAFTS)] {
        disk.make_dir(room).map_err(failed)?;
    }
    let lock = Lock::take(disk, dir, Doing::Restoring)?;
    if let Some(kept) = kept {
        leftover::remember(disk, dir, kept).map_err(failed)?;
    }
    let mut lines = Lines { disk, journal: &journal, open: None };
    backup::read(disk, file, |json| lines.add(json))?;
    lines.end().and_then(|()| disk.sync_dir(&journal)).map_err(failed)?;
    Format::new().write(disk, dir, Doing::Restoring)?;
    Ok(lock)
}

/// Writes lines into segments.
struct Lines<'a> {
    disk: &'a dyn Disk,
    journal: &'a Path,
    open: Option<(Box<dyn DiskFile>, u64)>,
}

impl Lines<'_> {
    fn add(&mut self, json: &[u8]) -> Result<(), StoreError> {
        let failed = |error: io::Error| StoreError::io(Doing::Restoring, self.journal, &error);
        let head = line::head(json).map_err(|_| StoreError::BadBackup(self.journal.to_owned()))?;
        if self.open.as_ref().is_some_and(|(_, len)| *len >= LONGEST) {
            self.open.take().map_or(Ok(()), |(mut file, _)| file.sync()).map_err(failed)?;
        }
        if self.open.is_none() {
            let segment = Segment::new(self.journal, head.seq);
            self.open = Some((self.disk.create(&segment.path).map_err(failed)?, 0));
        }
        let (file, len) = self.open.as_mut().expect("one was just opened");
        let line = framed(json);
        *len += line.len() as u64;
        file.write(&line).map_err(|error| StoreError::io(Doing::Restoring, self.journal, &error))
    }

    fn end(self) -> io::Result<()> {
        self.open.map_or(Ok(()), |(mut file, _)| file.sync())
    }
}

/// The lowest number with which nothing stands beside `path`.
fn free_number(disk: &dyn Disk, path: &Path) -> io::Result<u32> {
    for n in 1.. {
        let taken = [RESTORING, KEPT].map(|word| disk.look(&numbered(path, word, n)));
        if taken.into_iter().collect::<io::Result<Vec<_>>>()?.iter().all(Option::is_none) {
            return Ok(n);
        }
    }
    unreachable!("some number is free")
}
