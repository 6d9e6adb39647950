//! The database seen from outside: a thread of its own that loads, and writes behind what the journal already holds.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use ulid::Ulid;

use chrono::{DateTime, Utc};

use super::backups;
use super::behind::{Behind, Ready};
use super::database::{Batch, Database, Failure, Row, guarded};
use super::digest::Digest;
use super::disk::Disk;
use super::error::{StoreError, Trouble};
use super::notice::Notice;
use super::pack::pack_one;
use super::quiet::{THREAD, hush};
use super::record::{Tree, key_of};
use super::reserve;
use super::{Seq, cache};
use crate::model::{Ledger, Record, RecordKey};

/// The directory of the database.
pub(super) const DB: &str = "db";

/// The store thread must answer within this time, or the journal serves alone.
const PATIENCE: Duration = Duration::from_secs(20);

/// So long after the last write sled is told to flush.
const IDLE: Duration = Duration::from_millis(500);

/// Rows that are sent to be decoded at a time.
pub(super) const ROWS: usize = 1000;

/// The database of an open ledger.
#[derive(Debug)]
pub(super) struct Trees {
    jobs: Sender<Job>,
    news: Receiver<News>,
    written: Arc<AtomicU64>,
    sent: u64,
    seen: u64,
    since: Instant,
    unbacked: Option<StoreError>,
    /// The thread is not yet so far that it takes what is sent.
    behind: bool,
    /// Whether the database holds changes that the journal has lost; none: that is not known yet.
    ahead: Option<bool>,
    failed: Option<Failure>,
    notices: Vec<Notice>,
}

#[derive(Debug)]
enum Job {
    Write(Batch),
    /// All records, as they are after a change, for the next opening.
    Cache(Ulid, Seq, Ledger),
    Close(Sender<()>),
}

enum News {
    Opened(Seq),
    Rows(Tree, Vec<Row>),
    Loaded(Records),
    Ahead,
    Ready(Option<Notice>),
    Failed(Failure),
    Unbacked(StoreError),
}

type Records = Vec<(RecordKey, Record)>;

/// What the thread begins with.
#[derive(Clone, Copy)]
enum Begin {
    /// An empty database.
    Fresh,
    /// One whose records are wanted.
    Load,
    /// One that must be brought up to this change; its records are not wanted.
    Behind(Seq),
}

impl Trees {
    /// Makes the empty database of the ledger `store`, behind the caller's back.
    pub(super) fn fresh(disk: &Arc<dyn Disk>, dir: &Path, store: &str) -> Result<Self, Failure> {
        Self::start(disk, dir, store, Begin::Fresh)
    }

    /// Opens the database of the ledger `store` and begins to read it; [`Self::load`] gives what it reads.
    pub(super) fn open(disk: &Arc<dyn Disk>, dir: &Path, store: &str) -> Result<Self, Failure> {
        Self::start(disk, dir, store, Begin::Load)
    }

    /// Opens the database of the ledger `store`, verifies it and brings it up to the change `last`, all behind the
    /// caller's back: [`Self::failure`] and [`Self::notices`] tell later what was wrong.
    pub(super) fn behind(disk: &Arc<dyn Disk>, dir: &Path, store: &str, last: Seq) -> Result<Self, Failure> {
        Self::start(disk, dir, store, Begin::Behind(last))
    }

    fn start(disk: &Arc<dyn Disk>, dir: &Path, store: &str, begin: Begin) -> Result<Self, Failure> {
        hush();
        let (jobs, todo) = mpsc::channel();
        let (tell, news) = mpsc::channel();
        let written = Arc::new(AtomicU64::new(0));
        let worker = Worker {
            disk: Arc::clone(disk),
            dir: dir.to_owned(),
            store: store.to_owned(),
            todo,
            tell,
            written: Arc::clone(&written),
        };
        let thread = thread::Builder::new().name(THREAD.to_owned()).spawn(move || worker.run(begin));
        thread.map_err(|error| Failure::Unusable(Trouble::of(&error)))?;
        let behind = matches!(begin, Begin::Behind(_));
        Ok(Self {
            jobs,
            news,
            written,
            sent: 0,
            seen: 0,
            since: Instant::now(),
            unbacked: None,
            behind,
            ahead: (!behind).then_some(false),
            failed: None,
            notices: Vec::new(),
        })
    }

    /// The records, and the number of the last change they hold.
    pub(super) fn load(&self) -> Result<(Seq, Ledger), Failure> {
        let (mut seq, mut ledger) = (Seq(0), Ledger::default());
        loop {
            match self.news.recv_timeout(PATIENCE) {
                Ok(News::Opened(last)) => seq = last,
                Ok(News::Rows(tree, rows)) => put_all(decoded(tree, &rows)?, &mut ledger)?,
                Ok(News::Loaded(records)) => {
                    put_all(records, &mut ledger)?;
                    return Ok((seq, ledger));
                }
                Ok(News::Failed(failure)) => return Err(failure),
                Ok(News::Ahead | News::Ready(_) | News::Unbacked(_)) => {}
                Err(RecvTimeoutError::Timeout) => return Err(Failure::Unusable(Trouble::Silent)),
                Err(RecvTimeoutError::Disconnected) => return Err(Failure::Damaged),
            }
        }
    }

