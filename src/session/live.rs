//! The report's text as it is edited: passages and the sentences of items, with their figures live.

use std::sync::Arc;

use super::{Session, SessionError};
use crate::id::PassageId;
use crate::model::{
    Act, Change, Common, Edit, Indicator, Item, Passage, PassageKey, Record, RecordKey, Template, Verb, Year, YearBook,
};
use crate::report::LiveDesk;
use crate::token::TokenText;

/// The three texts of a passage, stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassageText {
    /// Heading or lead sentence.
    pub lead: String,
    /// The text after it.
    pub text: String,
    /// The text after items and children.
    pub closing: String,
}

impl From<&Passage> for PassageText {
    fn from(passage: &Passage) -> Self {
        let Passage { lead, text, closing, .. } = passage;
        Self { lead: lead.clone(), text: text.clone(), closing: closing.clone() }
    }
}

impl Session {
    /// The desk that the texts of the year's report are edited at.
    pub fn live_desk(&self) -> LiveDesk<'_> {
        let figures = (self.figures(), self.figures_last_year());
        LiveDesk::new(&self.ledger, self.year, self.as_of(), figures).expect("a session's year is one of its ledger's")
    }

    /// A passage of the year's report.
    pub fn passage(&self, id: &PassageId) -> Option<&Passage> {
        self.ledger.passages.get(&PassageKey(self.year, id.clone()))
    }

    /// The change that makes new figures known to the year's template, and a passage's text what `text` is. Where
    /// nothing is new there is nothing in the change.
    pub fn write_passage(
        &self,
        id: &PassageId,
        text: PassageText,
        new: Vec<Indicator>,
    ) -> Result<Change, SessionError> {
        let key = PassageKey(self.year, id.clone());
        let old = self.ledger.passages.get(&key).ok_or_else(|| SessionError::NoPassage(id.to_string()))?;
        let PassageText { lead, text, closing } = text;
        let written = Passage { lead, text, closing, ..old.clone() };
        let what = head(&written).unwrap_or_else(|| id.to_string());
        let mut edits: Vec<Edit> = self.defined(new)?.into_iter().collect();
        if written != *old {
            let (old, new) = (Some(Record::Passage(old.clone())), Some(Record::Passage(written)));
            edits.push(Edit { key: RecordKey::Passage(key), old, new });
        }
        Ok(Change { act: Act { verb: Verb::Write, what }, edits })
    }

    /// The change that gives an item a sentence of its own, an empty one being its kind's; new figures as above.
    pub fn write_item(&self, item: &Item, wording: String, new: Vec<Indicator>) -> Result<Change, SessionError> {
        let mut written = item.clone();
        written.body.wording = wording;
        let mut change = self.edit(written)?;
        change.edits.splice(0..0, self.defined(new)?);
        Ok(change)
    }

    /// The change that makes a new figure known to the year's template.
    pub fn define(&self, new: Indicator) -> Result<Change, SessionError> {
        let what = new.id.to_string();
        let edits = self.defined(vec![new])?.into_iter().collect();
        Ok(Change { act: Act { verb: Verb::Figure, what }, edits })
    }

    fn defined(&self, new: Vec<Indicator>) -> Result<Option<Edit>, SessionError> {
        if new.is_empty() {
            return Ok(None);
        }
        let mut template = Template::clone(self.template());
        for indicator in new {
            if self.is_taken(indicator.id.as_str()) || template.indicator(&indicator.id).is_some() {
                return Err(SessionError::NameTaken(indicator.id.to_string()));
            }
            template.indicators.push(indicator);
        }
        Ok(Some(self.template_edit(self.year, template)))
    }

    /// The edit that gives a year another template.
    pub(super) fn template_edit(&self, year: Year, template: Template) -> Edit {
        let book = &self.ledger.years[&year];
        let new = YearBook { template: Arc::new(template), ..book.clone() };
        Edit { key: RecordKey::Year(year), old: Some(Record::Year(book.clone())), new: Some(Record::Year(new)) }
    }

    /// Whether a token of this name means something already.
    pub fn is_taken(&self, name: &str) -> bool {
        let is_field = self.template().kinds.iter().any(|kind| kind.field_named(name).is_some());
        is_field || Common::called(name).is_some() || self.live_desk().offers().iter().any(|offer| offer.name == name)
    }
}

/// What a passage is called where it is spoken of: the first words it has.
pub(super) fn head(passage: &Passage) -> Option<String> {
    let words = [&passage.lead, &passage.text].into_iter().find(|text| !text.is_empty())?;
    Some(TokenText::parse(words).gist().chars().take(12).collect())
}
