//! The store: journal line first, then sled. Loses nothing that was confirmed.
//!
//! A data directory holds `LOCK`, `FORMAT`, `journal/` (the truth, one line a change, closed segments compressed), `db/` (sled, which can be built
//! anew from the journal) `backup/` (everything in one file, several times), `reserve` (room for a full disk) and `drafts/`.

mod backup;
mod backups;
mod behind;
mod cache;
mod compact;
mod database;
mod digest;
mod disk;
mod doctor;
mod drafts;
mod error;
mod format;
mod ground;
mod guard;
mod headings;
mod heal;
mod hurt;
mod journal;
mod line;
mod lock;
mod logged;
mod notice;
mod open;
mod pack;
mod quiet;
mod record;
mod recover;
mod reserve;
mod restore;
mod rotation;
mod salvage;
mod second;
mod segment;
mod trees;
mod worker;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ulid::Ulid;

pub use backup::Backup;
pub use backups::Listed;
pub use disk::{Disk, DiskFile, Found, FoundKind, RealDisk};
pub use doctor::{Health, Part};
pub use drafts::Drafts;
pub use error::{Doing, StoreError, Trouble};
pub use lock::Holder;
pub use logged::{Heading, Logged, Seq};
pub use notice::{Healed, Notice};
pub use quiet::is_store_thread;
pub use restore::Restored;

use crate::model::Ledger;
use database::{Batch, Failure};
use format::Format;
use ground::{holds_ledger, must_hold_ledger, prepare, remake};
use journal::Journal;
use line::Head;
use lock::Lock;
use open::Look;
use trees::Trees;

/// A cache that lacks so many changes is written anew when the ledger closes.
const STALE: u64 = 64;

/// And so many while it is open: what a killed program leaves opens quickly too.
const VERY_STALE: u64 = 512;

/// An open ledger on disk, locked. Dropping it closes it.
#[derive(Debug)]
pub struct Store {
    dir: PathBuf,
    disk: Arc<dyn Disk>,
    journal: Journal,
    trees: Option<Trees>,
    /// Names the ledger.
    name: Ulid,
    replica: Ulid,
    /// The change whose state the cache holds.
    kept: Option<Seq>,
    /// The database holds changes that the journal has lost.
    stopped: bool,
    notices: Vec<Notice>,
    _lock: Lock,
}

/// Whether a directory holds a ledger; a restore into it that was cut short when all but a name was done is finished.
pub fn is_ledger(dir: &Path) -> bool {
    let _ = restore::finish(&RealDisk, dir);
    holds_ledger(&RealDisk, dir).unwrap_or(false)
}

impl Store {
    /// Makes an empty ledger in `dir`, which is made if absent, and else must be empty.
    pub fn create(dir: &Path, disk: Arc<dyn Disk>) -> Result<Self, StoreError> {
        prepare(&*disk, dir)?;
        let lock = Lock::take(&*disk, dir, Doing::Making)?;
        if holds_ledger(&*disk, dir)? {
            return Err(StoreError::Exists(dir.to_owned()));
        }
        let rooms = [dir.join(segment::JOURNAL), dir.join(drafts::DRAFTS)];
        for room in &rooms {
            disk.make_dir(room).map_err(|error| StoreError::io(Doing::Making, room, &error))?;
        }
        let format = Format::new();
        format.write(&*disk, dir, Doing::Making)?;
        let (journal, _) = Journal::open(&disk, dir)?;
        let (trees, notices) = match Trees::fresh(&disk, dir, &format.store.to_string()) {
            Ok(trees) => (Some(trees), Vec::new()),
            Err(failure) => (None, vec![journal_only(failure)]),
        };
        Ok(Self {
            dir: dir.to_owned(),
            disk,
            journal,
            trees,
            name: format.store,
            replica: format.replica,
            kept: None,
            stopped: false,
            notices,
            _lock: lock,
        })
    }

    /// Opens the ledger in `dir`.
    pub fn open(dir: &Path, disk: Arc<dyn Disk>) -> Result<(Self, Ledger, Vec<Notice>), StoreError> {
        Self::open_after(Look::Quick, dir, disk)
    }

