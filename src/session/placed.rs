//! Where a document shows what a finding is about: the words of an item's sentence, of a passage, or a figure.

use std::collections::HashMap;

use super::Session;
use crate::check::{Finding, Place, Why};
use crate::document::{Document, FigureSource, Run, Source};
use crate::id::{EntryId, IndicatorId, ItemId, KindId, PassageId};
use crate::model::Common;
use crate::token::TokenText;

/// A run of a document: its block, and its number in the paragraph, or among all runs of the table.
pub type RunAt = (usize, usize);

/// The findings of the year, as a document shows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// In printed order: the run that one is about, and its index among the session's findings.
    pub printed: Vec<(RunAt, usize)>,
    /// How many are about nothing that stands in it.
    pub elsewhere: usize,
}

/// What a finding is about, and a run may be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum About<'a> {
    Item(ItemId),
    Passage(&'a PassageId),
    Figure(&'a IndicatorId),
    Kind(&'a KindId),
    Entry(EntryId),
}

/// How well a run fits a finding, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    VeryWords,
    SameText,
    VeryCell,
    SameRow,
}

/// The words that a finding is about, besides its place.
enum Wanted<'a> {
    /// A token or field of this name.
    Named(String),
    /// A run that says this.
    Says(&'a str),
    /// Any.
    Any,
}

impl Session {
    /// Where a document shows what each finding is about; the report's own text goes before its annexes.
    pub fn placed(&self, document: &Document) -> Placed {
        let findings = self.findings();
        let mut asked: HashMap<About<'_>, Vec<usize>> = HashMap::new();
        for (at, finding) in findings.iter().enumerate() {
            if let Some(about) = about(&finding.place) {
                asked.entry(about).or_default().push(at);
            }
        }
        let wanted: Vec<Wanted<'_>> = findings.iter().map(|finding| self.wanted(finding)).collect();
        let has_kinds = asked.keys().any(|about| matches!(about, About::Kind(_)));
        let annexes = document.annexes();
        let mut best: Vec<Option<(Fit, RunAt)>> = vec![None; findings.len()];
        for (at, run) in document.numbered_runs().filter(|(_, run)| !run.text.is_empty()) {
            let is_annex = at.0 >= annexes;
            let kind = self.item_of(run).filter(|_| has_kinds).map(|id| &self.ledger.items[&id].card.kind);
            for about in abouts(run).chain(kind.map(About::Kind)) {
                for one in asked.get(&about).into_iter().flatten() {
                    let fit = wanted[*one].fit(run, is_annex);
                    if best[*one].is_none_or(|(known, _)| fit < known) {
                        best[*one] = Some((fit, at));
                    }
                }
            }
        }
        let mut printed: Vec<(RunAt, usize)> =
            best.iter().enumerate().filter_map(|(one, best)| Some((best.as_ref()?.1, one))).collect();
        // Of one run the gravest goes first, as in the list of findings.
        printed.sort_unstable();
        Placed { elsewhere: findings.len() - printed.len(), printed }
    }

    /// The item that a run speaks of, when the ledger has it.
    fn item_of(&self, run: &Run) -> Option<ItemId> {
        let (Source::Item(id) | Source::Token { item: Some(id), .. }) = &run.source else { return None };
        self.ledger.items.contains_key(id).then_some(*id)
    }

    fn wanted<'a>(&self, finding: &'a Finding) -> Wanted<'a> {
        match (&finding.why, &finding.place) {
            (Why::Token { token, .. }, _) => Wanted::Named(token_name(token)),
            (Why::Contradicts { said, .. }, _) => Wanted::Says(said),
            (Why::Doubled { signs, .. }, _) => Wanted::Says(signs),
            (_, Place::Item { id, field }) => self.field_name(*id, field).map_or(Wanted::Any, Wanted::Named),
            _ => Wanted::Any,
        }
    }

    /// What a token calls the field of this id.
    fn field_name(&self, id: ItemId, field: &str) -> Option<String> {
        let common = Common::ALL.into_iter().find(|common| common.id() == field).map(Common::name);
        let kind = self.ledger.items.get(&id).and_then(|item| self.template().kind(&item.card.kind));
        let own = || kind?.fields.iter().find(|spec| spec.id.as_str() == field).map(|spec| spec.name.as_str());
        common.or_else(own).map(str::to_owned)
    }
}

