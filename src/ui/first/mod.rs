//! The first start on an empty directory: look at the sample, or begin our own year.

mod view;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::help::HelpScreen;
use super::keyboard::Keyboard;
use super::outcome::Input;
use super::run::{Flow, Program, Signal};
use super::scene::Look;
use super::widget::{TextField, Typed};
use crate::command::{Command, Context};
use crate::model::{Act, Change, Edit, Ledger, Record, RecordKey, SettingValue, Template, Verb, Year};
use crate::session::{Clock, Session, SessionError};
use crate::store::RealDisk;
use crate::template;

/// The names asked for, by their settings.
const NAMES: [&str; 3] = ["省", "市", "区"];

/// The questions of a first start, and the ledger that comes of them.
#[derive(Debug)]
pub struct FirstStart {
    dir: PathBuf,
    clock: Clock,
    look: Look,
    keyboard: Keyboard,
    template: Template,
    step: Step,
    /// A ledger is there, and lacks only a year.
    yearless: bool,
    message: Option<String>,
    help: Option<HelpScreen>,
    made: Option<Session>,
}

/// Where the questions stand.
#[derive(Debug)]
enum Step {
    /// The sample, or our own year.
    Choose(usize),
    /// Three names and the year; `at` beyond them: the row that makes the ledger.
    Names { fields: Vec<TextField>, at: usize },
}

impl FirstStart {
    /// Asks for the ledger to be made in `dir`.
    pub fn new(dir: PathBuf, clock: Clock, look: Look) -> Self {
        let keyboard = Keyboard::new(Arc::clone(&look.keymap), Context::Start);
        let template = template::default_template();
        Self {
            dir,
            clock,
            look,
            keyboard,
            template,
            step: Step::Choose(0),
            yearless: false,
            message: None,
            help: None,
            made: None,
        }
    }

    /// Asks for the year that the ledger in `dir` lacks, after what was `found` when it was opened.
    pub fn yearless(dir: PathBuf, clock: Clock, look: Look, found: String) -> Self {
        let mut first = Self { yearless: true, message: Some(found), ..Self::new(dir, clock, look) };
        first.ask_names();
        first.keyboard.enter(first.context());
        first
    }

