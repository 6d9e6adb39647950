//! The unit and the name that a new figure has until somebody types others.

use super::{IndicatorScreen, told};
use crate::id::IndicatorId;
use crate::model::{FieldType, Measure, UNIT_SIGNS};
use crate::ui::scene::Scene;

/// Longest name that is proposed, in characters: a number still goes behind it.
const LONGEST: usize = 40;

impl IndicatorScreen {
    /// Puts a unit and a name into a new figure, until somebody types others.
    pub(super) fn propose(&mut self, scene: &Scene) {
        if self.old.is_some() {
            return;
        }
        let (unit, name) = self.proposed(scene);
        if self.unit.text() == self.indicator.unit {
            self.unit.set(&unit);
            self.indicator.unit = unit;
        }
        let is_own = self.name.text() != self.indicator.id.as_str() && !self.name.text().is_empty();
        if let Ok(id) = name.parse::<IndicatorId>()
            && !is_own
        {
            self.name.set(&name);
            self.indicator.id = id;
        }
    }

    /// The unit and the name that a definition suggests: those of its matter and field; of several matters, those they
    /// share.
    fn proposed(&self, scene: &Scene) -> (String, String) {
        let template = scene.session.template();
        let whose = match self.indicator.matters.as_slice() {
            [] => "",
            [only] => template.matter(only).map_or("", |matter| matter.name.as_str()),
            _ => template.section(&self.indicator.section).map_or("", |section| section.name.as_str()),
        };
        let kinds = told::kinds(&self.indicator, template);
        let shared = kinds.first().filter(|first| kinds.iter().all(|kind| kind.unit == first.unit));
        let of = |field| told::numbers(&self.indicator, template).into_iter().find(|spec| spec.id.as_str() == field);
        let number = self.indicator.measure.field().and_then(of);
        let unit = match (&self.indicator.measure, number) {
            (Measure::Count, _) => {
                shared.map_or_else(|| scene.look.lang.indicator_times_unit().into(), |kind| kind.unit.clone())
            }
            (_, Some(spec)) => match &spec.holds {
                FieldType::Amount { unit } => unit.clone(),
                _ => String::new(),
            },
            _ => String::new(),
        };
        let what = match &self.indicator.measure {
            Measure::Count => scene.look.lang.indicator_count_name(unit.split(UNIT_SIGNS).next().unwrap_or_default()),
            _ => number.map_or_else(|| told::measure(&self.indicator, scene), |spec| spec.name.clone()),
        };
        let name: String = format!("{whose}{what}").chars().filter(|c| c.is_alphanumeric()).take(LONGEST).collect();
        let numbered = (2..).map(|n| format!("{name}{n}"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !scene.session.is_taken(name));
        (unit, free.unwrap_or(name))
    }
}
