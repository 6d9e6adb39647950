//! The journal: every change as a line, appended and durable before anyone is told that it is saved.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::{Disk, DiskFile};
use super::error::{Doing, StoreError, Trouble};
use super::guard::make_durable_dir;
use super::line::{self, Head};
use super::notice::Notice;
use super::reserve;
use super::segment::{JOURNAL, Segment, Tail, framed, is_torn, segments};
use super::walk::{unread, walk};
use super::{Logged, Seq};

/// A segment that has grown to so many bytes is closed.
pub(super) const LONGEST: u64 = 8 << 20;

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// The first number of its segment.
    pub(super) segment: Seq,
    /// Its first byte there.
    pub(super) offset: u64,
    /// The checksum of its JSON.
    pub(super) sum: u32,
}

/// The journal of an open ledger.
#[derive(Debug)]
pub(super) struct Journal {
    disk: Arc<dyn Disk>,
    dir: PathBuf,
    newest: Option<Newest>,
    last: Seq,
    lamport: u64,
    /// The checksum of the last line's JSON.
    sum: u32,
    stopped: bool,
    notices: Vec<Notice>,
    /// Where the lines of the newest segment begin, when it was asked for one.
    starts: HashMap<Seq, Vec<usize>>,
}

#[derive(Debug)]
struct Newest {
    segment: Segment,
    file: Box<dyn DiskFile>,
    len: u64,
}

/// A line that was not saved.
#[derive(Debug)]
struct Unsaved {
    error: StoreError,
    /// Whether its segment may hold some of it all the same.
    unsure: bool,
}

impl Journal {
    /// Opens the journal of the ledger in `dir`: only the end of its newest segment is read. A torn last line is cut.
    pub(super) fn open(disk: &Arc<dyn Disk>, dir: &Path) -> Result<(Self, Option<Notice>), StoreError> {
        let all = segments(&**disk, dir)?;
        let mut journal = Self {
            disk: Arc::clone(disk),
            dir: dir.to_owned(),
            newest: None,
            last: Seq(0),
            lamport: 0,
            sum: 0,
            stopped: false,
            notices: Vec::new(),
            starts: HashMap::new(),
        };
        let Some(segment) = all.last() else { return Ok((journal, None)) };
        if !segment.packed && segment.lacks_end(&**disk)? {
            end(&**disk, segment)?;
        }
        let tail = segment.tail(&**disk)?;
        match &tail.last {
            Some(json) => journal.note_head(segment, json)?,
            None => journal.note_before(&all)?,
        }
        if segment.packed {
            return Ok((journal, None));
        }
        let notice = if tail.good < tail.len { Some(cut(&**disk, segment, &tail)?) } else { None };
        let file = disk.append(&segment.path).map_err(|error| StoreError::io(Doing::Opening, &segment.path, &error))?;
        journal.newest = Some(Newest { segment: segment.clone(), file, len: tail.good });
        Ok((journal, notice))
    }

    /// The number of the last line of the ledger in `dir`, which may be open elsewhere: nothing is written.
    pub(super) fn last_of(disk: &dyn Disk, dir: &Path) -> Result<Seq, StoreError> {
        let mut last = Seq(0);
        let first = segments(disk, dir)?.last().map_or(Seq(1), |segment| segment.first);
        walk(disk, dir, Seq(first.0.saturating_sub(2)), |line| {
            last = line.seq;
            Ok(())
        })?;
        Ok(last)
    }

    /// The number of the last line; 0: there is none.
    pub(super) fn last(&self) -> Seq {
        self.last
    }

    /// The checksum of the last line; 0: there is none.
    pub(super) fn sum(&self) -> u32 {
        self.sum
    }

    /// The highest order number of its lines.
    pub(super) fn lamport(&self) -> u64 {
        self.lamport
    }

    /// Appends the line with the next number; when this returns `Ok`, it is on disk.
    pub(super) fn append(&mut self, head: Head, json: &[u8]) -> Result<Spot, StoreError> {
        debug_assert_eq!(head.seq.0, self.last.0 + 1, "numbers have no gaps");
        if self.stopped {
            return Err(StoreError::Stopped);
        }
        self.newest
            .as_ref()
            .map_or(Ok(()), |newest| newest.must_stand().and_then(|()| newest.must_end(&*self.disk)))?;
        let line = framed(json);
        let mut added = self.add(head.seq, &line);
        if added.as_ref().is_err_and(Unsaved::is_full) && reserve::free(&*self.disk, &self.dir) {
            added = self.add(head.seq, &line);
            self.notices.extend(added.is_ok().then_some(Notice::ReserveUsed));
        }
        if added.as_ref().is_err_and(|unsaved| unsaved.unsure) {
            added = self.add_anew(head.seq, &line);
        }
        let spot = added.map_err(|unsaved| unsaved.error)?;
        (self.last, self.lamport, self.sum) = (head.seq, head.lamport, crc32c::crc32c(json));
        Ok(Spot { sum: self.sum, ..spot })
    }

