//! The form of an item, or of an entry of a register: Enter goes on and never saves, digits pick, Esc keeps the draft.

mod beside;
mod register;
mod sentence;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::Value;

use crate::command::{Command, Context};
use crate::id::RegisterId;
use crate::model::{Entry, Item, Matter};
use crate::session::Reward;
use crate::ui::form::{Draft, Form, Subject, help};
use crate::ui::help::HelpScreen;
use crate::ui::layers::Screen;
use crate::ui::numbers;
use crate::ui::outcome::{Answer, Input, Outcome};
use crate::ui::reward;
use crate::ui::scene::Scene;
use crate::ui::screen::picker::Picked;
use crate::ui::widget::Typed;

/// A form on the screen.
#[derive(Debug)]
pub struct FormScreen {
    form: Box<Form>,
    /// The name its draft is kept under.
    draft: String,
    /// A record of the same matter follows once this one is saved.
    next: bool,
    /// The present field has the whole screen, and Enter breaks lines.
    large: bool,
    /// Which item of its kind and year a new one will be.
    nth: usize,
    /// Numbers of the item's sentence that were asked about: those it opened with, and those told since.
    asked: Vec<String>,
    /// A name was to be put into its register: the change that is saved next is that one, not the form's.
    adding: bool,
    /// The digit it was picked by, until the first key.
    picked: Option<Picked>,
}

impl FormScreen {
    /// The form of a new item of `matter`, with what a draft of it kept.
    pub fn new(matter: &Matter, scene: &Scene) -> Self {
        let mut item = scene.session.blank_item(matter);
        scene.session.take_over(&mut item);
        Self::open(Subject::Item(Box::new(item)), true, scene)
    }

    /// The same, picked by a digit.
    #[must_use]
    pub fn picked_by(self, picked: Option<Picked>) -> Self {
        Self { picked, ..self }
    }

    /// The form of an item that is there, with what a draft of it kept.
    pub fn edit(item: &Item, scene: &Scene) -> Self {
        Self::open(Subject::Item(Box::new(item.clone())), false, scene)
    }

    /// The same, the cursor in the field of this id.
    pub fn edit_at(item: &Item, field: &str, scene: &Scene) -> Self {
        let mut screen = Self::edit(item, scene);
        if let Some(at) = screen.form.rows().iter().position(|row| row.field.id() == field) {
            screen.form.go_to(at, scene.session);
        }
        screen
    }

    /// The form of a new entry of a register; its label may be known already.
    pub fn new_entry(register: &RegisterId, label: &str, scene: &Scene) -> Self {
        let mut screen = Self::open(Subject::Entry(Box::new(scene.session.blank_entry(register, ""))), true, scene);
        if !label.trim().is_empty() {
            screen.form.field_mut().set(label.trim());
        }
        screen
    }

    /// The form of an entry that is there, with what a draft of it kept.
    pub fn edit_entry(entry: &Entry, scene: &Scene) -> Self {
        Self::open(Subject::Entry(Box::new(entry.clone())), false, scene)
    }

    fn open(subject: Subject, is_new: bool, scene: &Scene) -> Self {
        let mut screen = Self::begin(subject, is_new, scene);
        if let Some(draft) = kept(&screen.draft, scene) {
            screen.form.resume(&draft, scene.session);
        }
        screen
    }

    fn begin(subject: Subject, is_new: bool, scene: &Scene) -> Self {
        let draft = Draft::name(&subject, is_new);
        let begin = if is_new { Form::new } else { Form::edit };
        let form = begin(subject, scene.session, scene.look.lang);
        let kind = form.item().map(|item| &item.card.kind);
        let items = scene.session.ledger().items_of(scene.session.year());
        let nth = items.filter(|item| Some(&item.card.kind) == kind).count() + 1;
        let sentence = form.sentence().map(|at| form.typed(at).into_owned()).unwrap_or_default();
        let asked = numbers::stored(&sentence, scene.session);
        Self { form: Box::new(form), draft, next: false, large: false, nth, asked, adding: false, picked: None }
    }

