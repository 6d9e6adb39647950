//! A terminal to play programs in: a real PTY, its screen kept by an emulator, its questions answered.
//!
//! Nothing here sleeps: whoever wants to see something waits for it, half a minute at most.

mod cases;
mod child;
pub mod clerk;
mod first;
mod frames;
mod keys;
mod ledger;
mod returns;
#[cfg(unix)]
mod slow;
mod story;
mod tasks;
mod typing;

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::process::Command;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use frames::Frames;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use vt100::{Callbacks, MouseProtocolMode, Parser, Screen};

/// How long anything is waited for.
const DEADLINE: Duration = Duration::from_secs(30);
/// `ICANON` and `ECHO`: lines are edited and shown by the system, as a shell needs it.
const COOKED: [u64; 2] = [0o2, 0o10];

/// How the terminal behaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Characters of ambiguous width take one cell.
    #[default]
    Narrow,
    /// They take two.
    Wide,
    /// It answers no question.
    Silent,
    /// It does not understand UTF-8.
    Foreign,
}

/// A program in a terminal of its own.
pub struct Pty {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    /// Kept open, so that the terminal's state can be read after the program ended.
    _kept_open: Box<dyn SlavePty + Send>,
    typist: Typist,
    shared: Arc<Shared>,
}

type Typist = Sender<Vec<u8>>;

struct Shared {
    parser: Mutex<Parser<Answers>>,
    changed: Condvar,
}

/// Answers what programs ask the terminal.
struct Answers {
    sort: Sort,
    asked: u16,
    pending: Vec<u8>,
    /// A keyboard protocol was asked for.
    protocol: bool,
    frames: Frames,
}

impl Callbacks for Answers {
    fn unhandled_csi(&mut self, screen: &mut Screen, i1: Option<u8>, _: Option<u8>, params: &[&[u16]], c: char) {
        self.protocol |= c == 'u' && i1.is_some() || c == 'm' && i1 == Some(b'>');
        let answer = match (i1, params, c) {
            (None, [[6]], 'n') => self.cursor(screen),
            (None, _, 'c') => "\x1b[?62c".to_owned(),
            _ => return,
        };
        if self.sort != Sort::Silent {
            self.pending.extend(answer.bytes());
        }
    }
}

impl Answers {
    /// The first question is asked after “, the second after two 汉字.
    fn cursor(&mut self, screen: &Screen) -> String {
        self.asked += 1;
        let (row, column) = screen.cursor_position();
        let more = match (self.sort, self.asked) {
            (Sort::Wide, 1) => 1,
            (Sort::Foreign, 2) => 2,
            _ => 0,
        };
        format!("\x1b[{};{}R", row + 1, column + 1 + more)
    }
}

impl Pty {
    /// Starts `command` in a terminal of `columns` × `rows`, with nothing of our own environment but what it sets.
    pub fn start(mut command: CommandBuilder, columns: u16, rows: u16, sort: Sort) -> Self {
        if command.get_env("TERM").is_none() {
            command.env("TERM", "xterm-256color");
        }
        let pair = native_pty_system().openpty(size(columns, rows)).expect("a PTY");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let answers = Answers { sort, asked: 0, pending: Vec::new(), protocol: false, frames: Frames::default() };
        let parser = Parser::new_with_callbacks(cells(rows), cells(columns), 0, answers);
        let shared = Arc::new(Shared { parser: Mutex::new(parser), changed: Condvar::new() });
        let typist = typist(pair.master.take_writer().expect("a writer"));
        let reader = pair.master.try_clone_reader().expect("a reader");
        let (kept, answering) = (Arc::clone(&shared), typist.clone());
        thread::spawn(move || follow(reader, &kept, &answering));
        Self { child, master: pair.master, _kept_open: pair.slave, typist, shared }
    }

    /// Types, in the order of the calls, from a thread of its own: a PTY holds only a few thousand bytes.
    pub fn send(&self, text: &str) {
        self.typist.send(text.as_bytes().to_vec()).expect("the typist waits as long as the terminal is there");
    }

    /// Presses keys by their names, separated by blanks: `F3 Ctrl-S Enter 1`.
    pub fn press(&self, names: &str) {
        names.split(' ').for_each(|name| self.send(keys::bytes(name)));
    }

    /// Pastes, as terminals with bracketed paste do.
    pub fn paste(&self, text: &str) {
        self.send(&format!("\x1b[200~{text}\x1b[201~"));
    }

