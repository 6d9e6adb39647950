//! A passage (段落): a node of the report's text.

use serde::{Deserialize, Serialize};

use super::{Unknown, Year};
use crate::id::PassageId;

/// A node of the report: its lead, its text with tokens, its children and how they are numbered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Permanent id within the year.
    pub id: PassageId,
    /// The node above; none for the roots.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<PassageId>,
    /// Its place among its siblings.
    pub rank: Rank,
    /// What it is on the page.
    #[serde(default)]
    pub style: Style,
    /// Heading or lead sentence, with tokens; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lead: String,
    /// The text after it, with tokens; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The text after the items and children, with tokens; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub closing: String,
    /// How its children are numbered, or its items when it has none.
    #[serde(default)]
    pub numbering: Numbering,
    /// Whether it begins a paragraph.
    #[serde(default)]
    pub flow: Flow,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// The place of a passage in the store.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PassageKey(pub Year, pub PassageId);

/// What a passage is on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// The title; its `lead` is the text.
    Title,
    /// A stand-alone heading 一、.
    Part,
    /// A paragraph that opens with its lead in 楷体 as a run-in heading （一）.
    Section,
    /// A point or plain paragraph.
    #[default]
    Point,
}

/// How children are numbered; the words are written by the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Numbering {
    /// Not at all.
    #[default]
    None,
    /// 第一，
    Ordinal,
    /// 一是
    Shi,
    /// 1.
    Arabic,
    /// （1）
    Bracket,
    /// 一方面，…；另一方面，…
    Sides,
    /// （一）
    Sections,
    /// 一、
    Parts,
}

impl Numbering {
    /// Those that points are numbered with, the most used first; none comes last.
    pub const OF_POINTS: [Self; 6] = [Self::Ordinal, Self::Shi, Self::Arabic, Self::Bracket, Self::Sides, Self::None];
    /// Those of the first two orders, which headings have.
    pub const OF_HEADINGS: [Self; 2] = [Self::Parts, Self::Sections];
}

/// Whether a passage begins a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Flow {
    /// It does.
    #[default]
    Paragraph,
    /// It runs on after what stands before it.
    Run,
}

/// A place among siblings: fractions written as letters, so that there is always room between two.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Rank(String);

impl Rank {
    /// The n-th of a fresh row, n from 0.
    pub fn nth(n: usize) -> Self {
        Self(format!("{:04}i", n + 1))
    }

    /// A place after `before` and ahead of `after`.
    /// `before < after` must hold.
    pub fn between(before: Option<&Self>, after: Option<&Self>) -> Self {
        let low = before.map_or(&b""[..], |rank| rank.0.as_bytes());
        let high = after.map(|rank| rank.0.as_bytes());
        let mut made = Vec::new();
        for at in 0.. {
            // A rank never ends in the lowest letter: there would be no room before it.
            let floor = low.get(at).copied().unwrap_or(b'0');
            let ceiling = match high {
                Some(high) if high.starts_with(&made) => high.get(at).copied().unwrap_or(b'z' + 1),
                _ => b'z' + 1,
            };
            if ceiling > floor + 1 {
                made.push(floor + (ceiling - floor) / 2);
                break;
            }
            made.push(floor);
        }
        Self(String::from_utf8(made).expect("ranks are ASCII"))
    }

    /// So many places after `before` and ahead of `after`, in their order; halving keeps them short.
    /// `before < after` must hold.
    pub fn row(before: Option<&Self>, after: Option<&Self>, many: usize) -> Vec<Self> {
        if many == 0 {
            return Vec::new();
        }
        let middle = Self::between(before, after);
        let mut row = Self::row(before, Some(&middle), many / 2);
        let rest = Self::row(Some(&middle), after, many - 1 - many / 2);
        row.push(middle);
        row.extend(rest);
        row
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn there_is_room_before_the_first_again_and_again() {
        let mut first = Rank::nth(0);
        for _ in 0..50 {
            let before = Rank::between(None, Some(&first));
            assert!(before < first, "{before:?} {first:?}");
            first = before;
        }
    }

    #[test]
    fn a_row_of_many_is_sorted_and_its_ranks_are_short() {
        let (low, high) = (Rank::nth(0), Rank::nth(1));
        let row = Rank::row(Some(&low), Some(&high), 20_000);
        assert_eq!(row.len(), 20_000);
        assert!(row.is_sorted() && low < row[0] && row[19_999] < high);
        assert!(row.iter().all(|rank| rank.0.len() < 24));
    }

    proptest! {
        #[test]
        fn there_is_always_room_between_two(cuts in prop::collection::vec(0usize..50, 1..60)) {
            let mut row: Vec<Rank> = (0..3).map(Rank::nth).collect();
            for cut in cuts {
                let at = cut % (row.len() + 1);
                let made = Rank::between(at.checked_sub(1).map(|i| &row[i]), row.get(at));
                row.insert(at, made);
                prop_assert!(row.is_sorted() && row.windows(2).all(|two| two[0] != two[1]));
            }
        }
    }
}
