//! What proves an item: told apart by how it is written.

use super::list;
use crate::model::Evidence;

const LINKS: &[&str] = &["http://", "https://"];
/// Longest ending of a file's name.
const EXTENSION: usize = 5;

/// Reads evidence, several parted by ； or line ends: a link, a box (盒3 第27页), a file's path, else a document's number.
pub(super) fn read(text: &str) -> Vec<Evidence> {
    let parts = text.split(['；', '\n']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| sorted(part.to_owned())).collect()
}

/// What reads back to the same evidence.
pub(super) fn typed(evidence: &[Evidence]) -> String {
    evidence.iter().map(text).collect::<Vec<_>>().join("；")
}

fn sorted(text: String) -> Evidence {
    if LINKS.iter().any(|head| text.to_lowercase().starts_with(head)) {
        Evidence::Link(text)
    } else if text.starts_with('盒') {
        Evidence::Box(text)
    } else if text.contains(['/', '\\']) || has_extension(&text) {
        Evidence::File(text)
    } else {
        Evidence::Document(text)
    }
}

/// Whether it ends as a file's name does: a point and a few letters or digits, one letter at least.
fn has_extension(text: &str) -> bool {
    let Some((stem, ending)) = text.rsplit_once('.') else { return false };
    let is_short = (1..=EXTENSION).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric());
    !stem.is_empty() && is_short && ending.contains(|c: char| c.is_ascii_alphabetic())
}

fn text(evidence: &Evidence) -> &str {
    match evidence {
        Evidence::File(text) | Evidence::Link(text) | Evidence::Document(text) | Evidence::Box(text) => text,
    }
}

/// Tags: short texts, each once.
pub fn tags(text: &str) -> Vec<String> {
    let mut tags = Vec::new();
    for tag in list::split(text) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_told_apart_by_how_it_is_written() {
        let read = read("盒3 第27页；https://a.cn/1;2\n照片/冬至.jpg；签到表.xlsx；区宣〔2022〕12号");
        assert_eq!(
            read,
            [
                Evidence::Box("盒3 第27页".into()),
                Evidence::Link("https://a.cn/1;2".into()),
                Evidence::File("照片/冬至.jpg".into()),
                Evidence::File("签到表.xlsx".into()),
                Evidence::Document("区宣〔2022〕12号".into()),
            ]
        );
        assert_eq!(super::read(&typed(&read)), read);
    }
}
