//! An item's form: what stands typed in each row, checked when the row is left, kept as a draft, saved as one change.

mod draft;
mod picks;
mod rows;

use std::collections::BTreeMap;

use crate::entry::{self, CommonField, EntryError};
use crate::id::{ItemId, MatterId};
use crate::lang::Lang;
use crate::model::{Change, Item};
use crate::session::{FigureChange, Session, SessionError};
use crate::text::Cells;
use crate::ui::widget::TextField;

pub use draft::Draft;
pub use picks::{Pick, matching};
pub use rows::{Field, PAGE, Row};

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
    at: usize,
    trouble: Option<Trouble>,
    foreseen: Vec<FigureChange>,
    resumed: bool,
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
        let fields = rows.iter().zip(&begun).map(|(row, text)| field_of(row, text)).collect();
        let mut form =
            Self { item, old, rows, fields, begun, at: 0, trouble: None, foreseen: Vec::new(), resumed: false };
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
        &mut self.fields[self.at]
    }

    /// Why the form stays where it is.
    pub const fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }

    /// The figures that saving would change.
    pub fn foreseen(&self) -> &[FigureChange] {
        &self.foreseen
    }

    /// The picks that match what is typed in the present row: all of them in a row just entered.
    pub fn offered(&self) -> Vec<&Pick> {
        let field = &self.fields[self.at];
        matching(&self.row().picks, if field.is_fresh() || self.is_picked() { "" } else { field.text() })
    }

    /// Whether exactly a pick stands in the present row.
    fn is_picked(&self) -> bool {
        let text = self.fields[self.at].text();
        self.row().picks.iter().any(|pick| pick.label == text)
    }

    /// Whether digits pick in the present row.
    pub fn is_choice(&self) -> bool {
        !self.row().picks.is_empty()
    }

    /// What is echoed beside a row: the value as it was understood.
    pub fn echo(&self, at: usize, session: &Session, lang: Lang) -> String {
        let row = &self.rows[at];
        if self.fields[at].text().is_empty() {
            return String::new();
        }
        match &row.field {
            Field::Common(CommonField::When) => self.item.card.when.echo(lang, session.today()),
            Field::Common(_) => String::new(),
            Field::Own(spec) => {
                let value = self.item.card.fields.get(&spec.id);
                value.map(|value| entry::echo(spec, value, session.desk(), lang)).unwrap_or_default()
            }
        }
    }

    /// Makes room for what is typed: `width` cells in each of `height` rows.
    pub fn arrange(&mut self, width: u16, height: u16, cells: Cells) {
        for field in &mut self.fields {
            field.arrange(width, height, cells);
        }
    }

    /// Where something is picked and only a part of its name was typed: takes the best match.
    pub fn take_best(&mut self) {
        let typed = !self.fields[self.at].is_fresh() && !self.fields[self.at].text().trim().is_empty();
        if !typed || self.is_picked() || self.fields[self.at].text().trim() == "**" {
            return;
        }
        if let Some(label) = self.offered().first().map(|pick| pick.label.clone()) {
            self.fields[self.at].set(&label);
        }
    }

    /// Takes the n-th of the offered picks, from 0, and goes on; whether there was one.
    pub fn pick(&mut self, n: usize, session: &Session) -> bool {
        let Some(label) = self.offered().get(n).map(|pick| pick.label.clone()) else { return false };
        self.fields[self.at].set(&label);
        self.go_to(self.at + 1, session)
    }

    /// Leaves the present row for row `to`: checked first, and the cursor stays when what is typed is no value.
    pub fn go_to(&mut self, to: usize, session: &Session) -> bool {
        if !self.settle(session) {
            return false;
        }
        self.fields[self.at].leave();
        self.at = to.min(self.rows.len() - 1);
        self.fields[self.at].enter();
        true
    }

    /// Reads what is typed in the present row into the item.
    pub fn settle(&mut self, session: &Session) -> bool {
        let (id, typed) = (self.row().field.id().to_string(), self.fields[self.at].text().to_string());
        if typed.trim().is_empty() && id == "title" {
            return true;
        }
        match entry::set(&mut self.item, &id, &typed, session.desk()) {
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

    fn foresee(&mut self, session: &Session) {
        let change = self.change(session).ok();
        self.foreseen = change.map(|change| session.foresee(&change)).unwrap_or_default();
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
        if let Some((at, trouble)) = self.missing(session) {
            self.at = at;
            self.fields[at].enter();
            self.trouble = Some(trouble);
            return None;
        }
        Some(self.change(session))
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

    /// What stands typed, to be taken up later; nothing when nobody typed anything.
    pub fn draft(&self) -> Option<Draft> {
        let typed = self.rows.iter().zip(&self.fields).zip(&self.begun);
        let typed = typed.filter(|((_, field), begun)| field.text() != begun.as_str());
        let typed: BTreeMap<String, String> =
            typed.map(|((row, field), _)| (row.field.id().to_string(), field.text().to_string())).collect();
        (!typed.is_empty()).then(|| Draft::new(&self.item, self.old.is_some(), typed, self.at))
    }

    /// Takes up what a draft kept.
    pub fn resume(&mut self, draft: &Draft, session: &Session) {
        for (row, field) in self.rows.iter().zip(&mut self.fields) {
            if let Some(typed) = draft.typed(row.field.id()) {
                field.set(typed);
                drop(entry::set(&mut self.item, row.field.id(), typed, session.desk()));
            }
        }
        self.at = draft.at().min(self.rows.len() - 1);
        self.resumed = true;
        self.foresee(session);
    }

    /// The id of the item.
    pub const fn id(&self) -> ItemId {
        self.item.card.id
    }
}

fn field_of(row: &Row, text: &str) -> TextField {
    if row.field.is_long() { TextField::multi(text) } else { TextField::single(text) }
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
