//! A name that its register does not know yet: it can be put there without leaving the form.

use super::{Field, Form, Trouble};
use crate::entry::{CommonField, Fault};
use crate::id::RegisterId;
use crate::lang::Lang;
use crate::model::{FieldSpec, FieldType};
use crate::session::Session;

/// A name that is not in its register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The register.
    pub register: RegisterId,
    /// Its name.
    pub register_name: String,
    /// The name that was typed.
    pub label: String,
}

impl Form {
    /// The name that holds the cursor, when it holds it because its register does not know it.
    pub fn unknown(&self) -> Option<Unknown> {
        let Some(Trouble::Entry(error)) = &self.trouble else { return None };
        let Fault::Unknown { typed, register, .. } = &error.fault else { return None };
        Some(Unknown { register: self.register()?, register_name: register.clone(), label: typed.clone() })
    }

    /// The same of a name that is typed and not left yet, where no pick bears it.
    pub fn seek_unknown(&mut self, session: &Session) -> Option<Unknown> {
        if self.trouble.is_none() && self.is_new_name() {
            self.settle(session);
        }
        self.unknown()
    }

    /// Whether what is typed can be the name of a new entry: it is no part of a name in 拼音, and all the picks that it
    /// could stand for have their digits.
    pub fn is_new_name(&self) -> bool {
        let wanted = self.wanted().trim();
        let offered = self.offered().len();
        let stands_for_more = wanted.is_ascii() && offered > 0 || self.picks_page().1 > 1;
        self.register().is_some() && !wanted.is_empty() && wanted != "**" && !stands_for_more
    }

    /// The register of the present row.
    fn register(&self) -> Option<RegisterId> {
        match &self.row().field {
            Field::Common(CommonField::Unit) => "units".parse().ok(),
            Field::Own(FieldSpec {
                holds: FieldType::Entry { register } | FieldType::Entries { register }, ..
            }) => Some(register.clone()),
            _ => None,
        }
    }

    /// Offers what the registers hold now, and reads the present row again.
    pub fn registered(&mut self, session: &Session, lang: Lang) {
        self.rows = self.subject.rows(session, lang);
        self.sought.take();
        self.trouble = None;
        if self.settle(session) && !self.row().field.is_several() {
            self.go_to(self.at + 1, session);
        }
    }
}
