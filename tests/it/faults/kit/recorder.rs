//! Records what the store does to its disk, and what it confirms in between.

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use taizhang::store::{Disk, Seq};

use super::disk::{Act, WatchedDisk, Watcher};

/// A step of the program.
#[derive(Clone, Debug)]
pub enum Step {
    /// Made a directory.
    MakeDir(PathBuf),
    /// Made or opened a file.
    Open(usize, PathBuf),
    /// Wrote at its end.
    Write(usize, Vec<u8>),
    /// Cut it.
    Cut(usize, u64),
    /// Made its content durable.
    Sync(usize),
    /// Renamed.
    Rename(PathBuf, PathBuf),
    /// Removed a file or an empty directory.
    Remove(PathBuf),
    /// Made the names of a directory durable.
    SyncDir(PathBuf),
    /// Said that a change is saved.
    Confirmed(Seq, u64),
    /// Said that the draft of this number is kept.
    Kept(Seq),
}

/// All steps so far.
#[derive(Debug, Default)]
pub struct Recorder {
    steps: Mutex<Vec<Step>>,
}

impl Recorder {
    /// A recorder and its disk.
    pub fn start() -> (Arc<Self>, Arc<dyn Disk>) {
        let recorder = Arc::new(Self::default());
        let disk = WatchedDisk::shared(Arc::clone(&recorder) as Arc<dyn Watcher>);
        (recorder, disk)
    }

    /// The store has said that the change is saved.
    pub fn confirm(&self, seq: Seq, mark: u64) {
        self.note(Step::Confirmed(seq, mark));
    }

    /// The store has said that the draft of this number is kept.
    pub fn keep_draft(&self, number: Seq) {
        self.note(Step::Kept(number));
    }

    /// How many steps there were.
    pub fn count(&self) -> usize {
        self.steps.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// The steps.
    pub fn steps(&self) -> Vec<Step> {
        self.steps.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, step: Step) {
        self.steps.lock().unwrap_or_else(PoisonError::into_inner).push(step);
    }
}

impl Watcher for Recorder {
    fn before(&self, _act: Act<'_>) -> io::Result<()> {
        Ok(())
    }

    fn after(&self, act: Act<'_>) {
        self.note(match act {
            Act::Read => return,
            Act::MakeDir(path) => Step::MakeDir(path.to_owned()),
            Act::Open(handle, path) => Step::Open(handle, path.to_owned()),
            Act::Write(handle, bytes) => Step::Write(handle, bytes.to_vec()),
            Act::Cut(handle, len) => Step::Cut(handle, len),
            Act::Sync(handle) => Step::Sync(handle),
            Act::Rename(from, to) => Step::Rename(from.to_owned(), to.to_owned()),
            Act::Remove(path) | Act::RemoveDir(path) => Step::Remove(path.to_owned()),
            Act::SyncDir(path) => Step::SyncDir(path.to_owned()),
        });
    }
}
