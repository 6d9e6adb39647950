//! Backups: everything in one file, JSON Lines compressed, read back and verified before it gets its name.
//!
//! A header says which ledger and up to which change; then come all records, then all changes as the journal has them;
//! a trailer counts them and sums their checksums. An export has the same lines, not compressed.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::Seq;
use super::disk::{Disk, DiskFile, FoundKind, put_in_place};
use super::error::{Doing, StoreError};
use super::line::{self, puts};
use super::record::Tree;
use super::unfit::Unfit;
use super::walk::walk;

/// The form of the file; a newer one is refused.
const FORM: u32 = 1;

/// How a compressed file begins.
const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// A backup that was read whole and found right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// The number of the last change in it.
    pub seq: Seq,
    /// When that change was made.
    pub at: DateTime<Utc>,
    /// How many records it holds.
    pub records: u64,
    /// How many changes.
    pub changes: u64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Header {
    #[serde(rename = "taizhang")]
    form: u32,
    seq: Seq,
    at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Trailer {
    records: u64,
    changes: u64,
    sum: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Row<'a> {
    Record {
        tree: Tree,
        key: String,
        #[serde(borrow)]
        value: &'a RawValue,
    },
    #[serde(borrow)]
    Change(&'a RawValue),
    End(Trailer),
}

/// Writes the rows of a backup.
pub(super) struct Writer<W> {
    to: W,
    trailer: Trailer,
}

impl<W: Write> Writer<W> {
    /// Begins one that ends with the change `seq`, made `at`.
    pub(super) fn begin(to: W, seq: Seq, at: DateTime<Utc>) -> io::Result<Self> {
        let mut writer = Self { to, trailer: Trailer::default() };
        writer.row(&Header { form: FORM, seq, at })?;
        Ok(writer)
    }

    /// Writes a record as the database has it.
    pub(super) fn record(&mut self, tree: Tree, key: &str, value: &[u8]) -> io::Result<()> {
        self.trailer.records += 1;
        self.row(&Row::Record { tree, key: key.to_owned(), value: raw(value)? })
    }

    /// Writes a change as the journal has it.
    pub(super) fn change(&mut self, json: &[u8]) -> io::Result<()> {
        self.trailer.changes += 1;
        self.row(&Row::Change(raw(json)?))
    }

    /// Writes the trailer.
    pub(super) fn end(mut self) -> io::Result<W> {
        let trailer = Row::End(self.trailer);
        self.row(&trailer)?;
        Ok(self.to)
    }

    fn row(&mut self, row: &impl Serialize) -> io::Result<()> {
        let mut line = serde_json::to_vec(row)?;
        self.trailer.sum = self.trailer.sum.wrapping_add(u64::from(crc32c::crc32c(&line)));
        line.push(b'\n');
        self.to.write_all(&line)
    }
}

fn raw(json: &[u8]) -> io::Result<&RawValue> {
    Ok(serde_json::from_slice(json)?)
}

/// Whether a file is compressed: a backup is, an export is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Packed,
    Plain,
}

/// Writes the backup with these rows to `path`; it gets that name when it was read back and is right.
pub(super) fn make(
    disk: &dyn Disk,
    path: &Path,
    form: Form,
    (seq, at): (Seq, DateTime<Utc>),
    rows: impl FnOnce(&mut Writer<&mut dyn Write>) -> Result<(), StoreError>,
) -> Result<Backup, StoreError> {
    let failed = |error| StoreError::io(Doing::BackingUp, path, &error);
    let new = unfinished(path);
    if disk.look(&new).map_err(failed)?.is_some() {
        disk.remove(&new).map_err(failed)?;
    }
    let mut file = ToDisk(disk.create(&new).map_err(failed)?);
    let made = match form {
        Form::Packed => pack(&mut file, path, |to| write(to, path, (seq, at), rows)),
        Form::Plain => buffer(&mut file, path, |to| write(to, path, (seq, at), rows)),
    };
    let found = made.and_then(|()| file.0.sync().map_err(failed)).and_then(|()| verified(disk, &new));
    match found.and_then(|found| put_in_place(disk, &new, path).map_err(failed).map(|()| found)) {
        Ok(found) => Ok(Backup { path: path.to_owned(), ..found }),
        Err(error) => {
            let _ = disk.remove(&new);
            Err(error)
        }
    }
}

/// What the file is called until it is whole: a name that nobody else uses, as the user chooses the folder.
fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".taizhang-new");
    PathBuf::from(name)
}

