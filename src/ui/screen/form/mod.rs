//! The form of an item: Enter goes on and never saves, digits pick, Esc keeps the draft.

mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::Value;

use super::writer::WriterScreen;
use crate::command::{Command, Context};
use crate::model::{FieldValue, Item, Matter};
use crate::session::Reward;
use crate::ui::form::{Draft, Form, Unknown, help};
use crate::ui::help::HelpScreen;
use crate::ui::layers::Screen;
use crate::ui::outcome::{Answer, Input, Outcome, Question};

use crate::ui::reward;
use crate::ui::scene::Scene;
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
    /// A name was to be put into its register: the change that is saved next is that one, not the form's.
    adding: bool,
}

impl FormScreen {
    /// The form of a new item of `matter`, with what a draft of it kept.
    pub fn new(matter: &Matter, scene: &Scene) -> Self {
        let item = scene.session.blank_item(matter);
        let name = Draft::name(item.card.year, &matter.id, None);
        Self::open(Form::new(item, scene.session, scene.look.lang), name, scene)
    }

    /// The form of an item that is there, with what a draft of it kept.
    pub fn edit(item: &Item, scene: &Scene) -> Self {
        let name = Draft::name(item.card.year, &item.card.matter, Some(item.card.id));
        Self::open(Form::edit(item.clone(), scene.session, scene.look.lang), name, scene)
    }

    /// The same, the cursor in the field of this id.
    pub fn edit_at(item: &Item, field: &str, scene: &Scene) -> Self {
        let mut screen = Self::edit(item, scene);
        if let Some(at) = screen.form.rows().iter().position(|row| row.field.id() == field) {
            screen.form.go_to(at, scene.session);
        }
        screen
    }

    fn open(form: Form, draft: String, scene: &Scene) -> Self {
        let mut screen = Self::begin(form, draft, scene);
        if let Some(draft) = kept(&screen.draft, scene) {
            screen.form.resume(&draft, scene.session);
        }
        screen
    }

    fn begin(form: Form, draft: String, scene: &Scene) -> Self {
        let kind = &form.item().card.kind;
        let same = scene.session.ledger().items_of(scene.session.year()).filter(|item| item.card.kind == *kind);
        let nth = same.count() + 1;
        Self { form: Box::new(form), draft, next: false, large: false, nth, adding: false }
    }

    /// The form after a saved one: same matter, date, unit and whatever else was picked from a register.
    fn following(saved: &Item, scene: &Scene) -> Option<Self> {
        let matter = scene.session.template().matter(&saved.card.matter)?;
        let mut item = scene.session.blank_item(matter);
        item.card.when = saved.card.when.clone();
        item.card.unit = saved.card.unit;
        let picked = saved.card.fields.iter().filter(|(_, value)| matches!(value, FieldValue::Entry(_)));
        item.card.fields.extend(picked.map(|(id, value)| (id.clone(), value.clone())));
        let name = Draft::name(item.card.year, &matter.id, None);
        Some(Self::begin(Form::new(item, scene.session, scene.look.lang), name, scene))
    }

    fn command(&mut self, command: Command, scene: &Scene) -> Outcome {
        if let Some(digit) = command.digit() {
            return self.digit(digit, scene);
        }
        if let Some(unknown) = self.form.unknown().filter(|_| command == Command::Choices) {
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
            Command::Accept | Command::NextField | Command::Down => self.go(1, scene),
            Command::PreviousField | Command::Up => self.go(-1, scene),
            Command::PageDown => self.turn(true, scene),
            Command::PageUp => self.turn(false, scene),
            Command::CopyLast => self.copy_last(scene),
            Command::Choices if self.form.is_choice() => self.form.more_picks(),
            Command::Choices if self.form.field(self.form.at()).is_live() => {
                return Outcome::open(WriterScreen::form(self.form.item(), scene));
            }
            Command::Choices => self.large = self.form.row().field.is_long(),
            Command::Help => return self.help(scene),
            Command::Undo | Command::Redo => {}
            _ => return Outcome::Pass,
        }
        Outcome::Stay
    }

    /// Picks by digit where there is something to pick; elsewhere the digit is typed.
    fn digit(&mut self, digit: u8, scene: &Scene) -> Outcome {
        let picked = digit > 0 && self.form.pick(usize::from(digit) - 1, scene.session);
        if !picked {
            self.form.field_mut().update(&Input::Text(digit.to_string()), &scene.look.clipboard);
        }
        Outcome::Stay
    }

    /// Asks whether to put a name into its register.
    fn ask_to_register(&mut self, unknown: &Unknown, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        self.adding = true;
        Outcome::Confirm(Box::new(Question {
            text: lang.form_register_ask(&unknown.label, &unknown.register_name),
            yes: lang.form_register_yes().into(),
            then: Outcome::apply(scene.session.register(&unknown.register, &unknown.label)),
        }))
    }

    fn go(&mut self, step: isize, scene: &Scene) {
        if step > 0 {
            self.form.take_best();
        }
        let to = self.form.at().saturating_add_signed(step);
        if to != self.form.at() {
            self.form.go_to(to, scene.session);
        }
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
        self.form.take_best();
        match self.form.save(scene.session) {
            Some(Ok(change)) => Outcome::apply(change),
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
        let Some(item) = last(&self.form, scene) else { return };
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

/// The newest other item of the form's matter.
fn last<'a>(form: &Form, scene: &Scene<'a>) -> Option<&'a Item> {
    let items = scene.session.ledger().items_of(scene.session.year());
    let same = items.filter(|item| item.card.matter == *form.matter() && item.card.id != form.id());
    same.max_by_key(|item| item.card.id)
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
            self.form.word(&sentence, scene.session);
        }
        Outcome::Keep
    }

    fn saved(&mut self, saved: &Reward, scene: &Scene) -> Outcome {
        let lang = scene.look.lang;
        if std::mem::take(&mut self.adding) {
            self.form.registered(scene.session, lang);
            return Outcome::Tell(lang.form_registered().into());
        }
        let begin = if self.form.is_new() { lang.reward_saved() } else { lang.reward_changed() };
        let tell = Outcome::Tell(reward::line(begin, saved, scene));
        let done = Outcome::Draft(self.draft.clone(), None);
        let next = if self.next { Self::following(self.form.item(), scene) } else { None };
        let after = next.map_or(Outcome::Close, Outcome::replace);
        Outcome::Do(vec![done, after, tell])
    }
}
