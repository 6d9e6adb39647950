//! Composing: (ledger, year, variant, as-of date) → Document. Pure.

use chrono::NaiveDate;

use crate::document::Document;
use crate::model::{Ledger, Year};

/// Which cut of the year a report is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Variant {
    /// 全年.
    #[default]
    Whole,
}

/// Composes the report of `year` as of a day.
pub fn compose(_ledger: &Ledger, _year: Year, _variant: Variant, _as_of: NaiveDate) -> Document {
    todo!()
}