    /// What to say on the board of the ledger that was made.
    pub const fn welcome(&self) -> &'static str {
        if self.yearless {
            self.look.lang.yearless_made()
        } else if matches!(self.step, Step::Choose(_)) {
            self.look.lang.start_sample_made()
        } else {
            self.look.lang.start_made()
        }
    }

    /// The ledger that was made; none: the user left.
    pub fn into_session(self) -> Option<Session> {
        self.made
    }

    fn context(&self) -> Context {
        match self.step {
            _ if self.help.is_some() => Context::Help,
            Step::Choose(_) => Context::Menu,
            Step::Names { .. } => Context::Start,
        }
    }

    fn give(&mut self, input: &Input) -> Flow {
        self.message = None;
        if *input == Input::Command(Command::Quit) {
            return Flow::Quit;
        }
        if self.help.is_some() || *input == Input::Command(Command::Help) {
            self.read_help(input);
            return Flow::Stay;
        }
        match (&mut self.step, input) {
            (Step::Choose(at), Input::Command(command)) => {
                let at = *at;
                self.choose(at, *command)
            }
            (Step::Choose(_), _) => Flow::Stay,
            (Step::Names { fields, at }, input) => {
                let field = fields.get_mut(*at);
                if field.is_some_and(|field| field.update(input, &self.look.clipboard) != Typed::Passed) {
                    return Flow::Stay;
                }
                let Input::Command(command) = input else { return Flow::Stay };
                self.walk(*command)
            }
        }
    }

    /// Opens help, moves in it, closes it.
    fn read_help(&mut self, input: &Input) {
        let context = self.context();
        let Input::Command(command) = *input else { return };
        match &mut self.help {
            None => self.help = Some(HelpScreen::new(context, Vec::new(), &self.look)),
            Some(_) if matches!(command, Command::Back | Command::Accept | Command::Help) => self.help = None,
            Some(help) => drop(help.scroll(command)),
        }
    }

    fn choose(&mut self, at: usize, command: Command) -> Flow {
        let chosen = match (command, command.digit()) {
            (_, Some(1)) => 0,
            (_, Some(2)) => 1,
            (Command::Accept, _) => at,
            (Command::Back, _) => return Flow::Quit,
            (Command::Up | Command::Down | Command::NextField | Command::PreviousField, _) => {
                self.step = Step::Choose(1 - at);
                return Flow::Stay;
            }
            _ => return Flow::Stay,
        };
        if chosen == 0 {
            return self.make(template::sample(), None);
        }
        self.ask_names();
        Flow::Stay
    }

    fn ask_names(&mut self) {
        let year = TextField::single(&self.clock.today.year().to_string());
        let mut fields: Vec<TextField> = NAMES.iter().map(|_| TextField::single("")).collect();
        fields.push(year);
        fields[0].enter();
        self.step = Step::Names { fields, at: 0 };
    }

    fn walk(&mut self, command: Command) -> Flow {
        let Step::Names { fields, at } = &mut self.step else { return Flow::Stay };
        let last = fields.len();
        let to = match command {
            Command::SaveAndClose => return self.begin(),
            Command::Accept if *at == last => return self.begin(),
            Command::Accept | Command::NextField | Command::Down => (*at + 1).min(last),
            Command::PreviousField | Command::Up => at.saturating_sub(1),
            Command::Back if self.yearless => return Flow::Quit,
            Command::Back => {
                self.step = Step::Choose(1);
                return Flow::Stay;
            }
            _ => return Flow::Stay,
        };
        fields.iter_mut().for_each(TextField::leave);
        *at = to;
        if let Some(field) = fields.get_mut(to) {
            field.enter();
        }
        Flow::Stay
    }

    /// Makes our own ledger from what was typed.
    fn begin(&mut self) -> Flow {
        let Step::Names { fields, .. } = &self.step else { return Flow::Stay };
        let typed: Vec<String> = fields.iter().map(|field| field.text().trim().to_string()).collect();
        let year = crate::text::fold(&typed[NAMES.len()]);
        let Ok(year) = year.trim_end_matches('年').parse::<Year>() else {
            let lang = self.look.lang;
            self.message = Some(lang.with_hint(&lang.cli_bad_year(&year), lang.cli_year_hint()));
            return Flow::Stay;
        };
        let first = template::begin_year(&Ledger::default(), self.template.clone(), year);
        let names = names(&typed);
        self.make(std::iter::once(first).chain(names).collect(), Some(year))
    }

    fn make(&mut self, changes: Vec<Change>, year: Option<Year>) -> Flow {
        match Session::create(&self.dir, changes, year, self.clock, Arc::new(RealDisk)) {
            Ok(session) => {
                self.made = Some(session);
                Flow::Quit
            }
            Err(error) => {
                self.message = Some(self.said(&error));
                Flow::Stay
            }
        }
    }

    fn said(&self, error: &SessionError) -> String {
        let lang = self.look.lang;
        lang.with_hint(&error.text(lang), &error.hint(lang))
    }
}

/// The change that sets the names that were given.
fn names(typed: &[String]) -> Option<Change> {
    let given = NAMES.iter().zip(typed).filter(|(_, value)| !value.is_empty());
    let edit = |(name, value): (&&str, &String)| Edit {
        key: RecordKey::Setting(name.parse().expect("a constant id")),
        old: None,
        new: Some(Record::Setting(SettingValue(value.clone()))),
    };
    let edits: Vec<Edit> = given.map(edit).collect();
    (!edits.is_empty()).then(|| Change { act: Act { verb: Verb::Init, what: typed[..NAMES.len()].join(" ") }, edits })
}

impl Program for FirstStart {
    fn update(&mut self, signal: Signal) -> Flow {
        match signal {
            Signal::Paste(text) => self.give(&Input::Paste(text)),
            Signal::Key(event) => {
                for key in self.keyboard.keys(&event, self.context()) {
                    let Some(input) = self.keyboard.read(key, self.context()) else { continue };
                    let flow = self.give(&input);
                    self.keyboard.enter(self.context());
                    if flow != Flow::Stay {
                        return flow;
                    }
                }
                Flow::Stay
            }
        }
    }

    fn view(&mut self, buffer: &mut Buffer, area: Rect) -> Option<Position> {
        view::view(self, buffer, area)
    }
}
