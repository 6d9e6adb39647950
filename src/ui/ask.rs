//! Asks for one line of text in the middle of the screen; the layer below is told what was typed.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layers::Screen;
use super::outcome::{Answer, Input, Outcome};
use super::paint::Painter;
use super::scene::Scene;
use super::widget::{TextField, Typed, line};
use crate::command::{Command, Context};
use crate::text::wrap;

/// Cells of the box, borders included.
const WIDTH: u16 = 60;
/// Rows of the box besides what is explained: borders, title, field, air, keys.
const OTHERS: u16 = 7;

/// A question whose answer is typed.
#[derive(Debug)]
pub struct Ask {
    title: String,
    /// What may be typed, or why the last answer would not do.
    said: String,
    begun: String,
    field: TextField,
}

impl Ask {
    /// Asks; `begun` stands in the field already, and typing replaces it.
    pub fn new(title: impl Into<String>, said: impl Into<String>, begun: &str) -> Self {
        let mut field = TextField::single(begun);
        field.enter();
        Self { title: title.into(), said: said.into(), begun: begun.into(), field }
    }

    /// Leaves; what was typed can be pasted.
    fn leave(&self, scene: &Scene) -> Outcome {
        let typed = self.field.text();
        if typed.trim().is_empty() || typed == self.begun {
            return Outcome::Close;
        }
        scene.look.clipboard.set(typed);
        Outcome::close_and_tell(scene.look.lang.ask_left())
    }
}

impl Screen for Ask {
    fn context(&self) -> Context {
        Context::Settings
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        if self.field.update(&input, &scene.look.clipboard) != Typed::Passed {
            return Outcome::Stay;
        }
        match input {
            Input::Command(Command::Accept | Command::SaveAndClose) => {
                Outcome::Answer(Answer::Typed(self.field.text().trim().to_owned()))
            }
            Input::Command(Command::Back) => self.leave(scene),
            Input::Command(Command::Help | Command::Quit | Command::Redraw) => Outcome::Pass,
            _ => Outcome::Stay,
        }
    }

    fn arrange(&mut self, area: Rect, scene: &Scene) {
        let cells = WIDTH.min(area.width).saturating_sub(4);
        self.field.arrange(cells, 1, scene.look.cells);
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        let look = scene.look;
        let said = wrap(&self.said, usize::from(WIDTH.min(area.width).saturating_sub(4)), 0, look.cells);
        let inside = line::popup(buffer, area, WIDTH, said.len() as u16 + OTHERS, look);
        let mut paint = Painter::new(buffer, inside, look);
        let theme = *paint.theme();
        paint.text(0, 0, &self.title, theme.title);
        for (row, range) in said.iter().enumerate() {
            paint.text(3 + row as u16, 0, &self.said[range.clone()], theme.text);
        }
        paint.text(inside.height.saturating_sub(1), 0, look.lang.ask_hint(), theme.dim);
        let field = Rect { y: inside.y + 1, height: 1.min(inside.height), ..inside };
        self.field.view(buffer, field, true, look)
    }

    fn is_popup(&self) -> bool {
        true
    }
}