    /// Waits until the screen is as `wanted` says; shows it when it never is.
    pub fn wait(&self, what: &str, wanted: impl Fn(&Screen) -> bool) {
        let end = Instant::now() + DEADLINE;
        let mut parser = locked(&self.shared.parser);
        while !wanted(parser.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "never came: {what}\n{}", framed(parser.screen()));
            let (next, _) = self.shared.changed.wait_timeout(parser, left).unwrap_or_else(PoisonError::into_inner);
            parser = next;
        }
    }

    /// Waits until `text` stands on the screen.
    pub fn wait_for(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Waits until `text` stands on the screen no more.
    pub fn wait_gone(&self, text: &str) {
        self.wait(&format!("no {text}"), |screen| !screen.contents().contains(text));
    }

    /// Presses a key again and again, each time waiting for the whole frame, until `text` stands on the screen.
    pub fn press_until(&self, name: &str, text: &str) {
        let mut frames = self.wait_frame(0);
        for _ in 0..200 {
            if self.text().contains(text) {
                return;
            }
            self.press(name);
            frames = self.wait_frame(frames);
        }
        panic!("{name} never led to {text}\n{}", self.text());
    }

    /// Waits until more than `frames` were drawn, the last one whole; returns how many.
    fn wait_frame(&self, frames: usize) -> usize {
        let end = Instant::now() + DEADLINE;
        let mut parser = locked(&self.shared.parser);
        loop {
            let drawn = &parser.callbacks().frames;
            if drawn.is_whole() && drawn.count > frames {
                return drawn.count;
            }
            let left = end.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "no frame came\n{}", framed(parser.screen()));
            let (next, _) = self.shared.changed.wait_timeout(parser, left).unwrap_or_else(PoisonError::into_inner);
            parser = next;
        }
    }

    /// What stands on the screen.
    pub fn text(&self) -> String {
        locked(&self.shared.parser).screen().contents()
    }

    /// Wipes the screen behind the program's back.
    pub fn spoil(&self) {
        locked(&self.shared.parser).process(b"\x1b[2J");
    }

    /// Whether a keyboard protocol was ever asked for.
    pub fn has_keyboard_protocol(&self) -> bool {
        locked(&self.shared.parser).callbacks().protocol
    }

    /// Makes the terminal another size.
    pub fn resize(&self, columns: u16, rows: u16) {
        locked(&self.shared.parser).screen_mut().set_size(cells(rows), cells(columns));
        self.master.resize(size(columns, rows)).expect("another size");
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        let id = self.child.process_id().expect("it runs").to_string();
        let status = Command::new("kill").args([format!("-{name}"), id]).status().expect("kill runs");
        assert!(status.success());
    }

    /// Waits for the program to end; returns its exit code.
    pub fn exit_code(&mut self) -> u32 {
        let end = Instant::now() + DEADLINE;
        loop {
            if let Some(status) = self.child.try_wait().expect("its state") {
                return status.exit_code();
            }
            assert!(Instant::now() < end, "it never ended\n{}", self.text());
            thread::yield_now();
        }
    }

    /// Asserts that the terminal is as a shell needs it.
    pub fn assert_restored(&self) {
        let plain = |screen: &Screen| {
            let mouse = screen.mouse_protocol_mode() != MouseProtocolMode::None;
            !(screen.alternate_screen() || screen.bracketed_paste() || screen.hide_cursor() || mouse)
        };
        self.wait("the ordinary screen, no paste mode, a cursor", plain);
        let modes = u64::from(self.master.get_termios().expect("the terminal's state").local_flags.bits());
        assert!(COOKED.iter().all(|flag| modes & flag != 0), "the terminal is still raw");
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        drop(self.child.kill());
    }
}

/// Writes what it is sent, one after the other, on a thread of its own.
fn typist(mut terminal: Box<dyn Write + Send>) -> Typist {
    let (sender, receiver) = mpsc::channel::<Vec<u8>>();
    thread::spawn(move || receiver.into_iter().all(|bytes| terminal.write_all(&bytes).is_ok()));
    sender
}

/// Feeds the emulator with what the program writes, and answers its questions.
fn follow(mut reader: Box<dyn Read + Send>, shared: &Shared, typist: &Typist) {
    let mut buffer = [0; 4096];
    while let Ok(count @ 1..) = reader.read(&mut buffer) {
        let mut parser = locked(&shared.parser);
        parser.process(&buffer[..count]);
        parser.callbacks_mut().frames.follow(&buffer[..count]);
        let answers = std::mem::take(&mut parser.callbacks_mut().pending);
        drop(parser);
        drop(typist.send(answers));
        shared.changed.notify_all();
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has cells")
}

const fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn framed(screen: &Screen) -> String {
    screen.contents().lines().flat_map(|line| ["|", line, "\n"]).collect()
}