    /// What has happened since it was asked last that the user should know.
    pub(super) fn notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    fn add(&mut self, seq: Seq, line: &[u8]) -> Result<Spot, Unsaved> {
        let newest = self.room(seq).map_err(|error| Unsaved { error, unsure: false })?;
        let spot = Spot { segment: newest.segment.first, offset: newest.len, sum: 0 };
        newest.add(line).map(|()| spot)
    }

    /// After a failure that leaves unsure what the segment holds: a new one begins, whose name says where the old one
    /// ends. If that fails too, nothing more is written.
    fn add_anew(&mut self, seq: Seq, line: &[u8]) -> Result<Spot, Unsaved> {
        self.newest = None;
        let added = self.add(seq, line);
        match added {
            Ok(_) => self.notices.push(Notice::NewSegment),
            Err(_) => self.stopped = true,
        }
        added
    }

    /// Reads one line.
    pub(super) fn read(&mut self, seq: Seq) -> Result<Logged, StoreError> {
        if seq.0 == 0 || seq > self.last {
            return Err(StoreError::NoChange(seq.0));
        }
        let all = segments(&*self.disk, &self.dir)?;
        let at = all.partition_point(|segment| segment.first <= seq).checked_sub(1);
        let segment = &all[at.ok_or(StoreError::NoChange(seq.0))?];
        let index = (seq.0 - segment.first.0) as usize;
        let end = at.and_then(|at| all.get(at + 1)).map(|next| next.first);
        let damaged = || StoreError::Damaged { file: segment.path.clone(), line: index + 1 };
        // A closed segment may be compressed at any moment, and is read whole.
        if end.is_some() || segment.packed {
            let lines = segment.lines(&*self.disk, end)?;
            let json = (index < lines.len()).then(|| lines.json(index)).ok_or_else(damaged)?;
            return line::read(json).map_err(|error| unread(&error, segment, index));
        }
        if self.starts.get(&segment.first).is_none_or(|starts| index + 1 >= starts.len()) {
            let lines = segment.lines(&*self.disk, None)?;
            self.starts.insert(segment.first, lines.starts);
        }
        let starts = &self.starts[&segment.first];
        let (Some(from), Some(to)) = (starts.get(index), starts.get(index + 1)) else { return Err(damaged()) };
        let bytes = self.disk.read_range(&segment.path, *from as u64, to - from);
        let bytes = bytes.map_err(|error| StoreError::io(Doing::Reading, &segment.path, &error))?;
        let json = bytes.get(9..).ok_or_else(damaged)?;
        line::read(json).map_err(|error| unread(&error, segment, index))
    }

    fn note_head(&mut self, segment: &Segment, json: &[u8]) -> Result<(), StoreError> {
        // Where the line stands matters only when it cannot be read: then a newer program wrote it.
        let head = line::head(json).map_err(|_| StoreError::Newer(segment.path.clone()))?;
        (self.last, self.lamport, self.sum) = (head.seq, head.lamport, crc32c::crc32c(json));
        Ok(())
    }

    // The newest segment is still empty: the one before it has the last line.
    fn note_before(&mut self, all: &[Segment]) -> Result<(), StoreError> {
        let [.., before, newest] = all else { return Ok(()) };
        match before.lines(&*self.disk, Some(newest.first))?.last() {
            Some(json) => self.note_head(before, json),
            None => Err(StoreError::Gap { file: newest.path.clone(), line: 1 }),
        }
    }

    /// The segment that takes the line `next`; a new one when the present one is full.
    fn room(&mut self, next: Seq) -> Result<&mut Newest, StoreError> {
        if self.newest.as_ref().is_none_or(|newest| newest.len >= LONGEST) {
            let segment = Segment::new(&self.dir.join(JOURNAL), next);
            let file =
                begin(&*self.disk, &segment).map_err(|error| StoreError::io(Doing::Saving, &segment.path, &error))?;
            self.newest = Some(Newest { segment, file, len: 0 });
        }
        Ok(self.newest.as_mut().expect("a segment was just begun"))
    }
}

