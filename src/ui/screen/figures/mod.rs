//! Every figure of the year: its value, its state, how many records are behind it. Enter opens them.

mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::places;
use crate::command::{Command, Context};
use crate::id::IndicatorId;
use crate::query::{self, Figures};
use crate::ui::layers::Screen;
use crate::ui::outcome::{Input, Outcome};
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
}

impl FiguresScreen {
    /// All figures.
    pub fn new(scene: &Scene) -> Self {
        let mut screen =
            Self { typed: SearchLine::default(), found: Vec::new(), cursor: ListCursor::new(0), before: None };
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

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        match command {
            Command::Accept | Command::Choices => self.open(scene),
            Command::Returns => Outcome::Stay,
            _ if self.cursor.update(command) => Outcome::Stay,
            _ => places::go(command, scene),
        }
    }

    fn open(&self, scene: &Scene) -> Outcome {
        let id = self.cursor.selected().and_then(|at| self.found.get(at));
        id.map_or(Outcome::Stay, |id| places::figure(id, scene))
    }
}

impl Screen for FiguresScreen {
    fn context(&self) -> Context {
        if self.typed.is_empty() { Context::List } else { Context::Search }
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

    fn refresh(&mut self, scene: &Scene) {
        self.before = None;
        self.search(scene);
    }
}
