//! The ledger on the stage: keys to inputs, inputs to the highest layer, outcomes performed.

mod keep;

use std::sync::Arc;

use keybinds::KeyInput;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::Value;

use super::dialog::Dialog;
use super::help::HelpScreen;
use super::keyboard::Keyboard;
use super::layers::{Layer, Layers};
use super::outcome::{Input, Outcome};
use super::run::{Flow, Program, Signal};
use super::scene::{Look, Scene};
use super::screen::palette::PaletteScreen;
use super::widget::line;
use crate::command::{Command, Context};
use crate::id::EntryId;
use crate::keymap::Meaning;
use crate::model::{Act, Change, Variant};
use crate::session::{FileFormat, PaperChoice, Reward, Session, SessionError, Target};
use crate::text::wrap;

/// The smallest screen that everything fits on.
const SMALLEST: (u16, u16) = (60, 20);
/// Most lines that a message takes.
const MESSAGE_LINES: usize = 8;

/// The open ledger with its layers.
#[derive(Debug)]
pub struct App {
    session: Session,
    layers: Layers,
    keyboard: Keyboard,
    look: Look,
    message: Option<String>,
    too_small: bool,
    /// Something was typed that is not among the drafts on disk.
    behind: bool,
    flow: Flow,
}

impl App {
    /// The ledger, with its lowest layer: what closes last.
    pub fn new(session: Session, look: Look, lowest: impl FnOnce(&Scene) -> Layer) -> Self {
        let layers = Layers::new(lowest(&Scene { session: &session, look: &look }));
        let keyboard = Keyboard::new(Arc::clone(&look.keymap), layers.context());
        let waker = look.waker.clone();
        session.ring_with(move || waker.wake());
        let (message, flow) = (None, Flow::Stay);
        let mut app = Self { session, layers, keyboard, look, message, too_small: false, behind: false, flow };
        app.enter();
        app
    }

    /// Says something in the lowest lines, until the next key.
    pub fn tell(&mut self, lines: &[String]) {
        self.message = (!lines.is_empty()).then(|| lines.join("\n"));
    }

    /// Keeps the drafts of what is open: the program ends, by itself or because it must.
    pub fn part(&mut self) {
        _ = self.keep_drafts();
    }

    fn press(&mut self, key: KeyInput) {
        let context = self.layers.context();
        let input = self.keyboard.read(key, context);
        self.look.mode = self.keyboard.mode(self.layers.context());
        match input {
            Some(input) => self.give(input, context),
            None => self.tell_dead(key, context),
        }
    }

    /// Says that a key leads to its place from elsewhere only, so that no key of a place is dead without a word.
    fn tell_dead(&mut self, key: KeyInput, context: Context) {
        let (lang, mode) = (self.look.lang, self.look.mode);
        let means = |context| self.look.keymap.meaning(&[key], context, mode);
        let Meaning::Command(place) = means(Context::Board) else { return };
        if means(context) == Meaning::Nothing && place.is_place() {
            let back = self.look.key(Command::Back, context).unwrap_or_default();
            self.message = Some(lang.not_here(place.label(lang), &back));
        }
    }

    /// Hands an input to the highest layer; what means nothing there is answered here.
    fn give(&mut self, input: Input, context: Context) {
        let quits = input == Input::Command(Command::Quit);
        if self.too_small && !quits {
            return;
        }
        self.message = None;
        let command = if let Input::Command(command) = input { Some(command) } else { None };
        let scene = Scene { session: &self.session, look: &self.look };
        let outcome = match self.layers.update(input, &scene) {
            Outcome::Pass => command.map_or(Outcome::Stay, |command| self.everywhere(command, context)),
            outcome => outcome,
        };
        self.perform(outcome);
        self.look.mode = self.keyboard.mode(self.layers.context());
    }

    /// What a command means everywhere.
    fn everywhere(&mut self, command: Command, context: Context) -> Outcome {
        match command {
            Command::Help => Outcome::open(HelpScreen::new(context, Vec::new(), &self.look)),
            Command::Palette => Outcome::open(PaletteScreen::new(context, &self.look)),
            Command::Back => Outcome::Close,
            Command::Undo => Outcome::Undo,
            Command::Redo => Outcome::Redo,
            Command::Publish => Outcome::Publish(Variant::Whole),
            Command::Quit => Outcome::Quit,
            Command::Copy => {
                let key = self.look.key(Command::Quit, context).unwrap_or_default();
                Outcome::Tell(self.look.lang.how_to_quit(&key))
            }
            Command::Redraw => {
                self.flow = Flow::Redraw;
                Outcome::Stay
            }
            _ => Outcome::Stay,
        }
    }

