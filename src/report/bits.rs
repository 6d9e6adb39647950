//! Bits: what a value prints, cut where a blank begins and ends, before anyone says where it stands.

use crate::document::Run;
use crate::id::ItemId;
use crate::text::typed_blanks;

/// A stretch of a printed value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bit {
    /// What prints.
    pub(super) text: String,
    /// It is a blank.
    pub(super) blank: bool,
    /// The item it was taken from, where a member of a list is meant.
    pub(super) item: Option<ItemId>,
}

impl Bit {
    /// Words.
    pub(super) fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), blank: false, item: None }
    }

    /// A blank.
    pub(super) fn blank() -> Self {
        Self { text: Run::BLANK.into(), blank: true, item: None }
    }
}

/// Cuts words at the blanks typed into them by hand.
pub(super) fn cut_at_blanks(text: &str) -> Vec<Bit> {
    let mut bits = Vec::new();
    let mut at = 0;
    for blank in typed_blanks(text) {
        if at < blank.start {
            bits.push(Bit::words(&text[at..blank.start]));
        }
        bits.push(Bit::blank());
        at = blank.end;
    }
    if at < text.len() {
        bits.push(Bit::words(&text[at..]));
    }
    bits
}

/// Joins neighbouring words; blanks stay by themselves.
pub(super) fn joined(bits: Vec<Bit>) -> Vec<Bit> {
    bits.into_iter().filter(|bit| !bit.text.is_empty()).fold(Vec::new(), |mut done: Vec<Bit>, bit| {
        match done.last_mut() {
            Some(last) if !last.blank && !bit.blank => {
                last.item = last.item.filter(|item| bit.item == Some(*item));
                last.text.push_str(&bit.text);
            }
            _ => done.push(bit),
        }
        done
    })
}

/// What the bits read as.
pub(super) fn text_of(bits: &[Bit]) -> String {
    bits.iter().map(|bit| bit.text.as_str()).collect()
}
