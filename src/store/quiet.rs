//! Panics of sled: caught on the store thread, and never on the screen.

use std::panic;
use std::sync::Once;
use std::thread;

/// The store thread's name.
pub(super) const THREAD: &str = "taizhang-store";

/// Whether the present thread is the store's or one of sled's. What panics there does not end the program: a panic
/// hook must leave screen and terminal alone.
pub fn is_store_thread() -> bool {
    thread::current().name().is_some_and(|name| name == THREAD || name.starts_with("sled"))
}

/// Keeps the messages of such panics from being printed, from now on.
pub(super) fn hush() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !is_store_thread() {
                before(panic);
            }
        }));
    });
}
