//! Help: the keys that work where the user stood, made from the keymap in force.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layers::Screen;
use super::outcome::{Input, Outcome};
use super::scene::{Look, Scene};
use super::widget::{ListCursor, line};
use crate::command::{Command, Context};

/// Cells of the column of keys.
const KEYS: usize = 26;

/// The keys of a context.
#[derive(Debug)]
pub struct HelpScreen {
    about: Context,
    text: Vec<String>,
    rows: Vec<(String, &'static str)>,
    cursor: ListCursor,
}

impl HelpScreen {
    /// Help for `about`; `text` are sentences about the place itself: how a field is filled in.
    pub fn new(about: Context, text: Vec<String>, look: &Look) -> Self {
        let rows: Vec<_> = Command::ALL.iter().filter_map(|&command| row(command, about, look)).collect();
        let cursor = ListCursor::new(rows.len());
        Self { about, text, rows, cursor }
    }
}

impl HelpScreen {
    /// Moves in the rows; whether the command does.
    pub fn scroll(&mut self, command: Command) -> bool {
        self.cursor.update(command)
    }

    /// Gets ready for an area.
    pub fn fit(&mut self, area: Rect) {
        self.cursor.arrange(usize::from(area.height.saturating_sub(self.text.len() as u16 + 4)));
    }

    /// Draws it; the cursor stands on the selected row.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, look: &Look) -> Position {
        let title = look.lang.help_title(self.about.label(look.lang));
        let mut y = area.y;
        line::row(buffer, area, y, &title, look.theme.title, look.cells);
        for text in &self.text {
            y += 1;
            line::row(buffer, area, y, text, look.theme.text, look.cells);
        }
        line::rule(buffer, area, y + 1, look);
        let top = y + 2;
        for (offset, index) in self.cursor.shown().enumerate() {
            let (keys, label) = &self.rows[index];
            let text = format!("{} {label}", look.cells.fit(keys, KEYS));
            let style = if index == self.cursor.index() { look.theme.cursor } else { look.theme.text };
            line::row(buffer, area, top + offset as u16, &text, style, look.cells);
        }
        line::row(buffer, area, area.bottom().saturating_sub(1), look.lang.help_hint(), look.theme.dim, look.cells);
        Position::new(area.x, top + self.cursor.offset() as u16)
    }
}

impl Screen for HelpScreen {
    fn context(&self) -> Context {
        Context::Help
    }

    fn update(&mut self, input: Input, _scene: &Scene) -> Outcome {
        match input {
            Input::Command(Command::Back | Command::Accept | Command::Help) => Outcome::Close,
            Input::Command(command) if self.scroll(command) => Outcome::Stay,
            Input::Command(_) => Outcome::Pass,
            Input::Text(_) | Input::Paste(_) => Outcome::Stay,
        }
    }

    fn arrange(&mut self, area: Rect, _scene: &Scene) {
        self.fit(area);
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        Some(self.draw(buffer, area, scene.look))
    }
}

/// The keys of a command in `context` and what it is called; none: no key.
fn row(command: Command, context: Context, look: &Look) -> Option<(String, &'static str)> {
    let bound = look.keymap.bindings(context, look.mode).filter(|binding| binding.command == command);
    let keys: Vec<String> = bound.map(|binding| binding.label(look.lang)).collect();
    (!keys.is_empty()).then(|| (keys.join("  "), command.label(look.lang)))
}
