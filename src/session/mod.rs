//! The open ledger: store first, then memory. Everything the interface and the command line do goes through here.

mod acts;
mod apply;
mod begin;
#[cfg(test)]
mod bench;
mod blank;
mod cut;
mod drafts;
mod editions;
mod error;
mod exporting;
mod findings;
#[cfg(test)]
mod given;
mod hanging;
mod importing;
mod indicator;
mod live;
mod many;
mod merging;
mod name;
mod office;
mod outline;
mod paper;
mod place;
mod placed;
mod printed;
mod profile;
mod publish;
mod register_table;
mod registers;
mod remind;
mod reward;
mod said;
mod similar;
mod undo;

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

use crate::board::{self, Board};
use crate::check::Finding;
use crate::document::Document;
use crate::entry::Desk;
use crate::id::{IdMaker, ItemId};
use crate::lang::Lang;
use crate::model::{Act, EditionKey, Item, Ledger, Template, Variant, Year};
use crate::query::{self, Figures, Scope};
use crate::report;
use crate::store::{Disk, Heading, Logged, Notice, Store};
use crate::token::TokenFault;

use begin::chosen_year;
use cut::Whole;
pub use error::SessionError;
pub use exporting::{ListColumn, TableFormat};
pub use importing::{
    Checked, Column, Double, Faulty, How, Importer, Plan, Request, Role, RowFault, Shelf, SumRow, TableError, Twin,
    load, matter_of,
};
pub use indicator::Trial;
pub use live::PassageText;
pub use office::{BACKUPS, CLERK, FOLDER, FolderStanding, PHONE, setting_name};
pub use outline::{Deletion, OutlineError, PlanRow, Spot};
pub use paper::{Paper, PaperChoice};
pub use placed::{Placed, RunAt};
pub use profile::{PROFILE, ProfileError};
pub use publish::{FileFormat, Published, Target, default_folder};
pub use register_table::RegisterPlan;
pub use reward::{FigureChange, Reward};
use undo::UndoLog;
pub use undo::{Turn, turns};

/// Fewest characters of an id that name an item.
const SHORTEST: usize = 4;

/// A ledger of so many items is kept in a form that opens at once.
const LARGE: usize = 2000;

/// What a session takes from outside, so that tests choose it.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// 今天 where the clerk sits.
    pub today: NaiveDate,
    /// The as-of date when it was given; else today, or the year's end when that lies before.
    pub as_of: Option<NaiveDate>,
    /// The present instant.
    pub now: fn() -> DateTime<Utc>,
}

/// An open ledger and the year that is worked in.
#[derive(Debug)]
pub struct Session {
    keeper: Keeper,
    disk: Arc<dyn Disk>,
    dir: PathBuf,
    ledger: Ledger,
    year: Year,
    clock: Clock,
    ids: RefCell<IdMaker>,
    drafts: BTreeMap<String, Value>,
    undo: Option<UndoLog>,
    last: Option<LastAct>,
    memo: Memo,
    /// Files named as evidence that were found.
    found: RefCell<BTreeSet<String>>,
    /// What items and entries that are gone were called, those that were asked for.
    gone: RefCell<BTreeMap<String, Option<String>>>,
    /// Who hears in the end what the store had to say.
    hearer: Option<(Tell, Lang)>,
}

/// Says what the store has to say.
pub type Tell = fn(&[Notice], Lang);

/// Who keeps the data: the store, or nobody when the ledger is only read.
#[derive(Debug)]
enum Keeper {
    Store(Box<Store>),
    Reader,
}

/// What is computed once for each state of the ledger.
#[derive(Debug, Default)]
struct Memo {
    figures: OnceCell<Figures>,
    last_year: OnceCell<Figures>,
    whole: OnceCell<Whole>,
    findings: OnceCell<Vec<Finding>>,
    board: OnceCell<Board>,
    /// The reports of other variants, those that were asked for.
    cuts: RefCell<BTreeMap<Variant, Arc<Document>>>,
    /// In how many places the text reads otherwise than in editions, of those that were asked for.
    since: RefCell<BTreeMap<EditionKey, usize>>,
}

/// The last act of this session, for the board.
#[derive(Clone, Debug, PartialEq)]
pub struct LastAct {
    /// What was done.
    pub act: Act,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// It was taken back.
    pub undone: bool,
}

impl Session {
    /// The data directory.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The store, when the ledger may be written.
    pub fn store(&self) -> Option<&Store> {
        match &self.keeper {
            Keeper::Store(store) => Some(store),
            Keeper::Reader => None,
        }
    }

    /// Whether the ledger is only read: nothing is saved, and no draft kept.
    pub const fn is_reader(&self) -> bool {
        matches!(self.keeper, Keeper::Reader)
    }

    /// What files are read and written through.
    pub fn disk(&self) -> Arc<dyn Disk> {
        Arc::clone(&self.disk)
    }

    /// What the store has to say since it was asked last: what happens behind the first screen is told here.
    pub fn notices(&mut self) -> Vec<Notice> {
        match &mut self.keeper {
            Keeper::Store(store) => store.notices(),
            Keeper::Reader => Vec::new(),
        }
    }

