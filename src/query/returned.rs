//! What the units reported for an indicator, none of it twice.

use chrono::NaiveDate;

use super::listing::entries_of;
use super::scope::{counted_on, first_of, last_of};
use super::{Reach, Scope, condition};
use crate::id::EntryId;
use crate::model::{Amount, Card, Condition, Indicator, Ledger, Operand, Return, ReturnKey, ReturnSource, Template};

/// The register that holds the units.
const UNITS: &str = "units";

/// One unit's answer for a stretch of the year.
#[derive(Clone, Debug)]
pub(super) struct Returned<'a> {
    /// Whose, merges followed.
    pub(super) unit: EntryId,
    /// The number.
    pub(super) amount: &'a Amount,
    /// 预计: it answers for the whole year in a report of a part of it.
    pub(super) expected: bool,
    from: NaiveDate,
    to: NaiveDate,
}

/// Days of the longest stretch that may reach out of a window: a week counts where it begins, as its items do.
const WEEK: i64 = 7;

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
    let mut all: Vec<Returned<'_>> = all.filter_map(|(key, value)| answer(ledger, key, value, scope)).collect();
    all.sort_by_key(|one| (one.from - one.to, one.from, one.unit));
    all.into_iter().fold(Vec::new(), |mut kept, one| {
        if !kept.iter().any(|other: &Returned<'_>| other.overlaps(&one)) {
            kept.push(one);
        }
        kept
    })
}

/// The return as an answer for the window; none: it is for another stretch, or a longer one.
fn answer<'a>(ledger: &'a Ledger, key: &ReturnKey, value: &'a Return, scope: Scope) -> Option<Returned<'a>> {
    let whole = (first_of(key.year, 1), last_of(key.year, 12));
    let (from, to) = key.period.as_ref().map_or(whole, |period| (period.start(), period.end()));
    let expected = scope.reach == Reach::Outlook && (from, to) == whole && value.source != ReturnSource::Counted;
    let inside = scope.reach == Reach::Year || to <= scope.end || (to - from).num_days() < WEEK;
    let unit = ledger.entry(key.unit).map_or(key.unit, |unit| unit.id);
    let fits = expected || scope.holds(from) && inside;
    fits.then_some(Returned { unit, amount: &value.value, expected, from, to })
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
