//! A list of what is behind a figure: the figure of its cut of the year, and what it is besides items.

use super::{ListScreen, Subject};
use crate::id::IndicatorId;
use crate::model::Variant;
use crate::query::State;
use crate::ui::scene::Scene;

impl ListScreen {
    /// Takes the figure that the list is of as it is now.
    pub(super) fn take_figure(&mut self, scene: &Scene) {
        self.figure = match &self.subject {
            Subject::Figure(id, variant) => scene.session.figure_of(id, variant).map(std::borrow::Cow::into_owned),
            _ => None,
        };
    }

    /// The field that the figure takes its value from, when the list is of one.
    pub(super) fn measured<'a>(&self, scene: &Scene<'a>) -> Option<&'a str> {
        let Subject::Figure(id, _) = &self.subject else { return None };
        scene.session.template().indicator(id)?.measure.field()
    }

    /// The figure with its value and state, and of which part of the year it is.
    pub(super) fn figure_words(&self, id: &IndicatorId, variant: &Variant, scene: &Scene) -> String {
        let (figure, lang) = (self.figure.as_ref(), scene.look.lang);
        let state = figure.map_or(State::Missing, |figure| figure.state);
        let part = (*variant != Variant::Whole).then(|| variant.name(lang));
        let words = [id.to_string(), scene.session.text_of_figure(id, figure), state.text(lang).into()];
        words.into_iter().chain(part).collect::<Vec<_>>().join(" ")
    }

    /// The units whose returns the figure is made of.
    pub(super) fn returned(&self, scene: &Scene) -> Option<String> {
        let units = &self.figure.as_ref()?.units;
        let entries = units.iter().filter_map(|id| scene.session.ledger().entry(*id));
        let names: Vec<&str> = entries.map(|entry| entry.label.as_str()).collect();
        let lang = scene.look.lang;
        (!units.is_empty()).then(|| lang.list_units_said(units.len(), &names.join(lang.between())))
    }
}
