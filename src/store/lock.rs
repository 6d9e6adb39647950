//! The lock: one program at a time has a ledger open, and the file says which.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

use super::disk::{Disk, DiskFile, FoundKind};
use super::error::{Doing, StoreError};
use super::format::FORMAT;
use crate::lang::Lang;

/// Its name in the data directory.
pub(super) const LOCK: &str = "LOCK";

/// Who has a ledger open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Holder {
    /// Number of the process; 0 when it is not known.
    pub pid: u32,
    /// Name of the machine; empty when it is not known.
    pub host: String,
    /// Since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<DateTime<Utc>>,
}

/// The lock held; dropping it lets go.
#[derive(Debug)]
pub(super) struct Lock {
    file: Box<dyn DiskFile>,
    dir: PathBuf,
}

impl Lock {
    /// Takes the lock of `dir` and writes into it who holds it.
    pub(super) fn take(disk: &dyn Disk, dir: &Path, doing: Doing) -> Result<Self, StoreError> {
        let path = dir.join(LOCK);
        let failed = |error| StoreError::io(doing, &path, &error);
        // Who holds it is written there: through a link that would be another file.
        if disk.look(&path).map_err(failed)?.is_some_and(|found| found.kind == FoundKind::Link) {
            return Err(StoreError::Link(path));
        }
        let Some(mut file) = disk.lock(&path).map_err(failed)? else {
            return Err(StoreError::Locked(holder(disk, &path)));
        };
        // Who holds it is a courtesy: on a full disk the ledger opens all the same.
        let _ = file.cut(0).and_then(|()| file.write(me(disk).as_bytes()));
        Ok(Self { file, dir: dir.to_owned() })
    }

    /// Refuses to save when somebody else could hold the lock by now, because its file was removed or replaced, or the
    /// whole directory was.
    pub(super) fn must_hold(&self, disk: &dyn Disk) -> Result<(), StoreError> {
        let path = self.dir.join(LOCK);
        match self.file.stands_at(&path) {
            Ok(true) => Ok(()),
            Ok(false) if matches!(disk.look(&self.dir.join(FORMAT)), Ok(None)) => {
                Err(StoreError::Moved(self.dir.clone()))
            }
            Ok(false) => Err(StoreError::Unlocked(path)),
            Err(error) => Err(StoreError::io(Doing::Saving, &path, &error)),
        }
    }
}

impl Holder {
    /// Process, machine and time in words; who has only just taken the lock has not said them yet.
    pub fn text(&self, lang: Lang) -> String {
        if self.pid == 0 {
            return match lang {
                Lang::Zh => "另一个程序刚刚打开它".into(),
                Lang::En => "another program has only just opened it".into(),
            };
        }
        let since = self.since.map(|at| at.with_timezone(&Local).format("%Y-%m-%d %H:%M").to_string());
        let since = since.as_deref().unwrap_or("?");
        let host = if self.host.is_empty() { "?" } else { &self.host };
        match lang {
            Lang::Zh => format!("进程 {}，主机 {host}，{since} 起", self.pid),
            Lang::En => format!("process {} on {host} since {since}", self.pid),
        }
    }
}

fn holder(disk: &dyn Disk, path: &Path) -> Holder {
    let bytes = disk.read(path).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

fn me(disk: &dyn Disk) -> String {
    let host = disk.read(Path::new("/proc/sys/kernel/hostname")).unwrap_or_default();
    let host = String::from_utf8_lossy(&host).trim().to_owned();
    let since = Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true);
    format!("{}\n", serde_json::json!({ "pid": std::process::id(), "host": host, "since": since }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_holder_that_has_not_said_yet_who_it_is_is_told_without_question_marks() {
        assert_eq!(Holder::default().text(Lang::Zh), "另一个程序刚刚打开它");
        assert_eq!(Holder::default().text(Lang::En), "another program has only just opened it");
        let known = Holder { pid: 7, host: "甲".into(), since: None };
        assert!(known.text(Lang::Zh).starts_with("进程 7，主机 甲"), "{}", known.text(Lang::Zh));
    }
}