    /// Has a batch written behind the caller's back.
    pub(super) fn write(&mut self, batch: Batch) {
        self.sent += 1;
        // A thread that has ended told why; `failure` finds it.
        let _ = self.jobs.send(Job::Write(batch));
    }

    /// What has gone wrong since it was asked last.
    pub(super) fn failure(&mut self) -> Option<Failure> {
        while let Ok(news) = self.news.try_recv() {
            self.take(news);
        }
        if let Some(failure) = self.failed.take() {
            return Some(failure);
        }
        let written = self.written.load(Ordering::Acquire);
        // To verify a database, or to build it anew, takes as long as it takes.
        if self.behind || written == self.sent || written != self.seen {
            (self.seen, self.since) = (written, Instant::now());
        }
        (self.since.elapsed() > PATIENCE).then_some(Failure::Unusable(Trouble::Silent))
    }

    fn take(&mut self, news: News) {
        match news {
            News::Failed(failure) => self.failed = Some(failure),
            News::Unbacked(error) => self.unbacked = Some(error),
            News::Ahead => self.ahead = Some(true),
            News::Opened(_) => self.ahead = Some(false),
            News::Ready(notice) => {
                self.behind = false;
                self.notices.extend(notice);
            }
            News::Rows(..) | News::Loaded(_) => {}
        }
    }

    /// Whether the database holds changes that the journal has lost. Waits until that is known, or the thread is no use.
    pub(super) fn is_ahead(&mut self) -> bool {
        while self.ahead.is_none() && self.failed.is_none() {
            match self.news.recv_timeout(PATIENCE) {
                Ok(news) => self.take(news),
                Err(_) => break,
            }
        }
        self.was_ahead()
    }

    /// Whether the database was found to hold changes that the journal has lost.
    pub(super) fn was_ahead(&self) -> bool {
        self.ahead == Some(true)
    }

    /// Why the last backup that was due could not be made, once.
    pub(super) fn unbacked(&mut self) -> Option<StoreError> {
        self.unbacked.take()
    }

    /// Has all records, as they are after the change `seq`, kept for the next opening.
    pub(super) fn keep(&self, store: Ulid, seq: Seq, ledger: Ledger) {
        // A thread that has ended keeps nothing: the cache is only a help.
        let _ = self.jobs.send(Job::Cache(store, seq, ledger));
    }

    /// What has happened since it was asked last that the user should know.
    pub(super) fn notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// Writes what is left, flushes and closes sled.
    pub(super) fn close(self) {
        let (done, wait) = mpsc::channel();
        if self.jobs.send(Job::Close(done)).is_ok() {
            let _ = wait.recv_timeout(PATIENCE);
        }
    }
}

fn decoded(tree: Tree, rows: &[Row]) -> Result<Records, Failure> {
    let record = |(key, value): &Row| {
        let key = std::str::from_utf8(key).ok().and_then(|text| key_of(tree, text)).ok_or(Failure::Damaged)?;
        Ok((key, tree.value(value).map_err(|_| Failure::Damaged)?))
    };
    rows.iter().map(record).collect()
}

pub(super) fn note(tree: Tree, rows: &[Row], digest: &mut Digest) {
    for (key, value) in rows {
        digest.add(tree, key, value);
    }
}

fn put_all(records: Records, ledger: &mut Ledger) -> Result<(), Failure> {
    let put = |(key, record): (RecordKey, Record)| key.put(Some(record), ledger);
    records.into_iter().try_for_each(put).map_err(|_| Failure::Damaged)
}

/// What the store thread has.
struct Worker {
    disk: Arc<dyn Disk>,
    dir: PathBuf,
    store: String,
    todo: Receiver<Job>,
    tell: Sender<News>,
    written: Arc<AtomicU64>,
}

/// What is left to do when nothing is sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rest {
    /// There may be no reserve.
    Reserve,
    /// What was written is not flushed.
    Flush,
    /// There may be chores.
    Chores,
    /// Nothing.
    None,
}

impl Worker {
    fn run(self, begin: Begin) {
        let mut closing = None;
        let mut database = None;
        let served = guarded(|| {
            let database = database.insert(self.open(begin)?);
            closing = self.serve(database)?;
            Ok(())
        });
        // sled's own end may panic as well.
        let _ = guarded(|| {
            drop(database.take());
            Ok(())
        });
        if let Err(failure) = served {
            self.tell(News::Failed(failure));
            closing = self.wait();
        }
        if let Some(done) = closing {
            let _ = done.send(());
        }
    }

