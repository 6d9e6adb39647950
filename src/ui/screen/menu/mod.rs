//! The numbered menu: arrows, Enter and digits alone reach everything.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::places;
use crate::command::{Command, Context};
use crate::model::Year;
use crate::ui::help::HelpScreen;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Input, Outcome};
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;
use crate::ui::widget::{ListCursor, line};

/// The rows of the menu, by their digits: 1 to 9, then 0, then those without one.
const ROWS: [Row; 11] = [
    Row::Command(Command::NewItem),
    Row::Command(Command::Find),
    Row::Command(Command::Report),
    Row::Command(Command::Publish),
    Row::Command(Command::Returns),
    Row::Command(Command::Settings),
    Row::Command(Command::Undo),
    Row::Command(Command::Redo),
    Row::Year,
    Row::Command(Command::Quit),
    Row::Command(Command::Help),
];
/// The row that 0 chooses.
const ZERO: usize = 9;

/// A row of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Command(Command),
    Year,
}

/// The menu: a cursor over its rows.
#[derive(Debug)]
pub struct MenuScreen {
    cursor: ListCursor,
}

impl MenuScreen {
    /// The menu.
    pub fn new(_scene: &Scene) -> Self {
        Self { cursor: ListCursor::new(ROWS.len()) }
    }

    fn choose(at: usize, scene: &Scene) -> Outcome {
        let then = match ROWS.get(at) {
            Some(Row::Command(command)) => meant(*command, scene),
            Some(Row::Year) => next_year(scene).map_or(Outcome::Stay, Outcome::Year),
            None => return Outcome::Stay,
        };
        Outcome::Do(vec![Outcome::Close, then])
    }
}

fn meant(command: Command, scene: &Scene) -> Outcome {
    match command {
        Command::Publish => Outcome::Publish,
        Command::Undo => Outcome::Undo,
        Command::Redo => Outcome::Redo,
        Command::Quit => Outcome::Quit,
        Command::Help => Outcome::open(HelpScreen::new(Context::Board, Vec::new(), scene.look)),
        _ => places::go(command, scene),
    }
}

/// The ledger's year after the present one, the first after the last.
fn next_year(scene: &Scene) -> Option<Year> {
    let years = &scene.session.ledger().years;
    let after = years.keys().find(|year| **year > scene.session.year());
    after.or_else(|| years.keys().next()).copied()
}

fn label(row: Row, scene: &Scene) -> String {
    let lang = scene.look.lang;
    match row {
        Row::Command(Command::NewItem) => lang.menu_new().into(),
        Row::Command(Command::Find) => lang.menu_find().into(),
        Row::Command(Command::Report) => lang.menu_report().into(),
        Row::Command(Command::Publish) => lang.menu_publish().into(),
        Row::Command(Command::Quit) => lang.menu_quit().into(),
        Row::Command(Command::Help) => lang.menu_help().into(),
        Row::Command(command) => command.label(lang).into(),
        Row::Year => lang.menu_year(&scene.session.year().to_string()),
    }
}

impl Screen for MenuScreen {
    fn context(&self) -> Context {
        Context::Menu
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        let Input::Command(command) = input else { return Outcome::Stay };
        match (command, command.digit()) {
            (_, Some(0)) => Self::choose(ZERO, scene),
            (_, Some(digit)) => Self::choose(usize::from(digit) - 1, scene),
            (Command::Accept, _) => self.cursor.selected().map_or(Outcome::Stay, |at| Self::choose(at, scene)),
            (Command::Back, _) => Outcome::Close,
            _ if self.cursor.update(command) => Outcome::Stay,
            _ if ROWS.contains(&Row::Command(command)) => Outcome::Do(vec![Outcome::Close, meant(command, scene)]),
            _ => Outcome::Pass,
        }
    }

    fn arrange(&mut self, _area: Rect, _scene: &Scene) {
        self.cursor.arrange(ROWS.len());
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        let lang = scene.look.lang;
        let inside = line::popup(buffer, area, 56, ROWS.len() as u16 + 6, scene.look);
        let mut paint = Painter::new(buffer, inside, scene.look);
        let theme = *paint.theme();
        paint.text(0, 0, lang.menu_title(), theme.title);
        for (at, row) in ROWS.iter().enumerate() {
            let digit = if at <= ZERO { ((at + 1) % 10).to_string() } else { " ".into() };
            let line = at as u16 + 2;
            paint.text(line, 0, &format!(" {digit}  {}", label(*row, scene)), theme.text);
            if self.cursor.selected() == Some(at) {
                paint.mark(line, theme.cursor);
            }
        }
        paint.text(ROWS.len() as u16 + 3, 0, lang.menu_hint(), theme.dim);
        Some(paint.place(self.cursor.index() as u16 + 2, 1))
    }

    fn is_popup(&self) -> bool {
        true
    }
}
