//! What can be done to an entry: F4 offers it, numbered.

use super::EntriesScreen;
use crate::id::EntryId;
use crate::model::{Change, Entry};
use crate::session::SessionError;
use crate::ui::choose::{Choice, Choose};
use crate::ui::outcome::{Outcome, Question};
use crate::ui::scene::Scene;

/// Something to do to an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Opens its form.
    Edit,
    /// Opens the form of another one.
    Add,
    /// Makes it one with another.
    Merge,
    /// Offers it no longer.
    Retire,
    /// Offers it again.
    Unretire,
    /// Takes it away; nothing names it.
    Delete,
    /// Writes the register as a table.
    Export,
    /// Takes entries from a table.
    Import,
}

/// What a popup above was opened for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// One of these is to be done.
    Action(Vec<Action>),
    /// The entry is to be merged into one of these.
    Target(EntryId, Vec<EntryId>),
    /// Where a table is.
    Table,
}

impl EntriesScreen {
    /// Offers what can be done to the entry under the cursor, and to the register.
    pub(super) fn offer(&mut self, scene: &Scene) -> Outcome {
        let (lang, selected) = (scene.look.lang, self.selected(scene));
        let mut actions = match selected {
            Some(entry) if entry.retired => vec![Action::Edit, Action::Add, Action::Merge, Action::Unretire],
            Some(_) => vec![Action::Edit, Action::Add, Action::Merge, Action::Retire],
            None => vec![Action::Add],
        };
        if selected.is_some_and(|entry| self.used(entry.id) == 0) {
            actions.push(Action::Delete);
        }
        actions.extend([Action::Export, Action::Import]);
        let label = |action: &Action| match action {
            Action::Edit => lang.registers_edit(),
            Action::Add => lang.registers_add(),
            Action::Merge => lang.registers_merge(),
            Action::Retire => lang.registers_retire(),
            Action::Unretire => lang.registers_unretire(),
            Action::Delete => lang.registers_delete(),
            Action::Export => lang.registers_export(),
            Action::Import => lang.registers_import(),
        };
        let choices = actions.iter().map(|action| Choice::new(label(action))).collect();
        self.asked = Some(Asked::Action(actions));
        let title = selected.map_or_else(|| self.name(scene).to_owned(), |entry| entry.label.clone());
        Outcome::open(Choose::new(title, choices))
    }

    /// Goes on with what was chosen.
    pub(super) fn chosen(&mut self, asked: Asked, at: usize, scene: &Scene) -> Outcome {
        match asked {
            Asked::Action(actions) => actions.get(at).map_or(Outcome::Stay, |action| self.act(*action, scene)),
            Asked::Target(id, targets) => {
                targets.get(at).map_or(Outcome::Stay, |into| self.ask_to_merge(id, *into, scene))
            }
            Asked::Table => Outcome::Stay,
        }
    }

    /// Does it, or asks first.
    pub(super) fn act(&mut self, action: Action, scene: &Scene) -> Outcome {
        let session = scene.session;
        match (action, self.selected(scene)) {
            (Action::Add, _) => self.add(scene),
            (Action::Export, _) => self.export(scene),
            (Action::Import, _) => self.ask_table(scene),
            (_, None) => Outcome::Stay,
            (Action::Edit, _) => self.edit(scene),
            (Action::Merge, Some(entry)) => self.choose_target(entry, scene),
            (Action::Retire, Some(entry)) => done(session.retire_entry(entry.id, true), scene),
            (Action::Unretire, Some(entry)) => done(session.retire_entry(entry.id, false), scene),
            (Action::Delete, Some(entry)) => ask_to_delete(entry, scene),
        }
    }

    /// Offers every other entry, the most used first.
    fn choose_target(&mut self, entry: &Entry, scene: &Scene) -> Outcome {
        let mut others: Vec<&Entry> =
            scene.session.entries(&self.register).filter(|other| other.id != entry.id).collect();
        others.sort_by_key(|other| (std::cmp::Reverse(self.used(other.id)), other.id));
        let choice = |other: &&Entry| Choice { aliases: other.aliases.clone(), ..Choice::new(other.label.clone()) };
        let choices = others.iter().map(choice).collect();
        self.asked = Some(Asked::Target(entry.id, others.iter().map(|other| other.id).collect()));
        Outcome::open(Choose::new(scene.look.lang.registers_merge_title(&entry.label), choices))
    }

    fn ask_to_merge(&self, id: EntryId, into: EntryId, scene: &Scene) -> Outcome {
        let (session, lang) = (scene.session, scene.look.lang);
        let label = |id| session.ledger().entry(id).map_or("", |entry| entry.label.as_str());
        let uses = self.uses.get(&id).copied().unwrap_or_default();
        match session.merge_entry(id, into) {
            Ok(change) => Outcome::Confirm(Box::new(Question {
                text: lang.registers_merge_ask(label(id), label(into), uses.items, uses.returns + uses.entries),
                yes: lang.registers_merge_yes().into(),
                then: Outcome::apply(change),
            })),
            Err(error) => told(&error, scene),
        }
    }
}

fn ask_to_delete(entry: &Entry, scene: &Scene) -> Outcome {
    let lang = scene.look.lang;
    match scene.session.delete_entry(entry.id) {
        Ok(change) => Outcome::Confirm(Box::new(Question {
            text: lang.registers_delete_ask(&entry.label),
            yes: lang.registers_delete_yes().into(),
            then: Outcome::apply(change),
        })),
        Err(error) => told(&error, scene),
    }
}

fn done(change: Result<Change, SessionError>, scene: &Scene) -> Outcome {
    change.map_or_else(|error| told(&error, scene), Outcome::apply)
}

pub(super) fn told(error: &SessionError, scene: &Scene) -> Outcome {
    let lang = scene.look.lang;
    Outcome::Tell(lang.with_hint(&error.text(lang), &error.hint(lang)))
}
