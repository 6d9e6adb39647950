//! A disk with a watcher: it sees every act before it is done, and may forbid it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use taizhang::store::{Disk, DiskFile, Found, RealDisk};

/// Something that the store asks of its disk.
#[derive(Clone, Copy, Debug)]
pub enum Act<'a> {
    /// Looks, lists or reads.
    Read,
    /// Makes a directory.
    MakeDir(&'a Path),
    /// Makes or opens a file; the handle gets this number.
    Open(usize, &'a Path),
    /// Writes at the end.
    Write(usize, &'a [u8]),
    /// Makes what was written durable.
    Sync(usize),
    /// Cuts the file.
    Cut(usize, u64),
    /// Renames.
    Rename(&'a Path, &'a Path),
    /// Removes.
    Remove(&'a Path),
    /// Removes an empty directory.
    RemoveDir(&'a Path),
    /// Makes the names in a directory durable.
    SyncDir(&'a Path),
}

/// Sees every act.
pub trait Watcher: std::fmt::Debug + Send + Sync {
    /// Lets the act pass, or gives the error with which it fails.
    fn before(&self, act: Act<'_>) -> io::Result<()>;

    /// Of a forbidden write the first half was done.
    fn half_done(&self) {}

    /// The act was done.
    fn after(&self, _act: Act<'_>) {}
}

/// The file system under the eyes of a watcher.
#[derive(Clone, Debug)]
pub struct WatchedDisk {
    watcher: Arc<dyn Watcher>,
    handles: Arc<AtomicUsize>,
}

#[derive(Debug)]
struct WatchedFile {
    file: Box<dyn DiskFile>,
    handle: usize,
    watcher: Arc<dyn Watcher>,
}

impl WatchedDisk {
    /// The disk that `watcher` watches.
    pub fn shared(watcher: Arc<dyn Watcher>) -> Arc<dyn Disk> {
        Arc::new(Self { watcher, handles: Arc::default() })
    }

    fn watched<T>(&self, act: Act<'_>, run: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        watched(&*self.watcher, act, run)
    }

    fn open(&self, path: &Path, run: impl FnOnce() -> io::Result<Box<dyn DiskFile>>) -> io::Result<Box<dyn DiskFile>> {
        let handle = self.handles.fetch_add(1, Ordering::Relaxed);
        let file = self.watched(Act::Open(handle, path), run)?;
        Ok(Box::new(WatchedFile { file, handle, watcher: Arc::clone(&self.watcher) }))
    }
}

impl Disk for WatchedDisk {
    fn look(&self, path: &Path) -> io::Result<Option<Found>> {
        self.watched(Act::Read, || RealDisk.look(path))
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<String>> {
        self.watched(Act::Read, || RealDisk.list(dir))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.watched(Act::Read, || RealDisk.read(path))
    }

    fn read_range(&self, path: &Path, from: u64, len: usize) -> io::Result<Vec<u8>> {
        self.watched(Act::Read, || RealDisk.read_range(path, from, len))
    }

    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        // One act for each directory that is missing, the outermost first.
        let missing: Vec<PathBuf> = dir.ancestors().take_while(|dir| !dir.exists()).map(Path::to_owned).collect();
        if missing.is_empty() {
            return RealDisk.make_dir(dir);
        }
        missing.iter().rev().try_for_each(|dir| self.watched(Act::MakeDir(dir), || RealDisk.make_dir(dir)))
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.open(path, || RealDisk.create(path))
    }

    fn create_public(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.open(path, || RealDisk.create_public(path))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.open(path, || RealDisk.append(path))
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn DiskFile>>> {
        let handle = self.handles.fetch_add(1, Ordering::Relaxed);
        let file = self.watched(Act::Open(handle, path), || RealDisk.lock(path))?;
        let watch = |file| Box::new(WatchedFile { file, handle, watcher: Arc::clone(&self.watcher) }) as _;
        Ok(file.map(watch))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.watched(Act::Rename(from, to), || RealDisk.rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.watched(Act::Remove(path), || RealDisk.remove(path))
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        self.watched(Act::RemoveDir(dir), || RealDisk.remove_dir(dir))
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        self.watched(Act::SyncDir(dir), || RealDisk.sync_dir(dir))
    }

    fn make_private(&self, path: &Path) -> io::Result<()> {
        RealDisk.make_private(path)
    }
}

impl DiskFile for WatchedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let act = Act::Write(self.handle, bytes);
        if let Err(error) = self.watcher.before(act) {
            self.file.write(&bytes[..bytes.len() / 2])?;
            self.watcher.half_done();
            return Err(error);
        }
        self.file.write(bytes)?;
        self.watcher.after(act);
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        watched(&*self.watcher, Act::Sync(self.handle), || self.file.sync())
    }

    fn cut(&mut self, len: u64) -> io::Result<()> {
        watched(&*self.watcher, Act::Cut(self.handle, len), || self.file.cut(len))
    }

    fn stands_at(&self, path: &Path) -> io::Result<bool> {
        self.file.stands_at(path)
    }
}

fn watched<T>(watcher: &dyn Watcher, act: Act<'_>, run: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    watcher.before(act)?;
    let done = run()?;
    watcher.after(act);
    Ok(done)
}
