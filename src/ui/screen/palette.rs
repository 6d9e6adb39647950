//! All commands that apply where the user stood, found by typing; Enter does one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::command::{Command, Context};
use crate::ui::layers::Screen;
use crate::ui::outcome::{Input, Outcome};
use crate::ui::paint::Painter;
use crate::ui::scene::{Look, Scene};
use crate::ui::widget::{ListCursor, SearchLine, line};

/// Cells of the box, and its rows besides the commands.
const WIDTH: u16 = 56;
const OTHERS: u16 = 6;

/// The commands of a context, as far as what is typed finds them.
#[derive(Debug)]
pub struct PaletteScreen {
    about: Context,
    typed: SearchLine,
    found: Vec<Command>,
    cursor: ListCursor,
}

impl PaletteScreen {
    /// The commands that apply in `about`.
    pub fn new(about: Context, look: &Look) -> Self {
        let mut palette = Self { about, typed: SearchLine::default(), found: Vec::new(), cursor: ListCursor::new(0) };
        palette.search(look);
        palette
    }

    fn search(&mut self, look: &Look) {
        let query = self.typed.query();
        let offered = Command::ALL.iter().copied().filter(|command| self.offers(*command, look));
        let scored = offered.filter_map(|command| Some((query.score(command.label(look.lang))?, command)));
        let mut found: Vec<(u32, Command)> = scored.collect();
        found.sort_by_key(|(score, command)| (std::cmp::Reverse(*score), *command));
        self.found = found.into_iter().map(|(_, command)| command).collect();
        self.cursor = ListCursor::new(self.found.len());
    }

    /// Digits and the palette itself are not worth a row; a key is not needed, but where there is no other mode,
    /// nothing leads to one.
    fn offers(&self, command: Command, look: &Look) -> bool {
        let worth = command.digit().is_none() && command != Command::Palette && command.applies_in(self.about);
        let is_mode = matches!(command, Command::InsertMode | Command::NormalMode);
        worth && (!is_mode || look.keymap.is_modal())
    }

    fn run(&self) -> Outcome {
        let chosen = self.cursor.selected().and_then(|at| self.found.get(at));
        chosen.map_or(Outcome::Stay, |command| Outcome::Do(vec![Outcome::Close, Outcome::Run(*command)]))
    }
}

impl Screen for PaletteScreen {
    fn context(&self) -> Context {
        Context::Picker
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        if self.typed.update(&input) {
            self.search(scene.look);
            return Outcome::Stay;
        }
        match input {
            Input::Command(Command::Accept) => return self.run(),
            Input::Command(Command::Back | Command::Palette) => return Outcome::Close,
            Input::Command(command) => drop(self.cursor.update(command)),
            Input::Text(_) | Input::Paste(_) => {}
        }
        Outcome::Stay
    }

    fn arrange(&mut self, area: Rect, _scene: &Scene) {
        self.cursor.arrange(usize::from(area.height.saturating_sub(OTHERS + 2).max(1)));
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        let look = scene.look;
        let inside = line::popup(buffer, area, WIDTH, area.height.saturating_sub(2), look);
        let mut paint = Painter::new(buffer, inside, look);
        let theme = *paint.theme();
        paint.text(0, 0, Command::Palette.label(look.lang), theme.title);
        let after = paint.text(1, 0, &format!("{}: ", look.lang.picker_search()), theme.text);
        let end = paint.text(1, after, self.typed.shown(look.cells), theme.field);
        for (row, at) in self.cursor.shown().enumerate() {
            let (row, command) = (3 + row as u16, self.found[at]);
            paint.fitted(row, 0, 32, command.label(look.lang), theme.text);
            paint.text(row, 34, &look.key(command, self.about).unwrap_or_default(), theme.dim);
            if self.cursor.selected() == Some(at) {
                paint.mark(row, theme.cursor);
            }
        }
        if self.found.is_empty() {
            paint.text(3, 0, look.lang.form_no_match(), theme.dim);
        }
        Some(paint.place(1, end))
    }

    fn is_popup(&self) -> bool {
        true
    }
}
