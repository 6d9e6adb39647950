//! Backups of a ledger: made when due or when asked for, listed, and the old ones removed.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::Seq;
use super::backup::{self, Backup, Form, Writer};
use super::database::{Database, Failure};
use super::disk::{Disk, FoundKind};
use super::error::{Doing, StoreError, Trouble};
use super::guard::{BACKUP, remove_tree};
use super::headings::line_sum;
use super::journal::Journal;
use super::leftover::{KEPT, beside};
use super::line;
use super::rebuild::Aside;
use super::record::Tree;
use super::reserve;
use super::rotation::{Named, is_due, list, path_of, rotate};
use super::second;
use super::unfit::Unfit;
use super::walk::replay;

/// A backup of a ledger, as its name says, and read whole now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The number of its last change.
    pub seq: Seq,
    /// When that change was made.
    pub at: DateTime<Utc>,
    /// Where it is.
    pub path: PathBuf,
    /// What it holds, or why it is not good.
    pub found: Result<Backup, StoreError>,
}

/// Makes a backup of the ledger in `dir` up to the change `last`, if one is due; its records come from the database.
pub(super) fn make_due(
    disk: &dyn Disk,
    dir: &Path,
    last: (Seq, DateTime<Utc>),
    database: &Database,
) -> Result<(), StoreError> {
    if !is_due(list(disk, dir)?.last(), last.0, last.1) {
        return Ok(());
    }
    let path = place(disk, dir, last)?;
    backup::make(disk, &path, Form::Packed, last, |writer| {
        Tree::ALL.into_iter().try_for_each(|tree| fill_tree(database, tree, writer))?;
        backup::fill_changes(disk, dir, last.0, writer)
    })?;
    let _ = reserve::make(disk, dir);
    rotate(disk, &dir.join(BACKUP))?;
    remove_older(disk, dir)
}

/// Removes databases of older forms: they were kept until there was another backup.
fn remove_older(disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
    let failed = |error| StoreError::io(Doing::BackingUp, dir, &error);
    let names = disk.list(dir).map_err(failed)?;
    let mut older = names.iter().filter(|name| name.starts_with(Aside::Older.stem()));
    older.try_for_each(|name| remove_tree(disk, &dir.join(name))).map_err(failed)
}

fn fill_tree<W: Write>(database: &Database, tree: Tree, writer: &mut Writer<W>) -> Result<(), StoreError> {
    let mut written = Ok(());
    let scanned = database.scan(tree, 1000, |rows| {
        for (key, value) in rows {
            if written.is_ok() {
                written = writer.record(tree, &String::from_utf8_lossy(&key), &value);
            }
        }
    });
    written.map_err(|error| StoreError::io(Doing::BackingUp, Path::new(BACKUP), &error))?;
    scanned.map_err(|failure| {
        let trouble = match failure {
            Failure::Unusable(trouble) => trouble,
            Failure::Damaged | Failure::Older | Failure::Foreign => Trouble::Other("sled".into()),
        };
        StoreError::Io { doing: Doing::BackingUp, path: BACKUP.into(), trouble }
    })
}

/// Makes a backup from the journal alone, at `path` or among those of the ledger; neither lock nor database is needed.
pub(super) fn make(disk: &dyn Disk, dir: &Path, path: Option<&Path>) -> Result<Backup, StoreError> {
    let last = last(disk, dir)?;
    let path = match path {
        Some(path) => free(disk, dir, path, last.0)?.to_owned(),
        None => place(disk, dir, last)?,
    };
    backup::make(disk, &path, Form::Packed, last, |writer| backup::fill_from_journal(disk, dir, last.0, writer))
}

/// A place that the user chose takes a new backup, or replaces an older one of the same ledger, whose last change is
/// `last` now; anything else that is there stays.
fn free<'a>(disk: &dyn Disk, dir: &Path, path: &'a Path, last: Seq) -> Result<&'a Path, StoreError> {
    let failed = |error| StoreError::io(Doing::BackingUp, path, &error);
    if is_among(dir, path).map_err(failed)? {
        return Err(StoreError::Unfit(Unfit::Among(dir.to_owned())));
    }
    match disk.look(path).map_err(failed)?.map(|found| found.kind) {
        None => Ok(path),
        Some(FoundKind::Link) => Err(StoreError::Unfit(Unfit::Link(path.to_owned()))),
        Some(FoundKind::Dir | FoundKind::Other) => Err(StoreError::Unfit(Unfit::NoFile(path.to_owned()))),
        Some(FoundKind::File) => match end_of(disk, path) {
            Err(_) => Err(failed(std::io::ErrorKind::AlreadyExists.into())),
            Ok((seq, sum)) if seq <= last && (seq == Seq(0) || line_sum(disk, dir, seq) == sum) => Ok(path),
            Ok(_) => Err(StoreError::Unfit(Unfit::Foreign(path.to_owned()))),
        },
    }
}

/// Whether a path leads among the files of the ledger in `dir`; its folder of backups takes more of them.
fn is_among(dir: &Path, path: &Path) -> std::io::Result<bool> {
    let (dir, path) = (std::path::absolute(dir)?, std::path::absolute(path)?);
    Ok(path.starts_with(&dir) && path.parent() != Some(dir.join(BACKUP).as_path()))
}

