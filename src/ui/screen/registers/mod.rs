//! The registers: which there are, and how many entries each has. Enter opens one.

mod actions;
mod entries;
mod tables;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::{Command, Context};
use crate::id::RegisterId;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Input, Outcome};
use crate::ui::scene::Scene;
use crate::ui::widget::ListCursor;
pub use entries::EntriesScreen;

/// The registers of the year's template, numbered.
#[derive(Debug)]
pub struct RegistersScreen {
    registers: Vec<RegisterId>,
    cursor: ListCursor,
}

impl RegistersScreen {
    /// All registers.
    pub fn new(scene: &Scene) -> Self {
        let registers: Vec<RegisterId> =
            scene.session.template().registers.iter().map(|register| register.id.clone()).collect();
        Self { cursor: ListCursor::new(registers.len()), registers }
    }

    fn open(&self, at: usize, scene: &Scene) -> Outcome {
        let register = self.registers.get(at);
        register.map_or(Outcome::Stay, |register| Outcome::open(EntriesScreen::new(register.clone(), scene)))
    }
}

impl Screen for RegistersScreen {
    fn context(&self) -> Context {
        Context::Picker
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        let Input::Command(command) = input else { return Outcome::Stay };
        match (command, command.digit()) {
            (_, Some(0)) => Outcome::Stay,
            (_, Some(digit)) => self.open(usize::from(digit) - 1, scene),
            (Command::Accept, _) => self.open(self.cursor.index(), scene),
            _ if self.cursor.update(command) => Outcome::Stay,
            _ => Outcome::Pass,
        }
    }

    fn arrange(&mut self, area: Rect, _scene: &Scene) {
        self.cursor.arrange(view::rows(area.height));
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        Some(view::registers(self, buffer, area, scene))
    }

    fn refresh(&mut self, scene: &Scene) {
        let at = self.cursor.index();
        *self = Self::new(scene);
        self.cursor.select(at);
    }
}
