//! All file work of the store, behind one trait: tests record, cut, fill and break it.

use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The file work of the program. Files it makes are readable by their owner only,
/// but for those that are said to be public.
pub trait Disk: fmt::Debug + Send + Sync {
    /// What stands at `path`, a link itself and not its target; none: nothing.
    fn look(&self, path: &Path) -> io::Result<Option<Found>>;

    /// The names in `dir`, sorted.
    fn list(&self, dir: &Path) -> io::Result<Vec<String>>;

    /// The whole file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// At most `len` bytes of the file, from the byte `from` on.
    fn read_range(&self, path: &Path, from: u64, len: usize) -> io::Result<Vec<u8>>;

    /// Makes a directory and those above it that are missing.
    fn make_dir(&self, dir: &Path) -> io::Result<()>;

    /// Makes a new file for writing; refuses to open one that is there.
    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Makes a new file that others may read, as far as the system's habit lets them; refuses to open one that is there.
    fn create_public(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Opens a file to write at its end.
    fn append(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Opens or makes a file and locks it until the handle is dropped; none: somebody else holds the lock.
    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn DiskFile>>>;

    /// Gives a file or directory another name, replacing a file of that name.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Removes an empty directory.
    fn remove_dir(&self, dir: &Path) -> io::Result<()>;

    /// Makes names in `dir` durable: those made, changed and removed.
    fn sync_dir(&self, dir: &Path) -> io::Result<()>;

    /// Takes all rights on `path` from everyone but its owner.
    fn make_private(&self, path: &Path) -> io::Result<()>;
}

/// A file open for writing at its end.
pub trait DiskFile: fmt::Debug + Send {
    /// Writes all of `bytes` at the end.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Makes what was written durable.
    fn sync(&mut self) -> io::Result<()>;

    /// Cuts the file to its first `len` bytes.
    fn cut(&mut self, len: u64) -> io::Result<()>;

    /// Whether this very file stands at `path`: not another one, and not nothing.
    fn stands_at(&self, path: &Path) -> io::Result<bool>;
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: FoundKind,
    /// Its length in bytes.
    pub len: u64,
    /// Whether only its owner has rights on it.
    pub private: bool,
}

/// What sort of thing stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundKind {
    /// A file.
    File,
    /// A directory.
    Dir,
    /// A symbolic link.
    Link,
    /// A device, a pipe.
    Other,
}

/// The file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn look(&self, path: &Path) -> io::Result<Option<Found>> {
        match fs::symlink_metadata(path) {
            Ok(meta) => {
                Ok(Some(Found { kind: kind_of(meta.file_type()), len: meta.len(), private: is_private(&meta) }))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<String>> {
        let name =
            |entry: io::Result<fs::DirEntry>| entry.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names = fs::read_dir(dir)?.map(name).collect::<io::Result<Vec<_>>>()?;
        names.sort_unstable();
        Ok(names)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn read_range(&self, path: &Path, from: u64, len: usize) -> io::Result<Vec<u8>> {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(from))?;
        let mut bytes = Vec::with_capacity(len);
        file.take(len as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(dir)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(private(OpenOptions::new().append(true).create_new(true)).open(path)?))
    }

    fn create_public(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(OpenOptions::new().append(true).create_new(true).open(path)?))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(OpenOptions::new().append(true).open(path)?))
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn DiskFile>>> {
        let file = private(OpenOptions::new().append(true).create(true)).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(Locked(file)))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        fs::remove_dir(dir)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        // Only Unix opens directories as files; elsewhere the file system keeps names durable by itself.
        if cfg!(unix) { File::open(dir)?.sync_all() } else { Ok(()) }
    }

    fn make_private(&self, path: &Path) -> io::Result<()> {
        #[cfg(unix)]
        {
            let mode = if fs::symlink_metadata(path)?.is_dir() { 0o700 } else { 0o600 };
            fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode))?;
        }
        #[cfg(not(unix))]
        let _ = path;
        Ok(())
    }
}

impl DiskFile for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    fn cut(&mut self, len: u64) -> io::Result<()> {
        self.set_len(len)
    }

    fn stands_at(&self, path: &Path) -> io::Result<bool> {
        match fs::symlink_metadata(path) {
            Ok(there) => Ok(is_same(&there, &self.metadata()?)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// A locked file. A process that is just being started has a copy of the handle, so letting go must be said.
#[derive(Debug)]
struct Locked(File);

impl DiskFile for Locked {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn cut(&mut self, len: u64) -> io::Result<()> {
        self.0.set_len(len)
    }

    fn stands_at(&self, path: &Path) -> io::Result<bool> {
        self.0.stands_at(path)
    }
}

impl Drop for Locked {
    fn drop(&mut self) {
        // Closing the file lets go as well, only later.
        let _ = self.0.unlock();
    }
}

/// Writes `bytes` as the whole file at `path`, so that after a power cut either the old or the new file stands there.
pub(super) fn replace(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = write_new(disk, path, bytes)?;
    put_in_place(disk, &new, path)
}

/// The same, but the new file is read back first, and takes its place only if it `is_good`.
pub(super) fn replace_checked(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    is_good: impl FnOnce(&[u8]) -> bool,
) -> io::Result<()> {
    let new = write_new(disk, path, bytes)?;
    if !is_good(&disk.read(&new)?) {
        let _ = disk.remove(&new);
        return Err(io::Error::new(io::ErrorKind::InvalidData, "what was written is not what is read back"));
    }
    put_in_place(disk, &new, path)
}

fn write_new(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let new = path.with_extension("new");
    if disk.look(&new)?.is_some() {
        disk.remove(&new)?;
    }
    let mut file = disk.create(&new)?;
    if let Err(error) = file.write(bytes).and_then(|()| file.sync()) {
        // On a full disk half a file would only take room.
        let _ = disk.remove(&new);
        return Err(error);
    }
    Ok(new)
}

/// Gives the finished file or directory `new` its name, durably.
pub(super) fn put_in_place(disk: &dyn Disk, new: &Path, path: &Path) -> io::Result<()> {
    disk.rename(new, path)?;
    disk.sync_dir(above(path))
}

/// The directory in which `path` has its name.
pub(super) fn above(path: &Path) -> &Path {
    path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

fn kind_of(file_type: fs::FileType) -> FoundKind {
    match file_type {
        link if link.is_symlink() => FoundKind::Link,
        dir if dir.is_dir() => FoundKind::Dir,
        file if file.is_file() => FoundKind::File,
        _ => FoundKind::Other,
    }
}

#[cfg(unix)]
fn is_same(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

// Elsewhere an open file can neither be replaced nor, but for its removal, lose its name.
#[cfg(not(unix))]
fn is_same(_one: &fs::Metadata, _other: &fs::Metadata) -> bool {
    true
}

#[cfg(unix)]
fn is_private(meta: &fs::Metadata) -> bool {
    let others = 0o077;
    std::os::unix::fs::PermissionsExt::mode(&meta.permissions()) & others == 0
}

#[cfg(not(unix))]
fn is_private(_meta: &fs::Metadata) -> bool {
    true
}
