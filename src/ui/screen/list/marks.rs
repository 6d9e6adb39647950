//! Marks: what is to be acted on together. They stay while others are looked for.

use std::collections::HashSet;

use super::{ListScreen, Row};
use crate::command::Command;
use crate::id::ItemId;
use crate::ui::outcome::Outcome;

impl ListScreen {
    /// Marks the selected item or lets it go, a group's all together, and goes on to the next.
    pub(super) fn mark(&mut self) -> Outcome {
        let Some(row) = self.cursor.selected() else { return Outcome::Stay };
        match self.row(row) {
            Row::Group(at) => {
                let items = self.groups[at].items.iter().filter_map(|at| self.selection.get(*at));
                toggle(&mut self.marked, items.map(|item| item.card.id).collect());
            }
            Row::Item(at) => {
                toggle(&mut self.marked, self.selection.get(at).map(|item| item.card.id).into_iter().collect());
            }
        }
        self.cursor.update(Command::Down);
        self.walking = true;
        Outcome::Stay
    }

    /// Marks all that is shown, or lets it go where all of it is marked.
    pub(super) fn mark_all(&mut self) -> Outcome {
        toggle(&mut self.marked, self.selection.items().map(|item| item.card.id).collect());
        Outcome::Stay
    }
}

/// Marks all the items, or lets them go where all of them are marked.
fn toggle(marked: &mut HashSet<ItemId>, items: Vec<ItemId>) {
    if items.iter().all(|id| marked.contains(id)) {
        for id in &items {
            marked.remove(id);
        }
    } else {
        marked.extend(items);
    }
}
