//! New items of what the list is of: one in a form, many in a grid, those of pasted rows.

use super::super::form::FormScreen;
use super::super::grid::GridScreen;
use super::super::picker::PickerScreen;
use super::{ListScreen, Subject};
use crate::model::Matter;
use crate::ui::outcome::{Input, Outcome};
use crate::ui::scene::Scene;

/// The pasted text, when it has several rows: those are no search.
pub(super) fn rows_of(input: &Input) -> Option<&str> {
    match input {
        Input::Paste(text) if text.trim_end_matches('\n').contains('\n') => Some(text),
        _ => None,
    }
}

impl ListScreen {
    /// A new item.
    pub(super) fn record(&self, scene: &Scene) -> Outcome {
        match (self.matter(scene), &self.subject) {
            (Some(matter), _) => Outcome::open(FormScreen::new(matter, scene)),
            (None, Subject::Section(id)) => Outcome::open(PickerScreen::within(id.clone(), scene)),
            (None, _) => Outcome::open(PickerScreen::new(scene)),
        }
    }

    /// Many new items.
    pub(super) fn grid(&self, scene: &Scene) -> Outcome {
        match self.matter(scene) {
            Some(matter) => Outcome::open(GridScreen::new(matter, scene)),
            None => Outcome::open(PickerScreen::for_grid(None, scene)),
        }
    }

    /// Offers a grid for rows that were pasted.
    pub(super) fn record_rows(&self, text: &str, scene: &Scene) -> Outcome {
        match self.matter(scene) {
            Some(matter) => GridScreen::pasted(matter, text, scene),
            None => Outcome::open(PickerScreen::for_grid(Some(text.to_owned()), scene)),
        }
    }

    /// The matter that all new items are of.
    fn matter<'a>(&self, scene: &Scene<'a>) -> Option<&'a Matter> {
        let template = scene.session.template();
        let id = match &self.subject {
            Subject::Matter(id) => Some(id),
            Subject::Figure(id, _) => template.indicator(id).and_then(|one| one.matters.first()),
            Subject::Section(_) | Subject::All | Subject::Item(_) | Subject::Bin => None,
        };
        template.matter(id?)
    }
}
