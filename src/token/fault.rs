//! A token that stands somewhere and cannot print what it should: where, what stands there, what was probably meant.

use super::{Format, TokenError};
use crate::id::{EntryId, ItemId, KindId, PassageId};
use crate::lang::Lang;

/// A token that could not print what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenFault {
    /// Where it stands.
    pub place: FaultPlace,
    /// The token as it is stored, braces included.
    pub token: String,
    /// What is wrong with it.
    pub what: Trouble,
    /// The name or format that was probably meant.
    pub nearest: Option<String>,
}

/// Where a token stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultPlace {
    /// In a passage.
    Passage(PassageId),
    /// In an item's own wording.
    Item(ItemId),
    /// In the sentence of a kind.
    Kind(KindId),
    /// In the printed name of an entry.
    Entry(EntryId),
}

/// What is wrong with a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is none by the grammar.
    Grammar(TokenError),
    /// Nothing is called so.
    Unknown,
    /// This format does not fit what is measured.
    Misfit(Format),
    /// 同比 without a figure of the year before: the clause is left out.
    NoBase,
}

impl Trouble {
    /// Says what is wrong with `token`.
    pub fn text(&self, token: &str, lang: Lang) -> String {
        match (self, lang) {
            (Self::Grammar(error), _) => error.text(lang),
            (Self::Unknown, Lang::Zh) => format!("`{token}` 没有这个名称的指标、设置或字段"),
            (Self::Unknown, Lang::En) => format!("`{token}` names no figure, setting or field"),
            (Self::Misfit(format), Lang::Zh) => format!("`{token}` 不能用写法“{format}”"),
            (Self::Misfit(format), Lang::En) => format!("`{token}` cannot be printed as `{format}`"),
            (Self::NoBase, Lang::Zh) => format!("`{token}` 没有上年同期数，这一句已略去"),
            (Self::NoBase, Lang::En) => format!("`{token}` has no figure of the year before; the clause is left out"),
        }
    }
}
