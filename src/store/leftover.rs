//! What a restore that was cut short left beside a ledger: it is finished when only names are missing, else cleared.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, FoundKind, above, put_in_place, replace};
use super::error::{Doing, StoreError};
use super::format::FORMAT;
use super::guard::{is_ours, remove_tree};
use super::lock::Lock;
use super::step::Step;
use super::unfit::Unfit;

/// What the new ledger is called until it is whole and takes its place.
pub(super) const RESTORING: &str = "restoring";

/// What the ledger is called that stood there.
pub(super) const KEPT: &str = "kept";

/// Says in the new ledger which one it replaces: the user's own files there are still to come over.
pub(super) const CARRY: &str = "carry-over";

/// Finishes a restore into `dir` that was cut short: the new ledger is whole, and lacks only its name or the user's own
/// files.
pub(super) fn finish(disk: &dyn Disk, dir: &Path) -> io::Result<Option<Step>> {
    if disk.look(dir)?.is_some() {
        carry_on(disk, dir)?;
        return Ok(None);
    }
    for new in beside(disk, dir, RESTORING) {
        // FORMAT is what is written last.
        if disk.look(&new.join(FORMAT))?.is_none() || is_in_work(disk, &new) {
            continue;
        }
        let kept = twin(&new, dir);
        put_in_place(disk, &new, dir)?;
        carry_on(disk, dir)?;
        let kept = kept.filter(|kept| matches!(disk.look(kept), Ok(Some(_))));
        return Ok(Some(Step::Finished { kept }));
    }
    Ok(None)
}

/// Removes what restores into `dir` left that were cut short, and says so. A restore that is under way is left alone.
pub(super) fn clear(disk: &dyn Disk, dir: &Path) -> Result<Vec<Step>, StoreError> {
    let mut steps = Vec::new();
    for left in left(disk, dir) {
        remove_tree(disk, &left).map_err(|error| StoreError::io(Doing::Restoring, &left, &error))?;
        steps.push(Step::Cleared(left));
    }
    Ok(steps)
}

/// What restores into `dir` left that were cut short.
pub(super) fn left(disk: &dyn Disk, dir: &Path) -> Vec<PathBuf> {
    let is_left = |path: &PathBuf| {
        let names = disk.list(path).unwrap_or_default();
        names.iter().all(|name| is_ours(name)) && !is_in_work(disk, path)
    };
    beside(disk, dir, RESTORING).into_iter().filter(is_left).collect()
}

/// What stands beside `dir`, which holds no ledger, and may be the ledger that is looked for.
pub(super) fn instead(disk: &dyn Disk, dir: &Path) -> Option<Unfit> {
    let kept = beside(disk, dir, KEPT).pop().map(Unfit::OnlyKept);
    kept.or_else(|| beside(disk, dir, RESTORING).pop().map(Unfit::HalfRestored))
}

/// Has the new ledger `new` remember that it replaces `kept`, whose files that are the user's own are to come over.
pub(super) fn remember(disk: &dyn Disk, new: &Path, kept: &Path) -> io::Result<()> {
    let name = kept.file_name().unwrap_or_default().to_string_lossy().into_owned();
    replace(disk, &new.join(CARRY), name.as_bytes())
}

/// Brings the user's own files over into the restored ledger in `dir`, if that is still to be done; gives their names.
pub(super) fn carry_on(disk: &dyn Disk, dir: &Path) -> io::Result<Vec<String>> {
    let mark = dir.join(CARRY);
    if disk.look(&mark)?.is_none_or(|found| found.kind != FoundKind::File) {
        return Ok(Vec::new());
    }
    let named = disk.read(&mark)?;
    // Whatever else it names is none of a restore's doing.
    let is_named = |kept: &PathBuf| kept.file_name().is_some_and(|name| name.as_encoded_bytes() == named);
    let mut carried = Vec::new();
    if let Some(kept) = beside(disk, dir, KEPT).into_iter().find(is_named) {
        for name in disk.list(&kept)?.into_iter().filter(|name| !is_ours(name)) {
            if disk.look(&dir.join(&name))?.is_none() {
                disk.rename(&kept.join(&name), &dir.join(&name))?;
                carried.push(name);
            }
        }
        disk.sync_dir(dir)?;
        disk.sync_dir(&kept)?;
    }
    disk.remove(&mark)?;
    Ok(carried)
}

/// The directories called `dir.word-n`, by their numbers.
pub(super) fn beside(disk: &dyn Disk, dir: &Path, word: &str) -> Vec<PathBuf> {
    let Some(name) = dir.file_name() else { return Vec::new() };
    let stem = format!("{}.{word}-", name.to_string_lossy());
    let names = disk.list(above(dir)).unwrap_or_default();
    let mut numbers: Vec<u32> = names.iter().filter_map(|name| name.strip_prefix(&stem)?.parse().ok()).collect();
    numbers.sort_unstable();
    let all = numbers.into_iter().map(|n| numbered(dir, word, n));
    all.filter(|path| disk.look(path).is_ok_and(|found| found.is_some_and(|found| found.kind == FoundKind::Dir)))
        .collect()
}

/// A name beside `path`: `path.word-1`.
pub(super) fn numbered(path: &Path, word: &str, n: u32) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{word}-{n}"));
    PathBuf::from(name)
}

/// Where the ledger was put whose place `new` takes.
fn twin(new: &Path, dir: &Path) -> Option<PathBuf> {
    let name = new.to_string_lossy();
    let (_, n) = name.rsplit_once('-')?;
    Some(numbered(dir, KEPT, n.parse().ok()?))
}

/// Whether somebody is making it just now; where that cannot be told, it is left alone.
fn is_in_work(disk: &dyn Disk, new: &Path) -> bool {
    Lock::take(disk, new, Doing::Restoring).is_err()
}
