//! The report's pages as they print, annexes too; the cursor walks from figure to figure, Enter opens what is behind one.

mod behind;
mod doubts;
mod moves;
mod stops;
mod view;
mod words;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::acts::Asking;
use super::places;
use crate::command::{Command, Context};
use crate::document::{Document, Run};
use crate::id::PassageId;
use crate::layout::{self, Page};
use crate::model::{EditionKey, Tag, Variant};
use crate::query::Figures;
use crate::session::{Placed, RunAt};
use crate::ui::choose::{Choice, Choose};
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome};
use crate::ui::scene::Scene;
use doubts::{Walked, run_at};
use moves::Window;
use stops::{Anchor, Stop, Tables};
use words::Deed;

/// The pages, laid out once for each state of the ledger, and what the cursor stands on.
#[derive(Debug)]
pub struct ReportScreen {
    shown: Shown,
    document: Arc<Document>,
    /// The figures of the variant, where they are not those of the year.
    figures: Option<Figures>,
    /// What a layer above was asked for.
    asked: Option<Asked>,
    /// What was asked for of a figure.
    asking: Asking,
    pages: Vec<Page>,
    tables: Tables,
    stops: Vec<Stop>,
    blanks: usize,
    /// Where findings stand on the pages.
    placed: Placed,
    walked: Option<Walked>,
    page: usize,
    window: Window,
    at: Option<usize>,
    /// The ledger has changed since the pages were laid out.
    stale: bool,
}

/// What the pages are of.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shown {
    /// A variant of the report as it is now.
    Now(Variant),
    /// An edition as it was written, to be read only.
    Kept(EditionKey),
}