    /// The form after a saved one: same matter, date, unit and whatever else was picked from a register; or another
    /// entry of the same register.
    fn following(saved: &Subject, scene: &Scene) -> Option<Self> {
        let next = match saved {
            Subject::Item(saved) => Subject::Item(Box::new(next_item(saved, scene)?)),
            Subject::Entry(saved) => Subject::Entry(Box::new(scene.session.blank_entry(&saved.register, ""))),
        };
        Some(Self::begin(next, true, scene))
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        if let Some(digit) = command.digit() {
            return self.digit(digit, scene);
        }
        let wanted = if command == Command::Choices { self.form.seek_unknown(scene.session) } else { None };
        if let Some(unknown) = wanted {
            return self.ask_to_register(&unknown, scene);
        }
        if command == Command::Undo && !self.large && self.form.before().is_some() {
            self.form.restore(&scene.look.clipboard, scene.session);
            return Outcome::Stay;
        }
        let typed = self.form.field_mut().update(&Input::Command(command), &scene.look.clipboard);
        if typed != Typed::Passed {
            return Outcome::Stay;
        }
        match command {
            Command::Back if self.large => self.large = false,
            Command::Back => return self.leave(scene),
            Command::SaveAndNext => return self.save(true, scene),
            Command::SaveAndClose => return self.save(false, scene),
            Command::Accept | Command::NextField | Command::Down => return self.go(1, scene),
            Command::PreviousField | Command::Up => return self.go(-1, scene),
            Command::PageDown => self.turn(true, scene),
            Command::PageUp => self.turn(false, scene),
            Command::CopyLast => self.copy_last(scene),
            Command::Choices if self.form.is_choice() => self.form.more_picks(),
            Command::Choices => return self.choices(scene),
            Command::Help => return self.help(scene),
            Command::Undo | Command::Redo => {}
            _ => return Outcome::Pass,
        }
        Outcome::Stay
    }

    /// Picks by digit where there is something to pick; elsewhere, and where it goes on with a name, the digit is typed.
    fn digit(&mut self, digit: u8, scene: &Scene) -> Outcome {
        let picked = digit > 0 && !self.form.goes_on(digit) && self.form.pick(usize::from(digit) - 1, scene.session);
        if !picked {
            self.form.field_mut().update(&Input::Text(digit.to_string()), &scene.look.clipboard);
        }
        Outcome::Stay
    }

    fn go(&mut self, step: isize, scene: &Scene) -> Outcome {
        if let Some(asks) = self.ask_number(Some(self.form.at()), scene) {
            return asks;
        }
        self.form.take_best();
        let to = self.form.at().saturating_add_signed(step);
        if to != self.form.at() {
            self.form.go_to(to, scene.session);
        }
        Outcome::Stay
    }

    /// Goes to the first row of the next or previous page.
    fn turn(&mut self, on: bool, scene: &Scene) {
        let (page, shown) = (self.form.page(), self.form.shown());
        let to = if on { shown.end } else { shown.start.saturating_sub(page) };
        if to < self.form.rows().len() {
            self.form.go_to(to, scene.session);
        }
    }

    fn save(&mut self, next: bool, scene: &Scene) -> Outcome {
        self.next = next;
        self.large = false;
        if let Some(asks) = self.ask_number(None, scene) {
            return asks;
        }
        self.form.take_best();
        match self.form.save(scene.session) {
            Some(Ok(change)) => self.confirmed(change, scene),
            Some(Err(error)) => Outcome::Tell(error.text(scene.look.lang)),
            None => Outcome::Stay,
        }
    }

    fn leave(&self, scene: &Scene) -> Outcome {
        let (name, draft) = self.kept();
        let mut outcomes = vec![Outcome::Draft(name, draft), Outcome::Close];
        if self.form.draft().is_some() {
            outcomes.push(Outcome::Tell(scene.look.lang.form_left().into()));
        }
        Outcome::Do(outcomes)
    }

    /// What stands typed, by the name it is kept under.
    fn kept(&self) -> (String, Option<Value>) {
        let draft = self.form.draft().map(|draft| serde_json::to_value(draft).expect("a draft is plain data"));
        (self.draft.clone(), draft)
    }

