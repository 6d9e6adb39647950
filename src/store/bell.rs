//! A bell that the store thread rings when it has something to tell that the user has not asked for.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

type Ring = Box<dyn Fn() + Send>;

/// Rings for whoever waits; before somebody does, it is silent.
#[derive(Clone, Default)]
pub(super) struct Bell(Arc<Mutex<Option<Ring>>>);

impl Bell {
    /// Has `ring` called from now on, and once at once: it may have rung unheard.
    pub(super) fn hang(&self, ring: impl Fn() + Send + 'static) {
        ring();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(ring));
    }

    /// Rings.
    pub(super) fn ring(&self) {
        if let Some(ring) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            ring();
        }
    }
}

impl fmt::Debug for Bell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bell")
    }
}
