//! The database brought up to the journal behind the caller's back, who has the records already.

use std::path::{Path, PathBuf};

use super::Seq;
use super::backups;
use super::cache::CACHE;
use super::database::{Database, Failure, State, guarded};
use super::digest::Digest;
use super::disk::Disk;
use super::error::{StoreError, Trouble};
use super::headings::line_sum;
use super::notice::Notice;
use super::open::is_there;
use super::rebuild::{Aside, Feed, set_aside};
use super::record::Tree;
use super::trees::DB;
use super::walk::replay;
use super::worker::{ROWS, note};

/// The ledger whose database is wanted.
pub(super) struct Behind<'a> {
    pub(super) disk: &'a dyn Disk,
    pub(super) dir: &'a Path,
    pub(super) store: &'a str,
    /// The last change that the database must hold; later ones are sent.
    pub(super) last: Seq,
}

/// What became of it.
pub(super) enum Ready {
    /// It holds what the journal holds.
    Level(Box<Database>, Option<Notice>),
    /// It holds changes that the journal has lost: nobody may write before the ledger is opened anew and mended.
    Ahead,
}

impl Behind<'_> {
    /// Opens the database, tells `opened` unless it is ahead, verifies it and brings it up to the journal; a damaged
    /// one is set aside and built anew.
    pub(super) fn ready(&self, opened: impl FnOnce()) -> Result<Ready, Failure> {
        let present = is_there(self.disk, &self.dir.join(DB)).map_err(|error| unusable(&error))?;
        let found = if present { guarded(|| self.found()) } else { Err(Failure::Damaged) };
        let found = found.and_then(|(database, state)| guarded(|| self.must_be_ours(database, state)));
        if matches!(&found, Ok((_, state)) if state.seq > self.last) {
            // Without it the next opening looks at the database first, and mends the journal.
            self.disk.remove(&self.dir.join(CACHE)).map_err(|error| Failure::Unusable(Trouble::of(&error)))?;
            return Ok(Ready::Ahead);
        }
        opened();
        match found.and_then(|(database, state)| guarded(|| self.level(database, state))) {
            Ok(database) => Ok(Ready::Level(Box::new(database), None)),
            Err(Failure::Damaged) => {
                let notice = |aside| Some(Notice::Rebuilt { aside });
                self.anew(present.then_some(Aside::Damaged))
                    .map(|(database, aside)| Ready::Level(Box::new(database), notice(aside)))
            }
            Err(Failure::Foreign) => {
                let notice = |aside| Some(Notice::Foreign { aside, items: Vec::new() });
                self.anew(Some(Aside::Foreign))
                    .map(|(database, aside)| Ready::Level(Box::new(database), aside.and_then(notice)))
            }
            Err(Failure::Older) => {
                // The backup is made from the journal; without one the form changes all the same: the old one stays.
                let _ = backups::make(self.disk, self.dir, None);
                self.anew(Some(Aside::Older))
                    .map(|(database, aside)| Ready::Level(Box::new(database), aside.map(Notice::Renewed)))
            }
            Err(failure) => Err(failure),
        }
    }

    fn found(&self) -> Result<(Database, State), Failure> {
        let database = Database::open(self.disk, &self.dir.join(DB))?;
        let state = database.state(self.store)?;
        Ok((database, state))
    }

    /// Refuses a database that took in another line than the journal has.
    fn must_be_ours(&self, database: Database, state: State) -> Result<(Database, State), Failure> {
        let seq = state.seq.min(self.last);
        let is_other = database
            .line_of(seq)?
            .is_some_and(|theirs| line_sum(self.disk, self.dir, seq).is_some_and(|ours| ours != theirs));
        if is_other { Err(Failure::Foreign) } else { Ok((database, state)) }
    }

    /// Brings the database up to the journal, if its records have the digest that they must have.
    fn level(&self, database: Database, state: State) -> Result<Database, Failure> {
        let mut digest = Digest::default();
        for tree in Tree::ALL {
            database.scan(tree, ROWS, |rows| note(tree, &rows, &mut digest))?;
        }
        if state.is_older() {
            return Err(Failure::Older);
        }
        if state.digest != Some(digest) {
            return Err(Failure::Damaged);
        }
        self.feed(&database, state.seq)?;
        Ok(database)
    }

    /// The journal is read first, so that damage there leaves all as it is.
    fn anew(&self, old: Option<Aside>) -> Result<(Database, Option<PathBuf>), Failure> {
        replay(self.disk, self.dir, Seq(0), |_, _| {}).map_err(|error| unusable(&error))?;
        let aside = old.map(|old| set_aside(self.disk, self.dir, old)).transpose().map_err(|error| unusable(&error))?;
        let database = Database::open(self.disk, &self.dir.join(DB))?;
        database.begin(self.store)?;
        self.feed(&database, Seq(0))?;
        Ok((database, aside))
    }

    /// Writes what the journal has after `seq`, up to the last change.
    fn feed(&self, database: &Database, seq: Seq) -> Result<(), Failure> {
        if seq == self.last {
            return Ok(());
        }
        let mut feed = Feed::default();
        let mut failure = None;
        let read = replay(self.disk, self.dir, seq, |logged, spot| {
            if logged.seq <= self.last && failure.is_none() {
                failure = feed.add(&logged, spot).and_then(|batch| database.write(&batch).err());
            }
        });
        read.map_err(|error| unusable(&error))?;
        failure.map_or(Ok(()), Err)?;
        feed.end().map_or(Ok(()), |batch| database.write(&batch))
    }
}

fn unusable(error: &StoreError) -> Failure {
    Failure::Unusable(match error {
        StoreError::Io { trouble, .. } => trouble.clone(),
        other => Trouble::Other(other.to_string()),
    })
}
