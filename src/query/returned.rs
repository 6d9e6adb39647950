//! What the units reported for an indicator, none of it twice.

use chrono::NaiveDate;

use super::listing::entries_of;
use super::scope::{counted_on, first_of, last_of};
use super::{Scope, condition};
use crate::id::EntryId;
use crate::model::{Amount, Card, Condition, Indicator, Ledger, Operand, Return, ReturnKey, Template};

/// The register that holds the units.
const UNITS: &str = "units";

/// One unit's answer for a stretch of the year.
#[derive(Clone, Debug)]
pub(super) struct Returned<'a> {
    /// Whose, merges followed.
    pub(super) unit: EntryId,
    /// The number.
    pub(super) amount: &'a Amount,
    from: NaiveDate,
    to: NaiveDate,
}

impl Returned<'_> {
    fn overlaps(&self, other: &Self) -> bool {
        self.unit == other.unit && self.from <= other.to && other.from <= self.to
    }
}

/// Whether one of the returns answers for the item too, so that the item is not added again.
pub(super) fn is_covered(ledger: &Ledger, given: &[Returned<'_>], card: &Card) -> bool {
    let Some(unit) = card.unit.filter(|_| !given.is_empty()) else { return false };
    let unit = ledger.entry(unit).map_or(unit, |unit| unit.id);
    let day = counted_on(card);
    given.iter().any(|one| one.unit == unit && one.from <= day && day <= one.to)
}

/// The returns that lie in the window; where two of one unit overlap, the one for the longer stretch stands.
pub(super) fn returned<'a>(ledger: &'a Ledger, indicator: &Indicator, scope: Scope) -> Vec<Returned<'a>> {
    let first =
        ReturnKey { year: scope.year, indicator: indicator.id.clone(), period: None, unit: EntryId::from_bits(0) };
    let same = |key: &ReturnKey| key.year == scope.year && key.indicator == indicator.id;
    let all = ledger.returns.range(first..).take_while(|(key, _)| same(key));
    let mut all: Vec<Returned<'_>> = all.map(|(key, value)| answer(ledger, key, value)).collect();
    all.retain(|one| scope.holds(one.from));
    all.sort_by_key(|one| (one.from - one.to, one.from, one.unit));
    all.into_iter().fold(Vec::new(), |mut kept, one| {
        if !kept.iter().any(|other: &Returned<'_>| other.overlaps(&one)) {
            kept.push(one);
        }
        kept
    })
}

fn answer<'a>(ledger: &'a Ledger, key: &ReturnKey, value: &'a Return) -> Returned<'a> {
    let (from, to) = match &key.period {
        Some(period) => (period.start(), period.end()),
        None => (first_of(key.year, 1), last_of(key.year, 12)),
    };
    let unit = ledger.entry(key.unit).map_or(key.unit, |unit| unit.id);
    Returned { unit, amount: &value.value, from, to }
}

/// The units that owe an answer: those that the conditions on 单位 describe, less those that gave one.
///
/// An indicator that describes no units is owed by nobody in particular.
pub(super) fn owed(
    ledger: &Ledger,
    template: Option<&Template>,
    indicator: &Indicator,
    given: &[Returned<'_>],
) -> Vec<EntryId> {
    let conditions: Vec<Condition> = condition::on_entry(&indicator.conditions, &Operand::Unit);
    if conditions.is_empty() {
        return Vec::new();
    }
    let units = UNITS.parse().expect("a short word is an id");
    let all = entries_of(ledger, template, &units, &conditions);
    let silent = all.into_iter().filter(|unit| !given.iter().any(|one| one.unit == unit.id));
    silent.map(|unit| unit.id).collect()
}