impl Newest {
    /// Adds a line, durably; failing, it takes the line back.
    fn add(&mut self, line: &[u8]) -> Result<(), Unsaved> {
        let failed = |error| StoreError::io(Doing::Saving, &self.segment.path, &error);
        if let Err(error) = self.file.write(line) {
            return Err(Unsaved { error: failed(error), unsure: self.file.cut(self.len).is_err() });
        }
        if let Err(error) = self.file.sync() {
            // Whether the line is on disk is unknown now, and a second sync would not tell.
            let _ = self.file.cut(self.len).and_then(|()| self.file.sync());
            return Err(Unsaved { error: failed(error), unsure: true });
        }
        // What is durable in a file that nobody finds any more is not saved.
        if let Err(error) = self.must_stand() {
            let _ = self.file.cut(self.len).and_then(|()| self.file.sync());
            return Err(Unsaved { error, unsure: false });
        }
        self.len += line.len() as u64;
        Ok(())
    }

    /// Refuses to go on when the open file is not the one that stands at its path.
    fn must_stand(&self) -> Result<(), StoreError> {
        match self.file.stands_at(&self.segment.path) {
            Ok(true) => Ok(()),
            Ok(false) => Err(StoreError::Gone(self.segment.path.clone())),
            Err(error) => Err(StoreError::io(Doing::Saving, &self.segment.path, &error)),
        }
    }
}

impl Newest {
    /// Refuses to go on when the file ends elsewhere than our last line: somebody else cut it or wrote to it.
    fn must_end(&self, disk: &dyn Disk) -> Result<(), StoreError> {
        let path = &self.segment.path;
        match disk.look(path).map_err(|error| StoreError::io(Doing::Saving, path, &error))? {
            Some(found) if found.len == self.len => Ok(()),
            _ => Err(StoreError::Altered(path.clone())),
        }
    }
}

impl Unsaved {
    fn is_full(&self) -> bool {
        matches!(&self.error, StoreError::Io { trouble: Trouble::Full, .. })
    }
}

fn begin(disk: &dyn Disk, segment: &Segment) -> std::io::Result<Box<dyn DiskFile>> {
    // A power cut while the ledger was made can leave FORMAT without the directory. Later it is not made anew: it was
    // there, and whoever took it away may bring it back.
    let is_first = segment.first == Seq(1);
    let missing = |journal: &&Path| is_first && matches!(disk.look(journal), Ok(None));
    if let Some(journal) = segment.path.parent().filter(missing) {
        make_durable_dir(disk, journal)?;
    }
    // An empty one is left over from a save that failed just here.
    if disk.look(&segment.path)?.is_some_and(|found| found.len == 0) {
        disk.remove(&segment.path)?;
    }
    let file = disk.create(&segment.path)?;
    segment.path.parent().map_or(Ok(()), |journal| disk.sync_dir(journal))?;
    Ok(file)
}

/// Ends the last line, which lacks nothing else.
fn end(disk: &dyn Disk, segment: &Segment) -> Result<(), StoreError> {
    let failed = |error| StoreError::io(Doing::Opening, &segment.path, &error);
    let mut file = disk.append(&segment.path).map_err(failed)?;
    file.write(b"\n").and_then(|()| file.sync()).map_err(failed)
}

/// Keeps what is torn in a side file, then cuts it off; what says something was saved once, and is damage.
fn cut(disk: &dyn Disk, segment: &Segment, tail: &Tail) -> Result<Notice, StoreError> {
    let failed = |error| StoreError::io(Doing::Opening, &segment.path, &error);
    let torn = disk.read_range(&segment.path, tail.good, (tail.len - tail.good) as usize).map_err(failed)?;
    if !is_torn(&torn) {
        return Err(segment
            .lines(disk, None)
            .err()
            .unwrap_or(StoreError::Damaged { file: segment.path.clone(), line: 1 }));
    }
    let aside = segment.path.with_extension(format!("torn-{}-{:08x}", tail.good, crc32c::crc32c(&torn)));
    super::disk::replace(disk, &aside, &torn).map_err(failed)?;
    let mut file = disk.append(&segment.path).map_err(failed)?;
    file.cut(tail.good).and_then(|()| file.sync()).map_err(failed)?;
    Ok(Notice::Torn { aside })
}
