//! Findings on the pages: walked through one by one, told in words, and mended where they stand.

use super::ReportScreen;
use super::stops::Stop;
use crate::check::{Finding, Place};
use crate::command::{Command, Context};
use crate::session::RunAt;
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;
use crate::ui::screen::places;
use crate::ui::screen::writer::Task;

/// A finding that was walked to, until the cursor leaves it.
#[derive(Clone, Debug)]
pub(super) struct Walked {
    finding: Finding,
    /// Which of those on the pages it is, from 0.
    number: usize,
    /// The stop it stands at.
    at: usize,
}

impl ReportScreen {
    /// Goes to the next finding, or the one before, round about; says what it is.
    pub(super) fn walk(&mut self, forward: bool, scene: &Scene) -> Outcome {
        let all = self.placed.printed.len();
        if all == 0 {
            return Outcome::Tell(self.nothing_to_walk(scene));
        }
        let number = match (self.walked_to().map(|walked| walked.number), forward) {
            (Some(number), true) => (number + 1) % all,
            (Some(number), false) => (number + all - 1) % all,
            (None, true) => self.doubt_from(self.here()) % all,
            (None, false) => (self.doubt_from(self.here()) + all - 1) % all,
        };
        let (place, index) = self.placed.printed[number];
        let Some(at) = self.stops.iter().position(|stop| run_at(stop) == place) else { return Outcome::Stay };
        self.go_to(at);
        let finding = scene.session.findings()[index].clone();
        let said = self.said(&finding, number, scene);
        self.walked = Some(Walked { finding, number, at });
        Outcome::Tell(said)
    }

    /// The finding that was walked to, while the cursor stands on it.
    pub(super) fn walked_to(&self) -> Option<&Walked> {
        self.walked.as_ref().filter(|walked| self.at == Some(walked.at))
    }

    /// Opens the place where the finding is mended that was walked to; none: none was.
    pub(super) fn mend(&self, scene: &Scene) -> Option<Outcome> {
        let finding = &self.walked_to()?.finding;
        Some(match finding.place {
            Place::Passage(_) => self.edit(Task::Words, scene),
            _ => places::finding(finding, scene),
        })
    }

    /// What was found of the run under the cursor.
    pub(super) fn told_doubts(&self, scene: &Scene) -> Vec<String> {
        let Some(here) = self.stop().map(|stop| run_at(&stop)) else { return Vec::new() };
        let (all, lang) = (self.placed.printed.len(), scene.look.lang);
        let first = self.doubt_from(here);
        let here = (first..).zip(&self.placed.printed[first..]).take_while(|(_, (place, _))| *place == here);
        let tell = |(number, (_, index)): (usize, &(RunAt, usize))| {
            let finding = scene.session.findings().get(*index)?;
            let head = lang.pages_doubt(number + 1, all, finding.severity.text(lang));
            Some(format!("{head}: {}", lang.with_hint(&finding.why.text(lang), &finding.why.hint(lang))))
        };
        here.filter_map(tell).collect()
    }

    /// Finds the finding again that was walked to, after the ledger has changed; one that was mended is gone.
    pub(super) fn walk_again(&mut self, walked: Option<Walked>, scene: &Scene) {
        let here = self.stop().map(|stop| run_at(&stop));
        self.walked = walked.and_then(|Walked { finding, .. }| {
            let is_it = |one: &(RunAt, usize)| {
                Some(one.0) == here && scene.session.findings().get(one.1).is_some_and(|other| *other == finding)
            };
            let number = self.placed.printed.iter().position(is_it)?;
            Some(Walked { finding, number, at: self.at? })
        });
    }

    /// The first finding that does not stand before a run.
    fn doubt_from(&self, here: RunAt) -> usize {
        self.placed.printed.partition_point(|(place, _)| *place < here)
    }

    /// The run under the cursor; where there is none, the first that could follow on the page.
    fn here(&self) -> RunAt {
        let next = || self.stops.get(self.stops.partition_point(|stop| stop.page < self.page)).copied();
        self.stop().or_else(next).map_or((usize::MAX, 0), |stop| run_at(&stop))
    }

    fn said(&self, finding: &Finding, number: usize, scene: &Scene) -> String {
        let (all, lang) = (self.placed.printed.len(), scene.look.lang);
        let mut said = vec![
            lang.pages_doubt(number + 1, all, finding.severity.text(lang)),
            scene.session.place_text(&finding.place, lang),
            finding.why.text(lang),
        ];
        if number + 1 == all && self.placed.elsewhere > 0 {
            said.push(lang.pages_elsewhere(self.placed.elsewhere, &menu_key(scene)));
        }
        said.join("  ")
    }

    fn nothing_to_walk(&self, scene: &Scene) -> String {
        let lang = scene.look.lang;
        match self.placed.elsewhere {
            _ if self.is_kept() => lang.report_kept_only().into(),
            0 => lang.pages_no_doubts().into(),
            count => lang.pages_only_elsewhere(count, &menu_key(scene)),
        }
    }
}

/// The run that a stop is.
pub(super) const fn run_at(stop: &Stop) -> RunAt {
    (stop.block, stop.run)
}

fn menu_key(scene: &Scene) -> String {
    scene.look.key(Command::Choices, Context::Report).unwrap_or_default()
}
