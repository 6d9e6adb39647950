//! Where the parts of an official document stand to one another: what paper and preview must agree on.
//!
//! GB/T 9704-2012, 7.3. Lengths are in the unit of the caller: cells on the screen, twips on paper.

use super::{Block, Document, Paragraph, Role, Run, Table};

/// How lengths are measured.
#[derive(Clone, Copy, Debug)]
pub struct Ruler {
    /// The length of a full character.
    pub character: usize,
    /// Measures a text.
    pub width: fn(&str) -> usize,
}

/// Characters kept free at the right of a signature or date without a seal.
const FREE: usize = 2;
/// The same for a date under a seal.
const FREE_UNDER_SEAL: usize = 4;
/// Lines of a row that a page that lies across can hold below the head of a table.
const LONGEST_ROW: usize = 19;
/// How far a date begins to the right of the signature.
const SHIFT: usize = 2;

impl Document {
    /// Whether an empty line stands before the block: after a title, before 附件：, the signature and a lone date.
    ///
    /// A [`Role::Blank`] that already stands there counts.
    pub fn empty_line_before(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.role(at));
        let (Some(before), Some(Block::Paragraph(_) | Block::Table(_) | Block::Picture(_))) =
            (before, self.blocks.get(at))
        else {
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

    /// The length kept free at the right of a signature or a date; `None` for other blocks.
    ///
    /// The date begins two characters to the right of the signature; under a seal the signature is centred over the date.
    pub fn free_at_right(&self, at: usize, ruler: Ruler) -> Option<usize> {
        let beside = |signature, date, seal| ruler.beside(self.width(signature, ruler), self.width(date, ruler), seal);
        match self.role(at)? {
            Role::Signature => Some(match self.role(at + 1) {
                Some(Role::Date { seal }) => beside(at, at + 1, seal).0,
                _ => FREE * ruler.character,
            }),
            Role::Date { seal } => Some(match at.checked_sub(1).and_then(|at| self.role(at)) {
                Some(Role::Signature) => beside(at - 1, at, seal).1,
                _ if seal => FREE_UNDER_SEAL * ruler.character,
                _ => FREE * ruler.character,
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
            Block::Table(_) | Block::Picture(_) | Block::Part(_) => None,
        }
    }

    /// How wide the paragraph at `at` prints.
    fn width(&self, at: usize, ruler: Ruler) -> usize {
        self.paragraph(at).map_or(0, |paragraph| (ruler.width)(&paragraph.text()))
    }
}

impl Table {
    /// The widths of all columns when the table is `whole` wide; a column without a part gets an average one.
    pub fn column_widths(&self, whole: usize) -> Vec<usize> {
        let columns = self.rows.iter().map(Vec::len).chain([self.header.len()]).max().unwrap_or(0);
        let given: Vec<usize> = self.widths.iter().take(columns).map(|part| usize::from(*part)).collect();
        let known = given.iter().filter(|part| **part > 0).count().max(1);
        let average = (given.iter().sum::<usize>() / known).max(1);
        let part = |column: usize| given.get(column).copied().filter(|part| *part > 0).unwrap_or(average);
        let sum: usize = (0..columns).map(part).sum();
        (0..columns).map(|column| (whole * part(column) / sum).max(1)).collect()
    }

    /// Whether a row may break between two pages: only one that is so long that no page could hold it whole.
    pub fn breaks(row: &[Vec<Run>], widths: &[usize]) -> bool {
        let lines = row.iter().zip(widths).map(|(cell, width)| {
            let characters: usize = cell.iter().map(|run| run.text.chars().count()).sum();
            let breaks: usize = cell.iter().map(|run| run.text.matches('\n').count()).sum();
            breaks + characters * Self::CHARACTER / width.saturating_sub(Self::MARGINS).max(Self::CHARACTER)
        });
        lines.max().unwrap_or(0) >= LONGEST_ROW
    }

    /// A full character of a table, 小四, in twips.
    const CHARACTER: usize = 240;
    /// What a cell keeps free on both sides together, in twips.
    pub const MARGINS: usize = 216;
}

impl Ruler {
    /// What is free at the right of a signature and of the date under it.
    fn beside(self, signature: usize, date: usize, seal: bool) -> (usize, usize) {
        let [free, under_seal, shift] = [FREE, FREE_UNDER_SEAL, SHIFT].map(|characters| characters * self.character);
        if seal {
            ((under_seal + date / 2).saturating_sub(signature / 2), under_seal)
        } else if date <= signature {
            (free, (free + signature).saturating_sub(shift + date))
        } else {
            (date + free + shift - signature, free)
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::{Face, Meta, Run, Source};
    use super::*;
    use crate::text::printed_width;

    const CELLS: Ruler = Ruler { character: 2, width: printed_width };

    fn document(paragraphs: &[(Role, &str)]) -> Document {
        let run = |text: &str| Run { text: text.into(), face: Face::Plain, blank: false, source: Source::Program };
        let block = |(role, text): &(Role, &str)| Block::Paragraph(Paragraph { role: *role, runs: vec![run(text)] });
        let date = NaiveDate::from_ymd_opt(2022, 12, 31).expect("a day");
        let meta = Meta { title: String::new(), author: String::new(), date };
        Document { meta, blocks: paragraphs.iter().map(block).collect() }
    }

    fn free(signature: &str, seal: bool) -> (usize, usize) {
        let document = document(&[(Role::Signature, signature), (Role::Date { seal }, "2022年1月5日")]);
        (document.free_at_right(0, CELLS).expect("a signature"), document.free_at_right(1, CELLS).expect("a date"))
    }

    #[test]
    fn the_date_begins_two_characters_after_the_signature() {
        let (date, short, long) = (4 + 2 + 1 + 2 + 1 + 2, 3 * 2, 11 * 2);
        assert_eq!(free("宣传部", false), (date + 8 - short, 4));
        assert_eq!(free("中共某某区委员会宣传部", false), (4, long - date));
    }

    #[test]
    fn a_column_without_a_width_gets_an_average_one() {
        let cell = || vec![];
        let table = |widths: &[u16]| Table {
            widths: widths.to_vec(),
            header: vec![String::new()],
            rows: vec![vec![cell(); 3]],
            ..Table::default()
        };
        assert_eq!(table(&[1, 0, 3]).column_widths(600), [100, 200, 300]);
        assert_eq!(table(&[]).column_widths(600), [200, 200, 200]);
        assert_eq!(Table::default().column_widths(600), [0; 0]);
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
