//! What happens outside: a thread reads keys, one waits for signals, one for the terminal to hang up.
//!
//! Nothing wakes up while nothing happens, unless the caller waits for a moment of its own.

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event};

use super::paste;
use super::work::Waker;

/// Keys closer together than this may be one paste.
const BURST_GAP: Duration = Duration::from_millis(5);

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// A key, a paste, another size.
    Event(Event),
    /// The program is asked to end: by a signal, or because its terminal is gone.
    Stop,
    /// A worker has got something done.
    Woken,
    /// The terminal cannot be read.
    Failed(io::Error),
}

/// The messages of all threads, in order.
#[derive(Debug)]
pub struct Events {
    receiver: Receiver<Message>,
    sender: Sender<Message>,
    ahead: Vec<Event>,
    join_bursts: bool,
}

impl Events {
    /// Starts the threads; `ahead` was typed before. Bursts of keys are joined to pastes where terminals do not tell.
    pub fn start(ahead: Vec<Event>, join_bursts: bool) -> io::Result<Self> {
        let (sender, receiver) = mpsc::channel();
        watch_signals(&sender)?;
        watch_hangup(&sender)?;
        // Before the first frame, or a change of size between both would be lost.
        event::poll(Duration::ZERO)?;
        let keys = sender.clone();
        thread::Builder::new().name("keys".into()).spawn(move || read(&keys))?;
        Ok(Self { receiver, sender, ahead, join_bursts })
    }

    /// What wakes whoever waits for something to happen.
    pub fn waker(&self) -> Waker {
        Waker::new(self.sender.clone())
    }

    /// Waits until something happens; returns everything that has happened by then: nothing, when the moment `until`
    /// came first.
    pub fn next(&mut self, until: Option<Instant>) -> Vec<Message> {
        if !self.ahead.is_empty() {
            return self.ahead.drain(..).map(Message::Event).collect();
        }
        let Some(first) = self.first(until) else { return Vec::new() };
        let mut batch = vec![first];
        batch.extend(self.receiver.try_iter());
        if self.join_bursts { self.joined(batch) } else { batch }
    }

    fn first(&self, until: Option<Instant>) -> Option<Message> {
        let Some(until) = until else { return Some(self.receiver.recv().unwrap_or(Message::Stop)) };
        match self.receiver.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Message::Stop),
        }
    }

    /// Waits a moment for the rest of a burst, and makes it one paste.
    fn joined(&self, mut batch: Vec<Message>) -> Vec<Message> {
        while matches!(batch.last(), Some(Message::Event(event)) if paste::typed(event).is_some()) {
            match self.receiver.recv_timeout(BURST_GAP) {
                Ok(message) => batch.push(message),
                Err(_) => break,
            }
        }
        let mut events = Vec::new();
        let mut others = Vec::new();
        for message in batch {
            match message {
                Message::Event(event) => events.push(event),
                other => others.push(other),
            }
        }
        paste::joined(events).into_iter().map(Message::Event).chain(others).collect()
    }
}

fn read(sender: &Sender<Message>) {
    loop {
        let (message, ends) = match event::read() {
            Ok(event) => (Message::Event(event), false),
            Err(error) => (Message::Failed(error), true),
        };
        if sender.send(message).is_err() || ends {
            return;
        }
    }
}

#[cfg(unix)]
fn watch_signals(sender: &Sender<Message>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    let sender = sender.clone();
    thread::Builder::new().name("signals".into()).spawn(move || {
        for _ in signals.forever() {
            if sender.send(Message::Stop).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Waits for the terminal to go: the key reader would spin on it without an event.
#[cfg(unix)]
fn watch_hangup(sender: &Sender<Message>) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};

    let tty = super::terminal::tty()?;
    let sender = sender.clone();
    thread::Builder::new().name("hang-up".into()).spawn(move || {
        // No event is asked for: only hanging up and errors are reported.
        while poll(&mut [PollFd::new(&tty, PollFlags::empty())], None)
            .is_err_and(|error| error == rustix::io::Errno::INTR)
        {}
        drop(sender.send(Message::Stop));
    })?;
    Ok(())
}

#[cfg(not(unix))]
fn watch_signals(_sender: &Sender<Message>) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn watch_hangup(_sender: &Sender<Message>) -> io::Result<()> {
    Ok(())
}
