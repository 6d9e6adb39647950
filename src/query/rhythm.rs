//! Which stretches of the year a figure's returns are for, and which of them are due.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::returned::{Returned, all_returned, stretch};
use super::scope::first_of;
use super::{Reach, Scope};
use crate::model::{Every, Indicator, Ledger, Period, Year};

/// How often the units report a figure: as its template says, else as finely as they did so far this year.
pub fn rhythm(ledger: &Ledger, indicator: &Indicator, year: Year) -> Every {
    let shortest = |one: Returned<'_>| sort_of((one.to - one.from).num_days());
    let so_far = || all_returned(ledger, indicator, year).map(shortest).min_by_key(|every| length(*every));
    indicator.every.or_else(so_far).unwrap_or(Every::Year)
}

/// The stretches of a rhythm, in order; none stands for the year.
pub fn periods(every: Every, year: Year) -> Vec<Option<Period>> {
    let of: fn(NaiveDate) -> Period = match every {
        Every::Year => return vec![None],
        Every::Half => Period::half_of,
        Every::Quarter => Period::quarter_of,
        Every::Month => Period::month_of,
        Every::Week => Period::week_of,
    };
    let first = first_of(year, 1);
    // A week belongs to the year that its Monday lies in.
    let past = if every == Every::Week { (7 - first.weekday().days_since(Weekday::Mon)) % 7 } else { 0 };
    let next = |period: &Period| Some(of(period.end() + Days::new(1)));
    let all = std::iter::successors(Some(of(first + Days::new(past.into()))), next);
    all.take_while(|period| period.start().year() == year.number()).map(Some).collect()
}

/// The stretches that an answer is due for: those that are over, and the running one when it ends the year, as the
/// year's report waits for it; only what lies in the indicator's own window, and of a part of the year only what lies
/// in that part.
pub fn due(ledger: &Ledger, indicator: &Indicator, scope: Scope) -> Vec<Option<Period>> {
    let window = Scope { to: scope.end, ..scope }.narrowed(&indicator.window);
    let is_due = |period: &Option<Period>| {
        let (from, to) = stretch(period.as_ref(), scope.year);
        let ends = period.is_none() || to.month() == 12 && to.day() == 31;
        let lies_in = scope.reach == Reach::Year || scope.from <= from && to <= scope.end;
        lies_in && from <= window.to && window.from <= to && from <= scope.to && (to <= scope.to || ends)
    };
    periods(rhythm(ledger, indicator, scope.year), scope.year).into_iter().filter(is_due).collect()
}

/// The rhythm whose stretches are about so many days long.
const fn sort_of(days: i64) -> Every {
    match days {
        ..=7 => Every::Week,
        8..=31 => Every::Month,
        32..=100 => Every::Quarter,
        101..=190 => Every::Half,
        _ => Every::Year,
    }
}

const fn length(every: Every) -> u8 {
    match every {
        Every::Week => 0,
        Every::Month => 1,
        Every::Quarter => 2,
        Every::Half => 3,
        Every::Year => 4,
    }
}
