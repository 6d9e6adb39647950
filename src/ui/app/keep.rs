//! What stands typed: kept on disk, and asked about before it is dropped.

use serde_json::Value;

use super::App;
use crate::command::Context;
use crate::ui::dialog::Dialog;
use crate::ui::outcome::{Outcome, Question};
use crate::ui::run::Flow;

impl App {
    /// Puts the drafts of what is open on disk; whether all are there. Layers are not told, as nothing they show has
    /// changed.
    pub(super) fn keep_drafts(&mut self) -> bool {
        self.behind = false;
        let mut kept = true;
        for (name, draft) in self.layers.drafts() {
            if let Err(error) = self.wait(|session| session.keep_draft(&name, draft)) {
                kept = self.refused(&error);
            }
        }
        kept
    }

    /// Keeps one draft, or lets it go; whether that is on disk.
    pub(super) fn keep_draft(&mut self, name: &str, draft: Option<Value>) -> bool {
        match self.wait(|session| session.keep_draft(name, draft)) {
            Ok(()) => self.refresh(),
            Err(error) => return self.refused(&error),
        }
        true
    }

    /// Leaves the program; where what stands typed would be lost with it, asks first.
    pub(super) fn quit(&mut self) {
        if self.keep_drafts() {
            self.flow = Flow::Quit;
            return;
        }
        let lang = self.look.lang;
        self.ask_to_drop(lang.drop_quit_ask(), lang.drop_quit_yes(), Outcome::Abandon);
    }

    /// Asks before what stands typed is dropped, and says why it cannot be kept.
    fn ask_to_drop(&mut self, ask: &str, yes: &str, then: Outcome) {
        let why = self.message.take().unwrap_or_default();
        let question = Dialog::new(Question { text: format!("{why}\n{ask}"), yes: yes.into(), then });
        let asks_already = self.layers.context() == Context::Dialog;
        self.perform(if asks_already { Outcome::replace(question) } else { Outcome::open(question) });
    }

    /// One after the other, until one is refused. Where the rest would lose what could not be kept, that is asked first.
    pub(super) fn perform_all(&mut self, outcomes: Vec<Outcome>) -> bool {
        let mut left = outcomes.into_iter();
        while let Some(outcome) = left.next() {
            let keeps = matches!(outcome, Outcome::Draft(_, Some(_)));
            if self.perform(outcome) {
                continue;
            }
            let mut rest: Vec<Outcome> = left.collect();
            if keeps && !rest.is_empty() {
                let lang = self.look.lang;
                rest.push(Outcome::Tell(lang.dropped().into()));
                self.ask_to_drop(lang.drop_ask(), lang.drop_yes(), Outcome::Do(rest));
            }
            return false;
        }
        true
    }
}
