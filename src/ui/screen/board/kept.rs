//! Forms that were left with something typed in them: each a line on the board that opens it again.

use super::super::form::FormScreen;
use crate::id::{ItemId, MatterId};
use crate::ui::form::Draft;
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;

/// A form that was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    matter: MatterId,
    item: Option<ItemId>,
    /// The name of its matter.
    pub name: String,
    /// What stands typed as the title, or stood in the item; empty: no title yet.
    pub title: String,
}

/// The forms of the year whose drafts are kept and can still be opened.
pub fn kept(scene: &Scene) -> Vec<Kept> {
    let drafts = scene.session.drafts().filter_map(|(_, draft)| serde_json::from_value(draft.clone()).ok());
    drafts.filter(|draft: &Draft| draft.year == scene.session.year()).filter_map(|draft| of(&draft, scene)).collect()
}

fn of(draft: &Draft, scene: &Scene) -> Option<Kept> {
    let matter = scene.session.template().matter(&draft.matter);
    let item = draft.item.map(|id| scene.session.ledger().items.get(&id).filter(|item| !item.card.binned));
    let title = match (item, matter) {
        (Some(None), _) | (None, None) => return None,
        (Some(Some(item)), _) => item.card.title.as_str(),
        (None, Some(_)) => "",
    };
    Some(Kept {
        matter: draft.matter.clone(),
        item: draft.item,
        name: matter.map_or_else(|| draft.matter.to_string(), |matter| matter.name.clone()),
        title: draft.typed("title").unwrap_or(title).into(),
    })
}

impl Kept {
    /// Opens the form again.
    pub fn open(&self, scene: &Scene) -> Outcome {
        let item = self.item.and_then(|id| scene.session.ledger().items.get(&id));
        let matter = scene.session.template().matter(&self.matter);
        match (item, matter) {
            (Some(item), _) => Outcome::open(FormScreen::edit(item, scene)),
            (None, Some(matter)) => Outcome::open(FormScreen::new(matter, scene)),
            (None, None) => Outcome::Stay,
        }
    }
}
