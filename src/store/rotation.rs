//! Which backups are kept: the 10 newest, one a day for 30 days, one a month for 12 months, one of every year.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};

use super::Seq;
use super::disk::{Disk, FoundKind};
use super::error::{Doing, StoreError};
use super::guard::BACKUP;

/// How a backup's name ends.
const ENDING: &str = ".jsonl.zst";

/// How its time is written in its name.
const TIME: &str = "%Y%m%dT%H%M%SZ";

/// So many changes after the last backup the next one is due.
const CHANGES: u64 = 500;

/// A backup by its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Named {
    /// Its last change.
    pub(super) seq: Seq,
    /// When that was made.
    pub(super) at: DateTime<Utc>,
    /// Where it is.
    pub(super) path: PathBuf,
}

/// The place of the backup that ends with the change `seq`, made `at`.
pub(super) fn path_of(dir: &Path, seq: Seq, at: DateTime<Utc>) -> PathBuf {
    dir.join(BACKUP).join(format!("{}-{}{ENDING}", at.format(TIME), seq.0))
}

/// The backups in the ledger `dir`, oldest first.
pub(super) fn list(disk: &dyn Disk, dir: &Path) -> Result<Vec<Named>, StoreError> {
    let folder = dir.join(BACKUP);
    let failed = |error| StoreError::io(Doing::Reading, &folder, &error);
    match disk.look(&folder).map_err(failed)?.map(|found| found.kind) {
        Some(FoundKind::Link) => Err(StoreError::Link(folder)),
        _ => list_in(disk, &folder),
    }
}

/// The backups in `folder`, oldest first; none when there is no such folder.
pub(super) fn list_in(disk: &dyn Disk, folder: &Path) -> Result<Vec<Named>, StoreError> {
    let failed = |error| StoreError::io(Doing::Reading, folder, &error);
    if disk.look(folder).map_err(failed)?.is_none() {
        return Ok(Vec::new());
    }
    let names = disk.list(folder).map_err(failed)?;
    let mut all: Vec<_> = names.iter().filter_map(|name| named(folder, name)).collect();
    all.sort();
    Ok(all)
}

/// Removes those in `folder` that are kept no longer.
pub(super) fn rotate(disk: &dyn Disk, folder: &Path) -> Result<(), StoreError> {
    let all = list_in(disk, folder)?;
    let removed = surplus(&all).into_iter().try_for_each(|named| disk.remove(&named.path));
    removed.map_err(|error| StoreError::io(Doing::BackingUp, folder, &error))
}

fn named(folder: &Path, name: &str) -> Option<Named> {
    let (time, seq) = name.strip_suffix(ENDING)?.split_once('-')?;
    let at = NaiveDateTime::parse_from_str(time, TIME).ok()?.and_utc();
    Some(Named { seq: Seq(seq.parse().ok()?), at, path: folder.join(name) })
}

/// Whether a backup is due when the last change is `seq`, made `at`. The clock may run backwards.
pub(super) fn is_due(last: Option<&Named>, seq: Seq, at: DateTime<Utc>) -> bool {
    let Some(last) = last else { return seq > Seq(0) };
    let day = (at - last.at).abs() >= TimeDelta::days(1);
    seq > last.seq && (seq.0 - last.seq.0 >= CHANGES || day)
}

/// Those of `all`, oldest first, that go.
pub(super) fn surplus(all: &[Named]) -> Vec<&Named> {
    let day = |one: &Named| Some(i64::from(one.at.num_days_from_ce()));
    let month = |one: &Named| Some(i64::from(one.at.year()) * 12 + i64::from(one.at.month()));
    let year = |one: &Named| Some(i64::from(one.at.year()));
    let mut kept: BTreeSet<&Named> = all.iter().rev().take(10).collect();
    kept.extend(newest_of_each(all, day).take(30));
    kept.extend(newest_of_each(all, month).take(12));
    kept.extend(newest_of_each(all, year));
    all.iter().filter(|one| !kept.contains(one)).collect()
}

/// The newest of each span, newest span first.
fn newest_of_each(all: &[Named], span: impl Fn(&Named) -> Option<i64>) -> impl Iterator<Item = &Named> {
    let mut seen = BTreeSet::new();
    all.iter().rev().filter(move |one| seen.insert(span(one)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(seq: u64, hours: i64) -> Named {
        let at = DateTime::from_timestamp(1_600_000_000, 0).expect("an instant") + TimeDelta::hours(hours);
        let path = path_of(Path::new("台账"), Seq(seq), at);
        Named { seq: Seq(seq), at, path }
    }

    #[test]
    fn a_name_is_read_as_it_was_written() {
        let one = made(7, 0);
        let name = one.path.file_name().expect("a name").to_str().expect("text");
        assert_eq!(named(Path::new("台账/backup"), name), Some(one));
        assert_eq!(named(Path::new(""), "mine.jsonl.zst"), None);
    }

    #[test]
    fn one_is_due_after_500_changes_or_a_day_in_either_direction() {
        let last = made(100, 0);
        assert!(is_due(None, Seq(1), last.at) && !is_due(None, Seq(0), last.at));
        for (seq, hours, due) in [(100, 99, false), (101, 1, false), (600, 1, true), (101, 24, true), (101, -24, true)]
        {
            assert_eq!(is_due(Some(&last), Seq(seq), made(seq, hours).at), due, "{seq} {hours}");
        }
    }

    #[test]
    fn of_three_years_of_hourly_backups_few_are_kept() {
        let mut all: Vec<Named> = Vec::new();
        for hour in 0..3 * 365 * 24 {
            all.push(made(hour, hour.cast_signed()));
            let gone: Vec<Named> = surplus(&all).into_iter().cloned().collect();
            all.retain(|one| !gone.contains(one));
        }
        assert!((40..=56).contains(&all.len()), "{}", all.len());
        assert!(all.windows(2).all(|two| two[0].seq < two[1].seq));
        let years: BTreeSet<i32> = all.iter().map(|one| one.at.year()).collect();
        assert_eq!(years.len(), 4);
    }
}
