//! Text with figures in it: the grammar of tokens, parsed and printed.
//!
//! Stored text reads `共{中心组次数|汉}次{?，其中{演出场次}场}`; the user sees only the printed figures.
//! `parse` never fails: what is wrong becomes a [`Part::Wrong`], prints `**` and is reported by the checks.

use std::ops::Range;

/// A text with tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenText {
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Plain words, braces unescaped; the range is that of the stored text, in bytes.
    Plain(String, Range<usize>),
    /// A figure to be put in.
    Token(Token),
    /// `{?…}`: dropped with its punctuation when a token directly in it is absent.
    Group(Vec<Part>),
    /// Not a token: the stored text as it stands, and why.
    Wrong(String, TokenError),
}

/// `{name|format|…}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What is taken.
    pub name: String,
    /// How it prints, in the order written; at most one of each sort.
    pub formats: Vec<Format>,
    /// Where it stands in the stored text, in bytes.
    pub span: Range<usize>,
}

/// How a value prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// 汉: 四; 2 → 两.
    Han,
    /// 序: 第二 → 二.
    Ordinal,
    /// 万: in ten thousands.
    Wan,
    /// 亿: in hundred millions.
    Yi,
    /// 约: floored to its leading digits, with 多.
    About,
    /// 超过: floored to its leading digits.
    Over,
    /// 近: ceiled to its leading digits.
    Near,
    /// ％.
    Percent,
    /// .n: decimals.
    Decimals(u8),
    /// 单位: appends the unit.
    Unit,
    /// 去年: the value of the same window one year earlier.
    LastYear,
    /// 同比: 增长12.5％ and so on.
    YearOnYear,
    /// 列: A、B以及C等.
    List,
    /// 书: 《A》《B》和《C》.
    Titles,
    /// 逐: each with its date.
    Each,
    /// 前n: the first n, then 等.
    First(u16),
    /// n/N.
    Ratio,
}

/// What is wrong with a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenError {
    /// `{` without `}`, or the other way round.
    Unbalanced,
    /// Nothing stands in the braces.
    Empty,
    /// No such format; the nearest that there is.
    UnknownFormat(String, Option<&'static str>),
    /// Two formats of one sort.
    TwiceTheSameSort(Format),
}

impl TokenText {
    /// Reads stored text; never fails.
    pub fn parse(_stored: &str) -> Self {
        todo!()
    }
}

impl std::fmt::Display for TokenText {
    /// Prints the stored text again: `parse(s).to_string() == s`.
    fn fmt(&self, _f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        todo!()
    }
}
