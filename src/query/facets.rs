//! What a list could be limited to: the values that its items have, each with how many have it.

use std::collections::HashMap;

use chrono::Datelike;

use super::Want;
use super::scope::counted_on;
use crate::id::EntryId;
use crate::model::{Card, Item, Ledger, Period, Template};

/// A sort of value that a list can be limited by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Facet {
    /// The matter.
    Matter,
    /// The kind.
    Kind,
    /// The status.
    Status,
    /// The month.
    Month,
    /// The period: those given, and the quarters.
    Period,
    /// The unit.
    Unit,
    /// The tags.
    Tag,
}

impl Facet {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Matter, Self::Kind, Self::Status, Self::Month, Self::Period, Self::Unit, Self::Tag];

    /// Whether the wish limits by it.
    pub const fn is_of(self, want: &Want) -> bool {
        matches!(
            (self, want),
            (Self::Matter, Want::Matter(_))
                | (Self::Kind, Want::Kind(_))
                | (Self::Status, Want::Status(_))
                | (Self::Month, Want::Month(_))
                | (Self::Period, Want::Period(_))
                | (Self::Unit, Want::Unit(_))
                | (Self::Tag, Want::Tag(_))
        )
    }
}

/// The values that the items have, each with how many: those with an order of their own in it, the others by size.
pub fn offered<'a>(
    ledger: &Ledger,
    template: &Template,
    items: impl Iterator<Item = &'a Item>,
    facet: Facet,
) -> Vec<(Want, usize)> {
    let mut counts: HashMap<Want, usize> = HashMap::new();
    for item in items {
        each(ledger, &item.card, facet, |want| *counts.entry(want).or_default() += 1);
    }
    let mut found: Vec<(Want, usize)> = counts.into_iter().collect();
    found.sort_by_cached_key(|(want, many)| (place(template, want), std::cmp::Reverse(*many), format!("{want:?}")));
    found
}

fn each(ledger: &Ledger, card: &Card, facet: Facet, mut tell: impl FnMut(Want)) {
    let now = |id: EntryId| ledger.entry(id).map_or(id, |entry| entry.id);
    match facet {
        Facet::Matter => tell(Want::Matter(card.matter.clone())),
        Facet::Kind => tell(Want::Kind(card.kind.clone())),
        Facet::Status => tell(Want::Status(card.status)),
        Facet::Month => tell(Want::Month(card.when.start().month())),
        Facet::Period => {
            let quarter = Period::quarter_of(counted_on(card));
            if let Some(period) = card.period.as_ref().filter(|period| **period != quarter) {
                tell(Want::Period(period.clone()));
            }
            tell(Want::Period(quarter));
        }
        Facet::Unit => card.unit.into_iter().for_each(|unit| tell(Want::Unit(now(unit)))),
        Facet::Tag => card.tags.iter().for_each(|tag| tell(Want::Tag(tag.clone()))),
    }
}

/// Where a value stands by its own order.
fn place(template: &Template, want: &Want) -> i64 {
    let at = |found: Option<usize>| found.and_then(|at| i64::try_from(at).ok()).unwrap_or(i64::MAX);
    match want {
        Want::Matter(id) => at(template.matters.iter().position(|one| one.id == *id)),
        Want::Kind(id) => at(template.kinds.iter().position(|one| one.id == *id)),
        Want::Status(status) => *status as i64,
        Want::Month(month) => i64::from(*month),
        // Of two that begin on one day the shorter one first.
        Want::Period(period) => {
            i64::from(period.start().num_days_from_ce()) * 400 + (period.end() - period.start()).num_days()
        }
        _ => 0,
    }
}
