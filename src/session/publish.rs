//! Writing the report: composed, exported, put in its place by a rename, so that no half file is ever seen.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::name::{file_stem, next_edition};
use super::{Session, SessionError};
use crate::document::Document;
use crate::export::{self, Profile};
use crate::layout;

/// The format of an exported report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileFormat {
    /// Office Open XML.
    #[default]
    Docx,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

/// Where an exported report goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The next edition in the folder of the settings.
    Folder,
    /// This file.
    File {
        /// Its path.
        path: PathBuf,
        /// Whether it may replace a file that is there.
        force: bool,
    },
}

/// A report that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The file.
    pub path: PathBuf,
    /// Its number as an edition, when it went into the folder.
    pub edition: Option<usize>,
    /// Printed pages.
    pub pages: usize,
    /// Blanks in it.
    pub blanks: usize,
}

impl FileFormat {
    /// The ending of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Markdown => "md",
            Self::Text => "txt",
        }
    }

    /// The format that a file name's ending asks for.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        [Self::Docx, Self::Markdown, Self::Text].into_iter().find(|format| format.extension() == ending)
    }

    /// The document as the bytes of such a file.
    pub fn bytes(self, document: &Document) -> Result<Vec<u8>, SessionError> {
        Ok(match self {
            Self::Docx => export::docx(document, &Profile::default())?,
            Self::Markdown => export::markdown(document).into_bytes(),
            Self::Text => export::plain(document).into_bytes(),
        })
    }
}

impl Session {
    /// Writes the whole-year report.
    pub fn publish(&self, format: FileFormat, target: &Target) -> Result<Published, SessionError> {
        let document = self.document();
        let bytes = format.bytes(document)?;
        let (path, edition) = match target {
            Target::File { path, force } if *force || !path.exists() => (path.clone(), None),
            Target::File { path, .. } => return Err(SessionError::FileExists(path.clone())),
            Target::Folder => {
                let folder = self.folder();
                fs::create_dir_all(&folder).map_err(|error| SessionError::File(folder.clone(), error))?;
                let (path, number) = next_edition(&folder, &file_stem(&document.meta.title), format.extension());
                (path, Some(number))
            }
        };
        put(&path, &bytes).map_err(|error| SessionError::File(path.clone(), error))?;
        Ok(Published { path, edition, pages: layout::pages(document).len(), blanks: document.blanks() })
    }
}

/// Writes a file beside its place, then renames it there.
fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_os_string();
    name.push(format!(".{}.tmp", std::process::id()));
    let beside = path.with_file_name(name);
    let written = write_synced(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        drop(fs::remove_file(&beside));
    }
    written
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// The desktop or documents of whoever is logged in, else their home, else where the program was started.
pub fn default_folder() -> PathBuf {
    let Some(home) = std::env::home_dir().filter(|home| home.is_dir()) else { return PathBuf::from(".") };
    let known = ["桌面", "Desktop", "文档", "Documents"].map(|name| home.join(name));
    known.into_iter().find(|folder| folder.is_dir()).unwrap_or(home)
}
