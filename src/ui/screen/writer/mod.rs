//! The report's own words: a passage or the sentence of an item, edited with its figures live.
//!
//! A figure is one for the cursor; F4 on it asks what to do with it, F4 elsewhere inserts one. Nobody sees a brace.

mod clause;
mod figure;
mod number;
mod task;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::command::{Command, Context};
use crate::id::{ItemId, PassageId};
use crate::model::{Item, Passage};
use crate::report::LiveDesk;
use crate::session::{PassageText, Reward};
use crate::ui::form::plain;
use crate::ui::layers::Screen;
use crate::ui::live;
use crate::ui::numbers;
use crate::ui::outcome::{Answer, Input, Outcome};
use crate::ui::reward;
use crate::ui::scene::Scene;
use crate::ui::widget::{Piece, TextField, Typed};

use figure::Asked;
use number::TypedNumber;
pub use task::Task;

/// Whose words are edited.
#[derive(Clone, Debug, PartialEq)]
enum Subject {
    /// A passage's.
    Passage(PassageId),
    /// An item's, as the ledger has it.
    Item(ItemId),
    /// An item's that stands in a form: the form is given the sentence.
    Form(Box<Item>),
}

/// One of the texts.
#[derive(Debug)]
struct Part {
    field: TextField,
    /// What was stored when the screen opened.
    begun: String,
    /// Rows it has on the screen.
    height: u16,
}

/// What a draft keeps.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    texts: Vec<String>,
    words: Vec<String>,
}

impl Kept {
    /// Reads it; drafts of old are of the texts alone.
    fn read(draft: &Value) -> Option<Self> {
        let of_old = || Some(Self { texts: serde_json::from_value(draft.clone()).ok()?, words: Vec::new() });
        serde_json::from_value(draft.clone()).ok().or_else(of_old)
    }
}

/// A text being edited.
#[derive(Debug)]
pub struct WriterScreen {
    subject: Subject,
    title: String,
    /// The name its draft is kept under; what stands in a form is kept by the form.
    draft: Option<String>,
    parts: Vec<Part>,
    at: usize,
    asked: Option<Asked>,
    /// Numbers that were asked about: those that were stored, and those said to be only words since.
    words: Vec<String>,
    /// A number was to become a figure of this name: the change that is saved next is that one, not the text's.
    fixing: Option<(TypedNumber, String)>,
    resumed: bool,
}

impl WriterScreen {
    /// The texts of a passage, the cursor so many bytes into them, counted as if they stood in one.
    pub fn passage(passage: &Passage, at: usize, scene: &Scene) -> Self {
        let title = scene.look.lang.writer_passage(&heading(passage, scene));
        let texts = [&passage.lead, &passage.text, &passage.closing].map(String::clone);
        let mut screen = Self::open(Subject::Passage(passage.id.clone()), title, texts.to_vec(), scene);
        screen.stand(at);
        screen
    }

    /// The sentence of an item: its own, else the one its kind makes.
    pub fn item(item: &Item, scene: &Scene) -> Self {
        let title = scene.look.lang.writer_item(&item.card.title);
        Self::open(Subject::Item(item.card.id), title, vec![wording(item, scene)], scene)
    }

    /// The same for an item that stands in a form and may not be saved yet.
    pub fn form(item: &Item, scene: &Scene) -> Self {
        let title = scene.look.lang.writer_item(&item.card.title);
        Self::open(Subject::Form(Box::new(item.clone())), title, vec![wording(item, scene)], scene)
    }

    fn open(subject: Subject, title: String, texts: Vec<String>, scene: &Scene) -> Self {
        let draft = draft_name(&subject, scene);
        let kept = draft.as_ref().and_then(|name| Kept::read(scene.session.draft(name)?));
        let mut screen = Self {
            subject,
            title,
            draft,
            parts: Vec::new(),
            at: 0,
            asked: None,
            words: texts.iter().flat_map(|text| numbers::stored(text, scene.session)).collect(),
            fixing: None,
            resumed: kept.is_some(),
        };
        if let Some(kept) = kept.as_ref().filter(|kept| !kept.words.is_empty()) {
            screen.words.clone_from(&kept.words);
        }
        let field = |text: &str| screen.desk(scene, |desk| live::field(desk.pieces(text)));
        let part = |(at, begun): (usize, String)| {
            let kept = kept.as_ref().and_then(|kept| kept.texts.get(at));
            Part { field: field(kept.unwrap_or(&begun)), begun, height: 1 }
        };
        screen.parts = texts.into_iter().enumerate().map(part).collect();
        let used = screen.parts.iter().position(|part| !part.field.text().is_empty());
        screen.at = used.unwrap_or_else(|| usize::from(screen.parts.len() > 1));
        screen
    }

    /// Puts the cursor before the byte `at` of the stored texts.
    fn stand(&mut self, at: usize) {
        let mut left = at;
        let part = self.parts.iter().position(|part| {
            let here = left < part.begun.len();
            if !here {
                left -= part.begun.len();
            }
            here
        });
        let Some(part) = part else { return };
        self.at = part;
        let field = &mut self.parts[part].field;
        for (index, piece) in field.pieces().iter().enumerate() {
            let length = match piece {
                Piece::Words(words) => words.len() + words.matches(['{', '}']).count(),
                Piece::Unit(unit) => unit.stored.len().max(1),
            };
            if left < length {
                field.stand_in(index, if matches!(piece, Piece::Words(_)) { left } else { 0 });
                return;
            }
            left -= length;
        }
    }

