//! What a doctor finds beside damage: parts that are missing or unfinished, and what a repair does about each finding.

use std::path::PathBuf;

use super::error::StoreError;
use crate::lang::Lang;

/// A part of a ledger that is missing or unfinished. No record is lost by any of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// FORMAT is not there.
    NoFormat(PathBuf),
    /// FORMAT says nothing that makes sense.
    BadFormat(PathBuf),
    /// The database is not there.
    NoDatabase(PathBuf),
    /// The room for a full disk is not kept.
    NoReserve(PathBuf),
    /// The last line of the journal was never finished.
    Torn(PathBuf),
    /// A restore that was cut short left this.
    Leftover(PathBuf),
}

impl Fault {
    /// Says what is missing, and whether anything is lost by it.
    pub(super) fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::NoFormat(path), Lang::Zh) => format!("格式说明文件 {} 不在；数据都在", path.display()),
            (Self::NoFormat(path), Lang::En) => format!("the file {} is missing; all data are there", path.display()),
            (Self::BadFormat(path), Lang::Zh) => format!("格式说明文件 {} 读不懂；数据都在", path.display()),
            (Self::BadFormat(path), Lang::En) => {
                format!("the file {} makes no sense; all data are there", path.display())
            }
            (Self::NoDatabase(path), Lang::Zh) => format!("数据库 {} 不在；日志里什么都有，数据都在", path.display()),
            (Self::NoDatabase(path), Lang::En) => {
                format!("the database {} is missing; the journal has all data", path.display())
            }
            (Self::NoReserve(path), Lang::Zh) => {
                format!("没有预留空间（{}），磁盘满时手头的一条可能存不下", path.display())
            }
            (Self::NoReserve(path), Lang::En) => {
                format!("no room is kept for a full disk ({}): the work in hand might not be saved", path.display())
            }
            (Self::Torn(path), Lang::Zh) => {
                format!("日志 {} 的最后一行不完整，没有算进来；其余都在", path.display())
            }
            (Self::Torn(path), Lang::En) => {
                format!(
                    "the last line of the journal {} is not whole and was left out; all others count",
                    path.display()
                )
            }
            (Self::Leftover(path), Lang::Zh) => format!("{} 是没有做完的恢复留下的；台账没有受影响", path.display()),
            (Self::Leftover(path), Lang::En) => {
                format!("{} is left of a restore that was cut short; the ledger is as it was", path.display())
            }
        }
    }

    /// Says what to do.
    pub(super) const fn hint(lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => "下次打开台账去记录时自动处理，也可用 taizhang doctor --repair",
            Lang::En => "the next opening to record something mends it, and so does taizhang doctor --repair",
        }
    }

    const fn repair(&self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::NoFormat(_), Lang::Zh) => "加 --repair：重新写好，并用日志重建数据库",
            (Self::NoFormat(_), Lang::En) => "--repair writes it anew, and rebuilds the database from the journal",
            (Self::BadFormat(_), Lang::Zh) => "加 --repair：读不懂的留在旁边，重新写好，并用日志重建数据库",
            (Self::BadFormat(_), Lang::En) => {
                "--repair keeps it beside a new one, and rebuilds the database from the journal"
            }
            (Self::NoDatabase(_), Lang::Zh) => "加 --repair：用日志重建",
            (Self::NoDatabase(_), Lang::En) => "--repair rebuilds it from the journal",
            (Self::NoReserve(_), Lang::Zh) => "加 --repair：重新留出16兆字节（磁盘上要有这么多空间）",
            (Self::NoReserve(_), Lang::En) => "--repair keeps 16 MiB again, if the disk has them",
            (Self::Torn(_), Lang::Zh) => "加 --repair：把这半行移到旁边留着",
            (Self::Torn(_), Lang::En) => "--repair moves the unfinished line to a file beside it",
            (Self::Leftover(_), Lang::Zh) => "加 --repair：删去它",
            (Self::Leftover(_), Lang::En) => "--repair removes it",
        }
    }
}

impl StoreError {
    /// Says what a repair does about this finding of a doctor; none: it can do nothing.
    pub const fn repair(&self, lang: Lang) -> Option<&'static str> {
        Some(match (self, lang) {
            (Self::Fault(fault), _) => fault.repair(lang),
            (Self::Damaged { .. } | Self::Gap { .. }, Lang::Zh) => {
                "加 --repair：先用备份补，补不回的逐条说明；坏文件留在旁边"
            }
            (Self::Damaged { .. } | Self::Gap { .. }, Lang::En) => {
                "--repair heals it from a backup first, names what no backup has, and keeps the damaged file"
            }
            (Self::Short, Lang::Zh) => "加 --repair：用备份或数据库补回日志末尾",
            (Self::Short, Lang::En) => "--repair brings the end back from a backup or the database",
            (Self::Exposed(_), Lang::Zh) => "加 --repair：改为只有本人可读",
            (Self::Exposed(_), Lang::En) => "--repair takes the others' rights away",
            (Self::Database(_), Lang::Zh) => "加 --repair：用日志重建，旧的留在旁边",
            (Self::Database(_), Lang::En) => "--repair rebuilds it from the journal and keeps the old one",
            (Self::Cache(_), Lang::Zh) => "加 --repair：删去它；里面没有别处没有的东西",
            (Self::Cache(_), Lang::En) => "--repair removes it; it holds nothing that is not elsewhere",
            (Self::BadBackup(_), Lang::Zh) => "加 --repair：改名留在原处，不再当备份；没有别的好备份就另做一份",
            (Self::BadBackup(_), Lang::En) => {
                "--repair gives it another name, as it is no backup, and makes a new one if no other is whole"
            }
            _ => return None,
        })
    }
}
