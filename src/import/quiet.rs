//! A reader of foreign files that panics: caught, and never on the screen.

use std::panic;
use std::sync::Once;
use std::thread;

/// The name of the thread that reads.
const THREAD: &str = "taizhang-import";

/// Runs `read` on a thread of its own; none: it panicked, as a file that is damaged on purpose may make it.
pub(super) fn caught<T: Send>(read: impl FnOnce() -> T + Send) -> Option<T> {
    hush();
    thread::scope(|scope| {
        let reader = thread::Builder::new().name(THREAD.into()).spawn_scoped(scope, read);
        reader.ok().and_then(|reader| reader.join().ok())
    })
}

/// Keeps the messages of such panics from being printed, from now on.
fn hush() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(THREAD) {
                before(panic);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_nothing_read() {
        assert_eq!(caught(|| 1), Some(1));
        assert_eq!(caught(|| -> u8 { panic!("a file of ill will") }), None);
    }
}
