//! Moves an item up and down in the order of the report.

use super::ListScreen;
use crate::query::{Grouping, Order, SortBy};
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;

/// The order in which items can be moved.
const REPORT: Order = Order { by: SortBy::Report, reversed: false };

impl ListScreen {
    /// Puts the selected item before the one above it, or behind the one below.
    pub(super) fn shift(&mut self, down: bool, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        if self.order != REPORT {
            return Outcome::Tell(lang.list_move_order(&self.order.text(lang)));
        }
        if self.grouping != Grouping::None {
            return Outcome::Tell(lang.list_move_groups().into());
        }
        let Some(row) = self.cursor.selected() else { return Outcome::Stay };
        let other = if down { Some(row + 1) } else { row.checked_sub(1) };
        let pair = self.selected().zip(other.and_then(|row| self.selection.get(row)));
        let Some((item, other)) = pair.map(|(item, other)| (item.card.id, other.card.id)) else {
            return Outcome::Tell(lang.list_move_end().into());
        };
        match scene.session.move_beside(item, other, down) {
            Ok(Some(change)) => self.change(Ok(change), lang.list_moved().into(), scene),
            Ok(None) => Outcome::Tell(lang.list_move_end().into()),
            Err(error) => Outcome::Tell(error.text(lang)),
        }
    }
}
