//! The segments of the journal, as files: their names, their lines and the end of the newest.
//!
//! A closed segment is compressed; while both forms are there, the plain one counts.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, FoundKind};
use super::error::{Doing, StoreError};
use super::pack::{Unpacked, unpacked};
use super::walk::branch;
use super::{Seq, broken};

/// The directory of the journal.
pub(super) const JOURNAL: &str = "journal";

/// How a segment's name ends.
const ENDING: &str = ".jsonl";

/// What a compressed one has behind that.
const PACKED: &str = ".zst";

/// How much of a segment's end is read at first.
const FIRST_LOOK: u64 = 64 << 10;

/// A file of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// The number of its first line.
    pub(super) first: Seq,
    /// Where it is.
    pub(super) path: PathBuf,
    /// Whether it is compressed.
    pub(super) packed: bool,
}

/// A segment's bytes, its lines checked.
pub(super) struct Lines {
    bytes: Vec<u8>,
    /// Where the lines begin, and behind them where the last one ends.
    pub(super) starts: Vec<usize>,
    /// Whether the bytes are all; what is compressed may be damaged further on.
    whole: bool,
}

/// The end of a segment.
pub(super) struct Tail {
    /// The JSON of the last good line; none: the segment has no line.
    pub(super) last: Option<Vec<u8>>,
    /// Where it ends.
    pub(super) good: u64,
    /// Where the file ends; more than `good`: the last write was torn.
    pub(super) len: u64,
}

impl Segment {
    /// The segment of `journal` that begins with `first`, not compressed.
    pub(super) fn new(journal: &Path, first: Seq) -> Self {
        Self { first, path: journal.join(format!("{:020}{ENDING}", first.0)), packed: false }
    }

    /// Reads a segment's name.
    fn named(journal: &Path, name: &str) -> Option<Self> {
        let (plain, packed) = name.strip_suffix(PACKED).map_or((name, false), |plain| (plain, true));
        let digits = plain.strip_suffix(ENDING).filter(|digits| digits.len() == 20)?;
        Some(Self { first: Seq(digits.parse().ok()?), path: journal.join(name), packed })
    }

    /// Where its compressed form is.
    pub(super) fn packed_path(&self) -> PathBuf {
        if self.packed { self.path.clone() } else { with_suffix(&self.path, PACKED) }
    }

    /// Its bytes, decompressed.
    fn bytes(&self, disk: &dyn Disk) -> io::Result<Unpacked> {
        if !self.packed {
            match disk.read(&self.path) {
                // The program that holds the ledger has just compressed it.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                read => return read.map(|bytes| Unpacked { bytes: ended(bytes), whole: true }),
            }
        }
        Ok(unpacked(&disk.read(&self.packed_path())?))
    }

    /// Reads its lines up to `end`, where the next segment begins: what stands behind them was never confirmed. In
    /// the newest segment an unfinished last line is left out. Any other damage is an error.
    pub(super) fn lines(&self, disk: &dyn Disk, end: Option<Seq>) -> Result<Lines, StoreError> {
        let lines = self.good_lines(disk, end)?;
        let rest = &lines.bytes[lines.end()..];
        let all = end.is_some_and(|end| self.first.0 + lines.len() as u64 >= end.0);
        let torn = end.is_none() && !self.packed && is_torn(rest);
        // One line may stand behind the end, which a failed sync left there; more are of another branch.
        let mut behind = rest.split_inclusive(|byte| *byte == b'\n').filter_map(|line| line.strip_suffix(b"\n"));
        if let Some(line) = behind.by_ref().filter(|line| all && is_right(line)).nth(1) {
            return Err(branch(self, lines.len() + 1, &line[9..]));
        }
        if all || torn || (rest.is_empty() && lines.whole) {
            Ok(lines)
        } else {
            Err(StoreError::Damaged { file: self.path.clone(), line: lines.starts.len() })
        }
    }

    /// Reads its lines up to `end` or the first damaged one.
    fn good_lines(&self, disk: &dyn Disk, end: Option<Seq>) -> Result<Lines, StoreError> {
        let found = self.bytes(disk).map_err(|error| StoreError::io(Doing::Reading, &self.path, &error))?;
        let most = end.map_or(usize::MAX, |end| end.0.saturating_sub(self.first.0) as usize);
        let mut starts = vec![0];
        while starts.len() <= most
            && let Some(end) = starts.last().and_then(|start| line_end(&found.bytes, *start))
        {
            starts.push(end);
        }
        Ok(Lines { bytes: found.bytes, starts, whole: found.whole })
    }

