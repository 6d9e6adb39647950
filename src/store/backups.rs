//! Backups of a ledger: made when due or when asked for, listed, and the old ones removed.

use std::io::Write;
use std::path::Path;

use chrono::{DateTime, Utc};

use super::Seq;
use super::backup::{self, Backup, Writer};
use super::database::{Database, Failure};
use super::disk::Disk;
use super::error::{Doing, StoreError, Trouble};
use super::guard::BACKUP;
use super::journal::{Journal, replay};
use super::notice::Notice;
use super::record::Tree;
use super::reserve;
use super::rotation::{Named, is_due, list, path_of, rotate};
use super::second;

/// A backup in a ledger's directory: verified now, or why it is not good.
pub type Listed = Result<Backup, StoreError>;

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
    backup::make(disk, &path, last, |writer| {
        Tree::ALL.into_iter().try_for_each(|tree| fill_tree(database, tree, writer))?;
        backup::fill_changes(disk, dir, last.0, writer)
    })?;
    let _ = reserve::make(disk, dir);
    rotate(disk, &dir.join(BACKUP))
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
            Failure::Damaged => Trouble::Other("sled".into()),
        };
        StoreError::Io { doing: Doing::BackingUp, path: BACKUP.into(), trouble }
    })
}

/// Makes a backup from the journal alone, at `path` or among those of the ledger; neither lock nor database is needed.
pub(super) fn make(disk: &dyn Disk, dir: &Path, path: Option<&Path>) -> Result<Backup, StoreError> {
    let last = last(disk, dir)?;
    let path = match path {
        Some(path) => path.to_owned(),
        None => place(disk, dir, last)?,
    };
    backup::make(disk, &path, last, |writer| backup::fill_from_journal(disk, dir, last.0, writer))
}

/// Makes a backup before the database gets another form; gives what should be said when there is none.
pub(super) fn before_migration(disk: &dyn Disk, dir: &Path) -> Option<Notice> {
    make(disk, dir, None).err().map(Notice::Unbacked)
}

/// Writes everything in the ledger, as rows of JSON.
pub(super) fn export(disk: &dyn Disk, dir: &Path, to: &mut dyn Write) -> Result<(), StoreError> {
    let failed = |error: std::io::Error| StoreError::io(Doing::BackingUp, dir, &error);
    let (seq, at) = last(disk, dir)?;
    let mut writer = Writer::begin(to, seq, at).map_err(failed)?;
    backup::fill_from_journal(disk, dir, seq, &mut writer)?;
    writer.end().map(drop).map_err(failed)
}

/// The backups of the ledger in `dir`, in both folders, oldest first, each read whole.
pub(super) fn all(disk: &dyn Disk, dir: &Path) -> Result<Vec<Listed>, StoreError> {
    Ok(named(disk, dir)?.iter().map(|named| backup::verified(disk, &named.path)).collect())
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

fn place(disk: &dyn Disk, dir: &Path, (seq, at): (Seq, DateTime<Utc>)) -> Result<std::path::PathBuf, StoreError> {
    let folder = dir.join(BACKUP);
    let failed = |error| StoreError::io(Doing::BackingUp, &folder, &error);
    if disk.look(&folder).map_err(failed)?.is_none() {
        disk.make_dir(&folder).and_then(|()| disk.sync_dir(dir)).map_err(failed)?;
    }
    Ok(path_of(dir, seq, at))
}
