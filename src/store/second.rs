//! The second backup folder: on a stick or a share, where the newest backup is copied to whenever the folder is there.
//!
//! Which folder it is stands in a file beside the first backups, so that they are found when nothing else can be read.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ulid::Ulid;

use super::backup::verified;
use super::disk::{Disk, replace};
use super::error::{Doing, StoreError};
use super::guard::BACKUP;
use super::rotation::{self, Named, list_in};

/// The file that names the folder.
const NAME: &str = "second";

/// The second backup folder of a ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Second {
    /// The folder that the user chose; it is never made.
    folder: PathBuf,
    /// The ledger's own folder in it.
    own: PathBuf,
}

/// Has the backups of the ledger `store` in `dir` copied to `folder` from now on; none: nowhere.
pub(super) fn set(disk: &dyn Disk, dir: &Path, store: Ulid, folder: Option<&Path>) -> Result<(), StoreError> {
    let wanted = folder.map(|folder| Second { own: folder.join(format!("taizhang-{store}")), folder: folder.into() });
    if wanted == of(disk, dir) {
        return Ok(());
    }
    let first = dir.join(BACKUP);
    let path = first.join(NAME);
    let written = match wanted {
        Some(second) => {
            let text = serde_json::to_vec_pretty(&second).map_err(std::io::Error::from);
            disk.make_dir(&first).and(text).and_then(|text| replace(disk, &path, &text))
        }
        None => disk.remove(&path),
    };
    written.map_err(|error| StoreError::io(Doing::BackingUp, &path, &error))
}

/// The second backup folder of the ledger in `dir`, if one was chosen.
pub(super) fn of(disk: &dyn Disk, dir: &Path) -> Option<Second> {
    serde_json::from_slice(&disk.read(&dir.join(BACKUP).join(NAME)).ok()?).ok()
}

/// The backups in the second folder, oldest first; none while the folder is not there.
pub(super) fn list(disk: &dyn Disk, dir: &Path) -> Vec<Named> {
    of(disk, dir).and_then(|second| list_in(disk, &second.own).ok()).unwrap_or_default()
}

impl Second {
    /// Copies the newest backup of the ledger in `dir` unless it is there, reads the copy back, and removes old ones.
    pub(super) fn copy(&self, disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
        if let Some(missing) = self.missing(disk) {
            return Err(missing);
        }
        let Some(newest) = rotation::list(disk, dir)?.pop() else { return Ok(()) };
        let target = self.own.join(newest.path.file_name().expect("a backup has a name"));
        let failed = |error| StoreError::io(Doing::BackingUp, &target, &error);
        if disk.look(&target).map_err(failed)?.is_some() {
            return Ok(());
        }
        disk.make_dir(&self.own).map_err(failed)?;
        self.place(disk, &newest.path, &target)?;
        rotation::rotate(disk, &self.own)
    }

    /// The error that the folder is not there, when it is not.
    pub(super) fn missing(&self, disk: &dyn Disk) -> Option<StoreError> {
        let is_there = matches!(disk.look(&self.folder), Ok(Some(_)));
        (!is_there).then(|| StoreError::NoSecond(self.folder.clone()))
    }

    fn place(&self, disk: &dyn Disk, from: &Path, target: &Path) -> Result<(), StoreError> {
        let failed = |error| StoreError::io(Doing::BackingUp, target, &error);
        let bytes = disk.read(from).map_err(failed)?;
        let new = target.with_extension("new");
        if disk.look(&new).map_err(failed)?.is_some() {
            disk.remove(&new).map_err(failed)?;
        }
        let mut file = disk.create(&new).map_err(failed)?;
        file.write(&bytes).and_then(|()| file.sync()).map_err(failed)?;
        verified(disk, &new)?;
        disk.rename(&new, target).map_err(failed)?;
        // Some shares cannot sync a directory; the copy was read back all the same.
        let _ = disk.sync_dir(&self.own);
        Ok(())
    }
}
