//! What stands typed in a row, as values are read: of a sentence, its stored text.

use std::borrow::Cow;

use super::{Field, Form, Row, Subject};
use crate::entry::CommonField;
use crate::session::Session;
use crate::ui::live;
use crate::ui::widget::TextField;

impl Form {
    /// What stands typed in a row.
    pub fn typed(&self, at: usize) -> Cow<'_, str> {
        let field = &self.fields[at];
        if field.is_live() { Cow::from(live::text_of(field)) } else { Cow::from(field.text()) }
    }

    /// The row of an item's sentence.
    pub fn sentence(&self) -> Option<usize> {
        self.fields.iter().position(TextField::is_live)
    }

    /// Puts another text into a row, which can be undone.
    pub(super) fn set_row(&mut self, at: usize, text: &str, session: &Session) {
        if let Some(item) = self.item().filter(|_| self.fields[at].is_live()) {
            let pieces = live::pieces(session.live_desk().of_item(item).pieces(text));
            self.fields[at].put_all(pieces, 0);
        } else {
            self.fields[at].set(text);
        }
    }

    /// Puts a text into a row as if it had been typed and the row left.
    pub fn fill(&mut self, at: usize, text: &str, session: &Session) {
        if self.typed(at) != text {
            self.set_row(at, text, session);
        }
        drop(self.read(at, session));
    }

    /// Puts another text into the present row, which can be undone.
    pub fn set_typed(&mut self, text: &str, session: &Session) {
        self.set_row(self.at, text, session);
    }

    /// Gives the item a sentence of its own, in the row that is there for it.
    pub fn word(&mut self, text: &str, session: &Session) {
        if self.typed(self.at) != text {
            self.set_row(self.at, text, session);
            self.settle(session);
        }
    }
}

/// Whether what stands in the row is a sentence with figures in it.
pub(super) fn is_sentence(row: &Row) -> bool {
    row.field == Field::Common(CommonField::Wording)
}

/// The field for a row in which `text` stands.
pub(super) fn field_of(row: &Row, text: &str, subject: &Subject, session: &Session) -> TextField {
    match subject.as_item() {
        Some(item) if is_sentence(row) => live::field(session.live_desk().of_item(item).pieces(text)),
        _ if row.field.is_long() => TextField::multi(text),
        _ => TextField::single(text),
    }
}
