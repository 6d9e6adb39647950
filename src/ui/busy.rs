//! A word on the screen while the disk keeps the program waiting.
//!
//! The main thread owns the terminal and waits for the disk; keys go on being read by their own thread and are carried
//! out afterwards. A watcher draws the word over the lowest line when the wait gets long; a full redraw takes it away.

use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::Builder;
use std::time::{Duration, Instant};

use crossterm::cursor::{MoveTo, RestorePosition, SavePosition};
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{Clear, ClearType, size};

/// A wait that nobody notices.
const UNNOTICED: Duration = Duration::from_millis(50);

/// Says that the program is busy, once a wait gets long. Without a watcher it says nothing.
#[derive(Clone, Debug, Default)]
pub struct Busy {
    watched: Option<Arc<Watched>>,
}

#[derive(Debug, Default)]
struct Watched {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Nothing is waited for.
    #[default]
    Idle,
    /// A wait began.
    Since(Instant),
    /// A wait goes on, and the word is on the screen.
    Said,
}

impl Busy {
    /// Has waits watched, and `say` called in those that get long. Without a thread for that nothing is said.
    pub fn watch(say: impl Fn() + Send + 'static) -> Self {
        let watched = Arc::new(Watched::default());
        let theirs = Arc::clone(&watched);
        let started = Builder::new().name("busy".into()).spawn(move || theirs.watch(&say));
        Self { watched: started.ok().map(|_| watched) }
    }

    /// Does what may take long; gives what it gave, and whether the word was put on the screen.
    pub fn during<T>(&self, act: impl FnOnce() -> T) -> (T, bool) {
        let Some(watched) = &self.watched else { return (act(), false) };
        watched.set(State::Since(Instant::now()));
        let done = act();
        let said = watched.set(State::Idle) == State::Said;
        (done, said)
    }
}

impl Watched {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets the state; gives the one before. While the word is being drawn this waits.
    fn set(&self, state: State) -> State {
        let before = std::mem::replace(&mut *self.lock(), state);
        self.changed.notify_one();
        before
    }

    fn watch(&self, say: &dyn Fn()) {
        let mut state = self.lock();
        loop {
            state = match *state {
                State::Idle | State::Said => self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
                State::Since(begun) => {
                    let left = UNNOTICED.saturating_sub(begun.elapsed());
                    if left.is_zero() {
                        say();
                        *state = State::Said;
                        continue;
                    }
                    self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }
}

/// Writes `text` over the lowest line of the terminal; the cursor stays. What cannot be written is not needed.
pub fn say(text: &str) {
    let _ = write(text);
}

fn write(text: &str) -> io::Result<()> {
    let (_, rows) = size()?;
    let mut out = io::stdout().lock();
    queue!(out, SavePosition, MoveTo(0, rows.saturating_sub(1)), Clear(ClearType::CurrentLine))?;
    queue!(out, Print(' '), Print(text), RestorePosition)?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_long_wait_is_said_and_a_short_one_is_not() {
        let (tell, told) = channel();
        let busy = Busy::watch(move || tell.send(()).expect("somebody listens"));
        let ((), said) = busy.during(|| told.recv().expect("it is said while the wait goes on"));
        assert!(said);
        let (done, said) = busy.during(|| 7);
        assert_eq!((done, said), (7, false));
        assert!(told.try_recv().is_err());
    }

    #[test]
    fn without_a_watcher_the_work_is_done_all_the_same() {
        assert_eq!(Busy::default().during(|| 7), (7, false));
    }
}
