//! The report's outline as it is edited: each act on its passages is one change, and nothing that hangs there is lost.

mod delete;
mod error;
mod matters;
mod plan;
mod points;
mod seat;
#[cfg(test)]
mod tests;

use super::{Session, live};
use crate::entry;
use crate::id::PassageId;
use crate::model::{
    Act, Change, Edit, Flow, Numbering, Passage, PassageKey, Rank, Record, RecordKey, Style, Unknown, Verb,
};
use crate::query::Tree;
use crate::report::{self, KnownFigures, OutlineRow};
use crate::token::TokenText;
pub use delete::Deletion;
pub use error::OutlineError;
pub use plan::PlanRow;

/// Where a new passage goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Right after this one, on its level.
    After(PassageId),
    /// Under this one, after all that is there.
    Inside(PassageId),
}

impl Session {
    /// The outline of the year's report.
    pub fn outline(&self) -> Vec<OutlineRow> {
        let known = KnownFigures { figures: self.figures(), last_year: self.figures_last_year() };
        report::report_outline(&self.ledger, self.year, self.as_of(), known)
    }

    /// The change that adds a passage of these words, and its id: a heading has them as its lead, a point as its text.
    pub fn add_passage(&self, spot: &Spot, words: &str) -> Result<(PassageId, Change), OutlineError> {
        let words = entry::line(words);
        if words.is_empty() {
            return Err(OutlineError::NoWords);
        }
        let tree = self.tree();
        let (parent, at) = match spot {
            Spot::After(id) => {
                let beside = self.the_passage(id)?;
                (beside.parent.clone(), seat::place(&tree, beside) + 1)
            }
            Spot::Inside(id) => (Some(self.the_passage(id)?.id.clone()), usize::MAX),
        };
        seat::check_room(&tree, parent.as_ref(), 0, 0)?;
        let row = tree.under(parent.as_ref());
        let parent = parent.as_ref().and_then(|id| tree.passage(id));
        let beside = seat::beside(row, at);
        let style = seat::style(parent, beside);
        let is_head = style != Style::Point;
        let text = TokenText::plain(&words).to_string();
        let id = self.ids.borrow_mut().passage();
        let made = Passage {
            id: id.clone(),
            parent: parent.map(|parent| parent.id.clone()),
            rank: Rank::nth(0),
            style,
            lead: if is_head { text.clone() } else { String::new() },
            text: if is_head { String::new() } else { report::full_stop(text) },
            closing: String::new(),
            numbering: beside.filter(|_| is_head).map(|beside| beside.numbering).unwrap_or_default(),
            flow: seat::flow(parent, beside),
            unknown: Unknown::new(),
        };
        Ok((id, self.written(seat::seated(row, vec![made], at))))
    }

    /// The change that numbers what hangs right under a passage another way.
    pub fn number_children(&self, id: &PassageId, numbering: Numbering) -> Result<Change, OutlineError> {
        Ok(self.written(vec![Passage { numbering, ..self.the_passage(id)?.clone() }]))
    }

    /// The change that lets a passage begin a paragraph, or run on.
    pub fn set_flow(&self, id: &PassageId, flow: Flow) -> Result<Change, OutlineError> {
        let passage = self.the_passage(id)?;
        if passage.style != Style::Point {
            return Err(OutlineError::Heading(called(passage)));
        }
        Ok(self.written(vec![Passage { flow, ..passage.clone() }]))
    }

    /// What a passage is called in a list: its words, figures left out; one without words after the one above.
    pub fn passage_name(&self, id: &PassageId) -> String {
        let words = |passage: &Passage| {
            let texts = [&passage.lead, &passage.text];
            let said = texts.map(|text| TokenText::parse(text).gist());
            said.into_iter().find(|said| !said.is_empty())
        };
        let own = self.passage(id).and_then(words);
        let above = || self.tree().above(id).into_iter().find_map(words).map(|above| format!("{above} …"));
        own.or_else(above).unwrap_or_else(|| id.to_string())
    }

    fn tree(&self) -> Tree<'_> {
        Tree::new(&self.ledger, self.year)
    }

    fn the_passage(&self, id: &PassageId) -> Result<&Passage, OutlineError> {
        self.passage(id).ok_or(OutlineError::Gone)
    }

    /// The change that makes the passages what they are here, named after the first; what is as it was is left out.
    fn written(&self, passages: Vec<Passage>) -> Change {
        let what = passages.first().map(called).unwrap_or_default();
        let edit = |new: Passage| {
            let key = RecordKey::Passage(PassageKey(self.year, new.id.clone()));
            Edit { old: key.get(&self.ledger), key, new: Some(Record::Passage(new)) }
        };
        let edits = passages.into_iter().map(edit).filter(|edit| edit.old != edit.new).collect();
        Change { act: Act { verb: Verb::Write, what }, edits }
    }
}

/// What a passage is called where it is spoken of.
fn called(passage: &Passage) -> String {
    let words = live::head(passage).unwrap_or_else(|| passage.id.to_string());
    words.trim_end_matches('。').to_owned()
}
