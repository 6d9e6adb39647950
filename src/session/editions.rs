//! Editions: what was exported and is kept in the ledger, which one is final, and what changed since.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::{Session, SessionError};
use crate::document::{Document, FigureSource, Source};
use crate::edition::{self, Difference, Told};
use crate::id::IndicatorId;
use crate::lang::Lang;
use crate::model::{
    Act, Change, Edit, Edition, EditionKey, EditionPart, EditionText, Frozen, Record, RecordKey, Variant, Verb, When,
};

impl Session {
    /// The editions of the year, in the order in which they were written.
    pub fn editions(&self) -> Vec<(&EditionKey, &Edition)> {
        let mut all: Vec<_> = self.ledger.editions.iter().filter(|(key, _)| key.year == self.year).collect();
        all.sort_by_key(|(_, edition)| edition.at);
        all
    }

    /// The newest edition of a variant.
    pub fn latest_edition(&self, variant: &Variant) -> Option<(&EditionKey, &Edition)> {
        self.editions_of(variant).next_back()
    }

    /// The final edition (定稿) of a variant, if one was declared so.
    pub fn final_edition(&self, variant: &Variant) -> Option<(&EditionKey, &Edition)> {
        self.editions_of(variant).find(|(_, edition)| edition.frozen.is_some())
    }

    /// An edition of the year by its number.
    pub fn edition(&self, variant: &Variant, number: u32) -> Result<(&EditionKey, &Edition), SessionError> {
        let found = self.editions_of(variant).find(|(key, _)| key.number == number);
        found.ok_or_else(|| SessionError::NoEdition(variant.clone(), number))
    }

    /// The report as an edition kept it, to be read only.
    pub fn edition_document(&self, key: &EditionKey) -> Document {
        let as_of = self.ledger.editions.get(key).map_or_else(|| self.as_of(), |edition| edition.as_of);
        edition::document(self.parts(key), as_of)
    }

    /// What changed since an edition: its text and figures against those of its variant now.
    pub fn changes_since(&self, key: &EditionKey) -> Difference {
        edition::difference(&self.told(key), &self.told_now(&key.variant))
    }

    /// What changed from one edition to another.
    pub fn changes_between(&self, old: &EditionKey, new: &EditionKey) -> Difference {
        edition::difference(&self.told(old), &self.told(new))
    }

    /// In how many places the text reads otherwise than in an edition.
    pub fn places_since(&self, key: &EditionKey) -> usize {
        if let Some(known) = self.memo.since.borrow().get(key) {
            return *known;
        }
        let places = self.changes_since(key).sentences.len();
        self.memo.since.borrow_mut().insert(key.clone(), places);
        places
    }

    /// The change that makes an edition the final one. There is one final edition of a variant at most.
    pub fn freeze(&self, key: &EditionKey) -> Result<Change, SessionError> {
        if let Some((known, _)) = self.final_edition(&key.variant) {
            return Err(SessionError::HasFinal(known.variant.clone(), known.number));
        }
        let (_, edition) = self.edition(&key.variant, key.number)?;
        let frozen = Some(Frozen { by: self.clerk(), at: self.now() });
        let new = Edition { frozen, ..edition.clone() };
        let edit = Edit {
            key: RecordKey::Edition(key.clone()),
            old: Some(Record::Edition(edition.clone())),
            new: Some(Record::Edition(new)),
        };
        Ok(Change { act: act(Verb::Freeze, key), edits: vec![edit] })
    }

    /// The figures that a variant's report prints, each as a list of figures shows it.
    pub fn printed_figures(&self, variant: &Variant) -> BTreeMap<IndicatorId, String> {
        let document = self.document_of(variant);
        let printed: BTreeSet<&IndicatorId> = document.runs().filter_map(|run| indicator(&run.source)).collect();
        let figures = self.figures_of(variant);
        printed.into_iter().map(|id| (id.clone(), self.text_of_figure(id, figures.get(id)))).collect()
    }

    /// The number of the next edition that the ledger would keep.
    pub(super) fn next_edition(&self, variant: &Variant) -> u32 {
        self.latest_edition(variant).map_or(1, |(key, _)| key.number + 1)
    }

