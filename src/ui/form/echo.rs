//! What stands beside a row: its value as it was understood.

use chrono::Datelike;

use super::{Field, Form, Subject};
use crate::entry::CommonField;
use crate::lang::Lang;
use crate::model::FieldType;
use crate::session::Session;

/// The value of a row as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Echo {
    /// In words.
    pub text: String,
    /// What is odd about it, when something is.
    pub warning: Option<String>,
}

impl Form {
    /// What is echoed beside a row: the value as it was understood; nothing while something else is typed.
    pub fn echo(&self, at: usize, session: &Session, lang: Lang) -> Echo {
        let text = self.typed(at);
        if text.is_empty() || text != self.taken[at] {
            return Echo::default();
        }
        let (said, warning) = match &self.rows[at].field {
            Field::Common(CommonField::When) => {
                let echo = self.item().map(|item| item.card.when.echo(lang, session.today()));
                (echo.unwrap_or_default(), self.another_year(lang))
            }
            Field::Common(_) | Field::Name(_) => (String::new(), None),
            Field::Own(spec) => (self.subject.echo(spec, session, lang), None),
        };
        let said = if said == *text { String::new() } else { said };
        let is_before = self.is_taken_over(at, session) && *text == self.begun[at];
        let before = if is_before { lang.form_taken_over() } else { "" };
        let parts: Vec<&str> = [before, &said].into_iter().filter(|part| !part.is_empty()).collect();
        Echo { text: parts.join("  "), warning }
    }

    /// What to say when the date lies outside the ledger's year.
    fn another_year(&self, lang: Lang) -> Option<String> {
        let card = &self.item()?.card;
        let year = card.year;
        let outside = card.when.start().year() != year.number();
        outside.then(|| lang.form_other_year(&year.to_string()))
    }

    /// Another unit was chosen in a new form: what nobody touched becomes what the last item of that unit says.
    pub(super) fn take_over_again(&mut self, session: &Session) {
        let is_unit = self.rows[self.at].field == Field::Common(CommonField::Unit);
        if !is_unit || !self.is_new || self.taken[self.at] == self.begun[self.at] {
            return;
        }
        let Some(item) = self.item() else { return };
        let Some(matter) = session.template().matter(&item.card.matter) else { return };
        let mut fresh = session.blank_item(matter);
        fresh.card.unit = item.card.unit;
        session.take_over(&mut fresh);
        let fresh = Subject::Item(Box::new(fresh));
        for at in 0..self.rows.len() {
            let untouched = at != self.at && self.is_taken_over(at, session) && self.typed(at) == self.begun[at];
            let text = if untouched { fresh.shown(&self.rows[at].field, session) } else { continue };
            self.fill(at, &text, session);
            self.begun[at] = text;
        }
    }

    /// Whether a new form began with what the last item like it said.
    pub(super) fn is_taken_over(&self, at: usize, session: &Session) -> bool {
        let matter = self.item().and_then(|item| session.template().matter(&item.card.matter));
        let is_picked = match &self.rows[at].field {
            Field::Common(common) => *common == CommonField::Unit,
            Field::Name(_) => false,
            Field::Own(spec) => {
                let is_default = matter.is_some_and(|matter| matter.defaults.contains_key(&spec.id));
                !is_default && matches!(spec.holds, FieldType::Entry { .. } | FieldType::Choice { .. })
            }
        };
        matter.is_some() && self.is_new && is_picked
    }
}
