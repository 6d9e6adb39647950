//! A figure unit by unit: what each returned, what the single items of the same unit and stretch say, what is owed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::condition::{Rule, Subject};
use super::listing::entries_of;
use super::measure::Gauge;
use super::numbers::{Addend, Sum};
use super::returned::{Returned, all_returned, expected, is_answered, returned, stretch, units_id};
use super::scope::counted_on;
use super::{Scope, Value, counts, rhythm};
use crate::id::{EntryId, FieldId, IndicatorId, ItemId};
use crate::model::{
    Amount, Basis, Card, Entry, FieldType, FieldValue, FigureKey, Indicator, Item, Ledger, Measure, Period, Return,
    ReturnKey, Template, Year,
};

/// What one unit has to do with a figure in a stretch of the year.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitRow {
    /// Whose.
    pub unit: EntryId,
    /// What it returned for the stretch.
    pub given: Option<Return>,
    /// Returns of it for other stretches that overlap this one.
    pub beside: Vec<(Option<Period>, Return)>,
    /// What its single items of the stretch come to, where items of this figure can be added.
    pub items: Option<Value>,
    /// How many single items of the stretch there are.
    pub records: usize,
    /// The same stretch one year earlier.
    pub last_year: Option<Value>,
    /// Whether an answer of it is expected at all.
    pub asked: bool,
    /// Whether an answer for the stretch is expected and not there.
    pub owes: bool,
    /// 已催: when it was asked last.
    pub urged: Option<NaiveDate>,
}

/// What a unit still owes: figure and stretches, none standing for the year.
#[derive(Clone, Debug, PartialEq)]
pub struct Owing<'a> {
    /// Which figure.
    pub indicator: &'a Indicator,
    /// For which stretches.
    pub periods: Vec<Option<Period>>,
}

/// Whether units can return a figure: what is added up can be, a mean or a list cannot.
pub const fn takes_returns(indicator: &Indicator) -> bool {
    match (&indicator.measure, indicator.basis) {
        (Measure::Fixed { .. } | Measure::Entries(_), _) | (_, Basis::Fixed) => false,
        (_, Basis::Returns) | (Measure::Returns | Measure::Count | Measure::Sum(_), _) => true,
        _ => false,
    }
}

/// Who is asked, and by which number: the entry's 联系人 and 电话.
pub fn contact(entry: &Entry) -> (&str, &str) {
    let text = |id: &str| {
        let id: FieldId = id.parse().expect("a short word is an id");
        match entry.fields.get(&id) {
            Some(FieldValue::Text(text)) => text.as_str(),
            _ => "",
        }
    };
    (text("contact"), text("phone"))
}

/// What entries of a register have in common: the name of the first choice that all of them made alike (镇街, 学校).
pub fn common_choice<'a, 'e>(template: &'a Template, entries: impl Iterator<Item = &'e Entry>) -> Option<&'a str> {
    let entries: Vec<&Entry> = entries.collect();
    let register = template.register(&entries.first()?.register)?;
    let common = register.fields.iter().find_map(|spec| {
        let FieldType::Choice { choices } = &spec.holds else { return None };
        let chosen = |entry: &&'e Entry| entry.fields.get(&spec.id);
        let Some(FieldValue::Choice(id)) = chosen(entries.first()?) else { return None };
        let is_same = entries.iter().all(|entry| chosen(entry) == chosen(&entries[0]));
        choices.iter().find(|choice| is_same && choice.id == *id)
    });
    common.map(|choice| choice.name.as_str())
}

/// The units of the year's register, in its order.
pub fn units(ledger: &Ledger, year: Year) -> Vec<&Entry> {
    entries_of(ledger, ledger.template(year).map(AsRef::as_ref), &units_id(), &[])
}