    /// The final edition whose file is at `path`.
    pub(super) fn final_at(&self, path: &Path) -> Option<&EditionKey> {
        let is_there = |edition: &Edition| edition.frozen.is_some() && Path::new(&edition.path) == path;
        self.ledger.editions.iter().find(|(_, edition)| is_there(edition)).map(|(key, _)| key)
    }

    /// Keeps an edition in the ledger, whose text is that of its variant now.
    pub(super) fn keep_edition(&mut self, key: &EditionKey, edition: Edition) -> Result<(), SessionError> {
        let parts = edition::kept(&self.document_of(&key.variant), &self.printed_figures(&key.variant));
        let edition = Edition { parts: u32::try_from(parts.len()).unwrap_or(u32::MAX), ..edition };
        let text = |(at, part): (u32, EditionText)| Edit {
            key: RecordKey::EditionText(EditionPart(key.clone(), at)),
            old: None,
            new: Some(Record::EditionText(Arc::new(part))),
        };
        let mut edits: Vec<Edit> = (0..).zip(parts).map(text).collect();
        let head = RecordKey::Edition(key.clone());
        edits.push(Edit { key: head, old: None, new: Some(Record::Edition(edition)) });
        self.apply(&Change { act: act(Verb::Publish, key), edits }).map(drop)
    }

    fn editions_of(&self, variant: &Variant) -> impl DoubleEndedIterator<Item = (&EditionKey, &Edition)> {
        let of = |number| EditionKey { year: self.year, variant: variant.clone(), number };
        self.ledger.editions.range(of(0)..=of(u32::MAX))
    }

    fn parts(&self, key: &EditionKey) -> impl Iterator<Item = &EditionText> {
        let of = |part| EditionPart(key.clone(), part);
        self.ledger.edition_texts.range(of(0)..=of(u32::MAX)).map(|(_, part)| part.as_ref())
    }

    fn told(&self, key: &EditionKey) -> Told {
        let as_of = self.ledger.editions.get(key).map_or_else(|| self.as_of(), |edition| edition.as_of);
        let last_day = crate::query::Scope::of(&key.variant, key.year, as_of).to;
        Told::of_edition(self.parts(key), &When::day(last_day).print(key.year))
    }

    fn told_now(&self, variant: &Variant) -> Told {
        let last_day = When::day(self.scope_of(variant).to).print(self.year);
        Told::of_document(&self.document_of(variant), &self.printed_figures(variant), &last_day)
    }
}

fn act(verb: Verb, key: &EditionKey) -> Act {
    Act { verb, what: Lang::Zh.edition_name(&key.variant.name(Lang::Zh), key.number) }
}

