//! Writing the report: composed, exported, put in its place by a rename, so that no half file is ever seen.

use std::path::{Path, PathBuf};

use super::name::{edition_name, next_edition, variant_stem};
use super::place::put;
use super::{FolderStanding, Paper, PaperChoice, Session, SessionError};
use crate::document::Document;
use crate::export;
use crate::layout;
use crate::model::{Edition, EditionKey, Profile, Variant};
use crate::report::PictureTrouble;
use crate::store::Trouble;

/// How often a number is tried anew that another program took meanwhile.
const ATTEMPTS: usize = 8;

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

/// A report that was written: the file is there.
#[derive(Debug)]
pub struct Published {
    /// The file.
    pub path: PathBuf,
    /// Its number as an edition.
    pub edition: u32,
    /// Printed pages.
    pub pages: usize,
    /// Blanks in it; those that its annexes show again do not count.
    pub blanks: usize,
    /// The names of annexes that had nothing to list, and were left out.
    pub empty: Vec<String>,
    /// Pictures that could not be shown.
    pub troubles: Vec<PictureTrouble>,
    /// Whether the ledger keeps it as that edition, or why not.
    pub kept: Result<(), SessionError>,
    /// The edition of this variant that had been declared final (定稿) before.
    pub frozen: Option<u32>,
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

    /// The document as the bytes of such a file; only a .docx looks at the profile.
    pub fn bytes(self, document: &Document, profile: &Profile) -> Result<Vec<u8>, SessionError> {
        Ok(match self {
            Self::Docx => export::docx(document, profile)?,
            Self::Markdown => export::markdown(document).into_bytes(),
            Self::Text => export::plain(document).into_bytes(),
        })
    }
}

impl Session {
    /// Writes the report of a variant as `choice` asks, then keeps it in the ledger as its next edition, without its
    /// annexes. When the file cannot be written, nothing is kept; when it cannot be kept, the file is there all the same,
    /// and `kept` says why.
    pub fn publish(
        &mut self,
        (variant, choice): (&Variant, &PaperChoice),
        format: FileFormat,
        target: &Target,
    ) -> Result<Published, SessionError> {
        let paper = self.paper(variant, choice)?;
        let bytes = format.bytes(&paper.document, &paper.profile)?;
        let number = self.next_edition(variant);
        let (path, number) = match target {
            Target::File { path, force } => {
                self.put_file(path, &bytes, *force)?;
                (path.clone(), number)
            }
            Target::Folder => {
                self.put_edition(&variant_stem(&paper.document.meta.title, variant), number, format, &bytes)?
            }
        };
        let pages = layout::pages(&paper.document, &paper.profile).len();
        let Paper { blanks, empty, troubles, .. } = paper;
        let edition = Edition {
            at: self.now(),
            by: self.clerk(),
            as_of: self.as_of(),
            path: whole(&path).display().to_string(),
            pages,
            blanks,
            parts: 0,
            frozen: None,
            unknown: serde_json::Map::new(),
        };
        let frozen = self.final_edition(variant).map(|(key, _)| key.number);
        let kept = self.keep_edition(&EditionKey { year: self.year, variant: variant.clone(), number }, edition);
        Ok(Published { path, edition: number, pages, blanks, empty, troubles, kept, frozen })
    }

    /// Puts the file in its place, unless that of a final edition is there.
    fn put_file(&self, path: &Path, bytes: &[u8], force: bool) -> Result<(), SessionError> {
        match self.final_at(&whole(path)).filter(|_| path.exists()) {
            Some(key) => Err(SessionError::FinalFile(path.to_path_buf(), key.number)),
            None => put(&*self.disk, path, bytes, force),
        }
    }

    /// The folder of the settings, which is made if absent and at home.
    pub(super) fn ready_folder(&self) -> Result<PathBuf, SessionError> {
        let folder = self.folder();
        let failed = |error: std::io::Error| SessionError::File(folder.clone(), Trouble::of(&error));
        match self.folder_standing() {
            FolderStanding::There => {}
            FolderStanding::ToBeMade => self.disk.make_dir(&folder).map_err(failed)?,
            FolderStanding::Missing => return Err(SessionError::NoFolder(folder)),
        }
        Ok(folder)
    }

    /// Puts the next edition into the folder of the settings: the number is `least`, or the first above those of the
    /// files there.
    fn put_edition(
        &self,
        stem: &str,
        least: u32,
        format: FileFormat,
        bytes: &[u8],
    ) -> Result<(PathBuf, u32), SessionError> {
        let folder = self.ready_folder()?;
        let failed = |error: std::io::Error| SessionError::File(folder.clone(), Trouble::of(&error));
        let mut attempts = 0;
        loop {
            let number = next_edition(&self.disk.list(&folder).map_err(failed)?, stem).max(least);
            let path = folder.join(edition_name(stem, number, format.extension()));
            attempts += 1;
            match put(&*self.disk, &path, bytes, false) {
                Err(SessionError::FileExists(_)) if attempts < ATTEMPTS => {}
                done => return done.map(|()| (path, number)),
            }
        }
    }
}

/// The path from the root.
fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