/// The number of the last change of a backup, and the checksum of its line.
fn end_of(disk: &dyn Disk, path: &Path) -> Result<(Seq, Option<u32>), StoreError> {
    let mut sum = None;
    let found = backup::read(disk, path, |json| {
        sum = Some(crc32c::crc32c(json));
        Ok(())
    })?;
    Ok((found.seq, sum))
}

/// Writes everything in the ledger, as rows of JSON.
pub(super) fn export(disk: &dyn Disk, dir: &Path, to: &mut dyn Write) -> Result<(), StoreError> {
    let failed = |error: std::io::Error| StoreError::io(Doing::BackingUp, dir, &error);
    let (seq, at) = last(disk, dir)?;
    let mut writer = Writer::begin(to, seq, at).map_err(failed)?;
    backup::fill_from_journal(disk, dir, seq, &mut writer)?;
    writer.end().map(drop).map_err(failed)
}

/// The same into a file, which is read back before it gets its name and then replaces what is there.
pub(super) fn export_file(disk: &dyn Disk, dir: &Path, path: &Path) -> Result<(), StoreError> {
    let last = last(disk, dir)?;
    let rows = |writer: &mut Writer<&mut dyn Write>| backup::fill_from_journal(disk, dir, last.0, writer);
    backup::make(disk, path, Form::Plain, last, rows).map(drop)
}

/// The backups of the ledger in `dir`, in both folders, oldest first, each read whole.
pub(super) fn all(disk: &dyn Disk, dir: &Path) -> Result<Vec<Listed>, StoreError> {
    Ok(listed(disk, named(disk, dir)?))
}

/// The backups of the ledgers that restores into `dir` have kept beside it, each read whole.
pub(super) fn kept(disk: &dyn Disk, dir: &Path) -> Vec<Listed> {
    let kept = beside(disk, dir, KEPT);
    kept.iter().flat_map(|kept| listed(disk, list(disk, kept).unwrap_or_default())).collect()
}

fn listed(disk: &dyn Disk, named: Vec<Named>) -> Vec<Listed> {
    let read = |Named { seq, at, path }| Listed { seq, at, found: backup::verified(disk, &path), path };
    named.into_iter().map(read).collect()
}

/// Gives a damaged backup a name by which it is not taken for one.
pub(super) fn set_aside(disk: &dyn Disk, path: &Path) -> Result<PathBuf, StoreError> {
    let failed = |error| StoreError::io(Doing::BackingUp, path, &error);
    for n in 1.. {
        let mut aside = path.as_os_str().to_owned();
        aside.push(format!(".damaged-{n}"));
        let aside = PathBuf::from(aside);
        if disk.look(&aside).map_err(failed)?.is_none() {
            disk.rename(path, &aside).map_err(failed)?;
            // Some shares cannot sync a directory; the old name would only be found damaged again.
            let _ = path.parent().map(|folder| disk.sync_dir(folder));
            return Ok(aside);
        }
    }
    unreachable!("some number is free")
}

/// Whether a backup in the ledger's own directory goes on behind `last`, the end of the journal: it has lost its end.
pub(super) fn is_ahead(disk: &dyn Disk, dir: &Path, last: Seq) -> Result<bool, StoreError> {
    Ok(list(disk, dir)?.iter().rev().any(|named| goes_on(disk, dir, named, last)))
}

/// Whether a backup is whole, of this ledger, and has changes behind `last`.
pub(super) fn goes_on(disk: &dyn Disk, dir: &Path, named: &Named, last: Seq) -> bool {
    if named.seq <= last {
        return false;
    }
    let (ours, mut theirs) = (line_sum(disk, dir, last), None);
    let read = backup::read(disk, &named.path, |json| {
        if line::head(json).is_ok_and(|head| head.seq == last) {
            theirs = Some(crc32c::crc32c(json));
        }
        Ok(())
    });
    read.is_ok() && (last == Seq(0) || theirs.is_some() && theirs == ours)
}

/// The names of the backups in both folders, oldest first.
pub(super) fn named(disk: &dyn Disk, dir: &Path) -> Result<Vec<Named>, StoreError> {
    let mut all = list(disk, dir)?;
    all.extend(second::list(disk, dir));
    all.sort();
    Ok(all)
}

/// The last change of the journal and when it was made.
fn last(disk: &dyn Disk, dir: &Path) -> Result<(Seq, DateTime<Utc>), StoreError> {
    let seq = Journal::last_of(disk, dir)?;
    let mut at = DateTime::UNIX_EPOCH;
    replay(disk, dir, Seq(seq.0.saturating_sub(1)), |logged, _| at = logged.at)?;
    Ok((seq, at))
}

fn place(disk: &dyn Disk, dir: &Path, (seq, at): (Seq, DateTime<Utc>)) -> Result<PathBuf, StoreError> {
    let folder = dir.join(BACKUP);
    let failed = |error| StoreError::io(Doing::BackingUp, &folder, &error);
    match disk.look(&folder).map_err(failed)?.map(|found| found.kind) {
        // A directory that was moved away under the program is not made anew in its place.
        None if disk.look(dir).map_err(failed)?.is_none() => return Err(failed(std::io::ErrorKind::NotFound.into())),
        None => disk.make_dir(&folder).and_then(|()| disk.sync_dir(dir)).map_err(failed)?,
        Some(FoundKind::Link) => return Err(StoreError::Link(folder)),
        Some(_) => {}
    }
    Ok(path_of(dir, seq, at))
}
