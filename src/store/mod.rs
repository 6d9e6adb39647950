//! The store: journal line first, then sled. Loses nothing that was confirmed.
//!
//! A data directory holds `LOCK`, `FORMAT`, `journal/` (the truth, one line a change, closed segments compressed), `db/` (sled, which can be built
//! anew from the journal) `backup/` (everything in one file, several times), `reserve` (room for a full disk) and `drafts/`.

mod backup;
mod backups;
mod behind;
mod bell;
mod beside;
mod broken;
mod cache;
mod compact;
mod database;
mod digest;
mod disk;
mod doctor;
mod doing;
mod drafts;
mod error;
mod fault;
mod format;
mod ground;
mod guard;
mod headings;
mod heal;
mod healed;
mod hurt;
mod join;
mod journal;
mod leftover;
mod line;
mod lock;
mod logged;
mod merge;
mod notice;
mod open;
mod pack;
mod quiet;
mod rebuild;
mod record;
mod recover;
mod repair;
mod reserve;
mod restore;
mod rotation;
mod salvage;
mod second;
mod segment;
mod step;
mod threads;
mod trees;
mod trouble;
mod unfit;
mod walk;
mod worker;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use backup::Backup;
pub use backups::Listed;
pub use disk::{Disk, DiskFile, Found, FoundKind, RealDisk};
pub use doctor::{Health, Part};
pub use drafts::Drafts;
pub use error::{Doing, StoreError, Trouble};
pub use fault::Fault;
pub use healed::Healed;
pub use lock::Holder;
pub use logged::{Heading, Logged, Seq};
pub use merge::{Clashed, Merge, MergeError};
pub use notice::Notice;
pub use quiet::is_store_thread;
pub use restore::Restored;
pub use step::Step;
pub(crate) use threads::both;
pub use unfit::Unfit;

use crate::model::Ledger;
use cache::Stamp;
use database::Batch;
use format::{Format, MERGED};
use ground::{holds_ledger, may_hold_ledger, must_hold_ledger, prepare, remake};
use journal::Journal;
use line::Head;
use lock::Lock;
use merge::Foreign;
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
    /// What FORMAT says: whose ledger it is, and in which form.
    format: Format,
    /// The change whose state the cache holds.
    kept: Option<Seq>,
    /// The database holds changes that the journal has lost.
    short: bool,
    notices: Vec<Notice>,
    lock: Lock,
}

/// Finishes a restore into `dir` that was cut short when all but names was done, and says so.
pub fn finish_restore(dir: &Path) -> Option<Notice> {
    // What cannot be finished shows as a ledger that is not there.
    leftover::finish(&RealDisk, dir).ok().flatten().map(Notice::Step)
}

/// Whether a directory holds a ledger, or may do so though it cannot be looked into; a restore into it that was cut short
/// when all but a name was done is finished.
pub fn is_ledger(dir: &Path) -> bool {
    finish_restore(dir);
    may_hold_ledger(&RealDisk, dir)
}

/// Why a directory cannot be read as a ledger; none: it can.
pub fn refusal(dir: &Path) -> Option<StoreError> {
    finish_restore(dir);
    must_hold_ledger(&RealDisk, dir).err()
}

