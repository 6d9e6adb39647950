//! What can still be read of a damaged journal: every line that is whole, wherever it stands, and what the others say.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};

use super::Seq;
use super::broken::{Broken, corrected, sound};
use super::disk::Disk;
use super::error::StoreError;
use super::line::{self, LineError};
use super::segment::{Segment, segments};

/// What can be read of a journal.
#[derive(Debug, Default)]
pub(super) struct Salvage {
    /// The JSON of each whole line, by its number.
    pub(super) lines: BTreeMap<u64, Vec<u8>>,
    /// Lines that one byte had damaged, put right: they count where no other copy is whole.
    corrected: BTreeMap<u64, Vec<u8>>,
    /// Lines that are damaged more than that: what they say counts only where nothing else knows.
    broken: BTreeMap<u64, Vec<Broken>>,
    /// Whole lines whose number another line has.
    pub(super) apart: Vec<Vec<u8>>,
    /// The segments, oldest first.
    pub(super) segments: Vec<Span>,
    /// The number of the last line, if somebody else knows that the journal went so far.
    reached: u64,
}

/// A segment and the numbers of the lines that belong there.
#[derive(Debug)]
pub(super) struct Span {
    pub(super) segment: Segment,
    /// The number of the first line behind it; none: it is the newest.
    pub(super) end: Option<Seq>,
    /// Whether it holds its lines and nothing else.
    pub(super) whole: bool,
}

impl Salvage {
    /// Reads all segments of the ledger in `dir`; only what a newer program wrote is an error.
    pub(super) fn read(disk: &dyn Disk, dir: &Path) -> Result<Self, StoreError> {
        let all = segments(disk, dir)?;
        let ends = all.iter().skip(1).map(|next| Some(next.first)).chain([None]).collect::<Vec<_>>();
        let (mut salvage, mut behind) = (Self::default(), Vec::new());
        for (segment, end) in all.into_iter().zip(ends) {
            let whole = salvage.take(disk, &segment, end, &mut behind)?;
            salvage.segments.push(Span { segment, end, whole });
        }
        salvage.add_behind(behind);
        Ok(salvage)
    }

    /// Takes what a segment says; whether it holds its lines and nothing else. Whole lines behind its end that somebody
    /// else wrote go to `behind`.
    fn take(
        &mut self,
        disk: &dyn Disk,
        segment: &Segment,
        end: Option<Seq>,
        behind: &mut Vec<(u64, Vec<u8>)>,
    ) -> Result<bool, StoreError> {
        let (mut next, mut in_order) = (segment.first.0, true);
        let (mut gap, mut beyond) = (Vec::new(), Vec::new());
        for raw in segment.raw_lines(disk)? {
            let whole = sound(&raw);
            // What the newest segment ends with and was not written to its end was never confirmed.
            if whole.is_empty() && (raw.ends_with(b"\n") || end.is_some()) {
                gap.push(raw);
                continue;
            }
            for json in whole {
                let seq = match line::head(json) {
                    Ok(head) => head.seq.0,
                    Err(LineError::Newer) => return Err(StoreError::Newer(segment.path.clone())),
                    Err(LineError::Nonsense) => continue,
                };
                if end.is_some_and(|end| seq >= end.0) {
                    beyond.push((seq, json.to_vec()));
                    continue;
                }
                self.take_broken(&mut gap, next, seq);
                in_order &= seq == next;
                next = seq + 1;
                self.add(seq, json.to_vec());
            }
        }
        self.take_broken(&mut gap, next, end.map_or(u64::MAX, |end| end.0));
        // One line behind the end is what a failed sync left, and was never confirmed.
        if beyond.len() > 1 {
            behind.append(&mut beyond);
        }
        Ok(in_order && end.is_none_or(|end| next == end.0) && segment.lines(disk, end).is_ok())
    }

    /// Adds a whole line, apart when its number is taken by another.
    fn add(&mut self, seq: u64, json: Vec<u8>) {
        match self.lines.entry(seq) {
            Entry::Vacant(free) => drop(free.insert(json)),
            Entry::Occupied(taken) if *taken.get() != json => self.apart.push(json),
            Entry::Occupied(_) => {}
        }
    }

