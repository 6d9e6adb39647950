//! Figures: the values of all indicators for a window, in one pass over the items, and how sure each is.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::measure::{Gauge, Taken};
use super::pick::{Over, picked};
use super::share::{is_moved_by, share};
use super::{Reach, Scope, Value};
use crate::id::{EntryId, IndicatorId, ItemId};
use crate::lang::Lang;
use crate::model::{
    Basis, Change, Checked, Edit, FigureKey, FigureNote, Indicator, Item, Ledger, Mark, Measure, Record, RecordKey,
    Year,
};

/// How sure a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// 缺: nothing, and no zero confirmed.
    Missing,
    /// 不全: some addends open or without a number that nobody signed for, some units silent, or complete only to a day before the window's end.
    Partial,
    /// 待核.
    Unchecked,
    /// 核后变动: changed after someone signed for it.
    Changed,
    /// 已核.
    Checked,
}

impl State {
    /// What the state is called on the screen.
    pub const fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::Missing => lang.state_missing(),
            Self::Partial => lang.state_partial(),
            Self::Unchecked => lang.state_unchecked(),
            Self::Changed => lang.state_changed(),
            Self::Checked => lang.state_checked(),
        }
    }
}

/// An indicator's value for a window, with its state and everything behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Absent: 缺, prints as a blank.
    pub value: Option<Value>,
    /// How sure it is.
    pub state: State,
    /// The items counted.
    pub items: Vec<ItemId>,
    /// The units whose returns were counted.
    pub units: Vec<EntryId>,
    /// How many of the items' values nobody knows yet.
    pub open: usize,
    /// How many of the items give no number though others do.
    pub lacking: usize,
    /// The units whose return is expected and not there.
    pub owed: Vec<EntryId>,
    /// The items not added because a return answers for them.
    pub replaced: Vec<ItemId>,
    /// Recorded without gaps up to this day (记全至), when someone said so.
    pub complete_to: Option<NaiveDate>,
    /// 预计: part of it is what units expect of the whole year.
    pub expected: bool,
}

/// All figures of a year's template.
pub type Figures = BTreeMap<IndicatorId, Figure>;

/// Takes every figure of the year.
pub fn figures(ledger: &Ledger, scope: Scope) -> Figures {
    let indicators = ledger.template(scope.year).map_or(&[][..], |template| &template.indicators);
    let windows = |indicator: &Indicator| (scope, scope.narrowed(&indicator.window));
    taken((ledger, &Over::new()), scope, indicators.iter(), &windows)
}

/// Takes only the figures that `change` can touch, as they are once it is made; all others stay as they are. The
/// ledger may hold the change already. None: it is of more than items, and any figure may be another.
pub fn figures_with(ledger: &Ledger, scope: Scope, change: &Change) -> Option<Figures> {
    let cards = change.cards()?;
    let mut over = Over::new();
    for Edit { key, new, .. } in &change.edits {
        let RecordKey::Item(id) = key else { continue };
        over.insert(*id, new.as_ref().and_then(Record::as_item));
    }
    let template = ledger.template(scope.year)?;
    let touched = template.indicators.iter().filter(|one| cards.iter().any(|card| is_moved_by(template, one, card)));
    let windows = |indicator: &Indicator| (scope, scope.narrowed(&indicator.window));
    Some(taken((ledger, &over), scope, touched, &windows))
}

/// Takes one figure.
pub fn figure(ledger: &Ledger, indicator: &Indicator, scope: Scope) -> Figure {
    let windows = |indicator: &Indicator| (scope, scope.narrowed(&indicator.window));
    only(taken((ledger, &Over::new()), scope, std::iter::once(indicator), &windows))
}

/// What a figure set by hand rests on (定数的依据): as the year's note says, else the template; none: it is computed.
pub fn basis<'a>(ledger: &'a Ledger, year: Year, indicator: &'a Indicator) -> Option<&'a str> {
    let note = ledger.figures.get(&FigureKey(year, indicator.id.clone())).and_then(|note| note.fixed.as_ref());
    match (note, &indicator.measure) {
        (Some((_, basis)), _) | (None, Measure::Fixed { basis, .. }) => Some(basis),
        _ => None,
    }
}

/// Takes every indicator of the year over the same window one year earlier.
pub fn figures_last_year(ledger: &Ledger, scope: Scope) -> Figures {
    let indicators = ledger.template(scope.year).map_or(&[][..], |template| &template.indicators);
    earlier(ledger, scope, indicators.iter())
}

/// Takes one indicator over the same window one year earlier.
pub fn figure_last_year(ledger: &Ledger, indicator: &Indicator, scope: Scope) -> Figure {
    only(earlier(ledger, scope, std::iter::once(indicator)))
}

