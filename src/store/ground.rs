//! The ground a ledger stands on: whether a directory holds one, may hold one, or lacks a part that can be made anew.

use std::path::{Path, PathBuf};

use super::disk::{Disk, FoundKind, replace};
use super::error::{Doing, StoreError, Trouble};
use super::format::{FORMAT, Format};
use super::guard;
use super::leftover;
use super::notice::Notice;
use super::rotation;
use super::segment;

/// Makes `dir`, or sees that what stands there is an empty directory.
pub(super) fn prepare(disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
    let failed = |error| StoreError::io(Doing::Making, dir, &error);
    match disk.look(dir).map_err(failed)? {
        None => guard::make_durable_dir(disk, dir).map_err(failed)?,
        // A link to the data directory itself is the user's choice: what counts is where it leads.
        Some(found) if found.kind == FoundKind::Dir || found.kind == FoundKind::Link => {}
        Some(_) => return Err(StoreError::NotDirectory(dir.to_owned())),
    }
    if holds_ledger(disk, dir)? {
        return Err(StoreError::Exists(dir.to_owned()));
    }
    if let Some(newest) = newest_backup(disk, dir)? {
        return Err(StoreError::OnlyBackups(newest));
    }
    if disk.list(dir).map_err(failed)?.iter().any(|name| !guard::is_ours(name)) {
        return Err(StoreError::NotEmpty(dir.to_owned()));
    }
    guard::check(disk, dir).map(drop)
}

/// Refuses a directory without a ledger, and one with a symbolic link in it.
pub(super) fn must_hold_ledger(disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
    let found = disk.look(dir).map_err(|error| StoreError::io(Doing::Reading, dir, &error))?;
    match found.map(|found| found.kind) {
        Some(FoundKind::File | FoundKind::Other) => Err(StoreError::NotDirectory(dir.to_owned())),
        Some(FoundKind::Dir | FoundKind::Link) if holds_ledger(disk, dir)? => guard::refuse_links(disk, dir),
        _ => Err(match newest_backup(disk, dir)? {
            Some(newest) => StoreError::OnlyBackups(newest),
            None => {
                leftover::instead(disk, dir).map_or_else(|| StoreError::NoLedger(dir.to_owned()), StoreError::Unfit)
            }
        }),
    }
}

/// The newest of the backups that lie in `dir`, by its name.
fn newest_backup(disk: &dyn Disk, dir: &Path) -> Result<Option<PathBuf>, StoreError> {
    Ok(rotation::list(disk, dir)?.pop().map(|named| named.path))
}

/// Writes the lost or unreadable FORMAT anew. Its ledger has a new name then, so that its database is built anew as well.
pub(super) fn remake(disk: &dyn Disk, dir: &Path, notices: &mut Vec<Notice>) -> Result<Format, StoreError> {
    let aside = keep_unreadable(disk, dir)?;
    let format = Format::new();
    format.write(disk, dir, Doing::Opening)?;
    notices.push(Notice::FormatMade { aside });
    Ok(format)
}

/// Copies a FORMAT that cannot be read to a side file: the same one always gets the same name.
fn keep_unreadable(disk: &dyn Disk, dir: &Path) -> Result<Option<PathBuf>, StoreError> {
    let path = dir.join(FORMAT);
    let failed = |error| StoreError::io(Doing::Opening, &path, &error);
    if disk.look(&path).map_err(failed)?.is_none() {
        return Ok(None);
    }
    let bytes = disk.read(&path).map_err(failed)?;
    let aside = path.with_extension(format!("damaged-{:08x}", crc32c::crc32c(&bytes)));
    replace(disk, &aside, &bytes).map_err(failed)?;
    Ok(Some(aside))
}

/// Whether a directory holds a ledger; a journal whose FORMAT was lost is one still.
pub(super) fn holds_ledger(disk: &dyn Disk, dir: &Path) -> Result<bool, StoreError> {
    let format = dir.join(FORMAT);
    let found = disk.look(&format).map_err(|error| StoreError::io(Doing::Reading, &format, &error))?;
    Ok(found.is_some() || !segment::segments(disk, dir)?.is_empty())
}

/// Whether a directory holds a ledger, or may do so though it cannot be looked into: opening it says why.
pub(super) fn may_hold_ledger(disk: &dyn Disk, dir: &Path) -> bool {
    match holds_ledger(disk, dir) {
        Ok(holds) => holds,
        Err(StoreError::Io { trouble, .. }) => !matches!(trouble, Trouble::NotDirectory | Trouble::Missing),
        Err(_) => true,
    }
}
