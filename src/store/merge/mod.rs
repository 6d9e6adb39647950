//! Merging: two copies of one ledger that were both worked in become one.
//!
//! What a ledger holds is what all its changes make when they are made one after the other in the order of
//! (lamport, replica): of each field the last value stands. So it does not matter in which order copies are merged, and
//! what is known already comes over once. The line of a merge keeps the changes that came over, as their writer had
//! written them.

mod clashing;
mod error;
mod fields;
mod leaf;
mod source;
mod state;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::value::RawValue;

use super::disk::Disk;
use super::error::StoreError;
use super::record::{Tree, key_of, key_text};
use super::walk::walk;
use super::{Logged, RealDisk, Seq, Store};
use crate::model::{Act, Change, ClashKey, Edit, Ledger, Record, RecordKey, Verb};
pub use clashing::Clashed;
pub use error::MergeError;
use leaf::{Leaf, leaves};
use source::{Line, Lines, Source};
use state::State;

/// What another copy of a ledger brings.
#[derive(Debug)]
pub struct Merge {
    /// What it changes here.
    pub change: Change,
    /// How many changes come over.
    pub changes: usize,
    /// How many records are new here.
    pub records: usize,
    /// Fields that have another value there than here, both sides having changed them.
    pub clashes: Vec<Clashed>,
    pub(super) foreign: Foreign,
}

/// The changes that come over, as lines.
#[derive(Debug, Default)]
pub(super) struct Foreign {
    pub(super) lines: Vec<Box<RawValue>>,
    /// The highest order number of them.
    pub(super) lamport: u64,
}

/// The changes of two copies.
struct Both {
    /// Those that both have behind what is settled.
    shared: BTreeSet<Leaf>,
    /// Those that only this one has.
    ours: BTreeSet<Leaf>,
    /// Those that only the other one has.
    theirs: BTreeSet<Leaf>,
    /// So many of the first lines come before all of these.
    settled: usize,
}

impl Merge {
    /// Finds out what `other`, a data directory, a backup or an export, brings to the ledger in `dir`, whose records
    /// are `ledger`. Nothing is written.
    ///
    /// # Errors
    /// It cannot be read, or did not grow from the same ledger.
    pub fn plan(disk: &dyn Disk, dir: &Path, ledger: &Ledger, other: &Path) -> Result<Self, MergeError> {
        let (here, there) = (Source::Dir(dir), Source::of(disk, other)?);
        let (our_lines, their_lines) = (here.lines(disk)?, there.lines(disk)?);
        let known: BTreeSet<&Line> = our_lines.all.iter().collect();
        if !their_lines.all.iter().any(|line| known.contains(line)) {
            return Err(MergeError::Foreign(other.to_owned()));
        }
        let both = Both::read(disk, (&here, &our_lines), (&there, &their_lines))?;
        let base = both.base(disk, dir)?;
        let after = |sides: &[&BTreeSet<Leaf>]| base.after(sides.iter().copied().flatten().collect());
        let ours = after(&[&both.shared, &both.ours]);
        let theirs = after(&[&both.shared, &both.theirs]);
        let merged = after(&[&both.shared, &both.ours, &both.theirs]);
        let clashes = clashing::find((&both.ours, &ours), (&both.theirs, &theirs), &merged);
        let edits = edits(&merged, &clashes, ledger);
        let name = other.file_name().unwrap_or(other.as_os_str()).to_string_lossy().into_owned();
        Ok(Self {
            changes: both.theirs.iter().filter(|leaf| !leaf.is_merge()).count(),
            records: edits.iter().filter(|edit| edit.old.is_none() && Tree::of(&edit.key) != Tree::Clashes).count(),
            change: Change { act: Act { verb: Verb::Merge, what: name }, edits },
            clashes,
            foreign: Foreign::of(&both.theirs),
        })
    }

    /// Whether the other copy has nothing that is not known here.
    pub fn is_empty(&self) -> bool {
        self.changes == 0 && self.change.edits.is_empty()
    }
}

impl Foreign {
    fn of(leaves: &BTreeSet<Leaf>) -> Self {
        let lines = leaves.iter().map(Leaf::line).collect();
        Self { lines, lamport: leaves.iter().map(|leaf| leaf.lamport).max().unwrap_or_default() }
    }
}

