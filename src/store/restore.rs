//! Restoring: a new ledger from a backup or an export. A ledger that is there is kept beside it.

use std::io;
use std::path::{Path, PathBuf};

use super::backup::{self, Backup};
use super::disk::{Disk, DiskFile};
use super::drafts::DRAFTS;
use super::error::{Doing, StoreError};
use super::format::{FORMAT, Format};
use super::journal::LONGEST;
use super::line;
use super::lock::Lock;
use super::segment::{JOURNAL, Segment, framed};

/// What the new ledger is called until it is whole and takes its place.
const RESTORING: &str = "restoring";

/// What the ledger is called that stood there.
const KEPT: &str = "kept";

/// What restoring did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What was restored.
    pub backup: Backup,
    /// Where the ledger is that stood there before.
    pub kept: Option<PathBuf>,
}

/// Makes a ledger in `into` from the backup `file`. It is made whole beside it, and then takes its place.
pub(super) fn restore(disk: &dyn Disk, file: &Path, into: &Path) -> Result<Restored, StoreError> {
    let failed = |error: io::Error| StoreError::io(Doing::Restoring, into, &error);
    let backup = backup::verified(disk, file)?;
    let present = is_in_use(disk, into)?;
    let lock = if present { Some(Lock::take(disk, into, Doing::Restoring)?) } else { None };
    let n = free_number(disk, into).map_err(failed)?;
    let new = numbered(into, RESTORING, n);
    build(disk, file, &new)?;
    let kept = present.then(|| numbered(into, KEPT, n));
    if let Some(kept) = &kept {
        disk.rename(into, kept).map_err(failed)?;
    }
    super::disk::put_in_place(disk, &new, into).map_err(failed)?;
    drop(lock);
    Ok(Restored { backup, kept })
}

/// Finishes a restore into `dir` that was cut short between its two renames: the ledger that stood there is kept, the
/// new one is whole, and only its name is missing.
pub(super) fn finish(disk: &dyn Disk, dir: &Path) -> io::Result<bool> {
    if disk.look(dir)?.is_some() || dir.file_name().is_none() {
        return Ok(false);
    }
    for n in 1.. {
        let [new, kept] = [RESTORING, KEPT].map(|word| numbered(dir, word, n));
        if disk.look(&new)?.is_none() && disk.look(&kept)?.is_none() {
            break;
        }
        // FORMAT is what is written last.
        if disk.look(&new.join(FORMAT))?.is_some() && disk.look(&kept)?.is_some() {
            super::disk::put_in_place(disk, &new, dir)?;
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a ledger stands there; other people's files are refused.
fn is_in_use(disk: &dyn Disk, into: &Path) -> Result<bool, StoreError> {
    let failed = |error: io::Error| StoreError::io(Doing::Restoring, into, &error);
    if disk.look(into).map_err(failed)?.is_none() {
        return Ok(false);
    }
    if super::ground::holds_ledger(disk, into)? {
        return Ok(true);
    }
    match disk.list(into) {
        Ok(names) if names.is_empty() => Ok(false),
        // What is left of a ledger, such as its backups, is kept beside as a whole one is.
        Ok(names) if names.iter().all(|name| super::guard::is_ours(name)) => Ok(true),
        Ok(_) => Err(StoreError::NotEmpty(into.to_owned())),
        Err(error) => Err(failed(error)),
    }
}

/// Writes the ledger of the backup into the new directory `dir`.
fn build(disk: &dyn Disk, file: &Path, dir: &Path) -> Result<(), StoreError> {
    let journal = dir.join(JOURNAL);
    let failed = |error: io::Error| StoreError::io(Doing::Restoring, dir, &error);
    for room in [&journal, &dir.join(DRAFTS)] {
        disk.make_dir(room).map_err(failed)?;
    }
    let mut lines = Lines { disk, journal: &journal, open: None };
    backup::read(disk, file, |json| lines.add(json))?;
    lines.end().and_then(|()| disk.sync_dir(&journal)).map_err(failed)?;
    Format::new().write(disk, dir, Doing::Restoring)
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

/// A name beside `path`: `path.word-1`.
fn numbered(path: &Path, word: &str, n: u32) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{word}-{n}"));
    PathBuf::from(name)
}
