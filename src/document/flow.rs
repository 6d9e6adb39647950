//! Where the parts of an official document stand to one another: what paper and preview must agree on.
//!
//! GB/T 9704-2012, 7.3. Lengths are half characters of the body text.

use super::{Block, Document, Paragraph, Role};
use crate::text::printed_width;

/// Characters kept free at the right of a signature or date without a seal, in half characters.
const FREE: usize = 4;
/// The same for a date under a seal.
const FREE_UNDER_SEAL: usize = 8;
/// How far a date begins to the right of the signature.
const SHIFT: usize = 4;

impl Document {
    /// Whether an empty line stands before the block: after a title, before 附件：, the signature and a lone date.
    ///
    /// A [`Role::Blank`] that already stands there counts.
    pub fn empty_line_before(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.role(at));
        let (Some(before), Some(Block::Paragraph(_) | Block::Table(_))) = (before, self.blocks.get(at)) else {
            return false;
        };
        let after_title = matches!(before, Role::Title | Role::AnnexTitle | Role::AnnexLabel);
        let opens_end = match self.role(at) {
            Some(Role::AnnexNote { first }) => first,
            Some(Role::Signature) => true,
            Some(Role::Date { .. }) => before != Role::Signature,
            Some(Role::Blank) => return false,
            _ => false,
        };
        before != Role::Blank && (after_title || opens_end)
    }

    /// Half characters kept free at the right of a signature or a date; `None` for other blocks.
    ///
    /// The date begins two characters to the right of the signature; under a seal the signature is centred over the date.
    pub fn free_at_right(&self, at: usize) -> Option<usize> {
        match self.role(at)? {
            Role::Signature => {
                let signature = self.width(at);
                Some(match self.role(at + 1) {
                    Some(Role::Date { seal }) => beside(signature, self.width(at + 1), seal).0,
                    _ => FREE,
                })
            }
            Role::Date { seal } => Some(match at.checked_sub(1).and_then(|at| self.role(at)) {
                Some(Role::Signature) => beside(self.width(at - 1), self.width(at), seal).1,
                _ if seal => FREE_UNDER_SEAL,
                _ => FREE,
            }),
            _ => None,
        }
    }

    /// The role of the paragraph at `at`.
    fn role(&self, at: usize) -> Option<Role> {
        self.paragraph(at).map(|paragraph| paragraph.role)
    }

    /// The paragraph at `at`, when there is one.
    fn paragraph(&self, at: usize) -> Option<&Paragraph> {
        match self.blocks.get(at)? {
            Block::Paragraph(paragraph) => Some(paragraph),
            Block::Table(_) | Block::Part(_) => None,
        }
    }

    /// How wide the paragraph at `at` prints.
    fn width(&self, at: usize) -> usize {
        self.paragraph(at).map_or(0, |paragraph| printed_width(&paragraph.text()))
    }
}

/// What is free at the right of a signature and of the date under it.
fn beside(signature: usize, date: usize, seal: bool) -> (usize, usize) {
    if seal {
        ((FREE_UNDER_SEAL + date / 2).saturating_sub(signature / 2), FREE_UNDER_SEAL)
    } else if date <= signature {
        (FREE, (FREE + signature).saturating_sub(SHIFT + date))
    } else {
        (date + FREE + SHIFT - signature, FREE)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::{Face, Meta, Run, Source};
    use super::*;

    fn document(paragraphs: &[(Role, &str)]) -> Document {
        let run = |text: &str| Run { text: text.into(), face: Face::Plain, blank: false, source: Source::Program };
        let block = |(role, text): &(Role, &str)| Block::Paragraph(Paragraph { role: *role, runs: vec![run(text)] });
        let date = NaiveDate::from_ymd_opt(2022, 12, 31).expect("a day");
        let meta = Meta { title: String::new(), author: String::new(), date };
        Document { meta, blocks: paragraphs.iter().map(block).collect() }
    }

    fn free(signature: &str, seal: bool) -> (usize, usize) {
        let document = document(&[(Role::Signature, signature), (Role::Date { seal }, "2022年1月5日")]);
        (document.free_at_right(0).expect("a signature"), document.free_at_right(1).expect("a date"))
    }

    #[test]
    fn the_date_begins_two_characters_after_the_signature() {
        let (date, short, long) = (4 + 2 + 1 + 2 + 1 + 2, 3 * 2, 11 * 2);
        assert_eq!(free("宣传部", false), (date + 8 - short, 4));
        assert_eq!(free("中共某某区委员会宣传部", false), (4, long - date));
    }

    #[test]
    fn under_a_seal_the_signature_stands_in_the_middle_over_the_date() {
        assert_eq!(free("宣传部", true), (8 + 6 - 3, 8));
        assert_eq!(free("中共某某区委员会宣传部", true), (8 + 6 - 11, 8));
    }

    #[test]
    fn a_blank_that_stands_there_already_is_not_doubled() {
        let without = document(&[(Role::Title, "题"), (Role::Body, "文"), (Role::Signature, "某"), (Role::Blank, "")]);
        let with = document(&[(Role::Title, "题"), (Role::Blank, ""), (Role::Body, "文")]);
        assert_eq!((0..4).map(|at| without.empty_line_before(at)).collect::<Vec<_>>(), [false, true, true, false]);
        assert!((0..3).all(|at| !with.empty_line_before(at)));
    }
}
