//! Power cuts: a session is recorded, then cut at any step, beside a database of any age.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use taizhang::model::Ledger;
use taizhang::store::{Disk, Store};
use tempfile::TempDir;

use super::chance::Chance;
use super::files::{copy_tree, mix};
use super::platter::Platter;
use super::recorder::{Recorder, Step};
use super::scribe::{Scribe, keep_draft};
use super::witness::Witness;

/// A session that was recorded.
pub struct Session {
    root: TempDir,
    dir: PathBuf,
    before: Platter,
    steps: Vec<Step>,
    /// What the database was after so many steps.
    databases: Vec<(usize, PathBuf)>,
    known: Witness,
}

/// What a cut left.
pub struct Ruin {
    root: TempDir,
    /// The data directory, and what is confirmed of it.
    pub witness: Witness,
}

impl Session {
    /// Makes a ledger and saves `saves` changes, closing and opening it now and then.
    pub fn fresh(chance: &mut Chance, saves: usize) -> Self {
        let root = tempfile::tempdir().expect("a directory");
        let dir = root.path().join("台 账");
        let mut session = Self::begin(root, Witness::new(&dir));
        let (recorder, disk) = Recorder::start();
        let store = Store::create(&session.dir, Arc::clone(&disk)).expect("a ledger");
        session.save(&recorder, &disk, (store, Ledger::default()), chance, saves);
        session.end(&recorder)
    }

    /// Opens what a cut left, saves a few changes.
    pub fn after(ruin: Ruin, chance: &mut Chance) -> Result<Self, String> {
        let mut session = Self::begin(ruin.root, ruin.witness);
        let (recorder, disk) = Recorder::start();
        let opened = Store::open(&session.dir, Arc::clone(&disk));
        let (store, ledger, _) = opened.map_err(|error| format!("it does not open: {error}"))?;
        session.save(&recorder, &disk, (store, ledger), chance, 2);
        Ok(session.end(&recorder))
    }

    /// How many steps can be cut before; one more than there are.
    pub fn cuts(&self) -> usize {
        self.steps.len() + 1
    }

    /// Cuts the power before the step `at`.
    pub fn cut(&self, at: usize, chance: &mut Chance) -> Ruin {
        let root = tempfile::tempdir().expect("a directory");
        let mut witness = self.known.moved(&root.path().join("台 账"));
        let mut platter = self.before.clone();
        for step in &self.steps[..at] {
            platter.follow(step);
            match step {
                Step::Confirmed(seq, mark) => witness.confirm(*seq, *mark),
                Step::Kept(number) => witness.keep_draft(number.0),
                _ => {}
            }
        }
        platter.cut(chance, &witness.dir);
        self.lay_database(at, &witness.dir.join("db"), chance);
        Ruin { root, witness }
    }

    fn begin(root: TempDir, known: Witness) -> Self {
        let dir = known.dir.clone();
        // The data directory itself is there before the session: who makes it waits until it is durable.
        fs::create_dir_all(&dir).expect("made");
        let before = Platter::of(&dir);
        Self { root, dir, before, steps: Vec::new(), databases: Vec::new(), known }
    }

    fn save(
        &mut self,
        recorder: &Recorder,
        disk: &Arc<dyn Disk>,
        (mut store, ledger): (Store, Ledger),
        chance: &mut Chance,
        saves: usize,
    ) {
        let mut scribe = Scribe::new(chance.fork(), ledger);
        for _ in 0..saves {
            let (seq, mark) = scribe.commit(&mut store).expect("saved");
            recorder.confirm(seq, mark);
            if chance.once_in(6) {
                keep_draft(&store, seq).expect("kept");
                recorder.keep_draft(seq);
                self.keep_database(recorder);
            }
            if chance.once_in(12) {
                store.keep(&scribe.ledger);
            }
            if chance.once_in(20) {
                drop(store.close());
                self.keep_database(recorder);
                store = Store::open(&self.dir, Arc::clone(disk)).expect("it opens").0;
            }
        }
        self.keep_database(recorder);
        drop(store.close());
        self.keep_database(recorder);
    }

    fn end(mut self, recorder: &Recorder) -> Self {
        self.steps = recorder.steps();
        self
    }

    fn keep_database(&mut self, recorder: &Recorder) {
        let kept = self.root.path().join(format!("db-{}", self.databases.len()));
        // No later than the count: what the database holds was in the journal before.
        copy_tree(&self.dir.join("db"), &kept);
        self.databases.push((recorder.count(), kept));
    }

    /// None, one of an earlier moment, or blocks of several.
    fn lay_database(&self, at: usize, to: &Path, chance: &mut Chance) {
        let known: Vec<&PathBuf> = self.databases.iter().filter(|(steps, _)| *steps <= at).map(|(_, db)| db).collect();
        let Some(newest) = known.last() else { return };
        let any = known[chance.below(known.len())];
        match chance.below(4) {
            0 => {}
            1 => copy_tree(newest, to),
            2 => copy_tree(any, to),
            _ => {
                copy_tree(newest, to);
                mix(to, any, chance);
            }
        }
    }
}

/// Cuts the power in a session at any step, once in four again while the ruin is opened, and examines what is left.
/// A ruin that is no ledger yet must not hold what was confirmed.
pub fn cut_and_examine(session: &Session, chance: &mut Chance) -> Result<(), String> {
    let mut ruin = session.cut(chance.below(session.cuts()), chance);
    if chance.once_in(4) && taizhang::store::is_ledger(&ruin.witness.dir) {
        let again = Session::after(ruin, chance)?;
        ruin = again.cut(chance.below(again.cuts()), chance);
    }
    // Of each session one change may be there that was about to be confirmed.
    if ruin.witness.count() == 0 && !taizhang::store::is_ledger(&ruin.witness.dir) {
        return Ok(());
    }
    ruin.witness.examine(2).map(drop)
}
