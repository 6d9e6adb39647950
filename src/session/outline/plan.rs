//! The plan that closes the report: its points become the next year's items, each once.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::Datelike;

use super::super::{Session, blank};
use super::OutlineError;
use crate::id::{MatterId, PassageId, SectionId};
use crate::model::{Act, Card, Change, Edit, FieldValue, Item, PlanPoint, Status, Template, Verb, When, Year};
use crate::query;
use crate::report::{OutlineOf, OutlineRow, first_sentence, sentence_text};

/// The closing part that is the plan.
const PLAN: &str = "0";

/// A point of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// What it is.
    pub point: PlanPoint,
    /// What the item will be called.
    pub title: String,
    /// What the item will be of, where that is plain.
    pub matter: Option<MatterId>,
    /// The section it speaks of, where that is known.
    pub section: Option<SectionId>,
    /// The next year has its item already.
    pub taken: bool,
}

impl Session {
    /// The points of the plan, in their order; then what stands in this year's ledger with a date of the next.
    pub fn plan(&self) -> Vec<PlanRow> {
        let points = self.outline().into_iter().filter_map(|row| self.plan_row(row));
        let dated = self.ledger.items_of(self.year).filter(|item| is_dated(&item.card)).map(|item| PlanRow {
            point: PlanPoint::Item(item.card.id),
            title: item.card.title.clone(),
            matter: Some(item.card.matter.clone()),
            section: None,
            taken: false,
        });
        let (taken, mut seen) = (self.taken(), BTreeSet::new());
        let once = points.chain(dated).filter(|row| seen.insert(row.point.clone()));
        once.map(|row| PlanRow { taken: taken.contains(&row.point), ..row }).collect()
    }

    /// The change that takes points over into the next year as planned items of these matters; it begins that year
    /// where the ledger lacks it.
    pub fn schedule(&self, chosen: &[(PlanPoint, MatterId)]) -> Result<Change, OutlineError> {
        let year = self.year.next().ok_or(OutlineError::NoYearAfter)?;
        let mut edits = if self.ledger.years.contains_key(&year) {
            Vec::new()
        } else {
            self.begin_year(year, Some(self.year))?.edits
        };
        let template = Arc::clone(self.ledger.template(year).unwrap_or_else(|| self.template()));
        let rows = self.plan();
        let mut what = String::new();
        for (n, (point, matter)) in chosen.iter().enumerate() {
            let row = rows.iter().find(|row| row.point == *point).ok_or(OutlineError::NoPoint)?;
            if row.taken || chosen[..n].iter().any(|(other, _)| other == point) {
                return Err(OutlineError::Taken(row.title.clone()));
            }
            if what.is_empty() {
                what.clone_from(&row.title);
            }
            edits.extend(Edit::item(None, Some(self.planned(row, matter, year, &template)?)));
        }
        match chosen.len() {
            0 => return Err(OutlineError::NoneChosen),
            1 => {}
            many => what = format!("{what} +{}", many - 1),
        }
        Ok(Change { act: Act { verb: Verb::Add, what }, edits })
    }

    /// The points that the next year has items of.
    fn taken(&self) -> BTreeSet<PlanPoint> {
        let items = self.year.next().into_iter().flat_map(|year| self.ledger.items_of(year));
        items.filter_map(|item| item.body.planned.clone()).collect()
    }

    fn is_in_plan(&self, id: &PassageId) -> bool {
        let section = query::section_of_passage(&self.ledger, self.template(), self.year, id);
        section.is_some_and(|section| section.as_str() == PLAN)
    }

    /// The point that a row of the outline is; none: it is no point of the plan.
    fn plan_row(&self, row: OutlineRow) -> Option<PlanRow> {
        let only = |mut matters: Vec<MatterId>| matters.pop().filter(|_| matters.is_empty());
        match row.of {
            OutlineOf::Passage(id) => {
                let title = first_sentence(&row.words).to_owned();
                let is_point = id.as_str() != PLAN && self.is_in_plan(&id) && !title.is_empty();
                let (point, matter) = (PlanPoint::Passage(self.year, id), only(row.matters));
                is_point.then_some(PlanRow { point, title, matter, section: None, taken: false })
            }
            OutlineOf::Item(id) => {
                let card = &self.ledger.items.get(&id)?.card;
                let section = spoken_of(card, self.template());
                let (point, title) = (PlanPoint::Item(id), card.title.clone());
                let is_point = self.home_of(card).is_some_and(|home| self.is_in_plan(&home));
                is_point.then_some(PlanRow { point, title, matter: None, section, taken: false })
            }
        }
    }

    /// The next year's item of a point.
    fn planned(&self, row: &PlanRow, matter: &MatterId, year: Year, template: &Template) -> Result<Item, OutlineError> {
        let matter = template.matter(matter).ok_or(OutlineError::NoMatter)?;
        let id = self.ids.borrow_mut().item();
        let mut item = blank::blank(id, year, matter, self.clock.today, self.stamp());
        item.card.when = When::year(year);
        item.card.status = Status::Planned;
        item.card.title.clone_from(&row.title);
        item.body.planned = Some(row.point.clone());
        let said = match &row.point {
            PlanPoint::Passage(_, id) => self.finished(id),
            PlanPoint::Item(id) => {
                let old = self.ledger.items.get(id).ok_or(OutlineError::NoPoint)?;
                take_fields(&mut item, &old.card);
                sentence_text(&self.ledger, old, self.as_of())
            }
        };
        if said.trim_end_matches('。') != row.title {
            item.body.note = said;
        }
        Ok(item)
    }

    /// The finished words of a passage.
    fn finished(&self, id: &PassageId) -> String {
        let is_it = |row: &OutlineRow| matches!(&row.of, OutlineOf::Passage(passage) if passage == id);
        self.outline().into_iter().find(is_it).map(|row| row.words).unwrap_or_default()
    }
}

/// Whether an item is still to be done, in the year after that of its ledger.
fn is_dated(card: &Card) -> bool {
    let is_open = matches!(card.status, Status::Planned | Status::Running);
    is_open && card.when.start().year() > card.year.number()
}

/// Takes over what an item of another year says of it: unit, tags, and, of one kind, dates and fields.
fn take_fields(item: &mut Item, old: &Card) {
    item.card.unit = old.unit;
    item.card.tags.clone_from(&old.tags);
    item.card.due = old.due.filter(|due| due.year() == item.card.year.number());
    if item.card.matter == old.matter && item.card.kind == old.kind {
        item.card.fields.clone_from(&old.fields);
    }
    if old.when.start().year() == item.card.year.number() {
        item.card.when = old.when.clone();
    }
}

/// The section that a choice of an item names.
fn spoken_of(card: &Card, template: &Template) -> Option<SectionId> {
    let choices = card.fields.values().filter_map(|value| match value {
        FieldValue::Choice(id) => Some(id.as_str()),
        _ => None,
    });
    let mut sections = choices.filter_map(|id| template.sections.iter().find(|section| section.id.as_str() == id));
    sections.next().map(|section| section.id.clone())
}
