//! Healing a journal that is damaged in the middle: lines of a backup take the place of those that cannot be read.
//!
//! What no backup has becomes one change that makes what the lost ones made, as far as the later lines and the
//! database know; the records affected are named. The damaged files are kept beside the new ones.

use std::collections::BTreeSet;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use ulid::Ulid;

use super::backup;
use super::backups::named;
use super::cache::CACHE;
use super::disk::{Disk, replace};
use super::error::{Doing, StoreError};
use super::healed::Healed;
use super::join::join;
use super::line::{self, Head};
use super::notice::{Notice, some_of};
use super::record::VERSION;
use super::recover::{differences, names};
use super::rotation::Named;
use super::salvage::{Salvage, Span, aside};
use super::segment::{JOURNAL, Segment};
use super::walk::redo;
use super::{Logged, Seq};
use crate::lang::Lang;
use crate::model::{Act, Change, Edit, Ledger, RecordKey, Verb};

/// Heals the journal of the locked ledger in `dir`; none: it is whole. `known`: records as of a change, when the
/// database or the cache has them.
pub(super) fn heal(
    disk: &dyn Disk,
    dir: &Path,
    replica: Ulid,
    known: impl FnOnce(&Salvage) -> Option<(Seq, Ledger)>,
) -> Result<Option<Notice>, StoreError> {
    let salvage = Salvage::read(disk, dir)?;
    if salvage.is_whole() {
        return Ok(None);
    }
    // Closing the database may compress segments: they are looked at again behind it.
    let known = known(&salvage);
    let mut salvage = Salvage::read(disk, dir)?;
    let end = salvage.last();
    salvage.reach(known.as_ref().map_or(0, |(seq, _)| seq.0));
    let mut healed = Healed { from_backup: fill_from_backups(disk, dir, &mut salvage)?, ..Healed::default() };
    healed.corrected = salvage.fill_corrected();
    let lost = salvage.missing();
    if !lost.is_empty() {
        healed.lost = lost.iter().map(|(first, last)| last - first + 1).sum();
        let told = known.as_ref().map_or(0, |(seq, _)| seq.0);
        let untold = || lost.iter().map(|(first, last)| (*first.max(&(told + 1)), *last)).filter(|(a, b)| a <= b);
        healed.unsure = untold().next().is_some();
        healed.known = healed.lost - untold().map(|(first, last)| last - first + 1).sum::<u64>();
        healed.unread =
            untold().flat_map(|(first, last)| salvage.broken(first, last)).flat_map(|b| b.unread.clone()).collect();
        healed.items = Loss::of(replica, &salvage, known.as_ref())?.fill(&mut salvage);
    }
    let joined = join(disk, &mut salvage)?;
    (healed.joined, healed.apart) = (joined.added, joined.kept);
    if salvage.last() > end {
        salvage.must_grow();
    }
    healed.asides = rewrite(disk, dir, &salvage)?;
    healed.asides.extend(joined.aside);
    // What it says of the last line's place may be wrong now.
    let cache = dir.join(CACHE);
    if super::open::is_there(disk, &cache)? {
        disk.remove(&cache).map_err(|error| StoreError::io(Doing::Opening, &cache, &error))?;
    }
    Ok(Some(Notice::Healed(healed)))
}

/// Takes the missing lines from the newest whole backup of this journal; gives how many it had.
fn fill_from_backups(disk: &dyn Disk, dir: &Path, salvage: &mut Salvage) -> Result<u64, StoreError> {
    let all = named(disk, dir)?;
    let good = all.iter().rev().find(|named| is_of(disk, named, salvage));
    let Some(good) = good else { return Ok(0) };
    let mut taken = 0;
    backup::read(disk, &good.path, |json| {
        let seq = line::head(json).map_err(|_| StoreError::BadBackup(good.path.clone()))?.seq.0;
        if let Entry::Vacant(free) = salvage.lines.entry(seq) {
            free.insert(json.to_vec());
            taken += 1;
        }
        Ok(())
    })?;
    Ok(taken)
}

/// Whether a backup is whole, and what it has in common with the journal is the same.
fn is_of(disk: &dyn Disk, named: &Named, salvage: &Salvage) -> bool {
    let mut differs = false;
    let read = backup::read(disk, &named.path, |json| {
        let ours = line::head(json).ok().and_then(|head| salvage.lines.get(&head.seq.0));
        differs |= ours.is_some_and(|ours| ours != json);
        Ok(())
    });
    read.is_ok() && !differs
}

/// What lost lines must have done.
struct Loss {
    replica: Ulid,
    /// The runs of lost lines, each with the edits that make what it made.
    runs: Vec<Run>,
}

struct Run {
    first: u64,
    last: u64,
    /// Of the line before it.
    lamport: u64,
    at: DateTime<Utc>,
    edits: Vec<Edit>,
}

