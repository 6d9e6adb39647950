//! The desk a report is written at: ledger, window, figures taken at most once, and a list of what was wrong.

use std::cell::{OnceCell, RefCell};

use chrono::NaiveDate;

use crate::id::IndicatorId;
use crate::model::{Ledger, Template, Variant, Year};
use crate::query::{Figure, Figures, Scope, figures, figures_last_year};
use crate::token::TokenFault;

/// The setting that chooses the word for floored numbers.
const WORD: &str = "约数";

/// Everything a sentence is written from.
pub(super) struct Desk<'a> {
    /// The data.
    pub(super) ledger: &'a Ledger,
    /// The year's own template.
    pub(super) template: &'a Template,
    /// Which cut of the year the report is.
    pub(super) variant: &'a Variant,
    /// What the report looks through.
    pub(super) scope: Scope,
    /// The day it is as of.
    pub(super) as_of: NaiveDate,
    /// 多 or 余, for floored numbers.
    pub(super) word: &'static str,
    /// Figures that were taken already: those of the window, and of one year earlier.
    given: Option<(&'a Figures, &'a Figures)>,
    figures: OnceCell<Figures>,
    last_year: OnceCell<Figures>,
    faults: RefCell<Vec<TokenFault>>,
}

impl<'a> Desk<'a> {
    /// The desk of the whole-year report as of the year's last day.
    pub(super) fn whole(ledger: &'a Ledger, year: Year) -> Option<Self> {
        Self::new(ledger, year, &Variant::Whole, Scope::whole(year, NaiveDate::MAX).to)
    }

    /// Sits down at it; none when the ledger has no such year. Figures are taken when the first is asked for.
    pub(super) fn new(ledger: &'a Ledger, year: Year, variant: &'a Variant, as_of: NaiveDate) -> Option<Self> {
        let template = ledger.template(year)?;
        let wants_rest = ledger.settings.get(WORD).is_some_and(|value| value.0.contains('余'));
        Some(Self {
            ledger,
            template,
            variant,
            scope: Scope::of(variant, year, as_of),
            as_of,
            word: if wants_rest { "余" } else { "多" },
            given: None,
            figures: OnceCell::new(),
            last_year: OnceCell::new(),
            faults: RefCell::default(),
        })
    }

    /// The same desk with the figures of its window, and those of one year earlier, taken already.
    pub(super) fn with(self, figures: &'a Figures, last_year: &'a Figures) -> Self {
        Self { given: Some((figures, last_year)), ..self }
    }

    /// The same desk under another template.
    pub(super) fn under(self, template: &'a Template) -> Self {
        Self { template, ..self }
    }

    /// The year of the report.
    pub(super) fn year(&self) -> Year {
        self.scope.year
    }

    /// The figure of an indicator.
    pub(super) fn figure(&self, id: &IndicatorId) -> Option<&Figure> {
        let taken = || self.figures.get_or_init(|| figures(self.ledger, self.scope));
        self.given.map_or_else(taken, |(figures, _)| figures).get(id)
    }

    /// The figure of an indicator over the same window one year earlier.
    pub(super) fn last_year(&self, id: &IndicatorId) -> Option<&Figure> {
        let taken = || self.last_year.get_or_init(|| figures_last_year(self.ledger, self.scope));
        self.given.map_or_else(taken, |(_, last_year)| last_year).get(id)
    }

    /// Notes what is wrong; the same thing at the same place once.
    pub(super) fn note(&self, fault: TokenFault) {
        let mut faults = self.faults.borrow_mut();
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    }

    /// What was wrong, in the order it was met.
    pub(super) fn into_faults(self) -> Vec<TokenFault> {
        self.faults.into_inner()
    }
}
