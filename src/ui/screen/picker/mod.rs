//! New item: picks its matter, the most used first; by digit, number, 汉字, 拼音 or initials.

mod number;
mod view;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::form::FormScreen;
use super::grid::GridScreen;
use super::places;
use crate::command::{Command, Context};
use crate::id::{MatterId, SectionId};
use crate::ui::help::HelpScreen;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Input, Outcome};
use crate::ui::scene::Scene;
use crate::ui::widget::{ListCursor, SearchLine};
pub use number::{Picked, is_number};

/// The picker: what is typed, and the matters that match.
#[derive(Debug)]
pub struct PickerScreen {
    typed: SearchLine,
    found: Vec<Found>,
    cursor: ListCursor,
    /// The section whose matters come first.
    section: Option<SectionId>,
    /// What is picked opens as a grid.
    grid: bool,
    /// Rows that go into it.
    rows: Option<String>,
}

/// A matter that matches, and how many items of the year it has.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    matter: MatterId,
    used: usize,
}

impl PickerScreen {
    /// All matters, the most used first.
    pub fn new(scene: &Scene) -> Self {
        Self::of(None, scene)
    }

    /// The matters of a section first.
    pub fn within(section: SectionId, scene: &Scene) -> Self {
        Self::of(Some(section), scene)
    }

    /// All matters; the one picked opens as a grid, and rows that were pasted are offered to it.
    pub fn for_grid(rows: Option<String>, scene: &Scene) -> Self {
        Self { grid: true, rows, ..Self::of(None, scene) }
    }

    /// All matters whose number begins with what was typed.
    fn numbered(begun: &str, grid: bool, scene: &Scene) -> Self {
        let mut picker = Self { grid, ..Self::of(None, scene) };
        picker.typed.update(&Input::Text(begun.into()));
        picker.search(scene);
        picker
    }

    fn of(section: Option<SectionId>, scene: &Scene) -> Self {
        let (typed, cursor) = (SearchLine::default(), ListCursor::new(0));
        let mut picker = Self { typed, found: Vec::new(), cursor, section, grid: false, rows: None };
        picker.search(scene);
        picker
    }

    fn search(&mut self, scene: &Scene) {
        let template = scene.session.template();
        let used = used(scene);
        let (query, number) = (self.typed.query(), number::Wanted::of(self.typed.text()));
        let rows = template.matters.iter().filter_map(|matter| {
            let score = number.score(&matter.id).or_else(|| query.score(&matter.name))?;
            let used = used.get(&matter.id).copied().unwrap_or(0);
            let home = self.section.as_ref() == Some(&matter.section);
            Some((Reverse(home), Reverse(score), Reverse(used), matter))
        });
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by_key(|(home, score, used, _)| (*home, *score, *used));
        self.found =
            rows.into_iter().map(|(_, _, used, matter)| Found { matter: matter.id.clone(), used: used.0 }).collect();
        self.cursor = ListCursor::new(self.found.len());
    }

    fn pick(&self, at: usize, scene: &Scene) -> Outcome {
        self.pick_for(None, at, scene)
    }

    /// Opens the matter at a row; the form or grid remembers the digit that picked it until its first key.
    fn pick_for(&self, picked: Option<Picked>, at: usize, scene: &Scene) -> Outcome {
        let found = self.found.get(at).and_then(|found| scene.session.template().matter(&found.matter));
        match found {
            Some(matter) if self.grid => match &self.rows {
                Some(rows) => Outcome::Do(vec![Outcome::Close, GridScreen::pasted(matter, rows, scene)]),
                None => Outcome::replace(GridScreen::new(matter, scene).picked_by(picked)),
            },
            Some(matter) => Outcome::replace(FormScreen::new(matter, scene).picked_by(picked)),
            None => Outcome::Stay,
        }
    }

    /// Picks by digit, unless what is typed goes on with it.
    fn digit(&mut self, digit: u8, scene: &Scene) -> Outcome {
        if number::goes_on(self.typed.text(), digit, scene) {
            return self.update(Input::Text(digit.to_string()), scene);
        }
        match (digit.checked_sub(1), self.typed.is_empty()) {
            (None, _) => Outcome::Stay,
            (Some(at), true) => self.pick_for(Some(Picked { digit, grid: self.grid }), usize::from(at), scene),
            (Some(at), false) => self.pick(usize::from(at), scene),
        }
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        if let Some(digit) = command.digit() {
            return self.digit(digit, scene);
        }
        match command {
            Command::Accept => self.cursor.selected().map_or(Outcome::Stay, |at| self.pick(at, scene)),
            Command::NewItem => Outcome::Stay,
            Command::Help => {
                let said = scene.look.lang.picker_help().map(String::from).to_vec();
                Outcome::open(HelpScreen::new(self.context(), said, scene.look))
            }
            Command::Grid => {
                self.grid = true;
                self.cursor.selected().map_or(Outcome::Stay, |at| self.pick(at, scene))
            }
            _ if self.cursor.update(command) => Outcome::Stay,
            _ => places::go(command, scene),
        }
    }
}

/// How many items of the year each matter has.
fn used<'a>(scene: &Scene<'a>) -> BTreeMap<&'a MatterId, usize> {
    let mut used = BTreeMap::new();
    for item in scene.session.ledger().items_of(scene.session.year()) {
        *used.entry(&item.card.matter).or_insert(0) += 1;
    }
    used
}

impl Screen for PickerScreen {
    fn context(&self) -> Context {
        Context::Picker
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        if self.typed.update(&input) {
            self.search(scene);
            return Outcome::Stay;
        }
        if let Input::Command(command) = input { self.command(command, scene) } else { Outcome::Stay }
    }

    fn arrange(&mut self, area: Rect, _scene: &Scene) {
        self.cursor.arrange(view::rows(area.height));
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        Some(view::view(self, buffer, area, scene))
    }
}
