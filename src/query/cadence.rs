//! What is expected how often, and where it is missing.

use std::collections::HashMap;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::scope::{counted_on, first_of, last_of};
use super::{Reach, Scope, counts};
use crate::id::{CadenceId, MatterId};
use crate::model::{Cadence, Card, Count, Every, Ledger};

/// A stretch of time in which something is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// How many there are.
    pub done: u32,
}

/// How a cadence stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CadenceState {
    /// Which.
    pub cadence: CadenceId,
    /// How many are due in the stretches that are over.
    pub due: u32,
    /// How many of those due are done, the running stretch's too; what one stretch has too much fills no other.
    pub done: u32,
    /// The stretches of the year so far, the running one last.
    pub stretches: Vec<Stretch>,
    /// Those that are over and lack something.
    pub missing: Vec<Stretch>,
    /// The day of the latest.
    pub last: Option<NaiveDate>,
}

/// How each cadence of the year stands.
pub fn cadences(ledger: &Ledger, scope: Scope) -> Vec<CadenceState> {
    let Some(template) = ledger.template(scope.year) else { return Vec::new() };
    let items = ledger.items_of(scope.year).map(|item| &item.card);
    let mut counted: HashMap<&MatterId, Vec<&Card>> = HashMap::new();
    for card in items.filter(|card| counts(card, &scope)) {
        counted.entry(&card.matter).or_default().push(card);
    }
    template.cadences.iter().map(|cadence| state(&counted, scope, cadence)).collect()
}

fn state(counted: &HashMap<&MatterId, Vec<&Card>>, scope: Scope, cadence: &Cadence) -> CadenceState {
    let is_of = |matter: &MatterId| cadence.matters.is_empty() || cadence.matters.contains(matter);
    let of_matters = counted.iter().filter(|(matter, _)| is_of(matter)).flat_map(|(_, cards)| cards);
    let tagged = |card: &&&Card| cadence.tag.as_ref().is_none_or(|tag| card.tags.contains(tag));
    let own: Vec<&Card> = of_matters.filter(tagged).copied().collect();
    let mut days: Vec<(NaiveDate, u32)> = own.iter().map(|card| (counted_on(card), times(card))).collect();
    days.sort_unstable();
    let stretches: Vec<Stretch> = stretches(scope, cadence).map(|(from, to)| filled(&days, from, to)).collect();
    let over: Vec<Stretch> = stretches.iter().filter(|one| one.to <= scope.to).copied().collect();
    CadenceState {
        cadence: cadence.id.clone(),
        due: cadence.at_least.saturating_mul(over.len() as u32),
        done: stretches.iter().map(|one| one.done.min(cadence.at_least)).fold(0, u32::saturating_add),
        missing: over.into_iter().filter(|one| one.done < cadence.at_least).collect(),
        stretches,
        last: own.iter().map(|card| card.when.start()).max(),
    }
}

/// The stretch, with what of the sorted days lies in it.
fn filled(days: &[(NaiveDate, u32)], from: NaiveDate, to: NaiveDate) -> Stretch {
    let first = days.partition_point(|(day, _)| *day < from);
    let inside = days[first..].iter().take_while(|(day, _)| *day <= to);
    Stretch { from, to, done: inside.map(|(_, times)| *times).fold(0, u32::saturating_add) }
}

/// How often an item counts; one whose count is open was there at least once.
fn times(card: &Card) -> u32 {
    match &card.count {
        Some(Count::Given(amount)) => amount.value().max(Decimal::ZERO).trunc().to_u32().unwrap_or(u32::MAX),
        Some(Count::Open) | None => 1,
    }
}

/// The stretches begun inside the window.
fn stretches(scope: Scope, cadence: &Cadence) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
    let every = cadence.every;
    let first = first_of(scope.year, cadence.from_month);
    let last = last_of(scope.year, 12);
    let begin = move |day: &NaiveDate| Some(after(every, *day));
    let starts = std::iter::successors(Some(opening(every, first)), begin);
    starts
        .take_while(move |from| *from <= scope.to && *from <= last)
        .skip_while(move |from| *from < scope.from && scope.reach != Reach::Year)
        .map(move |from| (from, after(every, from) - Days::new(1)))
}

/// The first day of the first stretch: weeks begin on Mondays, the others with the stretch that `first` lies in.
fn opening(every: Every, first: NaiveDate) -> NaiveDate {
    let months = match every {
        Every::Week => {
            let past = first.weekday().days_since(Weekday::Mon);
            return first + Days::new(u64::from((7 - past) % 7));
        }
        Every::Month => 1,
        Every::Quarter => 3,
        Every::Half => 6,
        Every::Year => 12,
    };
    first - Months::new(first.month0() % months)
}

/// The first day of the next stretch.
fn after(every: Every, from: NaiveDate) -> NaiveDate {
    match every {
        Every::Week => from + Days::new(7),
        Every::Month => from + Months::new(1),
        Every::Quarter => from + Months::new(3),
        Every::Half => from + Months::new(6),
        Every::Year => from + Months::new(12),
    }
}

#[cfg(test)]
mod tests {
    use super::super::bench::{Bench, day, year};
    use super::*;
    use crate::model::Unknown;

    fn state_of(bench: &mut Bench, every: Every, from_month: u32, as_of: NaiveDate) -> CadenceState {
        let cadence = Cadence {
            id: "c".parse().expect("an id"),
            name: "学习".into(),
            matters: Vec::new(),
            every,
            at_least: 1,
            from_month,
            tag: None,
            rule: String::new(),
            unknown: Unknown::new(),
        };
        bench.template(|template| template.cadences.push(cadence));
        cadences(&bench.ledger, Scope::whole(year(2022), as_of)).remove(0)
    }

    #[test]
    fn a_quarter_that_is_over_without_anything_is_missing() {
        let mut bench = Bench::new();
        for month in [3, 3, 9] {
            bench.add("学习", day(2022, month, 5), |_| {});
        }
        let state = state_of(&mut bench, Every::Quarter, 1, day(2022, 11, 15));
        assert_eq!((state.due, state.done, state.stretches.len()), (3, 2, 4));
        assert_eq!(state.missing.iter().map(|one| one.from).collect::<Vec<_>>(), [day(2022, 4, 1)]);
        assert_eq!(state.last, Some(day(2022, 9, 5)));
    }

    #[test]
    fn weeks_begin_on_mondays() {
        let state = state_of(&mut Bench::new(), Every::Week, 10, day(2022, 12, 11));
        assert_eq!((state.due, state.stretches[0].from), (10, day(2022, 10, 3)));
    }
}
