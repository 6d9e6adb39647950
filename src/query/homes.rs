//! Which section an item belongs to, and on which passages it hangs.

use std::collections::HashMap;

use crate::id::{MatterId, PassageId, SectionId};
use crate::model::{Card, Ledger, Matter, PassageKey, Rank, Template, Year};

/// The section an item belongs to: that of its home passage, else that of its matter.
pub fn section_of<'a>(ledger: &'a Ledger, template: &'a Template, card: &Card) -> Option<&'a SectionId> {
    let home = card.places.first().and_then(|place| section_of_passage(ledger, template, card.year, &place.passage));
    home.or_else(|| template.matter(&card.matter).map(|matter| &matter.section))
}

/// The sections of the matters, looked up once for a pass over all items.
#[derive(Debug)]
pub struct Homes<'a> {
    ledger: &'a Ledger,
    template: &'a Template,
    sections: HashMap<&'a MatterId, &'a SectionId>,
}

impl<'a> Homes<'a> {
    /// Looks them up.
    pub fn new(ledger: &'a Ledger, template: &'a Template) -> Self {
        // Of matters of one id the first is meant, as everywhere.
        let sections = template.matters.iter().rev().map(|matter| (&matter.id, &matter.section)).collect();
        Self { ledger, template, sections }
    }

    /// The section of a matter.
    pub fn of_matter(&self, matter: &MatterId) -> Option<&'a SectionId> {
        self.sections.get(matter).copied()
    }

    /// The section an item belongs to, as [`section_of`] says.
    pub fn of(&self, card: &Card) -> Option<&'a SectionId> {
        if card.places.is_empty() { self.of_matter(&card.matter) } else { section_of(self.ledger, self.template, card) }
    }
}

/// The passages an item hangs on, home first, each with its rank there: its own places, else that of its matter, else
/// that of its section. Passages that the year does not have are left out.
pub fn places_of<'a>(
    ledger: &'a Ledger,
    template: &'a Template,
    card: &'a Card,
) -> Vec<(&'a PassageId, Option<&'a Rank>)> {
    let known =
        |id: &PassageId| ledger.passages.get_key_value(&PassageKey(card.year, id.clone())).map(|(key, _)| &key.1);
    let own = card.places.iter().filter_map(|place| Some((known(&place.passage)?, place.rank.as_ref())));
    let own: Vec<_> = own.collect();
    if !own.is_empty() {
        return own;
    }
    let places = template.matter(&card.matter).map(|matter| places_of_matter(ledger, card.year, matter));
    places.into_iter().flatten().map(|passage| (passage, None)).collect()
}

/// The passages that a matter's items hang on unless they say otherwise, home first: its own, else that of its section.
/// Passages that the year does not have are left out.
pub fn places_of_matter<'a>(ledger: &'a Ledger, year: Year, matter: &Matter) -> Vec<&'a PassageId> {
    let known = |id: &PassageId| ledger.passages.get_key_value(&PassageKey(year, id.clone())).map(|(key, _)| &key.1);
    let section = || known(&matter.section.as_str().parse().ok()?);
    let Some(home) = known(&matter.passage).or_else(section) else { return Vec::new() };
    let further = matter.further.iter().filter_map(known).filter(|passage| *passage != home);
    std::iter::once(home).chain(further).collect()
}

/// The section that a passage lies in.
pub fn section_of_passage<'a>(
    ledger: &'a Ledger,
    template: &'a Template,
    year: Year,
    passage: &PassageId,
) -> Option<&'a SectionId> {
    let mut at = passage;
    for _ in 0..32 {
        if let Some(section) = template.sections.iter().find(|section| section.id.as_str() == at.as_str()) {
            return Some(&section.id);
        }
        at = ledger.passages.get(&PassageKey(year, at.clone()))?.parent.as_ref()?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::bench::{Bench, day, year};
    use super::*;
    use crate::model::Place;

    #[test]
    fn an_item_hangs_on_its_own_places_before_those_of_its_matter() {
        let mut bench = Bench::new();
        bench.passage("1", None, |_| {});
        bench.passage("2", None, |_| {});
        let mut card = bench.item("1", "甲", day(2022, 3, 1)).card;
        let names = |card: &Card| {
            let template = bench.ledger.template(year(2022)).expect("the bench has it");
            let places = places_of(&bench.ledger, template, card);
            places.iter().map(|(id, _)| id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(names(&card), ["1"]);
        for passage in ["2", "gone"] {
            card.places.push(Place { passage: passage.parse().expect("an id"), rank: None });
        }
        assert_eq!(names(&card), ["2"]);
    }

    #[test]
    fn a_matter_has_one_home_and_further_places_of_those_that_the_year_has() {
        let mut bench = Bench::new();
        bench.passage("1", None, |_| {});
        bench.passage("2", None, |_| {});
        let further = ["2", "1", "gone"].map(|id| id.parse().expect("an id"));
        bench.template(|template| template.matters[0].further = further.to_vec());
        let card = bench.item("1", "甲", day(2022, 3, 1)).card;
        let template = bench.ledger.template(year(2022)).expect("the bench has it");
        let places = places_of(&bench.ledger, template, &card);
        assert_eq!(places.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    }
}