impl Loss {
    /// Replays what is there. A line whose checksum is wrong is believed where nothing else knows; a later edit says
    /// what its record was before, and `known` what the others became.
    fn of(replica: Ulid, salvage: &Salvage, known: Option<&(Seq, Ledger)>) -> Result<Self, StoreError> {
        let mut state = Ledger::default();
        let (mut runs, mut before) = (Vec::new(), 0);
        let (mut lamport, mut at) = (0, DateTime::UNIX_EPOCH);
        let missing = salvage.missing();
        for (at_run, (first, last)) in missing.iter().enumerate() {
            let stretch = logged(salvage, before, *first)?;
            if let Some(line) = stretch.last() {
                (lamport, at) = (lamport_of(salvage, line.seq), line.at);
            }
            for line in &stretch {
                redo(line, &mut state);
            }
            let until = missing.get(at_run + 1).map_or(u64::MAX, |(next, _)| *next);
            at = salvage.broken(*first, *last).find_map(|broken| broken.at).unwrap_or(at);
            // What is known says of the lines up to its own number what they made, whatever else is read of them.
            let known = known.filter(|(seq, _)| (*first..until).contains(&seq.0));
            let mut edits = match known {
                Some((seq, known)) => {
                    let behind = logged(salvage, last + 1, seq.0 + 1)?;
                    said_by(known, &state, &behind)
                }
                None => Vec::new(),
            };
            put(&edits, &mut state);
            let from = known.map_or(*first, |(seq, _)| seq.0 + 1);
            let doubtful = salvage.broken(from, *last).flat_map(|broken| &broken.edits);
            edits.extend(said_doubtfully(doubtful, &mut state));
            let later = said_later(&logged(salvage, last + 1, until)?, &state);
            put(&later, &mut state);
            edits.extend(later);
            runs.push(Run { first: *first, last: *last, lamport, at, edits });
            before = last + 1;
        }
        Ok(Self { replica, runs })
    }

    /// Puts lines in the place of the lost ones; gives the names of the records they change.
    fn fill(self, salvage: &mut Salvage) -> Vec<String> {
        let all = names(self.runs.iter().flat_map(|run| &run.edits));
        for run in self.runs {
            let mut edits = run.edits;
            for seq in run.first..=run.last {
                let what = some_of(&names(&edits), Lang::Zh);
                let change = Change { act: Act { verb: Verb::Lost, what }, edits: std::mem::take(&mut edits) };
                let head = Head { v: VERSION, replica: self.replica, seq: Seq(seq), lamport: run.lamport };
                let logged = Logged { seq: Seq(seq), at: run.at, by: String::new(), change, undoes: None };
                salvage.lines.insert(seq, line::write(head, &logged, &[]));
            }
        }
        all
    }
}

/// The changes from `from` up to but not including `end`.
fn logged(salvage: &Salvage, from: u64, end: u64) -> Result<Vec<Logged>, StoreError> {
    let lines = salvage.lines.range(from..end.max(from));
    lines.map(|(seq, json)| line::read(json).map_err(|_| StoreError::NoChange(*seq))).collect()
}

fn lamport_of(salvage: &Salvage, seq: Seq) -> u64 {
    let json = salvage.lines.get(&seq.0);
    json.and_then(|json| line::head(json).ok()).map_or(0, |head| head.lamport)
}

/// What makes `known` of `state`, but for what the lines `behind` make.
fn said_by(known: &Ledger, state: &Ledger, behind: &[Logged]) -> Vec<Edit> {
    let mut state = state.clone();
    for line in behind {
        redo(line, &mut state);
    }
    differences(&state, known)
}

/// What lines whose checksum is wrong say, done to `state`.
fn said_doubtfully<'a>(edits: impl Iterator<Item = &'a Edit>, state: &mut Ledger) -> Vec<Edit> {
    let said = edits.map(|edit| {
        let old = edit.key.get(state);
        edit.key.put(edit.new.clone(), state).expect("key and record were read from one edit");
        Edit { old, ..edit.clone() }
    });
    said.collect()
}

/// What the edits of `later` say of their records as they were before, where `state` says something else.
fn said_later(later: &[Logged], state: &Ledger) -> Vec<Edit> {
    let mut seen: BTreeSet<&RecordKey> = BTreeSet::new();
    let mut said = Vec::new();
    for edit in later.iter().flat_map(|line| &line.change.edits) {
        let old = edit.key.get(state);
        if seen.insert(&edit.key) && old != edit.old {
            said.push(Edit { key: edit.key.clone(), old, new: edit.old.clone() });
        }
    }
    said
}

fn put(edits: &[Edit], state: &mut Ledger) {
    for edit in edits {
        edit.key.put(edit.new.clone(), state).expect("key and record were read from one edit");
    }
}

/// Writes the segments that are not whole anew; gives where the damaged ones are kept.
fn rewrite(disk: &dyn Disk, dir: &Path, salvage: &Salvage) -> Result<Vec<PathBuf>, StoreError> {
    let journal = dir.join(JOURNAL);
    let first = salvage.segments.first().map_or(salvage.last() + 1, |span| span.segment.first.0);
    if first > 1 {
        let segment = Segment::new(&journal, Seq(1));
        write(disk, &segment, &salvage.file(1, first))?;
    }
    let hurt = salvage.segments.iter().filter(|span| !span.whole);
    hurt.map(|span| replace_hurt(disk, &journal, span, salvage)).collect()
}

/// The damaged bytes are copied before the new file takes their place, so that no cut leaves neither.
fn replace_hurt(disk: &dyn Disk, journal: &Path, span: &Span, salvage: &Salvage) -> Result<PathBuf, StoreError> {
    let (old, first) = (&span.segment, span.segment.first);
    let failed = |error| StoreError::io(Doing::Opening, &old.path, &error);
    let bytes = disk.read(&old.path).map_err(failed)?;
    let kept = aside(old, "damaged", &bytes);
    replace(disk, &kept, &bytes).map_err(failed)?;
    let end = span.end.map_or(salvage.last() + 1, |end| end.0);
    write(disk, &Segment::new(journal, first), &salvage.file(first.0, end))?;
    if old.packed {
        // The plain form counts already.
        disk.remove(&old.path).and_then(|()| disk.sync_dir(journal)).map_err(failed)?;
    }
    Ok(kept)
}

fn write(disk: &dyn Disk, segment: &Segment, bytes: &[u8]) -> Result<(), StoreError> {
    replace(disk, &segment.path, bytes).map_err(|error| StoreError::io(Doing::Opening, &segment.path, &error))
}
