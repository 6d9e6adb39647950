//! Opening: the database gives the records, the journal what came after; without a database, the journal gives all.

use std::path::Path;
use std::sync::Arc;

use super::Seq;
use super::backups;
use super::cache::{self, Cached};
use super::database::Failure;
use super::disk::Disk;
use super::error::{Doing, StoreError, Trouble};
use super::format::Format;
use super::headings::line_sum;
use super::heal::heal;
use super::hurt;
use super::journal::Journal;
use super::notice::Notice;
use super::rebuild::{Aside, Rebuild};
use super::recover::mend_end;
use super::salvage::Salvage;
use super::trees::{DB, Trees};
use super::walk::{redo, replay};
use crate::model::Ledger;

/// What opening gives.
pub(super) struct Opened {
    pub(super) journal: Journal,
    pub(super) trees: Option<Trees>,
    pub(super) ledger: Ledger,
    /// The change whose state the cache held.
    pub(super) kept: Option<Seq>,
    pub(super) notices: Vec<Notice>,
}

/// How much of the journal an opening looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// What it needs, unless damage was seen last time.
    Quick,
    /// Every line.
    Whole,
}

/// Opens the locked ledger in `dir`; a journal that is found damaged in the middle is healed first.
pub(super) fn open(disk: &Arc<dyn Disk>, dir: &Path, format: &Format, look: Look) -> Result<Opened, StoreError> {
    if look == Look::Whole || hurt::is_marked(&**disk, dir)? || hurt::is_soon_seen(&**disk, dir)? {
        return open_mended(disk, dir, format, look);
    }
    match open_once(disk, dir, format) {
        Err(error) if hurt::is_damage(&error) => open_mended(disk, dir, format, look),
        opened => opened,
    }
}

fn open_mended(disk: &Arc<dyn Disk>, dir: &Path, format: &Format, look: Look) -> Result<Opened, StoreError> {
    let healed = heal(&**disk, dir, format.replica, |salvage| known(disk, dir, format, salvage))?;
    hurt::unmark(&**disk, dir)?;
    // From the cache it would open with the database unseen.
    let mut opened = if look == Look::Whole { open_whole(disk, dir, format)? } else { open_once(disk, dir, format)? };
    if healed.is_some() {
        // A line that was made anew is not the one that the database took in.
        opened.notices.iter_mut().for_each(Notice::own);
    }
    opened.notices.splice(0..0, healed);
    Ok(opened)
}

/// The records as of the last change that cache or database know; of a database only if it is of this journal.
fn known(disk: &Arc<dyn Disk>, dir: &Path, format: &Format, salvage: &Salvage) -> Option<(Seq, Ledger)> {
    let cached = cache::read_unchecked(&**disk, dir, format.store).map(|cached| (cached.seq, cached.ledger));
    let present = is_there(&**disk, &dir.join(DB)).unwrap_or(false);
    let trees = present.then(|| Trees::open(disk, dir, &format.store.to_string()).ok()).flatten();
    let loaded = trees.and_then(|mut trees| {
        let loaded = trees.load().ok().filter(|(seq, _)| salvage.agrees(*seq, |seq| trees.line_of(seq)));
        trees.close();
        loaded
    });
    cached.into_iter().chain(loaded).max_by_key(|(seq, _)| *seq)
}

/// Opens it from its cache, the database following behind, else from journal and database.
fn open_once(disk: &Arc<dyn Disk>, dir: &Path, format: &Format) -> Result<Opened, StoreError> {
    match cache::read(&**disk, dir, format.store) {
        Some(cached) => open_cached(disk, dir, format, cached),
        None => open_whole(disk, dir, format),
    }
}

/// Opens the journal only, and adds to the cached records what came after them.
fn open_cached(disk: &Arc<dyn Disk>, dir: &Path, format: &Format, cached: Cached) -> Result<Opened, StoreError> {
    let (journal, torn) = Journal::open(disk, dir)?;
    if backups::is_ahead(&**disk, dir, journal.last())? {
        let mut opened = open_whole(disk, dir, format)?;
        opened.notices.splice(0..0, torn);
        return Ok(opened);
    }
    let kept = Some(cached.seq);
    let ledger = cached.caught_up(&**disk, dir)?;
    let (trees, notice) = match Trees::behind(disk, dir, &format.store.to_string(), journal.last()) {
        Ok(trees) => (Some(trees), None),
        Err(Failure::Unusable(why)) => (None, Some(Notice::JournalOnly { why })),
        Err(Failure::Damaged | Failure::Older | Failure::Foreign) => {
            unreachable!("a database is not opened before its thread runs")
        }
    };
    Ok(Opened { journal, trees, ledger, kept, notices: torn.into_iter().chain(notice).collect() })
}

