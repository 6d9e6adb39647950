//! What was done for a ledger beside opening it: a restore finished or cleared, a part made, moved or dropped.

use std::path::PathBuf;

use crate::lang::Lang;

/// Something that was done for a ledger, and is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A restore that was cut short is finished; here the ledger is that stood there before.
    Finished {
        /// Where it is, when there was one.
        kept: Option<PathBuf>,
    },
    /// What a restore left that was cut short is removed.
    Cleared(PathBuf),
    /// Room for a full disk is kept again.
    ReserveMade,
    /// A useless cache is gone.
    CacheDropped(PathBuf),
    /// A damaged backup has this name now.
    BackupAside(PathBuf),
    /// A backup was made.
    BackupMade(PathBuf),
}

impl Step {
    /// Says what was done.
    pub(super) fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Finished { kept: Some(kept) }, Lang::Zh) => {
                format!("上一次恢复中途断了，现已做完；恢复以前的台账在 {}", kept.display())
            }
            (Self::Finished { kept: Some(kept) }, Lang::En) => {
                format!("a restore that was cut short is finished; the ledger from before is in {}", kept.display())
            }
            (Self::Finished { kept: None }, Lang::Zh) => "上一次恢复中途断了，现已做完".into(),
            (Self::Finished { kept: None }, Lang::En) => "a restore that was cut short is finished".into(),
            (Self::Cleared(left), Lang::Zh) => {
                format!("有一次恢复没有做完，没有生效；它留下的 {} 已删去", left.display())
            }
            (Self::Cleared(left), Lang::En) => {
                format!("a restore was cut short and had no effect; what it left, {}, is removed", left.display())
            }
            (Self::ReserveMade, Lang::Zh) => "已重新留出磁盘满时用的16兆字节".into(),
            (Self::ReserveMade, Lang::En) => "16 MiB are kept again for a full disk".into(),
            (Self::CacheDropped(path), Lang::Zh) => format!("缓存 {} 不能用，已删去，需要时会重写", path.display()),
            (Self::CacheDropped(path), Lang::En) => {
                format!("the cache {} was of no use and is removed; it is written anew when needed", path.display())
            }
            (Self::BackupAside(aside), Lang::Zh) => format!("损坏的备份已改名为 {}，不再当备份", aside.display()),
            (Self::BackupAside(aside), Lang::En) => {
                format!("a damaged backup is {} now, and no longer taken for one", aside.display())
            }
            (Self::BackupMade(path), Lang::Zh) => format!("已另做一份备份：{}", path.display()),
            (Self::BackupMade(path), Lang::En) => format!("another backup was made: {}", path.display()),
        }
    }

    /// Says what to do; often nothing.
    pub(super) const fn hint(&self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Finished { .. }, Lang::Zh) => "请看一下内容是否就是要恢复的",
            (Self::Finished { .. }, Lang::En) => "see that it holds what you wanted back",
            (Self::Cleared(_), Lang::Zh) => "仍要恢复，就再做一次 taizhang restore",
            (Self::Cleared(_), Lang::En) => "run taizhang restore once more if you still want it",
            (Self::BackupAside(_), Lang::Zh) => "请检查那块磁盘；确认无用后可以删去",
            (Self::BackupAside(_), Lang::En) => "have that disk checked; the file can go once nobody needs it",
            (Self::ReserveMade | Self::CacheDropped(_) | Self::BackupMade(_), Lang::Zh) => "不需要做什么",
            (Self::ReserveMade | Self::CacheDropped(_) | Self::BackupMade(_), Lang::En) => "nothing needs to be done",
        }
    }
}
