//! What is wrong with the tokens of a report, of a single item's wording.

use chrono::NaiveDate;

use super::KnownFigures;
use super::desk::Desk;
use super::{compose, sentence};
use crate::model::{Item, Ledger, Variant, Year};
use crate::token::{FaultPlace, TokenFault};

/// Everything wrong with the tokens of a year's report as of its last day, in the order of the report.
pub fn faults(ledger: &Ledger, year: Year) -> Vec<TokenFault> {
    Desk::whole(ledger, year).map(found).unwrap_or_default()
}

/// Everything wrong with the tokens of a year's report as of a day, from figures that were taken already.
pub fn faults_from(
    ledger: &Ledger,
    year: Year,
    as_of: NaiveDate,
    KnownFigures { figures, last_year }: KnownFigures<'_>,
) -> Vec<TokenFault> {
    let desk = Desk::new(ledger, year, &Variant::Whole, as_of);
    desk.map(|desk| found(desk.with(figures, last_year))).unwrap_or_default()
}

fn found(desk: Desk<'_>) -> Vec<TokenFault> {
    compose::trees(&desk);
    sentence::try_kinds(&desk);
    desk.into_faults()
}

/// Everything wrong with the tokens of an item's own wording, whether or not the report prints it.
pub fn wording_faults(ledger: &Ledger, item: &Item) -> Vec<TokenFault> {
    let Some(desk) = Desk::whole(ledger, item.card.year) else { return Vec::new() };
    sentence::sentence(&desk, item);
    let own = |fault: &TokenFault| fault.place == FaultPlace::Item(item.card.id);
    desk.into_faults().into_iter().filter(own).collect()
}
