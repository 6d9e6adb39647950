//! Repairing: all that opening mends, and after it what opening has no reason to touch. Each step is told.

use std::path::Path;
use std::sync::Arc;

use super::cache::{self, CACHE};
use super::disk::Disk;
use super::error::{Doing, StoreError};
use super::format::Format;
use super::lock::Lock;
use super::notice::Notice;
use super::open::is_there;
use super::step::Step;
use super::{Store, backups, reserve};

/// Mends what can be mended of the ledger in `dir`, which nobody may have open.
pub(super) fn repair(disk: &Arc<dyn Disk>, dir: &Path) -> Result<Vec<Notice>, StoreError> {
    let had_reserve = reserve::is_kept(&**disk, dir);
    let (store, _, mut notices) = Store::open_thoroughly(dir, Arc::clone(disk))?;
    notices.extend(store.close());
    let _lock = Lock::take(&**disk, dir, Doing::Opening)?;
    // What cannot be done shows when the ledger is looked at again; what was done must be told all the same.
    let mut steps: Vec<Step> = drop_cache(&**disk, dir).ok().flatten().into_iter().collect();
    let mended = mend_backups(&**disk, dir, &mut steps);
    // Whoever closed the ledger may have made it already.
    let is_made = reserve::make(&**disk, dir).is_ok();
    steps.extend((is_made && !had_reserve).then_some(Step::ReserveMade));
    notices.extend(steps.into_iter().map(Notice::Step));
    notices.extend(mended.err().map(Notice::Unbacked));
    Ok(notices)
}

/// Removes a cache that is of no use.
fn drop_cache(disk: &dyn Disk, dir: &Path) -> Result<Option<Step>, StoreError> {
    let path = dir.join(CACHE);
    let good = Format::read(disk, dir)?.and_then(|format| cache::read(disk, dir, format.store)).is_some();
    if good || !is_there(disk, &path)? {
        return Ok(None);
    }
    disk.remove(&path).map_err(|error| StoreError::io(Doing::Opening, &path, &error))?;
    Ok(Some(Step::CacheDropped(path)))
}

/// Gives damaged backups another name, and makes a new one when no other is whole.
fn mend_backups(disk: &dyn Disk, dir: &Path, steps: &mut Vec<Step>) -> Result<(), StoreError> {
    let all = backups::all(disk, dir)?;
    let damaged: Vec<_> = all.iter().filter(|one| matches!(one.found, Err(StoreError::BadBackup(_)))).collect();
    for one in &damaged {
        steps.push(Step::BackupAside(backups::set_aside(disk, &one.path)?));
    }
    if !damaged.is_empty() && all.iter().all(|one| one.found.is_err()) {
        steps.push(Step::BackupMade(backups::make(disk, dir, None)?.path));
    }
    Ok(())
}
