//! Which section an item belongs to, and on which passages it hangs.

use std::collections::HashMap;

use crate::id::{MatterId, PassageId, SectionId};
use crate::model::{Card, Ledger, Passage, PassageKey, Rank, Template, Year};

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
    let matter = template.matter(&card.matter);
    let section = || matter.and_then(|matter| known(&matter.section.as_str().parse().ok()?));
    let home = matter.and_then(|matter| known(&matter.passage)).or_else(section);
    home.map(|passage| (passage, None)).into_iter().collect()
}

/// The passages of a year in the order of the report, each with how deep it lies.
pub fn outline(ledger: &Ledger, year: Year) -> Vec<(&Passage, usize)> {
    let mut below: HashMap<Option<&PassageId>, Vec<&Passage>> = HashMap::new();
    for passage in ledger.passages_of(year) {
        below.entry(passage.parent.as_ref()).or_default().push(passage);
    }
    for row in below.values_mut() {
        row.sort_by(|a, b| (&a.rank, &a.id).cmp(&(&b.rank, &b.id)));
    }
    let mut found = Vec::new();
    let mut open: Vec<(&Passage, usize)> = Vec::new();
    open.extend(below.get(&None).into_iter().flatten().rev().map(|passage| (*passage, 0)));
    while let Some((passage, depth)) = open.pop() {
        found.push((passage, depth));
        let children = below.get(&Some(&passage.id)).into_iter().flatten().rev();
        open.extend(children.map(|child| (*child, depth + 1)));
    }
    found
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
    fn the_outline_goes_down_before_it_goes_on() {
        let mut bench = Bench::new();
        for (name, parent) in [("1", None), ("2", None), ("1.b", Some("1")), ("1.a", Some("1")), ("1.b.x", Some("1.b"))]
        {
            bench.passage(name, parent, |_| {});
        }
        let rows = outline(&bench.ledger, year(2022));
        let rows: Vec<(&str, usize)> = rows.iter().map(|(passage, depth)| (passage.id.as_str(), *depth)).collect();
        assert_eq!(rows, [("1", 0), ("1.b", 1), ("1.b.x", 2), ("1.a", 1), ("2", 0)]);
    }

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
}
