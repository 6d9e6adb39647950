//! The database brought up to the journal, or built anew from it; the old one is set aside and kept.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::backups;
use super::database::{Batch, Failure};
use super::disk::Disk;
use super::error::{Doing, StoreError};
use super::guard::BACKUP;
use super::journal::Spot;
use super::line::puts;
use super::notice::Notice;
use super::open::{is_there, ledger_of};
use super::recover::{differences, names};
use super::trees::{DB, Trees};
use super::walk::{redo, replay};
use super::{Logged, Seq};
use crate::model::Ledger;

/// Edits that are written to the database together when the journal is replayed into it.
const TOGETHER: usize = 500;

/// What comes of it: a database unless the journal goes on alone, the records, and what the user should know.
pub(super) type Ready = (Option<Trees>, Ledger, Option<Notice>);

/// The ledger whose database is wanted.
pub(super) struct Rebuild<'a> {
    pub(super) disk: &'a Arc<dyn Disk>,
    pub(super) dir: &'a Path,
    pub(super) store: &'a str,
}

impl Rebuild<'_> {
    /// Brings the database, which is at `seq`, to the end of the journal.
    pub(super) fn catch_up(
        &self,
        mut trees: Trees,
        seq: Seq,
        mut ledger: Ledger,
        last: Seq,
    ) -> Result<Ready, StoreError> {
        if seq < last {
            let mut feed = Feed::default();
            replay(&**self.disk, self.dir, seq, |logged, spot| {
                redo(&logged, &mut ledger);
                feed.add(&logged, spot).into_iter().for_each(|batch| trees.write(batch));
            })?;
            feed.end().into_iter().for_each(|batch| trees.write(batch));
        }
        Ok((Some(trees), ledger, None))
    }

    /// Sets the database aside and builds a new one; the journal is read first, so that damage there leaves all as
    /// it is.
    pub(super) fn anew(&self, old: Option<Aside>) -> Result<Ready, StoreError> {
        let ledger = ledger_of(&**self.disk, self.dir)?;
        // Opening a ledger backs it up: what has neither database nor backup was made by a restore, and lacks nothing.
        let is_first = old.is_none() && !is_there(&**self.disk, &self.dir.join(BACKUP))?;
        let aside = old.map(|old| set_aside(&**self.disk, self.dir, old)).transpose()?;
        match Trees::fresh(self.disk, self.dir, self.store) {
            Ok(mut trees) => {
                let mut feed = Feed::default();
                replay(&**self.disk, self.dir, Seq(0), |logged, spot| {
                    feed.add(&logged, spot).into_iter().for_each(|batch| trees.write(batch));
                })?;
                feed.end().into_iter().for_each(|batch| trees.write(batch));
                let notice = match (old, aside) {
                    (Some(Aside::Older), Some(aside)) => Notice::Renewed(aside),
                    (Some(Aside::Foreign), Some(aside)) => Notice::Foreign { aside, items: Vec::new() },
                    (_, aside) => Notice::Rebuilt { aside },
                };
                Ok((Some(trees), ledger, (!is_first).then_some(notice)))
            }
            Err(Failure::Unusable(why)) => Ok((None, ledger, Some(Notice::JournalOnly { why }))),
            Err(Failure::Damaged | Failure::Older | Failure::Foreign) => {
                unreachable!("a database is not opened before its thread runs")
            }
        }
    }

    /// Builds a database in the place of one of another branch, which holds the records `theirs`.
    pub(super) fn foreign(&self, theirs: &Ledger) -> Result<Ready, StoreError> {
        let (trees, ledger, mut notice) = self.anew(Some(Aside::Foreign))?;
        if let Some(Notice::Foreign { items, .. }) = &mut notice {
            *items = names(&differences(&ledger, theirs));
        }
        Ok((trees, ledger, notice))
    }

    /// Builds a database of the present form in the place of an older one. The backup is made from the journal; without
    /// one, the form changes all the same: the old one stays.
    pub(super) fn renewed(&self) -> Result<Ready, StoreError> {
        let _ = backups::make(&**self.disk, self.dir, None);
        self.anew(Some(Aside::Older))
    }
}

/// Why a database is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aside {
    /// It is damaged, and stays until the user removes it.
    Damaged,
    /// It is of an older form, and stays until the next backup.
    Older,
    /// It is of another branch of the ledger, and stays until the user removes it.
    Foreign,
}

impl Aside {
    /// How its name begins then; a number follows.
    pub(super) const fn stem(self) -> &'static str {
        match self {
            Self::Damaged => "db.damaged-",
            Self::Older => "db.older-",
            Self::Foreign => "db.other-",
        }
    }
}

/// Gives the database in `dir` a name that says why it is set aside.
pub(super) fn set_aside(disk: &dyn Disk, dir: &Path, why: Aside) -> Result<PathBuf, StoreError> {
    let from = dir.join(DB);
    let failed = |error| StoreError::io(Doing::Opening, &from, &error);
    for n in 1.. {
        let to = dir.join(format!("{}{n}", why.stem()));
        if disk.look(&to).map_err(failed)?.is_none() {
            disk.rename(&from, &to).and_then(|()| disk.sync_dir(dir)).map_err(failed)?;
            return Ok(to);
        }
    }
    unreachable!("some number is free")
}

/// Collects the writes of several changes, so that they take few transactions.
#[derive(Default)]
pub(super) struct Feed {
    batch: Option<Batch>,
}

impl Feed {
    /// Adds the writes of a change; gives those that are enough to be written together.
    pub(super) fn add(&mut self, logged: &Logged, spot: Spot) -> Option<Batch> {
        let puts = puts(&logged.change).expect("what the journal holds was checked before it was written");
        let batch = self.batch.get_or_insert_default();
        batch.add((logged.seq, logged.at), puts, spot);
        if batch.puts.len() >= TOGETHER { self.batch.take() } else { None }
    }

    /// What is left.
    pub(super) fn end(self) -> Option<Batch> {
        self.batch
    }
}