/// Opens journal and database, at the same time.
fn open_whole(disk: &Arc<dyn Disk>, dir: &Path, format: &Format) -> Result<Opened, StoreError> {
    let store = format.store.to_string();
    let present = is_there(&**disk, &dir.join(DB))?;
    let trees = if present { Trees::open(disk, dir, &store) } else { Err(Failure::Damaged) };
    let opened = Journal::open(disk, dir);
    let loaded = trees.and_then(|mut trees| match trees.load() {
        Ok((seq, ledger)) => Ok((trees, seq, ledger)),
        Err(failure) => {
            // One that does not answer does not close either.
            if failure != Failure::Unusable(Trouble::Silent) {
                trees.close();
            }
            Err(failure)
        }
    });
    let (mut journal, torn) = opened?;
    let rebuild = Rebuild { disk, dir, store: &store };
    let (loaded, theirs) = match loaded {
        Ok((trees, seq, theirs)) if !is_ours(&**disk, dir, &trees, seq.min(journal.last())) => {
            trees.close();
            (Err(Failure::Foreign), theirs)
        }
        loaded => (loaded, Ledger::default()),
    };
    if let Some(known) = lost_end(disk, dir, format, &journal, &loaded)? {
        if let Ok((trees, ..)) = loaded {
            trees.close();
        }
        let mended = mend_end(&**disk, dir, &mut journal, known.as_ref(), format.replica)?;
        let (trees, ledger, notice) = rebuild.anew(present.then_some(Aside::Damaged))?;
        let notices = torn.into_iter().chain([mended]).chain(notice).collect();
        return Ok(Opened { journal, trees, ledger, kept: None, notices });
    }
    let (trees, ledger, notice) = match loaded {
        Ok((trees, ..)) if trees.is_older() => {
            trees.close();
            rebuild.renewed()?
        }
        Ok((trees, seq, ledger)) => rebuild.catch_up(trees, seq, ledger, journal.last())?,
        Err(Failure::Foreign) => rebuild.foreign(&theirs)?,
        Err(Failure::Damaged | Failure::Older) => rebuild.anew(present.then_some(Aside::Damaged))?,
        Err(Failure::Unusable(why)) => (None, ledger_of(&**disk, dir)?, Some(Notice::JournalOnly { why })),
    };
    Ok(Opened { journal, trees, ledger, kept: None, notices: torn.into_iter().chain(notice).collect() })
}

/// Whether the database took in that line of the change `seq` which the journal has; what cannot be told is believed.
fn is_ours(disk: &dyn Disk, dir: &Path, trees: &Trees, seq: Seq) -> bool {
    let theirs = (seq > Seq(0)).then(|| trees.line_of(seq)).flatten();
    theirs.is_none_or(|theirs| line_sum(disk, dir, seq).is_none_or(|ours| ours == theirs))
}

/// Whether a backup, the database or the cache knows changes behind the end of the journal; then also what the newer
/// of the latter two holds.
#[expect(clippy::option_option, reason = "that the end is lost differs from what is known of it")]
fn lost_end(
    disk: &Arc<dyn Disk>,
    dir: &Path,
    format: &Format,
    journal: &Journal,
    loaded: &Result<(Trees, Seq, Ledger), Failure>,
) -> Result<Option<Option<(Seq, Ledger)>>, StoreError> {
    let behind = |(seq, _): &(Seq, Ledger)| *seq > journal.last();
    let loaded = loaded.as_ref().ok().map(|(_, seq, ledger)| (*seq, ledger.clone())).filter(behind);
    let cached = || cache::read_unchecked(&**disk, dir, format.store).map(|cached| (cached.seq, cached.ledger));
    let known = loaded.or_else(|| cached().filter(behind));
    let in_backup = backups::is_ahead(&**disk, dir, journal.last())?;
    Ok((in_backup || known.is_some()).then_some(known))
}

/// Reads the records of the ledger in `dir` from its journal alone.
pub(super) fn ledger_of(disk: &dyn Disk, dir: &Path) -> Result<Ledger, StoreError> {
    let mut ledger = Ledger::default();
    replay(disk, dir, Seq(0), |logged, _| redo(&logged, &mut ledger))?;
    Ok(ledger)
}

/// Reads the records of the ledger in `dir` from cache and journal.
pub(super) fn read(disk: &dyn Disk, dir: &Path, format: Option<&Format>) -> Result<Ledger, StoreError> {
    match format.and_then(|format| cache::read(disk, dir, format.store)) {
        Some(cached) => cached.caught_up(disk, dir),
        None => ledger_of(disk, dir),
    }
}

impl Cached {
    /// The records after the last change of the journal.
    fn caught_up(self, disk: &dyn Disk, dir: &Path) -> Result<Ledger, StoreError> {
        let mut ledger = self.ledger;
        replay(disk, dir, self.seq, |logged, _| redo(&logged, &mut ledger))?;
        Ok(ledger)
    }
}

pub(super) fn is_there(disk: &dyn Disk, path: &Path) -> Result<bool, StoreError> {
    let found = disk.look(path).map_err(|error| StoreError::io(Doing::Opening, path, &error))?;
    Ok(found.is_some())
}
