//! The event loop: receive, drain, hand on, draw once.

use std::env;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::busy::{self, Busy};
use super::error::UiError;
use super::events::{Events, Message};
use super::notice::Notice;
use super::paste;
use super::probe::{self, Probe, Trouble};
use super::scene::Look;
use super::terminal::Terminal;
use super::theme::Theme;
use crate::keymap::Keymap;
use crate::lang::Lang;
use crate::text::Cells;

/// What is typed is on disk at the latest this long after.
const KEPT_WITHIN: Duration = Duration::from_secs(1);

/// What a program on the stage receives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signal {
    /// A key.
    Key(KeyEvent),
    /// Pasted text, cleaned.
    Paste(String),
}

/// What a program wants next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// To go on.
    Stay,
    /// To go on, with every cell drawn anew.
    Redraw,
    /// To end.
    Quit,
}

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// By itself.
    Quit,
    /// By a signal, or because the terminal is gone: nothing else may be shown.
    Stopped,
}

/// Something that can be played on a terminal: the first start, the ledger, a plain notice.
pub trait Program {
    /// Takes a key or a paste.
    fn update(&mut self, signal: Signal) -> Flow;

    /// Draws everything; returns where the cursor stands.
    fn view(&mut self, buffer: &mut Buffer, area: Rect) -> Option<Position>;

    /// Hears that a worker has got something done.
    fn woken(&mut self) {}

    /// Whether something typed is not on disk yet: [`Program::keep`] is called soon.
    fn is_behind(&self) -> bool {
        false
    }

    /// Puts on disk what stands typed.
    fn keep(&mut self) -> Flow {
        Flow::Stay
    }
}

/// What the interface is told from outside.
#[derive(Debug)]
pub struct Options {
    /// Language of the interface.
    pub lang: Lang,
    /// The keymap.
    pub keymap: Keymap,
}

/// What the environment says of the terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The locale that rules characters.
    pub locale: String,
    /// `TAIZHANG_AMBIGUOUS`: cells of a character of ambiguous width, 1 or 2; none: ask the terminal.
    pub ambiguous: Option<u16>,
    /// `TAIZHANG_JOIN_KEYS=1`: bursts of keys are pastes, for terminals that do not tell. Always on Windows.
    pub join_bursts: bool,
    /// `NO_COLOR`: without colours.
    pub plain: bool,
}

/// The terminal, entered and probed, with its events.
#[derive(Debug)]
pub struct Stage {
    terminal: Terminal,
    events: Events,
    look: Look,
}

impl Surroundings {
    /// Reads the environment.
    pub fn read() -> Self {
        let set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        Self {
            locale: ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set).unwrap_or_default(),
            ambiguous: set("TAIZHANG_AMBIGUOUS")
                .and_then(|cells| cells.parse().ok())
                .filter(|cells| (1..=2).contains(cells)),
            join_bursts: cfg!(windows) || set("TAIZHANG_JOIN_KEYS").is_some_and(|value| value == "1"),
            plain: set("NO_COLOR").is_some(),
        }
    }
}

impl Stage {
    /// Takes the terminal, asks it about widths, and starts reading.
    ///
    /// Where Chinese would be lost, says so first; none: the user left there.
    pub fn enter(options: Options, surroundings: &Surroundings) -> Result<Option<Self>, UiError> {
        let mut terminal = Terminal::enter()?;
        let probe = if surroundings.ambiguous.is_some() { Probe::default() } else { probe::probe()? };
        terminal.take_pastes()?;
        let cells = Cells { ambiguous_wide: surroundings.ambiguous.or(probe.quote) == Some(2) };
        let theme = if surroundings.plain { Theme::plain() } else { Theme::colored() };
        let mut look = Look::new(options.lang, cells, theme, Arc::new(options.keymap));
        let saving = look.lang.saving();
        look.busy = Busy::watch(move || busy::say(saving));
        let trouble = probe::trouble(&surroundings.locale, &probe);
        let events = Events::start(probe.typed, surroundings.join_bursts)?;
        look.waker = events.waker();
        let mut stage = Self { terminal, events, look };
        let goes_on = trouble.map_or(Ok(true), |trouble| stage.warn(&trouble))?;
        Ok(goes_on.then_some(stage))
    }

    /// The looks of this terminal.
    pub const fn look(&self) -> &Look {
        &self.look
    }

    /// Plays a program to its end.
    pub fn play(&mut self, program: &mut dyn Program) -> Result<Ending, UiError> {
        match self.play_on(program) {
            Err(UiError::Terminal(error)) if is_gone(&error) => Ok(Ending::Stopped),
            ending => ending,
        }
    }

    fn play_on(&mut self, program: &mut dyn Program) -> Result<Ending, UiError> {
        self.terminal.forget()?;
        let mut due = None;
        loop {
            let (next, flow) = keep_in_time(program, due);
            due = next;
            if flow == Flow::Redraw {
                self.terminal.forget()?;
            }
            self.terminal.draw(|buffer, area| program.view(buffer, area))?;
            for message in self.events.next(due) {
                match message {
                    Message::Stop => return Ok(Ending::Stopped),
                    Message::Failed(error) => return Err(error.into()),
                    Message::Woken => program.woken(),
                    Message::Event(event) => match hand_on(event, program) {
                        Flow::Stay => {}
                        Flow::Redraw => self.terminal.forget()?,
                        Flow::Quit => return Ok(Ending::Quit),
                    },
                }
            }
        }
    }

    /// Shows why Chinese would be lost here; going on all the same is up to the user.
    fn warn(&mut self, trouble: &Trouble) -> Result<bool, UiError> {
        let mut notice = Notice::new(trouble, &self.look);
        let ending = self.play(&mut notice)?;
        Ok(ending == Ending::Quit && notice.goes_on())
    }
}

/// Has kept what is due; returns when what has been typed since is due, and what the program wants.
fn keep_in_time(program: &mut dyn Program, due: Option<Instant>) -> (Option<Instant>, Flow) {
    let now = Instant::now();
    if due.is_some_and(|due| due <= now) {
        return (None, program.keep());
    }
    (program.is_behind().then(|| due.unwrap_or(now + KEPT_WITHIN)), Flow::Stay)
}

/// Whether an error says that the terminal hung up, which is a way to end as good as any.
#[cfg(unix)]
fn is_gone(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error())
}

#[cfg(not(unix))]
fn is_gone(_error: &io::Error) -> bool {
    false
}

fn hand_on(event: Event, program: &mut dyn Program) -> Flow {
    match event {
        Event::Key(key) => program.update(Signal::Key(key)),
        Event::Paste(text) => program.update(Signal::Paste(paste::clean(&text))),
        Event::Resize(..) | Event::FocusGained | Event::FocusLost | Event::Mouse(_) => Flow::Stay,
    }
}
