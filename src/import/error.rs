//! Why no rows could be read.

use std::fmt;

use super::limit;
use super::sniff::Sort;
use crate::lang::Lang;

/// Why a file gives no rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// Nothing is in it.
    Empty,
    /// It is longer than a table can be.
    TooLarge,
    /// Unpacked, it would be longer than a workbook can be.
    Bomb,
    /// It has more rows than can be read.
    TooManyRows,
    /// Something stands beyond the last column that is read; in this row.
    TooManyColumns(usize),
    /// It has more cells or more text than can be read.
    TooMuch,
    /// It is a file of another sort.
    Foreign(Sort),
    /// Its first byte that is no character of its encoding.
    Undecodable {
        /// The line, from 1.
        line: usize,
        /// The encoding it seems to have.
        encoding: &'static str,
    },
    /// It is damaged; how, as the reader says it.
    Damaged(String),
    /// It has formulas whose results were not stored.
    Uncomputed,
    /// A quote that is opened in this line is never closed.
    Unclosed(usize),
    /// It has no such sheet; these it has.
    NoSheet {
        /// The name that was given.
        wanted: String,
        /// The names there are.
        sheets: Vec<String>,
    },
    /// It has no row of headings.
    NoHeadings,
    /// It has headings and nothing below them.
    NoRows,
    /// Reading was cancelled.
    Cancelled,
}

impl ImportError {
    /// The file is damaged, as `cause` says.
    pub(super) fn damaged(cause: impl fmt::Display) -> Self {
        Self::Damaged(cause.to_string())
    }