impl Both {
    /// Reads what comes behind the lines that both have, and as many of those as do not come before all of it.
    fn read(disk: &dyn Disk, here: (&Source<'_>, &Lines), there: (&Source<'_>, &Lines)) -> Result<Self, StoreError> {
        let pairs = here.1.all.iter().zip(&there.1.all);
        let mut settled = pairs.take_while(|(one, another)| one == another).count();
        let (mut ours, mut theirs);
        loop {
            ours = leaves(disk, here.0, here.1, settled)?;
            theirs = leaves(disk, there.0, there.1, settled)?;
            let first = ours.first().into_iter().chain(theirs.first()).map(|leaf| leaf.lamport).min();
            let common = &here.1.all[..settled];
            let before = common.partition_point(|line| first.is_none_or(|first| line.lamport < first));
            let before = before.min(here.1.before_turned(settled)).min(there.1.before_turned(settled));
            if before == settled {
                break;
            }
            settled = before;
        }
        let shared: BTreeSet<Leaf> = ours.intersection(&theirs).cloned().collect();
        ours.retain(|leaf| !shared.contains(leaf));
        theirs.retain(|leaf| !shared.contains(leaf));
        Ok(Self { shared, ours, theirs, settled })
    }

    /// The records that any of the changes touch, as the settled lines made them.
    fn base(&self, disk: &dyn Disk, dir: &Path) -> Result<State, StoreError> {
        let mut base = State::default();
        for leaf in self.shared.iter().chain(&self.ours).chain(&self.theirs) {
            base.expect(&leaf.logged.change);
        }
        walk(disk, dir, Seq(0), |line| {
            if line.seq.0 as usize <= self.settled {
                base.apply(&line.read()?.change);
            }
            Ok(())
        })?;
        Ok(base)
    }
}

/// The edits that make what was merged of the ledger, and note what lost.
fn edits(merged: &State, clashes: &[Clashed], ledger: &Ledger) -> Vec<Edit> {
    let mut edits = Vec::new();
    for ((tree, text), known) in &merged.records {
        let key = key_of(*tree, text).expect("the key was written by the store");
        let (old, new) = (key.get(ledger), known.record(*tree));
        if old != new {
            edits.push(Edit { key, old, new });
        }
    }
    // One that somebody has looked at already stays so.
    let noted = |key: &RecordKey, edits: &[Edit]| {
        let edited = edits.iter().find(|edit| edit.key == *key).map(|edit| edit.new.clone());
        edited.unwrap_or_else(|| key.get(ledger))
    };
    for Clashed { clash, .. } in clashes {
        let key = RecordKey::Clash(clash.key());
        if noted(&key, &edits).is_none() {
            put(key, Some(Record::Clash(clash.clone())), ledger, &mut edits);
        }
    }
    let all: BTreeSet<ClashKey> = ledger.clashes.keys().cloned().chain(edits.iter().filter_map(clash_of)).collect();
    for key in all.into_iter().map(RecordKey::Clash) {
        if let Some(Record::Clash(clash)) = noted(&key, &edits)
            && !clash.settled
            && clashing::is_over(&clash, merged)
        {
            put(key, None, ledger, &mut edits);
        }
    }
    edits.sort_by_cached_key(|edit| (Tree::of(&edit.key), key_text(&edit.key)));
    edits
}

fn clash_of(edit: &Edit) -> Option<ClashKey> {
    if let RecordKey::Clash(key) = &edit.key { Some(key.clone()) } else { None }
}

/// Makes a record what it should be, whatever the edits so far made of it.
fn put(key: RecordKey, new: Option<Record>, ledger: &Ledger, edits: &mut Vec<Edit>) {
    edits.retain(|edit| edit.key != key);
    let old = key.get(ledger);
    if old != new {
        edits.push(Edit { key, old, new });
    }
}

impl Store {
    /// The changes that came over with each merge of the ledger in `dir`: no lock, nothing written.
    pub fn came_over(dir: &Path) -> Result<BTreeMap<Seq, Vec<Logged>>, StoreError> {
        let mut all = BTreeMap::new();
        walk(&RealDisk, dir, Seq(0), |line| {
            let held = leaf::held(line.json)?;
            if !held.is_empty() {
                all.insert(line.seq, held.into_iter().map(|leaf| leaf.logged).collect());
            }
            Ok(())
        })?;
        Ok(all)
    }
}