    /// Copies the matter's last item: all of it into a form nobody typed in yet, else the value of the present field.
    fn copy_last(&mut self, scene: &Scene) {
        let Some(item) = self.form.item().and_then(|item| last(item, scene)) else { return };
        let item = &Subject::Item(Box::new(item.clone()));
        if self.form.is_new() && self.form.draft().is_none() {
            self.form.copy_all(item, scene.session);
        } else {
            self.form.copy_field(item, scene.session);
        }
    }

    /// What the present field wants, then the keys.
    fn help(&self, scene: &Scene) -> Outcome {
        let (lang, field) = (scene.look.lang, &self.form.row().field);
        let said = help(field, lang);
        let said = said.iter().map(|what| lang.help_about(field.name(lang), what)).collect();
        Outcome::open(HelpScreen::new(self.context(), said, scene.look))
    }
}

/// The draft kept under a name, when there is one that still reads.
fn kept(name: &str, scene: &Scene) -> Option<Draft> {
    Draft::read(scene.session.draft(name)?)
}

/// The newest other item of the matter.
fn last<'a>(item: &Item, scene: &Scene<'a>) -> Option<&'a Item> {
    let items = scene.session.ledger().items_of(scene.session.year());
    let same = items.filter(|other| other.card.matter == item.card.matter && other.card.id != item.card.id);
    same.max_by_key(|item| item.card.id)
}

/// A new item of the same matter, date and unit, and with whatever else was picked from a register.
fn next_item(saved: &Item, scene: &Scene) -> Option<Item> {
    let matter = scene.session.template().matter(&saved.card.matter)?;
    let mut item = scene.session.blank_item(matter);
    item.card.when = saved.card.when.clone();
    item.card.unit = saved.card.unit;
    scene.session.take_over(&mut item);
    Some(item)
}

impl Screen for FormScreen {
    fn context(&self) -> Context {
        match () {
            () if self.large => Context::Editor,
            () if self.form.is_choice() => Context::Choice,
            () => Context::Form,
        }
    }

    fn update(&mut self, input: Input, scene: &Scene) -> Outcome {
        self.adding = false;
        if let Some(back) = self.picked.take().and_then(|picked| picked.back(&input, scene)) {
            return back;
        }
        let at = self.form.at();
        let outcome = match input {
            Input::Command(command) => self.command(command, scene),
            Input::Text(_) | Input::Paste(_) => {
                self.form.field_mut().update(&input, &scene.look.clipboard);
                Outcome::Stay
            }
        };
        if self.form.at() == at { outcome } else { Outcome::Do(vec![Outcome::Keep, outcome]) }
    }

    fn draft(&self) -> Option<(String, Option<Value>)> {
        Some(self.kept())
    }

    fn arrange(&mut self, area: Rect, scene: &Scene) {
        view::arrange(&mut self.form, self.large, area, scene.look.cells);
    }

    fn view(&self, buffer: &mut Buffer, area: Rect, scene: &Scene) -> Option<Position> {
        if self.large {
            view::editor(&self.form, buffer, area, scene)
        } else {
            view::view(&self.form, self.nth, buffer, area, scene)
        }
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Outcome {
        if let Answer::Typed(sentence) = answer {
            self.asked = numbers::stored(&sentence, scene.session);
            self.form.word(&sentence, scene.session);
        }
        Outcome::Keep
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        if std::mem::take(&mut self.adding) {
            return Outcome::Tell(lang.form_registered().into());
        }
        let begin = if self.form.is_new() { lang.reward_saved() } else { lang.reward_changed() };
        let tell = Outcome::Tell(reward::line(begin, saved, scene));
        let done = Outcome::Draft(self.draft.clone(), None);
        let next = if self.next { Self::following(self.form.subject(), scene) } else { None };
        let after = next.map_or(Outcome::Close, Outcome::replace);
        Outcome::Do(vec![done, after, tell])
    }

    /// A name may stand in its register now.
    fn refresh(&mut self, scene: &Scene) {
        if self.form.unknown().is_some() {
            self.form.registered(scene.session, scene.look.lang);
        }
    }
}
