//! Forms that were left with something typed in them: each a line on the board that opens it again.

use super::super::form::FormScreen;
use crate::id::{ItemId, MatterId};
use crate::ui::form::Draft;
use crate::ui::outcome::{Outcome, Question};
use crate::ui::scene::Scene;

/// A form that was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The name the draft is kept under.
    draft: String,
    matter: MatterId,
    item: Option<ItemId>,
    /// The name of its matter.
    pub name: String,
    /// What stands typed as the title, or stood in the item; empty: no title yet.
    pub title: String,
}

/// The forms of the year whose drafts are kept and can still be opened.
pub fn kept(scene: &Scene) -> Vec<Kept> {
    let drafts = scene.session.drafts().filter_map(|(name, draft)| Some((name, Draft::read(draft)?)));
    let here = drafts.filter(|(_, draft)| draft.year == scene.session.year());
    here.filter_map(|(name, draft)| of(name, &draft, scene)).collect()
}

fn of(name: &str, draft: &Draft, scene: &Scene) -> Option<Kept> {
    let matter = scene.session.template().matter(&draft.matter);
    let item = draft.item.map(|id| scene.session.ledger().items.get(&id).filter(|item| !item.card.binned));
    let title = match (item, matter) {
        (Some(None), _) | (None, None) => return None,
        (Some(Some(item)), _) => item.card.title.as_str(),
        (None, Some(_)) => "",
    };
    Some(Kept {
        draft: name.into(),
        matter: draft.matter.clone(),
        item: draft.item,
        name: matter.map_or_else(|| draft.matter.to_string(), |matter| matter.name.clone()),
        title: draft.typed("title").unwrap_or(title).into(),
    })
}

impl Kept {
    /// Asks whether to let the draft go.
    pub fn ask_to_drop(&self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let then = Outcome::Draft(self.draft.clone(), None);
        Outcome::Confirm(Box::new(Question {
            text: lang.board_drop_draft(&self.name, &self.title),
            yes: lang.board_drop().into(),
            then,
        }))
    }

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
