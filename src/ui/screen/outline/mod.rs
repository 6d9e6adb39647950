//! The passages of the report as an outline: numbers as they print, what hangs where, and every act on them.

mod acts;
mod hanging;
mod plan;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::places;
use super::report::ReportScreen;
use super::writer::WriterScreen;
use crate::command::{Command, Context};
use crate::id::PassageId;
use crate::model::{Change, Passage, Style};
use crate::report::{OutlineOf, OutlineRow};
use crate::session::{OutlineError, Reward, Spot};
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome};
use crate::ui::reward;
use crate::ui::scene::Scene;
use crate::ui::widget::ListCursor;

use acts::Asked;
pub use hanging::HangingScreen;
pub use plan::PlanScreen;

/// Rows that are shown behind the one that was gone to: they are numbered after it.
const BEHIND: usize = 5;

/// The rows of the outline, as they stand for one state of the ledger.
#[derive(Debug)]
pub struct OutlineScreen {
    rows: Vec<OutlineRow>,
    cursor: ListCursor,
    /// What a popup above was opened for.
    asked: Option<Asked>,
    /// What is said before the reward of the change under way.
    begun: String,
    /// Where the cursor goes once the change under way is saved.
    wanted: Option<OutlineOf>,
}

impl OutlineScreen {
    /// The outline from its first row.
    pub fn new(scene: &Scene) -> Self {
        Self::at(None, scene)
    }

    /// The outline, the cursor on a passage.
    pub fn at(passage: Option<&PassageId>, scene: &Scene) -> Self {
        let rows = scene.session.outline();
        let mut cursor = ListCursor::new(rows.len());
        // What stands ahead of the passage is shown too.
        cursor.arrange(view::FEWEST);
        let mut screen = Self { rows, cursor, asked: None, begun: String::new(), wanted: None };
        if let Some(id) = passage {
            screen.go_to(&OutlineOf::Passage(id.clone()));
        }
        screen
    }

    fn row(&self) -> Option<&OutlineRow> {
        self.rows.get(self.cursor.selected()?)
    }

    fn go_to(&mut self, of: &OutlineOf) {
        if let Some(at) = self.rows.iter().position(|row| row.of == *of) {
            self.cursor.select(at + BEHIND);
            self.cursor.select(at);
        }
    }

    /// The passage under the cursor; of an item the one it is a point of.
    fn passage<'a>(&self, scene: &Scene<'a>) -> Option<&'a Passage> {
        let rows = &self.rows[..=self.cursor.selected()?];
        let id = rows.iter().rev().find_map(|row| match &row.of {
            OutlineOf::Passage(id) => Some(id),
            OutlineOf::Item(_) => None,
        });
        scene.session.passage(id?)
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        self.wanted = None;
        match command {
            Command::Accept => self.write(scene),
            Command::Choices => self.offer(scene),
            Command::AddPassage => self.ask_words(None, scene),
            Command::MoveUp => self.shift(false, scene),
            Command::MoveDown => self.shift(true, scene),
            Command::Indent => self.level(true, scene),
            Command::Outdent => self.level(false, scene),
            Command::DeletePassage => self.ask_to_delete(scene),
            Command::Report => self.show(scene),
            Command::Outline => Outcome::Stay,
            _ if self.cursor.update(command) => Outcome::Stay,
            _ => match command.digit() {
                Some(digit) => self.go_to_section(digit),
                None => places::go(command, scene),
            },
        }
    }

    /// Goes to the section of this digit.
    fn go_to_section(&mut self, digit: u8) -> Outcome {
        if let Ok(id) = digit.to_string().parse() {
            self.go_to(&OutlineOf::Passage(id));
        }
        Outcome::Stay
    }

    /// Opens the words under the cursor.
    fn write(&self, scene: &Scene) -> Outcome {
        let writer = match self.row().map(|row| &row.of) {
            Some(OutlineOf::Passage(id)) => {
                scene.session.passage(id).map(|passage| WriterScreen::passage(passage, 0, scene))
            }
            Some(OutlineOf::Item(id)) => {
                scene.session.ledger().items.get(id).map(|item| WriterScreen::item(item, scene))
            }
            None => None,
        };
        writer.map_or(Outcome::Stay, Outcome::open)
    }

    /// Turns the report to where the passage prints.
    fn show(&self, scene: &Scene) -> Outcome {
        let passage = self.passage(scene);
        passage.map_or(Outcome::Stay, |passage| Outcome::replace(ReportScreen::at(&passage.id, scene)))
    }

    /// Where F3 adds: under what has points under it or is a heading, else after it; nothing hangs under the title.
    fn spot(&self, scene: &Scene) -> Option<Spot> {
        let passage = self.passage(scene)?;
        let row = self.row()?;
        let below = self.rows.get(self.cursor.index() + 1);
        let has_points = below.is_some_and(|below| below.depth > row.depth);
        let is_inside = row.of == OutlineOf::Passage(passage.id.clone()) && (has_points || acts::is_head(passage));
        let is_inside = is_inside && passage.style != Style::Title;
        let id = passage.id.clone();
        Some(if is_inside { Spot::Inside(id) } else { Spot::After(id) })
    }

    /// Makes a change, of which `begun` is said first once it is saved.
    fn change(&mut self, change: Result<Change, OutlineError>, begun: String, scene: &Scene) -> Outcome {
        self.begun = begun;
        changed(change, scene)
    }
}

/// Makes a change; nothing happens where all is as wanted already.
fn changed(change: Result<Change, OutlineError>, scene: &Scene) -> Outcome {
    match change {
        Ok(change) if change.edits.is_empty() => Outcome::Tell(scene.look.lang.outline_same().into()),
        Ok(change) => Outcome::apply(change),
        Err(error) => refused(&error, scene),
    }
}

/// Says why an act could not be done, and what to do.
fn refused(error: &OutlineError, scene: &Scene) -> Outcome {
    let lang = scene.look.lang;
    let (text, hint) = (error.text(lang), error.hint(lang));
    Outcome::Tell(if hint.is_empty() { text } else { lang.with_hint(&text, &hint) })
}

impl Screen for OutlineScreen {
    fn context(&self) -> Context {
        Context::Outline
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        match input {
            Input::Command(command) => self.command(command, scene),
            Input::Text(_) | Input::Paste(_) => Outcome::Stay,
        }
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        self.asked.take().map_or(Outcome::Stay, |asked| self.take(asked, answer, scene))
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        Outcome::Tell(reward::line(&self.begun, saved, scene))
    }

    fn arrange(&mut self, area: Rect, _scene: &Scene) {
        self.cursor.arrange(view::rows(area));
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        Some(view::view(self, buffer, area, scene))
    }

    fn refresh(&mut self, scene: &Scene) {
        let on = self.wanted.take().or_else(|| self.row().map(|row| row.of.clone()));
        self.rows = scene.session.outline();
        self.cursor.resize(self.rows.len());
        if let Some(of) = on {
            self.go_to(&of);
        }
    }
}
