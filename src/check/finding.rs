//! A finding: how grave it is, where it is, why, and what mends it where that is certain.

use super::Why;
use crate::id::{EntryId, IndicatorId, ItemId, KindId, PassageId, SectionId};
use crate::lang::Lang;
use crate::model::{Common, Record};

/// Something that somebody should look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What sort of thing it is about.
    pub group: Group,
    /// How grave it is.
    pub severity: Severity,
    /// Where it is looked into.
    pub place: Place,
    /// The section that answers for it; none: a kind's or an entry's, which serve several.
    pub section: Option<SectionId>,
    /// What is wrong.
    pub why: Why,
    /// The record as it should be, where that is certain.
    pub fix: Option<Box<Record>>,
}

/// What sort of thing a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// 数字.
    Numbers,
    /// 说法: what is claimed, and what proves it.
    Claims,
    /// 文字.
    Words,
}

/// How grave a finding is, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It is wrong, whatever was meant.
    Error,
    /// It may be right, and somebody must say so.
    Doubt,
    /// It hardly matters.
    Note,
}

/// Where a finding is looked into.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A field of an item.
    Item {
        /// The item.
        id: ItemId,
        /// The id of the field.
        field: String,
    },
    /// A passage of the report.
    Passage(PassageId),
    /// A figure.
    Figure(IndicatorId),
    /// The sentence of a kind.
    Kind(KindId),
    /// The printed name of an entry.
    Entry(EntryId),
    /// Something that has no place of its own on a screen.
    Ledger(String),
}

impl Finding {
    /// A finding without a certain cure; its section is found later.
    pub(super) const fn new(group: Group, severity: Severity, place: Place, why: Why) -> Self {
        Self { group, severity, place, section: None, why, fix: None }
    }
}

impl Place {
    /// A field that every item has.
    pub(super) fn common(id: ItemId, field: Common) -> Self {
        Self::Item { id, field: field.id().into() }
    }
}

impl Group {
    /// What it is called on the screen.
    pub const fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::Numbers => lang.check_numbers(),
            Self::Claims => lang.check_claims(),
            Self::Words => lang.check_words(),
        }
    }

    /// The stable word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::Claims => "claims",
            Self::Words => "words",
        }
    }
}

impl Severity {
    /// What it is called on the screen.
    pub const fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::Error => lang.check_error(),
            Self::Doubt => lang.check_doubt(),
            Self::Note => lang.check_note(),
        }
    }

    /// The stable word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Doubt => "doubt",
            Self::Note => "note",
        }
    }
}