fn write(
    to: &mut dyn Write,
    path: &Path,
    (seq, at): (Seq, DateTime<Utc>),
    rows: impl FnOnce(&mut Writer<&mut dyn Write>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let failed = |error: io::Error| StoreError::io(Doing::BackingUp, path, &error);
    let mut writer = Writer::begin(to, seq, at).map_err(failed)?;
    rows(&mut writer)?;
    writer.end().and_then(Write::flush).map_err(failed)
}

fn pack(
    file: &mut ToDisk,
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let failed = |error: io::Error| StoreError::io(Doing::BackingUp, path, &error);
    let mut encoder = zstd::Encoder::new(file, 3).map_err(failed)?;
    encoder.include_checksum(true).map_err(failed)?;
    write(&mut encoder)?;
    encoder.finish().map(drop).map_err(failed)
}

fn buffer(
    file: &mut ToDisk,
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut buffer = BufWriter::new(file);
    write(&mut buffer)?;
    buffer.flush().map_err(|error| StoreError::io(Doing::BackingUp, path, &error))
}

/// A file of the disk as something to write to.
struct ToDisk(Box<dyn DiskFile>);

impl Write for ToDisk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// All that the journal of the ledger in `dir` tells, as rows: needs neither lock nor database.
pub(super) fn fill_from_journal<W: Write>(
    disk: &dyn Disk,
    dir: &Path,
    upto: Seq,
    writer: &mut Writer<W>,
) -> Result<(), StoreError> {
    let failed = |error: io::Error| StoreError::io(Doing::BackingUp, dir, &error);
    let mut records = BTreeMap::new();
    walk(disk, dir, Seq(0), |line| {
        let edits = if line.seq <= upto { puts(&line.read()?.change)? } else { Vec::new() };
        for (tree, key, value) in edits {
            match value {
                Some(value) => records.insert((tree, key), value),
                None => records.remove(&(tree, key)),
            };
        }
        Ok(())
    })?;
    for ((tree, key), value) in &records {
        writer.record(*tree, key, value).map_err(failed)?;
    }
    fill_changes(disk, dir, upto, writer)
}

/// The changes up to `upto`, as rows.
pub(super) fn fill_changes<W: Write>(
    disk: &dyn Disk,
    dir: &Path,
    upto: Seq,
    writer: &mut Writer<W>,
) -> Result<(), StoreError> {
    let failed = |error: io::Error| StoreError::io(Doing::BackingUp, dir, &error);
    walk(disk, dir, Seq(0), |line| if line.seq <= upto { writer.change(line.json).map_err(failed) } else { Ok(()) })
}

/// Reads the backup at `path` whole; an error unless all of it is right.
pub(super) fn verified(disk: &dyn Disk, path: &Path) -> Result<Backup, StoreError> {
    read(disk, path, |_| Ok(()))
}

/// The bytes of a file; a device would give them without end, and a pipe never.
fn bytes_of(disk: &dyn Disk, path: &Path) -> Result<Vec<u8>, StoreError> {
    let failed = |error| StoreError::io(Doing::Reading, path, &error);
    match disk.look(path).map_err(failed)?.map(|found| found.kind) {
        None => Err(StoreError::Unfit(Unfit::Missing(path.to_owned()))),
        Some(FoundKind::Dir | FoundKind::Other) => Err(StoreError::Unfit(Unfit::NoFile(path.to_owned()))),
        Some(FoundKind::File | FoundKind::Link) => disk.read(path).map_err(failed),
    }
}

/// Reads the backup at `path`, giving each change as the journal had it; what was given counts only if this
/// returns `Ok`.
pub(super) fn read(
    disk: &dyn Disk,
    path: &Path,
    mut each: impl FnMut(&[u8]) -> Result<(), StoreError>,
) -> Result<Backup, StoreError> {
    let bytes = bytes_of(disk, path)?;
    let bad = || StoreError::BadBackup(path.to_owned());
    let plain: Box<dyn Read + '_> = if bytes.starts_with(&MAGIC) {
        Box::new(zstd::Decoder::new(&bytes[..]).map_err(|_| bad())?)
    } else {
        Box::new(&bytes[..])
    };
    let mut lines = BufReader::new(plain).split(b'\n');
    let mut next = || lines.next().transpose().map_err(|_| bad());
    let first = next()?.ok_or_else(bad)?;
    let header: Header = serde_json::from_slice(&first).map_err(|_| bad())?;
    if header.form > FORM {
        return Err(StoreError::Newer(path.to_owned()));
    }
    let mut found = Trailer { sum: u64::from(crc32c::crc32c(&first)), ..Trailer::default() };
    loop {
        let row = next()?.ok_or_else(bad)?;
        match serde_json::from_slice(&row).map_err(|_| bad())? {
            Row::End(trailer) if trailer == found && next()?.is_none() => break,
            Row::End(_) => return Err(bad()),
            Row::Record { .. } => found.records += 1,
            Row::Change(json) => {
                found.changes += 1;
                let json = json.get().as_bytes();
                let seq = line::head(json).map_err(|_| bad())?.seq;
                if seq.0 != found.changes {
                    return Err(bad());
                }
                each(json)?;
            }
        }
        found.sum = found.sum.wrapping_add(u64::from(crc32c::crc32c(&row)));
    }
    let whole = found.changes == header.seq.0;
    let backup = Backup {
        path: path.to_owned(),
        seq: header.seq,
        at: header.at,
        records: found.records,
        changes: found.changes,
    };
    whole.then_some(backup).ok_or_else(bad)
}
