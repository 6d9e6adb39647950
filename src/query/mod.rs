//! The only place that selects and counts: items, indicators → figures with states and sources, cadences, coverage.

#[cfg(test)]
pub(crate) mod bench;
mod cadence;
mod condition;
#[cfg(test)]
mod cuts;
mod expected;
mod figure;
mod listing;
mod measure;
mod numbers;
mod pick;
mod returned;
#[cfg(test)]
mod rules;
mod scope;
mod search;
mod select;
mod share;
mod tally;
mod themed;

pub use cadence::{CadenceState, Stretch, cadences};
pub use expected::{Expectation, expected};
pub use figure::{
    Figure, Figures, State, basis, changed_figures, figure, figure_last_year, figures, figures_last_year, figures_with,
};
pub use listing::{Listed, entries_of, field_texts};
pub use numbers::Value;
pub use scope::{Reach, Scope, by_date, counts};
pub use select::{Filter, Homes, Totals, section_of, select, totals};
pub use tally::{Shared, tally};
pub use themed::themed;
