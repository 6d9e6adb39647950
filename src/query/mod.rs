//! The only place that selects and counts: items, indicators → figures with states and sources, cadences, coverage.

#[cfg(test)]
pub(crate) mod bench;
mod cadence;
mod condition;
#[cfg(test)]
mod cuts;
mod expected;
mod facets;
mod figure;
mod filter;
mod groups;
mod homes;
mod lack;
mod listing;
mod measure;
mod numbers;
mod order;
mod pick;
mod returned;
mod rhythm;
#[cfg(test)]
mod rules;
mod said;
mod scope;
mod search;
mod select;
mod share;
mod tally;
mod themed;
mod totals;
mod tree;
#[cfg(test)]
mod unit_rules;
mod units;
mod uses;

pub use cadence::{CadenceState, Stretch, cadences};
pub use expected::{Expectation, expected};
pub use facets::{Facet, offered};
pub use figure::{
    Figure, Figures, State, basis, changed_figures, figure, figure_last_year, figures, figures_last_year, figures_with,
};
pub use filter::{Filter, Want};
pub use groups::{Group, GroupKey, Grouping, NamedRegister, groups, named_registers};
pub use homes::{Homes, places_of, places_of_matter, section_of, section_of_passage};
pub use lack::{Lack, is_number, lack};
pub use listing::{Listed, entries_of, field_texts};
pub use numbers::Value;
pub use order::{Order, SortBy};
pub use rhythm::{due, periods, rhythm};
pub use said::status_text;
pub use scope::{Reach, Scope, by_date, counts};
pub use select::{Selection, select};
pub use tally::{Heap, Shared, tally};
pub use themed::themed;
pub use totals::{Totals, totals};
pub use tree::{Tree, outline};
pub use units::{
    Owing, UnitRow, common_choice, contact, is_returned, last_urged, open_items, owing, return_key, rows_last_year,
    rows_total, takes_returns, unit_rows, units,
};
pub use uses::{Uses, uses};