    fn open(&self, begin: Begin) -> Result<Database, Failure> {
        if let Begin::Behind(last) = begin {
            return self.follow(last);
        }
        let database = Database::open(&*self.disk, &self.dir.join(DB))?;
        match begin {
            Begin::Fresh | Begin::Behind(_) => database.begin(&self.store)?,
            Begin::Load => {
                let state = database.state(&self.store)?;
                self.tell(News::Opened(state.seq));
                self.load(&database, state.digest)?;
            }
        }
        Ok(database)
    }

    /// The database brought up to `last`.
    fn follow(&self, last: Seq) -> Result<Database, Failure> {
        let behind = Behind { disk: &*self.disk, dir: &self.dir, store: &self.store, last };
        match behind.ready(|| self.tell(News::Opened(last)))? {
            Ready::Level(database, notice) => {
                self.tell(News::Ready(notice));
                Ok(database)
            }
            Ready::Ahead => {
                self.tell(News::Ahead);
                Err(Failure::Unusable(Trouble::InTheWay))
            }
        }
    }

    /// Sends all rows; the years, whose templates take as long to decode as all else, are decoded here meanwhile.
    /// The digest of the rows is taken while the other thread decodes them; they are good only if it is `wanted`.
    fn load(&self, database: &Database, wanted: Option<Digest>) -> Result<(), Failure> {
        let mut digest = Digest::default();
        for tree in Tree::ALL.into_iter().filter(|tree| *tree != Tree::Years) {
            database.scan(tree, ROWS, |rows| {
                note(tree, &rows, &mut digest);
                self.tell(News::Rows(tree, rows));
            })?;
        }
        let mut years = Vec::new();
        database.scan(Tree::Years, ROWS, |rows| years.extend(rows))?;
        note(Tree::Years, &years, &mut digest);
        match wanted {
            Some(wanted) if wanted != digest => return Err(Failure::Damaged),
            Some(_) => {}
            None => database.adopt(digest)?,
        }
        self.tell(News::Loaded(decoded(Tree::Years, &years)?));
        Ok(())
    }

    /// Writes what is sent until it is told to close, or nobody is left to tell; between that, when nothing is sent,
    /// it flushes and does the chores.
    fn serve(&self, database: &Database) -> Result<Option<Sender<()>>, Failure> {
        let mut rest = Rest::Reserve;
        let mut last = None;
        loop {
            let job = match rest {
                Rest::None => self.todo.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Rest::Reserve | Rest::Flush | Rest::Chores => self.todo.recv_timeout(IDLE),
            };
            match job {
                Ok(Job::Write(batch)) => {
                    database.write(&batch)?;
                    last = Some((batch.seq, batch.at));
                    self.written.fetch_add(1, Ordering::Release);
                    rest = Rest::Flush;
                }
                Ok(Job::Cache(store, seq, ledger)) => {
                    let _ = cache::write(&*self.disk, &self.dir, store, seq, &ledger);
                }
                Ok(Job::Close(done)) => {
                    database.flush()?;
                    self.back_up(database, last);
                    self.chore();
                    return Ok(Some(done));
                }
                Err(RecvTimeoutError::Timeout) => {
                    match rest {
                        // Not again in this opening: on a full disk the try would take the room of a save.
                        Rest::Reserve => drop(reserve::make(&*self.disk, &self.dir)),
                        Rest::Flush => {
                            database.flush()?;
                            self.back_up(database, last);
                        }
                        Rest::Chores | Rest::None => {}
                    }
                    rest = if self.chore() { Rest::Chores } else { Rest::None };
                }
                Err(RecvTimeoutError::Disconnected) => return Ok(None),
            }
        }
    }

    /// Makes a backup when one is due; what fails is told.
    fn back_up(&self, database: &Database, last: Option<(Seq, DateTime<Utc>)>) {
        let Some(last) = last else { return };
        match backups::make_due(&*self.disk, &self.dir, last, database) {
            Ok(()) => {}
            Err(error) => self.tell(News::Unbacked(error)),
        }
    }

    /// Does one piece of work that can wait; false: there is none. What fails is tried again another time.
    fn chore(&self) -> bool {
        pack_one(&*self.disk, &self.dir).unwrap_or(false)
    }

    /// After a failure: drops what is sent until it is told to close.
    fn wait(&self) -> Option<Sender<()>> {
        self.todo.iter().find_map(|job| match job {
            Job::Close(done) => Some(done),
            Job::Write(_) | Job::Cache(..) => None,
        })
    }

    fn tell(&self, news: News) {
        // Nobody listening means the ledger was closed meanwhile.
        let _ = self.tell.send(news);
    }
}
