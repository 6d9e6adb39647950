//! Why an act failed: what is wrong, where, and what to do.

use std::fmt;
use std::path::PathBuf;

use super::{ProfileError, TableError};
use crate::export::ExportError;
use crate::lang::Lang;
use crate::model::{ChangeError, Variant, Year};
use crate::store::{MergeError, Notice, StoreError, Trouble};

/// Why the session could not do what it was asked; nothing was changed.
#[derive(Debug)]
pub enum SessionError {
    /// The store failed.
    Store(StoreError),
    /// The change does not fit the ledger as it is now.
    Change(ChangeError),
    /// The other ledger cannot be merged.
    Merge(MergeError),
    /// The ledger has no such year; these it has.
    NoYear(Year, Vec<Year>),
    /// The ledger has that year already.
    YearExists(Year),
    /// The ledger is open to be read only.
    ReadOnly,
    /// There is nothing left to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// No item has an id that begins so.
    NoItem(String),
    /// So many items have ids that begin so.
    SeveralItems(String, usize),
    /// No setting is called so; the nearest that there is.
    NoSetting(String, Option<String>),
    /// The year's report has no such passage.
    NoPassage(String),
    /// A new figure is to have a name that means something already.
    NameTaken(String),
    /// So many texts, figures and returns use the figure, which cannot be deleted; what one of them is called.
    FigureUsed(String, usize, String),
    /// Something is wrong with a profile that was named.
    Profile(ProfileError),
    /// No register is called so; these there are.
    NoRegister(String, Vec<String>),
    /// The entry is gone.
    NoEntry,
    /// The first entry cannot be merged into the second: it is the same, or of another register.
    CannotMerge(String, String),
    /// The entry is named in so many places and cannot be deleted.
    EntryUsed(String, usize),
    /// The document could not be made.
    Export(ExportError),
    /// The folder for reports is no folder that is there.
    NoFolder(PathBuf),
    /// No ledger can be made at a link that leads nowhere; where it leads.
    DanglingLink(PathBuf, PathBuf),
    /// A file could not be written.
    File(PathBuf, Trouble),
    /// The file is there already.
    FileExists(PathBuf),
    /// What is there is no file that could be replaced.
    NotAFile(PathBuf),
    /// There is no such file.
    NoFile(PathBuf),
    /// What is there is no file to be read.
    NoTable(PathBuf),
    /// A file or folder could not be read.
    Unread(PathBuf, Trouble),
    /// A table cannot be imported.
    Table(TableError),
    /// No column of a list is called so; the nearest that there is.
    NoColumn(String, Option<String>),
    /// The year has no edition of this number.
    NoEdition(Variant, u32),
    /// This edition is the final one (定稿); there is no second.
    HasFinal(Variant, u32),
    /// The file is that of the final edition.
    FinalFile(PathBuf, u32),
    /// The ledger holds no year: its making was cut short, or the change that began it is lost. What opening it found.
    NoYears(Vec<Notice>),
    /// No unit owes a number.
    NobodyOwes,
}

