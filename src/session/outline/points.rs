//! The points of a closing part are items: what is added there is recorded, numbered and counted at once.

use super::super::Session;
use super::OutlineError;
use crate::entry;
use crate::id::{ItemId, PassageId};
use crate::model::{Change, Matter, Place, Rank};
use crate::query;

impl Session {
    /// The matter that a point of this passage is an item of; none: its points are passages.
    ///
    /// That is so in a closing part, where one matter has its home and nothing else hangs.
    pub fn point_matter(&self, passage: &PassageId) -> Option<&Matter> {
        let template = self.template();
        let section = query::section_of_passage(&self.ledger, template, self.year, passage)?;
        let is_closing = template.section(section).is_some_and(|section| section.closing);
        if !is_closing || !self.tree().under(Some(passage)).is_empty() {
            return None;
        }
        let is_home =
            |matter: &&Matter| query::places_of_matter(&self.ledger, self.year, matter).first() == Some(&passage);
        let mut at_home = template.matters.iter().filter(is_home);
        at_home.next().filter(|_| at_home.next().is_none())
    }

    /// The change that adds a point to a closing part after those there are, and the item it is.
    pub fn add_point(&self, passage: &PassageId, words: &str) -> Result<(ItemId, Change), OutlineError> {
        let title = entry::line(words).trim_end_matches('。').to_owned();
        if title.is_empty() {
            return Err(OutlineError::NoWords);
        }
        let matter = self.point_matter(passage).ok_or(OutlineError::NoMatter)?;
        let mut item = self.blank_item(matter);
        item.card.title = title;
        // Items without a rank stand before those with one.
        if let Some(last) = self.last_rank(passage) {
            let rank = Some(Rank::between(Some(&last), None));
            item.card.places = vec![Place { passage: passage.clone(), rank }];
        }
        Ok((item.card.id, self.add(item)))
    }
}
