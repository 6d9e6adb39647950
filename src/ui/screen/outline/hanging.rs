//! The matters that hang on a passage: Enter makes it the home of one, Space lets one print here too.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::changed;
use crate::command::{Command, Context};
use crate::id::{MatterId, PassageId};
use crate::query;
use crate::session::Reward;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Input, Outcome};
use crate::ui::paint::Painter;
use crate::ui::reward;
use crate::ui::scene::Scene;
use crate::ui::widget::{ListCursor, SearchLine};

/// Where the columns begin: how it hangs here, its name, where it is at home.
const NAME: u16 = 8;
const HOME: u16 = 38;

/// The matters of the year, those that hang here first.
#[derive(Debug)]
pub struct HangingScreen {
    passage: PassageId,
    typed: SearchLine,
    rows: Vec<MatterId>,
    cursor: ListCursor,
    /// The cursor was moved since something was typed: a blank marks.
    walking: bool,
    /// What is said before the reward of the change under way.
    begun: String,
}

/// How a matter hangs on a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Hangs {
    Home,
    Further,
    Not,
}

impl HangingScreen {
    /// The matters, seen from a passage.
    pub fn new(passage: PassageId, scene: &Scene) -> Self {
        let (typed, cursor) = (SearchLine::default(), ListCursor::new(0));
        let mut screen = Self { passage, typed, rows: Vec::new(), cursor, walking: false, begun: String::new() };
        screen.search(scene);
        screen
    }

    /// Looks for what is typed; those that hang here stand first when the screen opens, and stay where they are then.
    fn search(&mut self, scene: &Scene) {
        let query = self.typed.query();
        let matters = scene.session.template().matters.iter();
        let fits = |name: &str| self.typed.is_empty() || query.score(name).is_some();
        let mut found: Vec<(Hangs, &MatterId)> = matters
            .filter(|matter| fits(&format!("{} {}", matter.id, matter.name)))
            .map(|matter| (self.hangs(&matter.id, scene), &matter.id))
            .collect();
        found.sort_by_key(|(hangs, _)| *hangs);
        self.rows = found.into_iter().map(|(_, id)| id.clone()).collect();
        self.cursor = ListCursor::new(self.rows.len());
        self.walking = false;
    }

    fn hangs(&self, matter: &MatterId, scene: &Scene) -> Hangs {
        let (session, passage) = (scene.session, &self.passage);
        let Some(matter) = session.template().matter(matter) else { return Hangs::Not };
        let places = query::places_of_matter(session.ledger(), session.year(), matter);
        match places.iter().position(|place| *place == passage) {
            Some(0) => Hangs::Home,
            Some(_) => Hangs::Further,
            None => Hangs::Not,
        }
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let selected = self.cursor.selected().map(|at| self.rows[at].clone());
        match (command, selected) {
            (Command::Accept, Some(matter)) => {
                self.begun = lang.hanging_homed().into();
                changed(scene.session.home_matter(&matter, &self.passage), scene)
            }
            (Command::Mark, Some(matter)) => {
                self.begun = lang.hanging_cited().into();
                changed(scene.session.cite_matter(&matter, &self.passage), scene)
            }
            (Command::Back, _) => Outcome::Close,
            _ if self.cursor.update(command) => {
                self.walking = true;
                Outcome::Stay
            }
            (Command::Undo | Command::Redo | Command::Help | Command::Palette | Command::Quit | Command::Redraw, _) => {
                Outcome::Pass
            }
            _ => Outcome::Stay,
        }
    }

    fn line(&self, matter: &MatterId, row: u16, paint: &mut Painter<'_>, scene: &Scene) {
        let (session, lang, theme) = (scene.session, scene.look.lang, *paint.theme());
        let Some(matter) = session.template().matter(matter) else { return };
        let hangs = match self.hangs(&matter.id, scene) {
            Hangs::Home => format!("[{}]", lang.hanging_home()),
            Hangs::Further => format!("[{}]", lang.hanging_further()),
            Hangs::Not => "[  ]".into(),
        };
        paint.text(row, 1, &hangs, theme.text);
        paint.fitted(row, NAME, HOME - NAME - 1, &format!("{} {}", matter.id, matter.name), theme.text);
        let home = query::places_of_matter(session.ledger(), session.year(), matter).into_iter().next();
        let home = home.map(|id| session.passage_name(id)).unwrap_or_default();
        let room = paint.width().saturating_sub(HOME + 1);
        paint.fitted(row, HOME, room, &lang.hanging_now(&home), theme.dim);
    }
}

impl Screen for HangingScreen {
    fn context(&self) -> Context {
        if self.typed.is_empty() || self.walking { Context::List } else { Context::Search }
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        if self.typed.update(&input) {
            self.search(scene);
            return Outcome::Stay;
        }
        if let Input::Command(command) = input { self.command(command, scene) } else { Outcome::Stay }
    }

    fn arrange(&mut self, area: Rect, _scene: &Scene) {
        self.cursor.arrange(usize::from(area.height.saturating_sub(5).max(1)));
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        let lang = scene.look.lang;
        let mut paint = Painter::new(buffer, area, scene.look);
        let theme = *paint.theme();
        let room = area.width.saturating_sub(2);
        paint.text(0, 1, &lang.hanging_title(&scene.session.passage_name(&self.passage)), theme.title);
        let after = paint.text(1, 1, &format!("{}: ", lang.picker_search()), theme.dim);
        let end = paint.text(1, after, self.typed.shown(scene.look.cells), theme.field);
        for (row, at) in self.cursor.shown().enumerate() {
            let row = 2 + row as u16;
            self.line(&self.rows[at], row, &mut paint, scene);
            if self.cursor.selected() == Some(at) {
                paint.mark(row, theme.cursor);
            }
        }
        if self.rows.is_empty() {
            paint.text(2, NAME, lang.form_no_match(), theme.dim);
        }
        paint.rule(area.height.saturating_sub(3));
        paint.fitted(area.height.saturating_sub(2), 1, room, lang.hanging_hint(), theme.dim);
        let hints = [
            (Command::Accept, lang.hint_home()),
            (Command::Mark, lang.hint_cite()),
            (Command::Undo, Command::Undo.label(lang)),
            (Command::Back, lang.hint_back()),
            (Command::Help, lang.hint_help()),
        ];
        let hints = scene.look.hints(self.context(), &hints, usize::from(room));
        paint.text(area.height.saturating_sub(1), 1, &hints, theme.dim);
        let row = 2 + self.cursor.offset() as u16;
        Some(if self.context() == Context::List { paint.place(row, 0) } else { paint.place(1, end) })
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        Outcome::Tell(reward::line(&self.begun, saved, scene))
    }
}
