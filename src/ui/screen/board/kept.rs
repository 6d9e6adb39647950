//! Forms that were left with something typed in them: each a line on the board that opens it again.

use super::super::form::FormScreen;
use crate::ui::form::Draft;
use crate::ui::outcome::{Outcome, Question};
use crate::ui::scene::Scene;

/// A form that was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The name the draft is kept under.
    draft: String,
    /// What stands typed.
    typed: Draft,
    /// The name of its matter or register.
    pub name: String,
    /// What stands typed as the title or label, or stood there; empty: none yet.
    pub title: String,
}

/// The forms of the year whose drafts are kept and can still be opened.
pub fn kept(scene: &Scene) -> Vec<Kept> {
    let drafts = scene.session.drafts().filter_map(|(name, draft)| Some((name, Draft::read(draft)?)));
    let here = drafts.filter(|(_, draft)| draft.year.is_none_or(|year| year == scene.session.year()));
    here.filter_map(|(name, draft)| of(name, draft, scene)).collect()
}

fn of(name: &str, draft: Draft, scene: &Scene) -> Option<Kept> {
    let (name_of, title) = if draft.register.is_some() { of_entry(&draft, scene)? } else { of_item(&draft, scene)? };
    Some(Kept { draft: name.into(), typed: draft, name: name_of, title })
}

fn of_item(draft: &Draft, scene: &Scene) -> Option<(String, String)> {
    let id = draft.matter.as_ref()?;
    let matter = scene.session.template().matter(id);
    let item = draft.item.map(|id| scene.session.ledger().items.get(&id).filter(|item| !item.card.binned));
    let title = match (item, matter) {
        (Some(None), _) | (None, None) => return None,
        (Some(Some(item)), _) => item.card.title.as_str(),
        (None, Some(_)) => "",
    };
    let name = matter.map_or_else(|| id.to_string(), |matter| matter.name.clone());
    Some((name, draft.typed("title").unwrap_or(title).into()))
}

fn of_entry(draft: &Draft, scene: &Scene) -> Option<(String, String)> {
    let register = scene.session.template().register(draft.register.as_ref()?)?;
    let label = match draft.entry {
        Some(id) => scene.session.ledger().entries.get(&id)?.label.as_str(),
        None => "",
    };
    Some((scene.look.lang.registers_kept(&register.name), draft.typed("label").unwrap_or(label).into()))
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
        let (ledger, kept) = (scene.session.ledger(), &self.typed);
        let entry = kept.entry.and_then(|id| ledger.entries.get(&id));
        let item = kept.item.and_then(|id| ledger.items.get(&id));
        let matter = kept.matter.as_ref().and_then(|id| scene.session.template().matter(id));
        let form = match (entry, &kept.register, item, matter) {
            (Some(entry), ..) => FormScreen::edit_entry(entry, scene),
            (None, Some(register), ..) => FormScreen::new_entry(register, "", scene),
            (None, None, Some(item), _) => FormScreen::edit(item, scene),
            (None, None, None, Some(matter)) => FormScreen::new(matter, scene),
            (None, None, None, None) => return Outcome::Stay,
        };
        Outcome::open(form)
    }
}
