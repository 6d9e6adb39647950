//! Damage of the journal that was seen while the ledger is open: a mark has the next opening heal it.

use std::path::Path;

use super::Seq;
use super::disk::{Disk, replace};
use super::error::{Doing, StoreError};
use super::walk::walk;

/// The name of the mark in the data directory.
pub(super) const MARK: &str = "damaged";

/// Looks at every line of the journal in `dir`; what is damaged is marked and given.
pub(super) fn seen(disk: &dyn Disk, dir: &Path) -> Option<StoreError> {
    let error = walk(disk, dir, Seq(0), |_| Ok(())).err()?;
    let is_damage = matches!(error, StoreError::Damaged { .. } | StoreError::Gap { .. });
    if is_damage {
        // Without the mark the damage is seen again.
        let _ = replace(disk, &dir.join(MARK), format!("{error}\n").as_bytes());
    }
    is_damage.then_some(error)
}

/// Whether damage was seen.
pub(super) fn is_marked(disk: &dyn Disk, dir: &Path) -> Result<bool, StoreError> {
    super::open::is_there(disk, &dir.join(MARK))
}

/// Takes the mark away.
pub(super) fn unmark(disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
    if !is_marked(disk, dir)? {
        return Ok(());
    }
    let mark = dir.join(MARK);
    disk.remove(&mark).map_err(|error| StoreError::io(Doing::Opening, &mark, &error))
}
