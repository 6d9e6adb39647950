//! What a folder holds that a table may be in.

use std::path::{Path, PathBuf};

use super::{Session, SessionError};
use crate::store::{FoundKind, Trouble};

/// Endings of the files that are offered; any other can be named.
const ENDINGS: [&str; 4] = ["xlsx", "xls", "csv", "txt"];

/// The tables and folders in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// The folder.
    pub folder: PathBuf,
    /// Files that may be tables, by name, with their lengths in bytes.
    pub tables: Vec<(String, u64)>,
    /// Folders in it, by name.
    pub folders: Vec<String>,
}

impl Session {
    /// Looks into a folder; what is hidden is left out.
    pub fn shelf(&self, folder: &Path) -> Result<Shelf, SessionError> {
        let failed = |error: std::io::Error| SessionError::Unread(folder.to_path_buf(), Trouble::of(&error));
        let mut held = Shelf { folder: folder.to_path_buf(), tables: Vec::new(), folders: Vec::new() };
        for name in self.disk.list(folder).map_err(failed)?.into_iter().filter(|name| !name.starts_with('.')) {
            // What goes away meanwhile, or must not be looked at, is not offered.
            let Ok(Some(found)) = self.disk.look(&folder.join(&name)) else { continue };
            match found.kind {
                FoundKind::Dir => held.folders.push(name),
                FoundKind::File | FoundKind::Link if may_be_table(&name) => held.tables.push((name, found.len)),
                FoundKind::File | FoundKind::Link | FoundKind::Other => {}
            }
        }
        Ok(held)
    }
}

fn may_be_table(name: &str) -> bool {
    // `~$` is what Excel leaves beside a file that is open.
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    ENDINGS.contains(&ending.as_str()) && !name.starts_with("~$")
}
