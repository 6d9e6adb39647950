//! An item's form: what stands typed in each row, checked when the row is left, kept as a draft, saved as one change.

mod draft;
mod help;
mod keep;
mod like;
mod pick;
mod picks;
mod rows;
mod typed;
mod unknown;

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::Datelike;

use crate::entry::{self, CommonField, EntryError};
use crate::id::{ItemId, MatterId};
use crate::lang::Lang;
use crate::model::{Change, Item};
use crate::session::{FigureChange, Session, SessionError};
use crate::text::Cells;
use crate::ui::widget::TextField;

pub use draft::{Draft, plain};
pub use help::help;
pub use like::{Like, Likeness};
pub use picks::{Pick, matching};
use rows::PAGE;
pub use rows::{Field, Row};
pub use unknown::Unknown;

/// A form for a new or an old item.
#[derive(Debug)]
pub struct Form {
    /// As the rows that were left stand.
    item: Item,
    /// As it was when the form opened, for an old item.
    old: Option<Item>,
    rows: Vec<Row>,
    /// What stands typed, a field a row.
    fields: Vec<TextField>,
    /// What stood there when the form opened.
    begun: Vec<String>,
    /// What stood there when the item took it last.
    taken: Vec<String>,
    at: usize,
    /// Rows whose text is no value and was left standing: they are asked for again before saving.
    unread: BTreeSet<usize>,
    /// Rows on a page.
    page: usize,
    /// Picks that are passed over: those of the pages before.
    passed: usize,
    trouble: Option<Trouble>,
    foreseen: Vec<FigureChange>,
    like: Option<Like>,
    resumed: bool,
}

/// The value of a row as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Echo {
    /// In words.
    pub text: String,
    /// What is odd about it, when something is.
    pub warning: Option<String>,
}

/// Why the form stays where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// What is typed in the row is no value of its field.
    Entry(EntryError),
    /// The title is empty.
    NoTitle,
    /// A required field is empty.
    Required(String),
}

impl Form {
    /// A form for a new item of `matter`; what is known from the last one may be filled in first.
    pub fn new(item: Item, session: &Session, lang: Lang) -> Self {
        Self::open(item, None, session, lang)
    }

    /// A form for the item `old`.
    pub fn edit(old: Item, session: &Session, lang: Lang) -> Self {
        Self::open(old.clone(), Some(old), session, lang)
    }

    fn open(item: Item, old: Option<Item>, session: &Session, lang: Lang) -> Self {
        let rows = rows::rows(&item, session.template().matter(&item.card.matter), session, lang);
        let begun: Vec<String> =
            rows.iter().map(|row| entry::shown(&item, row.field.as_entry(), session.desk())).collect();
        let fields = rows.iter().zip(&begun).map(|(row, text)| typed::field_of(row, text, &item, session)).collect();
        let mut form = Self {
            item,
            old,
            rows,
            fields,
            taken: begun.clone(),
            begun,
            at: 0,
            unread: BTreeSet::new(),
            page: PAGE,
            passed: 0,
            trouble: None,
            foreseen: Vec::new(),
            like: None,
            resumed: false,
        };
        form.fields[0].enter();
        form
    }

    /// The matter it records.
    pub const fn matter(&self) -> &MatterId {
        &self.item.card.matter
    }

    /// The item as the rows that were left stand.
    pub const fn item(&self) -> &Item {
        &self.item
    }

    /// Whether it is for a new item.
    pub const fn is_new(&self) -> bool {
        self.old.is_none()
    }

    /// Whether what stands in it was taken up from a draft.
    pub const fn is_resumed(&self) -> bool {
        self.resumed
    }

    /// Its rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row the cursor stands in.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The row the cursor stands in.
    pub fn row(&self) -> &Row {
        &self.rows[self.at]
    }

    /// What stands typed in a row.
    pub fn field(&self, at: usize) -> &TextField {
        &self.fields[at]
    }

    /// What stands typed in the present row, to be edited.
    pub fn field_mut(&mut self) -> &mut TextField {
        self.trouble = None;
        self.passed = 0;
        &mut self.fields[self.at]
    }

    /// What was saved in the present field of an old item, when something else stands there now.
    pub fn before(&self) -> Option<&str> {
        let before = self.begun[self.at].as_str();
        (self.old.is_some() && before != self.typed(self.at)).then_some(before)
    }

