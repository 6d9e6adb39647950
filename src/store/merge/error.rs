//! Why two ledgers cannot be merged.

use std::path::PathBuf;

use crate::lang::Lang;
use crate::store::StoreError;

/// Why two ledgers cannot be merged; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeError {
    /// One of them cannot be read.
    Store(StoreError),
    /// The other one did not grow from the same ledger.
    Foreign(PathBuf),
}

impl MergeError {
    /// Says what is wrong.
    pub fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Store(error), _) => error.text(lang),
            (Self::Foreign(path), Lang::Zh) => format!("{} 与本台账不是同一本分出来的，没有合并", path.display()),
            (Self::Foreign(path), Lang::En) => {
                format!("{} did not grow from the same ledger as this one; nothing was merged", path.display())
            }
        }
    }

    /// Says what to do.
    pub fn hint(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Store(error), _) => error.hint(lang),
            (Self::Foreign(_), Lang::Zh) => {
                "两本各自建的台账不能合并：把那一本用 taizhang export --format jsonl 全部导出，再用 taizhang import 导入到另一个空目录，单独打开".into()
            }
            (Self::Foreign(_), Lang::En) => {
                "ledgers that were made apart do not merge: write that one with `taizhang export --format jsonl` and \
                 make a ledger of its own of it with `taizhang import` in an empty directory"
                    .into()
            }
        }
    }
}

impl From<StoreError> for MergeError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
