//! Another item that may be the one being recorded: the same title, or the same day and the same outlet.

use crate::id::{EntryId, ItemId};
use crate::model::{Card, FieldType, FieldValue, Item, When};
use crate::session::Session;

/// Another item that looks like the form's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Like {
    /// The other item.
    pub item: ItemId,
    /// Its title.
    pub title: String,
    /// Its date.
    pub when: When,
    /// What they share.
    pub by: Likeness,
}

/// What two items share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// The title.
    Title,
    /// The day, and this entry of a register that the kind requires.
    Day(EntryId),
}

/// The first other item of the year that looks like `item`: by its title before all.
pub(super) fn like(item: &Item, session: &Session) -> Option<Like> {
    let entries = required_entries(&item.card, session);
    let others = || session.ledger().items_of(session.year()).filter(|one| one.card.id != item.card.id);
    let title = item.card.title.trim();
    let same_title = |one: &&Item| !title.is_empty() && title != "**" && one.card.title.trim() == title;
    if let Some(one) = others().find(same_title) {
        return Some(found(one, Likeness::Title));
    }
    let same_day = others().filter(|one| one.card.kind == item.card.kind && one.card.when == item.card.when);
    same_day.into_iter().find_map(|one| {
        let shared = entries.iter().find(|id| required_entries(&one.card, session).contains(id))?;
        Some(found(one, Likeness::Day(*shared)))
    })
}

fn found(item: &Item, by: Likeness) -> Like {
    Like { item: item.card.id, title: item.card.title.clone(), when: item.card.when.clone(), by }
}

/// The entries in the fields that the kind requires and that hold one entry: the outlet of an article.
fn required_entries(card: &Card, session: &Session) -> Vec<EntryId> {
    let kind = session.template().kind(&card.kind);
    let specs = kind.into_iter().flat_map(|kind| &kind.fields);
    let asked = specs.filter(|spec| spec.required && matches!(spec.holds, FieldType::Entry { .. }));
    let ids = asked.filter_map(|spec| match card.fields.get(&spec.id) {
        Some(FieldValue::Entry(id)) => Some(*id),
        _ => None,
    });
    ids.collect()
}
