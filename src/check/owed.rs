//! Figures that are counted though units have not answered yet.

use super::{Finding, Ground, Group, Place, Severity, Why};
use crate::model::Template;

/// Each figure with a value that some unit still owes.
pub(super) fn check(ground: &Ground<'_>, _template: &Template, found: &mut Vec<Finding>) {
    let counted = ground.figures.iter().filter(|(_, figure)| figure.value.is_some() && !figure.owed.is_empty());
    found.extend(counted.map(|(id, figure)| {
        let why = Why::Owed { answered: figure.units.len(), owed: figure.owed.len() };
        Finding::new(Group::Numbers, Severity::Doubt, Place::Figure(id.clone()), why)
    }));
}
