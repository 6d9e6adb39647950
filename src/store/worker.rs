//! The store thread: it opens the database, loads, writes what it is sent, and does the chores between.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::behind::{Behind, Ready};
use super::bell::Bell;
use super::cache::{self, Stamp};
use super::database::{Batch, Database, Failure, Row, guarded};
use super::digest::Digest;
use super::disk::Disk;
use super::error::Trouble;
use super::notice::Notice;
use super::pack::pack_one;
use super::record::{Tree, key_of};
use super::trees::DB;
use super::{Seq, backups, guard, hurt, reserve, second, threads};
use crate::model::{Ledger, Record, RecordKey};

/// So long after the last write sled is told to flush.
const IDLE: Duration = Duration::from_millis(500);

/// So long closing waits for a backup to reach the second folder.
const COPYING: Duration = Duration::from_secs(3);

/// Rows that are sent to be decoded at a time.
pub(super) const ROWS: usize = 1000;

/// What the thread is sent.
#[derive(Debug)]
pub(super) enum Job {
    /// Writes.
    Write(Batch),
    /// All records, as they are after a change, for the next opening.
    Cache(Stamp, Box<Ledger>),
    /// The checksum of this change's line is wanted.
    Line(Seq, Sender<Option<u32>>),
    /// Nothing more; the answer says that all is closed.
    Close(Sender<()>),
}

/// What the thread tells.
pub(super) enum News {
    /// The database is open and holds the changes up to this one.
    Opened(Seq),
    /// It is of an older form.
    Older,
    /// Rows to be decoded.
    Rows(Tree, Vec<Row>),
    /// The last records, decoded.
    Loaded(Records),
    /// The database holds changes that the journal has lost.
    Ahead,
    /// The database that followed behind holds what the journal holds.
    Ready(Option<Notice>),
    /// The thread serves no longer.
    Failed(Failure),
    /// Something that the user should know.
    Notice(Notice),
}

pub(super) type Records = Vec<(RecordKey, Record)>;

/// What the thread begins with.
#[derive(Clone, Copy)]
pub(super) enum Begin {
    /// An empty database.
    Fresh,
    /// One whose records are wanted.
    Load,
    /// One that must be brought up to this change; its records are not wanted.
    Behind(Seq),
}

/// What the store thread has.
pub(super) struct Worker {
    pub(super) disk: Arc<dyn Disk>,
    pub(super) dir: PathBuf,
    pub(super) store: String,
    pub(super) todo: Receiver<Job>,
    pub(super) tell: Sender<News>,
    pub(super) written: Arc<AtomicU64>,
    pub(super) bell: Bell,
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
    /// Serves until it is told to close.
    pub(super) fn run(self, begin: Begin) {
        let mut closing = None;
        let mut database = None;
        let served = guarded(|| {
            let database = database.insert(self.open(begin)?);
            guard::close_database(&*self.disk, &self.dir.join(DB));
            closing = self.serve(database)?;
            Ok(())
        });
        // sled's own end may panic as well.
        let _ = guarded(|| {
            drop(database.take());
            Ok(())
        });
        guard::close_database(&*self.disk, &self.dir.join(DB));
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
                if state.is_older() {
                    self.tell(News::Older);
                }
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
                Ok(*database)
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
        if wanted.is_some_and(|wanted| wanted != digest) {
            return Err(Failure::Damaged);
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
                Ok(Job::Cache(stamp, ledger)) => {
                    let _ = cache::write(&*self.disk, &self.dir, stamp, &ledger);
                }
                Ok(Job::Line(seq, wanted)) => {
                    let _ = wanted.send(database.line_of(seq)?);
                }
                Ok(Job::Close(done)) => {
                    database.flush()?;
                    self.back_up(database, last);
                    // A verb of the command line is done before it is ever idle.
                    if last.is_some() {
                        let _ = reserve::make(&*self.disk, &self.dir);
                    }
                    if let Some(copied) = self.copy_backup() {
                        let _ = copied.recv_timeout(COPYING);
                    }
                    self.chore();
                    return Ok(Some(done));
                }
                Err(RecvTimeoutError::Timeout) => {
                    match rest {
                        // Not again in this opening: on a full disk the try would take the room of a save.
                        Rest::Reserve => {
                            let _ = reserve::make(&*self.disk, &self.dir);
                            self.look_over();
                            self.copy_backup();
                        }
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
            Err(error) => self.tell(News::Notice(Notice::Unbacked(error))),
        }
    }

    /// Copies the newest backup to the second folder, on a thread of its own: a share may take for ever to answer.
    fn copy_backup(&self) -> Option<Receiver<()>> {
        let second = second::of(&*self.disk, &self.dir)?;
        let (disk, dir, tell) = (Arc::clone(&self.disk), self.dir.clone(), self.tell.clone());
        let (done, copied) = std::sync::mpsc::channel();
        let copy = move || {
            if let Err(error) = second.copy(&*disk, &dir) {
                let _ = tell.send(News::Notice(Notice::Unbacked(error)));
            }
            let _ = done.send(());
        };
        threads::start("copy", copy).ok().map(|()| copied)
    }

    /// Looks at every line of the journal, once in an opening.
    fn look_over(&self) {
        if let Some(error) = hurt::seen(&*self.disk, &self.dir) {
            self.tell(News::Notice(Notice::Hurt(error)));
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
            Job::Write(_) | Job::Cache(..) | Job::Line(..) => None,
        })
    }

    fn tell(&self, news: News) {
        // Nobody listening means the ledger was closed meanwhile.
        let rings = matches!(news, News::Notice(_) | News::Ahead | News::Ready(Some(_)) | News::Failed(_));
        let _ = self.tell.send(news);
        if rings {
            self.bell.ring();
        }
    }
}

/// Reads rows as records.
pub(super) fn decoded(tree: Tree, rows: &[Row]) -> Result<Records, Failure> {
    let record = |(key, value): &Row| {
        let key = std::str::from_utf8(key).ok().and_then(|text| key_of(tree, text)).ok_or(Failure::Damaged)?;
        Ok((key, tree.value(value).map_err(|_| Failure::Damaged)?))
    };
    rows.iter().map(record).collect()
}

/// Puts rows into a digest.
pub(super) fn note(tree: Tree, rows: &[Row], digest: &mut Digest) {
    for (key, value) in rows {
        digest.add(tree, key, value);
    }
}
