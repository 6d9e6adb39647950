//! Matters by their number: `2.7` is typed though a digit picks at once, as a dot right after it takes the pick back.

use super::PickerScreen;
use crate::id::MatterId;
use crate::text::fold;
use crate::ui::outcome::{Input, Outcome};
use crate::ui::scene::Scene;

/// The digit that picked what is open now, until the first key there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picked {
    /// The digit.
    pub digit: u8,
    /// It was picked for a grid.
    pub grid: bool,
}

/// The number that is looked for; none: what is typed is no number.
pub(super) struct Wanted(Option<String>);

impl Picked {
    /// Goes back to picking when the first key is the dot of a number that begins with the digit.
    pub fn back(self, first: &Input, scene: &Scene) -> Option<Outcome> {
        let Input::Text(text) = first else { return None };
        let begun = format!("{}.", self.digit);
        let is_begun =
            fold(text) == "." && scene.session.template().matters.iter().any(|one| is_begun(&one.id, &begun));
        is_begun.then(|| Outcome::replace(PickerScreen::numbered(&begun, self.grid, scene)))
    }
}

impl Wanted {
    /// What is typed as a number: `２。７` too.
    pub(super) fn of(typed: &str) -> Self {
        Self(is_number(typed).then(|| fold(typed.trim())))
    }

    /// How well a matter's number fits: the number itself before those that go on with it.
    pub(super) fn score(&self, id: &MatterId) -> Option<u32> {
        let wanted = self.0.as_ref()?;
        let is_it = u32::from(id.as_str() == wanted);
        is_begun(id, wanted).then_some(u32::MAX - 1 + is_it)
    }
}

/// Whether what is typed looks like the number of a matter.
pub fn is_number(typed: &str) -> bool {
    let typed = fold(typed.trim());
    typed.starts_with(|c: char| c.is_ascii_digit()) && typed.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// Whether a digit goes on with what is typed: a matter has both in its name or at the beginning of its number. A blank
/// typed first begins a number.
pub(super) fn goes_on(typed: &str, digit: u8, scene: &Scene) -> bool {
    let longer = fold(format!("{typed}{digit}").trim());
    let mut matters = scene.session.template().matters.iter();
    typed.starts_with([' ', '\u{3000}'])
        || !typed.is_empty() && matters.any(|matter| is_begun(&matter.id, &longer) || matter.name.contains(&longer))
}

fn is_begun(id: &MatterId, number: &str) -> bool {
    id.as_str().starts_with(number)
}
