//! Numbers that were typed by hand: where they stand in a text with figures, and which of them nobody was asked about.

use super::widget::{Piece, TextField};
use crate::model::Amount;
use crate::session::Session;
use crate::text::{MEASURES, said};
use crate::token::{Part, TokenText};

/// A number among the words of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The piece it stands in.
    pub piece: usize,
    /// Where it begins in the words of that piece, in bytes.
    pub at: usize,
    /// The number as it is typed.
    pub typed: String,
    /// Its unit.
    pub unit: String,
}

impl Number {
    /// Number and unit.
    pub fn said(&self) -> String {
        format!("{}{}", self.typed, self.unit)
    }
}

/// The numbers in a field.
pub fn numbers(field: &TextField, session: &Session) -> Vec<Number> {
    let words = field.pieces().into_iter().enumerate().filter_map(|(piece, one)| match one {
        Piece::Words(words) => Some((piece, words)),
        Piece::Unit(_) => None,
    });
    words.flat_map(|(piece, words)| found(piece, &words, session)).collect()
}

/// The numbers among the words of stored text, each with its unit.
pub fn stored(text: &str, session: &Session) -> Vec<String> {
    let parsed = TokenText::parse(text);
    let words = parsed.all_parts().filter_map(|part| if let Part::Plain(words, _) = part { Some(words) } else { None });
    words.flat_map(|words| found(0, words, session)).map(|number| number.said()).collect()
}

/// Those of the numbers that are not among the `known` ones, each of which stands for one.
pub fn unasked(numbers: impl IntoIterator<Item = Number>, known: &[String]) -> Vec<Number> {
    let mut left: Vec<&String> = known.iter().collect();
    let is_new = |number: &Number| match left.iter().position(|known| **known == number.said()) {
        Some(at) => {
            left.swap_remove(at);
            false
        }
        None => true,
    };
    numbers.into_iter().filter(is_new).collect()
}

fn found(piece: usize, words: &str, session: &Session) -> Vec<Number> {
    let units: Vec<&str> = session.template().units().into_iter().chain(MEASURES).collect();
    let read = said(words, &units).into_iter().filter(|said| Amount::parse(said.number).is_ok());
    read.map(|said| Number { piece, at: said.at, typed: said.number.into(), unit: said.unit.into() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(number: &str, unit: &str) -> Number {
        Number { piece: 0, at: 0, typed: number.into(), unit: unit.into() }
    }

    #[test]
    fn each_known_number_stands_for_one() {
        let typed = [number("12", "篇"), number("12", "篇"), number("四", "次")];
        assert_eq!(unasked(typed.clone(), &["12篇".into()]), typed[1..]);
        assert_eq!(unasked(typed.clone(), &["四次".into(), "12篇".into(), "12篇".into()]), []);
    }
}
