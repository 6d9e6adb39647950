//! A form, of an item or of an entry of a register: what stands typed in each row, checked when the row is left,
//! kept as a draft, saved as one change.

mod draft;
mod echo;
mod help;
mod keep;
mod like;
mod pick;
mod picks;
mod rows;
mod subject;
mod trouble;
mod typed;
mod unknown;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::entry::EntryError;
use crate::lang::Lang;
use crate::model::{Change, Entry, Item};
use crate::session::{FigureChange, Session, SessionError};
use crate::text::Cells;
use crate::ui::widget::TextField;

pub use draft::{Draft, plain};
pub use help::help;
pub use like::{Like, Likeness};
use pick::Sought;
pub use picks::Pick;
use rows::PAGE;
pub use rows::{Field, Row};
pub use subject::Subject;
pub use trouble::Trouble;
pub use unknown::Unknown;

/// A form for a new or an old record.
#[derive(Debug)]
pub struct Form {
    /// As the rows that were left stand.
    subject: Subject,
    /// It is not saved yet.
    is_new: bool,
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
    sought: RefCell<Sought>,
    trouble: Option<Trouble>,
    foreseen: Vec<FigureChange>,
    like: Option<Like>,
    resumed: bool,
}

impl Form {
    /// A form for a new item of a matter, or for a new entry.
    pub fn new(subject: Subject, session: &Session, lang: Lang) -> Self {
        Self::open(subject, true, session, lang)
    }

    /// A form for a new item that nobody looks at: nothing can be picked in it.
    pub fn plain(item: Item, session: &Session) -> Self {
        let rows = rows::bare(&item, session.template().matter(&item.card.matter), session);
        Self::of(Subject::Item(Box::new(item)), true, rows, session)
    }

    /// A form for what is there.
    pub fn edit(subject: Subject, session: &Session, lang: Lang) -> Self {
        Self::open(subject, false, session, lang)
    }

    fn open(subject: Subject, is_new: bool, session: &Session, lang: Lang) -> Self {
        let rows = subject.rows(session, lang);
        Self::of(subject, is_new, rows, session)
    }

    fn of(subject: Subject, is_new: bool, rows: Vec<Row>, session: &Session) -> Self {
        let begun: Vec<String> = rows.iter().map(|row| row.spoken(subject.shown(&row.field, session))).collect();
        let fields = rows.iter().zip(&begun).map(|(row, text)| typed::field_of(row, text, &subject, session)).collect();
        let mut form = Self {
            subject,
            is_new,
            rows,
            fields,
            taken: begun.clone(),
            begun,
            at: 0,
            unread: BTreeSet::new(),
            page: PAGE,
            passed: 0,
            sought: RefCell::default(),
            trouble: None,
            foreseen: Vec::new(),
            like: None,
            resumed: false,
        };
        form.fields[0].enter();
        form
    }

    /// What it is about, as the rows that were left stand.
    pub const fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The item it is about.
    pub fn item(&self) -> Option<&Item> {
        self.subject.as_item()
    }

    /// The entry of a register it is about.
    pub fn entry(&self) -> Option<&Entry> {
        self.subject.as_entry()
    }

    /// Whether it is for something new.
    pub const fn is_new(&self) -> bool {
        self.is_new
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
        (!self.is_new && before != self.typed(self.at)).then_some(before)
    }

    /// Why the form stays where it is.
    pub const fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }

    /// Whether something stands typed in the present row that is not taken yet.
    pub fn is_being_typed(&self) -> bool {
        self.typed(self.at) != self.taken[self.at]
    }

    /// The figures that saving would change.
    pub fn foreseen(&self) -> &[FigureChange] {
        &self.foreseen
    }

    /// Another item that may be the same one.
    pub const fn like(&self) -> Option<&Like> {
        self.like.as_ref()
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
    pub fn stand(&mut self, at: usize) {
        self.at = at.min(self.rows.len() - 1);
        self.passed = 0;
        self.fields[self.at].enter();
    }

    /// Reads what is typed in the present row into the item.
    pub fn settle(&mut self, session: &Session) -> bool {
        let read = self.read(self.at, session);
        match read {
            Ok(()) => {
                self.take_over_again(session);
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
        let field = &self.rows[at].field;
        let is_nameless = field.id() == self.subject.name().0 && typed.trim().is_empty();
        let read = if is_nameless { Ok(()) } else { self.subject.set(field, &typed, session) };
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
        self.like = self.item().and_then(|item| like::like(item, session));
    }

    fn change(&self, session: &Session) -> Result<Change, SessionError> {
        self.subject.change(self.is_new, session)
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
}
