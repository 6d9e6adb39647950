//! What a form is about: an item, or an entry of a register. Everything else in a form is the same for both.

use super::Trouble;
use super::rows::{self, Field, Row};
use crate::entry::{self, EntryError};
use crate::lang::Lang;
use crate::model::{Change, Entry, FieldSpec, Item};
use crate::session::{Session, SessionError};

/// What a form is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// An item.
    Item(Box<Item>),
    /// An entry of a register.
    Entry(Box<Entry>),
}

impl Subject {
    /// The item, when it is one.
    pub fn as_item(&self) -> Option<&Item> {
        if let Self::Item(item) = self { Some(item) } else { None }
    }

    /// The entry, when it is one.
    pub fn as_entry(&self) -> Option<&Entry> {
        if let Self::Entry(entry) = self { Some(entry) } else { None }
    }

    /// The rows of its form.
    pub(super) fn rows(&self, session: &Session, lang: Lang) -> Vec<Row> {
        match self {
            Self::Item(item) => rows::rows(item, session.template().matter(&item.card.matter), session, lang),
            Self::Entry(entry) => rows::entry_rows(entry, session, lang),
        }
    }

    /// What stands in a row.
    pub(super) fn shown(&self, field: &Field, session: &Session) -> String {
        match (self, field) {
            (Self::Item(item), Field::Common(common)) => {
                entry::shown(item, entry::Field::Common(*common), session.desk())
            }
            (Self::Item(item), Field::Own(spec)) => entry::shown(item, entry::Field::Own(spec), session.desk()),
            (Self::Entry(entry), Field::Name(name)) => entry::shown_entry(entry, *name),
            (Self::Entry(entry), Field::Own(spec)) => {
                entry.fields.get(&spec.id).map(|value| entry::typed(spec, value, session.desk())).unwrap_or_default()
            }
            (Self::Item(_), Field::Name(_)) | (Self::Entry(_), Field::Common(_)) => String::new(),
        }
    }

    /// Takes what was typed in a row.
    pub(super) fn set(&mut self, field: &Field, typed: &str, session: &Session) -> Result<(), EntryError> {
        match self {
            Self::Item(item) => entry::set(item, field.id(), typed, session.desk()),
            Self::Entry(entry) => entry::set_entry(entry, field.id(), typed, session.desk()),
        }
    }

    /// The value of one of the fields that its kind or register declares, in words.
    pub(super) fn echo(&self, spec: &FieldSpec, session: &Session, lang: Lang) -> String {
        let fields = match self {
            Self::Item(item) => &item.card.fields,
            Self::Entry(entry) => &entry.fields,
        };
        fields.get(&spec.id).map(|value| entry::echo(spec, value, session.desk(), lang)).unwrap_or_default()
    }

    /// The change that saves it.
    pub(super) fn change(&self, is_new: bool, session: &Session) -> Result<Change, SessionError> {
        match self {
            Self::Item(item) if is_new => Ok(session.add(item.as_ref().clone())),
            Self::Item(item) => session.edit(item.as_ref().clone()),
            Self::Entry(entry) => Ok(session.keep_entry(entry)),
        }
    }

    /// The id of the field that names it, which is never empty, and what to say when it is.
    pub(super) const fn name(&self) -> (&'static str, Trouble) {
        match self {
            Self::Item(_) => ("title", Trouble::NoTitle),
            Self::Entry(_) => ("label", Trouble::NoLabel),
        }
    }

    /// A required field that is empty.
    pub(super) fn missing<'a>(&self, session: &'a Session) -> Option<&'a FieldSpec> {
        match self {
            Self::Item(item) => session.missing_fields(item).into_iter().next(),
            Self::Entry(entry) => session.missing_entry_fields(entry).into_iter().next(),
        }
    }
}
