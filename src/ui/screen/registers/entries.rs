//! The entries of a register, the most used first: searched by typing, opened by Enter, worked on by F4.

use std::cmp::Reverse;
use std::collections::HashMap;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::form::FormScreen;
use super::super::places;
use super::actions::{Action, Asked};
use super::view;
use crate::command::{Command, Context};
use crate::id::{EntryId, RegisterId};
use crate::model::Entry;
use crate::query::{self, Uses};
use crate::session::Reward;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome};
use crate::ui::reward;
use crate::ui::scene::Scene;
use crate::ui::widget::{ListCursor, SearchLine};

/// The entries of one register.
#[derive(Debug)]
pub struct EntriesScreen {
    pub(super) register: RegisterId,
    pub(super) typed: SearchLine,
    pub(super) uses: HashMap<EntryId, Uses>,
    /// The entries that the search lets through.
    pub(super) found: Vec<EntryId>,
    pub(super) cursor: ListCursor,
    pub(super) asked: Option<Asked>,
}

impl EntriesScreen {
    /// All entries of a register.
    pub fn new(register: RegisterId, scene: &Scene) -> Self {
        let (typed, cursor) = (SearchLine::default(), ListCursor::new(0));
        let mut screen = Self { register, typed, uses: HashMap::new(), found: Vec::new(), cursor, asked: None };
        screen.refresh(scene);
        screen
    }

    /// The register of an entry, the cursor on it.
    pub fn at(entry: &Entry, scene: &Scene) -> Self {
        let mut screen = Self::new(entry.register.clone(), scene);
        if let Some(at) = screen.found.iter().position(|id| *id == entry.id) {
            screen.cursor.select(at);
        }
        screen
    }

    fn search(&mut self, scene: &Scene) {
        let query = self.typed.query();
        let score = |entry: &Entry| {
            let names = std::iter::once(&entry.label).chain(&entry.aliases);
            names.filter_map(|name| query.score(name)).max()
        };
        let scored = scene.session.entries(&self.register).filter_map(|entry| Some((score(entry)?, entry)));
        let mut scored: Vec<(u32, &Entry)> = scored.collect();
        scored.sort_by_key(|(score, entry)| (Reverse(*score), entry.retired, Reverse(self.used(entry.id)), entry.id));
        self.found = scored.into_iter().map(|(_, entry)| entry.id).collect();
        self.cursor.resize(self.found.len());
    }

    /// How often an entry is named.
    pub(super) fn used(&self, id: EntryId) -> usize {
        self.uses.get(&id).map_or(0, |uses| uses.all())
    }

    /// What the register is called.
    pub(super) fn name<'a>(&'a self, scene: &Scene<'a>) -> &'a str {
        let register = scene.session.template().register(&self.register);
        register.map_or(self.register.as_str(), |register| register.name.as_str())
    }

    /// The entry under the cursor.
    pub(super) fn selected<'a>(&self, scene: &Scene<'a>) -> Option<&'a Entry> {
        scene.session.ledger().entries.get(self.found.get(self.cursor.selected()?)?)
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        match command {
            Command::Accept => self.act(Action::Edit, scene),
            Command::NewItem => self.act(Action::Add, scene),
            Command::Choices => self.offer(scene),
            Command::Delete => self.act(Action::Delete, scene),
            Command::Registers => Outcome::Stay,
            _ if self.cursor.update(command) => Outcome::Stay,
            _ => places::go(command, scene),
        }
    }

    /// The form of the entry under the cursor.
    pub(super) fn edit(&self, scene: &Scene) -> Outcome {
        self.selected(scene).map_or(Outcome::Stay, |entry| Outcome::open(FormScreen::edit_entry(entry, scene)))
    }

    /// The form of a new entry; what is searched for and was not found is its label.
    pub(super) fn add(&self, scene: &Scene) -> Outcome {
        let label = if self.found.is_empty() { self.typed.text() } else { "" };
        Outcome::open(FormScreen::new_entry(&self.register, label, scene))
    }
}

impl Screen for EntriesScreen {
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
        Some(view::entries(self, buffer, area, scene))
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        Outcome::Tell(reward::line(scene.look.lang.registers_saved(), saved, scene))
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        match (self.asked.take(), answer) {
            (Some(Asked::Table), Answer::Typed(path)) => self.read_table(&path, scene),
            (Some(asked), Answer::Chosen(at)) => self.chosen(asked, at, scene),
            _ => Outcome::Stay,
        }
    }

    fn refresh(&mut self, scene: &Scene) {
        self.uses = query::uses(scene.session.ledger());
        self.search(scene);
    }
}
