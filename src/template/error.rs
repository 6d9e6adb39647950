//! What can be wrong in a template, and how it is said.

use std::fmt;

use crate::lang::Lang;
use crate::token::TokenError;

/// What is wrong in a template: where it is, what stands there, and what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// Where it stands.
    pub place: Place,
    /// The words that are wrong; for what is missing, the words that belong there.
    pub found: String,
    /// What is wrong with them.
    pub fault: Fault,
}

/// A place in a file; lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file as the caller named it.
    pub file: String,
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not TOML; the parser's own words.
    Syntax(String),
    /// The key must be there.
    Missing,
    /// No such key here; the nearest one.
    UnknownKey(Option<String>),
    /// Another type of value belongs here.
    Type(Wanted),
    /// It cannot be an id.
    Id,
    /// It must be one line, and not an empty one.
    Line,
    /// It holds control characters.
    Control,
    /// A section is opened by its id, one digit.
    Digit,
    /// It is not one of the words allowed here; the nearest one.
    Word(Option<String>),
    /// Nothing of this sort has this id; the nearest one.
    Unknown(Sort, Option<String>),
    /// Another of the same sort has this id already, there.
    SameId(Sort, Place),
    /// Another of the same sort has this name already, there.
    SameName(Sort, Place),
    /// A token of this name could mean this one, there, as well.
    Ambiguous(Sort, Place),
    /// The id or name belongs to the program: every item has such a field, or the calendar gives it.
    Reserved,
    /// The form shows ten fields first, not so many.
    TooMany(usize),
    /// It is no month and day.
    Day,
    /// It is no value of its field; the reason, in Chinese and English.
    Value(String, String),
    /// A template is for any year: no date can stand in it.
    Dated,
    /// The token is wrong.
    Token(TokenError),
    /// The format does not fit what the token takes.
    Format,
    /// The passage hangs, by way of its parents, under itself.
    Loop,
    /// The report cannot do without it.
    NoRoot,
}

/// The type of value that belongs in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// "…".
    Text,
    /// Several "…" in brackets.
    Texts,
    /// true or false.
    Flag,
    /// A whole number.
    Number,
    /// A number, also with decimals.
    Decimal,
    /// 1 to 12.
    Month,
    /// A table or tables.
    Table,
    /// What an indicator measures.
    Measure,
    /// The stretch of the year.
    Months,
    /// What must hold of a field.
    Test,
}

/// The sorts of things that a template names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// 设置.
    Setting,
    /// 部分.
    Section,
    /// 类别.
    Kind,
    /// 字段.
    Field,
    /// 选项.
    Choice,
    /// 名录.
    Register,
    /// 名录条目.
    Entry,
    /// 事项.
    Matter,
    /// 指标.
    Indicator,
    /// 频次.
    Cadence,
    /// 段落.
    Passage,
    /// 取数.
    Token,
    /// 附件.
    Annex,
}

impl TemplateError {
    /// Says file, line, column, what is wrong and what was meant.
    pub fn text(&self, lang: Lang) -> String {
        let Place { file, line, column } = &self.place;
        let said = self.fault.text(&self.found, lang);
        match lang {
            Lang::Zh => format!("{file} 第{line}行第{column}列：{said}"),
            Lang::En => format!("{file}:{line}:{column}: {said}"),
        }
    }
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for TemplateError {}

impl Fault {
    fn text(&self, found: &str, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh(found),
            Lang::En => self.en(found),
        }
    }

    fn zh(&self, found: &str) -> String {
        match self {
            Self::Syntax(why) => format!("`{found}` 不合 TOML 写法（{why}）"),
            Self::Missing => format!("缺 `{found}`"),
            Self::UnknownKey(near) => format!("这里没有 `{found}` 这一项{}", meant_zh(near.as_deref())),
            Self::Type(wanted) => format!("`{found}` 类型不对，这里要{}", wanted.zh()),
            Self::Id => format!("`{found}` 不能作编号：编号为 1 至 48 个字，不含空格、引号、括号和竖线"),
            Self::Line => format!("`{found}` 要写成一行，不能为空"),
            Self::Control => format!("`{found}` 里有控制字符，请删去"),
            Self::Digit => format!("部分的编号要是 0 至 9 的一个数字，不能是 `{found}`"),
            Self::Word(near) => format!("这里不能写 `{found}`{}", meant_zh(near.as_deref())),
            Self::Unknown(sort, near) => format!("没有 `{found}` 这个{}{}", sort.zh(), meant_zh(near.as_deref())),
            Self::SameId(sort, first) => format!("{}编号 `{found}` 重复，{}已有", sort.zh(), first.zh()),
            Self::SameName(sort, first) => format!("{}名称 `{found}` 重复，{}已有", sort.zh(), first.zh()),
            Self::Ambiguous(sort, first) => {
                format!("取数名 `{found}` 有两个意思：{}的{}也叫这个名字，请改其中一个", first.zh(), sort.zh())
            }
            Self::Reserved => format!("`{found}` 是程序自己用的名字，请换一个"),
            Self::TooMany(many) => format!("先显示的字段最多10个，`{found}` 里有{many}个"),
            Self::Day => format!("`{found}` 不是月和日，要写成 \"12-30\""),
            Self::Value(why, _) => why.clone(),
            Self::Dated => format!("模板不分年度，`{found}` 这样的日期不能写在里面"),
            Self::Token(error) => format!("`{found}`：{}，{}", error.text(Lang::Zh), error.hint(Lang::Zh)),
            Self::Format => format!("`{found}` 这种写法用不到这里"),
            Self::Loop => format!("段落 `{found}` 的上级又是它自己"),
            Self::NoRoot => format!("缺 `{found}`，报告少不了它"),
        }
    }

