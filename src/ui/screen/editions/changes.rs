//! What changed between two editions, or since one: figures and sentences in words, to be read.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::{Command, Context};
use crate::text::wrap;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Input, Outcome};
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;
use crate::ui::screen::places;
use crate::ui::widget::ListCursor;

/// Rows besides the text: title, rule above, rule below, hints.
const OTHERS: u16 = 4;
/// Cells that the further rows of a change are indented by.
const HANG: usize = 2;

/// The changes, wrapped for the screen.
#[derive(Debug)]
pub struct ChangesScreen {
    title: String,
    changes: Vec<String>,
    rows: Vec<String>,
    width: u16,
    cursor: ListCursor,
}

impl ChangesScreen {
    /// These changes.
    pub fn new(title: String, mut changes: Vec<String>, scene: &Scene) -> Self {
        if changes.is_empty() {
            changes.push(scene.look.lang.diff_nothing().into());
        }
        Self { title, changes, rows: Vec::new(), width: 0, cursor: ListCursor::new(0) }
    }

    fn wrap(&mut self, width: u16, scene: &Scene) {
        self.width = width;
        self.rows.clear();
        for change in &self.changes {
            let ranges = wrap(change, usize::from(width).saturating_sub(2), HANG, scene.look.cells);
            for (at, range) in ranges.into_iter().enumerate() {
                let indent = if at > 0 { " ".repeat(HANG) } else { String::new() };
                self.rows.push(format!("{indent}{}", &change[range]));
            }
        }
        self.cursor.resize(self.rows.len());
    }
}

impl Screen for ChangesScreen {
    fn context(&self) -> Context {
        Context::List
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        match input {
            Input::Command(Command::Accept) => Outcome::Close,
            Input::Command(command) if self.cursor.update(command) => Outcome::Stay,
            Input::Command(command) => places::go(command, scene),
            Input::Text(_) | Input::Paste(_) => Outcome::Stay,
        }
    }

    fn arrange(&mut self, area: Rect, scene: &Scene) {
        if self.width != area.width {
            self.wrap(area.width, scene);
        }
        self.cursor.arrange(usize::from(area.height.saturating_sub(OTHERS).max(1)));
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        let mut paint = Painter::new(buffer, area, scene.look);
        let theme = *paint.theme();
        paint.text(0, 1, &self.title, theme.title);
        paint.rule(1);
        for (row, at) in self.cursor.shown().enumerate() {
            let style = if self.cursor.selected() == Some(at) { theme.cursor } else { theme.text };
            paint.text(2 + row as u16, 1, &self.rows[at], style);
        }
        paint.rule(area.height.saturating_sub(2));
        let hints = [(Command::PageDown, scene.look.lang.hint_page()), (Command::Back, scene.look.lang.hint_back())];
        let hints = scene.look.hints(Context::List, &hints, usize::from(area.width.saturating_sub(2)));
        paint.text(area.height.saturating_sub(1), 1, &hints, theme.dim);
        Some(paint.place(2 + self.cursor.offset() as u16, 0))
    }
}
