//! Slow work on a thread of its own: it tells how far it is, can be cancelled, and its result waits to be taken.
//!
//! A [`Work`] that is dropped is cancelled, and what it would have given is heard by nobody: a result never reaches
//! a screen that has begun something else meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::Builder;

use super::events::Message;

/// Wakes the event loop from a worker; without one, work is done at once where it is started.
#[derive(Clone, Debug, Default)]
pub struct Waker(Option<Sender<Message>>);

/// Work that goes on.
#[derive(Debug)]
pub struct Work<T> {
    shared: Arc<Shared>,
    result: Receiver<T>,
}

/// What the worker and the screen both see.
#[derive(Debug, Default)]
struct Shared {
    done: AtomicUsize,
    cancelled: AtomicBool,
}

impl Waker {
    /// One that sends a message.
    pub(super) const fn new(sender: Sender<Message>) -> Self {
        Self(Some(sender))
    }

    /// Has the loop look at what has come; one that has ended needs no waking.
    pub(super) fn wake(&self) {
        if let Some(sender) = &self.0 {
            drop(sender.send(Message::Woken));
        }
    }
}

impl<T: Send + 'static> Work<T> {
    /// Starts work; it is given what to ask now and then, with how far it is, whether to go on.
    pub fn start(waker: &Waker, work: impl FnOnce(&(dyn Fn(usize) -> bool + Sync)) -> T + Send + 'static) -> Self {
        let shared = Arc::new(Shared::default());
        let (sender, result) = mpsc::channel();
        let (theirs, loud) = (Arc::clone(&shared), waker.clone());
        let run = move || {
            let go_on = |done| {
                theirs.done.store(done, Ordering::Relaxed);
                loud.wake();
                !theirs.cancelled.load(Ordering::Relaxed)
            };
            // Nobody may be left to hear it.
            drop(sender.send(work(&go_on)));
            loud.wake();
        };
        if waker.0.is_none() {
            run();
        } else {
            // A thread that cannot be started gives nothing: the work ends as if it had failed.
            drop(Builder::new().name("work".into()).spawn(run));
        }
        Self { shared, result }
    }
}

impl<T> Work<T> {
    /// How far it is.
    pub fn done(&self) -> usize {
        self.shared.done.load(Ordering::Relaxed)
    }

    /// What it gave; `Err`: it goes on; `Ok(None)`: it ended without giving anything.
    pub fn take(&self) -> Result<Option<T>, ()> {
        match self.result.try_recv() {
            Ok(given) => Ok(Some(given)),
            Err(mpsc::TryRecvError::Empty) => Err(()),
            Err(mpsc::TryRecvError::Disconnected) => Ok(None),
        }
    }
}

impl<T> Drop for Work<T> {
    fn drop(&mut self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_tells_how_far_it_is_and_wakes_the_loop() {
        let (sender, woken) = mpsc::channel();
        let work = Work::start(&Waker::new(sender), |go_on| {
            assert!(go_on(3));
            "done"
        });
        let messages = woken.iter().take(2).count();
        assert_eq!((messages, work.done(), work.take()), (2, 3, Ok(Some("done"))));
    }

    #[test]
    fn work_that_nobody_waits_for_is_told_to_end() {
        let (sender, woken) = mpsc::channel();
        let (tell, told) = mpsc::channel();
        let (start, started) = mpsc::channel::<()>();
        let work = Work::start(&Waker::new(sender), move |go_on| {
            started.recv().expect("it is started");
            tell.send(go_on(1)).expect("somebody listens");
        });
        drop(work);
        start.send(()).expect("it waits");
        assert!(!told.recv().expect("told"), "it goes on");
        drop(woken);
    }

    #[test]
    fn without_a_loop_the_work_is_done_at_once() {
        assert_eq!(Work::start(&Waker::default(), |go_on| go_on(1)).take(), Ok(Some(true)));
    }

    #[test]
    fn work_that_panics_gives_nothing() {
        let (sender, woken) = mpsc::channel();
        let work: Work<u8> = Work::start(&Waker::new(sender), |_| panic!("out of its depth"));
        assert!(work.result.recv().is_err());
        assert_eq!(work.take(), Ok(None));
        drop(woken);
    }
}
