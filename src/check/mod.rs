//! Findings (疑点): what somebody should look at before signing. One rule a file; each is pure, and what only the disk
//! knows is told to it.

mod agree;
mod date;
mod double;
mod evidence;
mod finding;
mod lost;
mod open;
mod owed;
mod punctuation;
#[cfg(test)]
mod tests;
mod token;
mod why;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::document::PictureFault;
use crate::model::{Ledger, Template, Year};
use crate::query::{Figures, Homes, section_of_passage};
use crate::token::TokenFault;

pub use agree::agrees;
pub use finding::{Finding, Group, Place, Severity};
pub use lost::{Shown, place_of, why_of};
pub use why::Why;

/// What the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The data.
    pub ledger: &'a Ledger,
    /// The year that is looked at.
    pub year: Year,
    /// 今天.
    pub today: NaiveDate,
    /// The year's figures.
    pub figures: &'a Figures,
    /// The files named as evidence that are not there.
    pub missing: &'a BTreeSet<String>,
    /// The pictures named as evidence that a report cannot show.
    pub pictures: &'a BTreeMap<String, PictureFault>,
}

/// A rule: adds what it finds.
type Rule = fn(&Ground<'_>, &Template, &mut Vec<Finding>);

const RULES: [Rule; 8] = [
    lost::check,
    wording::check,
    date::check,
    double::check,
    owed::check,
    open::check,
    evidence::check,
    punctuation::check,
];

/// What the rules find that do not look at the report, in their order.
pub fn records(ground: &Ground<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(template) = ground.ledger.template(ground.year) {
        for rule in RULES {
            rule(ground, template, &mut found);
        }
    }
    found
}

/// All findings, the gravest first: of what is wrong with the report's tokens, and of its [`records`].
pub fn findings(ground: &Ground<'_>, faults: &[TokenFault], records: Vec<Finding>) -> Vec<Finding> {
    let Some(template) = ground.ledger.template(ground.year) else { return Vec::new() };
    let mut found: Vec<Finding> = faults.iter().map(token::finding).chain(records).collect();
    let homes = Homes::new(ground.ledger, template);
    for finding in &mut found {
        finding.section = match &finding.place {
            Place::Item { id, .. } => ground.ledger.items.get(id).and_then(|item| homes.of(&item.card)).cloned(),
            Place::Passage(id) => section_of_passage(ground.ledger, template, ground.year, id).cloned(),
            Place::Figure(id) => template.indicator(id).map(|indicator| indicator.section.clone()),
            Place::Kind(_) | Place::Entry(_) | Place::Ledger(_) => None,
        };
    }
    // Of one severity, the order of the rules stays.
    found.sort_by_key(|finding| finding.severity);
    found
}