    /// Does what a layer wants; false when it was refused, so that nothing may follow from it.
    fn perform(&mut self, outcome: Outcome) -> bool {
        match outcome {
            Outcome::Stay | Outcome::Pass => {}
            Outcome::Open(layer) => self.begin_layer(|layers| layers.open(*layer)),
            Outcome::Replace(layer) => self.begin_layer(|layers| layers.replace(*layer)),
            Outcome::Close => self.change_layers(Layers::close),
            Outcome::Answer(answer) => {
                self.change_layers(Layers::close);
                let scene = Scene { session: &self.session, look: &self.look };
                let next = self.layers.answered(answer, &scene);
                return self.perform(next);
            }
            Outcome::Home => self.change_layers(Layers::close_all),
            Outcome::Confirm(question) => return self.perform(Outcome::open(Dialog::new(*question))),
            Outcome::Apply(change) => return self.apply(&change),
            Outcome::Undo => {
                let undone = self.wait(Session::undo);
                self.travelled(undone, true);
            }
            Outcome::Redo => {
                let redone = self.wait(Session::redo);
                self.travelled(redone, false);
            }
            // The layer stays open, so nothing is lost when they cannot be kept.
            Outcome::Keep => _ = self.keep_drafts(),
            Outcome::Draft(name, draft) => return self.keep_draft(&name, draft),
            Outcome::Year(year) => match self.session.set_year(year) {
                Ok(()) => {
                    self.refresh();
                    self.message = Some(self.look.lang.year_now(&year.to_string()));
                }
                Err(error) => return self.refused(&error),
            },
            Outcome::Publish(variant) => self.publish(&variant),
            Outcome::Remind(units, format) => self.remind(&units, format),
            Outcome::Run(command) => self.give(Input::Command(command), self.layers.context()),
            Outcome::Type(text) => self.give(Input::Text(text), self.layers.context()),
            Outcome::Tell(text) => self.message = Some(text),
            Outcome::Quit => self.quit(),
            Outcome::Abandon => self.flow = Flow::Quit,
            Outcome::Do(outcomes) => return self.perform_all(outcomes),
        }
        true
    }

    /// Has the session do what waits for the disk: nothing else is done meanwhile, and a long wait is said.
    fn wait<T>(&mut self, act: impl FnOnce(&mut Session) -> T) -> T {
        let (done, said) = self.look.busy.during(|| act(&mut self.session));
        if said && self.flow == Flow::Stay {
            self.flow = Flow::Redraw;
        }
        done
    }

    fn change_layers(&mut self, change: impl FnOnce(&mut Layers)) {
        change(&mut self.layers);
        self.enter();
    }

    /// Puts a layer on top; says at once when what is typed there cannot be kept.
    fn begin_layer(&mut self, change: impl FnOnce(&mut Layers)) {
        self.change_layers(change);
        if self.session.is_reader() && self.layers.takes_text() {
            self.message = Some(self.look.lang.only_looking_here().into());
        }
    }

    /// Takes note that another layer is the highest.
    fn enter(&mut self) {
        let context = self.layers.context();
        self.keyboard.enter(context);
        self.look.mode = self.keyboard.mode(context);
    }

    /// Saves a change; only when it is on disk does anything on the screen follow.
    fn apply(&mut self, change: &Change) -> bool {
        match self.wait(|session| session.apply(change)) {
            Ok(reward) => {
                self.refresh();
                let scene = Scene { session: &self.session, look: &self.look };
                let next = self.layers.saved(&reward, &scene);
                self.perform(next);
                true
            }
            Err(error) => self.refused(&error),
        }
    }

    fn travelled(&mut self, result: Result<(Act, Reward), SessionError>, back: bool) {
        match result {
            Ok((act, _)) => {
                self.refresh();
                let (lang, what) = (self.look.lang, self.look.brief(&act.text(self.look.lang)));
                self.message = Some(if back { lang.undone(&what) } else { lang.redone(&what) });
            }
            Err(error) => self.fail(&error),
        }
    }