    /// The same, but every line of the journal is looked at, and what is damaged is healed.
    pub fn open_thoroughly(dir: &Path, disk: Arc<dyn Disk>) -> Result<(Self, Ledger, Vec<Notice>), StoreError> {
        Self::open_after(Look::Whole, dir, disk)
    }

    fn open_after(care: Look, dir: &Path, disk: Arc<dyn Disk>) -> Result<(Self, Ledger, Vec<Notice>), StoreError> {
        // What cannot be finished shows as a ledger that is not there.
        let _ = restore::finish(&*disk, dir);
        must_hold_ledger(&*disk, dir)?;
        let known = Format::read(&*disk, dir)?;
        let lock = Lock::take(&*disk, dir, Doing::Opening)?;
        let mut notices = guard::check(&*disk, dir)?;
        let format = known.map_or_else(|| remake(&*disk, dir, &mut notices), Ok)?;
        let opened = open::open(&disk, dir, &format, care)?;
        notices.extend(opened.notices);
        let store = Self {
            dir: dir.to_owned(),
            disk,
            journal: opened.journal,
            trees: opened.trees,
            name: format.store,
            replica: format.replica,
            kept: opened.kept,
            stopped: false,
            notices: Vec::new(),
            _lock: lock,
        };
        Ok((store, opened.ledger, notices))
    }

    /// Reads the ledger in `dir` from its journal alone: no lock, nothing written.
    pub fn read(dir: &Path) -> Result<Ledger, StoreError> {
        must_hold_ledger(&RealDisk, dir)?;
        let format = Format::read(&RealDisk, dir)?;
        open::read(&RealDisk, dir, format.as_ref())
    }

    /// Reads all changes of the ledger in `dir`, oldest first: no lock, nothing written.
    pub fn history(dir: &Path) -> Result<Vec<Logged>, StoreError> {
        must_hold_ledger(&RealDisk, dir)?;
        Format::read(&RealDisk, dir)?;
        let mut history = Vec::new();
        journal::replay(&RealDisk, dir, Seq(0), |logged, _| history.push(logged))?;
        Ok(history)
    }

    /// The number of the last change of the ledger in `dir`: no lock, nothing written.
    pub fn last_of(dir: &Path) -> Result<Seq, StoreError> {
        Journal::last_of(&RealDisk, dir)
    }

    /// What is not as it should be with the ledger in `dir`, so far as can be seen without opening it: no lock is
    /// taken and nothing written.
    pub fn check(dir: &Path) -> Vec<StoreError> {
        doctor::beside(&RealDisk, dir).into_iter().flat_map(|(_, health)| health.errors()).collect()
    }

    /// How each part of the ledger in `dir` is. The database is opened unless another program has it.
    pub fn examine(dir: &Path) -> Vec<(Part, Health)> {
        doctor::all(&(Arc::new(RealDisk) as Arc<dyn Disk>), dir)
    }

    /// Makes a backup of the ledger in `dir` from its journal, at `path` or among its own backups: no lock is needed.
    pub fn backup(dir: &Path, path: Option<&Path>) -> Result<Backup, StoreError> {
        must_hold_ledger(&RealDisk, dir)?;
        Format::read(&RealDisk, dir)?;
        backups::make(&RealDisk, dir, path)
    }

    /// The backups of the ledger in `dir`, oldest first, each read whole and verified.
    pub fn backups(dir: &Path) -> Result<Vec<Listed>, StoreError> {
        must_hold_ledger(&RealDisk, dir)?;
        backups::all(&RealDisk, dir)
    }

    /// Makes a ledger in `into` from the backup or export `file`; a ledger that is there is kept beside it.
    pub fn restore(file: &Path, into: &Path) -> Result<Restored, StoreError> {
        restore::restore(&RealDisk, file, into)
    }

    /// Writes everything in the ledger in `dir`, one row of JSON a line: all records, then all changes.
    pub fn export(dir: &Path, to: &mut dyn io::Write) -> Result<(), StoreError> {
        must_hold_ledger(&RealDisk, dir)?;
        Format::read(&RealDisk, dir)?;
        backups::export(&RealDisk, dir, to)
    }

