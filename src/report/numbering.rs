//! Numbering words: written by the program, renumbered over what prints.

use crate::model::Numbering;
use crate::text::ordinal_han;

/// The word before the n-th (from 0) of `all` children that print.
pub(super) fn word(numbering: Numbering, n: usize, all: usize) -> String {
    let digits = n + 1;
    let han = ordinal_han(digits as u64);
    match numbering {
        Numbering::None => String::new(),
        Numbering::Ordinal => format!("第{han}，"),
        Numbering::Shi => format!("{han}是"),
        Numbering::Arabic => format!("{digits}."),
        Numbering::Bracket => format!("（{digits}）"),
        Numbering::Sections => format!("（{han}）"),
        Numbering::Parts => format!("{han}、"),
        Numbering::Sides => side(n, all).into(),
    }
}

/// Whether sentences so numbered follow each other in one paragraph.
pub(super) const fn runs_on(numbering: Numbering) -> bool {
    matches!(numbering, Numbering::None | Numbering::Shi | Numbering::Sides)
}

/// 一方面，…；另一方面，…; what stands alone is no side.
const fn side(n: usize, all: usize) -> &'static str {
    match (n, all) {
        (_, 0 | 1) => "",
        (0, _) => "一方面，",
        (1, _) => "另一方面，",
        _ => "同时，",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_numbering_has_its_words() {
        let words = |numbering| (0..2).map(|n| word(numbering, n, 2)).collect::<Vec<_>>().join(" ");
        assert_eq!(words(Numbering::Ordinal), "第一， 第二，");
        assert_eq!(words(Numbering::Shi), "一是 二是");
        assert_eq!(words(Numbering::Arabic), "1. 2.");
        assert_eq!(words(Numbering::Bracket), "（1） （2）");
        assert_eq!(words(Numbering::Sections), "（一） （二）");
        assert_eq!(words(Numbering::Parts), "一、 二、");
        assert_eq!(words(Numbering::Sides), "一方面， 另一方面，");
        assert_eq!(word(Numbering::Sides, 0, 1), "");
    }
}
