//! Which of the expected matters have something.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::scope::counted_on;
use super::{Homes, Scope};
use crate::id::{MatterId, SectionId};
use crate::model::{Answers, Card, Ledger, Status};

/// A matter that the year expects, and what there is of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// Which.
    pub matter: MatterId,
    /// Where it counts on the board.
    pub section: SectionId,
    /// How many items are 完成 and begun by the end of the window, 不计 ones included.
    pub items: usize,
    /// The day of the latest.
    pub last: Option<NaiveDate>,
    /// Last day for it.
    pub due: Option<NaiveDate>,
    /// Who owes it.
    pub answers: Answers,
}

/// The expected matters of the year, in the order of the template; an item placed into another section counts there
/// and not for its matter.
pub fn expected(ledger: &Ledger, scope: Scope) -> Vec<Expectation> {
    let Some(template) = ledger.template(scope.year) else { return Vec::new() };
    let mut found: HashMap<&MatterId, (usize, Option<NaiveDate>)> = HashMap::new();
    let homes = Homes::new(ledger, template);
    for item in ledger.items_of(scope.year).filter(|item| is_there(&item.card, &scope)) {
        if item.card.places.is_empty() || homes.of(&item.card) == homes.of_matter(&item.card.matter) {
            let (items, last) = found.entry(&item.card.matter).or_default();
            *items += 1;
            *last = (*last).max(Some(item.card.when.start()));
        }
    }
    let wanted = template.matters.iter().filter(|matter| matter.expected);
    let stand = wanted.map(|matter| {
        let (items, last) = found.get(&matter.id).copied().unwrap_or_default();
        let due = matter.due.and_then(|(month, day)| NaiveDate::from_ymd_opt(scope.year.number(), month, day));
        let (id, section) = (matter.id.clone(), matter.section.clone());
        Expectation { matter: id, section, items, last, due, answers: matter.answers }
    });
    stand.collect()
}

fn is_there(card: &Card, scope: &Scope) -> bool {
    card.status == Status::Done && scope.holds(counted_on(card))
}
