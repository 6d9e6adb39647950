//! Picking the items that indicators count: one pass over the year, an item only ever shown to indicators of its sort.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use super::measure::{Gauge, is_of};
use super::scope::counted_on;
use super::{Scope, counts};
use crate::id::{ItemId, KindId, MatterId};
use crate::model::{Card, Item, Ledger};

/// The gauges that items of one matter and kind can enter, found once for each sort of item.
struct Sorts<'g, 'a> {
    gauges: &'g [Gauge<'g>],
    known: HashMap<(&'a MatterId, &'a KindId), usize>,
    own: Vec<Vec<usize>>,
}

impl<'g, 'a> Sorts<'g, 'a> {
    fn new(gauges: &'g [Gauge<'g>]) -> Self {
        Self { gauges, known: HashMap::new(), own: Vec::new() }
    }

    /// The number of the item's sort; none: no gauge wants it.
    fn of(&mut self, card: &'a Card) -> Option<usize> {
        let Self { gauges, known, own } = self;
        let sort = *known.entry((&card.matter, &card.kind)).or_insert_with(|| {
            own.push((0..gauges.len()).filter(|at| is_of(gauges[*at].indicator, card)).collect());
            own.len() - 1
        });
        (!own[sort].is_empty()).then_some(sort)
    }
}

/// Items that stand in the place of the ledger's own, or of none there; without one, the item is gone.
pub(super) type Over<'a> = BTreeMap<ItemId, Option<&'a Item>>;

/// An item on its way to the gauges.
struct Found<'a> {
    order: (NaiveDate, ItemId),
    sort: usize,
    item: &'a Item,
}

/// The items of each gauge, in order of date, then id.
pub(super) fn picked<'a>(
    (ledger, over): (&'a Ledger, &Over<'a>),
    scope: Scope,
    gauges: &[Gauge<'_>],
) -> Vec<Vec<&'a Item>> {
    let own = ledger.items.values().map(Arc::as_ref).filter(|item| !over.contains_key(&item.card.id));
    let mut sorts = Sorts::new(gauges);
    let mut found = Vec::new();
    for item in own.chain(over.values().copied().flatten()).filter(|item| item.card.year == scope.year) {
        if let Some(sort) = sorts.of(&item.card).filter(|_| counts(&item.card, &scope)) {
            found.push(Found { order: (item.card.when.start(), item.card.id), sort, item });
        }
    }
    found.sort_by_key(|one| one.order);
    let mut picked = vec![Vec::new(); gauges.len()];
    for Found { sort, item, .. } in found {
        let day = counted_on(&item.card);
        for at in &sorts.own[sort] {
            if gauges[*at].picks(&item.card, day) {
                picked[*at].push(item);
            }
        }
    }
    picked
}