    /// Reads the headings of the changes in the newest segments of the journal in `dir`, oldest first: of so many
    /// segments, or of all there are. No lock, nothing written.
    pub fn headings(dir: &Path, segments: usize) -> Result<Vec<Heading>, StoreError> {
        must_hold_ledger(&RealDisk, dir)?;
        Format::read(&RealDisk, dir)?;
        headings::headings(&RealDisk, dir, segments)
    }

    /// Writes the change under the next number, whatever `logged.seq` says; when this returns `Ok`, it is on disk.
    pub fn commit(&mut self, logged: Logged) -> Result<Seq, StoreError> {
        let puts = line::puts(&logged.change)?;
        // What the journal lost is mended when the ledger is opened anew, and must not be written over before.
        self.stopped |= self.trees.as_mut().is_some_and(Trees::is_ahead);
        if self.stopped {
            return Err(StoreError::Stopped);
        }
        let seq = Seq(self.journal.last().0 + 1);
        let head = Head { v: record::VERSION, replica: self.replica, seq, lamport: self.journal.lamport() + 1 };
        let logged = Logged { seq, ..logged };
        let spot = self.journal.append(head, &line::write(head, &logged))?;
        self.check_trees();
        if let Some(trees) = &mut self.trees {
            trees.write(Batch { seq, at: logged.at, puts: puts.into_iter().map(|put| (put, seq, spot)).collect() });
        }
        Ok(seq)
    }

    /// The number of the last change; 0: there is none.
    pub fn last(&self) -> Seq {
        self.journal.last()
    }

    /// Reads one change.
    pub fn logged(&mut self, seq: Seq) -> Result<Logged, StoreError> {
        self.journal.read(seq)
    }

    /// What has happened since it was asked last that the user should know.
    pub fn notices(&mut self) -> Vec<Notice> {
        self.check_trees();
        self.notices.append(&mut self.journal.notices());
        std::mem::take(&mut self.notices)
    }

    /// Keeps `ledger`, which is what all changes made, so that the next opening is quick: behind the caller's back, and
    /// unless what was kept last is nearly the same.
    pub fn keep(&mut self, ledger: &Ledger) {
        if self.kept.is_none() || self.lacking() >= STALE {
            self.keep_now(ledger);
        }
    }

    /// The same while work goes on: only when what was kept last lacks many changes.
    pub fn keep_meanwhile(&mut self, ledger: &Ledger) {
        if self.lacking() >= VERY_STALE {
            self.keep_now(ledger);
        }
    }

    /// How many changes what was kept lacks.
    fn lacking(&self) -> u64 {
        self.last().0.saturating_sub(self.kept.map_or(0, |kept| kept.0))
    }

    fn keep_now(&mut self, ledger: &Ledger) {
        let last = self.last();
        if let Some(trees) = &self.trees {
            trees.keep(self.name, last, ledger.clone());
            self.kept = Some(last);
        }
    }

    /// Has the backups copied to `folder` as well, whenever it is there; none: no longer.
    pub fn back_up_also_to(&mut self, folder: Option<&Path>) {
        if let Err(error) = second::set(&*self.disk, &self.dir, self.name, folder) {
            self.notices.push(Notice::Unbacked(error));
        }
    }

    /// The drafts of this ledger.
    pub fn drafts(&self) -> Drafts {
        Drafts::new(&self.disk, &self.dir)
    }

    /// The data directory.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Flushes and closes, and gives what the user should still know.
    pub fn close(mut self) -> Vec<Notice> {
        self.notices()
    }

    /// Without a database the journal goes on alone; the next opening catches up.
    fn check_trees(&mut self) {
        let failure = self.trees.as_mut().and_then(Trees::failure);
        self.stopped |= self.trees.as_ref().is_some_and(Trees::was_ahead);
        self.notices.extend(self.trees.iter_mut().flat_map(Trees::notices));
        if let Some(failure) = failure {
            self.notices.push(journal_only(failure));
            self.trees = None;
        }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if let Some(trees) = self.trees.take() {
            trees.close();
        }
    }
}

fn journal_only(failure: Failure) -> Notice {
    match failure {
        Failure::Unusable(why) => Notice::JournalOnly { why },
        Failure::Damaged => Notice::JournalOnly { why: Trouble::Other("sled".into()) },
    }
}
