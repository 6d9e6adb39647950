//! What was left with something typed in it, a form, a grid or the numbers of units: each a line on the board that opens
//! it again.

use serde_json::Value;

use super::super::form::FormScreen;
use super::super::grid::GridScreen;
use super::super::units::UnitsScreen;
use crate::id::{IndicatorId, MatterId};
use crate::ui::form::Draft;
use crate::ui::outcome::{Outcome, Question};
use crate::ui::scene::Scene;

/// Something that was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The name the draft is kept under.
    draft: String,
    /// What it is.
    place: Place,
    /// The name of its matter, register or figure.
    pub name: String,
    /// What stands typed as the title or label, or stood there, or how much is typed; empty: none yet.
    pub title: String,
}

/// Where it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Form(Box<Draft>),
    Grid(MatterId),
    Units(IndicatorId),
}

/// What was left of the year and can still be opened: forms, then grids, then the numbers of units.
pub fn kept(scene: &Scene) -> Vec<Kept> {
    forms(scene).into_iter().chain(grids(scene)).chain(units(scene)).collect()
}

/// The grids whose rows are kept.
fn grids(scene: &Scene) -> Vec<Kept> {
    let left = scene.session.template().matters.iter().filter_map(|matter| {
        let draft = GridScreen::draft_name(&matter.id, scene);
        let rows = scene.session.draft(&draft)?.as_array()?;
        let first = rows.first()?.get(0).and_then(Value::as_str).unwrap_or_default();
        let title = scene.look.lang.board_grid_kept(rows.len(), first);
        Some(Kept { draft, place: Place::Grid(matter.id.clone()), name: matter.name.clone(), title })
    });
    left.collect()
}

/// The figures of which numbers of units are kept.
fn units(scene: &Scene) -> Vec<Kept> {
    let left = scene.session.template().indicators.iter().filter_map(|one| {
        let draft = UnitsScreen::draft_name(&one.id, scene);
        let typed = UnitsScreen::typed(scene.session.draft(&draft)?);
        let title = scene.look.lang.board_units_kept(typed);
        (typed > 0).then(|| Kept { draft, place: Place::Units(one.id.clone()), name: one.id.to_string(), title })
    });
    left.collect()
}

/// The forms whose drafts are kept.
fn forms(scene: &Scene) -> Vec<Kept> {
    let drafts = scene.session.drafts().filter_map(|(name, draft)| Some((name, Draft::read(draft)?)));
    let here = drafts.filter(|(_, draft)| draft.year.is_none_or(|year| year == scene.session.year()));
    here.filter_map(|(name, draft)| of(name, draft, scene)).collect()
}

fn of(name: &str, draft: Draft, scene: &Scene) -> Option<Kept> {
    let (name_of, title) = if draft.register.is_some() { of_entry(&draft, scene)? } else { of_item(&draft, scene)? };
    Some(Kept { draft: name.into(), place: Place::Form(Box::new(draft)), name: name_of, title })
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
            text: lang.board_drop_draft(&self.name, &scene.look.brief(&self.title)),
            yes: lang.board_drop().into(),
            then,
        }))
    }

    /// Opens it again.
    pub fn open(&self, scene: &Scene) -> Outcome {
        let template = scene.session.template();
        match &self.place {
            Place::Form(draft) => form(draft, scene),
            Place::Grid(id) => {
                template.matter(id).map_or(Outcome::Stay, |matter| Outcome::open(GridScreen::new(matter, scene)))
            }
            Place::Units(id) => {
                template.indicator(id).map_or(Outcome::Stay, |one| Outcome::open(UnitsScreen::new(one, scene)))
            }
        }
    }
}

/// Opens a form again.
fn form(kept: &Draft, scene: &Scene) -> Outcome {
    let ledger = scene.session.ledger();
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