/// The indicator that a run took its figure from.
fn indicator(source: &Source) -> Option<&IndicatorId> {
    match source {
        Source::Token { figure: FigureSource::Indicator { id, .. }, .. } => Some(id),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::bench::Bench;
    use super::super::{FileFormat, PaperChoice, Published, Target};
    use super::*;
    use crate::export;

    fn variant(name: &str) -> Variant {
        name.parse().expect("a variant")
    }

    fn publish(bench: &mut Bench, of: &str) -> Published {
        let done = bench
            .session
            .publish((&variant(of), &PaperChoice::default()), FileFormat::Text, &Target::Folder)
            .expect("written");
        done.kept.as_ref().expect("kept");
        done
    }

    fn key(bench: &Bench, of: &str, number: u32) -> EditionKey {
        bench.session.edition(&variant(of), number).expect("it is there").0.clone()
    }

    #[test]
    fn an_edition_keeps_the_text_that_was_written_whatever_changes_later() {
        let mut bench = Bench::sample();
        bench.folder("报告");
        bench.set(&[("clerk", "李")]).expect("set");
        let done = publish(&mut bench, "h1");
        let text = export::plain(&bench.session.document_of(&variant("h1")));
        bench.set(&[("区", "青山区")]).expect("set");
        let mut bench = bench.reopened();
        let key = key(&bench, "h1", 1);
        let (_, edition) = bench.session.latest_edition(&variant("h1")).expect("it is kept");
        assert_eq!((edition.by.as_str(), edition.pages, edition.blanks), ("李", done.pages, done.blanks));
        assert_eq!(edition.path, done.path.display().to_string());
        assert_eq!(export::plain(&bench.session.edition_document(&key)), text);
        assert_eq!(bench.session.edition_document(&key).blanks(), done.blanks);
        assert!(bench.session.places_since(&key) > 0);
        bench.session.undo().expect("undone");
        assert_eq!(bench.session.places_since(&key), 0);
    }

    #[test]
    fn each_variant_counts_its_own_editions() {
        let mut bench = Bench::empty();
        bench.folder("报告");
        let numbers = ["whole", "h1", "whole", "public", "h1"].map(|of| publish(&mut bench, of).edition);
        assert_eq!(numbers, [1, 1, 2, 1, 2]);
        let written: Vec<String> =
            bench.session.editions().iter().map(|(key, _)| format!("{}{}", key.variant, key.number)).collect();
        assert_eq!(written, ["whole1", "h11", "whole2", "public1", "h12"]);
    }

    #[test]
    fn what_changed_since_is_counted_in_places_and_said_in_words() {
        let mut bench = Bench::sample();
        bench.folder("报告");
        publish(&mut bench, "whole");
        let old = key(&bench, "whole", 1);
        assert!(bench.session.changes_since(&old).is_empty());
        let typed = [("标题", "文化站里过冬至"), ("媒体", "新华网"), ("首发", "原创"), ("日期", "12-20")];
        bench.add("3.7", &typed);
        let changes = bench.session.changes_since(&old);
        assert!(changes.figures.iter().any(|one| one.id.as_str() == "重点网站原创新闻"), "{changes:?}");
        assert_eq!(bench.session.places_since(&old), changes.sentences.len());
        publish(&mut bench, "whole");
        assert_eq!(bench.session.changes_between(&old, &key(&bench, "whole", 2)), changes);
        assert_eq!(bench.session.places_since(&key(&bench, "whole", 2)), 0);
    }

    #[test]
    fn undo_takes_back_what_was_done_before_and_never_an_edition() {
        let mut bench = Bench::empty();
        bench.folder("报告");
        bench.set(&[("区", "青山区")]).expect("set");
        publish(&mut bench, "whole");
        let (act, _) = bench.session.undo().expect("undone");
        assert!(act.what.contains("青山区"), "{act:?}");
        assert_eq!(bench.session.editions().len(), 1);
        publish(&mut bench, "whole");
        bench.session.redo().expect("done again");
        assert_eq!((bench.session.setting("区").as_deref(), bench.session.editions().len()), (Some("青山区"), 2));
    }

    #[test]
    fn one_edition_of_a_variant_is_final_and_its_file_is_not_replaced() {
        let mut bench = Bench::empty();
        bench.folder("报告");
        let first = publish(&mut bench, "whole");
        let change = bench.session.freeze(&key(&bench, "whole", 1)).expect("a change");
        bench.session.apply(&change).expect("saved");
        assert_eq!(bench.session.final_edition(&variant("whole")).map(|(key, _)| key.number), Some(1));
        let later = publish(&mut bench, "whole");
        assert_eq!((later.edition, later.frozen, publish(&mut bench, "h1").frozen), (2, Some(1), None));
        let again = bench.session.freeze(&key(&bench, "whole", 2));
        assert!(matches!(again, Err(SessionError::HasFinal(_, 1))));
        let over = Target::File { path: first.path.clone(), force: true };
        let done = bench.session.publish((&variant("whole"), &PaperChoice::default()), FileFormat::Text, &over);
        assert!(matches!(done, Err(SessionError::FinalFile(path, 1)) if path == first.path));
        bench.session.undo().expect("a mistake just made can be taken back");
        assert_eq!(bench.session.final_edition(&variant("whole")), None);
    }

    #[test]
    fn an_edition_that_the_ledger_cannot_keep_leaves_its_file_and_says_so() {
        let bench = Bench::empty();
        let path = bench.path().join("总结.txt");
        let mut reader = Session::read(bench.session.dir(), None, super::super::bench::clock()).expect("it is read");
        let target = Target::File { path: path.clone(), force: false };
        let done =
            reader.publish((&variant("whole"), &PaperChoice::default()), FileFormat::Text, &target).expect("written");
        assert!(matches!(done.kept, Err(SessionError::ReadOnly)) && path.exists());
        assert!(reader.editions().is_empty());
    }

    #[test]
    fn figures_of_an_edition_are_those_it_prints() {
        let bench = Bench::sample();
        let printed = bench.session.printed_figures(&Variant::Whole);
        assert!(printed.contains_key("中心组次数") && printed.len() < bench.session.figures().len());
    }
}
