//! Names of exported files: title + 第n稿, never one that is taken.

use crate::lang::Lang;
use crate::model::Variant;

/// Longest stem in bytes: with number and ending it stays below the 255 that file systems take.
const LONGEST: usize = 200;

/// The file name of a variant's report: its title, and what it is of where the title does not say so.
pub fn variant_stem(title: &str, variant: &Variant) -> String {
    let said = variant.tag().map_or_else(|| variant.name(Lang::Zh), str::to_owned);
    let is_said = *variant == Variant::Whole || title.contains(&said);
    if is_said { file_stem(title) } else { file_stem(&format!("{title}（{said}）")) }
}

/// `title` as a file name: what file systems or shells stumble over left out, blanks as 某.
pub(super) fn file_stem(title: &str) -> String {
    let named = title.replace("**", "某");
    let kept = named.chars().filter(|c| !c.is_control() && !c.is_whitespace() && !"\\/:*?\"<>|".contains(*c));
    let mut stem = String::new();
    for c in kept {
        if stem.len() + c.len_utf8() > LONGEST {
            break;
        }
        stem.push(c);
    }
    if stem.trim_matches('.').is_empty() { "报告".into() } else { stem }
}

/// The number of the next edition beside the files `taken`: one above the highest, whatever its format.
pub fn next_edition(taken: &[String], stem: &str) -> u32 {
    let highest = taken.iter().filter_map(|file| edition_of(file, stem)).max();
    highest.map_or(1, |highest| highest.saturating_add(1))
}

/// The file name of an edition.
pub fn edition_name(stem: &str, number: u32, extension: &str) -> String {
    format!("{stem}第{number}稿.{extension}")
}

fn edition_of(file: &str, stem: &str) -> Option<u32> {
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
    fn a_variant_that_the_title_does_not_name_stands_behind_it() {
        let stem = |title, variant: &str| variant_stem(title, &variant.parse().expect("a variant"));
        assert_eq!(stem("2022年上半年总结", "h1"), "2022年上半年总结");
        assert_eq!(stem("2022年总结", "h1"), "2022年总结（上半年）");
        assert_eq!(stem("2022年总结", "whole"), "2022年总结");
        assert_eq!(stem("2022年总结", "public"), "2022年总结（公开版）");
        assert_eq!(stem("2022年总结", "tag:党/史"), "2022年总结（党史）");
    }

    #[test]
    fn a_name_that_is_too_long_is_cut_between_characters() {
        let stem = file_stem(&"总".repeat(300));
        assert_eq!(stem, "总".repeat(LONGEST / 3));
        assert!(edition_name(&stem, 1000, "docx").len() < 255);
    }

    #[test]
    fn an_edition_follows_the_highest_there_whatever_its_format() {
        let taken = ["总结第2稿.md", "总结第x稿.md", "总结第10稿 改.docx", "别的第70稿.docx", "总结第99999999999稿.md"];
        assert_eq!(next_edition(&taken.map(String::from), "总结"), 11);
        assert_eq!(next_edition(&[], "总结"), 1);
        assert_eq!(edition_name("总结", 11, "docx"), "总结第11稿.docx");
    }
}
