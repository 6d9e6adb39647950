//! Items of a section, matter, figure or query, or of the bin: typing searches, filters limit, the foot line adds up.

mod actions;
mod detail;
mod export;
mod figure;
mod filters;
mod groups;
mod marks;
mod moves;
mod record;
mod view;

use std::collections::HashSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::form::FormScreen;
use super::places;
use crate::command::{Command, Context};
use crate::id::{IndicatorId, ItemId, MatterId, SectionId};
use crate::model::{Change, Item, Variant};
use crate::query::{self, Figure, Filter, Group, Grouping, Order, Selection, Totals, Want};
use crate::session::{Reward, SessionError};
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome};
use crate::ui::reward;
use crate::ui::scene::Scene;
use crate::ui::widget::{ListCursor, SearchLine};

/// What a list is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Every item of the year.
    All,
    /// A section's.
    Section(SectionId),
    /// A matter's.
    Matter(MatterId),
    /// Those behind a figure of a variant.
    Figure(IndicatorId, Variant),
    /// One item.
    Item(ItemId),
    /// Those in the bin.
    Bin,
}

/// A list of items, searched by typing.
#[derive(Debug)]
pub struct ListScreen {
    subject: Subject,
    typed: SearchLine,
    /// What was chosen to limit it by, besides its subject.
    wants: Vec<Want>,
    order: Order,
    grouping: Grouping,
    selection: Selection,
    /// The figure that it is of.
    figure: Option<Figure>,
    groups: Vec<Group>,
    /// What it is grouped by, in words.
    grouped: String,
    /// The rows where there are groups: else each item is one.
    rows: Vec<Row>,
    totals: Totals,
    cursor: ListCursor,
    /// Marked items; they stay marked while others are looked for.
    marked: HashSet<ItemId>,
    /// What a layer above was asked for.
    asked: Option<Asked>,
    /// What is said before the reward of the change under way.
    begun: String,
    /// The cursor was moved since something was typed: a blank marks.
    walking: bool,
    /// The ledger has changed since it was looked at.
    stale: bool,
}

/// A row of a list in groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Group(usize),
    Item(usize),
}

/// What a layer above was asked for.
#[derive(Debug)]
enum Asked {
    Filters(filters::Asked),
    Action(actions::Asked),
}

impl ListScreen {
    /// The list of a subject.
    pub fn new(subject: Subject, scene: &Scene) -> Self {
        let mut list = Self {
            subject,
            typed: SearchLine::default(),
            wants: Vec::new(),
            order: Order::default(),
            grouping: Grouping::None,
            selection: Selection::default(),
            figure: None,
            groups: Vec::new(),
            grouped: String::new(),
            rows: Vec::new(),
            totals: Totals::default(),
            cursor: ListCursor::new(0),
            marked: HashSet::new(),
            asked: None,
            begun: String::new(),
            walking: false,
            stale: false,
        };
        list.select(scene);
        list.cursor.select(list.cursor.len());
        list
    }

    /// What the list is limited to.
    fn filter(&self) -> Filter {
        let subject = match &self.subject {
            Subject::Section(id) => Some(Want::Section(id.clone())),
            Subject::Matter(id) => Some(Want::Matter(id.clone())),
            _ => None,
        };
        let only = match &self.subject {
            Subject::Figure(..) => Some(self.figure.iter().flat_map(|figure| figure.items.iter().copied()).collect()),
            Subject::Item(id) => Some(HashSet::from([*id])),
            _ => None,
        };
        let wants = subject.into_iter().chain(self.wants.iter().cloned()).collect();
        Filter { query: self.typed.text().to_owned(), wants, binned: self.subject == Subject::Bin, only }
    }

    /// Picks the items anew; the cursor stays on its item where that is still there.
    fn select(&mut self, scene: &Scene) {
        self.stale = false;
        let on = self.selected().map(|item| item.card.id);
        self.take_figure(scene);
        let session = scene.session;
        self.selection = Selection::new(session.ledger(), session.year(), &self.filter(), self.order);
        let is_there = |id: &ItemId| {
            let item = session.ledger().items.get(id);
            item.is_some_and(|item| item.card.binned == (self.subject == Subject::Bin))
        };
        self.marked.retain(is_there);
        self.lay_out(scene);
        self.go_to(on);
    }

    /// Looks for what is typed in what was picked.
    fn search(&mut self, scene: &Scene) {
        self.walking = false;
        self.selection.search(scene.session.ledger(), scene.session.year(), self.typed.text());
        self.lay_out(scene);
        self.cursor.select(0);
    }