    /// Has `ring` called when the store has something to say that nobody asked for.
    pub fn ring_with(&self, ring: impl Fn() + Send + 'static) {
        if let Keeper::Store(store) = &self.keeper {
            store.ring_with(ring);
        }
    }

    /// All the data.
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The year that is worked in.
    pub const fn year(&self) -> Year {
        self.year
    }

    /// The template of the year.
    pub fn template(&self) -> &Arc<Template> {
        self.ledger.template(self.year).expect("a session's year is one of its ledger's")
    }

    /// 今天.
    pub const fn today(&self) -> NaiveDate {
        self.clock.today
    }

    /// The present instant.
    pub fn now(&self) -> DateTime<Utc> {
        (self.clock.now)()
    }

    /// The day everything is reckoned as of.
    pub fn as_of(&self) -> NaiveDate {
        let end = NaiveDate::from_ymd_opt(self.year.number(), 12, 31).expect("each year has a last day");
        self.clock.as_of.unwrap_or_else(|| self.clock.today.min(end))
    }

    /// What typed text is read against.
    pub const fn desk(&self) -> Desk<'_> {
        Desk { ledger: &self.ledger, year: self.year, today: self.clock.today }
    }

    /// What text typed into a field of `item` is read against: the year it stands in.
    pub const fn desk_of(&self, item: &Item) -> Desk<'_> {
        Desk { year: item.card.year, ..self.desk() }
    }

    /// The window of the whole-year report.
    pub fn scope(&self) -> Scope {
        Scope::whole(self.year, self.as_of())
    }

    /// Every figure of the year.
    pub fn figures(&self) -> &Figures {
        self.memo.figures.get_or_init(|| query::figures(&self.ledger, self.scope()))
    }

    /// Every figure of the year over the same window one year earlier.
    pub fn figures_last_year(&self) -> &Figures {
        self.memo.last_year.get_or_init(|| query::figures_last_year(&self.ledger, self.scope()))
    }

    /// The whole-year report.
    pub fn document(&self) -> &Document {
        &self.whole().document
    }

    /// The status overview.
    pub fn board(&self) -> &Board {
        let compute = || board::board(&self.ledger, self.figures(), self.document(), &self.doubts(), self.scope());
        self.memo.board.get_or_init(compute)
    }

    /// The item whose id is `text`, or alone begins with it, four characters or more.
    pub fn item(&self, text: &str) -> Result<&Item, SessionError> {
        let wanted = text.to_ascii_uppercase();
        let is_meant = |item: &&Arc<Item>| item.card.id.to_string().starts_with(&wanted);
        let mut found = self.ledger.items.values().filter(is_meant);
        match (found.next().filter(|_| wanted.len() >= SHORTEST), found.count()) {
            (Some(item), 0) => Ok(item),
            (Some(_), others) => Err(SessionError::SeveralItems(text.into(), others + 1)),
            (None, _) => Err(SessionError::NoItem(text.into())),
        }
    }

    /// The last act of this session.
    pub const fn last_act(&self) -> Option<&LastAct> {
        self.last.as_ref()
    }

    /// All changes, oldest first.
    pub fn history(&self) -> Result<Vec<Logged>, SessionError> {
        Ok(Store::history(&self.dir)?)
    }

    /// What was done by all changes, oldest first, without what it did to the records.
    pub fn headings(&self) -> Result<Vec<Heading>, SessionError> {
        Ok(Store::headings(&self.dir, usize::MAX)?)
    }

    /// The year that is worked in where none is asked for.
    pub fn usual_year(&self) -> Option<Year> {
        chosen_year(&self.ledger, None, self.clock.today).ok()
    }

    /// What is wrong with the tokens of an item's own wording.
    pub fn wording_faults(&self, id: ItemId) -> Vec<TokenFault> {
        self.ledger.items.get(&id).map(|item| report::wording_faults(&self.ledger, item)).unwrap_or_default()
    }

    /// Works in another year of the ledger.
    pub fn set_year(&mut self, year: Year) -> Result<(), SessionError> {
        self.year = chosen_year(&self.ledger, Some(year), self.clock.today)?;
        self.memo = Memo::default();
        Ok(())
    }
}

impl Session {
    /// Has `tell` hear in the end what the store had to say meanwhile.
    pub const fn have_heard(&mut self, tell: Tell, lang: Lang) {
        self.hearer = Some((tell, lang));
    }

    /// Closes the ledger, which can only be read then, and gives what the store has still to say.
    pub fn close(&mut self) -> Vec<Notice> {
        let Keeper::Store(mut store) = std::mem::replace(&mut self.keeper, Keeper::Reader) else { return Vec::new() };
        if self.ledger.items.len() >= LARGE {
            store.keep(&self.ledger);
        }
        store.close()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let notices = self.close();
        if let Some((tell, lang)) = self.hearer {
            tell(&notices, lang);
        }
    }
}

#[cfg(test)]
mod tests;