impl Store {
    /// Makes an empty ledger in `dir`, which is made if absent, and else must be empty.
    pub fn create(dir: &Path, disk: Arc<dyn Disk>) -> Result<Self, StoreError> {
        // A restored ledger that lacks only its name is one already.
        let _ = leftover::finish(&*disk, dir);
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
            Err(failure) => (None, vec![failure.notice()]),
        };
        Ok(Self { dir: dir.to_owned(), disk, journal, trees, format, kept: None, short: false, notices, lock })
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
        let finished = leftover::finish(&*disk, dir).ok().flatten();
        must_hold_ledger(&*disk, dir)?;
        let known = Format::read(&*disk, dir)?;
        let lock = Lock::take(&*disk, dir, Doing::Opening)?;
        let mut notices: Vec<Notice> = finished.into_iter().map(Notice::Step).collect();
        // What cannot be cleared now is tried again by the next opening.
        notices.extend(leftover::clear(&*disk, dir).unwrap_or_default().into_iter().map(Notice::Step));
        notices.extend(guard::check(&*disk, dir)?);
        let format = known.map_or_else(|| remake(&*disk, dir, &mut notices), Ok)?;
        let opened = open::open(&disk, dir, &format, care)?;
        notices.extend(opened.notices);
        let store = Self {
            dir: dir.to_owned(),
            disk,
            journal: opened.journal,
            trees: opened.trees,
            format,
            kept: opened.kept,
            short: false,
            notices: Vec::new(),
            lock,
        };
        Ok((store, opened.ledger, notices))
    }

    /// Writes the change under the next number, whatever `logged.seq` says; when this returns `Ok`, it is on disk.
    pub fn commit(&mut self, logged: Logged) -> Result<Seq, StoreError> {
        self.commit_with(logged, &Foreign::default())
    }

    /// Writes the change of a merge, and with it the changes that came over.
    pub fn commit_merge(&mut self, logged: Logged, merge: &Merge) -> Result<Seq, StoreError> {
        self.raise(MERGED)?;
        self.commit_with(logged, &merge.foreign)
    }

    fn commit_with(&mut self, logged: Logged, foreign: &Foreign) -> Result<Seq, StoreError> {
        let puts = line::puts(&logged.change)?;
        self.lock.must_hold(&*self.disk)?;
        // What the journal lost is mended when the ledger is opened anew, and must not be written over before.
        self.short |= self.trees.as_mut().is_some_and(Trees::is_ahead);
        if self.short {
            return Err(StoreError::Short);
        }
        self.raise(puts.iter().map(|(tree, ..)| tree.form()).max().unwrap_or_default())?;
        let seq = Seq(self.journal.last().0 + 1);
        let lamport = self.journal.lamport().max(foreign.lamport) + 1;
        let head = Head { v: record::VERSION, replica: self.format.replica, seq, lamport };
        let logged = Logged { seq, ..logged };
        let spot = self.journal.append(head, &line::write(head, &logged, &foreign.lines))?;
        self.check_trees();
        if let Some(trees) = &mut self.trees {
            let mut batch = Batch::default();
            batch.add((seq, logged.at), puts, spot);
            trees.write(batch);
        }
        Ok(seq)
    }

    /// Has a program that does not know what comes now refuse the ledger, before it comes.
    fn raise(&mut self, form: u32) -> Result<(), StoreError> {
        if self.format.is_older_than(form) {
            let raised = self.format.clone().raised(form);
            raised.write(&*self.disk, &self.dir, Doing::Saving)?;
            self.format = raised;
        }
        Ok(())
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

    /// Has these told when it is asked next.
    pub fn tell(&mut self, notices: Vec<Notice>) {
        self.notices.extend(notices);
    }

    /// Has `ring` called, on a thread of the store, whenever there is something to tell behind the caller's back.
    pub fn ring_with(&self, ring: impl Fn() + Send + 'static) {
        if let Some(trees) = &self.trees {
            trees.ring_with(ring);
        }
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
        let (seq, line) = (self.last(), self.journal.sum());
        if let Some(trees) = &self.trees {
            trees.keep(Stamp { store: self.format.store, seq, line }, ledger.clone());
            self.kept = Some(seq);
        }
    }

    /// Has the backups copied to `folder` as well, whenever it is there; none: no longer.
    pub fn back_up_also_to(&mut self, folder: Option<&Path>) {
        if let Err(error) = second::set(&*self.disk, &self.dir, self.format.store, folder) {
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

    /// Flushes and closes, and gives what the user should still know: also what was done meanwhile behind the screen.
    pub fn close(mut self) -> Vec<Notice> {
        let mut notices = self.notices();
        if let Some(trees) = self.trees.take() {
            notices.extend(trees.close());
        }
        notices
    }

    /// Without a database the journal goes on alone; the next opening catches up.
    fn check_trees(&mut self) {
        let Some(trees) = &mut self.trees else { return };
        let failed = trees.has_failed();
        self.short |= trees.was_ahead();
        self.notices.extend(trees.notices());
        if failed {
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