/// The figures that a change altered: indicator, value before, value after.
pub fn changed_figures(before: &Figures, after: &Figures) -> Vec<(IndicatorId, Option<Value>, Option<Value>)> {
    let value = |figures: &Figures, id: &IndicatorId| figures.get(id).and_then(|figure| figure.value.clone());
    let both = |id: &IndicatorId| (id.clone(), value(before, id), value(after, id));
    after.keys().map(both).filter(|(_, old, new)| old != new).collect()
}

impl Figure {
    /// What stands where nothing is known.
    pub fn missing() -> Self {
        Self {
            value: None,
            state: State::Missing,
            items: Vec::new(),
            units: Vec::new(),
            open: 0,
            lacking: 0,
            owed: Vec::new(),
            replaced: Vec::new(),
            complete_to: None,
            expected: false,
        }
    }

    fn new(taken: Taken, note: Option<&FigureNote>, indicator: &Indicator, window: Scope) -> Self {
        // What was signed, or set by hand in the place of a count, is the year's: a part of the year is counted.
        let of_year = window.reach == Reach::Year;
        let by_hand = of_year || indicator.basis == Basis::Fixed || matches!(indicator.measure, Measure::Fixed { .. });
        let fixed = note.and_then(|note| note.fixed.as_ref()).filter(|_| by_hand);
        let taken = fixed.map_or(taken, |(amount, _)| Taken {
            value: Some(Value::Number(amount.value(), amount.mark())),
            ..Taken::default()
        });
        let is_zero = note.is_some_and(|note| note.zero) && taken.open == 0;
        let zero = is_zero.then_some(Value::Number(Decimal::ZERO, Mark::Exact));
        let complete_to = note.and_then(|note| note.complete_to);
        let mut figure = Self {
            value: taken.value.or(zero),
            state: State::Missing,
            items: taken.items,
            units: taken.units,
            open: taken.open,
            lacking: taken.lacking,
            owed: taken.owed,
            replaced: taken.replaced,
            complete_to,
            expected: taken.expected,
        };
        let signed = note.and_then(|note| note.checked.as_ref()).filter(|_| of_year);
        figure.state = figure.judged(signed, window);
        figure
    }

    fn judged(&self, signed: Option<&Checked>, window: Scope) -> State {
        let Some(value) = &self.value else { return State::Missing };
        let signed = signed.map(|checked| checked.value == value.number());
        let gap = self.complete_to.is_some_and(|day| day < window.to);
        match signed {
            Some(false) => State::Changed,
            _ if gap || self.open > 0 || !self.owed.is_empty() => State::Partial,
            Some(true) => State::Checked,
            None if self.lacking > 0 => State::Partial,
            None => State::Unchecked,
        }
    }
}

fn only(figures: Figures) -> Figure {
    figures.into_values().next().unwrap_or_else(Figure::missing)
}

fn earlier<'a>(ledger: &Ledger, scope: Scope, indicators: impl Iterator<Item = &'a Indicator>) -> Figures {
    let Some(last) = scope.year_earlier() else { return Figures::new() };
    let shifted = |window: Scope| window.year_earlier().unwrap_or(last);
    let windows = |indicator: &Indicator| (last, shifted(scope.narrowed(&indicator.window)));
    taken((ledger, &Over::new()), last, indicators, &windows)
}

/// Takes the indicators over their windows: one pass over the items of the year; then those that are shares of others.
fn taken<'a>(
    (ledger, over): (&Ledger, &Over<'_>),
    scope: Scope,
    indicators: impl Iterator<Item = &'a Indicator>,
    windows: &dyn Fn(&Indicator) -> (Scope, Scope),
) -> Figures {
    let (shares, own): (Vec<_>, Vec<_>) = indicators.partition(|one| matches!(one.measure, Measure::Share { .. }));
    let template = ledger.template(scope.year).map(AsRef::as_ref);
    let gauges: Vec<Gauge<'_>> =
        own.into_iter().map(|indicator| Gauge::new(ledger, template, indicator, windows(indicator))).collect();
    let picked = picked((ledger, over), scope, &gauges);
    let noted = |taken, indicator: &Indicator, window| {
        let note = ledger.figures.get(&FigureKey(scope.year, indicator.id.clone()));
        (indicator.id.clone(), Figure::new(taken, note, indicator, window))
    };
    let figure = |(gauge, items): (&Gauge<'_>, Vec<&Item>)| noted(gauge.take(&items), gauge.indicator, gauge.window);
    let mut figures: Figures = gauges.iter().zip(picked).map(figure).collect();
    for indicator in shares {
        let Measure::Share { part, whole } = &indicator.measure else { continue };
        let other = |id: &IndicatorId| {
            let one = || template?.indicator(id).filter(|one| !matches!(one.measure, Measure::Share { .. }));
            let taken = |one| only(taken((ledger, over), scope, std::iter::once(one), windows));
            figures.get(id).cloned().or_else(|| one().map(taken)).unwrap_or_else(Figure::missing)
        };
        let (id, figure) = noted(share(&other(part), &other(whole)), indicator, windows(indicator).1);
        figures.insert(id, figure);
    }
    figures
}
