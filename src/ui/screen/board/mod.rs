//! The status overview: what must be done now, how each section stands, where everything begins.

mod bars;
mod kept;
mod more;
mod todo;
mod view;
mod wide;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::acts::Asking;
use super::form::FormScreen;
use super::list::{ListScreen, Subject};
use super::{places, work};
use crate::board::Todo;
use crate::command::{Command, Context};
use crate::id::SectionId;
use crate::session::Reward;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome};
use crate::ui::reward;
use crate::ui::scene::Scene;
use crate::ui::widget::ListCursor;
use kept::Kept;
use more::More;
pub use view::short;

/// The board: a cursor over its lines.
#[derive(Debug)]
pub struct BoardScreen {
    cursor: ListCursor,
    /// Rows the list of things to do has on the screen.
    room: usize,
    /// Forms that were left with something typed in them.
    kept: Vec<Kept>,
    /// What only a large screen shows; computed when it is first needed.
    more: Option<More>,
    asking: Asking,
}

/// What the cursor stands on.
enum Line<'a> {
    /// A form that was left.
    Kept(&'a Kept),
    /// Something to do.
    Todo(&'a Todo),
    /// A section or closing part.
    Section(SectionId),
}

impl BoardScreen {
    /// The board of the open ledger.
    pub fn new(scene: &Scene) -> Self {
        let (cursor, asking) = (ListCursor::new(0), Asking::default());
        let mut screen = Self { cursor, room: 5, kept: Vec::new(), more: None, asking };
        screen.refresh(scene);
        screen
    }

    /// Lines above the sections: forms that were left, then what is to do.
    fn above(&self, scene: &Scene) -> usize {
        self.kept.len() + scene.session.board().todo.len()
    }

    fn line<'a>(&'a self, scene: &Scene<'a>) -> Option<Line<'a>> {
        let board = scene.session.board();
        let at = self.cursor.selected()?;
        if let Some(kept) = self.kept.get(at) {
            return Some(Line::Kept(kept));
        }
        if let Some(todo) = board.todo.get(at - self.kept.len()) {
            return Some(Line::Todo(todo));
        }
        let row = board.sections.iter().chain(&board.closing).nth(at - self.above(scene))?;
        row.id.parse().ok().map(Line::Section)
    }

    fn enter(&mut self, scene: &Scene) -> Outcome {
        match self.line(scene) {
            Some(Line::Kept(kept)) => kept.open(scene),
            Some(Line::Todo(todo)) => {
                let todo = todo.clone();
                work_on(&todo, &mut self.asking, scene)
            }
            Some(Line::Section(id)) => Outcome::open(ListScreen::new(Subject::Section(id), scene)),
            None => Outcome::Stay,
        }
    }

    fn section(digit: u8, scene: &Scene) -> Outcome {
        let id = digit.to_string();
        let known = scene.session.template().sections.iter().find(|section| section.id.as_str() == id);
        known.map_or(Outcome::Stay, |section| {
            Outcome::open(ListScreen::new(Subject::Section(section.id.clone()), scene))
        })
    }
}

/// Opens the place where something is done: its item, where its figure is completed, or its matter's items.
fn work_on(todo: &Todo, asking: &mut Asking, scene: &Scene) -> Outcome {
    let item = todo.item.and_then(|id| scene.session.ledger().items.get(&id));
    if let Some(item) = item {
        return Outcome::open(FormScreen::edit(item, scene));
    }
    let subject = match (&todo.figure, &todo.matter) {
        (Some(figure), _) => return work::work(figure, asking, scene),
        (None, Some(matter)) => Subject::Matter(matter.clone()),
        (None, None) => Subject::All,
    };
    Outcome::open(ListScreen::new(subject, scene))
}

impl Screen for BoardScreen {
    fn context(&self) -> Context {
        Context::Board
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        let Input::Command(command) = input else { return Outcome::Stay };
        if self.cursor.update(command) {
            return Outcome::Stay;
        }
        match (command, command.digit()) {
            (_, Some(digit)) => Self::section(digit, scene),
            (Command::Accept, _) => self.enter(scene),
            (Command::Delete, _) => match self.line(scene) {
                Some(Line::Kept(kept)) => kept.ask_to_drop(scene),
                _ => Outcome::Stay,
            },
            (Command::Back, _) => places::go(Command::Menu, scene),
            _ => places::go(command, scene),
        }
    }

    fn arrange(&mut self, area: Rect, scene: &Scene) {
        self.room = view::todo_rows(area, scene.session.board());
        if self.more.is_none() && wide::fits(area) {
            self.more = Some(More::new(scene));
        }
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        view::view(self, buffer, area, scene)
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        Outcome::Tell(reward::line(scene.look.lang.reward_saved(), saved, scene))
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        self.asking.answered(answer, scene)
    }

    fn refresh(&mut self, scene: &Scene) {
        let board = scene.session.board();
        let stood = self.kept.len();
        self.kept = kept::kept(scene);
        self.more = None;
        self.cursor.resize(self.above(scene) + board.sections.len() + board.closing.len());
        if self.kept.len() > stood {
            self.cursor.select(0);
        }
    }
}
