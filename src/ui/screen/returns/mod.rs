//! What the year's figures still lack (补数表): who answers for each, and Enter goes where it is done.

mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::acts::{self, Act, Asking};
use super::figures::FiguresScreen;
use super::places;
use crate::command::{Command, Context};
use crate::id::IndicatorId;
use crate::model::{Answers, Indicator};
use crate::query::{self, Lack, State};
use crate::session::Reward;
use crate::ui::help::HelpScreen;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome};
use crate::ui::reward;
use crate::ui::scene::Scene;
use crate::ui::widget::{ListCursor, SearchLine};

/// The figures that lack something: what we answer for first, then what the units do.
#[derive(Debug)]
pub struct ReturnsScreen {
    typed: SearchLine,
    rows: Vec<Row>,
    counts: Counts,
    cursor: ListCursor,
    asking: Asking,
}

/// How many figures lack something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    /// Those that we answer for.
    ours: usize,
    /// Those that the units answer for.
    units: usize,
    /// Of all, the numbers that are not there at all, as the board counts them; the others are not complete.
    missing: usize,
}

/// A figure and what it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    id: IndicatorId,
    answers: Answers,
    lack: Lack,
}

impl ReturnsScreen {
    /// Everything that lacks something.
    pub fn new(scene: &Scene) -> Self {
        let mut screen = Self {
            typed: SearchLine::default(),
            rows: Vec::new(),
            counts: Counts::default(),
            cursor: ListCursor::new(0),
            asking: Asking::default(),
        };
        screen.search(scene);
        screen
    }

    /// The same, the cursor on a figure.
    #[must_use]
    pub fn on(mut self, id: &IndicatorId) -> Self {
        if let Some(at) = self.rows.iter().position(|row| row.id == *id) {
            self.cursor.select(at);
        }
        self
    }

    fn search(&mut self, scene: &Scene) {
        let rows = lacking(scene);
        let ours = rows.iter().filter(|row| row.answers == Answers::We).count();
        let missing = rows.iter().filter(|row| is_missing(&row.id, scene)).count();
        self.counts = Counts { ours, units: rows.len() - ours, missing };
        let query = self.typed.query();
        self.rows = rows.into_iter().filter(|row| query.score(row.id.as_str()).is_some()).collect();
        self.cursor.resize(self.rows.len());
    }

    fn row(&self) -> Option<&Row> {
        self.rows.get(self.cursor.selected()?)
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        let id = self.row().map(|row| row.id.clone());
        match (command, id) {
            (Command::Returns, _) => Outcome::replace(FiguresScreen::new(scene)),
            (Command::Help, _) => self.help(scene),
            (Command::Accept, Some(id)) => self.asking.perform(Act::Work, &id, scene),
            (Command::Choices, Some(id)) => self.asking.offer(&id, scene),
            (Command::Zero, Some(id)) => acts::zero(&id, scene),
            _ if self.cursor.update(command) => Outcome::Stay,
            _ => places::go(command, scene),
        }
    }

    fn help(&self, scene: &Scene) -> Outcome {
        let said = scene.look.lang.returns_help().map(String::from).to_vec();
        Outcome::open(HelpScreen::new(self.context(), said, scene.look))
    }
}

/// The figures of the year that lack something, sorted by who answers, then as the template has them.
fn lacking(scene: &Scene) -> Vec<Row> {
    let session = scene.session;
    let row = |indicator: &Indicator| {
        let figure = session.figures().get(&indicator.id)?;
        let lack = query::lack(indicator, figure, session.scope())?;
        Some(Row { id: indicator.id.clone(), answers: indicator.answers, lack })
    };
    let mut rows: Vec<Row> = session.template().indicators.iter().filter_map(row).collect();
    rows.sort_by_key(|row| row.answers == Answers::Units);
    rows
}

/// Whether it is a number, not a list, and not there: what the board counts as 缺数.
fn is_missing(id: &IndicatorId, scene: &Scene) -> bool {
    let is_number = scene.session.template().indicator(id).is_some_and(query::is_number);
    is_number && scene.session.figures().get(id).is_some_and(|figure| figure.state == State::Missing)
}

impl Screen for ReturnsScreen {
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

    fn arrange(&mut self, area: Rect, _scene: &Scene) {
        self.cursor.arrange(view::rows(area.height));
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        Some(view::view(self, buffer, area, scene))
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        Outcome::Tell(reward::line(scene.look.lang.reward_saved(), saved, scene))
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        self.asking.answered(answer, scene)
    }

    fn refresh(&mut self, scene: &Scene) {
        self.search(scene);
        if self.rows.is_empty() {
            // What was looked for lacks nothing any more.
            self.typed = SearchLine::default();
            self.search(scene);
        }
    }
}