    /// Adds up what was found, and sorts it into groups.
    fn lay_out(&mut self, scene: &Scene) {
        let session = scene.session;
        self.totals = query::totals(Some(session.template()), self.selection.items());
        self.groups.clear();
        self.grouped.clear();
        if self.grouping != Grouping::None {
            let items: Vec<&Item> = self.selection.items().collect();
            self.groups = query::groups(session.ledger(), session.template(), &items, self.grouping);
            self.grouped = groups::text(self.grouping, &items, scene);
        }
        let rows =
            self.groups.iter().enumerate().flat_map(|(at, group)| {
                std::iter::once(Row::Group(at)).chain(group.items.iter().copied().map(Row::Item))
            });
        self.rows = rows.collect();
        self.cursor.resize(if self.groups.is_empty() { self.selection.len() } else { self.rows.len() });
    }

    fn go_to(&mut self, id: Option<ItemId>) {
        let is_it = |row: &usize| self.item(*row).map(|item| item.card.id) == id;
        if let Some(row) = id.and_then(|_| (0..self.cursor.len()).find(is_it)) {
            self.cursor.select(row);
        }
    }

    fn row(&self, at: usize) -> Row {
        if self.groups.is_empty() { Row::Item(at) } else { self.rows[at] }
    }

    /// The item of a row; none: it heads a group.
    fn item(&self, row: usize) -> Option<&Item> {
        match self.row(row) {
            Row::Item(at) => self.selection.get(at),
            Row::Group(_) => None,
        }
    }

    /// The item under the cursor.
    fn selected(&self) -> Option<&Item> {
        self.item(self.cursor.selected()?)
    }

    /// Which of the items the cursor is on, counted from 1; on the head of a group the last one before it.
    fn number(&self) -> usize {
        match self.cursor.selected() {
            Some(at) if self.groups.is_empty() => at + 1,
            Some(at) => self.rows[..=at].iter().filter(|row| matches!(row, Row::Item(_))).count(),
            None => 0,
        }
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        match command {
            Command::Accept => self.open(scene),
            Command::Choices => self.offer_actions(scene),
            Command::Find => self.offer_filters(scene),
            Command::Delete => self.ask_to_bin(scene),
            Command::NewItem => self.record(scene),
            Command::Mark => self.mark(),
            Command::SelectAll => self.mark_all(),
            Command::Group => self.group(scene),
            Command::MoveUp => self.shift(false, scene),
            Command::MoveDown => self.shift(true, scene),
            Command::Back => self.back(scene),
            Command::Grid => self.grid(scene),
            _ if self.cursor.update(command) => {
                self.walking = true;
                Outcome::Stay
            }
            _ => places::go(command, scene),
        }
    }

    fn open(&self, scene: &Scene) -> Outcome {
        let Some(item) = self.selected() else { return Outcome::Stay };
        Outcome::open(match self.measured(scene) {
            Some(field) => FormScreen::edit_at(item, field, scene),
            None => FormScreen::edit(item, scene),
        })
    }

    /// Lets go the marks, then what limits the list, then the list; what is typed went before.
    fn back(&mut self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        if !self.marked.is_empty() {
            let many = self.marked.len();
            self.marked.clear();
            return Outcome::Tell(lang.list_unmarked(many));
        }
        if !self.wants.is_empty() {
            self.wants.clear();
            self.select(scene);
            return Outcome::Tell(lang.list_unlimited().into());
        }
        Outcome::Close
    }

    /// Makes a change of so many items; nothing changes where all are as wanted already.
    fn change(&mut self, change: Result<Change, SessionError>, begin: String, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        match change {
            Ok(change) if change.edits.is_empty() => Outcome::Tell(lang.list_as_it_was().into()),
            Ok(change) => {
                self.begun = begin;
                Outcome::apply(change)
            }
            Err(error) => Outcome::Tell(error.text(lang)),
        }
    }
}

impl Screen for ListScreen {
    fn context(&self) -> Context {
        if self.typed.is_empty() || self.walking { Context::List } else { Context::Search }
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        if self.stale {
            self.select(scene);
        }
        if self.typed.is_empty() && input == Input::Command(Command::DeleteLeft) {
            return Outcome::Stay;
        }
        if let Some(text) = record::rows_of(&input) {
            return self.record_rows(text, scene);
        }
        if self.typed.update(&input) {
            self.search(scene);
            return Outcome::Stay;
        }
        if let Input::Command(command) = input { self.command(command, scene) } else { Outcome::Stay }
    }

    fn arrange(&mut self, area: Rect, scene: &Scene) {
        if self.stale {
            self.select(scene);
        }
        self.cursor.arrange(view::rows(area));
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        Some(view::view(self, buffer, area, scene))
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        Outcome::Tell(reward::line(&self.begun, saved, scene))
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        match self.asked.take() {
            Some(Asked::Filters(asked)) => self.limit(asked, &answer, scene),
            Some(Asked::Action(asked)) => self.act(asked, answer, scene),
            None => Outcome::Stay,
        }
    }

    fn refresh(&mut self, _scene: &Scene) {
        self.stale = true;
    }
}