    fn en(&self, found: &str) -> String {
        match self {
            Self::Syntax(why) => format!("`{found}` is not TOML ({why})"),
            Self::Missing => format!("`{found}` is missing"),
            Self::UnknownKey(near) => format!("there is no key `{found}` here{}", meant_en(near.as_deref())),
            Self::Type(wanted) => format!("`{found}` is of the wrong type; {} belongs here", wanted.en()),
            Self::Id => format!("`{found}` is no id: 1 to 48 characters without blanks, quotes, braces or bars"),
            Self::Line => format!("`{found}` must be one line, and not an empty one"),
            Self::Control => format!("`{found}` holds control characters"),
            Self::Digit => format!("a section's id is one digit, 0 to 9, not `{found}`"),
            Self::Word(near) => format!("`{found}` cannot stand here{}", meant_en(near.as_deref())),
            Self::Unknown(sort, near) => format!("there is no {} `{found}`{}", sort.en(), meant_en(near.as_deref())),
            Self::SameId(sort, first) => format!("the {} id `{found}` stands twice, first at {first}", sort.en()),
            Self::SameName(sort, first) => format!("the {} name `{found}` stands twice, first at {first}", sort.en()),
            Self::Ambiguous(sort, first) => {
                format!("a token `{found}` could mean the {} at {first} as well; rename one", sort.en())
            }
            Self::Reserved => format!("`{found}` is a name the program itself uses; take another"),
            Self::TooMany(many) => format!("a form shows at most 10 fields first, `{found}` has {many}"),
            Self::Day => format!("`{found}` is no month and day such as \"12-30\""),
            Self::Value(_, why) => why.clone(),
            Self::Dated => format!("a template is for any year; the date `{found}` cannot stand in it"),
            Self::Token(error) => format!("`{found}`: {}; {}", error.text(Lang::En), error.hint(Lang::En)),
            Self::Format => format!("the format `{found}` does not fit here"),
            Self::Loop => format!("the passage `{found}` hangs under itself"),
            Self::NoRoot => format!("`{found}` is missing; no report can do without it"),
        }
    }
}

fn meant_zh(near: Option<&str>) -> String {
    near.map(|near| format!("，是不是 `{near}`？")).unwrap_or_default()
}

fn meant_en(near: Option<&str>) -> String {
    near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
}

impl Place {
    fn zh(&self) -> String {
        format!("{} 第{}行", self.file, self.line)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

impl Wanted {
    const fn zh(self) -> &'static str {
        match self {
            Self::Text => "带引号的文字",
            Self::Texts => "方括号里的几项文字",
            Self::Flag => "true 或 false",
            Self::Number => "不小于0的整数",
            Self::Decimal => "数",
            Self::Month => "1 至 12 的月份",
            Self::Table => "一组键和值",
            Self::Measure => {
                "一种量法：\"count\"、\"returns\"，或 sum latest mean max min fixed list entries coverage 之一"
            }
            Self::Months => "\"whole\"、{ frommonth = 11 } 或 { months = [1, 6] }",
            Self::Test => "is not given at_least 之中的一个",
        }
    }

    const fn en(self) -> &'static str {
        match self {
            Self::Text => "a quoted text",
            Self::Texts => "a list of quoted texts",
            Self::Flag => "true or false",
            Self::Number => "a whole number, 0 or more,",
            Self::Decimal => "a number",
            Self::Month => "a month, 1 to 12,",
            Self::Table => "a table",
            Self::Measure => "\"count\", \"returns\" or one of sum latest mean max min fixed list entries coverage",
            Self::Months => "\"whole\", { frommonth = 11 } or { months = [1, 6] }",
            Self::Test => "one of is not given at_least",
        }
    }
}

macro_rules! sorts {
    ($($sort:ident $zh:literal $en:literal;)*) => {
        impl Sort {
            const fn zh(self) -> &'static str {
                match self { $(Self::$sort => $zh,)* }
            }

            const fn en(self) -> &'static str {
                match self { $(Self::$sort => $en,)* }
            }
        }
    };
}

sorts! {
    Setting "设置" "setting";
    Section "部分" "section";
    Kind "类别" "kind";
    Field "字段" "field";
    Choice "选项" "choice";
    Register "名录" "register";
    Entry "名录条目" "register entry";
    Matter "事项" "matter";
    Indicator "指标" "indicator";
    Cadence "频次" "cadence";
    Passage "段落" "passage";
    Token "取数" "token";
    Annex "附件" "annex";
}
