//! Which sections of the report print something else than before.

use std::collections::{BTreeMap, HashMap};

use crate::document::{Document, Run, Source};
use crate::id::{ItemId, PassageId, SectionId};
use crate::model::{Ledger, Template, Year};
use crate::query;

/// The sections whose printed text differs, in the order of the template.
pub(super) fn changed_sections(
    (old, new): (&Document, &Document),
    ledger: &Ledger,
    template: &Template,
    year: Year,
) -> Vec<SectionId> {
    let mut homes = Homes { ledger, template, year, passages: HashMap::new() };
    let (old, new) = (homes.texts(old), homes.texts(new));
    let ids = template.sections.iter().map(|section| &section.id);
    ids.filter(|id| old.get(*id) != new.get(*id)).cloned().collect()
}

/// The sections that passages lie in, each looked up once.
struct Homes<'a> {
    ledger: &'a Ledger,
    template: &'a Template,
    year: Year,
    passages: HashMap<PassageId, Option<&'a SectionId>>,
}

impl<'a> Homes<'a> {
    /// What each section prints.
    fn texts(&mut self, document: &Document) -> BTreeMap<&'a SectionId, String> {
        let mut texts: BTreeMap<&SectionId, String> = BTreeMap::new();
        for run in document.runs() {
            if let Some(section) = self.section(run) {
                texts.entry(section).or_default().push_str(&run.text);
            }
        }
        texts
    }

    fn section(&mut self, run: &Run) -> Option<&'a SectionId> {
        match &run.source {
            Source::Passage(id, _) | Source::Token { passage: Some(id), .. } => self.of_passage(id),
            Source::Item(id) | Source::Token { item: Some(id), .. } => self.of_item(*id),
            Source::Token { .. } | Source::Program => None,
        }
    }

    fn of_passage(&mut self, id: &PassageId) -> Option<&'a SectionId> {
        let (ledger, template, year) = (self.ledger, self.template, self.year);
        let known = self.passages.entry(id.clone());
        *known.or_insert_with(|| query::section_of_passage(ledger, template, year, id))
    }

    fn of_item(&self, id: ItemId) -> Option<&'a SectionId> {
        let item = self.ledger.items.get(&id)?;
        query::section_of(self.ledger, self.template, &item.card)
    }
}
