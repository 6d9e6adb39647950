//! What a figure still lacks before someone can sign for it.

use chrono::NaiveDate;

use super::{Figure, Scope, State};
use crate::model::{Indicator, Measure};

/// What a figure lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// So many units have not answered.
    Owed(usize),
    /// So many numbers of its items are open.
    Open(usize),
    /// Nobody has set the number.
    Unset,
    /// There is nothing, and no zero confirmed.
    Nothing,
    /// Recorded without gaps only up to this day.
    Until(NaiveDate),
    /// So many items give no number, and nobody signed for that.
    Without(usize),
}

/// Whether an indicator is a number that someone signs for; lists of names are not.
pub const fn is_number(indicator: &Indicator) -> bool {
    !matches!(indicator.measure, Measure::List(_) | Measure::Entries(_))
}

/// What the figure lacks, the most pressing first; none: it can be signed for.
pub fn lack(indicator: &Indicator, figure: &Figure, scope: Scope) -> Option<Lack> {
    let end = scope.narrowed(&indicator.window).to;
    let Figure { value, owed, open, lacking, complete_to, state, .. } = figure;
    let is_fixed = matches!(indicator.measure, Measure::Fixed { .. });
    match (value, complete_to) {
        _ if !owed.is_empty() => Some(Lack::Owed(owed.len())),
        _ if *open > 0 => Some(Lack::Open(*open)),
        (None, _) if is_fixed => Some(Lack::Unset),
        (None, _) if *lacking > 0 => Some(Lack::Without(*lacking)),
        (None, _) => Some(Lack::Nothing),
        (Some(_), Some(day)) if *day < end => Some(Lack::Until(*day)),
        _ if *lacking > 0 && *state != State::Checked => Some(Lack::Without(*lacking)),
        _ => None,
    }
}
