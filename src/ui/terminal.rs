//! Entering the terminal, and leaving it as it was on every way out: quitting, an error, a signal, a panic.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::cursor::{MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::error::UiError;

/// Whether the terminal is ours now.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours. Dropping it gives it back.
#[derive(Debug)]
pub struct Terminal {
    inner: ratatui::Terminal<CrosstermBackend<BufWriter<Stdout>>>,
}

/// Refuses where the interface could not run: no terminal to draw on, or none to read keys from.
pub fn check_terminal() -> Result<(), UiError> {
    let reads = io::stdin().is_terminal() && tty().is_ok();
    if reads && io::stdout().is_terminal() { Ok(()) } else { Err(UiError::NotATerminal) }
}

/// The terminal's input, for waiting on it.
#[cfg(unix)]
pub fn tty() -> io::Result<File> {
    use std::os::fd::AsFd;

    io::stdin().as_fd().try_clone_to_owned().map(File::from)
}

/// The terminal's input, for waiting on it.
#[cfg(not(unix))]
pub fn tty() -> io::Result<File> {
    Err(io::ErrorKind::Unsupported.into())
}

impl Terminal {
    /// Takes the terminal: raw, on the alternate screen. Key protocols beyond the ordinary one stay off, since with
    /// them several terminals drop committed Chinese.
    pub fn enter() -> Result<Self, UiError> {
        check_terminal()?;
        leave_on_panic();
        ENTERED.store(true, Ordering::SeqCst);
        let guard = Guard;
        enable_raw_mode()?;
        execute!(io::stdout(), EnterAlternateScreen, Clear(ClearType::All), MoveTo(0, 0))?;
        let inner = ratatui::Terminal::new(CrosstermBackend::new(BufWriter::new(io::stdout())))?;
        std::mem::forget(guard);
        Ok(Self { inner })
    }

    /// Asks for pastes as such, not as keys. Only after the probe: it reads bytes itself.
    pub fn take_pastes(&mut self) -> io::Result<()> {
        execute!(self.inner.backend_mut(), EnableBracketedPaste)
    }

    /// Draws one frame; the cursor is set last.
    pub fn draw(&mut self, view: impl FnOnce(&mut Buffer, Rect) -> Option<Position>) -> io::Result<()> {
        self.inner.draw(|frame| {
            let area = frame.area();
            if let Some(position) = view(frame.buffer_mut(), area) {
                frame.set_cursor_position(position);
            }
        })?;
        Ok(())
    }

    /// Makes the next frame draw every cell. `Terminal::clear` would ask for the cursor, which the reader thread eats.
    pub fn forget(&mut self) -> io::Result<()> {
        let size = self.inner.size()?;
        self.inner.resize(Rect::new(0, 0, size.width, size.height))
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        leave();
    }
}

/// Leaves again when entering fails half-way.
struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// Gives the terminal back, once; a terminal that is gone cannot be written, which is no fault.
fn leave() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        let mut out = io::stdout();
        drop(execute!(out, DisableBracketedPaste, ResetColor, LeaveAlternateScreen, Show));
        drop(out.flush());
        drop(disable_raw_mode());
    }
}

/// Leaves before the message of a panic of this thread is printed; a worker's panic is caught where the worker was
/// started, and must not print over the screen.
fn leave_on_panic() {
    static HOOKED: Once = Once::new();
    HOOKED.call_once(|| {
        let main = thread::current().id();
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().id() == main {
                leave();
            }
            if !ENTERED.load(Ordering::SeqCst) {
                before(info);
            }
        }));
    });
}