/// A figure unit by unit for a stretch: those expected to answer, those with returns or items, and where nobody in
/// particular is expected, all units.
pub fn unit_rows(ledger: &Ledger, indicator: &Indicator, scope: Scope, period: Option<&Period>) -> Vec<UnitRow> {
    let template = ledger.template(scope.year).map(AsRef::as_ref);
    let (from, to) = stretch(period, scope.year);
    let given: Vec<Returned<'_>> = all_returned(ledger, indicator, scope.year).collect();
    let standing = returned(ledger, indicator, Scope::whole(scope.year, stretch(None, scope.year).1));
    let window = Scope { from, to, end: to, ..scope };
    let items = by_unit(ledger, indicator, window);
    let earlier = window.year_earlier();
    let last = earlier.map(|earlier| last_year(ledger, indicator, earlier)).unwrap_or_default();
    let asked = if is_returned(indicator) { expected(ledger, template, indicator) } else { Vec::new() };
    let due = rhythm::due(ledger, indicator, scope).iter().any(|one| one.as_ref() == period);
    let row = |unit: EntryId| {
        let own = || given.iter().filter(|one| one.unit == unit);
        let overlaps = |one: &&Returned<'_>| one.period != period && one.from <= to && from <= one.to;
        let found = items.get(&unit);
        let is_asked = asked.iter().any(|entry| entry.id == unit);
        UnitRow {
            unit,
            given: own().find(|one| one.period == period).map(|one| one.given.clone()),
            beside: own().filter(overlaps).map(|one| (one.period.cloned(), one.given.clone())).collect(),
            items: found.and_then(|(sum, _)| sum.sum()),
            records: found.map_or(0, |(_, records)| *records),
            last_year: last.get(&unit).cloned(),
            asked: is_asked,
            owes: is_asked && due && !is_answered(&standing, unit, period, scope.year),
            urged: last_urged(ledger, scope.year, &indicator.id, &[unit]),
        }
    };
    let has: BTreeSet<EntryId> = given.iter().map(|one| one.unit).chain(items.keys().copied()).collect();
    let known = units(ledger, scope.year);
    let is_asked = |unit: &EntryId| asked.iter().any(|entry| entry.id == *unit);
    let others = known.iter().map(|entry| entry.id).filter(|unit| !is_asked(unit));
    let (with, without): (Vec<EntryId>, Vec<EntryId>) = others.partition(|unit| has.contains(unit));
    let rest = if asked.is_empty() { without } else { Vec::new() };
    asked.iter().map(|entry| entry.id).chain(with).chain(rest).map(row).collect()
}

/// What the rows come to: the returns, and where single items are added too, those of units that returned nothing.
pub fn rows_total(indicator: &Indicator, rows: &[UnitRow]) -> Option<Value> {
    let of_row = |row: &UnitRow| match (&row.given, &row.items) {
        (Some(given), _) => Some(given.value.clone()),
        (None, Some(items)) if !is_returned(indicator) => amount_of(items),
        (None, _) => None,
    };
    total(rows.iter().filter_map(of_row))
}

/// What the same rows came to one year earlier.
pub fn rows_last_year(rows: &[UnitRow]) -> Option<Value> {
    total(rows.iter().filter_map(|row| amount_of(row.last_year.as_ref()?)))
}

fn total(amounts: impl Iterator<Item = Amount>) -> Option<Value> {
    let amounts: Vec<Amount> = amounts.collect();
    amounts.iter().collect::<Sum>().sum()
}

fn amount_of(value: &Value) -> Option<Amount> {
    let Value::Number(number, mark) = value else { return None };
    Amount::new(*number, *mark, false).ok()
}

/// The day that any of the units was asked last for a figure (已催).
pub fn last_urged(ledger: &Ledger, year: Year, id: &IndicatorId, units: &[EntryId]) -> Option<NaiveDate> {
    let note = ledger.figures.get(&FigureKey(year, id.clone()))?;
    let is_one = |unit: &EntryId| ledger.entry(*unit).is_some_and(|entry| units.contains(&entry.id));
    note.urged.iter().filter(|(unit, _)| is_one(unit)).map(|(_, day)| *day).max()
}

/// What the units that are expected to answer owe, each with its figures in the order of the template.
pub fn owing(ledger: &Ledger, scope: Scope) -> BTreeMap<EntryId, Vec<Owing<'_>>> {
    let mut owing: BTreeMap<EntryId, Vec<Owing<'_>>> = BTreeMap::new();
    let Some(template) = ledger.template(scope.year) else { return owing };
    for indicator in template.indicators.iter().filter(|one| is_returned(one)) {
        let given = returned(ledger, indicator, scope);
        let due = rhythm::due(ledger, indicator, scope);
        for unit in expected(ledger, Some(template), indicator) {
            let open = |period: &&Option<Period>| !is_answered(&given, unit.id, period.as_ref(), scope.year);
            let periods: Vec<Option<Period>> = due.iter().filter(open).cloned().collect();
            if !periods.is_empty() {
                owing.entry(unit.id).or_default().push(Owing { indicator, periods });
            }
        }
    }
    owing
}