impl SessionError {
    /// Says what is wrong and where.
    pub fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Store(error), _) => error.text(lang),
            (Self::Change(error), _) => error.text(lang),
            (Self::Profile(error), _) => error.text(lang),
            (Self::Merge(error), _) => error.text(lang),
            (Self::NoYear(year, _), Lang::Zh) => format!("台账里没有{year}年"),
            (Self::NoYear(year, _), Lang::En) => format!("the ledger has no year {year}"),
            (Self::YearExists(year), Lang::Zh) => format!("{year}年已经在台账里"),
            (Self::YearExists(year), Lang::En) => format!("the ledger has {year} already"),
            (Self::ReadOnly, Lang::Zh) => "台账是只读打开的，没有改动".into(),
            (Self::ReadOnly, Lang::En) => "the ledger is open to be read only; nothing was changed".into(),
            (Self::NothingToUndo, Lang::Zh) => "没有可撤销的改动".into(),
            (Self::NothingToUndo, Lang::En) => "there is nothing to undo".into(),
            (Self::NothingToRedo, Lang::Zh) => "没有可重做的改动".into(),
            (Self::NothingToRedo, Lang::En) => "there is nothing to redo".into(),
            (Self::NoItem(text), Lang::Zh) => format!("没有编号为 `{text}` 的条目"),
            (Self::NoItem(text), Lang::En) => format!("no item has the id `{text}`"),
            (Self::SeveralItems(text, count), Lang::Zh) => format!("有 {count} 条的编号以 `{text}` 开头"),
            (Self::SeveralItems(text, count), Lang::En) => format!("{count} items have ids that begin with `{text}`"),
            (Self::NoSetting(name, _), Lang::Zh) => format!("没有叫 `{name}` 的设置"),
            (Self::NoSetting(name, _), Lang::En) => format!("no setting is called `{name}`"),
            (Self::NoPassage(id), Lang::Zh) => format!("报告里没有段落 `{id}`"),
            (Self::NoPassage(id), Lang::En) => format!("the report has no passage `{id}`"),
            (Self::NameTaken(name), Lang::Zh) => format!("`{name}` 这个名称已经有了"),
            (Self::NameTaken(name), Lang::En) => format!("`{name}` is the name of something already"),
            (Self::FigureUsed(name, uses, first), Lang::Zh) => {
                format!("`{name}` 有 {uses} 处用到（{first}…），不能删除")
            }
            (Self::FigureUsed(name, uses, first), Lang::En) => {
                format!("`{name}` is used in {uses} places ({first}…) and stays")
            }
            (Self::NoRegister(name, _), Lang::Zh) => format!("没有叫 `{name}` 的名录"),
            (Self::NoRegister(name, _), Lang::En) => format!("no register is called `{name}`"),
            (Self::NoEntry, Lang::Zh) => "名录里已经没有这一个".into(),
            (Self::NoEntry, Lang::En) => "the register has it no longer".into(),
            (Self::CannotMerge(one, into), Lang::Zh) => format!("`{one}` 不能并到 `{into}`"),
            (Self::CannotMerge(one, into), Lang::En) => format!("`{one}` cannot be merged into `{into}`"),
            (Self::EntryUsed(label, uses), Lang::Zh) => format!("`{label}` 有 {uses} 处用到，不能删除"),
            (Self::EntryUsed(label, uses), Lang::En) => format!("`{label}` is named in {uses} places and stays"),
            (Self::Export(error), _) => error.text(lang),
            (Self::NoFolder(path), Lang::Zh) => format!("没有 {} 这个文件夹，没有出文", path.display()),
            (Self::NoFolder(path), Lang::En) => {
                format!("there is no folder {}; nothing was written", path.display())
            }
            (Self::DanglingLink(path, target), Lang::Zh) => {
                format!("{} 是一个链接，它所指的 {} 不在；没有建台账", path.display(), target.display())
            }
            (Self::DanglingLink(path, target), Lang::En) => {
                format!("{} is a link to {}, which is not there; no ledger was made", path.display(), target.display())
            }
            (Self::File(path, error), Lang::Zh) => {
                format!("写不了文件 {}：{}", path.display(), error.text(lang))
            }
            (Self::File(path, error), Lang::En) => {
                format!("cannot write {}: {}", path.display(), error.text(lang))
            }
            (Self::FileExists(path), Lang::Zh) => format!("文件已经存在：{}", path.display()),
            (Self::FileExists(path), Lang::En) => format!("the file exists already: {}", path.display()),
            (Self::NotAFile(path), Lang::Zh) => format!("{} 不是普通文件，没有写", path.display()),
            (Self::NotAFile(path), Lang::En) => format!("{} is no plain file; nothing was written", path.display()),
            (Self::NoFile(path), Lang::Zh) => format!("没有 {} 这个文件", path.display()),
            (Self::NoFile(path), Lang::En) => format!("there is no file {}", path.display()),
            (Self::NoTable(path), Lang::Zh) => format!("{} 不是文件，读不了", path.display()),
            (Self::NoTable(path), Lang::En) => format!("{} is no file that could be read", path.display()),
            (Self::Unread(path, error), Lang::Zh) => format!("读不了 {}：{}", path.display(), error.text(lang)),
            (Self::Unread(path, error), Lang::En) => format!("cannot read {}: {}", path.display(), error.text(lang)),
            (Self::Table(error), _) => error.text(lang),
            (Self::NoColumn(name, _), Lang::Zh) => format!("没有叫 `{name}` 的列"),
            (Self::NoColumn(name, _), Lang::En) => format!("no column is called `{name}`"),
            (Self::NoEdition(variant, number), Lang::Zh) => format!("没有{}第{number}稿", variant.name(lang)),
            (Self::NoEdition(variant, number), Lang::En) => {
                format!("there is no edition {number} of the {} report", variant.name(lang))
            }
            (Self::HasFinal(variant, number), Lang::Zh) => format!("{}第{number}稿已经是定稿", variant.name(lang)),
            (Self::HasFinal(variant, number), Lang::En) => {
                format!("edition {number} of the {} report is the final one already", variant.name(lang))
            }
            (Self::FinalFile(path, number), Lang::Zh) => {
                format!("{} 是定稿（第{number}稿），没有覆盖", path.display())
            }
            (Self::FinalFile(path, number), Lang::En) => {
                format!("{} is the final edition (number {number}) and was not replaced", path.display())
            }
            (Self::NobodyOwes, Lang::Zh) => "没有单位欠报，没有写催报单".into(),
            (Self::NobodyOwes, Lang::En) => "no unit owes a number; no reminder was written".into(),
            (Self::NoYears(found), _) => {
                let found = found.iter().map(|notice| lang.with_hint(&notice.text(lang), notice.hint(lang)));
                found.chain([lang.no_years().to_owned()]).collect::<Vec<_>>().join("\n")
            }
        }
    }

    /// Says what to do.
    pub fn hint(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Store(error), _) => error.hint(lang),
            (Self::Merge(error), _) => error.hint(lang),
            (Self::Change(_), Lang::Zh) => "先看看这条现在的内容，再改".into(),
            (Self::Change(_), Lang::En) => "look at the record as it is now, then change it".into(),
            (Self::NoYear(_, years), Lang::Zh) => format!("现有：{}；要新的一年用 taizhang year new", listed(years)),
            (Self::NoYear(_, years), Lang::En) => format!("it has: {}; `taizhang year new` begins one", listed(years)),
            (Self::YearExists(_), Lang::Zh) => "用 --year 指定另一年".into(),
            (Self::YearExists(_), Lang::En) => "name another one with --year".into(),
            (Self::ReadOnly, Lang::Zh) => "关掉占用它的程序，或取消写保护，再重新打开".into(),
            (Self::ReadOnly, Lang::En) => {
                "close the program that has it, or lift the write protection, and open it again".into()
            }
            (Self::NobodyOwes | Self::NothingToUndo | Self::NothingToRedo, _) => String::new(),
            (Self::NoItem(_), Lang::Zh) => "用 taizhang list 看编号，至少写前四位".into(),
            (Self::NoItem(_), Lang::En) => "`taizhang list` shows the ids; write four characters at least".into(),
            (Self::SeveralItems(..), Lang::Zh) => "再多写几位".into(),
            (Self::SeveralItems(..), Lang::En) => "write more of it".into(),
            (Self::NoSetting(_, None), Lang::Zh) => "用 taizhang set 看全部设置".into(),
            (Self::NoSetting(_, None), Lang::En) => "`taizhang set` lists all settings".into(),
            (Self::NoPassage(_), Lang::Zh) => "在报告（F6）里看现有的段落".into(),
            (Self::NoPassage(_), Lang::En) => "the report (F6) shows the passages there are".into(),
            (Self::NameTaken(_), Lang::Zh) => "换一个名称，或直接用现有的那个".into(),
            (Self::NameTaken(_), Lang::En) => "choose another name, or use what is there".into(),
            (Self::NoSetting(_, Some(nearest)) | Self::NoColumn(_, Some(nearest)), Lang::Zh) => {
                format!("是不是 {nearest}？")
            }
            (Self::NoSetting(_, Some(nearest)) | Self::NoColumn(_, Some(nearest)), Lang::En) => {
                format!("did you mean {nearest}?")
            }
            (Self::Profile(error), _) => error.hint(lang),
            (Self::NoRegister(_, known), Lang::Zh) => format!("现有：{}", known.join("、")),
            (Self::NoRegister(_, known), Lang::En) => format!("there are: {}", known.join(", ")),
            (Self::NoEntry, _) => lang.registers_gone_hint().into(),
            (Self::CannotMerge(..), Lang::Zh) => "只能并到同一名录的另一个".into(),
            (Self::CannotMerge(..), Lang::En) => "choose another entry of the same register".into(),
            (Self::FigureUsed(..), _) => lang.figure_used_hint().into(),
            (Self::EntryUsed(..), Lang::Zh) => "可以停用，或并到另一个".into(),
            (Self::EntryUsed(..), Lang::En) => "retire it, or merge it into another".into(),
            (Self::Export(_), Lang::Zh) => "台账没有变，改正后再出一次".into(),
            (Self::Export(_), Lang::En) => "the ledger is as it was; mend it and export again".into(),
            (Self::NoFolder(_), Lang::Zh) => {
                "先建好它，U盘先插上；或换一个：taizhang set folder=…，界面里在“设置”中改".into()
            }
            (Self::NoFolder(_), Lang::En) => {
                "make it or plug the stick in; or name another: `taizhang set folder=…`, or in the settings".into()
            }
            (Self::DanglingLink(..), Lang::Zh) => "先建好链接所指的文件夹，或另选一个".into(),
            (Self::DanglingLink(..), Lang::En) => "make the directory it leads to, or choose another".into(),
            (Self::File(..), Lang::Zh) => "换一个能写的文件夹，或看看磁盘是否已满".into(),
            (Self::File(..), Lang::En) => "choose a folder that can be written, or see whether the disk is full".into(),
            (Self::NotAFile(_), Lang::Zh) => "写上文件名，如 总结.docx；链接和设备不会被替换".into(),
            (Self::NotAFile(_), Lang::En) => {
                "name a file, such as report.docx; links and devices are not replaced".into()
            }
            (Self::NoFile(_) | Self::NoTable(_) | Self::Unread(..), Lang::Zh) => "看看路径和文件名，U盘要插上".into(),
            (Self::NoFile(_) | Self::NoTable(_) | Self::Unread(..), Lang::En) => {
                "see to its path and name; a stick must be plugged in".into()
            }
            (Self::Table(error), _) => error.hint(lang),
            (Self::NoColumn(_, None), Lang::Zh) => "写字段的名称，或存过的一组列的名字".into(),
            (Self::NoColumn(_, None), Lang::En) => "write names of fields, or the name of kept columns".into(),
            (Self::NoEdition(..), Lang::Zh) => "用 taizhang editions 看有哪些".into(),
            (Self::NoEdition(..), Lang::En) => "`taizhang editions` lists them".into(),
            (Self::HasFinal(..), Lang::Zh) => "刚定错了可以按 Ctrl-Z 撤销；要再改，另出一稿，定稿仍留着".into(),
            (Self::HasFinal(..), Lang::En) => {
                "a mistake just made can be undone; else write another edition, the final one stays".into()
            }
            (Self::FinalFile(..), Lang::Zh) => "换个文件名".into(),
            (Self::FinalFile(..), Lang::En) => "choose another file name".into(),
            (Self::NoYears(_), _) => lang.no_years_hint().into(),
            (Self::FileExists(_), Lang::Zh) => "换个名字，或加 --force 覆盖".into(),
            (Self::FileExists(_), Lang::En) => "choose another name, or add --force".into(),
        }
    }
}

fn listed(years: &[Year]) -> String {
    years.iter().map(Year::to_string).collect::<Vec<_>>().join(" ")
}

impl fmt::Display for SessionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for SessionError {}

impl From<StoreError> for SessionError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<ProfileError> for SessionError {
    fn from(error: ProfileError) -> Self {
        Self::Profile(error)
    }
}

impl From<ChangeError> for SessionError {
    fn from(error: ChangeError) -> Self {
        Self::Change(error)
    }
}

impl From<MergeError> for SessionError {
    fn from(error: MergeError) -> Self {
        Self::Merge(error)
    }
}

impl From<TableError> for SessionError {
    fn from(error: TableError) -> Self {
        Self::Table(error)
    }
}

impl From<ExportError> for SessionError {
    fn from(error: ExportError) -> Self {
        Self::Export(error)
    }
}
