//! A disk that fails when it is told to.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};

use taizhang::store::{Disk, DiskFile, Found, RealDisk};

/// The file system, failing on demand.
#[derive(Clone, Debug, Default)]
pub struct FailingDisk {
    orders: Arc<Mutex<Orders>>,
}

#[derive(Debug, Default)]
struct Orders {
    refusal: Option<io::ErrorKind>,
    write: Option<io::ErrorKind>,
    rename: Option<io::ErrorKind>,
    sync: usize,
    lock: Option<io::ErrorKind>,
    look: Option<io::ErrorKind>,
}

#[derive(Debug)]
struct FailingFile {
    file: Box<dyn DiskFile>,
    orders: Arc<Mutex<Orders>>,
}

impl FailingDisk {
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on there is no room for another byte, or there is room again.
    pub fn fill(&self, full: bool) {
        self.refuse_writes(full.then_some(io::ErrorKind::StorageFull));
    }

    /// From now on every write fails in this way, or none does: the store's own thread writes too, at any moment.
    pub fn refuse_writes(&self, refusal: Option<io::ErrorKind>) {
        self.orders.lock().expect("no panic holds it").refusal = refusal;
    }

    /// The next file that is given another name keeps its own.
    pub fn fail_next_rename(&self, kind: io::ErrorKind) {
        self.orders.lock().expect("no panic holds it").rename = Some(kind);
    }

    /// The next write to a file writes half of it and fails.
    pub fn fail_next_write(&self, kind: io::ErrorKind) {
        self.orders.lock().expect("no panic holds it").write = Some(kind);
    }

    /// The next syncs of files fail.
    pub fn fail_next_syncs(&self, count: usize) {
        self.orders.lock().expect("no panic holds it").sync = count;
    }

    /// Locks cannot be taken.
    pub fn fail_locking(&self, kind: io::ErrorKind) {
        self.orders.lock().expect("no panic holds it").lock = Some(kind);
    }

    /// Nothing can be looked at.
    pub fn fail_looking(&self, kind: io::ErrorKind) {
        self.orders.lock().expect("no panic holds it").look = Some(kind);
    }

    fn wrapped(&self, file: Box<dyn DiskFile>) -> Box<dyn DiskFile> {
        Box::new(FailingFile { file, orders: Arc::clone(&self.orders) })
    }
}

impl Disk for FailingDisk {
    fn look(&self, path: &Path) -> io::Result<Option<Found>> {
        match self.orders.lock().expect("no panic holds it").look {
            Some(kind) => Err(kind.into()),
            None => RealDisk.look(path),
        }
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<String>> {
        RealDisk.list(dir)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        RealDisk.read(path)
    }

    fn read_range(&self, path: &Path, from: u64, len: usize) -> io::Result<Vec<u8>> {
        RealDisk.read_range(path, from, len)
    }

    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        RealDisk.make_dir(dir)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(self.wrapped(RealDisk.create(path)?))
    }

    fn create_public(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(self.wrapped(RealDisk.create_public(path)?))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(self.wrapped(RealDisk.append(path)?))
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn DiskFile>>> {
        match self.orders.lock().expect("no panic holds it").lock {
            Some(kind) => Err(kind.into()),
            None => RealDisk.lock(path),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        match self.orders.lock().expect("no panic holds it").rename.take() {
            Some(kind) => Err(kind.into()),
            None => RealDisk.rename(from, to),
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        RealDisk.remove_dir(dir)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        RealDisk.sync_dir(dir)
    }

    fn make_private(&self, path: &Path) -> io::Result<()> {
        RealDisk.make_private(path)
    }
}

impl DiskFile for FailingFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut orders = self.orders.lock().expect("no panic holds it");
        let kind = orders.refusal.or_else(|| orders.write.take());
        match kind {
            Some(kind) => {
                self.file.write(&bytes[..bytes.len() / 2])?;
                Err(kind.into())
            }
            None => self.file.write(bytes),
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut orders = self.orders.lock().expect("no panic holds it");
        if orders.sync > 0 {
            orders.sync -= 1;
            return Err(io::Error::other("broken"));
        }
        drop(orders);
        self.file.sync()
    }

    fn cut(&mut self, len: u64) -> io::Result<()> {
        self.file.cut(len)
    }

    fn stands_at(&self, path: &Path) -> io::Result<bool> {
        self.file.stands_at(path)
    }
}
