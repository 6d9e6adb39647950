//! How a session begins: a ledger made or opened, and the year that is worked in.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::{Clock, Keeper, Memo, Session, SessionError};
use crate::model::{Act, Change, Edit, Ledger, RecordKey, Verb, Year};
use crate::store::{Disk, Logged, Notice, RealDisk, Seq, Store, StoreError};

impl Session {
    /// Makes a ledger in `dir` from its first changes, and opens it at `year`, else at today's, else at its newest.
    ///
    /// They are saved as one, so that a making that is cut short leaves an empty ledger; making it again goes on there,
    /// and so it does in a ledger that has lost its years.
    pub fn create(
        dir: &Path,
        changes: Vec<Change>,
        year: Option<Year>,
        clock: Clock,
        disk: Arc<dyn Disk>,
    ) -> Result<Self, SessionError> {
        if let Ok(target) = std::fs::read_link(dir)
            && !dir.exists()
        {
            return Err(SessionError::DanglingLink(dir.to_path_buf(), target));
        }
        let change = making(changes);
        let mut made = Ledger::default();
        change.apply(&mut made)?;
        chosen_year(&made, year, clock.today)?;
        let (mut store, mut ledger) = yearless_store(dir, &disk)?;
        let change = over(change, &mut ledger);
        store.commit(Logged { seq: Seq(0), at: (clock.now)(), by: String::new(), change, undoes: None })?;
        Self::begin(Keeper::Store(Box::new(store)), disk, dir, ledger, (year, clock))
    }

    /// Opens the ledger in `dir` to work in it.
    pub fn open(
        dir: &Path,
        year: Option<Year>,
        clock: Clock,
        disk: Arc<dyn Disk>,
    ) -> Result<(Self, Vec<Notice>), SessionError> {
        let (store, ledger, notices) = Store::open(dir, Arc::clone(&disk))?;
        match Self::begin(Keeper::Store(Box::new(store)), disk, dir, ledger, (year, clock)) {
            Ok(session) => Ok((session, notices)),
            Err(SessionError::NoYears(_)) => Err(SessionError::NoYears(notices)),
            Err(error) => Err(error),
        }
    }

    /// Opens the ledger in `dir` to read it: takes no lock and writes nothing there.
    pub fn read(dir: &Path, year: Option<Year>, clock: Clock) -> Result<Self, SessionError> {
        Self::begin(Keeper::Reader, Arc::new(RealDisk), dir, Store::read(dir)?, (year, clock))
    }

    fn begin(
        keeper: Keeper,
        disk: Arc<dyn Disk>,
        dir: &Path,
        ledger: Ledger,
        (year, clock): (Option<Year>, Clock),
    ) -> Result<Self, SessionError> {
        let year = chosen_year(&ledger, year, clock.today)?;
        let drafts = match &keeper {
            Keeper::Store(store) => store.drafts().list()?.into_iter().collect(),
            Keeper::Reader => BTreeMap::new(),
        };
        let mut session = Self {
            keeper,
            disk,
            dir: dir.to_path_buf(),
            ledger,
            year,
            clock,
            ids: RefCell::default(),
            drafts,
            undo: None,
            last: None,
            found: RefCell::default(),
            gone: RefCell::default(),
            memo: Memo::default(),
            hearer: None,
        };
        session.choose_backups();
        Ok(session)
    }
}

/// The changes as the one that makes the ledger.
fn making(changes: Vec<Change>) -> Change {
    let edits: Vec<Edit> = changes.into_iter().flat_map(|change| change.edits).collect();
    let year = |edit: &Edit| if let RecordKey::Year(year) = edit.key { Some(year.to_string()) } else { None };
    let what: Vec<String> = edits.iter().filter_map(year).collect();
    Change { act: Act { verb: Verb::Init, what: what.join(" ") }, edits }
}

/// The same change over what the ledger holds already; it is done to it.
fn over(change: Change, ledger: &mut Ledger) -> Change {
    let edit = |edit: Edit| {
        let old = edit.key.get(ledger);
        edit.key.put(edit.new.clone(), ledger).expect("the change was done to another ledger");
        Edit { old, ..edit }
    };
    Change { act: change.act, edits: change.edits.into_iter().map(edit).collect() }
}

/// A store without a year and what it holds: made now, left by a making that was cut short, or by damage.
fn yearless_store(dir: &Path, disk: &Arc<dyn Disk>) -> Result<(Store, Ledger), SessionError> {
    let error = match Store::create(dir, Arc::clone(disk)) {
        Ok(store) => return Ok((store, Ledger::default())),
        Err(error) => error,
    };
    let left = matches!(error, StoreError::Exists(_)).then(|| Store::open(dir, Arc::clone(disk)).ok()).flatten();
    let (mut store, ledger, notices) =
        left.filter(|(_, ledger, _)| ledger.years.is_empty()).ok_or(SessionError::Store(error))?;
    store.tell(notices);
    Ok((store, ledger))
}

/// The year that was asked for, else today's, else the newest there is.
pub(super) fn chosen_year(ledger: &Ledger, asked: Option<Year>, today: NaiveDate) -> Result<Year, SessionError> {
    let known: Vec<Year> = ledger.years.keys().copied().collect();
    let missing = |year| SessionError::NoYear(year, known.clone());
    if let Some(year) = asked {
        return known.contains(&year).then_some(year).ok_or_else(|| missing(year));
    }
    let now = Year::try_from(today.year()).ok().filter(|year| known.contains(year));
    now.or_else(|| known.last().copied()).ok_or_else(|| SessionError::NoYears(Vec::new()))
}
