//! 期间, 写法 and the section a figure is listed in.

use super::told;
use super::{Asked, IndicatorScreen, TRIAL};
use crate::id::SectionId;
use crate::model::{Indicator, When, Window};
use crate::token::{Format, Part, TokenText};
use crate::ui::ask::Ask;
use crate::ui::choose::{Choice, Choose};
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;

/// Months of a year.
const MONTHS: u32 = 12;

/// The stretches that are offered, the most used first.
fn windows() -> Vec<Window> {
    let quarters = (0..4).map(|at| Window::Months(3 * at + 1, 3 * at + 3));
    let months = (1..=MONTHS).map(|month| Window::Months(month, month));
    [Window::Whole, Window::Months(1, 6), Window::Months(7, MONTHS)]
        .into_iter()
        .chain(quarters)
        .chain(months)
        .chain((2..=MONTHS).map(Window::FromMonth))
        .collect()
}

impl IndicatorScreen {
    /// Asks over which stretch of the year.
    pub(super) fn ask_window(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let windows = windows();
        let here = windows.iter().position(|window| *window == self.indicator.window);
        let row = |window: &Window| match window {
            Window::Whole => Choice::with(lang.indicator_whole_window(), lang.indicator_whole_window_more()),
            window => Choice::new(told::window(window, scene)),
        };
        let mut rows: Vec<Choice> = windows.iter().map(row).collect();
        rows.push(Choice::new(lang.indicator_window_other()));
        let here = here.unwrap_or(windows.len());
        self.asked = Some(Asked::Window(windows));
        Outcome::open(Choose::new(lang.indicator_when(), rows).on(here))
    }

    /// Asks for a stretch in words.
    pub(super) fn ask_within(&mut self, why: &str, scene: &Scene) -> Outcome {
        let begun = match &self.indicator.window {
            Window::Within(when) => when.print(scene.session.year()),
            _ => String::new(),
        };
        self.asked = Some(Asked::Within);
        Outcome::open(Ask::new(scene.look.lang.indicator_when(), why, &begun))
    }

    /// Takes a stretch in words.
    pub(super) fn within(&mut self, typed: &str, scene: &Scene) -> Outcome {
        let (lang, session) = (scene.look.lang, scene.session);
        match When::parse(typed, session.year(), session.today()) {
            Ok(when) => {
                self.indicator.window = Window::Within(when);
                Outcome::Stay
            }
            Err(error) => self.ask_within(&lang.with_hint(&error.text(lang), &error.hint(lang)), scene),
        }
    }

    /// Asks how the figure is written: each way with what it gives now.
    pub(super) fn ask_writing(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        // Of a figure with a format of its own the plain way is not seen.
        let plain = Indicator { format: String::new(), ..self.tried() };
        let trial = scene.session.try_out(self.old.as_ref(), &plain);
        if trial.figure.value.is_none() {
            return Outcome::Tell(lang.indicator_writing_none().into());
        }
        let ways = scene.session.trial_desk(&trial).writings(&format!("{{{}}}", plain.id), "");
        let ways: Vec<(String, String)> =
            ways.into_iter().filter_map(|way| Some((format_of(&way.stored)?, way.shown))).collect();
        let here = ways.iter().position(|(format, _)| *format == self.indicator.format).unwrap_or_default();
        let rows = ways.iter().map(|(_, shown)| Choice::new(shown.clone())).collect();
        self.asked = Some(Asked::Writing(ways.into_iter().map(|(format, _)| format).collect()));
        Outcome::open(Choose::new(lang.indicator_writing(), rows).on(here))
    }

    /// Asks where the figure is listed and checked.
    pub(super) fn ask_section(&mut self, scene: &Scene) -> Outcome {
        let sections = &scene.session.template().sections;
        let here = sections.iter().position(|section| section.id == self.indicator.section).unwrap_or_default();
        let rows = sections.iter().map(|section| Choice::new(section.name.clone())).collect();
        let ids: Vec<SectionId> = sections.iter().map(|section| section.id.clone()).collect();
        self.asked = Some(Asked::Section(ids));
        Outcome::open(Choose::new(scene.look.lang.indicator_section(), rows).on(here))
    }

    /// The indicator as it is tried out: an old one under its name, a new one under one that nobody sees.
    pub(super) fn tried(&self) -> Indicator {
        let id = self.old.clone().unwrap_or_else(|| TRIAL.parse().expect("a constant id"));
        Indicator { id, unit: self.unit(), ..(*self.indicator).clone() }
    }
}

/// The formats of the one token that `stored` is, as an indicator keeps them; none: they look at another year, which is
/// for a text to say.
fn format_of(stored: &str) -> Option<String> {
    let Some(Part::Token(token)) = TokenText::parse(stored).parts.pop() else { return None };
    let looks_back = token.has(Format::LastYear) || token.has(Format::YearOnYear);
    let formats: Vec<String> = token.formats.iter().map(ToString::to_string).collect();
    (!looks_back).then(|| formats.join("|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formats_of_a_token_are_kept_and_those_of_last_year_are_not() {
        assert_eq!(format_of("{次数|万|约|单位}").as_deref(), Some("万|约|单位"));
        assert_eq!(format_of("{次数}").as_deref(), Some(""));
        assert_eq!(format_of("{次数|同比}"), None);
    }
}
