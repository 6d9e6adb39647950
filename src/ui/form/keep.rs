//! What stands typed in a form, kept as a draft and taken up again; and the previous item, copied.

use std::collections::BTreeMap;

use super::{Draft, Form, Subject};
use crate::command::Command;
use crate::session::Session;
use crate::ui::outcome::Input;
use crate::ui::scene::Clipboard;
use crate::ui::widget::{TextField, Typed};

impl Form {
    /// What stands typed, to be taken up later; nothing when nobody typed anything.
    pub fn draft(&self) -> Option<Draft> {
        let is_touched = |at: usize| self.typed(at) != self.begun[at].as_str();
        if !(0..self.rows.len()).any(is_touched) {
            return None;
        }
        // What a new form began with is kept too: when it is taken up, other items may be the last.
        let kept = (0..self.rows.len()).filter(|at| is_touched(*at) || self.is_new && !self.begun[*at].is_empty());
        let typed: BTreeMap<String, String> =
            kept.map(|at| (self.rows[at].field.id().to_string(), self.typed(at).into_owned())).collect();
        Some(Draft::new(&self.subject, self.is_new, typed, self.at))
    }

    /// Takes up what a draft kept. A field that is gone since is passed over; text that is no value stands as it was
    /// typed.
    pub fn resume(&mut self, draft: &Draft, session: &Session) {
        for at in 0..self.rows.len() {
            if let Some(typed) = draft.typed(self.rows[at].field.id()) {
                self.set_row(at, typed, session);
                drop(self.read(at, session));
            }
        }
        self.forget();
        self.fields[self.at].leave();
        self.at = draft.at().min(self.rows.len() - 1);
        self.resumed = true;
        self.foresee(session);
    }

    /// Forgets how what stands there came about: it was typed before, and undo must not empty it.
    pub fn forget(&mut self) {
        self.fields.iter_mut().for_each(TextField::forget);
    }

    /// Takes the typing in the present field back as far as what was saved; it can be done again step by step.
    pub fn restore(&mut self, clipboard: &Clipboard, session: &Session) {
        let undo = Input::Command(Command::Undo);
        while self.before().is_some() && self.field_mut().update(&undo, clipboard) != Typed::Passed {}
        if let Some(before) = self.before().map(String::from) {
            self.set_row(self.at, &before, session);
        }
    }

    /// Puts a value of another item into the present row.
    pub fn copy_field(&mut self, from: &Subject, session: &Session) {
        let shown = self.row().spoken(from.shown(&self.row().field, session));
        if !shown.is_empty() {
            self.set_row(self.at, &shown, session);
        }
    }

    /// Puts all values of another item into the rows; the cursor stays, so that typing replaces the value there.
    pub fn copy_all(&mut self, from: &Subject, session: &Session) {
        for at in 0..self.rows.len() {
            let shown = self.rows[at].spoken(from.shown(&self.rows[at].field, session));
            if !shown.is_empty() && self.rows[at].field.id() != "checked" {
                self.set_row(at, &shown, session);
                drop(self.read(at, session));
            }
        }
        self.stand(self.at);
        self.foresee(session);
    }
}
