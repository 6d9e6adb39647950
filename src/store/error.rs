//! Why the store could not do what it was asked: each time a plain sentence and what to do.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

pub use super::doing::Doing;
use super::fault::Fault;
use super::lock::Holder;
use super::notice::some_of;
pub use super::trouble::Trouble;
use super::unfit::Unfit;
use crate::lang::Lang;
use crate::model::ChangeError;

/// Why the store could not do what it was asked. Nothing on disk has changed, unless the text says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The directory holds no ledger.
    NoLedger(PathBuf),
    /// The directory holds no ledger, but backups of one: the newest.
    OnlyBackups(PathBuf),
    /// The directory holds a ledger already.
    Exists(PathBuf),
    /// The directory holds other people's files.
    NotEmpty(PathBuf),
    /// Where a directory is needed stands something else.
    NotDirectory(PathBuf),
    /// A symbolic link stands in the data directory.
    Link(PathBuf),
    /// A pipe or a device stands in the data directory.
    Special(PathBuf),
    /// Another program has the ledger open.
    Locked(Holder),
    /// A newer program wrote this file.
    Newer(PathBuf),
    /// A line of the journal is not what was written.
    Damaged {
        /// The segment.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// The journal lacks changes: the line is not of the number that belongs here.
    Gap {
        /// The segment.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// Behind a line stands another with the same number: somebody else has written to the journal.
    Branch {
        /// The segment.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The records that it changes.
        items: Vec<String>,
    },
    /// The data directory is no longer where it was.
    Moved(PathBuf),
    /// The lock is no longer ours: its file was removed or replaced.
    Unlocked(PathBuf),
    /// The segment that is written to is no longer where it was.
    Gone(PathBuf),
    /// Somebody else cut the segment that is written to, or wrote to it.
    Altered(PathBuf),
    /// Others can read this file.
    Exposed(PathBuf),
    /// The database is damaged, or not what the journal says.
    Database(PathBuf),
    /// The cache is damaged, or of another history.
    Cache(PathBuf),
    /// The second backup folder is not there.
    NoSecond(PathBuf),
    /// The file is no backup, or not whole.
    BadBackup(PathBuf),
    /// No change has this number.
    NoChange(u64),
    /// One record is larger than the store takes.
    TooBig {
        /// Its size in bytes.
        bytes: usize,
    },
    /// Key and record of an edit are of different sorts.
    Change(ChangeError),
    /// A save failed in a way that makes further ones unsafe until the ledger is opened anew.
    Stopped,
    /// The journal lacks its end, which backup or database have: the next opening mends that.
    Short,
    /// A part of the ledger is missing or unfinished.
    Fault(Fault),
    /// A place or a file does not serve for a backup or a restore.
    Unfit(Unfit),
    /// The file system refused.
    Io {
        /// What was being done.
        doing: Doing,
        /// Where.
        path: PathBuf,
        /// Why.
        trouble: Trouble,
    },
}

impl StoreError {
    pub(super) fn io(doing: Doing, path: &Path, error: &io::Error) -> Self {
        Self::Io { doing, path: path.to_owned(), trouble: Trouble::of(error) }
    }

    /// Says what went wrong, and whether anything was lost.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.text_zh(),
            Lang::En => self.text_en(),
        }
    }

    /// Whether it stands in the way of opening the ledger to write, but not of looking at it.
    pub const fn leaves_looking(&self) -> bool {
        let trouble = match self {
            Self::Locked(_) => return true,
            Self::Io { doing: Doing::Opening, trouble, .. } => trouble,
            _ => return false,
        };
        matches!(trouble, Trouble::ReadOnly | Trouble::Forbidden)
    }

    /// Says what to do.
    pub fn hint(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.hint_zh(),
            Lang::En => self.hint_en(),
        }
    }

    fn text_zh(&self) -> String {
        match self {
            Self::NoLedger(dir) => format!("{} 里没有台账", dir.display()),
            Self::OnlyBackups(newest) => format!("这里没有台账，但有它的备份，最新的是 {}", newest.display()),
            Self::Exists(dir) => format!("{} 里已有台账，未作改动", dir.display()),
            Self::NotEmpty(dir) => format!("{} 里有别的文件，不能在此建台账", dir.display()),
            Self::NotDirectory(path) => format!("{} 不是目录，台账要放在目录里", path.display()),
            Self::Link(path) => format!("{} 是符号链接，台账目录内不跟随链接；未作改动", path.display()),
            Self::Special(path) => format!("{} 是管道或设备，不是台账的文件；未作改动", path.display()),
            Self::Locked(holder) => format!("台账正由另一程序打开（{}）", holder.text(Lang::Zh)),
            Self::Newer(path) => format!("{} 由更新版本的程序写成，本程序读不懂；未作改动", path.display()),
            Self::Damaged { file, line } => {
                format!("日志 {} 第{line}行已损坏；未作改动，其余各行都在", file.display())
            }
            Self::Gap { file, line } => format!("日志 {} 第{line}行之前缺少改动；未作改动", file.display()),
            Self::Branch { file, line, items } => {
                let items = some_of(items, Lang::Zh);
                let file = file.display();
                format!("日志 {file} 第{line}行与前面的编号重复，是另一处写入的改动（{items}）；未作改动")
            }
            Self::Moved(dir) => format!("没有保存：台账目录 {} 被移走、改名或删除了", dir.display()),
            Self::Unlocked(path) => {
                format!("没有保存：锁文件 {} 被删除或换掉了，可能有别的程序也在写这本台账", path.display())
            }
            Self::Gone(path) => format!("没有保存：日志 {} 被移走、删除或换掉了", path.display()),
            Self::Altered(path) => format!("没有保存：日志 {} 被别的程序改动了", path.display()),
            Self::Exposed(path) => format!("{} 可被他人读取", path.display()),
            Self::Database(path) => format!("数据库 {} 有损坏，或与日志不符；日志才作准", path.display()),
            Self::Cache(path) => format!("缓存 {} 不能用", path.display()),
            Self::NoSecond(folder) => format!("第二备份文件夹 {} 不在，没有备份到那里", folder.display()),
            Self::BadBackup(path) => format!("{} 不是备份，或者不完整；未作改动", path.display()),
            Self::NoChange(seq) => format!("没有第{seq}号改动"),
            Self::TooBig { bytes } => format!("没有保存：一条记录最大1兆字节，这一条有{bytes}字节"),
            Self::Change(error) => format!("没有保存：{}", error.text(Lang::Zh)),
            Self::Short => "日志末尾的改动不见了（别处还有），补回以前不能保存".into(),
            Self::Stopped => "没有保存：前一次写盘没有成功，为免出错已停止写入".into(),
            Self::Fault(fault) => fault.text(Lang::Zh),
            Self::Unfit(unfit) => unfit.text(Lang::Zh),
            Self::Io { doing, path, trouble } => {
                format!("{}：{}（{}）", doing.failed(Lang::Zh), trouble.text(Lang::Zh), path.display())
            }
        }
    }

    fn text_en(&self) -> String {
        match self {
            Self::NoLedger(dir) => format!("{} holds no ledger", dir.display()),
            Self::OnlyBackups(newest) => {
                format!("there is no ledger here, but backups of one, the newest is {}", newest.display())
            }
            Self::Exists(dir) => format!("{} holds a ledger already; nothing was changed", dir.display()),
            Self::NotEmpty(dir) => format!("{} holds other files; no ledger is made there", dir.display()),
            Self::NotDirectory(path) => format!("{} is no directory, and a ledger needs one", path.display()),
            Self::Link(path) => {
                format!("{} is a symbolic link, and a ledger follows none; nothing was changed", path.display())
            }
            Self::Special(path) => {
                format!("{} is a pipe or a device, not a file of a ledger; nothing was changed", path.display())
            }
            Self::Locked(holder) => format!("another program has the ledger open ({})", holder.text(Lang::En)),
            Self::Newer(path) => {
                format!(
                    "{} was written by a newer program; this one cannot read it and changed nothing",
                    path.display()
                )
            }
            Self::Damaged { file, line } => {
                format!("line {line} of the journal {} is damaged; nothing was changed", file.display())
            }
            Self::Gap { file, line } => {
                format!("changes are missing before line {line} of the journal {}; nothing was changed", file.display())
            }
            Self::Branch { file, line, items } => {
                let (file, items) = (file.display(), some_of(items, Lang::En));
                format!(
                    "line {line} of the journal {file} has a number that is taken, so somebody else wrote it (it changes \
                     {items}); nothing was changed"
                )
            }
            Self::Moved(dir) => {
                format!("not saved: the directory {} of the ledger was moved, renamed or removed", dir.display())
            }
            Self::Unlocked(path) => {
                format!(
                    "not saved: the lock {} was removed or replaced, so another program may be writing to the ledger",
                    path.display()
                )
            }
            Self::Gone(path) => format!("not saved: the journal {} was moved, removed or replaced", path.display()),
            Self::Altered(path) => format!("not saved: another program changed the journal {}", path.display()),
            Self::Exposed(path) => format!("others can read {}", path.display()),
            Self::Database(path) => {
                format!("the database {} is damaged, or not what the journal says, which counts", path.display())
            }
            Self::Cache(path) => format!("the cache {} is of no use", path.display()),
            Self::NoSecond(folder) => {
                format!("the second backup folder {} is not there, so no backup went there", folder.display())
            }
            Self::BadBackup(path) => {
                format!("{} is no backup, or is not whole; nothing was changed", path.display())
            }
            Self::NoChange(seq) => format!("there is no change number {seq}"),
            Self::TooBig { bytes } => format!("not saved: a record has at most 1 MiB, this one has {bytes} bytes"),
            Self::Change(error) => format!("not saved: {}", error.text(Lang::En)),
            Self::Short => {
                "the journal lacks its end, which is known elsewhere; before that is mended nothing is saved".into()
            }
            Self::Stopped => "not saved: an earlier write did not reach the disk, so writing has stopped".into(),
            Self::Fault(fault) => fault.text(Lang::En),
            Self::Unfit(unfit) => unfit.text(Lang::En),
            Self::Io { doing, path, trouble } => {
                format!("{}: {} ({})", doing.failed(Lang::En), trouble.text(Lang::En), path.display())
            }
        }
    }

    fn hint_zh(&self) -> String {
        let hint = match self {
            Self::OnlyBackups(_) => "用 taizhang restore 加上这个文件，就能恢复；要另建一本，换个文件夹",
            Self::NoLedger(_) => "检查 --data 所指目录，或先用 taizhang init 建台账",
            Self::Exists(_) => "直接打开它，或另选一个空目录",
            Self::NotEmpty(_) => "另选一个空目录，或写一个还没有的目录名",
            Self::NotDirectory(_) => "把这个文件移开，或另选一个目录",
            Self::Link(_) => "把链接换成真正的文件或目录，或把整个台账放到链接所指的地方",
            Self::Special(_) => "把它移开，再放回真正的文件；没有的话也能打开，会用备份和别处的内容补回",
            Self::Locked(_) => "先退出那个程序再打开；只看不改可以用 list、status、show",
            Self::Newer(_) => "请用新版本的程序打开",
            Self::Damaged { .. } | Self::Gap { .. } => "用 taizhang doctor --repair 修复：先用备份补，补不回的逐条说明",
            Self::Branch { .. } => "用 taizhang doctor --repair 修复：能接上的接在末尾，接不上的另存并逐条说明",
            Self::Moved(_) => "把它移回原处再保存一次；填写的内容先留在屏幕上，不要退出",
            Self::Unlocked(_) | Self::Altered(_) => "填写的内容留有草稿；请关掉别处的程序，退出后重新打开，再保存一次",
            Self::Gone(_) => "把它放回原处再保存一次；放不回就退出后重新打开，会用备份和数据库补回；填写的内容留有草稿",
            Self::Exposed(_) => "打开台账时会自动改为只有本人可读",
            Self::Database(_) => "打开台账时会用日志重建，旧文件留着；也可用 taizhang doctor --repair",
            Self::Cache(_) => "不影响数据，打开台账时会重写",
            Self::NoSecond(_) => "插上U盘或连上共享，之后会自动补上；也可在设置里换一个",
            Self::BadBackup(_) => "用 taizhang backups 看有哪些完好的备份",
            Self::NoChange(_) => "用 taizhang history 查看改动的编号",
            Self::TooBig { .. } => "把长文字分成几条，或作为佐证文件附上",
            Self::Change(_) => "刷新后再试",
            Self::Short => "重新打开台账即自动补回；正在填写的内容留有草稿",
            Self::Stopped => "退出后重新打开台账；正在填写的内容留有草稿",
            Self::Fault(_) => Fault::hint(Lang::Zh),
            Self::Unfit(unfit) => unfit.hint(Lang::Zh),
            Self::Io { trouble, .. } => trouble.hint(Lang::Zh),
        };
        hint.into()
    }

    fn hint_en(&self) -> String {
        let hint = match self {
            Self::OnlyBackups(_) => {
                "`taizhang restore` with that file brings it back; for a new ledger choose another directory"
            }
            Self::NoLedger(_) => "check the directory of --data, or make a ledger with taizhang init",
            Self::Exists(_) => "open it, or choose an empty directory",
            Self::NotEmpty(_) => "choose an empty directory, or the name of one that does not exist yet",
            Self::NotDirectory(_) => "move that file away, or choose a directory",
            Self::Link(_) => "put the real file or directory there, or move the whole ledger to where the link points",
            Self::Special(_) => {
                "move it away and put the real file there; without it, opening gives back what backups and others have"
            }
            Self::Locked(_) => "leave that program first; list, status and show work beside it",
            Self::Newer(_) => "open it with the newer program",
            Self::Damaged { .. } | Self::Gap { .. } => {
                "taizhang doctor --repair heals it: from a backup first, and it names what no backup has"
            }
            Self::Branch { .. } => {
                "taizhang doctor --repair adds at the end what fits there, and keeps and names what does not"
            }
            Self::Moved(_) => "move it back and save again; leave what is typed on the screen until then",
            Self::Unlocked(_) | Self::Altered(_) => {
                "what is typed is kept as a draft; end the other program, leave, open the ledger anew and save again"
            }
            Self::Gone(_) => {
                "put it back and save again; else leave and open the ledger anew: backups and database give it back, and \
                 what is typed is kept as a draft"
            }
            Self::Exposed(_) => "opening the ledger takes the others' rights away",
            Self::Database(_) => "opening the ledger rebuilds it from the journal and keeps the old one",
            Self::Cache(_) => "no data are in it alone; opening the ledger writes it anew",
            Self::NoSecond(_) => "plug it in or connect it, and it is made up for; the settings take another one",
            Self::BadBackup(_) => "taizhang backups shows which ones are whole",
            Self::NoChange(_) => "taizhang history shows the numbers",
            Self::TooBig { .. } => "split the text over several items, or attach it as a file",
            Self::Change(_) => "look again at the record as it is now, and try once more",
            Self::Short => "open the ledger anew: that mends it; what is being typed is kept as a draft",
            Self::Stopped => "leave and open the ledger anew; what is being typed is kept as a draft",
            Self::Fault(_) => Fault::hint(Lang::En),
            Self::Unfit(unfit) => unfit.hint(Lang::En),
            Self::Io { trouble, .. } => trouble.hint(Lang::En),
        };
        hint.into()
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for StoreError {}
