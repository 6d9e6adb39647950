//! Tokens that cannot print what they should.

use super::{Finding, Group, Place, Severity, Why};
use crate::model::Common;
use crate::token::{FaultPlace, TokenFault, Trouble};

/// The finding of a fault that composing the report met.
pub(super) fn finding(fault: &TokenFault) -> Finding {
    let place = match &fault.place {
        FaultPlace::Passage(id) => Place::Passage(id.clone()),
        FaultPlace::Item(id) => Place::common(*id, Common::Wording),
        FaultPlace::Kind(id) => Place::Kind(id.clone()),
        FaultPlace::Entry(id) => Place::Entry(*id),
    };
    // Without a year to compare with, the clause is left out as it should be; the rest prints a blank.
    let severity = if fault.what == Trouble::NoBase { Severity::Note } else { Severity::Error };
    let why = Why::Token { token: fault.token.clone(), what: fault.what.clone(), nearest: fault.nearest.clone() };
    Finding::new(Group::Numbers, severity, place, why)
}