    /// Why the form stays where it is.
    pub const fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }

    /// The figures that saving would change.
    pub fn foreseen(&self) -> &[FigureChange] {
        &self.foreseen
    }

    /// Another item that may be the same one.
    pub const fn like(&self) -> Option<&Like> {
        self.like.as_ref()
    }

    /// What is echoed beside a row: the value as it was understood; nothing while something else is typed.
    pub fn echo(&self, at: usize, session: &Session, lang: Lang) -> Echo {
        let text = self.typed(at);
        if text.is_empty() || text != self.taken[at] {
            return Echo::default();
        }
        let (said, warning) = match &self.rows[at].field {
            Field::Common(CommonField::When) => {
                (self.item.card.when.echo(lang, session.today()), self.another_year(lang))
            }
            Field::Common(_) => (String::new(), None),
            Field::Own(spec) => {
                let value = self.item.card.fields.get(&spec.id);
                (value.map(|value| entry::echo(spec, value, session.desk(), lang)).unwrap_or_default(), None)
            }
        };
        Echo { text: if said == *text { String::new() } else { said }, warning }
    }

    /// What to say when the date lies outside the ledger's year.
    fn another_year(&self, lang: Lang) -> Option<String> {
        let year = self.item.card.year;
        let outside = self.item.card.when.start().year() != year.number();
        outside.then(|| lang.form_other_year(&year.to_string()))
    }

    /// Rows on a page.
    pub const fn page(&self) -> usize {
        self.page
    }

    /// The rows of the page the cursor stands on.
    pub fn shown(&self) -> Range<usize> {
        let first = self.at / self.page * self.page;
        first..self.rows.len().min(first + self.page)
    }

    /// Shows as many rows on a page as `room` holds, all of them or a page of the smallest screen.
    pub fn paginate(&mut self, room: usize) {
        self.page = if room >= self.rows.len() { self.rows.len().max(PAGE) } else { PAGE };
    }

    /// Makes room for what is typed: `width` cells in each of `height` rows.
    pub fn arrange(&mut self, width: u16, height: u16, cells: Cells) {
        for field in &mut self.fields {
            field.arrange(width, height, cells);
        }
    }

    /// Leaves the present row for row `to`: checked first. Going on, the cursor stays when what is typed is no value;
    /// going back, the text is left standing and asked for again before saving.
    pub fn go_to(&mut self, to: usize, session: &Session) -> bool {
        if !self.settle(session) && to >= self.at {
            return false;
        }
        self.fields[self.at].leave();
        self.stand(to);
        true
    }

    /// Puts the cursor into a row, without a look at the one it leaves.
    fn stand(&mut self, at: usize) {
        self.at = at.min(self.rows.len() - 1);
        self.passed = 0;
        self.fields[self.at].enter();
    }

    /// Reads what is typed in the present row into the item.
    pub fn settle(&mut self, session: &Session) -> bool {
        let read = self.read(self.at, session);
        match read {
            Ok(()) => {
                self.foresee(session);
                true
            }
            Err(error) => {
                self.trouble = Some(Trouble::Entry(error));
                false
            }
        }
    }

    /// Reads what is typed in a row into the item, and remembers the row when that is no value.
    fn read(&mut self, at: usize, session: &Session) -> Result<(), EntryError> {
        let typed = self.typed(at).into_owned();
        let id = self.rows[at].field.id();
        let open_title = id == "title" && typed.trim().is_empty();
        let read = if open_title { Ok(()) } else { entry::set(&mut self.item, id, &typed, session.desk()) };
        match read {
            Ok(()) => {
                self.unread.remove(&at);
                self.taken[at] = typed;
            }
            Err(_) => {
                self.unread.insert(at);
            }
        }
        read
    }

    fn foresee(&mut self, session: &Session) {
        let change = self.change(session).ok();
        self.foreseen = change.map(|change| session.foresee(&change)).unwrap_or_default();
        self.like = like::like(&self.item, session);
    }

    fn change(&self, session: &Session) -> Result<Change, SessionError> {
        match self.old {
            Some(_) => session.edit(self.item.clone()),
            None => Ok(session.add(self.item.clone())),
        }
    }

    /// The change that saves the form; `None`, with the cursor at the trouble, when something is missing or wrong.
    pub fn save(&mut self, session: &Session) -> Option<Result<Change, SessionError>> {
        if !self.settle(session) {
            return None;
        }
        if let Some((at, trouble)) = self.wrong(session).or_else(|| self.missing(session)) {
            self.fields[self.at].leave();
            self.stand(at);
            self.trouble = Some(trouble);
            return None;
        }
        Some(self.change(session))
    }

    /// The first row whose text was left standing though it is no value.
    fn wrong(&mut self, session: &Session) -> Option<(usize, Trouble)> {
        let rows: Vec<usize> = self.unread.iter().copied().collect();
        rows.into_iter().find_map(|at| Some((at, Trouble::Entry(self.read(at, session).err()?))))
    }

    fn missing(&self, session: &Session) -> Option<(usize, Trouble)> {
        let row_of = |id: &str| self.rows.iter().position(|row| row.field.id() == id).unwrap_or(0);
        let title = row_of("title");
        if self.fields[title].text().trim().is_empty() {
            return Some((title, Trouble::NoTitle));
        }
        let spec = session.missing_fields(&self.item).into_iter().next()?;
        Some((row_of(spec.id.as_str()), Trouble::Required(spec.name.clone())))
    }

    /// The id of the item.
    pub const fn id(&self) -> ItemId {
        self.item.card.id
    }
}

impl Trouble {
    /// What is wrong, and what to do, in one line each.
    pub fn text(&self, lang: Lang) -> (String, String) {
        match self {
            Self::Entry(error) => (error.text(lang), error.hint(lang)),
            Self::NoTitle => (lang.form_title_missing().into(), String::new()),
            Self::Required(field) => (lang.form_required(field), String::new()),
        }
    }
}
