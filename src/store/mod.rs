//! The store: journal line first, then sled. Loses nothing that was confirmed.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::lang::Lang;
use crate::model::{Change, Ledger};

/// The number of a change in its ledger, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Seq(pub u64);

/// A change as the journal keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct Logged {
    /// Its number; 0 before it is committed.
    pub seq: Seq,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// What it did.
    pub change: Change,
    /// The change it takes back, when it is an undo or the redo of one (taking back the undo).
    pub undoes: Option<Seq>,
}

/// All our file work; tests record, cut, fill and break it.
pub trait Disk: fmt::Debug + Send + Sync {}

/// The file system.
#[derive(Debug)]
pub struct RealDisk;

impl Disk for RealDisk {}

/// Something the user should know though all is well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {}

/// Why the store could not do what it was asked.
#[derive(Debug)]
pub enum StoreError {}

impl StoreError {
    /// Says what went wrong, and whether anything was lost.
    pub fn text(&self, _lang: Lang) -> String {
        todo!()
    }

    /// Says what to do.
    pub fn hint(&self, _lang: Lang) -> String {
        todo!()
    }
}

/// An open ledger on disk, locked.
#[derive(Debug)]
pub struct Store {}

/// Whether a directory holds a ledger.
pub fn is_ledger(_dir: &Path) -> bool {
    todo!()
}

impl Store {
    /// Makes an empty ledger in `dir`, which is made if absent and must not hold one.
    pub fn create(_dir: &Path, _disk: Arc<dyn Disk>) -> Result<Self, StoreError> {
        todo!()
    }

    /// Opens the ledger in `dir`.
    pub fn open(_dir: &Path, _disk: Arc<dyn Disk>) -> Result<(Self, Ledger, Vec<Notice>), StoreError> {
        todo!()
    }

    /// Reads the ledger in `dir` from its journal alone: no lock, nothing written.
    pub fn read(_dir: &Path) -> Result<Ledger, StoreError> {
        todo!()
    }

    /// Writes the change; when this returns `Ok`, it is on disk.
    pub fn commit(&mut self, _logged: Logged) -> Result<Seq, StoreError> {
        todo!()
    }

    /// Reads all changes of the ledger in `dir`, oldest first.
    pub fn history(_dir: &Path) -> Result<Vec<Logged>, StoreError> {
        todo!()
    }
}
