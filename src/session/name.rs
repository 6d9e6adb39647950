//! Names of exported files: title + 第n稿, never one that is taken.

use std::path::{Path, PathBuf};

/// Longest file name without its ending, in characters.
const LONGEST: usize = 80;

/// `title` as a file name: what file systems or shells stumble over left out, blanks as 某.
pub fn file_stem(title: &str) -> String {
    let named = title.replace("**", "某");
    let kept = named.chars().filter(|c| !c.is_control() && !c.is_whitespace() && !"\\/:*?\"<>|".contains(*c));
    let stem: String = kept.take(LONGEST).collect();
    if stem.trim_matches('.').is_empty() { "报告".into() } else { stem }
}

/// The path of the next edition in `folder`, and its number: one above the highest there.
pub fn next_edition(folder: &Path, stem: &str, extension: &str) -> (PathBuf, usize) {
    let taken = folder.read_dir().into_iter().flatten().flatten();
    let highest = taken.filter_map(|entry| edition_of(&entry.file_name().to_string_lossy(), stem)).max().unwrap_or(0);
    let number = highest + 1;
    (folder.join(format!("{stem}第{number}稿.{extension}")), number)
}

fn edition_of(file: &str, stem: &str) -> Option<usize> {
    let rest = file.strip_prefix(stem)?.strip_prefix('第')?;
    rest.split_once('稿')?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_that_every_file_system_takes() {
        assert_eq!(file_stem("2022年**区/工作: 总结\u{1b}"), "2022年某区工作总结");
        assert_eq!(file_stem("..."), "报告");
    }

    #[test]
    fn an_edition_follows_the_highest_there_whatever_its_format() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("总结第2稿.md"), "").expect("written");
        std::fs::write(folder.path().join("总结第x稿.md"), "").expect("written");
        let (path, number) = next_edition(folder.path(), "总结", "docx");
        assert_eq!((path, number), (folder.path().join("总结第3稿.docx"), 3));
    }
}
