//! sled: every call of it stands here, runs on the store thread, and may fail, hang or panic without harm.

use std::any::Any;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::thread;
use std::time::Duration;

use chrono::{DateTime, Utc};
use sled::transaction::{
    ConflictableTransactionError, TransactionError, Transactional, TransactionalTree, UnabortableTransactionError,
};
use sled::{Config, Db, IVec};

use super::Seq;
use super::digest::Digest;
use super::disk::Disk;
use super::error::Trouble;
use super::journal::Spot;
use super::line::Put;
use super::notice::Notice;
use super::record::Tree;

/// Most edits in one transaction: a larger one would become a file that sled never syncs.
const MOST: usize = 500;

/// Bytes of pages that sled keeps in memory.
const CACHE: u64 = 64 << 20;

/// How often a lock that is held is tried again.
const LOCK_TRIES: usize = 2_000;

/// The pause between two tries.
const LOCK_PAUSE: Duration = Duration::from_millis(5);

/// The form of the database.
const SCHEMA: &[u8] = b"2";

/// The form before it, which has no digest.
const WITHOUT_DIGEST: &[u8] = b"1";

/// Which history an edit has: behind a record's tree, key and number stands where its line is.
const HIST: usize = Tree::ALL.len();

/// What the database says of itself.
const META: usize = HIST + 1;

/// The checksum of each change's line: whose changes it holds, and not only how many.
const LINES: usize = META + 1;

/// Why sled does not serve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// What it holds cannot be trusted: it is set aside and built anew.
    Damaged,
    /// An earlier program wrote it in another form: it is set aside and built anew, after a backup.
    Older,
    /// It holds changes of another branch of the ledger: it is set aside, and one of this journal is built.
    Foreign,
    /// It is as it was, but something else is wrong: no space, no permission.
    Unusable(Trouble),
}

impl Failure {
    /// What the user is told when the journal goes on alone.
    pub(super) fn notice(self) -> Notice {
        match self {
            Self::Unusable(why) => Notice::JournalOnly { why },
            Self::Damaged | Self::Older | Self::Foreign => Notice::JournalOnly { why: Trouble::Other("sled".into()) },
        }
    }
}

/// The writes of a change, or of several.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// The number of the last change.
    pub(super) seq: Seq,
    /// When that was made.
    pub(super) at: DateTime<Utc>,
    /// The records, each with the number of its change and the place of that change's line.
    pub(super) puts: Vec<(Put, Seq, Spot)>,
    /// The checksums of the lines.
    lines: Vec<(Seq, u32)>,
}

impl Batch {
    /// Adds the writes of a change, whose line stands at `spot`.
    pub(super) fn add(&mut self, (seq, at): (Seq, DateTime<Utc>), puts: Vec<Put>, spot: Spot) {
        (self.seq, self.at) = (seq, at);
        self.lines.push((seq, spot.sum));
        self.puts.extend(puts.into_iter().map(|put| (put, seq, spot)));
    }
}

/// What a database says of itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    /// The number of its last change.
    pub(super) seq: Seq,
    /// The digest that its records must have; none: it is of the older form.
    pub(super) digest: Option<Digest>,
    /// The checksum of the last change's line; none: a program wrote it that keeps none.
    line: Option<u32>,
}

impl State {
    /// Whether an earlier program wrote it.
    pub(super) fn is_older(&self) -> bool {
        self.digest.is_none() || (self.line.is_none() && self.seq > Seq(0))
    }
}

/// An open database.
pub(super) struct Database {
    db: Db,
    trees: Vec<sled::Tree>,
}

/// A row of a tree: key and value.
pub(super) type Row = (IVec, IVec);

impl Database {
    /// Opens or makes the database at `path`. A snapshot that was never finished is removed first: sled
    /// takes it for damage.
    pub(super) fn open(disk: &dyn Disk, path: &Path) -> Result<Self, Failure> {
        make_ready(disk, path).map_err(|error| Failure::Unusable(Trouble::of(&error)))?;
        let config = Config::default().path(path).cache_capacity(CACHE).flush_every_ms(None);
        let db = open_unlocked(&config)?;
        let names = Tree::ALL.iter().map(|tree| tree.name()).chain(["hist", "meta", "lines"]);
        let trees = names.map(|name| db.open_tree(name)).collect::<Result<Vec<_>, _>>().map_err(failure)?;
        Ok(Self { db, trees })
    }

    /// Makes it that of the ledger `store`, with no change yet.
    pub(super) fn begin(&self, store: &str) -> Result<(), Failure> {
        let meta = &self.trees[META];
        let put = |key: &str, value: &[u8]| meta.insert(key, value).map_err(failure);
        put("schema", SCHEMA)?;
        put("store", store.as_bytes())?;
        put("digest", &Digest::default().to_bytes())?;
        put("seq", &0u64.to_be_bytes()).map(drop)
    }

    /// What it says of itself; an error unless it is the database of the ledger `store`.
    pub(super) fn state(&self, store: &str) -> Result<State, Failure> {
        let get = |key: &str| self.trees[META].get(key).map_err(failure);
        if get("store")?.as_deref() != Some(store.as_bytes()) {
            return Err(Failure::Damaged);
        }
        let seq = get("seq")?.and_then(|bytes| <[u8; 8]>::try_from(&bytes[..]).ok());
        let seq = seq.map(|bytes| Seq(u64::from_be_bytes(bytes))).ok_or(Failure::Damaged)?;
        let digest = match get("schema")?.as_deref() {
            Some(SCHEMA) => Some(get("digest")?.and_then(|bytes| Digest::from_bytes(&bytes)).ok_or(Failure::Damaged)?),
            Some(WITHOUT_DIGEST) => None,
            _ => return Err(Failure::Damaged),
        };
        Ok(State { seq, digest, line: self.line_of(seq)? })
    }

