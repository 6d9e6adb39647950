//! A row of the board: how one section stands.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::id::SectionId;
use crate::model::{Item, Ledger, Template};
use crate::query::{self, Figures, Scope, State};

/// How a section stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SectionRow {
    /// The section's id, which is its digit; empty in the total.
    pub id: String,
    /// Its name; empty in the total.
    pub name: String,
    /// Whether it is one of the closing parts.
    pub closing: bool,
    /// Expected matters that have something.
    pub matters_with: usize,
    /// Matters that something is expected of.
    pub matters_expected: usize,
    /// Items begun by the end of the window, by their home section, whatever they are at.
    pub items: usize,
    /// The start of the latest item within the window.
    pub last: Option<NaiveDate>,
    /// Figures that someone signed for and that have not changed since.
    pub checked: usize,
    /// Figures the section answers for.
    pub figures: usize,
    /// Figures that have no value.
    pub missing: usize,
    /// Figures that have a value nobody signed for as it is.
    pub to_check: usize,
    /// Findings about its numbers and claims.
    pub doubts: usize,
}

impl SectionRow {
    /// The rows added up.
    pub fn total(rows: &[Self]) -> Self {
        rows.iter().fold(Self::default(), |sum, row| Self {
            matters_with: sum.matters_with + row.matters_with,
            matters_expected: sum.matters_expected + row.matters_expected,
            items: sum.items + row.items,
            last: sum.last.max(row.last),
            checked: sum.checked + row.checked,
            figures: sum.figures + row.figures,
            missing: sum.missing + row.missing,
            to_check: sum.to_check + row.to_check,
            doubts: sum.doubts + row.doubts,
            ..sum
        })
    }

    fn take_item(&mut self, item: &Item, scope: Scope) {
        let start = item.card.when.start();
        self.items += 1;
        self.last = self.last.max(Some(start).filter(|start| scope.holds(*start)));
    }

    fn take_figure(&mut self, state: State) {
        self.figures += 1;
        self.checked += usize::from(state == State::Checked);
        self.missing += usize::from(state == State::Missing);
        self.to_check += usize::from(!matches!(state, State::Checked | State::Missing));
    }
}

/// A row for each section of the year's template, in its order.
pub(super) fn rows(
    ledger: &Ledger,
    figures: &Figures,
    doubts: &BTreeMap<SectionId, usize>,
    scope: Scope,
) -> Vec<SectionRow> {
    let Some(template) = ledger.template(scope.year) else { return Vec::new() };
    let mut rows: BTreeMap<&SectionId, SectionRow> = BTreeMap::new();
    let homes = query::Homes::new(ledger, template);
    for item in ledger.items_of(scope.year).filter(|item| item.card.when.start() <= scope.to) {
        if let Some(home) = homes.of(&item.card) {
            rows.entry(home).or_default().take_item(item, scope);
        }
    }
    let expected = query::expected(ledger, scope);
    for matter in &expected {
        let row = rows.entry(&matter.section).or_default();
        row.matters_expected += 1;
        row.matters_with += usize::from(matter.items > 0);
    }
    for indicator in template.indicators.iter().filter(|one| query::is_number(one)) {
        let state = figures.get(&indicator.id).map_or(State::Missing, |figure| figure.state);
        rows.entry(&indicator.section).or_default().take_figure(state);
    }
    for (section, count) in doubts {
        rows.entry(section).or_default().doubts = *count;
    }
    named(template, rows)
}

fn named(template: &Template, mut rows: BTreeMap<&SectionId, SectionRow>) -> Vec<SectionRow> {
    let row = |section: &crate::model::Section| SectionRow {
        id: section.id.to_string(),
        name: section.name.clone(),
        closing: section.closing,
        ..rows.remove(&section.id).unwrap_or_default()
    };
    template.sections.iter().map(row).collect()
}
