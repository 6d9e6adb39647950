//! Why a place or a file does not serve for a backup or a restore: each time a plain sentence and what to do.

use std::path::PathBuf;

use crate::lang::Lang;

/// Why a place or a file does not serve. Nothing on disk has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A ledger would lie within this one.
    Inside(PathBuf),
    /// A backup would lie among the files of this ledger.
    Among(PathBuf),
    /// A backup would be written through this link.
    Link(PathBuf),
    /// Where a backup is wanted stands a directory or a device.
    NoFile(PathBuf),
    /// There is no such file to restore from.
    Missing(PathBuf),
    /// A backup would replace one that holds something else: another ledger, or more than this one.
    Foreign(PathBuf),
    /// There is no ledger, but what a restore left that was cut short.
    HalfRestored(PathBuf),
    /// There is no ledger, but the one that stood there before a restore.
    OnlyKept(PathBuf),
}

impl Unfit {
    /// Says why it does not serve.
    pub(super) fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Inside(ledger), Lang::Zh) => {
                format!("{} 是一本台账，里面不能再放一本；未作改动", ledger.display())
            }
            (Self::Inside(ledger), Lang::En) => {
                format!("{} is a ledger, and takes no other within it; nothing was changed", ledger.display())
            }
            (Self::Among(ledger), Lang::Zh) => {
                format!("{} 是台账自己的文件夹，备份不能放在里面；没有备份", ledger.display())
            }
            (Self::Among(ledger), Lang::En) => {
                format!("{} is the ledger's own directory and takes no backup; none was made", ledger.display())
            }
            (Self::Link(path), Lang::Zh) => format!("{} 是符号链接，备份不写到链接里；没有备份", path.display()),
            (Self::Link(path), Lang::En) => {
                format!("{} is a symbolic link, and no backup is written through one; none was made", path.display())
            }
            (Self::NoFile(path), Lang::Zh) => format!("{} 不是普通文件（是文件夹或设备）；未作改动", path.display()),
            (Self::NoFile(path), Lang::En) => {
                format!("{} is a directory or a device, not a file; nothing was changed", path.display())
            }
            (Self::Missing(path), Lang::Zh) => format!("没有 {} 这个文件；未作改动", path.display()),
            (Self::Missing(path), Lang::En) => format!("there is no file {}; nothing was changed", path.display()),
            (Self::Foreign(path), Lang::Zh) => {
                format!("{} 是别的备份：另一本台账的，或比现在的内容多；没有覆盖它", path.display())
            }
            (Self::Foreign(path), Lang::En) => {
                format!(
                    "{} is a backup of another ledger, or holds more than this one; it was not replaced",
                    path.display()
                )
            }
            (Self::HalfRestored(left), Lang::Zh) => {
                format!("这里没有台账：上一次恢复没有做完，留下了 {}", left.display())
            }
            (Self::HalfRestored(left), Lang::En) => {
                format!("there is no ledger here: a restore was cut short and left {}", left.display())
            }
            (Self::OnlyKept(kept), Lang::Zh) => format!("这里没有台账，但恢复以前的那一本还在：{}", kept.display()),
            (Self::OnlyKept(kept), Lang::En) => {
                format!("there is no ledger here, but the one from before a restore is in {}", kept.display())
            }
        }
    }

    /// Says what to do.
    pub(super) const fn hint(&self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Inside(_), Lang::Zh) => "换一个在它外面的文件夹",
            (Self::Inside(_), Lang::En) => "choose a directory outside it",
            (Self::Among(_), Lang::Zh) => "不写文件名就放进它的 backup 文件夹；要另存一份，换一个在它外面的地方",
            (Self::Among(_), Lang::En) => {
                "without a name it goes into its folder backup; for a copy choose a place outside"
            }
            (Self::Link(_), Lang::Zh) => "直接写明链接所指的文件，或换一个名字",
            (Self::Link(_), Lang::En) => "name the file that the link points to, or take another name",
            (Self::NoFile(_), Lang::Zh) => "写明一个文件的名字，如 U盘/台账备份.zst",
            (Self::NoFile(_), Lang::En) => "give the name of a file, such as stick/ledger.zst",
            (Self::Missing(_), Lang::Zh) => "看看名字写对没有、U盘还连着没有；taizhang backups 列出台账自己的备份",
            (Self::Missing(_), Lang::En) => {
                "check its name and that the disk is connected; taizhang backups lists the ledger's own"
            }
            (Self::Foreign(_), Lang::Zh) => "换一个名字；确实不要它了，先自己删去",
            (Self::Foreign(_), Lang::En) => "take another name, or remove it yourself if nobody needs it",
            (Self::HalfRestored(_), Lang::Zh) => "再做一次 taizhang restore，留下的会自动清掉",
            (Self::HalfRestored(_), Lang::En) => "run taizhang restore once more; what was left is cleared then",
            (Self::OnlyKept(_), Lang::Zh) => "把它改回原来的名字就能用，或用 --data 指明它",
            (Self::OnlyKept(_), Lang::En) => "give it its old name back, or name it with --data",
        }
    }
}