    /// The checksum that the line of the change `seq` had; none: it does not know.
    pub(super) fn line_of(&self, seq: Seq) -> Result<Option<u32>, Failure> {
        let found = self.trees[LINES].get(seq.0.to_be_bytes()).map_err(failure)?;
        Ok(found.and_then(|bytes| <[u8; 4]>::try_from(&bytes[..]).ok()).map(u32::from_be_bytes))
    }

    /// Gives all rows of a tree, at most `rows` at a time.
    pub(super) fn scan(&self, tree: Tree, rows: usize, mut each: impl FnMut(Vec<Row>)) -> Result<(), Failure> {
        let mut some = Vec::new();
        for row in &self.trees[place(tree)] {
            some.push(row.map_err(failure)?);
            if some.len() == rows {
                each(std::mem::take(&mut some));
            }
        }
        each(some);
        Ok(())
    }

    /// Writes a batch; its number comes with the last transaction.
    pub(super) fn write(&self, batch: &Batch) -> Result<(), Failure> {
        let mut chunks = batch.puts.chunks(MOST).peekable();
        if chunks.peek().is_none() {
            return self.transact(&[], Some(batch));
        }
        while let Some(chunk) = chunks.next() {
            self.transact(chunk, chunks.peek().is_none().then_some(batch))?;
        }
        Ok(())
    }

    /// Hands everything to the file system.
    pub(super) fn flush(&self) -> Result<(), Failure> {
        self.db.flush().map(drop).map_err(failure)
    }

    fn transact(&self, puts: &[(Put, Seq, Spot)], end: Option<&Batch>) -> Result<(), Failure> {
        let done = self.trees.as_slice().transaction(|trees| {
            let mut digest =
                trees[META].get("digest")?.and_then(|bytes| Digest::from_bytes(&bytes)).unwrap_or_default();
            for ((tree, key, value), change, spot) in puts {
                let old = put(&trees[place(*tree)], key, value.as_deref())?;
                digest.replace(*tree, key.as_bytes(), old.as_deref(), value.as_deref());
                trees[HIST].insert(hist_key(*tree, key, *change), hist_value(*spot))?;
            }
            trees[META].insert("digest", &digest.to_bytes())?;
            if let Some(batch) = end {
                for (seq, sum) in &batch.lines {
                    trees[LINES].insert(&seq.0.to_be_bytes(), &sum.to_be_bytes())?;
                }
                trees[META].insert("seq", &batch.seq.0.to_be_bytes())?;
            }
            Ok::<(), ConflictableTransactionError<()>>(())
        });
        done.map_err(|error| match error {
            TransactionError::Storage(error) => failure(error),
            TransactionError::Abort(()) => unreachable!("no transaction of the store aborts"),
        })
    }
}

/// Opens sled; threads of one that was just closed may hold its lock for a moment longer.
fn open_unlocked(config: &Config) -> Result<Db, Failure> {
    for _ in 0..LOCK_TRIES {
        match config.open() {
            Err(error) if is_locked(&error) => thread::sleep(LOCK_PAUSE),
            opened => return opened.map_err(failure),
        }
    }
    config.open().map_err(failure)
}

// sled tells a lock that is held from other trouble by its words only.
fn is_locked(error: &sled::Error) -> bool {
    matches!(error, sled::Error::Io(io) if io.kind() == io::ErrorKind::Other && io.to_string().contains("acquire lock"))
}

// Gives what stood there before.
fn put(tree: &TransactionalTree, key: &str, value: Option<&[u8]>) -> Result<Option<IVec>, UnabortableTransactionError> {
    match value {
        Some(value) => tree.insert(key, value),
        None => tree.remove(key),
    }
}

fn place(tree: Tree) -> usize {
    Tree::ALL.iter().position(|one| *one == tree).expect("every tree is one of all")
}

fn hist_key(tree: Tree, key: &str, seq: Seq) -> Vec<u8> {
    [tree.name().as_bytes(), b"/", key.as_bytes(), b"\0", &seq.0.to_be_bytes()].concat()
}

fn hist_value(spot: Spot) -> Vec<u8> {
    [spot.segment.0.to_be_bytes(), spot.offset.to_be_bytes()].concat()
}

/// Makes the directory, which sled would make readable by others, or clears it of unfinished snapshots.
fn make_ready(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    if disk.look(path)?.is_none() {
        return disk.make_dir(path);
    }
    let names = disk.list(path)?;
    names.iter().filter(|name| name.ends_with(".generating")).try_for_each(|name| disk.remove(&path.join(name)))
}

#[expect(clippy::needless_pass_by_value, reason = "it stands in map_err")]
fn failure(error: sled::Error) -> Failure {
    match &error {
        sled::Error::Io(_) if is_locked(&error) => Failure::Unusable(Trouble::Silent),
        sled::Error::Io(io) => match Trouble::of(io) {
            Trouble::Other(_) | Trouble::System(_) | Trouble::Failing | Trouble::Invalid | Trouble::Missing => {
                Failure::Damaged
            }
            trouble => Failure::Unusable(trouble),
        },
        _ => Failure::Damaged,
    }
}

/// Runs what calls sled; a panic there is damage, and is not shown.
pub(super) fn guarded<T>(run: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    panic::catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_: Box<dyn Any + Send>| Err(Failure::Damaged))
}
