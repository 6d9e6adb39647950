//! The file FORMAT: which form of ledger a directory holds, and whose it is.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ulid::Ulid;

use super::disk::{Disk, replace};
use super::error::{Doing, StoreError};

/// Its name in the data directory.
pub(super) const FORMAT: &str = "FORMAT";

/// The newest form of ledger that this program reads and writes. Form 1 has no editions, form 2 no merges.
const CURRENT: u32 = 3;

/// The oldest form that may hold a merge.
pub(super) const MERGED: u32 = 3;

/// What FORMAT says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Format {
    /// The form of the ledger.
    #[serde(rename = "format")]
    form: u32,
    /// Names the ledger: a database of another one is not taken for its own.
    pub(super) store: Ulid,
    /// Names the writer of its changes, for merging.
    pub(super) replica: Ulid,
}

/// All that is sure to be in a FORMAT of any form.
#[derive(Deserialize)]
struct Form {
    format: u32,
}

impl Format {
    /// A new ledger's.
    pub(super) fn new() -> Self {
        Self { form: CURRENT, store: Ulid::generate(), replica: Ulid::generate() }
    }

    /// Whether a program that knows only forms older than `form` could work in the ledger.
    pub(super) const fn is_older_than(&self, form: u32) -> bool {
        self.form < form
    }

    /// The same ledger in a newer form.
    pub(super) fn raised(self, form: u32) -> Self {
        Self { form, ..self }
    }

    /// What the ledger in `dir` says; none: the file is missing or unreadable. A newer form is refused.
    pub(super) fn read(disk: &dyn Disk, dir: &Path) -> Result<Option<Self>, StoreError> {
        let path = dir.join(FORMAT);
        if disk.look(&path).map_err(|error| StoreError::io(Doing::Reading, &path, &error))?.is_none() {
            return Ok(None);
        }
        let bytes = disk.read(&path).map_err(|error| StoreError::io(Doing::Reading, &path, &error))?;
        match serde_json::from_slice::<Form>(&bytes) {
            Ok(form) if form.format > CURRENT => Err(StoreError::Newer(path)),
            _ => Ok(serde_json::from_slice(&bytes).ok()),
        }
    }

    /// Writes it; with this file the directory is a ledger.
    pub(super) fn write(&self, disk: &dyn Disk, dir: &Path, doing: Doing) -> Result<(), StoreError> {
        let path = dir.join(FORMAT);
        let mut text = serde_json::to_vec_pretty(self).expect("numbers and ids are JSON");
        text.push(b'\n');
        replace(disk, &path, &text).map_err(|error| StoreError::io(doing, &path, &error))
    }
}
