//! Files that others read: put in their place whole, never over another unless that was asked for.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::SessionError;
use crate::store::{Disk, FoundKind, Trouble};

/// Writes `bytes` as the file at `path`; a file that is there is replaced only when `replace` is said.
///
/// No half file is ever seen there, and after a failure everything is as it was.
pub fn put(disk: &dyn Disk, path: &Path, bytes: &[u8], replace: bool) -> Result<(), SessionError> {
    let failed = |error: &io::Error| SessionError::File(path.to_path_buf(), Trouble::of(error));
    if path.file_name().is_none() {
        return Err(SessionError::NotAFile(path.to_path_buf()));
    }
    let found = disk.look(path).map_err(|error| failed(&error))?;
    match found.map(|found| found.kind) {
        None => reserve(disk, path)?,
        Some(FoundKind::File) if replace => {}
        Some(FoundKind::File) => return Err(SessionError::FileExists(path.to_path_buf())),
        Some(_) => return Err(SessionError::NotAFile(path.to_path_buf())),
    }
    let written = write_beside(disk, path, bytes);
    if written.is_err() && found.is_none() {
        // What was reserved is given back; if even that fails, the error below says enough.
        drop(disk.remove(path));
    }
    written.map_err(|error| failed(&error))
}

/// Takes the name with an empty file, so that nobody else can take it meanwhile.
fn reserve(disk: &dyn Disk, path: &Path) -> Result<(), SessionError> {
    disk.create_public(path).map(drop).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => SessionError::FileExists(path.to_path_buf()),
        _ => SessionError::File(path.to_path_buf(), Trouble::of(&error)),
    })
}

/// Writes a file beside its place, then renames it there.
fn write_beside(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = path.with_file_name(format!(".taizhang-{}.tmp", std::process::id()));
    if disk.look(&beside)?.is_some() {
        disk.remove(&beside)?;
    }
    let written = write_synced(disk, &beside, bytes).and_then(|()| disk.rename(&beside, path));
    if written.is_err() {
        drop(disk.remove(&beside));
        return written;
    }
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty());
    // The file is in its place; some shares and sticks cannot say more of it.
    drop(disk.sync_dir(dir.unwrap_or(Path::new("."))));
    Ok(())
}

fn write_synced(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = disk.create_public(path)?;
    file.write(bytes)?;
    file.sync()
}