    /// Whether its last line is whole and right but for the line end: it was saved, and is kept.
    pub(super) fn lacks_end(&self, disk: &dyn Disk) -> Result<bool, StoreError> {
        let failed = |error| StoreError::io(Doing::Opening, &self.path, &error);
        let len = disk.look(&self.path).map_err(failed)?.map_or(0, |found| found.len);
        let mut look = FIRST_LOOK;
        loop {
            let from = len.saturating_sub(look);
            let bytes = disk.read_range(&self.path, from, (len - from) as usize).map_err(failed)?;
            match bytes.iter().rposition(|byte| *byte == b'\n') {
                Some(end) => return Ok(is_right(&bytes[end + 1..])),
                None if from == 0 => return Ok(is_right(&bytes)),
                None => look *= 4,
            }
        }
    }

    /// Every line in it as it stands there, right or wrong, the last one perhaps without an end.
    pub(super) fn raw_lines(&self, disk: &dyn Disk) -> Result<Vec<Vec<u8>>, StoreError> {
        let found = self.bytes(disk).map_err(|error| StoreError::io(Doing::Reading, &self.path, &error))?;
        Ok(found.bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect())
    }

    /// Reads its end only, however long the segment is, if it is not compressed.
    pub(super) fn tail(&self, disk: &dyn Disk) -> Result<Tail, StoreError> {
        if self.packed {
            let lines = self.lines(disk, None)?;
            let end = lines.end() as u64;
            return Ok(Tail { last: lines.last().map(<[u8]>::to_vec), good: end, len: end });
        }
        let failed = |error| StoreError::io(Doing::Opening, &self.path, &error);
        let len = disk.look(&self.path).map_err(failed)?.map_or(0, |found| found.len);
        let mut look = FIRST_LOOK;
        loop {
            let from = len.saturating_sub(look);
            let bytes = disk.read_range(&self.path, from, (len - from) as usize).map_err(failed)?;
            if let Some((last, good)) = last_line(&bytes, from == 0) {
                return Ok(Tail { last: last.map(<[u8]>::to_vec), good: from + good as u64, len });
            }
            if from == 0 {
                return self.tail_by_lines(disk, len);
            }
            look *= 4;
        }
    }

    // Reads the whole segment: it names the damaged line, or finds the end after all.
    fn tail_by_lines(&self, disk: &dyn Disk, len: u64) -> Result<Tail, StoreError> {
        let lines = self.lines(disk, None)?;
        Ok(Tail { last: lines.last().map(<[u8]>::to_vec), good: lines.end() as u64, len })
    }
}

impl Lines {
    /// How many.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The JSON of the line.
    pub(super) fn json(&self, at: usize) -> &[u8] {
        &self.bytes[self.starts[at] + 9..self.starts[at + 1] - 1]
    }

    /// The JSON of the last line.
    pub(super) fn last(&self) -> Option<&[u8]> {
        self.len().checked_sub(1).map(|at| self.json(at))
    }

    /// Where the last line ends.
    fn end(&self) -> usize {
        *self.starts.last().expect("the first line starts at 0")
    }
}

