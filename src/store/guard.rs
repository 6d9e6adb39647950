//! Who may read the data directory, and that nothing in it leads out of it or is no file at all.

use std::io;
use std::path::{Path, PathBuf};

use super::cache::CACHE;
use super::disk::{Disk, FoundKind};
use super::drafts::DRAFTS;
use super::error::{Doing, StoreError};
use super::format::FORMAT;
use super::hurt::MARK;
use super::leftover::CARRY;
use super::lock::LOCK;
use super::notice::Notice;
use super::quiet::LOG;
use super::reserve::RESERVE;
use super::segment::JOURNAL;
use super::trees::DB;

/// The directory of the backups.
pub(super) const BACKUP: &str = "backup";

/// The names that a ledger has in its directory.
const OURS: [&str; 11] = [FORMAT, LOCK, JOURNAL, DB, DRAFTS, CACHE, BACKUP, RESERVE, MARK, LOG, CARRY];

/// Whether a name in the data directory is the ledger's.
pub(super) fn is_ours(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    OURS.contains(&stem)
}

/// Refuses symbolic links, pipes and devices in the ledger; then takes the others' rights on its files away, and says on which.
pub(super) fn check(disk: &dyn Disk, dir: &Path) -> Result<Vec<Notice>, StoreError> {
    Ok(close(disk, seen(disk, dir)?))
}

/// Refuses symbolic links in the ledger, since what they lead to is not its own, and pipes and devices.
pub(super) fn refuse_links(disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
    seen(disk, dir).map(drop)
}

/// Takes the others' rights on the files of the database away: sled makes them as the user's mask says.
pub(super) fn close_database(disk: &dyn Disk, db: &Path) {
    let mut open = Vec::new();
    // A link there is refused by the next opening, and nobody reaches the files through a private directory.
    let _ = walk(disk, db, &mut open);
    for path in open {
        let _ = disk.make_private(&path);
    }
}

/// The files of the ledger that others can reach; an error when there is a symbolic link, a pipe or a device.
pub(super) fn exposed(disk: &dyn Disk, dir: &Path) -> Result<Vec<PathBuf>, StoreError> {
    Ok(seen(disk, dir)?.into_iter().filter(|path| !is_in_database(path)).collect())
}

fn seen(disk: &dyn Disk, dir: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let failed = |error| StoreError::io(Doing::Opening, dir, &error);
    let mut open = Vec::new();
    if disk.look(dir).map_err(failed)?.is_some_and(|found| found.kind == FoundKind::Dir && !found.private) {
        open.push(dir.to_owned());
    }
    for name in disk.list(dir).map_err(failed)?.iter().filter(|name| is_ours(name)) {
        walk(disk, &dir.join(name), &mut open).map_err(failed)??;
    }
    Ok(open)
}

/// Makes a directory and those above it that are missing, each known to the one above it.
pub(super) fn make_durable_dir(disk: &dyn Disk, dir: &Path) -> io::Result<()> {
    let missing: Vec<_> = dir.ancestors().take_while(|dir| matches!(disk.look(dir), Ok(None))).collect();
    disk.make_dir(dir)?;
    let above = missing.iter().filter_map(|dir| dir.parent());
    above
        .map(|dir| if dir.as_os_str().is_empty() { Path::new(".") } else { dir })
        .try_for_each(|dir| disk.sync_dir(dir))
}

/// Removes a directory of the ledger with all that is in it; a link in it goes, not what it leads to.
pub(super) fn remove_tree(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    if disk.look(path)?.is_none_or(|found| found.kind != FoundKind::Dir) {
        return disk.remove(path);
    }
    for name in disk.list(path)? {
        remove_tree(disk, &path.join(name))?;
    }
    disk.remove_dir(path)
}

type Walked = Result<(), StoreError>;

fn walk(disk: &dyn Disk, path: &Path, open: &mut Vec<PathBuf>) -> io::Result<Walked> {
    let Some(found) = disk.look(path)? else { return Ok(Ok(())) };
    match found.kind {
        FoundKind::Link => return Ok(Err(StoreError::Link(path.to_owned()))),
        // Who opens a pipe waits for ever.
        FoundKind::Other => return Ok(Err(StoreError::Special(path.to_owned()))),
        FoundKind::File | FoundKind::Dir => {}
    }
    if !found.private {
        open.push(path.to_owned());
    }
    if found.kind == FoundKind::Dir {
        for name in disk.list(path)? {
            if let Err(link) = walk(disk, &path.join(name), open)? {
                return Ok(Err(link));
            }
        }
    }
    Ok(Ok(()))
}

fn close(disk: &dyn Disk, open: Vec<PathBuf>) -> Vec<Notice> {
    let (closed, stay): (Vec<_>, Vec<_>) = open.into_iter().partition(|path| disk.make_private(path).is_ok());
    // What a killed program leaves in the database was behind a private directory.
    let told: Vec<_> = closed.into_iter().filter(|path| !is_in_database(path)).collect();
    let mended = (!told.is_empty()).then_some(Notice::Mended(told));
    mended.into_iter().chain(stay.into_iter().map(Notice::Exposed)).collect()
}

fn is_in_database(path: &Path) -> bool {
    path.ancestors().skip(1).filter_map(Path::file_name).any(|name| name.to_string_lossy().starts_with(DB))
}
