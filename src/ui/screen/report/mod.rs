//! The report's pages as they print; the cursor walks from figure to figure, Enter opens what is behind one.

mod stops;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::form::FormScreen;
use super::places;
use super::settings::SettingsScreen;
use crate::command::{Command, Context};
use crate::document::{FigureSource, Run, Source};
use crate::id::ItemId;
use crate::layout::{self, Page};
use crate::ui::layers::Screen;
use crate::ui::outcome::{Input, Outcome};
use crate::ui::scene::Scene;
use stops::Stop;

/// The pages, and the figure or blank the cursor stands on.
#[derive(Debug)]
pub struct ReportScreen {
    pages: Vec<Page>,
    stops: Vec<Stop>,
    page: usize,
    at: Option<usize>,
}

impl ReportScreen {
    /// The whole-year report from its first page.
    pub fn new(scene: &Scene) -> Self {
        let mut screen = Self { pages: Vec::new(), stops: Vec::new(), page: 0, at: None };
        screen.compose(scene);
        screen.at = stops::nearest(&screen.stops, 0, 0).filter(|at| screen.stops[*at].page == 0);
        screen
    }

    fn compose(&mut self, scene: &Scene) {
        let document = scene.session.document();
        self.pages = layout::pages(document, &scene.session.profile());
        self.stops = stops::stops(document, &self.pages);
        self.page = self.page.min(self.pages.len().saturating_sub(1));
    }

    fn stop(&self) -> Option<Stop> {
        self.stops.get(self.at?).copied()
    }

    fn run<'a>(&self, scene: &Scene<'a>) -> Option<&'a Run> {
        let stop = self.stop()?;
        stops::run_of(scene.session.document(), stop.block, stop.run)
    }

    /// Goes to the stop `at`, turning to its page.
    fn go_to(&mut self, at: usize) {
        if let Some(stop) = self.stops.get(at) {
            self.page = stop.page;
            self.at = Some(at);
        }
    }

    fn step(&mut self, forward: bool) {
        let to = match (self.at, forward) {
            (None, _) => stops::nearest(&self.stops, self.page, 0).unwrap_or(0),
            (Some(at), true) => at + 1,
            (Some(at), false) => at.saturating_sub(1),
        };
        self.go_to(to);
    }

    /// The nearest stop on a line above or below, beyond the page's edge too.
    fn step_line(&mut self, down: bool) {
        let Some(stop) = self.stop() else { return self.step(down) };
        let here = (stop.page, stop.line);
        let other = |one: &Stop| if down { (one.page, one.line) > here } else { (one.page, one.line) < here };
        let found = if down { self.stops.iter().position(other) } else { self.stops.iter().rposition(other) };
        if let Some(at) = found {
            self.go_to(at);
        }
    }

    fn turn(&mut self, page: usize) {
        self.page = page.min(self.pages.len().saturating_sub(1));
        self.at = stops::nearest(&self.stops, self.page, 0).filter(|at| self.stops[*at].page == self.page);
    }

    fn next_blank(&mut self, scene: &Scene) -> Outcome {
        let document = scene.session.document();
        let from = self.at.map_or(0, |at| at + 1);
        let is_blank = |stop: &Stop| stops::run_of(document, stop.block, stop.run).is_some_and(|run| run.blank);
        let count = self.stops.len();
        let found = (0..count).map(|n| (from + n) % count).find(|at| is_blank(&self.stops[*at]));
        let Some(at) = found else { return Outcome::Tell(scene.look.lang.report_no_blanks().into()) };
        self.go_to(at);
        Outcome::Stay
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        match command {
            Command::Right => self.step(true),
            Command::Left => self.step(false),
            Command::NextField => return self.next_blank(scene),
            Command::Down => self.step_line(true),
            Command::Up => self.step_line(false),
            Command::PageDown => self.turn(self.page + 1),
            Command::PageUp => self.turn(self.page.saturating_sub(1)),
            Command::Home | Command::Top => self.turn(0),
            Command::End | Command::Bottom => self.turn(self.pages.len()),
            Command::Accept | Command::Choices => return self.open(scene),
            Command::Report => {}
            _ => return places::go(command, scene),
        }
        Outcome::Stay
    }

    /// Opens what is behind the figure under the cursor.
    fn open(&self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let Some(run) = self.run(scene) else { return Outcome::Tell(lang.report_no_source().into()) };
        match &run.source {
            Source::Token { figure, .. } => behind(figure, scene),
            Source::Item(id) => form(*id, scene),
            Source::Passage(..) | Source::Program => Outcome::Tell(lang.report_typed().into()),
        }
    }
}

/// The place where a figure is mended: its items, its item, its setting.
fn behind(figure: &FigureSource, scene: &Scene) -> Outcome {
    match figure {
        FigureSource::Indicator { id, .. } => places::figure(id, scene),
        FigureSource::Field(id) => form(*id, scene),
        FigureSource::Setting(id) => Outcome::open(SettingsScreen::at(id, scene)),
        FigureSource::Entries(_) => Outcome::Tell(scene.look.lang.report_register().into()),
        FigureSource::Calendar => Outcome::Tell(scene.look.lang.report_calendar().into()),
        FigureSource::Unknown => Outcome::Tell(scene.look.lang.report_unknown().into()),
    }
}

fn form(id: ItemId, scene: &Scene) -> Outcome {
    let item = scene.session.ledger().items.get(&id);
    item.map_or(Outcome::Stay, |item| Outcome::open(FormScreen::edit(item, scene)))
}

impl Screen for ReportScreen {
    fn context(&self) -> Context {
        Context::Report
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        match input {
            Input::Command(command) => self.command(command, scene),
            Input::Text(_) | Input::Paste(_) => Outcome::Stay,
        }
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        Some(view::view(self, buffer, area, scene))
    }

    fn refresh(&mut self, scene: &Scene) {
        let here = self.stop();
        self.compose(scene);
        self.at = here.and_then(|stop| stops::nearest(&self.stops, stop.page, stop.line));
    }
}
