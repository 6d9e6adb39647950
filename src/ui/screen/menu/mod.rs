//! The numbered menu: arrows, Enter and digits alone reach everything.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::places;
use super::report::ReportScreen;
use crate::command::{Command, Context};
use crate::model::{Variant, Year};
use crate::ui::help::HelpScreen;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Input, Outcome};
use crate::ui::paint::Painter;
use crate::ui::scene::Scene;
use crate::ui::widget::{ListCursor, line};

/// The rows of the menu, by their digits: 1 to 9, then 0.
const ROWS: [Row; 10] = [
    Row::Command(Command::NewItem),
    Row::Command(Command::Find),
    Row::Command(Command::Report),
    Row::Command(Command::Publish),
    Row::Command(Command::Returns),
    Row::Command(Command::Settings),
    Row::Command(Command::Undo),
    Row::Command(Command::Redo),
    Row::More,
    Row::Command(Command::Quit),
];
/// What is wanted less often, behind 更多; 0 leads back.
const MORE: [Row; 9] = [
    Row::Command(Command::Registers),
    Row::Command(Command::Checks),
    Row::Command(Command::Editions),
    Row::Command(Command::Import),
    Row::Command(Command::Grid),
    Row::Command(Command::Bin),
    Row::Command(Command::Variant),
    Row::Year,
    Row::Last,
];
/// The rest; 0 leads back.
const LAST: [Row; 2] = [Row::Command(Command::Outline), Row::Command(Command::Help)];

/// A row of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Command(Command),
    Year,
    /// The second page.
    More,
    /// The third page.
    Last,
}

/// The menu: a cursor over the rows of a page.
#[derive(Debug)]
pub struct MenuScreen {
    rows: &'static [Row],
    cursor: ListCursor,
}

impl MenuScreen {
    /// The menu.
    pub fn new(_scene: &Scene) -> Self {
        Self::page(&ROWS)
    }

    fn page(rows: &'static [Row]) -> Self {
        Self { rows, cursor: ListCursor::new(rows.len()) }
    }

    fn is_first(&self) -> bool {
        self.rows == ROWS
    }

    fn digit(&self, digit: u8, scene: &Scene) -> Outcome {
        match usize::from(digit) {
            0 if !self.is_first() => self.back(),
            digit => self.choose((digit + 9) % 10, scene),
        }
    }

    fn choose(&self, at: usize, scene: &Scene) -> Outcome {
        let then = match self.rows.get(at) {
            Some(Row::Command(command)) => meant(*command, scene),
            Some(Row::Year) => next_year(scene).map_or(Outcome::Stay, Outcome::Year),
            Some(Row::Last) => return Outcome::replace(Self::page(&LAST)),
            Some(Row::More) => return Outcome::replace(Self::page(&MORE)),
            None => return Outcome::Stay,
        };
        Outcome::Do(vec![Outcome::Close, then])
    }

    fn back(&self) -> Outcome {
        match self.rows {
            rows if *rows == LAST => Outcome::replace(Self::page(&MORE)),
            rows if *rows == MORE => Outcome::replace(Self::page(&ROWS)),
            _ => Outcome::Close,
        }
    }
}

fn meant(command: Command, scene: &Scene) -> Outcome {
    match command {
        Command::Variant => Outcome::Do(vec![Outcome::open(ReportScreen::new(scene)), Outcome::Run(Command::Variant)]),
        Command::Publish => Outcome::Publish(Variant::Whole),
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
        Row::More | Row::Last => lang.menu_more().into(),
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
            (_, Some(digit)) => self.digit(digit, scene),
            (Command::Accept, _) => self.cursor.selected().map_or(Outcome::Stay, |at| self.choose(at, scene)),
            (Command::Back, _) => self.back(),
            _ if self.cursor.update(command) => Outcome::Stay,
            _ if ROWS.iter().chain(&MORE).chain(&LAST).any(|row| *row == Row::Command(command)) => {
                Outcome::Do(vec![Outcome::Close, meant(command, scene)])
            }
            _ => Outcome::Pass,
        }
    }

    fn arrange(&mut self, _area: Rect, _scene: &Scene) {
        self.cursor.arrange(self.rows.len());
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        let lang = scene.look.lang;
        let inside = line::popup(buffer, area, 56, self.rows.len() as u16 + 6, scene.look);
        let mut paint = Painter::new(buffer, inside, scene.look);
        let theme = *paint.theme();
        paint.text(0, 0, lang.menu_title(), theme.title);
        for (at, row) in self.rows.iter().enumerate() {
            let line = at as u16 + 2;
            paint.text(line, 0, &format!(" {}  {}", (at + 1) % 10, label(*row, scene)), theme.text);
            if self.cursor.selected() == Some(at) {
                paint.mark(line, theme.cursor);
            }
        }
        paint.text(self.rows.len() as u16 + 3, 0, lang.menu_hint(), theme.dim);
        Some(paint.place(self.cursor.index() as u16 + 2, 1))
    }

    fn is_popup(&self) -> bool {
        true
    }
}
