//! Why a table, or a row of it, cannot be imported.

use std::fmt;
use std::path::PathBuf;

use crate::entry::{CommonField, EntryError};
use crate::import::{Flaw, ImportError};
use crate::lang::Lang;

/// Why a table cannot be imported; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableError {
    /// No rows could be read.
    Import(ImportError),
    /// A folder stands where a table was to be.
    Folder(PathBuf),
    /// No column has this field, which every item must have; these headings there are.
    NoColumn(CommonField, Vec<String>),
    /// No column has the names of entries; these headings there are.
    NoLabel(Vec<String>),
    /// The table has no such heading; these it has.
    NoHeading(String, Vec<String>),
    /// A column was to be a field that there is not.
    Field(EntryError),
    /// What was given for all rows is no value.
    Given(EntryError),
    /// Nobody said what the rows are records of.
    NoMatter,
    /// So many rows are faulty, and nobody said to leave them out.
    Faulty(usize),
    /// It was cancelled.
    Cancelled,
}

/// Why a cell, or a row, is no item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// The text is no value of the field.
    Entry(EntryError),
    /// The cell holds no value.
    Flaw(Flaw),
    /// No matter is called so.
    NoMatter(String),
    /// Required, and nothing stands there.
    Required(String),
}

impl TableError {
    /// Says what is wrong and where.
    pub fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Import(error), _) => error.text(lang),
            (Self::Folder(path), Lang::Zh) => format!("{} 是文件夹，不是表格", path.display()),
            (Self::Folder(path), Lang::En) => format!("{} is a folder, not a table", path.display()),
            (Self::NoColumn(field, _), Lang::Zh) => format!("没有哪一列是{}", field.name(lang)),
            (Self::NoColumn(field, _), Lang::En) => format!("no column is the {}", field.name(lang)),
            (Self::NoLabel(_), Lang::Zh) => format!("没有哪一列是{}", lang.entry_label()),
            (Self::NoLabel(_), Lang::En) => format!("no column is the {}", lang.entry_label()),
            (Self::NoHeading(heading, _), Lang::Zh) => format!("表里没有叫 `{heading}` 的列"),
            (Self::NoHeading(heading, _), Lang::En) => format!("no column is headed `{heading}`"),
            (Self::Field(error) | Self::Given(error), _) => error.text(lang),
            (Self::NoMatter, Lang::Zh) => "没有说这些行记在哪个事项下".into(),
            (Self::NoMatter, Lang::En) => "nobody said which matter the rows are records of".into(),
            (Self::Faulty(count), Lang::Zh) => format!("有{count}行有错，一行也没有导入"),
            (Self::Faulty(count), Lang::En) => format!("{count} rows are faulty; no row was taken"),
            (Self::Cancelled, Lang::Zh) => "已取消，台账没有变".into(),
            (Self::Cancelled, Lang::En) => "cancelled; the ledger is as it was".into(),
        }
    }

    /// Says what to do.
    pub fn hint(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Import(error), _) => error.hint(lang).into(),
            (Self::Folder(_), Lang::Zh) => "写上里面那个表格的名字，如 文件夹/活动.xlsx".into(),
            (Self::Folder(_), Lang::En) => "name the table in it as well, such as folder/shows.xlsx".into(),
            (Self::NoColumn(_, headings), Lang::Zh) => {
                format!("用 --map 列=字段 指明，或用 --set 给每行同一个值；表里有：{}", headings.join("、"))
            }
            (Self::NoColumn(_, headings), Lang::En) => {
                format!("name it with --map, or give all rows the same with --set; there are: {}", headings.join(", "))
            }
            (Self::NoLabel(headings) | Self::NoHeading(_, headings), Lang::Zh) => {
                format!("表里有：{}", headings.join("、"))
            }
            (Self::NoLabel(headings) | Self::NoHeading(_, headings), Lang::En) => {
                format!("there are: {}", headings.join(", "))
            }
            (Self::Field(error) | Self::Given(error), _) => error.hint(lang),
            (Self::NoMatter, Lang::Zh) => "用 --matter 指定事项或 --kind 指定类别，或在表里加一列“事项”".into(),
            (Self::NoMatter, Lang::En) => {
                "name a matter with --matter or a kind with --kind, or give the table a column headed 事项".into()
            }
            (Self::Faulty(_), Lang::Zh) => "改好再导入；或加 --skip-faulty，只导入没有错的行".into(),
            (Self::Faulty(_), Lang::En) => "mend them and import again; --skip-faulty takes the good ones alone".into(),
            (Self::Cancelled, _) => String::new(),
        }
    }
}

impl RowFault {
    /// Says what is wrong, and what would be right.
    pub fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Entry(error), Lang::Zh) => format!("{}（{}）", error.text(lang), error.hint(lang)),
            (Self::Entry(error), Lang::En) => format!("{} ({})", error.text(lang), error.hint(lang)),
            (Self::Flaw(Flaw::Failed(shown)), Lang::Zh) => format!("公式没算出来：{shown}"),
            (Self::Flaw(Flaw::Failed(shown)), Lang::En) => format!("its formula failed: {shown}"),
            (Self::NoMatter(name), Lang::Zh) if name.is_empty() => "没有写记在哪个事项下".into(),
            (Self::NoMatter(name), Lang::En) if name.is_empty() => "no matter is named".into(),
            (Self::NoMatter(name), Lang::Zh) => format!("没有叫 `{name}` 的事项"),
            (Self::NoMatter(name), Lang::En) => format!("no matter is called `{name}`"),
            (Self::Required(name), Lang::Zh) => format!("{name}：必填（还不知道就写 **）"),
            (Self::Required(name), Lang::En) => format!("{name}: required (not known yet: **)"),
        }
    }
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for TableError {}

impl From<ImportError> for TableError {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Cancelled => Self::Cancelled,
            other => Self::Import(other),
        }
    }
}
