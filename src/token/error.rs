//! What can be wrong with a token, and how the user is told.

use std::fmt;

use super::format::{Format, NAMES};
use crate::lang::Lang;

/// What is wrong with a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenError {
    /// `{` without `}`, or the other way round.
    Unbalanced,
    /// Nothing stands where a name or a format belongs.
    Empty,
    /// No such format; the nearest that there is.
    UnknownFormat(String, Option<&'static str>),
    /// Two formats of one sort; the second of them.
    TwiceTheSameSort(Format),
    /// Optional clauses in one another, more than anyone can follow.
    TooDeep,
}

impl TokenError {
    /// What is wrong, as a plain sentence.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.chinese(),
            Lang::En => self.english(),
        }
    }

    /// What to do about it.
    pub fn hint(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.chinese_hint(),
            Lang::En => self.english_hint(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Unbalanced => "花括号不成对".to_owned(),
            Self::Empty => "花括号里缺名称或写法".to_owned(),
            Self::UnknownFormat(written, _) => format!("没有“{written}”这种写法"),
            Self::TwiceTheSameSort(format) => format!("“{format}”与前面的写法重复，同一类只能用一种"),
            Self::TooDeep => "可省的分句套得太深".to_owned(),
        }
    }

    fn chinese_hint(&self) -> String {
        match self {
            Self::Unbalanced => "每个 { 都要有 }；要写括号本身，请写 {{ 或 }}".to_owned(),
            Self::Empty => "写成 {名称} 或 {名称|写法}".to_owned(),
            Self::UnknownFormat(_, Some(near)) => format!("是不是“{near}”？"),
            Self::UnknownFormat(_, None) => format!("可用的写法：{}", NAMES.join("、")),
            Self::TwiceTheSameSort(format) => format!("去掉“{format}”，或去掉前面同类的那一种"),
            Self::TooDeep => "拆成几句来写".to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Unbalanced => "a brace has no partner".to_owned(),
            Self::Empty => "a name or a format is missing in the braces".to_owned(),
            Self::UnknownFormat(written, _) => format!("there is no format `{written}`"),
            Self::TwiceTheSameSort(format) => format!("`{format}` repeats an earlier format of the same sort"),
            Self::TooDeep => "optional clauses are nested too deeply".to_owned(),
        }
    }

    fn english_hint(&self) -> String {
        match self {
            Self::Unbalanced => "close each { with }; for a brace itself write {{ or }}".to_owned(),
            Self::Empty => "write {name} or {name|format}".to_owned(),
            Self::UnknownFormat(_, Some(near)) => format!("did you mean `{near}`?"),
            Self::UnknownFormat(_, None) => format!("the formats are {}", NAMES.join(" ")),
            Self::TwiceTheSameSort(format) => format!("drop `{format}`, or the earlier one of its sort"),
            Self::TooDeep => "write several sentences instead".to_owned(),
        }
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english())
    }
}

impl std::error::Error for TokenError {}
