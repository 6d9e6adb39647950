//! What keeps a form from being saved: text that is no value, and what is missing.

use super::Form;
use crate::entry::EntryError;
use crate::lang::Lang;
use crate::session::Session;

/// Why the form stays where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// What is typed in the row is no value of its field.
    Entry(EntryError),
    /// The title is empty.
    NoTitle,
    /// The label of an entry is empty.
    NoLabel,
    /// A required field is empty.
    Required(String),
}

impl Form {
    /// Why what was left standing in a row is no value of its field.
    pub fn wrong_at(&self, at: usize, session: &Session) -> Option<EntryError> {
        let is_left = self.unread.contains(&at) && at != self.at;
        is_left.then(|| self.subject.clone().set(&self.rows[at].field, &self.typed(at), session).err()).flatten()
    }

    /// The first row that keeps the form from being saved, and why: no value, or missing.
    pub fn lacking(&self, session: &Session) -> Option<(usize, Trouble)> {
        self.first_wrong(session).or_else(|| self.missing(session))
    }

    /// The first row whose text is no value, and why.
    fn first_wrong(&self, session: &Session) -> Option<(usize, Trouble)> {
        self.unread.iter().find_map(|at| {
            let read = self.subject.clone().set(&self.rows[*at].field, &self.typed(*at), session);
            Some((*at, Trouble::Entry(read.err()?)))
        })
    }

    /// The first row whose text was left standing though it is no value.
    pub(super) fn wrong(&mut self, session: &Session) -> Option<(usize, Trouble)> {
        let rows: Vec<usize> = self.unread.iter().copied().collect();
        rows.into_iter().find_map(|at| Some((at, Trouble::Entry(self.read(at, session).err()?))))
    }

    pub(super) fn missing(&self, session: &Session) -> Option<(usize, Trouble)> {
        let row_of = |id: &str| self.rows.iter().position(|row| row.field.id() == id).unwrap_or(0);
        let (name, nameless) = self.subject.name();
        let name = row_of(name);
        if self.fields[name].text().trim().is_empty() {
            return Some((name, nameless));
        }
        let spec = self.subject.missing(session)?;
        Some((row_of(spec.id.as_str()), Trouble::Required(spec.name.clone())))
    }
}

impl Trouble {
    /// What is wrong, and what to do, in one line each.
    pub fn text(&self, lang: Lang) -> (String, String) {
        match self {
            Self::Entry(error) => (error.text(lang), error.hint(lang)),
            Self::NoTitle => (lang.form_title_missing().into(), String::new()),
            Self::NoLabel => (lang.form_label_missing().into(), String::new()),
            Self::Required(field) => (lang.form_required(field), String::new()),
        }
    }
}
