//! Items that are done on a day that cannot be.

use chrono::NaiveDate;

use super::{Finding, Ground, Group, Place, Severity, Why};
use crate::model::{Common, Item, Status, Template};
use crate::query::Scope;

/// What is done lies in the ledger's year, or its period does, and not in the future.
pub(super) fn check(ground: &Ground<'_>, _template: &Template, found: &mut Vec<Finding>) {
    let year = Scope::whole(ground.year, NaiveDate::MAX);
    for item in ground.ledger.items_of(ground.year).filter(|item| item.card.status == Status::Done) {
        if let Some(why) = odd(item, year, ground.today) {
            found.push(Finding::new(Group::Numbers, Severity::Error, Place::common(item.card.id, Common::When), why));
        }
    }
}

fn odd(item: &Item, year: Scope, today: NaiveDate) -> Option<Why> {
    let card = &item.card;
    let (start, when) = (card.when.start(), || card.when.to_string());
    // A second-quarter session may be held in July, and the last one of a year in January.
    let counted = card.period.as_ref().map_or(start, crate::model::Period::start);
    if !year.holds(counted) {
        return Some(Why::OutsideYear { when: when(), year: card.year.to_string() });
    }
    // What was done 12月30日前 may have been done long before.
    (start > today && !card.when.is_limit()).then(|| Why::InFuture { when: when() })
}