/// The place of a unit's return; where one stands under a name that was merged since, that place.
pub fn return_key(ledger: &Ledger, key: ReturnKey) -> ReturnKey {
    let is_same = |one: &ReturnKey| {
        one.year == key.year
            && one.indicator == key.indicator
            && one.period == key.period
            && ledger.entry(one.unit).is_some_and(|entry| entry.id == key.unit)
    };
    if ledger.returns.contains_key(&key) {
        return key;
    }
    ledger.returns.keys().find(|one| is_same(one)).cloned().unwrap_or(key)
}

/// The items behind a figure whose number nobody knows yet.
pub fn open_items<'a>(ledger: &'a Ledger, indicator: &Indicator, scope: Scope, items: &[ItemId]) -> Vec<&'a Item> {
    let template = ledger.template(scope.year).map(AsRef::as_ref);
    let gauge = Gauge::new(ledger, template, indicator, (scope, scope));
    let is_open = |item: &&Item| gauge.taken_of(&item.card).is_some_and(|addend| matches!(addend, Addend::Open));
    items.iter().filter_map(|id| ledger.items.get(id)).map(AsRef::as_ref).filter(is_open).collect()
}

/// Whether the units' returns are all there is of a figure.
pub const fn is_returned(indicator: &Indicator) -> bool {
    takes_returns(indicator)
        && matches!((&indicator.measure, indicator.basis), (Measure::Returns, _) | (_, Basis::Returns))
}

/// The single items of each unit in the window: their sum, and how many they are.
fn by_unit(ledger: &Ledger, indicator: &Indicator, window: Scope) -> BTreeMap<EntryId, (Sum, usize)> {
    let template = ledger.template(window.year).map(AsRef::as_ref);
    let gauge = Gauge::new(ledger, template, indicator, (window, window));
    let rules: Vec<Rule<'_>> = indicator.conditions.iter().map(|condition| Rule::new(ledger, condition)).collect();
    let fits = |card: &Card| {
        is_of(indicator, card)
            && counts(card, &window)
            && window.holds(counted_on(card))
            && rules.iter().all(|rule| rule.holds(ledger, Subject::Item(card)))
    };
    let mut found: BTreeMap<EntryId, (Sum, usize)> = BTreeMap::new();
    for card in ledger.items_of(window.year).map(|item| &item.card).filter(|card| fits(card)) {
        let Some(unit) = card.unit.and_then(|unit| ledger.entry(unit)) else { continue };
        let (sum, records) = found.entry(unit.id).or_default();
        *records += 1;
        if let Some(addend) = gauge.taken_of(card) {
            sum.take(addend);
        }
    }
    found
}

/// Whether items of the card's matter and kind are what the figure is about; of one that names neither, none is.
fn is_of(indicator: &Indicator, card: &Card) -> bool {
    let Indicator { matters, kinds, .. } = indicator;
    let is_named = !matters.is_empty() || !kinds.is_empty();
    is_named
        && (matters.is_empty() || matters.contains(&card.matter))
        && (kinds.is_empty() || kinds.contains(&card.kind))
}

/// What each unit said one year earlier: its returns, else its items.
fn last_year(ledger: &Ledger, indicator: &Indicator, window: Scope) -> BTreeMap<EntryId, Value> {
    let mut sums: BTreeMap<EntryId, Sum> = BTreeMap::new();
    for one in returned(ledger, indicator, window).iter().filter(|one| one.to <= window.to) {
        sums.entry(one.unit).or_default().add(one.amount);
    }
    let items = by_unit(ledger, indicator, window).into_iter().map(|(unit, (sum, _))| (unit, sum));
    let all: BTreeMap<EntryId, Sum> = items.chain(sums).collect();
    all.into_iter().filter_map(|(unit, sum)| Some((unit, sum.sum()?))).collect()
}
