//! Items of a section, matter, figure or query: typing searches, the foot line adds up.

mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::form::FormScreen;
use super::picker::PickerScreen;
use super::places;
use crate::command::{Command, Context};
use crate::id::{IndicatorId, ItemId, MatterId, SectionId};
use crate::model::Item;
use crate::query::{self, Filter, Totals};
use crate::session::Reward;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Input, Outcome, Question};
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
    /// Those behind a figure.
    Figure(IndicatorId),
    /// One item.
    Item(ItemId),
}

/// A list of items, searched by typing.
#[derive(Debug)]
pub struct ListScreen {
    subject: Subject,
    typed: SearchLine,
    found: Vec<ItemId>,
    totals: Totals,
    cursor: ListCursor,
}

impl ListScreen {
    /// The list of a subject.
    pub fn new(subject: Subject, scene: &Scene) -> Self {
        let mut list = Self {
            subject,
            typed: SearchLine::default(),
            found: Vec::new(),
            totals: Totals::default(),
            cursor: ListCursor::new(0),
        };
        list.search(scene);
        list.cursor.select(list.found.len());
        list
    }

    fn search(&mut self, scene: &Scene) {
        let session = scene.session;
        let filter = Filter { query: self.typed.text().to_owned(), ..self.filter() };
        let mut items = query::select(session.ledger(), session.year(), &filter);
        if let Some(behind) = self.behind(scene) {
            items.retain(|item| behind.contains(&item.card.id));
        }
        self.totals = query::totals(Some(session.template()), &items);
        self.found = items.iter().map(|item| item.card.id).collect();
        self.cursor.resize(self.found.len());
    }

    fn filter(&self) -> Filter {
        match &self.subject {
            Subject::Section(id) => Filter { section: Some(id.clone()), ..Filter::default() },
            Subject::Matter(id) => Filter { matter: Some(id.clone()), ..Filter::default() },
            Subject::All | Subject::Figure(_) | Subject::Item(_) => Filter::default(),
        }
    }

    /// The items the list is limited to, when it is.
    fn behind(&self, scene: &Scene) -> Option<Vec<ItemId>> {
        match &self.subject {
            Subject::Figure(id) => {
                Some(scene.session.figures().get(id).map(|one| one.items.clone()).unwrap_or_default())
            }
            Subject::Item(id) => Some(vec![*id]),
            Subject::All | Subject::Section(_) | Subject::Matter(_) => None,
        }
    }

    /// The item under the cursor.
    fn selected<'a>(&self, scene: &Scene<'a>) -> Option<&'a Item> {
        let id = self.found.get(self.cursor.selected()?)?;
        scene.session.ledger().items.get(id).map(AsRef::as_ref)
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        match command {
            Command::Accept | Command::Choices => self.open(scene),
            Command::Delete => self.ask_to_bin(scene),
            Command::NewItem => self.record(scene),
            Command::Find if self.subject == Subject::All => Outcome::Stay,
            _ if self.cursor.update(command) => Outcome::Stay,
            _ => places::go(command, scene),
        }
    }

    fn open(&self, scene: &Scene) -> Outcome {
        let Some(item) = self.selected(scene) else { return Outcome::Stay };
        Outcome::open(match self.measured(scene) {
            Some(field) => FormScreen::edit_at(item, field, scene),
            None => FormScreen::edit(item, scene),
        })
    }

    /// The field that the figure takes its value from, when the list is of one.
    fn measured<'a>(&self, scene: &Scene<'a>) -> Option<&'a str> {
        let Subject::Figure(id) = &self.subject else { return None };
        scene.session.template().indicator(id)?.measure.field()
    }

    /// A new item of what the list is of.
    fn record(&self, scene: &Scene) -> Outcome {
        let template = scene.session.template();
        let matter = match &self.subject {
            Subject::Matter(id) => Some(id),
            Subject::Figure(id) => template.indicator(id).and_then(|one| one.matters.first()),
            Subject::Section(id) => return Outcome::open(PickerScreen::within(id.clone(), scene)),
            Subject::All | Subject::Item(_) => None,
        };
        match matter.and_then(|id| template.matter(id)) {
            Some(matter) => Outcome::open(FormScreen::new(matter, scene)),
            None => Outcome::open(PickerScreen::new(scene)),
        }
    }

    fn ask_to_bin(&self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let Some(card) = self.selected(scene).map(|item| &item.card) else { return Outcome::Stay };
        match scene.session.bin(card.id) {
            Ok(change) => Outcome::Confirm(Box::new(Question {
                text: lang.list_bin_confirm(&card.title),
                yes: lang.list_bin().into(),
                then: Outcome::apply(change),
            })),
            Err(error) => Outcome::Tell(error.text(lang)),
        }
    }
}

impl Screen for ListScreen {
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
        self.cursor.arrange(view::rows(area));
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        Some(view::view(self, buffer, area, scene))
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        Outcome::Tell(reward::line(scene.look.lang.reward_binned(), saved, scene))
    }

    fn refresh(&mut self, scene: &Scene) {
        self.search(scene);
    }
}
