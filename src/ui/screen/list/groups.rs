//! The key that goes through what a list can be grouped by, and what it is grouped by in words.

use super::ListScreen;
use crate::model::Item;
use crate::query::{Grouping, named_registers};
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;

impl ListScreen {
    /// Groups by the next: unit, month, each register that the items name, nothing.
    pub(super) fn group(&mut self, scene: &Scene) -> Outcome {
        let on = self.selected().map(|item| item.card.id);
        let items: Vec<&Item> = self.selection.items().collect();
        let registers = named_registers(scene.session.template(), &items).len();
        self.grouping = self.grouping.next(registers);
        self.lay_out(scene);
        self.go_to(on);
        Outcome::Stay
    }
}

/// What the items are grouped by; empty: by nothing, or by what none of them names.
pub(super) fn text(by: Grouping, items: &[&Item], scene: &Scene) -> String {
    let lang = scene.look.lang;
    match by {
        Grouping::None => String::new(),
        Grouping::Unit => lang.list_grouped_unit().into(),
        Grouping::Month => lang.list_grouped_month().into(),
        Grouping::Register(at) => {
            let named = named_registers(scene.session.template(), items);
            named.get(at).map(|named| lang.list_grouped_register(named.name())).unwrap_or_default()
        }
    }
}
