//! The report's texts in fields: what is stored becomes words and units, and back.

use super::widget::{Piece, TextField, Unit, UnitLook};
use crate::report::{Figured, Live, stored};

/// How the edges of a clause are seen.
const EDGES: [&str; 2] = ["〔", "〕"];

/// A field that holds a text.
pub fn field(text: Vec<Live>) -> TextField {
    TextField::live(pieces(text))
}

/// The text as a field holds it.
pub fn pieces(text: Vec<Live>) -> Vec<Piece> {
    text.into_iter().map(piece).collect()
}

/// What is stored of what stands in a field.
pub fn text_of(field: &TextField) -> String {
    let live = field.pieces().into_iter().map(|piece| match piece {
        Piece::Words(words) => Live::Words(words),
        Piece::Unit(Unit { look: UnitLook::Edge, shown, .. }) => Live::Edge(shown == EDGES[0]),
        Piece::Unit(Unit { stored, shown, look }) => {
            Live::Figure(Figured { stored, shown, is_blank: look == UnitLook::Blank })
        }
    });
    stored(&live.collect::<Vec<_>>())
}

/// The text as it is seen, in one line.
pub fn shown(text: Vec<Live>) -> String {
    let seen = text.into_iter().map(|live| match live {
        Live::Words(words) => words,
        Live::Figure(figured) => figured.shown,
        Live::Edge(_) => String::new(),
    });
    seen.collect()
}

/// A figure as a unit.
pub fn unit(figured: Figured) -> Piece {
    let look = if figured.is_blank { UnitLook::Blank } else { UnitLook::Figure };
    Piece::Unit(Unit { stored: figured.stored, shown: figured.shown, look })
}

fn piece(live: Live) -> Piece {
    match live {
        Live::Words(words) => Piece::Words(words),
        Live::Figure(figured) => unit(figured),
        Live::Edge(opens) => edge(opens),
    }
}

/// Where a clause begins or ends.
pub fn edge(opens: bool) -> Piece {
    let shown = EDGES[usize::from(!opens)].to_owned();
    Piece::Unit(Unit { stored: String::new(), shown, look: UnitLook::Edge })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_stored_as_it_was_read() {
        let figured = Figured { stored: "{次数|汉}".into(), shown: "四".into(), is_blank: false };
        let text = vec![
            Live::Words("学习".into()),
            Live::Edge(true),
            Live::Words("，共".into()),
            Live::Figure(figured),
            Live::Words("次".into()),
            Live::Edge(false),
            Live::Words("。{".into()),
        ];
        assert_eq!(text_of(&field(text)), "学习{?，共{次数|汉}次}。{{");
    }
}
