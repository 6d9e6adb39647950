//! Figures that leave out addends nobody knows yet.

use super::{Finding, Ground, Group, Place, Severity, Why};
use crate::model::Template;

/// Each figure with a value some of whose addends are open; without any value it prints as a blank, which is seen.
pub(super) fn check(ground: &Ground<'_>, _template: &Template, found: &mut Vec<Finding>) {
    let counted = ground.figures.iter().filter(|(_, figure)| figure.value.is_some() && figure.open > 0);
    found.extend(counted.map(|(id, figure)| {
        let why = Why::Open { open: figure.open };
        Finding::new(Group::Numbers, Severity::Doubt, Place::Figure(id.clone()), why)
    }));
}