    /// Writes the report into the folder of the settings, and says where it is and what it lacks.
    fn publish(&mut self, variant: &Variant) {
        let lang = self.look.lang;
        let asked = (variant, &PaperChoice::default());
        match self.wait(|session| session.publish(asked, FileFormat::Docx, &Target::Folder)) {
            Ok(done) => {
                let path = done.path.display().to_string();
                let mut said = vec![lang.published(&path, done.edition, done.pages, done.blanks)];
                said.extend(done.frozen.map(|number| lang.published_after_final(number)));
                if let Err(error) = &done.kept {
                    said = vec![lang.published_unkept(done.edition, &error.text(lang), &error.hint(lang))];
                }
                said.extend(self.session.left_out(variant, &done, lang));
                let is_typed = self.layers.drafts().iter().any(|(_, draft)| draft.is_some());
                said.extend(is_typed.then(|| lang.published_unsaved().into()));
                self.message = Some(said.join("\n"));
                self.refresh();
            }
            Err(error) => self.fail(&error),
        }
    }

    /// Writes reminders into the folder of the settings, and says where they are.
    fn remind(&mut self, units: &[EntryId], format: FileFormat) {
        match self.wait(|session| session.write_reminders(units, format, None)) {
            Ok(written) => {
                let first = written.first().map(|path| path.display().to_string()).unwrap_or_default();
                self.message = Some(self.look.lang.reminders_written(written.len(), &first));
            }
            Err(error) => self.fail(&error),
        }
    }

    /// Tells what the store found behind the screen: it must not be missed, so it goes before any other message.
    fn hear(&mut self) {
        let lang = self.look.lang;
        let said: Vec<String> =
            self.session.notices().iter().map(|one| lang.with_hint(&one.text(lang), one.hint(lang))).collect();
        if !said.is_empty() {
            self.message = Some(said.join("\n"));
        }
    }

    fn refresh(&mut self) {
        self.layers.refresh(&Scene { session: &self.session, look: &self.look });
    }

    fn fail(&mut self, error: &SessionError) {
        let (text, hint) = (error.text(self.look.lang), error.hint(self.look.lang));
        self.message = Some(if hint.is_empty() { text } else { self.look.lang.with_hint(&text, &hint) });
    }

    /// The same, for what must not be followed by anything: always false.
    fn refused(&mut self, error: &SessionError) -> bool {
        self.fail(error);
        false
    }

    /// Draws the message over the lowest lines.
    fn draw_message(&self, buffer: &mut Buffer, area: Rect) {
        let Some(message) = &self.message else { return };
        let lines = wrap(message, usize::from(area.width.saturating_sub(1)), 1, self.look.cells);
        let count = lines.len().min(MESSAGE_LINES) as u16;
        for (range, y) in lines.into_iter().zip(area.bottom().saturating_sub(count)..area.bottom()) {
            let text = format!(" {}", &message[range]);
            line::clear(buffer, Rect { y, height: 1, ..area });
            line::row(buffer, area, y, &text, self.look.theme.title, self.look.cells);
        }
    }
}

impl Program for App {
    fn update(&mut self, signal: Signal) -> Flow {
        match signal {
            Signal::Key(event) => {
                for key in self.keyboard.keys(&event, self.layers.context()) {
                    self.press(key);
                }
            }
            Signal::Paste(text) => self.give(Input::Paste(text), self.layers.context()),
        }
        let kept = |(name, draft): &(String, Option<Value>)| self.session.draft(name) == draft.as_ref();
        self.behind = !self.layers.drafts().iter().all(kept);
        self.hear();
        std::mem::replace(&mut self.flow, Flow::Stay)
    }

    fn view(&mut self, buffer: &mut Buffer, area: Rect) -> Option<Position> {
        self.too_small = area.width < SMALLEST.0 || area.height < SMALLEST.1;
        if self.too_small {
            let text = self.look.lang.too_small(SMALLEST.0, SMALLEST.1);
            for (range, y) in wrap(&text, usize::from(area.width), 0, self.look.cells).into_iter().zip(area.rows()) {
                line::put(buffer, y.x, y.y, area.width, &text[range], self.look.theme.text, self.look.cells);
            }
            return None;
        }
        let cursor = self.layers.view(buffer, area, &Scene { session: &self.session, look: &self.look });
        self.draw_message(buffer, area);
        cursor
    }

    fn woken(&mut self) {
        self.layers.woken(&Scene { session: &self.session, look: &self.look });
        self.hear();
    }

    fn is_behind(&self) -> bool {
        self.behind
    }

    fn keep(&mut self) -> Flow {
        let said = self.message.clone();
        if !self.keep_drafts() {
            // That a save failed must not go unread for that.
            let both = said.into_iter().chain(self.message.take());
            self.message = Some(both.collect::<Vec<_>>().join("\n"));
        }
        std::mem::replace(&mut self.flow, Flow::Stay)
    }
}