/// What a layer above was asked for.
#[derive(Debug)]
enum Asked {
    /// Which variant.
    Variant(Vec<Variant>),
    /// What to do.
    Deed(Vec<Deed>),
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
            asked: None,
            asking: Asking::default(),
            pages: Vec::new(),
            tables: Tables::default(),
            stops: Vec::new(),
            blanks: 0,
            placed: Placed::default(),
            walked: None,
            page: 0,
            window: Window::new(),
            at: None,
            stale: false,
        };
        screen.compose(scene);
        screen.turn(0);
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

    /// Lays out what is shown, as it goes on paper.
    fn compose(&mut self, scene: &Scene) {
        let session = scene.session;
        let mut profile = session.profile();
        (self.document, self.figures) = match &self.shown {
            Shown::Now(variant) => {
                let figures = session.figures_of(variant);
                let own = if let Cow::Owned(figures) = figures { Some(figures) } else { None };
                let paper = session.paper_in(variant, profile);
                profile = paper.profile;
                (paper.document, own)
            }
            Shown::Kept(key) => (Arc::new(session.edition_document(key)), None),
        };
        self.pages = layout::pages(&self.document, &profile);
        self.tables = Tables::of(&self.document);
        self.placed = if self.is_kept() { Placed::default() } else { session.placed(&self.document) };
        self.find_stops();
        self.page = self.page.min(self.pages.len().saturating_sub(1));
    }

    fn find_stops(&mut self) {
        let marks: BTreeSet<RunAt> = self.placed.printed.iter().map(|(place, _)| *place).collect();
        self.stops = stops::stops(&self.document, &self.tables, &self.pages, &marks);
        self.blanks = self.stops.iter().filter(|stop| stop.blank).count();
        // Of what prints nothing there is no place to go to.
        let seen: BTreeSet<RunAt> = self.stops.iter().map(run_at).filter(|place| marks.contains(place)).collect();
        let all = self.placed.printed.len();
        self.placed.printed.retain(|(place, _)| seen.contains(place));
        self.placed.elsewhere += all - self.placed.printed.len();
    }

    /// Lays out the pages anew when the ledger has changed; the cursor stays on what it stands on.
    fn renew(&mut self, scene: &Scene) {
        if !std::mem::take(&mut self.stale) {
            return;
        }
        let (here, at, count) = (self.stop(), self.at, self.stops.len());
        let anchor = at.and_then(|at| Anchor::of(&self.document, &self.tables, &self.stops, at));
        let walked = self.walked.take();
        self.compose(scene);
        let found = || anchor?.find(&self.document, &self.tables, &self.stops);
        let near = |stop: Stop| stops::nearest(&self.stops, stop.page, stop.line);
        // A figure under another name stands where it stood, when nothing came or went.
        let same = || at.filter(|_| self.stops.len() == count);
        self.at = found().or_else(same).or_else(|| here.and_then(near));
        if let Some(stop) = self.stop() {
            self.page = stop.page;
        }
        self.walk_again(walked, scene);
    }

    const fn is_kept(&self) -> bool {
        matches!(self.shown, Shown::Kept(_))
    }

    /// The variant that is shown, as it is or as it was.
    const fn variant(&self) -> &Variant {
        match &self.shown {
            Shown::Now(variant) => variant,
            Shown::Kept(key) => &key.variant,
        }
    }

    /// Offers the variants that the year can be cut into.
    fn offer(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let Shown::Now(now) = &self.shown else { return Outcome::Tell(lang.report_kept_only().into()) };
        let tags = scene.session.tags();
        let themes = tags.iter().filter_map(|tag| Tag::try_from(tag.as_str()).ok()).map(Variant::Tag);
        let offered: Vec<Variant> = Variant::FIXED.into_iter().chain(themes).collect();
        let choices = offered.iter().map(|variant| Choice::new(variant.name(lang))).collect();
        let here = offered.iter().position(|variant| variant == now).unwrap_or_default();
        self.asked = Some(Asked::Variant(offered));
        Outcome::open(Choose::new(lang.report_which_variant(), choices).on(here))
    }

    /// Shows another variant from its first page.
    fn show(&mut self, variant: Variant, scene: &Scene) {
        self.shown = Shown::Now(variant);
        self.walked = None;
        self.compose(scene);
        self.turn(0);
    }

    /// What F9 writes here.
    fn publish(&self, scene: &Scene) -> Outcome {
        match &self.shown {
            Shown::Now(variant) => Outcome::Publish(variant.clone()),
            Shown::Kept(_) => Outcome::Tell(scene.look.lang.report_kept_only().into()),
        }
    }

    /// The run under the cursor.
    fn run(&self) -> Option<&Run> {
        let stop = self.stop()?;
        self.tables.run(&self.document, stop.block, stop.run)
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        match command {
            Command::Right => self.step(true),
            Command::Left => self.step(false),
            Command::NextField => return self.walk_blanks(true, scene),
            Command::PreviousField => return self.walk_blanks(false, scene),
            Command::NextFinding => return self.walk(true, scene),
            Command::PreviousFinding => return self.walk(false, scene),
            Command::Down => self.step_line(true),
            Command::Up => self.step_line(false),
            Command::PageDown => self.leaf(true),
            Command::PageUp => self.leaf(false),
            Command::Home | Command::Top => self.turn(0),
            Command::End | Command::Bottom => self.turn(self.pages.len()),
            Command::Accept => return self.mend(scene).unwrap_or_else(|| self.open(scene)),
            Command::Choices => return self.offer_deeds(scene),
            Command::Variant => return self.offer(scene),
            Command::Outline => return self.outline(scene),
            Command::Publish => return self.publish(scene),
            Command::Report => {}
            _ => return places::go(command, scene),
        }
        Outcome::Stay
    }
}

impl Screen for ReportScreen {
    fn context(&self) -> Context {
        Context::Report
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        self.renew(scene);
        match input {
            Input::Command(command) => self.command(command, scene),
            Input::Text(_) | Input::Paste(_) => Outcome::Stay,
        }
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        self.renew(scene);
        if self.asked.is_none() && self.asking.waits() {
            return self.asking.answered(answer, scene);
        }
        let Answer::Chosen(at) = answer else { return Outcome::Stay };
        match self.asked.take() {
            Some(Asked::Deed(deeds)) => deeds.get(at).map_or(Outcome::Stay, |deed| self.perform(*deed, scene)),
            Some(Asked::Variant(offered)) => {
                let Some(variant) = offered.into_iter().nth(at) else { return Outcome::Stay };
                let unveiled = scene.session.unveiled(&variant, scene.look.lang);
                self.show(variant, scene);
                unveiled.map_or(Outcome::Stay, |said| Outcome::Tell(said.into()))
            }
            None => Outcome::Stay,
        }
    }

    fn arrange(&mut self, area: Rect, scene: &Scene) {
        self.renew(scene);
        self.fit(area);
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        Some(view::view(self, buffer, area, scene))
    }

    fn refresh(&mut self, _scene: &Scene) {
        self.stale = true;
    }
}
