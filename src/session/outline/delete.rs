//! Deleting a passage: what hangs under it goes up a level, what hangs on it goes to the one above.

use super::super::Session;
use super::{OutlineError, called, seat};
use crate::id::PassageId;
use crate::model::{Change, Edit, Item, Passage, PassageKey, RecordKey, Style, Verb};

/// What the deletion of a passage does.
#[derive(Debug, PartialEq)]
pub struct Deletion {
    /// The change.
    pub change: Change,
    /// What the passage is called.
    pub name: String,
    /// Passages that go up a level.
    pub children: usize,
    /// Matters whose items hang on the one above from now on.
    pub matters: usize,
    /// Items that were hung there by hand and hang on the one above from now on.
    pub items: usize,
    /// What the one above is called; empty: there is none.
    pub above: String,
}

impl Session {
    /// The deletion of a passage.
    pub fn delete_passage(&self, id: &PassageId) -> Result<Deletion, OutlineError> {
        let (tree, passage) = (self.tree(), self.the_passage(id)?);
        if self.is_fixed(&tree, passage) {
            return Err(OutlineError::Fixed(called(passage)));
        }
        let above = passage.parent.as_ref().and_then(|id| tree.passage(id));
        let (template, matters) = self.matters_up(id, above);
        let items = self.items_up(id, above)?;
        if above.is_none() && (matters > 0 || !items.is_empty()) {
            return Err(OutlineError::Homeless(called(passage)));
        }
        let children: Vec<Passage> = tree.under(Some(id)).iter().map(|child| lifted(child, passage)).collect();
        let lifted = children.len();
        let row = tree.under(passage.parent.as_ref());
        let others: Vec<&Passage> = row.iter().copied().filter(|one| one.id != *id).collect();
        let moved = if lifted == 0 { Vec::new() } else { seat::seated(&others, children, seat::place(&tree, passage)) };
        let mut change = self.written(moved);
        change.act.what = called(passage);
        let key = RecordKey::Passage(PassageKey(self.year, id.clone()));
        change.edits.insert(0, Edit { old: key.get(&self.ledger), key, new: None });
        change.edits.extend(template);
        let many = items.len();
        change.edits.extend(items);
        let (name, above) = (called(passage), above.map(called).unwrap_or_default());
        Ok(Deletion { change, name, children: lifted, matters, items: many, above })
    }

    /// The edit that hangs the matters of a passage on the one above, and how many they are.
    fn matters_up(&self, id: &PassageId, above: Option<&Passage>) -> (Option<Edit>, usize) {
        let hangs = self.template().matters.iter().filter(|one| one.passage == *id || one.further.contains(id)).count();
        let Some(above) = above else { return (None, hangs) };
        let edit = self.reformed(|template| {
            for matter in &mut template.matters {
                if matter.passage == *id {
                    matter.passage = above.id.clone();
                }
                replace(&mut matter.further, id, &above.id, |passage| passage);
                matter.further.retain(|further| *further != matter.passage);
            }
        });
        (edit, hangs)
    }

    /// The edits that hang the items of a passage on the one above, binned ones too: they can come back.
    fn items_up(&self, id: &PassageId, above: Option<&Passage>) -> Result<Vec<Edit>, OutlineError> {
        let hangs =
            |item: &Item| item.card.year == self.year && item.card.places.iter().any(|place| place.passage == *id);
        let mut items: Vec<Item> =
            self.ledger.items.values().filter(|item| hangs(item)).map(|item| Item::clone(item)).collect();
        if let Some(above) = above {
            for item in &mut items {
                replace(&mut item.card.places, id, &above.id, |place| &mut place.passage);
            }
        }
        Ok(self.renewed(items, Verb::Write)?.edits)
    }
}

/// A passage as it stands a level higher, in the place of the one it hung under.
fn lifted(child: &Passage, gone: &Passage) -> Passage {
    let style = if child.lead.is_empty() { Style::Point } else { gone.style };
    Passage { parent: gone.parent.clone(), style, ..child.clone() }
}

/// Puts a passage in the place of another one, once.
fn replace<T>(row: &mut Vec<T>, old: &PassageId, new: &PassageId, named: impl Fn(&mut T) -> &mut PassageId) {
    let is_there = row.iter_mut().any(|one| named(one) == new);
    if is_there {
        row.retain_mut(|one| named(one) != old);
    }
    for one in row {
        let passage = named(one);
        if passage == old {
            *passage = new.clone();
        }
    }
}