/// The segments of the ledger in `dir`, oldest first.
pub(super) fn segments(disk: &dyn Disk, dir: &Path) -> Result<Vec<Segment>, StoreError> {
    let journal = dir.join(JOURNAL);
    let failed = |error| StoreError::io(Doing::Reading, &journal, &error);
    match disk.look(&journal).map_err(failed)?.map(|found| found.kind) {
        None => return Ok(Vec::new()),
        Some(FoundKind::Dir) => {}
        Some(FoundKind::Link) => return Err(StoreError::Link(journal)),
        Some(_) => return Err(StoreError::NotDirectory(journal)),
    }
    let names = disk.list(&journal).map_err(failed)?;
    let mut all: Vec<_> = names.iter().filter_map(|name| Segment::named(&journal, name)).collect();
    // Both forms are there when the program died before it removed the plain one.
    all.sort_by_key(|segment| (segment.first, segment.packed));
    all.dedup_by_key(|segment| segment.first);
    Ok(all)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// A line as it is written: `<crc32c of the JSON, 8 hex> <json>`.
pub(super) fn framed(json: &[u8]) -> Vec<u8> {
    let mut line = format!("{:08x} ", crc32c::crc32c(json)).into_bytes();
    line.extend_from_slice(json);
    line.push(b'\n');
    line
}

/// Where the line that starts at `start` ends, when it is whole and right.
fn line_end(bytes: &[u8], start: usize) -> Option<usize> {
    let rest = &bytes[start..];
    let length = rest.iter().position(|byte| *byte == b'\n')?;
    is_right(&rest[..length]).then_some(start + length + 1)
}

/// The bytes of a segment, a last line that is whole but for its end given one.
fn ended(mut bytes: Vec<u8>) -> Vec<u8> {
    let start = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    if is_right(&bytes[start..]) {
        bytes.push(b'\n');
    }
    bytes
}

/// Whether the checksum of a line is that of its JSON.
pub(super) fn is_right(line: &[u8]) -> bool {
    let Some((sum, json)) = line.split_at_checked(9) else { return false };
    let sum = std::str::from_utf8(sum).ok().and_then(|sum| sum.strip_suffix(' '));
    sum.and_then(|sum| u32::from_str_radix(sum, 16).ok()) == Some(crc32c::crc32c(json))
}

/// Whether what follows the last good line is one unfinished line: its end may be there, nothing comes after it, and
/// it says nothing that was saved once.
pub(super) fn is_torn(rest: &[u8]) -> bool {
    let is_one = rest.iter().position(|byte| *byte == b'\n').is_none_or(|at| at + 1 == rest.len());
    is_one && !broken::was_saved(rest)
}

/// The last good line in the end of a segment and where it ends; none: more of the segment must be seen.
fn last_line(bytes: &[u8], whole: bool) -> Option<(Option<&[u8]>, usize)> {
    let ended = |end: usize| bytes[..end].iter().rposition(|byte| *byte == b'\n');
    let Some(end) = ended(bytes.len()) else { return whole.then_some((None, 0)) };
    if let Some(line) = right_line(bytes, end, whole) {
        return Some((Some(line), end + 1));
    }
    if end + 1 < bytes.len() {
        return None;
    }
    match ended(end) {
        Some(before) => right_line(bytes, before, whole).map(|line| (Some(line), before + 1)),
        None => whole.then_some((None, 0)),
    }
}

/// The JSON of the line that ends at the newline `end`, when the line is whole and right.
fn right_line(bytes: &[u8], end: usize, whole: bool) -> Option<&[u8]> {
    let start = match bytes[..end].iter().rposition(|byte| *byte == b'\n') {
        Some(before) => before + 1,
        None if whole => 0,
        None => return None,
    };
    is_right(&bytes[start..end]).then(|| &bytes[start + 9..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two() -> (Vec<u8>, usize) {
        let first = framed(b"{\"a\":1}");
        let length = first.len();
        ([first, framed(b"{\"b\":2}")].concat(), length)
    }

    #[test]
    fn a_line_carries_the_sum_of_its_json() {
        assert_eq!(framed(b"123456789"), b"e3069283 123456789\n");
    }

    #[test]
    fn the_last_line_is_found_whatever_is_torn_behind_it() {
        let (bytes, _) = two();
        for torn in [&b""[..], b"0", b"deadbeef {\"half", b"deadbeef {}\n", b"\0\0\0\0"] {
            let all = [&bytes, torn].concat();
            assert_eq!(last_line(&all, true), Some((Some(&b"{\"b\":2}"[..]), bytes.len())), "{torn:?}");
        }
    }

    #[test]
    fn a_view_that_begins_within_the_last_line_is_too_short() {
        let (bytes, first) = two();
        assert_eq!(last_line(&bytes[first + 3..], false), None);
        assert_eq!(last_line(&bytes[first..], false), None);
        assert!(last_line(&bytes[first - 1..], false).is_some());
    }

    #[test]
    fn a_segment_of_one_torn_line_has_none() {
        assert_eq!(last_line(b"dead", true), Some((None, 0)));
        assert_eq!(last_line(b"", true), Some((None, 0)));
    }

    #[test]
    fn only_the_end_is_torn() {
        assert!(is_torn(b"deadbeef {}"));
        assert!(is_torn(b"deadbeef {}\n"));
        assert!(!is_torn(&[b"deadbeef {}\n".to_vec(), framed(b"{}")].concat()));
    }
}
