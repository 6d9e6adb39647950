//! Drafts (草稿): what stands typed in a form and is not saved yet, one small file each.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;

use super::disk::{Disk, FoundKind, replace};
use super::error::{Doing, StoreError};

/// The directory of the drafts.
pub(super) const DRAFTS: &str = "drafts";

/// How a draft's file name ends.
const ENDING: &str = ".json";

/// The drafts of a ledger.
#[derive(Clone, Debug)]
pub struct Drafts {
    disk: Arc<dyn Disk>,
    dir: PathBuf,
}

impl Drafts {
    pub(super) fn new(disk: &Arc<dyn Disk>, ledger: &Path) -> Self {
        Self { disk: Arc::clone(disk), dir: ledger.join(DRAFTS) }
    }

    /// Keeps the draft `name` (ASCII letters, digits, `-`, `_`), durably, instead of an earlier one of that name.
    pub fn save(&self, name: &str, draft: &Value) -> Result<(), StoreError> {
        let path = self.path(name)?;
        if !self.is_there()? {
            // A ledger that was moved away under the program is not begun anew in its place.
            let ledger = self.dir.parent().map_or(Ok(None), |ledger| self.disk.look(ledger));
            let made = match ledger {
                Ok(None) => Err(io::ErrorKind::NotFound.into()),
                known => known.and_then(|_| self.disk.make_dir(&self.dir)),
            };
            made.map_err(|error| failed(&self.dir, &error))?;
        }
        let text = format!("{draft}\n");
        replace(&*self.disk, &path, text.as_bytes()).map_err(|error| failed(&path, &error))
    }

    /// The drafts by name; one that cannot be read is left out and stays on disk.
    pub fn list(&self) -> Result<Vec<(String, Value)>, StoreError> {
        if !self.is_there()? {
            return Ok(Vec::new());
        }
        let names = self.disk.list(&self.dir).map_err(|error| failed(&self.dir, &error))?;
        let draft = |file: &String| {
            let name = file.strip_suffix(ENDING)?;
            let path = self.dir.join(file);
            let is_file = self.disk.look(&path).ok()?.is_some_and(|found| found.kind == FoundKind::File);
            let bytes = if is_file { self.disk.read(&path).ok()? } else { return None };
            Some((name.to_owned(), serde_json::from_slice(&bytes).ok()?))
        };
        Ok(names.iter().filter_map(draft).collect())
    }

    /// Removes the draft; one that is not there is removed already.
    pub fn remove(&self, name: &str) -> Result<(), StoreError> {
        let path = self.path(name)?;
        if !self.is_there()? {
            return Ok(());
        }
        match self.disk.remove(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(&path, &error)),
            _ => Ok(()),
        }
    }

    /// Whether their directory is there; a link to one is refused.
    fn is_there(&self) -> Result<bool, StoreError> {
        match self.disk.look(&self.dir).map_err(|error| failed(&self.dir, &error))?.map(|found| found.kind) {
            Some(FoundKind::Link) => Err(StoreError::Link(self.dir.clone())),
            found => Ok(found.is_some()),
        }
    }

    fn path(&self, name: &str) -> Result<PathBuf, StoreError> {
        let path = self.dir.join(format!("{name}{ENDING}"));
        let fits = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
        if !name.is_empty() && name.chars().all(fits) {
            Ok(path)
        } else {
            Err(failed(&path, &io::ErrorKind::InvalidInput.into()))
        }
    }
}

fn failed(path: &Path, error: &io::Error) -> StoreError {
    StoreError::io(Doing::Drafting, path, error)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::store::RealDisk;

    fn drafts() -> (tempfile::TempDir, Drafts) {
        let dir = tempfile::tempdir().expect("a directory");
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        let drafts = Drafts::new(&disk, dir.path());
        (dir, drafts)
    }

    #[test]
    fn several_drafts_stand_side_by_side() {
        let (_dir, drafts) = drafts();
        assert_eq!(drafts.list().expect("a list"), vec![]);
        drafts.save("a", &json!({"title": "东湖"})).expect("kept");
        drafts.save("b", &json!(1)).expect("kept");
        drafts.save("a", &json!({"title": "东湖区"})).expect("kept");
        let kept = drafts.list().expect("a list");
        assert_eq!(kept, vec![("a".into(), json!({"title": "东湖区"})), ("b".into(), json!(1))]);
    }

    #[test]
    fn a_draft_is_removed_once_and_for_all() {
        let (_dir, drafts) = drafts();
        drafts.save("a", &json!(1)).expect("kept");
        drafts.remove("a").expect("removed");
        drafts.remove("a").expect("gone already");
        assert_eq!(drafts.list().expect("a list"), vec![]);
    }

    #[test]
    fn a_draft_that_cannot_be_read_stays_on_disk() {
        let (dir, drafts) = drafts();
        drafts.save("a", &json!(1)).expect("kept");
        std::fs::write(dir.path().join("drafts/a.json"), "{\"half").expect("written");
        assert_eq!(drafts.list().expect("a list"), vec![]);
        assert!(dir.path().join("drafts/a.json").exists());
    }

    #[test]
    fn a_name_leads_nowhere_else() {
        let (_dir, drafts) = drafts();
        for name in ["", "../a", "a/b", "a.b"] {
            assert!(drafts.save(name, &json!(1)).is_err(), "{name}");
        }
    }
}