    /// Adds whole lines that stand behind the ends of their segments: all are apart when one contradicts the next segment.
    fn add_behind(&mut self, behind: Vec<(u64, Vec<u8>)>) {
        let is_taken = |(seq, json): &(u64, Vec<u8>)| self.lines.get(seq).is_some_and(|ours| ours != json);
        if behind.iter().any(is_taken) {
            let others = behind.into_iter().filter(|(seq, json)| self.lines.get(seq) != Some(json));
            self.apart.extend(others.map(|(_, json)| json));
        } else {
            for (seq, json) in behind {
                self.add(seq, json);
            }
        }
    }

    /// Reads the damaged lines that stand where those from `from` up to but not including `until` belong.
    fn take_broken(&mut self, gap: &mut Vec<Vec<u8>>, from: u64, until: u64) {
        let raws = std::mem::take(gap);
        // A byte that became a line end parts a line in two.
        let pairs = raws.windows(2).map(<[Vec<u8>]>::concat);
        for json in raws.iter().cloned().chain(pairs).filter_map(|raw| corrected(&raw)) {
            if let Ok(head) = line::head(&json) {
                self.corrected.insert(head.seq.0, json);
            }
        }
        for (place, raw) in (from..).zip(&raws).filter(|_| from < until) {
            let broken = Broken::read(raw);
            let said = broken.seq.filter(|seq| (from..until).contains(seq) && *seq < from + raws.len() as u64);
            if !broken.is_empty() {
                self.broken.entry(said.unwrap_or(place).min(until - 1)).or_default().push(broken);
            }
        }
    }

    /// Whether nothing is missing or damaged.
    pub(super) fn is_whole(&self) -> bool {
        self.missing().is_empty() && self.apart.is_empty() && self.segments.iter().all(|span| span.whole)
    }

    /// Puts the lines that could be put right in the places that are still free; gives how many.
    pub(super) fn fill_corrected(&mut self) -> u64 {
        let before = self.lines.len();
        for (seq, json) in std::mem::take(&mut self.corrected) {
            self.lines.entry(seq).or_insert(json);
        }
        (self.lines.len() - before) as u64
    }

    /// What the lines from `first` to `last` say, as far as they can be read.
    pub(super) fn broken(&self, first: u64, last: u64) -> impl Iterator<Item = &Broken> {
        self.broken.range(first..first.max(last + 1)).flat_map(|(_, broken)| broken)
    }

    /// Whether somebody who knows the checksums of the lines up to `seq` knows those of this journal: the last that is
    /// whole is compared. What cannot be told is believed.
    pub(super) fn agrees(&self, seq: Seq, sum_of: impl Fn(Seq) -> Option<u32>) -> bool {
        let last = self.lines.range(..=seq.0).next_back();
        last.is_none_or(|(seq, json)| sum_of(Seq(*seq)).is_none_or(|sum| sum == crc32c::crc32c(json)))
    }

    /// Takes note that the journal went as far as `seq`: the lines up to there are missing, not unwritten.
    pub(super) fn reach(&mut self, seq: u64) {
        self.reached = self.reached.max(seq);
    }

    /// The number of the last line, also when it is damaged.
    pub(super) fn last(&self) -> u64 {
        let keys = [self.lines.keys().next_back(), self.corrected.keys().next_back(), self.broken.keys().next_back()];
        keys.into_iter().flatten().max().copied().unwrap_or(0).max(self.reached)
    }

    /// The first and the last number of each run of missing lines up to the last one.
    pub(super) fn missing(&self) -> Vec<(u64, u64)> {
        let mut next = 1;
        let mut runs = Vec::new();
        for seq in self.lines.keys().copied().chain([self.last() + 1]) {
            if seq > next {
                runs.push((next, seq - 1));
            }
            next = seq + 1;
        }
        runs
    }

    /// Takes note that lines were added behind the last: the newest segment lacks them.
    pub(super) fn must_grow(&mut self) {
        if let Some(newest) = self.segments.last_mut() {
            newest.whole = false;
        }
    }

    /// The lines from `from` up to but not including `end`, framed as a file.
    pub(super) fn file(&self, from: u64, end: u64) -> Vec<u8> {
        self.lines.range(from..end).flat_map(|(_, json)| super::segment::framed(json)).collect()
    }
}

/// A name beside the segment for what is damaged: the same damage always gets the same name.
pub(super) fn aside(segment: &Segment, word: &str, bytes: &[u8]) -> PathBuf {
    segment.path.with_extension(format!("{word}-{:08x}", crc32c::crc32c(bytes)))
}
