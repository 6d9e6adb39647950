//! What the store was doing when something failed.

use crate::lang::Lang;

/// What the store was doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Making a ledger.
    Making,
    /// Opening it.
    Opening,
    /// Reading it.
    Reading,
    /// Saving a change.
    Saving,
    /// Keeping a draft.
    Drafting,
    /// Making a backup.
    BackingUp,
    /// Restoring one.
    Restoring,
}

impl Doing {
    pub(super) const fn failed(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Making, Lang::Zh) => "台账没有建成",
            (Self::Making, Lang::En) => "the ledger was not made",
            (Self::Opening, Lang::Zh) => "台账没有打开，数据未动",
            (Self::Opening, Lang::En) => "the ledger was not opened, its data are as they were",
            (Self::Reading, Lang::Zh) => "读不了台账",
            (Self::Reading, Lang::En) => "the ledger cannot be read",
            (Self::Saving, Lang::Zh) => "没有保存",
            (Self::Saving, Lang::En) => "not saved",
            (Self::Drafting, Lang::Zh) => "草稿没有存下",
            (Self::Drafting, Lang::En) => "the draft was not kept",
            (Self::BackingUp, Lang::Zh) => "没有备份成",
            (Self::BackingUp, Lang::En) => "no backup was made",
            (Self::Restoring, Lang::Zh) => "没有恢复，原有数据都在",
            (Self::Restoring, Lang::En) => "nothing was restored, the data that were there still are",
        }
    }
}
