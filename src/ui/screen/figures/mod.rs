//! Every figure of the year (核对表): its value, its state, how many records are behind it. Enter opens them, F4 signs.

mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::acts::{self, Asking};
use super::places;
use super::returns::ReturnsScreen;
use crate::command::{Command, Context};
use crate::id::IndicatorId;
use crate::query::{self, Figures};
use crate::session::Reward;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome};
use crate::ui::reward;
use crate::ui::scene::Scene;
use crate::ui::widget::{ListCursor, SearchLine};

/// The figures, those that lack something first.
#[derive(Debug)]
pub struct FiguresScreen {
    typed: SearchLine,
    found: Vec<IndicatorId>,
    cursor: ListCursor,
    /// Last year's, when the screen has room for them.
    before: Option<Figures>,
    asking: Asking,
}

impl FiguresScreen {
    /// All figures.
    pub fn new(scene: &Scene) -> Self {
        let mut screen = Self {
            typed: SearchLine::default(),
            found: Vec::new(),
            cursor: ListCursor::new(0),
            before: None,
            asking: Asking::default(),
        };
        screen.search(scene);
        screen
    }

    fn search(&mut self, scene: &Scene) {
        let query = self.typed.query();
        let figures = scene.session.figures();
        let indicators = scene.session.template().indicators.iter();
        let mut found: Vec<&IndicatorId> =
            indicators.map(|one| &one.id).filter(|id| query.score(id.as_str()).is_some()).collect();
        found.sort_by_key(|id| figures.get(*id).map(|figure| figure.state));
        self.found = found.into_iter().cloned().collect();
        self.cursor.resize(self.found.len());
    }

    /// Puts the cursor on a figure, where it is among those shown.
    fn go_to(&mut self, name: &str) {
        if let Some(at) = self.found.iter().position(|id| id.as_str() == name) {
            self.cursor.select(at);
        }
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        let id = self.cursor.selected().and_then(|at| self.found.get(at)).cloned();
        match (command, id) {
            (Command::Returns, _) => Outcome::replace(ReturnsScreen::new(scene)),
            (Command::Accept, Some(id)) => places::figure(&id, scene),
            (Command::Choices, Some(id)) => self.asking.offer(&id, scene),
            (Command::Zero, Some(id)) => acts::zero(&id, scene),
            _ if self.cursor.update(command) => Outcome::Stay,
            _ => places::go(command, scene),
        }
    }
}

impl Screen for FiguresScreen {
    fn context(&self) -> Context {
        Context::Figures
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        if self.typed.update(&input) {
            self.search(scene);
            self.cursor.select(0);
            return Outcome::Stay;
        }
        if let Input::Command(command) = input { self.command(command, scene) } else { Outcome::Stay }
    }

    fn arrange(&mut self, area: Rect, scene: &Scene) {
        self.cursor.arrange(view::rows(area.height));
        if self.before.is_none() && view::has_last_year(area) {
            self.before = Some(query::figures_last_year(scene.session.ledger(), scene.session.scope()));
        }
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        Some(view::view(self, buffer, area, scene))
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        Outcome::Tell(reward::line(scene.look.lang.reward_saved(), saved, scene))
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        match answer {
            Answer::Typed(name) if !self.asking.waits() => {
                self.go_to(&name);
                Outcome::Stay
            }
            answer => self.asking.answered(answer, scene),
        }
    }

    fn refresh(&mut self, scene: &Scene) {
        self.before = None;
        let stood = self.cursor.selected().and_then(|at| self.found.get(at)).cloned();
        self.search(scene);
        if let Some(stood) = stood {
            self.go_to(stood.as_str());
        }
    }
}
