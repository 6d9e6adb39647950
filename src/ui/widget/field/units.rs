//! Units: stretches that are one character for cursor, deletion and copying, and show as something longer.
//!
//! A unit stands in the field's text as one character of a private plane, so that moving, selecting and undo know
//! nothing of it; only where lines are broken and drawn is it seen as what it shows.

use std::borrow::Cow;
use std::ops::Range;

/// The first and last character that stand for units.
const PLANE: std::ops::RangeInclusive<char> = '\u{f0000}'..='\u{ffffd}';

/// What a unit looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitLook {
    /// A figure that prints.
    Figure,
    /// A figure that prints as a blank, or not at all.
    Blank,
    /// Where a clause that may be left out begins or ends.
    Edge,
}

/// A stretch that is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What it is in stored text.
    pub stored: String,
    /// What is seen of it; never empty.
    pub shown: String,
    /// How it looks.
    pub look: UnitLook,
}

/// A piece of a text with units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Typed words.
    Words(String),
    /// A unit.
    Unit(Unit),
}

/// The units that were ever in a field, so that undo can bring them back.
#[derive(Clone, Debug, Default)]
pub(super) struct Units {
    all: Vec<Unit>,
}

impl Units {
    /// Bytes of the character that stands for a unit.
    pub(super) const WIDTH: usize = PLANE.start().len_utf8();

    /// The character that stands for `unit`.
    pub(super) fn add(&mut self, unit: Unit) -> char {
        let at = self.all.iter().position(|known| *known == unit).unwrap_or_else(|| {
            self.all.push(unit);
            self.all.len() - 1
        });
        PLANE.clone().nth(at).expect("a text has fewer figures than the plane has characters")
    }

    /// The unit that `c` stands for.
    pub(super) fn get(&self, c: char) -> Option<&Unit> {
        let at = PLANE.contains(&c).then(|| u32::from(c) - u32::from(*PLANE.start()))?;
        self.all.get(at as usize)
    }

    /// `text` without characters that could be taken for units.
    pub(super) fn without(text: &str) -> String {
        text.chars().filter(|c| !PLANE.contains(c)).collect()
    }

    /// `text` as it is seen.
    pub(super) fn shown<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !text.contains(|c| PLANE.contains(&c)) {
            return Cow::Borrowed(text);
        }
        let mut shown = String::with_capacity(text.len() * 2);
        for c in text.chars() {
            match self.get(c) {
                Some(unit) => shown.push_str(&unit.shown),
                None => shown.push(c),
            }
        }
        Cow::Owned(shown)
    }

    /// The byte of what is seen that the byte `at` of `text` stands at.
    pub(super) fn to_shown(&self, text: &str, at: usize) -> usize {
        text[..at].chars().map(|c| self.get(c).map_or(c.len_utf8(), |unit| unit.shown.len())).sum()
    }

    /// The byte of `text` whose character is seen at the byte `at`: inside a unit, where it begins.
    pub(super) fn to_text(&self, text: &str, at: usize) -> usize {
        let mut seen = 0;
        for (start, c) in text.char_indices() {
            let next = seen + self.get(c).map_or(c.len_utf8(), |unit| unit.shown.len());
            if next > at {
                return start;
            }
            seen = next;
        }
        text.len()
    }

    /// Where units are seen in `text`, in bytes of what is seen.
    pub(super) fn spans(&self, text: &str) -> Vec<(Range<usize>, UnitLook)> {
        let mut spans = Vec::new();
        let mut seen = 0;
        for c in text.chars() {
            let unit = self.get(c);
            let next = seen + unit.map_or(c.len_utf8(), |unit| unit.shown.len());
            spans.extend(unit.map(|unit| (seen..next, unit.look)));
            seen = next;
        }
        spans
    }

    /// `text` cut into words and units.
    pub(super) fn pieces(&self, text: &str) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        for c in text.chars() {
            match (self.get(c), pieces.last_mut()) {
                (Some(unit), _) => pieces.push(Piece::Unit(unit.clone())),
                (None, Some(Piece::Words(words))) => words.push(c),
                (None, _) => pieces.push(Piece::Words(c.into())),
            }
        }
        pieces
    }

    /// The text that the pieces make.
    pub(super) fn text(&mut self, pieces: Vec<Piece>) -> String {
        let mut text = String::new();
        for piece in pieces {
            match piece {
                Piece::Words(words) => text.push_str(&Self::without(&words)),
                Piece::Unit(unit) => text.push(self.add(unit)),
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unit(shown: &str) -> Unit {
        Unit { stored: format!("{{{shown}}}"), shown: shown.into(), look: UnitLook::Figure }
    }

    fn words(text: &str) -> Piece {
        Piece::Words(text.into())
    }

    #[test]
    fn a_unit_is_one_character_and_shows_as_its_figure() {
        let mut units = Units::default();
        let text = units.text(vec![words("共"), Piece::Unit(unit("187篇")), words("。")]);
        assert_eq!(text.chars().count(), 3);
        assert_eq!(units.shown(&text), "共187篇。");
        assert_eq!(units.to_shown(&text, text.len()), "共187篇。".len());
        assert_eq!(units.to_text(&text, "共18".len()), "共".len(), "inside a unit is where it begins");
        assert_eq!(units.spans(&text), [(3..9, UnitLook::Figure)]);
        assert_eq!(Units::without(&text), "共。");
    }

    proptest! {
        #[test]
        fn pieces_are_read_as_they_were_written(parts in prop::collection::vec(("[a-z党]{1,3}", "[0-9篇]{1,4}"), 0..6)) {
            let pieces: Vec<Piece> =
                parts.iter().flat_map(|(a, b)| [words(a), Piece::Unit(unit(b))]).collect();
            let mut units = Units::default();
            let text = units.text(pieces.clone());
            prop_assert_eq!(units.pieces(&text), pieces);
            let shown = units.shown(&text).into_owned();
            for (at, _) in text.char_indices() {
                prop_assert_eq!(units.to_text(&text, units.to_shown(&text, at)), at);
                prop_assert!(shown.is_char_boundary(units.to_shown(&text, at)));
            }
        }
    }
}
