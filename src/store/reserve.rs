//! The reserve: room on the disk that is given up when it is full, so that the work in hand can be saved.

use std::io;
use std::path::Path;

use super::disk::{Disk, replace};

/// Its name in the data directory.
pub(super) const RESERVE: &str = "reserve";

/// Its length in bytes.
const LENGTH: usize = 16 << 20;

/// Whether the reserve is there.
pub(super) fn is_kept(disk: &dyn Disk, dir: &Path) -> bool {
    matches!(disk.look(&dir.join(RESERVE)), Ok(Some(_)))
}

/// Makes the reserve unless it is there; on a full disk that fails and leaves nothing.
pub(super) fn make(disk: &dyn Disk, dir: &Path) -> io::Result<()> {
    let path = dir.join(RESERVE);
    if disk.look(&path)?.is_none() {
        replace(disk, &path, &vec![0; LENGTH])?;
    }
    Ok(())
}

/// Gives the reserve up; false: there was none.
pub(super) fn free(disk: &dyn Disk, dir: &Path) -> bool {
    disk.remove(&dir.join(RESERVE)).is_ok()
}
