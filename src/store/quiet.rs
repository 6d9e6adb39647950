//! Panics of sled: caught on the store thread, and never on the screen.

use std::panic::{self, Location};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread;

use chrono::{SecondsFormat, Utc};

use super::disk::{Disk, RealDisk};

/// The log's name in the data directory.
pub(super) const LOG: &str = "log";

/// The store thread's name.
pub(super) const THREAD: &str = "taizhang-store";

/// Whether the present thread is the store's or one of sled's. What panics there does not end the program: a panic
/// hook must leave screen and terminal alone.
pub fn is_store_thread() -> bool {
    thread::current().name().is_some_and(|name| name == THREAD || name.starts_with("sled"))
}

/// Keeps the messages of such panics from being printed, from now on, and notes in the ledger `dir` where they arose.
///
/// What a panic says may hold what an item says, and stays out of the log.
pub(super) fn hush(dir: &Path) {
    static ONCE: Once = Once::new();
    *lock() = Some(dir.join(LOG));
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if is_store_thread() {
                note(panic.location());
            } else {
                before(panic);
            }
        }));
    });
}

/// A log that cannot be written is done without.
fn note(place: Option<&Location<'_>>) {
    let path = lock().clone();
    let _ = path.map(|path| RealDisk.append(&path).and_then(|mut file| file.write(line(place).as_bytes())));
}

/// When and where.
fn line(place: Option<&Location<'_>>) -> String {
    let place = place.map(ToString::to_string).unwrap_or_default();
    format!("{} {place}\n", Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true))
}

fn lock() -> MutexGuard<'static, Option<PathBuf>> {
    static PATH: Mutex<Option<PathBuf>> = Mutex::new(None);
    PATH.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_noted_by_time_and_place() {
        let line = line(Some(Location::caller()));
        assert!(line.contains("quiet.rs") && line.contains('T') && line.ends_with('\n'), "{line}");
    }
}