impl Wanted<'_> {
    fn fit(&self, run: &Run, is_annex: bool) -> Fit {
        let is_it = match self {
            Self::Named(wanted) => matches!(&run.source, Source::Token { name, .. } if name == wanted),
            Self::Says(words) => run.text.contains(words),
            Self::Any => true,
        };
        match (is_annex, is_it) {
            (false, true) => Fit::VeryWords,
            (false, false) => Fit::SameText,
            (true, true) => Fit::VeryCell,
            (true, false) => Fit::SameRow,
        }
    }
}

/// The name in a stored token; of what is none all that stands in its braces.
fn token_name(token: &str) -> String {
    let parsed = TokenText::parse(token).tokens().next().map(|token| token.name.clone());
    parsed.unwrap_or_else(|| token.trim_matches(['{', '}']).to_owned())
}

const fn about(place: &Place) -> Option<About<'_>> {
    match place {
        Place::Item { id, .. } => Some(About::Item(*id)),
        Place::Passage(id) => Some(About::Passage(id)),
        Place::Figure(id) => Some(About::Figure(id)),
        Place::Kind(id) => Some(About::Kind(id)),
        Place::Entry(id) => Some(About::Entry(*id)),
        Place::Ledger(_) => None,
    }
}

/// What a run may be asked for as.
fn abouts(run: &Run) -> impl Iterator<Item = About<'_>> {
    let (text, figure) = match &run.source {
        Source::Program => (None, None),
        Source::Passage(id, _) => (Some(About::Passage(id)), None),
        Source::Item(id) => (Some(About::Item(*id)), None),
        Source::Token { passage, item, figure, .. } => {
            (passage.as_ref().map(About::Passage).or_else(|| item.map(About::Item)), Some(figure))
        }
    };
    let (indicator, entries) = match figure {
        Some(FigureSource::Indicator { id, .. }) => (Some(About::Figure(id)), &[][..]),
        Some(FigureSource::Entries(ids)) => (None, ids.as_slice()),
        _ => (None, &[][..]),
    };
    text.into_iter().chain(indicator).chain(entries.iter().copied().map(About::Entry))
}

#[cfg(test)]
mod tests {
    use super::super::bench::Bench;
    use super::*;

    /// The text of the run that the finding of a rule is about, and how many are about nothing printed.
    fn shown(bench: &Bench, rule: &str) -> (Vec<String>, usize) {
        let document = bench.session.document();
        let placed = bench.session.placed(document);
        let text = |at: &RunAt| document.numbered_runs().find(|(one, _)| one == at).map(|(_, run)| run.text.clone());
        let of_rule = |one: &&(RunAt, usize)| bench.session.findings()[one.1].why.rule() == rule;
        (placed.printed.iter().filter(of_rule).filter_map(|(at, _)| text(at)).collect(), placed.elsewhere)
    }

    #[test]
    fn a_finding_stands_at_the_words_it_is_about() {
        let mut bench = Bench::empty();
        let wording = "在社区举办演出，受众300人次。";
        bench.add("2.7", &[("标题", "冬至"), ("受众", "200"), ("写法", wording), ("写入总结", "单独成句")]);
        assert_eq!(shown(&bench, "wording"), (vec![wording.into()], 0));
    }

    #[test]
    fn a_finding_about_an_item_that_only_counts_is_not_in_the_text() {
        let mut bench = Bench::empty();
        bench.add("2.7", &[("标题", "冬至"), ("日期", "12-31"), ("写入总结", "只计数")]);
        assert_eq!(shown(&bench, "in_future"), (vec![], 1));
    }

    #[test]
    fn a_field_is_found_by_its_token_and_a_figure_where_it_prints_first() {
        let mut bench = Bench::empty();
        for _ in 0..2 {
            bench.add("2.7", &[("标题", "冬至"), ("日期", "12-18"), ("写入总结", "单独成句")]);
        }
        assert_eq!(shown(&bench, "double"), (vec!["冬至".into()], 0));
        let sample = Bench::sample();
        let placed = sample.session.placed(sample.session.document());
        assert_eq!(placed.printed.len() + placed.elsewhere, sample.session.findings().len());
        assert!(placed.printed.is_sorted());
    }
}
