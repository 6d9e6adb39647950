//! What the units reported for an indicator, none of it twice.

use chrono::NaiveDate;

use super::listing::entries_of;
use super::scope::{counted_on, first_of, last_of};
use super::{Reach, Scope, condition, rhythm};
use crate::id::{EntryId, RegisterId};
use crate::model::{
    Amount, Card, Condition, Entry, Indicator, Ledger, Operand, Period, Return, ReturnKey, ReturnSource, Template, Year,
};

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
    /// For which stretch; none: the year.
    pub(super) period: Option<&'a Period>,
    /// The return itself.
    pub(super) given: &'a Return,
    /// First day.
    pub(super) from: NaiveDate,
    /// Last day.
    pub(super) to: NaiveDate,
}

/// Days of the longest stretch that may reach out of a window: a week counts where it begins, as its items do.
const WEEK: i64 = 7;

impl Returned<'_> {
    fn overlaps(&self, other: &Self) -> bool {
        self.unit == other.unit && self.from <= other.to && other.from <= self.to
    }

    /// The return as an answer for the window; none: it is for another stretch, or a longer one.
    fn within(self, scope: Scope) -> Option<Self> {
        let is_guess = self.given.source != ReturnSource::Counted;
        let expected = scope.reach == Reach::Outlook && self.period.is_none() && is_guess;
        let inside = scope.reach == Reach::Year || self.to <= scope.end || (self.to - self.from).num_days() < WEEK;
        let fits = expected || scope.holds(self.from) && inside;
        fits.then_some(Self { expected, ..self })
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
    let all = all_returned(ledger, indicator, scope.year);
    let mut all: Vec<Returned<'_>> = all.filter_map(|one| one.within(scope)).collect();
    all.sort_by_key(|one| (one.from - one.to, one.from, one.unit));
    all.into_iter().fold(Vec::new(), |mut kept, one| {
        if !kept.iter().any(|other: &Returned<'_>| other.overlaps(&one)) {
            kept.push(one);
        }
        kept
    })
}

/// All returns of the year, whatever stretch they are for.
pub(super) fn all_returned<'a>(
    ledger: &'a Ledger,
    indicator: &Indicator,
    year: Year,
) -> impl Iterator<Item = Returned<'a>> {
    let first = ReturnKey { year, indicator: indicator.id.clone(), period: None, unit: EntryId::from_bits(0) };
    let same = move |key: &ReturnKey| key.year == year && key.indicator == first.indicator;
    let from = ReturnKey { year, indicator: indicator.id.clone(), period: None, unit: EntryId::from_bits(0) };
    let all = ledger.returns.range(from..).take_while(move |(key, _)| same(key));
    all.map(|(key, value)| answer(ledger, key, value))
}

fn answer<'a>(ledger: &'a Ledger, key: &'a ReturnKey, given: &'a Return) -> Returned<'a> {
    let (from, to) = stretch(key.period.as_ref(), key.year);
    let unit = ledger.entry(key.unit).map_or(key.unit, |unit| unit.id);
    Returned { unit, amount: &given.value, expected: false, period: key.period.as_ref(), given, from, to }
}

/// First and last day of a period; without one, of the year.
pub(super) fn stretch(period: Option<&Period>, year: Year) -> (NaiveDate, NaiveDate) {
    period.map_or_else(|| (first_of(year, 1), last_of(year, 12)), |period| (period.start(), period.end()))
}

/// The units that are expected to answer: those that the conditions on 单位 describe.
///
/// An indicator that describes no units is owed by nobody in particular.
pub(super) fn expected<'a>(ledger: &'a Ledger, template: Option<&Template>, indicator: &Indicator) -> Vec<&'a Entry> {
    let conditions: Vec<Condition> = condition::on_entry(&indicator.conditions, &Operand::Unit);
    if conditions.is_empty() {
        return Vec::new();
    }
    entries_of(ledger, template, &units_id(), &conditions)
}

/// The id of the register that holds the units.
pub(super) fn units_id() -> RegisterId {
    UNITS.parse().expect("a short word is an id")
}

/// The units that owe an answer: those expected to give one that leave a stretch of the indicator's rhythm open;
/// in a window that holds no such stretch, those that gave nothing in it.
pub(super) fn owed(
    ledger: &Ledger,
    template: Option<&Template>,
    indicator: &Indicator,
    scope: Scope,
    given: &[Returned<'_>],
) -> Vec<EntryId> {
    let expected = expected(ledger, template, indicator);
    if expected.is_empty() {
        return Vec::new();
    }
    let due = rhythm::due(ledger, indicator, scope);
    let is_silent = |unit: &&Entry| !given.iter().any(|one| one.unit == unit.id);
    if due.is_empty() && scope.reach != Reach::Year {
        return expected.into_iter().filter(is_silent).map(|unit| unit.id).collect();
    }
    let owes = |unit: &&Entry| due.iter().any(|period| !is_answered(given, unit.id, period.as_ref(), scope.year));
    expected.into_iter().filter(owes).map(|unit| unit.id).collect()
}

/// Whether a unit answered for the whole of a stretch: with one return, or with several that together fill it.
pub(super) fn is_answered(given: &[Returned<'_>], unit: EntryId, period: Option<&Period>, year: Year) -> bool {
    let (from, to) = stretch(period, year);
    let mut own: Vec<(NaiveDate, NaiveDate)> =
        given.iter().filter(|one| one.unit == unit).map(|one| (one.from, one.to)).collect();
    own.sort_unstable();
    let mut open = Some(from);
    for (first, last) in own {
        let Some(day) = open else { break };
        if first <= day && day <= last {
            open = last.succ_opt().filter(|next| *next <= to);
        }
    }
    open.is_none()
}
