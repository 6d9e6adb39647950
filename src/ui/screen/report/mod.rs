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
use crate::model::Common;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Input, Outcome};
use crate::ui::scene::Scene;
use stops::{Anchor, Stop, Tables};

/// The pages, laid out once for each state of the ledger, and the figure or blank the cursor stands on.
#[derive(Debug)]
pub struct ReportScreen {
    pages: Vec<Page>,
    tables: Tables,
    stops: Vec<Stop>,
    blanks: usize,
    page: usize,
    at: Option<usize>,
    /// What the cursor stands on, so that it is found again when the pages are others.
    anchor: Option<Anchor>,
}

impl ReportScreen {
    /// The whole-year report from its first page.
    pub fn new(scene: &Scene) -> Self {
        let mut screen = Self {
            pages: Vec::new(),
            tables: Tables::default(),
            stops: Vec::new(),
            blanks: 0,
            page: 0,
            at: None,
            anchor: None,
        };
        screen.compose(scene);
        screen.turn(0);
        screen.drop_anchor(scene);
        screen
    }

    fn compose(&mut self, scene: &Scene) {
        let document = scene.session.document();
        self.pages = layout::pages(document, &scene.session.profile());
        self.tables = Tables::of(document);
        self.stops = stops::stops(document, &self.tables, &self.pages);
        self.blanks = self.stops.iter().filter(|stop| stop.blank).count();
        self.page = self.page.min(self.pages.len().saturating_sub(1));
    }

    fn stop(&self) -> Option<Stop> {
        self.stops.get(self.at?).copied()
    }

    fn run<'a>(&self, scene: &Scene<'a>) -> Option<&'a Run> {
        let stop = self.stop()?;
        self.tables.run(scene.session.document(), stop.block, stop.run)
    }

    /// Keeps what the cursor stands on.
    fn drop_anchor(&mut self, scene: &Scene) {
        let document = scene.session.document();
        self.anchor = self.at.and_then(|at| Anchor::of(document, &self.tables, &self.stops, at));
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
        let from = self.at.map_or(0, |at| at + 1);
        let count = self.stops.len();
        let found = (0..count).map(|n| (from + n) % count).find(|at| self.stops[*at].blank);
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
            Source::Token { figure, name, .. } => behind(figure, name, scene),
            Source::Item(id) => form(*id, Common::Wording.name(), scene),
            Source::Passage(..) | Source::Program => Outcome::Tell(lang.report_typed().into()),
        }
    }
}

/// The place where a figure is mended: its items, its item, its setting.
fn behind(figure: &FigureSource, name: &str, scene: &Scene) -> Outcome {
    match figure {
        FigureSource::Indicator { id, .. } => places::figure(id, scene),
        FigureSource::Field(id) => form(*id, name, scene),
        FigureSource::Setting(id) => Outcome::open(SettingsScreen::at(id, scene)),
        FigureSource::Entries(_) => Outcome::Tell(scene.look.lang.report_register().into()),
        FigureSource::Calendar => Outcome::Tell(scene.look.lang.report_calendar().into()),
        FigureSource::Unknown => Outcome::Tell(scene.look.lang.report_unknown().into()),
    }
}

/// The form of an item, at the field that a token calls so.
fn form(id: ItemId, name: &str, scene: &Scene) -> Outcome {
    let Some(item) = scene.session.ledger().items.get(&id) else { return Outcome::Stay };
    let kind = scene.session.template().kind(&item.card.kind);
    let own = kind.and_then(|kind| kind.field_named(name)).map(|spec| spec.id.as_str());
    let field = own.or_else(|| Common::called(name).map(Common::id)).unwrap_or_default();
    Outcome::open(FormScreen::edit_at(item, field, scene))
}

impl Screen for ReportScreen {
    fn context(&self) -> Context {
        Context::Report
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        match input {
            Input::Command(command) => {
                let outcome = self.command(command, scene);
                self.drop_anchor(scene);
                outcome
            }
            Input::Text(_) | Input::Paste(_) => Outcome::Stay,
        }
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        Some(view::view(self, buffer, area, scene))
    }

    fn refresh(&mut self, scene: &Scene) {
        let here = self.stop();
        self.compose(scene);
        let found = || self.anchor.as_ref()?.find(scene.session.document(), &self.tables, &self.stops);
        let near = |stop: Stop| stops::nearest(&self.stops, stop.page, stop.line);
        self.at = found().or_else(|| here.and_then(near));
        if let Some(stop) = self.stop() {
            self.page = stop.page;
        }
        self.drop_anchor(scene);
    }
}