    /// Says what is wrong and where.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.text_zh(),
            Lang::En => self.text_en(),
        }
    }

    /// Says what to do.
    pub fn hint(&self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Empty | Self::NoRows | Self::NoHeadings => (
                "第一行（或大标题下面一行）写列名，如 日期、标题；下面每行一条",
                "write headings such as date and title in a row, and an item in each row below",
            ),
            Self::TooLarge | Self::Bomb | Self::TooManyRows | Self::TooManyColumns(_) | Self::TooMuch => (
                "只留要导入的行和列，另存一份再试",
                "keep the rows and columns that are wanted, save them anew and try again",
            ),
            Self::Foreign(Sort::Ledger) => (
                "台账的导出和备份用 taizhang import 装入空台账，或用 taizhang restore 恢复",
                "`taizhang import` loads it where there is no ledger yet; `taizhang restore` restores from it",
            ),
            Self::Foreign(Sort::Locked) => (
                "在 Excel 或 WPS 里打开，去掉密码再存一次",
                "open it in Excel or WPS, take the password away and save it",
            ),
            Self::Foreign(_) => (
                "用 Excel 或 WPS 打开，另存为 .xlsx 或 .csv 再试",
                "open it in Excel or WPS, save it as .xlsx or .csv and try again",
            ),
            Self::Undecodable { .. } => (
                "用 Excel 或记事本打开，看看这一行，另存为 UTF-8 再试",
                "open it in an editor, see to that line, save it as UTF-8 and try again",
            ),
            Self::Damaged(_) | Self::Uncomputed => (
                "用 Excel 或 WPS 打开，存一次再试；打不开就向发来的人再要一份",
                "open it in Excel or WPS, save it once and try again; if it does not open, ask for it anew",
            ),
            Self::Unclosed(_) => ("在这一行补上引号再试", "close the quote in that line and try again"),
            Self::NoSheet { .. } => ("照上面的名字写", "write one of those names"),
            Self::Cancelled => ("台账没有变", "the ledger is as it was"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn text_zh(&self) -> String {
        match self {
            Self::Empty => "文件是空的".into(),
            Self::TooLarge => format!("文件太大，不像一张表（最多{}MB）", limit::FILE >> 20),
            Self::Bomb => format!("文件解压后超过{}MB，不像一张表", limit::PARTS >> 20),
            Self::TooManyRows => format!("表超过{}行", limit::ROWS),
            Self::TooManyColumns(row) => format!("第{row}行的内容超出了第{}列", limit::COLUMNS),
            Self::TooMuch => format!("表里的内容太多（最多{}格、{}MB文字）", limit::CELLS, limit::TEXT >> 20),
            Self::Foreign(sort) => format!("这不是表格，是{}", sort_zh(*sort)),
            Self::Undecodable { line, encoding } => format!("第{line}行有认不出的字（按 {encoding} 读）"),
            Self::Damaged(cause) if cause.is_empty() => "文件已损坏，读不了".into(),
            Self::Damaged(cause) => format!("文件已损坏，读不了：{cause}"),
            Self::Uncomputed => "表里有公式，但没有存下算出的结果".into(),
            Self::Unclosed(line) => format!("第{line}行的引号没有配对"),
            Self::NoSheet { wanted, sheets } => format!("没有叫 `{wanted}` 的工作表，现有：{}", sheets.join("、")),
            Self::NoHeadings => "表里找不到列名".into(),
            Self::NoRows => "列名下面没有内容".into(),
            Self::Cancelled => "已停止读表".into(),
        }
    }

    fn text_en(&self) -> String {
        match self {
            Self::Empty => "the file is empty".into(),
            Self::TooLarge => format!("the file is too large for a table ({} MB at most)", limit::FILE >> 20),
            Self::Bomb => format!("unpacked, the file exceeds {} MB: too large for a table", limit::PARTS >> 20),
            Self::TooManyRows => format!("the table has more than {} rows", limit::ROWS),
            Self::TooManyColumns(row) => format!("row {row} goes beyond column {}", limit::COLUMNS),
            Self::TooMuch => {
                format!("the table holds too much ({} cells, {} MB of text at most)", limit::CELLS, limit::TEXT >> 20)
            }
            Self::Foreign(sort) => format!("this is no table but {}", sort_en(*sort)),
            Self::Undecodable { line, encoding } => format!("line {line} holds what is no character of {encoding}"),
            Self::Damaged(cause) if cause.is_empty() => "the file is damaged and cannot be read".into(),
            Self::Damaged(cause) => format!("the file is damaged and cannot be read: {cause}"),
            Self::Uncomputed => "the table has formulas whose results were not stored".into(),
            Self::Unclosed(line) => format!("the quote opened in line {line} is never closed"),
            Self::NoSheet { wanted, sheets } => {
                format!("no sheet is called `{wanted}`; there are: {}", sheets.join(", "))
            }
            Self::NoHeadings => "no row of headings was found".into(),
            Self::NoRows => "nothing stands below the headings".into(),
            Self::Cancelled => "reading was stopped".into(),
        }
    }
}

const fn sort_zh(sort: Sort) -> &'static str {
    match sort {
        Sort::Document => "Word 文档",
        Sort::OldDocument => "旧式 Office 文件",
        Sort::Locked => "加了密码的文件",
        Sort::OpenDocument => "ODS 文件",
        Sort::Markup => "网页（或 XML），只是名字像表格",
        Sort::Pdf => "PDF",
        Sort::Archive => "压缩包",
        Sort::Ledger => "台账的导出或备份",
        Sort::Binary | Sort::Empty | Sort::Workbook | Sort::OldWorkbook | Sort::Text => "认不出的数据",
    }
}

const fn sort_en(sort: Sort) -> &'static str {
    match sort {
        Sort::Document => "a Word document",
        Sort::OldDocument => "another file of an old office program",
        Sort::Locked => "a file with a password",
        Sort::OpenDocument => "an ODS file",
        Sort::Markup => "a web page or XML that is only called a table",
        Sort::Pdf => "a PDF",
        Sort::Archive => "a packed folder",
        Sort::Ledger => "an export or backup of a ledger",
        Sort::Binary | Sort::Empty | Sort::Workbook | Sort::OldWorkbook | Sort::Text => "data of no known sort",
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.text(Lang::En), self.hint(Lang::En))
    }
}

impl std::error::Error for ImportError {}
