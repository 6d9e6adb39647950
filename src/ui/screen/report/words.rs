//! From the pages to the words: F4 on a figure asks what to do with it, and every text opens to be edited in its place.

use super::super::indicator::IndicatorScreen;
use super::super::outline::OutlineScreen;
use super::super::writer::{Task, WriterScreen};
use super::{ReportScreen, Shown};
use crate::document::{FigureSource, Run, Source};
use crate::ui::choose::{Choice, Choose};
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;

/// What can be done with a figure, by the digits.
const TASKS: [Option<Task>; 4] = [None, Some(Task::Another), Some(Task::Writing), Some(Task::Words)];

impl ReportScreen {
    /// Asks what to do with the figure under the cursor; words are opened at once.
    pub(super) fn offer_tasks(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let Some(run) = self.run() else { return Outcome::Tell(lang.report_no_source().into()) };
        let Source::Token { name, figure, .. } = &run.source else { return self.edit(Task::Words, scene) };
        let title = lang.writer_menu(name);
        let rows = [lang.writer_source(), lang.writer_another(), lang.writer_writing(), lang.report_words()];
        let mut rows = rows.map(Choice::new).to_vec();
        rows.extend(matches!(figure, FigureSource::Indicator { .. }).then(|| Choice::new(lang.act_define())));
        self.tasks = true;
        Outcome::open(Choose::new(title, rows))
    }

    /// Does what was chosen: the source, an edit of the text that the figure stands in, or its definition.
    pub(super) fn do_task(&self, at: usize, scene: &Scene) -> Outcome {
        match TASKS.get(at) {
            Some(Some(task)) => self.edit(*task, scene),
            Some(None) => self.open(scene),
            None => self.define(scene),
        }
    }

    /// Opens how the figure under the cursor is counted.
    fn define(&self, scene: &Scene) -> Outcome {
        let figure = self.run().and_then(|run| match &run.source {
            Source::Token { figure: FigureSource::Indicator { id, .. }, .. } => Some(id),
            _ => None,
        });
        figure.and_then(|id| IndicatorScreen::edit(id, scene)).map_or(Outcome::Stay, Outcome::open)
    }

    /// Opens the text under the cursor, at the very figure or word.
    pub(super) fn edit(&self, task: Task, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        if matches!(self.shown, Shown::Kept(_)) {
            return Outcome::Tell(lang.report_kept().into());
        }
        let Some(run) = self.run() else { return Outcome::Tell(lang.report_no_source().into()) };
        match &run.source {
            Source::Passage(id, span) => match scene.session.passage(id) {
                Some(passage) => Outcome::open(WriterScreen::passage(passage, span.start, scene)),
                None => Outcome::Stay,
            },
            Source::Token { passage: Some(id), name, .. } => match scene.session.passage(id) {
                Some(passage) => WriterScreen::passage(passage, 0, scene).on(name, self.nth(run), task, scene),
                None => Outcome::Stay,
            },
            Source::Token { item: Some(id), name, .. } => match scene.session.ledger().items.get(id) {
                Some(item) => WriterScreen::item(item, scene).on(name, self.nth(run), task, scene),
                None => Outcome::Stay,
            },
            Source::Item(id) => match scene.session.ledger().items.get(id) {
                Some(item) => Outcome::open(WriterScreen::item(item, scene)),
                None => Outcome::Stay,
            },
            Source::Token { .. } | Source::Program => Outcome::Tell(lang.report_programs().into()),
        }
    }

    /// Opens the outline on the passage that the cursor stands in.
    pub(super) fn outline(&self, scene: &Scene) -> Outcome {
        let of_item = |id| scene.session.ledger().items.get(id).and_then(|item| scene.session.home_of(&item.card));
        let passage = self.run().and_then(|run| match &run.source {
            Source::Passage(id, _) | Source::Token { passage: Some(id), .. } => Some(id.clone()),
            Source::Item(id) | Source::Token { item: Some(id), .. } => of_item(id),
            Source::Token { .. } | Source::Program => None,
        });
        Outcome::open(OutlineScreen::at(passage.as_ref(), scene))
    }

    /// The how-manieth figure of its name in its text a run is.
    fn nth(&self, run: &Run) -> usize {
        let is_alike = |other: &&Run| match (&run.source, &other.source) {
            (
                Source::Token { passage, item, name, .. },
                Source::Token { passage: other_passage, item: other_item, name: other_name, .. },
            ) => (passage, item, name) == (other_passage, other_item, other_name),
            _ => false,
        };
        self.document.runs().take_while(|other| !std::ptr::eq(*other, run)).filter(is_alike).count()
    }
}
