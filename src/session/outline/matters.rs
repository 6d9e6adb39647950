//! Which matters hang on a passage: each has one home, and further places.

use super::super::Session;
use super::OutlineError;
use crate::id::{MatterId, PassageId};
use crate::model::{Act, Change, Edit, Matter, Template, Verb};
use crate::query;

impl Session {
    /// The change that makes a passage the home of a matter: its items print there, and it counts in that section.
    pub fn home_matter(&self, matter: &MatterId, passage: &PassageId) -> Result<Change, OutlineError> {
        let section = query::section_of_passage(&self.ledger, self.template(), self.year, passage);
        self.hung(matter, passage, |matter| {
            matter.further.retain(|further| further != passage);
            matter.passage = passage.clone();
            if let Some(section) = section {
                matter.section = section.clone();
            }
        })
    }

    /// The change that lets the items of a matter print on a passage besides its home, or no longer.
    pub fn cite_matter(&self, matter: &MatterId, passage: &PassageId) -> Result<Change, OutlineError> {
        let known = self.template().matter(matter).ok_or(OutlineError::NoMatter)?;
        if query::places_of_matter(&self.ledger, self.year, known).first() == Some(&passage) {
            return Err(OutlineError::AtHome(known.name.clone()));
        }
        self.hung(matter, passage, |matter| {
            let many = matter.further.len();
            matter.further.retain(|further| further != passage);
            if matter.further.len() == many {
                matter.further.push(passage.clone());
            }
        })
    }

    fn hung(&self, matter: &MatterId, passage: &PassageId, hang: impl Fn(&mut Matter)) -> Result<Change, OutlineError> {
        self.the_passage(passage)?;
        let what = self.template().matter(matter).ok_or(OutlineError::NoMatter)?.name.clone();
        let edit =
            self.reformed(|template| template.matters.iter_mut().filter(|one| one.id == *matter).for_each(&hang));
        Ok(Change { act: Act { verb: Verb::Write, what }, edits: edit.into_iter().collect() })
    }

    /// The edit that changes the year's template; none: it is as it was.
    pub(super) fn reformed(&self, reform: impl FnOnce(&mut Template)) -> Option<Edit> {
        let mut template = Template::clone(self.template());
        reform(&mut template);
        (template != **self.template()).then(|| self.template_edit(self.year, template))
    }
}
