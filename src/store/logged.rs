//! Changes as the journal numbers and keeps them.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::model::{Act, Change};

/// The number of a change in its ledger, from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Seq(pub u64);

/// A change as the journal keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct Logged {
    /// Its number; 0 before it is committed.
    pub seq: Seq,
    /// When it was made; the journal keeps milliseconds.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// What it did.
    pub change: Change,
    /// The change it takes back, when it is an undo or the redo of one (taking back the undo).
    pub undoes: Option<Seq>,
}

/// What the journal says of a change besides what it did to the records.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// Its number.
    pub seq: Seq,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// What was done.
    pub act: Act,
    /// The change it takes back, as in [`Logged`].
    pub undoes: Option<Seq>,
}

impl fmt::Display for Seq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