/// The desktop or documents of whoever is logged in, else their home, else where the program was started.
pub fn default_folder() -> PathBuf {
    let Some(home) = std::env::home_dir().filter(|home| home.is_dir()) else { return PathBuf::from(".") };
    let known = ["桌面", "Desktop", "文档", "Documents"].map(|name| home.join(name));
    known.into_iter().find(|folder| folder.is_dir()).unwrap_or(home)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::bench::Bench;
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn publish(bench: &mut Bench, format: FileFormat) -> Result<Published, SessionError> {
        bench.session.publish((&Variant::Whole, &PaperChoice::default()), format, &Target::Folder)
    }

    fn to_file(bench: &mut Bench, path: &Path, force: bool) -> Result<Published, SessionError> {
        let target = Target::File { path: path.to_path_buf(), force };
        bench.session.publish((&Variant::Whole, &PaperChoice::default()), FileFormat::Text, &target)
    }

    #[test]
    fn editions_are_numbered_and_none_is_overwritten() {
        let mut bench = Bench::empty();
        let folder = bench.folder("报告");
        let stem = variant_stem(&bench.session.document().meta.title, &Variant::Whole);
        let first = publish(&mut bench, FileFormat::Text).expect("written");
        assert_eq!((first.edition, first.path.clone()), (1, folder.join(format!("{stem}第1稿.txt"))));
        assert_eq!(publish(&mut bench, FileFormat::Markdown).expect("written").edition, 2);
        fs::write(folder.join(format!("{stem}第7稿.docx")), "another's").expect("written");
        let third = publish(&mut bench, FileFormat::Docx).expect("written");
        assert_eq!(third.edition, 8);
        assert_eq!(names(&folder).len(), 4, "nothing else is left there");
        assert_eq!(fs::read_to_string(folder.join(format!("{stem}第7稿.docx"))).expect("read"), "another's");
        assert_eq!(fs::read(third.path).expect("read")[..2], *b"PK");
    }

    #[test]
    fn what_was_written_is_told_of() {
        let mut bench = Bench::sample();
        bench.folder("报告");
        let done = publish(&mut bench, FileFormat::Text).expect("written");
        assert_eq!(done.blanks, bench.session.document().blanks());
        assert!(done.pages > 1);
        assert_eq!(
            fs::read(&done.path).expect("read"),
            FileFormat::Text.bytes(bench.session.document(), &Profile::default()).expect("made")
        );
    }

    #[test]
    fn a_folder_that_is_a_file_is_told_of() {
        let mut bench = Bench::empty();
        let folder = bench.folder("报告");
        fs::remove_dir(&folder).expect("it was empty");
        fs::write(&folder, "a file").expect("written");
        for _ in 0..2 {
            assert!(
                matches!(publish(&mut bench, FileFormat::Text), Err(SessionError::NoFolder(path)) if path == folder)
            );
        }
        assert_eq!(fs::read_to_string(&folder).expect("read"), "a file");
    }

    #[test]
    fn a_folder_that_went_away_is_told_of_and_not_made_anew() {
        let mut bench = Bench::empty();
        let folder = bench.folder("U盘");
        fs::remove_dir(&folder).expect("it was empty");
        assert!(matches!(publish(&mut bench, FileFormat::Text), Err(SessionError::NoFolder(path)) if path == folder));
        assert!(!folder.exists());
    }

    #[test]
    fn a_file_is_replaced_only_by_force() {
        let mut bench = Bench::empty();
        let path = bench.path().join("总结.txt");
        assert_eq!(to_file(&mut bench, &path, false).expect("written").edition, 1);
        fs::write(&path, "mine").expect("written");
        assert!(matches!(to_file(&mut bench, &path, false), Err(SessionError::FileExists(_))));
        assert_eq!(fs::read_to_string(&path).expect("read"), "mine");
        to_file(&mut bench, &path, true).expect("written");
        assert_ne!(fs::read_to_string(&path).expect("read"), "mine");
        assert_eq!(names(bench.path()), ["ledger", "总结.txt"]);
    }

    #[test]
    fn folders_and_names_that_lead_nowhere_are_no_files() {
        let mut bench = Bench::empty();
        let here = bench.path().to_path_buf();
        for path in [here.as_path(), Path::new(""), Path::new("/"), Path::new("..")] {
            for force in [false, true] {
                assert!(
                    matches!(to_file(&mut bench, path, force), Err(SessionError::NotAFile(_))),
                    "{}",
                    path.display()
                );
            }
        }
        let nowhere = bench.path().join("没有/总结.txt");
        assert!(matches!(to_file(&mut bench, &nowhere, true), Err(SessionError::File(_, Trouble::Missing))));
        assert_eq!(names(bench.path()), ["ledger"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_neither_followed_nor_replaced() {
        let mut bench = Bench::empty();
        let link = bench.path().join("总结.txt");
        std::os::unix::fs::symlink(bench.path().join("nowhere.txt"), &link).expect("a link");
        for force in [false, true] {
            assert!(matches!(to_file(&mut bench, &link, force), Err(SessionError::NotAFile(_))));
        }
        assert_eq!(names(bench.path()), ["ledger", "总结.txt"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_report_may_be_read_by_whom_the_system_lets() {
        use std::os::unix::fs::PermissionsExt;

        let mut bench = Bench::empty();
        let (report, plain) = (bench.path().join("总结.txt"), bench.path().join("plain.txt"));
        to_file(&mut bench, &report, false).expect("written");
        fs::write(&plain, "").expect("written");
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode(&report), mode(&plain));
    }

    #[test]
    fn an_ending_asks_for_its_format() {
        assert_eq!(FileFormat::of(Path::new("a/总结.DOCX")), Some(FileFormat::Docx));
        assert_eq!(FileFormat::of(Path::new("总结.md")), Some(FileFormat::Markdown));
        for other in ["总结", "总结.pdf", ".docx", ""] {
            assert_eq!(FileFormat::of(Path::new(other)), None);
        }
    }
}
