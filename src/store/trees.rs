//! The database seen from outside: a thread of its own that loads, and writes behind what the journal already holds.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::Seq;
use super::bell::Bell;
use super::cache::Stamp;
use super::database::{Batch, Failure};
use super::disk::Disk;
use super::error::Trouble;
use super::notice::Notice;
use super::quiet::{THREAD, hush};
use super::threads;
use super::worker::{Begin, Job, News, Records, Worker, decoded};
use crate::model::{Ledger, Record, RecordKey};

/// The directory of the database.
pub(super) const DB: &str = "db";

/// The store thread must answer within this time, or the journal serves alone.
const PATIENCE: Duration = Duration::from_secs(20);

/// The database of an open ledger.
#[derive(Debug)]
pub(super) struct Trees {
    jobs: Sender<Job>,
    news: Receiver<News>,
    written: Arc<AtomicU64>,
    sent: u64,
    seen: u64,
    since: Instant,
    /// The thread is not yet so far that it takes what is sent.
    behind: bool,
    /// Whether the database holds changes that the journal has lost; none: that is not known yet.
    ahead: Option<bool>,
    failed: bool,
    bell: Bell,
    /// The database is of an older form.
    older: bool,
    notices: Vec<Notice>,
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
    /// caller's back: [`Self::has_failed`] and [`Self::notices`] tell later what was wrong.
    pub(super) fn behind(disk: &Arc<dyn Disk>, dir: &Path, store: &str, last: Seq) -> Result<Self, Failure> {
        Self::start(disk, dir, store, Begin::Behind(last))
    }

    fn start(disk: &Arc<dyn Disk>, dir: &Path, store: &str, begin: Begin) -> Result<Self, Failure> {
        hush(dir);
        let (jobs, todo) = mpsc::channel();
        let (tell, news) = mpsc::channel();
        let written = Arc::new(AtomicU64::new(0));
        let bell = Bell::default();
        let worker = Worker {
            disk: Arc::clone(disk),
            dir: dir.to_owned(),
            store: store.to_owned(),
            todo,
            tell,
            written: Arc::clone(&written),
            bell: bell.clone(),
        };
        threads::start(THREAD, move || worker.run(begin)).map_err(|error| Failure::Unusable(Trouble::of(&error)))?;
        let behind = matches!(begin, Begin::Behind(_));
        Ok(Self {
            jobs,
            news,
            written,
            sent: 0,
            seen: 0,
            since: Instant::now(),
            behind,
            ahead: (!behind).then_some(false),
            failed: false,
            bell,
            older: false,
            notices: Vec::new(),
        })
    }

    /// The records, and the number of the last change they hold.
    pub(super) fn load(&mut self) -> Result<(Seq, Ledger), Failure> {
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
                Ok(news @ (News::Older | News::Ahead | News::Ready(_) | News::Notice(_))) => self.take(news),
                Err(RecvTimeoutError::Timeout) => return Err(Failure::Unusable(Trouble::Silent)),
                Err(RecvTimeoutError::Disconnected) => return Err(Failure::Damaged),
            }
        }
    }

    /// Whether the database that was loaded is of an older form, which is not written any more.
    pub(super) fn is_older(&self) -> bool {
        self.older
    }

    /// Has a batch written behind the caller's back.
    pub(super) fn write(&mut self, batch: Batch) {
        self.sent += 1;
        // A thread that has ended told why; `has_failed` finds it.
        let _ = self.jobs.send(Job::Write(batch));
    }

    /// Whether the thread serves no longer, or does not answer: the notices say why.
    pub(super) fn has_failed(&mut self) -> bool {
        self.hear();
        let written = self.written.load(Ordering::Acquire);
        // To verify a database, or to build it anew, takes as long as it takes.
        if self.behind || written == self.sent || written != self.seen {
            (self.seen, self.since) = (written, Instant::now());
        }
        if !self.failed && self.since.elapsed() > PATIENCE {
            self.fail(Failure::Unusable(Trouble::Silent));
        }
        self.failed
    }

    /// Takes what the thread has told so far.
    fn hear(&mut self) {
        while let Ok(news) = self.news.try_recv() {
            self.take(news);
        }
    }

    fn fail(&mut self, failure: Failure) {
        self.failed = true;
        // A database that is ahead of the journal has been told as such.
        if !self.was_ahead() {
            self.notices.push(failure.notice());
        }
    }

    fn take(&mut self, news: News) {
        match news {
            News::Failed(failure) => self.fail(failure),
            News::Notice(notice) => self.notices.push(notice),
            News::Ahead => {
                self.ahead = Some(true);
                self.notices.push(Notice::Short);
            }
            News::Opened(_) => self.ahead = Some(false),
            News::Older => self.older = true,
            News::Ready(notice) => {
                self.behind = false;
                self.notices.extend(notice);
            }
            News::Rows(..) | News::Loaded(_) => {}
        }
    }

    /// Whether the database holds changes that the journal has lost. Waits until that is known, or the thread is no use.
    pub(super) fn is_ahead(&mut self) -> bool {
        while self.ahead.is_none() && !self.failed {
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

    /// Has all records, as they are in the state `stamp`, kept for the next opening.
    pub(super) fn keep(&self, stamp: Stamp, ledger: Ledger) {
        // A thread that has ended keeps nothing: the cache is only a help.
        let _ = self.jobs.send(Job::Cache(stamp, Box::new(ledger)));
    }

    /// Has `ring` called whenever the thread has something to tell.
    pub(super) fn ring_with(&self, ring: impl Fn() + Send + 'static) {
        self.bell.hang(ring);
    }

    /// The checksum that the line of the change `seq` had when the loaded database took it in; none: it does not know.
    pub(super) fn line_of(&self, seq: Seq) -> Option<u32> {
        let (tell, told) = mpsc::channel();
        self.jobs.send(Job::Line(seq, tell)).ok()?;
        told.recv_timeout(PATIENCE).ok().flatten()
    }

    /// What has happened since it was asked last that the user should know.
    pub(super) fn notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// Writes what is left, flushes and closes sled; gives what has happened since it was asked last.
    pub(super) fn close(mut self) -> Vec<Notice> {
        let (done, wait) = mpsc::channel();
        if self.jobs.send(Job::Close(done)).is_ok() {
            let _ = wait.recv_timeout(PATIENCE);
        }
        self.hear();
        self.notices
    }
}

fn put_all(records: Records, ledger: &mut Ledger) -> Result<(), Failure> {
    let put = |(key, record): (RecordKey, Record)| key.put(Some(record), ledger);
    records.into_iter().try_for_each(put).map_err(|_| Failure::Damaged)
}