    /// Sits down where the subject's texts are edited.
    fn desk<T>(&self, scene: &Scene, act: impl FnOnce(LiveDesk<'_>) -> T) -> T {
        let desk = scene.session.live_desk();
        match &self.subject {
            Subject::Passage(_) => act(desk),
            Subject::Form(item) => act(desk.of_item(item)),
            Subject::Item(id) => match scene.session.ledger().items.get(id) {
                Some(item) => act(desk.of_item(item)),
                None => act(desk),
            },
        }
    }

    fn field(&mut self) -> &mut TextField {
        &mut self.parts[self.at].field
    }

    fn texts(&self) -> Vec<String> {
        self.parts.iter().map(|part| live::text_of(&part.field)).collect()
    }

    fn is_changed(&self) -> bool {
        self.parts.iter().zip(self.texts()).any(|(part, text)| part.begun != text)
    }

    fn go(&mut self, step: isize) {
        self.parts[self.at].field.leave();
        self.at = self.at.saturating_add_signed(step).min(self.parts.len() - 1);
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        if self.field().update(&Input::Command(command), &scene.look.clipboard) != Typed::Passed {
            return Outcome::Stay;
        }
        match command {
            Command::Accept | Command::NextField | Command::Down => self.go(1),
            Command::PreviousField | Command::Up => self.go(-1),
            Command::Choices => return self.choices(scene),
            Command::SaveAndClose | Command::SaveAndNext => return self.save(scene),
            Command::Back => return self.leave(scene),
            Command::Undo | Command::Redo => {}
            _ => return Outcome::Pass,
        }
        Outcome::Stay
    }

    /// Saves, once every number typed by hand was asked about.
    fn save(&mut self, scene: &Scene) -> Outcome {
        let is_form = matches!(self.subject, Subject::Form(_));
        if !is_form && !self.is_changed() {
            return self.closed(scene.look.lang.writer_same());
        }
        self.ask_number(scene).unwrap_or_else(|| self.finish(scene))
    }

    fn finish(&self, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        let mut texts = self.texts().into_iter();
        let mut next = || texts.next().unwrap_or_default();
        let change = match &self.subject {
            Subject::Passage(id) => {
                let text = PassageText { lead: next(), text: next(), closing: next() };
                scene.session.write_passage(id, text, Vec::new())
            }
            Subject::Item(id) => match scene.session.ledger().items.get(id) {
                Some(item) => scene.session.write_item(item, next(), Vec::new()),
                None => return self.closed(lang.writer_same()),
            },
            Subject::Form(_) => return Outcome::Answer(Answer::Typed(next())),
        };
        match change {
            Ok(change) => Outcome::apply(change),
            Err(error) => Outcome::Tell(lang.with_hint(&error.text(lang), &error.hint(lang))),
        }
    }

    fn leave(&mut self, scene: &Scene) -> Outcome {
        match &self.draft {
            // The form keeps the draft: it is given what stands here, also when nobody wants to say what a number is.
            None if matches!(self.asked, Some(Asked::Number(_))) => self.finish(scene),
            _ if !self.is_changed() => self.closed(""),
            None => self.save(scene),
            Some(name) => {
                let kept = Outcome::Draft(name.clone(), self.value());
                Outcome::Do(vec![kept, Outcome::close_and_tell(scene.look.lang.writer_left())])
            }
        }
    }

    /// Closes, lets the draft go, and says something.
    fn closed(&self, said: &str) -> Outcome {
        let draft = self.draft.clone().map(|name| Outcome::Draft(name, None));
        let tell = (!said.is_empty()).then(|| Outcome::Tell(said.into()));
        Outcome::Do(draft.into_iter().chain([Outcome::Close]).chain(tell).collect())
    }

    fn value(&self) -> Option<Value> {
        self.is_changed().then(|| json!(Kept { texts: self.texts(), words: self.words.clone() }))
    }
}

fn draft_name(subject: &Subject, scene: &Scene) -> Option<String> {
    match subject {
        Subject::Passage(id) => Some(format!("write-{}-{}", scene.session.year(), plain(id.as_str()))),
        Subject::Item(id) => Some(format!("write-{id}")),
        Subject::Form(_) => None,
    }
}

/// What a passage is called: the plain words of its lead or text.
fn heading(passage: &Passage, scene: &Scene) -> String {
    let text = if passage.lead.is_empty() { &passage.text } else { &passage.lead };
    let shown = live::shown(scene.session.live_desk().pieces(text));
    if shown.is_empty() { passage.id.to_string() } else { shown }
}

/// The sentence an item has: its own, else its kind's.
fn wording(item: &Item, scene: &Scene) -> String {
    if !item.body.wording.trim().is_empty() {
        return item.body.wording.clone();
    }
    let template = scene.session.ledger().template(item.card.year);
    template.and_then(|template| template.kind(&item.card.kind)).map(|kind| kind.sentence.clone()).unwrap_or_default()
}

impl Screen for WriterScreen {
    fn context(&self) -> Context {
        Context::Writer
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        self.fixing = None;
        match input {
            Input::Command(command) => self.command(command, scene),
            Input::Text(_) | Input::Paste(_) => {
                self.asked = None;
                self.field().update(&input, &scene.look.clipboard);
                Outcome::Stay
            }
        }
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        self.take(answer, scene)
    }

    fn draft(&self) -> Option<(String, Option<Value>)> {
        Some((self.draft.clone()?, self.value()))
    }

    fn arrange(&mut self, area: Rect, scene: &Scene) {
        view::arrange(self, area, scene.look.cells);
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        view::view(self, buffer, area, scene)
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        match self.fixing.take() {
            Some((typed, name)) => self.put_number(&typed, &name, scene),
            None => self.closed(&reward::line(scene.look.lang.writer_saved(), saved, scene)),
        }
    }
}
