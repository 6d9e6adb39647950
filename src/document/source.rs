//! Where a stretch of printed text comes from.

use crate::id::{EntryId, IndicatorId, ItemId, PassageId, SettingId};

/// A stretch of stored text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// Where a run comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// The program wrote it: a numbering word, a page part.
    Program,
    /// The user's own words in a passage; the span counts through its lead, text and closing as if they stood in one.
    Passage(PassageId, Span),
    /// Words of an item's sentence.
    Item(ItemId),
    /// A token: the passage or item it stands in, and what it took.
    Token {
        /// The passage, when it stands in one.
        passage: Option<PassageId>,
        /// The item, when it stands in an item's sentence.
        item: Option<ItemId>,
        /// The name in the braces.
        name: String,
        /// What was taken.
        figure: FigureSource,
    },
}

/// What a token took.
#[derive(Clone, Debug, PartialEq)]
pub enum FigureSource {
    /// A setting.
    Setting(SettingId),
    /// An indicator's value, from these items; returns are named by unit.
    Indicator {
        /// Which.
        id: IndicatorId,
        /// The items counted.
        items: Vec<ItemId>,
        /// The units whose returns were counted.
        units: Vec<EntryId>,
    },
    /// How many there are of something that these items share.
    Tally(Vec<ItemId>),
    /// A field of the item itself.
    Field(ItemId),
    /// An entry or entries of a register.
    Entries(Vec<EntryId>),
    /// The calendar: the ledger's year, the day the report is as of.
    Calendar,
    /// Nothing known by that name.
    Unknown,
}
