//! Cuts of the year: reports and figures of a variant, each computed once for a state of the ledger.

use std::borrow::Cow;
use std::sync::Arc;

use super::Session;
use crate::document::Document;
use crate::id::IndicatorId;
use crate::model::{Ledger, Variant};
use crate::query::{self, Figure, Figures, Scope};
use crate::report::{self, Composed, KnownFigures};
use crate::token::TokenFault;

/// The whole-year report, and what is wrong with its tokens.
#[derive(Debug)]
pub(super) struct Whole {
    /// The report; shared with those who print it.
    pub(super) document: Arc<Document>,
    /// What is wrong.
    pub(super) faults: Vec<TokenFault>,
}

impl Session {
    /// The report of a variant.
    pub fn document_of(&self, variant: &Variant) -> Arc<Document> {
        if *variant == Variant::Whole {
            return Arc::clone(&self.whole().document);
        }
        if let Some(known) = self.memo.cuts.borrow().get(variant) {
            return Arc::clone(known);
        }
        let document = Arc::new(self.composed(variant).document);
        self.memo.cuts.borrow_mut().insert(variant.clone(), Arc::clone(&document));
        document
    }

    /// The figures of a variant.
    pub fn figures_of(&self, variant: &Variant) -> Cow<'_, Figures> {
        if has_all(variant) {
            return Cow::Borrowed(self.figures());
        }
        let scope = self.scope_of(variant);
        let themed = variant.tag().map(|tag| query::themed(&self.ledger, self.year, tag));
        Cow::Owned(query::figures(themed.as_ref().unwrap_or(&self.ledger), scope))
    }

    /// One figure of a variant; none: the year does not know it.
    pub fn figure_of(&self, id: &IndicatorId, variant: &Variant) -> Option<Cow<'_, Figure>> {
        if has_all(variant) {
            return self.figures().get(id).map(Cow::Borrowed);
        }
        let indicator = self.template().indicator(id)?;
        let themed = variant.tag().map(|tag| query::themed(&self.ledger, self.year, tag));
        let ledger = themed.as_ref().unwrap_or(&self.ledger);
        Some(Cow::Owned(query::figure(ledger, indicator, self.scope_of(variant))))
    }

    /// The figures of a variant over the same window one year earlier; `ledger` is what it looks at.
    pub(super) fn figures_before(&self, ledger: &Ledger, variant: &Variant) -> Cow<'_, Figures> {
        if has_all(variant) {
            return Cow::Borrowed(self.figures_last_year());
        }
        Cow::Owned(query::figures_last_year(ledger, self.scope_of(variant)))
    }

    /// The window of a variant.
    pub fn scope_of(&self, variant: &Variant) -> Scope {
        Scope::of(variant, self.year, self.as_of())
    }

    /// The tags of the year's items, those of most items first.
    pub fn tags(&self) -> Vec<String> {
        let mut counts = std::collections::BTreeMap::new();
        for tag in self.ledger.items_of(self.year).flat_map(|item| &item.card.tags) {
            *counts.entry(tag).or_insert(0_usize) += 1;
        }
        let mut tags: Vec<(&String, usize)> = counts.into_iter().collect();
        tags.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        tags.into_iter().map(|(tag, _)| tag.clone()).collect()
    }

    /// The whole-year report.
    pub(super) fn whole(&self) -> &Whole {
        self.memo.whole.get_or_init(|| {
            let Composed { document, faults } = self.composed(&Variant::Whole);
            Whole { document: Arc::new(document), faults }
        })
    }

    fn composed(&self, variant: &Variant) -> Composed {
        if !has_all(variant) {
            let document = report::compose(&self.ledger, self.year, variant, self.as_of());
            return Composed { document, faults: Vec::new() };
        }
        let known = KnownFigures { figures: self.figures(), last_year: self.figures_last_year() };
        report::compose_from(&self.ledger, self.year, variant, self.as_of(), known)
    }
}

/// Whether a variant has the figures of the whole year.
const fn has_all(variant: &Variant) -> bool {
    matches!(variant, Variant::Whole | Variant::Public)
}
