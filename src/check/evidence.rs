//! Evidence that is not where the item says it is, and pictures that a report cannot show.

use super::{Finding, Ground, Group, Place, Severity, Why};
use crate::model::{Common, Evidence, Template};

/// Each file of an item that is not there, or is no picture that can be shown.
pub(super) fn check(ground: &Ground<'_>, _template: &Template, found: &mut Vec<Finding>) {
    if ground.missing.is_empty() && ground.pictures.is_empty() {
        return;
    }
    for item in ground.ledger.items_of(ground.year) {
        for evidence in &item.body.evidence {
            let Evidence::File(path) = evidence else { continue };
            let why = match ground.pictures.get(path) {
                _ if ground.missing.contains(path) => Why::NoFile { path: path.clone() },
                Some(fault) => Why::BadPicture { path: path.clone(), fault: *fault },
                None => continue,
            };
            let place = Place::common(item.card.id, Common::Evidence);
            found.push(Finding::new(Group::Claims, Severity::Doubt, place, why));
        }
    }
}
