//! Evidence that is not where the item says it is.

use super::{Finding, Ground, Group, Place, Severity, Why};
use crate::model::{Common, Evidence, Template};

/// Each file of an item that is not there.
pub(super) fn check(ground: &Ground<'_>, _template: &Template, found: &mut Vec<Finding>) {
    if ground.missing.is_empty() {
        return;
    }
    for item in ground.ledger.items_of(ground.year) {
        for evidence in &item.body.evidence {
            let Evidence::File(path) = evidence else { continue };
            if ground.missing.contains(path) {
                let place = Place::common(item.card.id, Common::Evidence);
                let why = Why::NoFile { path: path.clone() };
                found.push(Finding::new(Group::Claims, Severity::Doubt, place, why));
            }
        }
    }
}
