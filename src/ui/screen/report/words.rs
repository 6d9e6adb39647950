//! From the pages to the words: F4 asks what to do with a figure or a text, which opens to be edited in its place.

use super::super::checks::ChecksScreen;
use super::super::indicator::IndicatorScreen;
use super::super::outline::OutlineScreen;
use super::super::writer::{Task, WriterScreen};
use super::{Asked, ReportScreen};
use crate::command::{Command, Context};
use crate::document::{Block, FigureSource, Run, Source};
use crate::ui::choose::{Choice, Choose};
use crate::ui::outcome::Outcome;
use crate::ui::scene::Scene;

/// What can be done on the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// See what is behind the figure.
    Source,
    /// Edit the text, at the figure.
    Edit(Task),
    /// Change how the figure is counted.
    Define,
    /// Go to the next finding.
    NextDoubt,
    /// See all findings.
    AllDoubts,
    /// See the passages.
    Outline,
    /// Look at another variant.
    Variant,
}

impl ReportScreen {
    /// Asks what to do here.
    pub(super) fn offer_deeds(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let title = match self.run().map(|run| &run.source) {
            Some(Source::Token { name, .. }) => lang.writer_menu(name),
            _ => lang.pages_menu().into(),
        };
        let deeds = self.deeds();
        let choices = deeds.iter().map(|deed| self.choice(*deed, scene)).collect();
        self.asked = Some(Asked::Deed(deeds));
        Outcome::open(Choose::new(title, choices))
    }

    /// What can be done here: first with the figure or the words under the cursor.
    fn deeds(&self) -> Vec<Deed> {
        let mut deeds = match self.run().map(|run| &run.source) {
            Some(Source::Token { figure, .. }) => {
                let define = matches!(figure, FigureSource::Indicator { .. }).then_some(Deed::Define);
                let own = [Task::Another, Task::Writing, Task::Words].map(Deed::Edit);
                std::iter::once(Deed::Source).chain(own).chain(define).collect()
            }
            Some(Source::Passage(..) | Source::Item(_)) => vec![Deed::Edit(Task::Words)],
            Some(Source::Program) | None => Vec::new(),
        };
        deeds.extend((!self.placed.printed.is_empty()).then_some(Deed::NextDoubt));
        deeds.extend([Deed::AllDoubts, Deed::Outline, Deed::Variant]);
        deeds
    }

    fn choice(&self, deed: Deed, scene: &Scene) -> Choice {
        let lang = scene.look.lang;
        let key = |command| scene.look.key(command, Context::Report).unwrap_or_default();
        match deed {
            Deed::Source => Choice::new(lang.writer_source()),
            Deed::Edit(Task::Another) => Choice::new(lang.writer_another()),
            Deed::Edit(Task::Writing) => Choice::new(lang.writer_writing()),
            Deed::Edit(Task::Words) => Choice::new(lang.report_words()),
            Deed::Define => Choice::new(lang.act_define()),
            Deed::NextDoubt => Choice::with(lang.pages_next_doubt(), key(Command::NextFinding)),
            Deed::AllDoubts => match self.placed.elsewhere {
                0 => Choice::new(lang.pages_all_doubts()),
                count => Choice::with(lang.pages_all_doubts(), lang.pages_not_in_text(count)),
            },
            Deed::Outline => Choice::with(Command::Outline.label(lang), key(Command::Outline)),
            Deed::Variant => Choice::with(Command::Variant.label(lang), key(Command::Variant)),
        }
    }

    /// Does what was chosen.
    pub(super) fn perform(&mut self, deed: Deed, scene: &Scene) -> Outcome {
        match deed {
            Deed::Source => self.open(scene),
            Deed::Edit(task) => self.edit(task, scene),
            Deed::Define => self.define(scene),
            Deed::NextDoubt => self.walk(true, scene),
            Deed::AllDoubts => Outcome::open(ChecksScreen::new(scene)),
            Deed::Outline => self.outline(scene),
            Deed::Variant => self.offer(scene),
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
        if self.is_kept() {
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

    /// The how-manieth figure of its name in its text a run is; what an annex tells again is the first.
    fn nth(&self, run: &Run) -> usize {
        let is_alike = |other: &&Run| match (&run.source, &other.source) {
            (
                Source::Token { passage, item, name, .. },
                Source::Token { passage: other_passage, item: other_item, name: other_name, .. },
            ) => (passage, item, name) == (other_passage, other_item, other_name),
            _ => false,
        };
        let own = || self.document.blocks[..self.document.annexes()].iter().flat_map(Block::runs);
        let at = own().position(|other| std::ptr::eq(other, run)).unwrap_or(0);
        own().take(at).filter(is_alike).count()
    }
}
