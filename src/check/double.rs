//! Items that were probably recorded twice.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{Finding, Ground, Group, Place, Severity, Why};
use crate::id::EntryId;
use crate::model::{Card, Common, FieldValue, Item, Ledger, Template};

/// The title of what nobody has named yet.
const OPEN: &str = "**";

/// Each item of the same matter, title, date, unit and entries as an earlier one: an article that two outlets print is
/// two items.
pub(super) fn check(ground: &Ground<'_>, _template: &Template, found: &mut Vec<Finding>) {
    // Nearly all are alike to none: room for others is made when it is needed.
    let mut seen: HashMap<_, (&Item, Vec<&Item>)> = HashMap::new();
    for item in ground.ledger.items_of(ground.year).filter(|item| item.card.title.trim() != OPEN) {
        let card = &item.card;
        let alike = match seen.entry((&card.matter, card.title.trim(), &card.when)) {
            Entry::Vacant(place) => {
                place.insert((item, Vec::new()));
                continue;
            }
            Entry::Occupied(place) => place.into_mut(),
        };
        let mut earlier = std::iter::once(&alike.0).chain(&alike.1);
        if let Some(first) = earlier.find(|one| is_same(ground.ledger, &one.card, card)) {
            let stamp = &first.body.created;
            let other = format!("{} {}", stamp.at.format("%m-%d"), stamp.by).trim_end().to_owned();
            let place = Place::common(card.id, Common::Title);
            found.push(Finding::new(Group::Numbers, Severity::Doubt, place, Why::Double { other }));
        } else {
            alike.1.push(item);
        }
    }
}

fn is_same(ledger: &Ledger, one: &Card, other: &Card) -> bool {
    entries(ledger, one).eq(entries(ledger, other))
}

/// The unit and the entries that the fields name, merges followed.
fn entries<'a>(ledger: &'a Ledger, card: &'a Card) -> impl Iterator<Item = Option<EntryId>> + 'a {
    let named = |id: EntryId| ledger.entry(id).map_or(id, |entry| entry.id);
    let fields = card.fields.values().filter_map(|value| match value {
        FieldValue::Entry(id) => Some(*id),
        _ => None,
    });
    std::iter::once(card.unit.map(named)).chain(fields.map(move |id| Some(named(id))))
}
