//! Where there is no number: a blank, no clause, or 多.

use super::WriterScreen;
use crate::report::MANY;
use crate::ui::live;
use crate::ui::widget::Piece;

/// Signs at which a clause begins and ends.
const STOPS: [char; 7] = ['，', '。', '；', '：', '！', '？', '\n'];

impl WriterScreen {
    /// What stands where the figure has no number: a blank, nothing of its clause, or 多.
    pub(super) fn absent(&mut self, way: usize) {
        let field = &mut self.parts[self.at].field;
        let Some((at, _)) = field.unit() else { return };
        let index = field.index_of(at.start);
        let pieces = field.pieces();
        let new = match way {
            0 => without_clause(pieces, index),
            1 => in_clause(pieces, index),
            _ => replaced(pieces, index, Piece::Words(MANY.into())),
        };
        field.put_all(new, index);
    }
}

/// The pieces with another in the place of the one at `index`.
fn replaced(mut pieces: Vec<Piece>, index: usize, with: Piece) -> Vec<Piece> {
    pieces[index] = with;
    pieces
}

/// The edges of the clause around the piece at `index`.
fn clause(pieces: &[Piece], index: usize) -> Option<(usize, usize)> {
    let mut depth = 0;
    let opens = (0..index).rev().find(|at| {
        depth += level(&pieces[*at]);
        depth > 0
    })?;
    depth = 0;
    let closes = (index..pieces.len()).find(|at| {
        depth += level(&pieces[*at]);
        depth < 0
    })?;
    Some((opens, closes))
}

fn level(piece: &Piece) -> i32 {
    match piece {
        _ if *piece == live::edge(true) => 1,
        _ if *piece == live::edge(false) => -1,
        _ => 0,
    }
}

/// The pieces without the clause around the one at `index`: its words stay.
fn without_clause(mut pieces: Vec<Piece>, index: usize) -> Vec<Piece> {
    if let Some((opens, closes)) = clause(&pieces, index) {
        pieces.remove(closes);
        pieces.remove(opens);
    }
    pieces
}

/// The pieces with the words around the one at `index`, from the sign before them to the one after, made a clause.
fn in_clause(pieces: Vec<Piece>, index: usize) -> Vec<Piece> {
    if clause(&pieces, index).is_some() {
        return pieces;
    }
    let is_stop = |piece: &Piece| matches!(piece, Piece::Words(words) if words.contains(STOPS));
    let first = pieces[..index].iter().rposition(is_stop);
    let last = pieces[index + 1..].iter().position(is_stop).map(|at| at + index + 1);
    let mut made = Vec::with_capacity(pieces.len() + 4);
    if first.is_none() {
        made.push(live::edge(true));
    }
    let count = pieces.len();
    for (at, piece) in pieces.into_iter().enumerate() {
        match piece {
            Piece::Words(words) if Some(at) == first => {
                // The sign before goes with the clause, a full stop stays.
                let cut = words.rfind(STOPS).expect("it has one");
                let sign = words[cut..].chars().next().expect("it has one");
                let cut = if matches!(sign, '，' | '；') { cut } else { cut + sign.len_utf8() };
                made.extend([Piece::Words(words[..cut].into()), live::edge(true), Piece::Words(words[cut..].into())]);
            }
            Piece::Words(words) if Some(at) == last => {
                let cut = words.find(STOPS).expect("it has one");
                made.extend([Piece::Words(words[..cut].into()), live::edge(false), Piece::Words(words[cut..].into())]);
            }
            piece => made.push(piece),
        }
        if last.is_none() && at + 1 == count {
            made.push(live::edge(false));
        }
    }
    made.retain(|piece| !matches!(piece, Piece::Words(words) if words.is_empty()));
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Figured, Live};

    fn pieces(text: &str) -> Vec<Piece> {
        let cut = text.split_inclusive(['[', ']', '#']).flat_map(|part| {
            let (words, sign) = match part.char_indices().next_back() {
                Some((at, sign @ ('[' | ']' | '#'))) => (&part[..at], Some(sign)),
                _ => (part, None),
            };
            let words = (!words.is_empty()).then(|| Live::Words(words.into()));
            let sign = sign.map(|sign| match sign {
                '#' => Live::Figure(Figured { stored: "{次数}".into(), shown: "4".into(), is_blank: false }),
                sign => Live::Edge(sign == '['),
            });
            words.into_iter().chain(sign)
        });
        live::pieces(cut.collect())
    }

    fn at_figure(text: &str, act: fn(Vec<Piece>, usize) -> Vec<Piece>) -> Vec<Piece> {
        let pieces = pieces(text);
        let index = pieces.iter().position(|piece| level(piece) == 0 && matches!(piece, Piece::Unit(_)));
        act(pieces, index.expect("there is a figure"))
    }

    #[test]
    fn the_words_from_sign_to_sign_become_a_clause() {
        for (text, clause) in [
            ("学习，共#次。", "学习[，共#次]。"),
            ("全年。共#次，很好。", "全年。[共#次]，很好。"),
            ("共#次", "[共#次]"),
            ("学习[，共#次]。", "学习[，共#次]。"),
        ] {
            assert_eq!(at_figure(text, in_clause), pieces(clause), "{text}");
        }
    }

    #[test]
    fn a_clause_is_opened_again_and_its_words_stay() {
        assert_eq!(at_figure("学习[，共[#]次]。", without_clause), pieces("学习[，共#次]。"));
        assert_eq!(at_figure("共#次", without_clause), pieces("共#次"));
    }
}
