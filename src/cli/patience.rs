//! Patience: a verb that writes waits a little while another has the ledger, which may be as short-lived as itself.

use std::thread;
use std::time::{Duration, Instant};

use crate::session::SessionError;
use crate::store::StoreError;

/// So long a verb waits before it says who has the ledger.
pub const PATIENCE: Duration = Duration::from_secs(3);

/// So long it waits before it tries again.
const POLL: Duration = Duration::from_millis(50);

/// What `open` gives, which is tried again for so long as the ledger is locked.
pub fn patiently<T>(patience: Duration, mut open: impl FnMut() -> Result<T, SessionError>) -> Result<T, SessionError> {
    let until = Instant::now() + patience;
    loop {
        match open() {
            Err(SessionError::Store(StoreError::Locked(_))) if Instant::now() < until => thread::sleep(POLL),
            opened => return opened,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Holder;

    /// Tries until the lock is free at the third time; gives what came of it, and how often it was tried.
    fn tried(patience: Duration, error: &StoreError) -> (Result<(), SessionError>, usize) {
        let mut tries = 0;
        let opened = patiently(patience, || {
            tries += 1;
            if tries < 3 { Err(SessionError::Store(error.clone())) } else { Ok(()) }
        });
        (opened, tries)
    }

    #[test]
    fn only_a_lock_is_waited_for_and_only_with_patience() {
        let locked = StoreError::Locked(Holder::default());
        assert!(matches!(tried(Duration::from_secs(600), &locked), (Ok(()), 3)));
        assert!(matches!(tried(Duration::ZERO, &locked), (Err(SessionError::Store(StoreError::Locked(_))), 1)));
        assert!(matches!(tried(Duration::from_secs(600), &StoreError::Stopped), (Err(_), 1)));
    }
}
