//! Findings, the gravest first: Enter goes to the place of one, F4 also mends what is certain.

mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::places;
use crate::check::{Finding, Why};
use crate::command::{Command, Context};
use crate::session::Reward;
use crate::ui::choose::{Choice, Choose};
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome};
use crate::ui::reward;
use crate::ui::scene::Scene;
use crate::ui::widget::{ListCursor, SearchLine};

/// A list of findings, searched by typing.
#[derive(Debug)]
pub struct ChecksScreen {
    typed: SearchLine,
    /// What is there to be found, and those that the search lets through.
    all: Vec<Finding>,
    found: Vec<usize>,
    cursor: ListCursor,
}

/// What F4 offers on a finding, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    Go,
    Mend,
    MendAll,
    Settle,
    SettleAll,
}

impl ChecksScreen {
    /// Everything that was found.
    pub fn new(scene: &Scene) -> Self {
        let (typed, cursor) = (SearchLine::default(), ListCursor::new(0));
        let mut screen = Self { typed, all: Vec::new(), found: Vec::new(), cursor };
        screen.look(scene);
        screen
    }

    /// Takes what the rules found. A file that was put back meanwhile is found again.
    fn look(&mut self, scene: &Scene) {
        let session = scene.session;
        let stands = |one: &&Finding| !matches!(&one.why, Why::NoFile { path } if session.has_evidence(path));
        self.all = session.findings().iter().filter(stands).cloned().collect();
        self.search(scene);
    }

    fn search(&mut self, scene: &Scene) {
        let (query, lang) = (self.typed.query(), scene.look.lang);
        let fits = |one: &Finding| {
            let texts = [scene.session.place_text(&one.place, lang), one.why.text(lang)];
            texts.iter().any(|text| query.score(text).is_some())
        };
        let fitting = self.all.iter().enumerate().filter(|(_, one)| self.typed.is_empty() || fits(one));
        self.found = fitting.map(|(at, _)| at).collect();
        self.cursor.resize(self.found.len());
    }

    fn selected(&self) -> Option<&Finding> {
        self.all.get(*self.found.get(self.cursor.selected()?)?)
    }

    fn mendable(&self) -> usize {
        self.all.iter().filter(|one| one.fix.is_some()).count()
    }

    fn lost(&self) -> usize {
        self.all.iter().filter(|one| is_lost(one)).count()
    }

    fn actions(&self) -> Vec<Action> {
        let is_certain = self.selected().is_some_and(|one| one.fix.is_some());
        let certain = is_certain.then_some(Action::Mend);
        let all = (self.mendable() > usize::from(is_certain)).then_some(Action::MendAll);
        let is_lost = self.selected().is_some_and(is_lost);
        let settle = is_lost.then_some(Action::Settle);
        let settle_all = (is_lost && self.lost() > 1).then_some(Action::SettleAll);
        [Some(Action::Go), certain, all, settle, settle_all].into_iter().flatten().collect()
    }

    fn offer(&self, scene: &Scene) -> Outcome {
        let (lang, Some(finding)) = (scene.look.lang, self.selected()) else { return Outcome::Stay };
        let label = |action| match action {
            Action::Go => Choice::new(lang.checks_go()),
            Action::Mend => Choice::new(lang.checks_mend()),
            Action::MendAll => Choice::new(lang.checks_mend_all(self.mendable())),
            Action::Settle => Choice::new(lang.checks_settle()),
            Action::SettleAll => Choice::new(lang.checks_settle_all(self.lost())),
        };
        let title = scene.session.place_text(&finding.place, lang);
        Outcome::open(Choose::new(title, self.actions().into_iter().map(label).collect()))
    }

    fn act(&self, action: Action, scene: &Scene) -> Outcome {
        match action {
            Action::Go => self.go(scene),
            Action::Mend => mend(self.selected(), scene),
            Action::MendAll => mend(&self.all, scene),
            Action::Settle => Outcome::apply(scene.session.settle(self.selected())),
            Action::SettleAll => Outcome::apply(scene.session.settle(&self.all)),
        }
    }

    /// Opens the place of the selected finding.
    fn go(&self, scene: &Scene) -> Outcome {
        self.selected().map_or(Outcome::Stay, |finding| places::finding(finding, scene))
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        match command {
            Command::Accept => self.go(scene),
            Command::Choices => self.offer(scene),
            Command::Checks => Outcome::Stay,
            _ if self.cursor.update(command) => Outcome::Stay,
            _ => places::go(command, scene),
        }
    }
}

/// Whether it is about a value that lost when copies were merged.
const fn is_lost(finding: &Finding) -> bool {
    finding.why.clash().is_some()
}

/// Saves what makes the certain ones good.
fn mend<'a>(findings: impl IntoIterator<Item = &'a Finding>, scene: &Scene) -> Outcome {
    match scene.session.mend(findings) {
        Ok(change) => Outcome::apply(change),
        Err(error) => Outcome::Tell(error.text(scene.look.lang)),
    }
}

impl Screen for ChecksScreen {
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

    fn arrange(&mut self, area: Rect, _scene: &Scene) {
        self.cursor.arrange(view::rows(area.height));
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        Some(view::view(self, buffer, area, scene))
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        Outcome::Tell(reward::line(scene.look.lang.checks_mended(), saved, scene))
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        let Answer::Chosen(at) = answer else { return Outcome::Stay };
        self.actions().get(at).map_or(Outcome::Stay, |action| self.act(*action, scene))
    }

    fn refresh(&mut self, scene: &Scene) {
        self.look(scene);
    }
}
