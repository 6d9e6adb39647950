//! The report's pages as they print; the cursor walks from figure to figure, Enter opens what is behind one.

mod stops;
mod view;
mod words;

use std::borrow::Cow;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::form::FormScreen;
use super::places;
use super::registers::EntriesScreen;
use super::settings::SettingsScreen;
use super::writer::Task;
use crate::command::{Command, Context};
use crate::document::{Document, FigureSource, Run, Source};
use crate::id::{ItemId, PassageId};
use crate::layout::{self, Page};
use crate::model::{Common, EditionKey, Tag, Variant};
use crate::query::Figures;
use crate::ui::choose::{Choice, Choose};
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome};
use crate::ui::scene::Scene;
use stops::{Anchor, Stop, Tables};

/// The pages, laid out once for each state of the ledger, and the figure or blank the cursor stands on.
#[derive(Debug)]
pub struct ReportScreen {
    shown: Shown,
    document: Arc<Document>,
    /// The figures of the variant, where they are not those of the year.
    figures: Option<Figures>,
    /// The variants that were offered last.
    offered: Vec<Variant>,
    /// What to do with a figure was asked last, not for a variant.
    tasks: bool,
    pages: Vec<Page>,
    tables: Tables,
    stops: Vec<Stop>,
    blanks: usize,
    page: usize,
    at: Option<usize>,
    /// What the cursor stands on, so that it is found again when the pages are others.
    anchor: Option<Anchor>,
}

/// What the pages are of.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shown {
    /// A variant of the report as it is now.
    Now(Variant),
    /// An edition as it was written, to be read only.
    Kept(EditionKey),
}

impl ReportScreen {
    /// The whole-year report from its first page.
    pub fn new(scene: &Scene) -> Self {
        Self::of(Shown::Now(Variant::Whole), scene)
    }

    /// An edition as it was written.
    pub fn edition(key: EditionKey, scene: &Scene) -> Self {
        Self::of(Shown::Kept(key), scene)
    }

    fn of(shown: Shown, scene: &Scene) -> Self {
        let mut screen = Self {
            shown,
            document: Arc::clone(&scene.session.document_of(&Variant::Whole)),
            figures: None,
            offered: Vec::new(),
            tasks: false,
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
        screen.drop_anchor();
        screen
    }

    /// The report, turned to where a passage prints first.
    pub fn at(passage: &PassageId, scene: &Scene) -> Self {
        let mut screen = Self::new(scene);
        if let Some((page, line)) = stops::of_passage(&screen.document, &screen.tables, &screen.pages, passage) {
            screen.turn(page);
            screen.at = stops::nearest(&screen.stops, page, line);
        }
        screen
    }

    fn compose(&mut self, scene: &Scene) {
        (self.document, self.figures) = match &self.shown {
            Shown::Now(variant) => {
                let figures = scene.session.figures_of(variant);
                let own = if let Cow::Owned(figures) = figures { Some(figures) } else { None };
                (scene.session.document_of(variant), own)
            }
            Shown::Kept(key) => (Arc::new(scene.session.edition_document(key)), None),
        };
        self.pages = layout::pages(&self.document, &scene.session.profile());
        self.tables = Tables::of(&self.document);
        self.stops = stops::stops(&self.document, &self.tables, &self.pages);
        self.blanks = self.stops.iter().filter(|stop| stop.blank).count();
        self.page = self.page.min(self.pages.len().saturating_sub(1));
    }

    /// Offers the variants that the year can be cut into.
    fn offer(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        self.tasks = false;
        let tags = scene.session.tags();
        let themes = tags.iter().filter_map(|tag| Tag::try_from(tag.as_str()).ok()).map(Variant::Tag);
        self.offered = Variant::FIXED.into_iter().chain(themes).collect();
        let choices = self.offered.iter().map(|variant| Choice::new(variant.name(lang))).collect();
        let Shown::Now(now) = &self.shown else { return Outcome::Tell(lang.report_kept_only().into()) };
        let here = self.offered.iter().position(|variant| variant == now).unwrap_or_default();
        Outcome::open(Choose::new(lang.report_which_variant(), choices).on(here))
    }

    /// What F9 writes here.
    fn publish(&self, scene: &Scene) -> Outcome {
        match &self.shown {
            Shown::Now(variant) => Outcome::Publish(variant.clone()),
            Shown::Kept(_) => Outcome::Tell(scene.look.lang.report_kept_only().into()),
        }
    }

    fn stop(&self) -> Option<Stop> {
        self.stops.get(self.at?).copied()
    }

    fn run(&self) -> Option<&Run> {
        let stop = self.stop()?;
        self.tables.run(&self.document, stop.block, stop.run)
    }

    /// Keeps what the cursor stands on.
    fn drop_anchor(&mut self) {
        self.anchor = self.at.and_then(|at| Anchor::of(&self.document, &self.tables, &self.stops, at));
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
            Command::Accept => return self.open(scene),
            Command::Choices => return self.offer_tasks(scene),
            Command::Variant => return self.offer(scene),
            Command::Outline => return self.outline(scene),
            Command::Publish => return self.publish(scene),
            Command::Report => {}
            _ => return places::go(command, scene),
        }
        Outcome::Stay
    }

    /// Opens what is behind the figure under the cursor.
    fn open(&self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let Some(run) = self.run() else { return Outcome::Tell(lang.report_no_source().into()) };
        match &run.source {
            Source::Token { figure, name, .. } => behind(figure, name, scene),
            Source::Item(id) => form(*id, Common::Wording.name(), scene),
            Source::Passage(..) | Source::Program => self.edit(Task::Words, scene),
        }
    }
}

/// The place where a figure is mended: its items, its item, its setting.
fn behind(figure: &FigureSource, name: &str, scene: &Scene) -> Outcome {
    match figure {
        FigureSource::Indicator { id, .. } => places::figure(id, scene),
        FigureSource::Field(id) => form(*id, name, scene),
        FigureSource::Setting(id) => Outcome::open(SettingsScreen::at(id, scene)),
        FigureSource::Entries(ids) => {
            let first = ids.first().and_then(|id| scene.session.ledger().entry(*id));
            first.map_or(Outcome::Stay, |entry| Outcome::open(EntriesScreen::at(entry, scene)))
        }
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
                self.drop_anchor();
                outcome
            }
            Input::Text(_) | Input::Paste(_) => Outcome::Stay,
        }
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        let Answer::Chosen(at) = answer else { return Outcome::Stay };
        if std::mem::take(&mut self.tasks) {
            return self.do_task(at, scene);
        }
        if let Some(variant) = self.offered.get(at) {
            self.shown = Shown::Now(variant.clone());
            self.compose(scene);
            self.turn(0);
            self.drop_anchor();
        }
        Outcome::Stay
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        Some(view::view(self, buffer, area, scene))
    }

    fn refresh(&mut self, scene: &Scene) {
        let (here, at, count) = (self.stop(), self.at, self.stops.len());
        self.compose(scene);
        let found = || self.anchor.as_ref()?.find(&self.document, &self.tables, &self.stops);
        let near = |stop: Stop| stops::nearest(&self.stops, stop.page, stop.line);
        // A figure under another name stands where it stood, when nothing came or went.
        let same = || at.filter(|_| self.stops.len() == count);
        self.at = found().or_else(same).or_else(|| here.and_then(near));
        if let Some(stop) = self.stop() {
            self.page = stop.page;
        }
        self.drop_anchor();
    }
}
