//! What the tests of the session share: a ledger in a directory of its own, a clock that stands, a disk that fails.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use tempfile::TempDir;

use super::{Clock, Session, SessionError};
use crate::entry;
use crate::model::{Change, Item, Ledger, Template, Year};
use crate::store::RealDisk;
use crate::template;

/// A session on a ledger that goes when the bench goes.
pub struct Bench {
    pub session: Session,
    dir: TempDir,
}

impl Bench {
    /// A ledger of 2022 without items, on 20 December of it.
    pub fn empty() -> Self {
        Self::of(vec![template::begin_year(&Ledger::default(), template::default_template(), year(2022))])
    }

    /// The sample ledger, on the same day.
    pub fn sample() -> Self {
        Self::of(template::sample())
    }

    /// A ledger of 2022 with this template and no items.
    pub fn templated(template: Template) -> Self {
        Self::of(vec![template::begin_year(&Ledger::default(), template, year(2022))])
    }

    fn of(changes: Vec<Change>) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let disk = Arc::new(RealDisk);
        let session = Session::create(&dir.path().join("ledger"), changes, None, clock(), disk).expect("a ledger");
        Self { session, dir }
    }

    /// Closes the ledger and opens it again.
    pub fn reopened(self) -> Self {
        let Self { session, dir } = self;
        let path = session.dir().to_path_buf();
        drop(session);
        let (session, notices) = Session::open(&path, None, clock(), Arc::new(RealDisk)).expect("it opens again");
        assert_eq!(notices, []);
        Self { session, dir }
    }

    /// A directory beside the ledger.
    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Makes a folder and sets it as the one that reports go to.
    pub fn folder(&mut self, name: &str) -> PathBuf {
        let folder = self.path().join(name);
        std::fs::create_dir(&folder).expect("made");
        self.set(&[("folder", &folder.display().to_string())]).expect("set");
        folder
    }

    /// An item of a matter with these fields typed in, not saved yet.
    pub fn item(&self, matter: &str, typed: &[(&str, &str)]) -> Item {
        let session = &self.session;
        let mut item = session.blank_item(session.template().matter_named(matter).expect("a matter"));
        for (field, text) in typed {
            entry::set(&mut item, field, text, session.desk()).expect("a value");
        }
        item
    }

    /// Records an item.
    pub fn add(&mut self, matter: &str, typed: &[(&str, &str)]) -> Item {
        let item = self.item(matter, typed);
        self.session.apply(&self.session.add(item.clone())).expect("saved");
        item
    }

    /// Sets settings.
    pub fn set(&mut self, values: &[(&str, &str)]) -> Result<(), SessionError> {
        let change = self.session.set(values)?;
        self.session.apply(&change).map(drop)
    }
}

/// 20 December 2022, a second later each time it is asked.
pub fn clock() -> Clock {
    Clock { today: NaiveDate::from_ymd_opt(2022, 12, 20).expect("a day"), as_of: None, now: ticking }
}

fn ticking() -> DateTime<Utc> {
    thread_local!(static TICKS: Cell<i64> = const { Cell::new(1_671_500_000) });
    let tick = TICKS.get() + 1;
    TICKS.set(tick);
    DateTime::from_timestamp(tick, 0).expect("an instant")
}

/// A year.
pub fn year(number: i32) -> Year {
    Year::try_from(number).expect("a year")
}
