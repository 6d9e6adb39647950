//! What is wrong with the tokens of a report, of a single item's wording.

use super::desk::Desk;
use super::{compose, sentence};
use crate::model::{Item, Ledger, Year};
use crate::token::{FaultPlace, TokenFault};

/// Everything wrong with the tokens of a year's report as of its last day, in the order of the report.
pub fn faults(ledger: &Ledger, year: Year) -> Vec<TokenFault> {
    let Some(desk) = Desk::whole(ledger, year) else { return Vec::new() };
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
