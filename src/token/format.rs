//! How a value prints: the formats, their names and sorts.

use std::borrow::Cow;
use std::fmt;

use crate::text;

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
    /// .n: decimals, at most nine.
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
    /// 星期: a day with its weekday.
    Weekday,
    /// 前n: the first n, then 等.
    First(u16),
    /// n/N.
    Ratio,
}

/// What a format decides; a token has at most one of each sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// In which digits: 汉 序.
    Numeral,
    /// In which unit of counting: 万 亿.
    Scale,
    /// How it is rounded: 约 超过 近.
    Rounding,
    /// ％.
    Percent,
    /// .n.
    Decimals,
    /// 单位.
    Unit,
    /// Against last year: 去年 同比.
    Compare,
    /// How names stand in a row: 列 书 逐.
    List,
    /// 星期.
    Weekday,
    /// 前n.
    First,
    /// n/N.
    Ratio,
}

impl Format {
    /// Reads a format as it stands between bars; full-width forms fold.
    pub fn parse(written: &str) -> Option<Self> {
        let folded = text::fold(written.trim());
        if let Some(digits) = folded.strip_prefix('.') {
            return number(digits).filter(|&decimals: &u8| decimals <= 9).map(Self::Decimals);
        }
        if let Some(digits) = folded.strip_prefix('前') {
            return number(digits).filter(|&count: &u16| count > 0).map(Self::First);
        }
        // `%` is the half-width form of ％, which is the name.
        let name = if folded == "%" { "％" } else { &folded };
        Self::all().find(|format| format.name() == name)
    }

    /// The name as it stands between bars: 约, .1, 前3.
    pub fn name(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Han => "汉",
            Self::Ordinal => "序",
            Self::Wan => "万",
            Self::Yi => "亿",
            Self::About => "约",
            Self::Over => "超过",
            Self::Near => "近",
            Self::Percent => "％",
            Self::Decimals(decimals) => return Cow::Owned(format!(".{decimals}")),
            Self::Unit => "单位",
            Self::LastYear => "去年",
            Self::YearOnYear => "同比",
            Self::List => "列",
            Self::Titles => "书",
            Self::Each => "逐",
            Self::Weekday => "星期",
            Self::First(count) => return Cow::Owned(format!("前{count}")),
            Self::Ratio => "n/N",
        })
    }

    /// What the format decides.
    pub fn sort(self) -> Sort {
        match self {
            Self::Han | Self::Ordinal => Sort::Numeral,
            Self::Wan | Self::Yi => Sort::Scale,
            Self::About | Self::Over | Self::Near => Sort::Rounding,
            Self::Percent => Sort::Percent,
            Self::Decimals(_) => Sort::Decimals,
            Self::Unit => Sort::Unit,
            Self::LastYear | Self::YearOnYear => Sort::Compare,
            Self::List | Self::Titles | Self::Each => Sort::List,
            Self::Weekday => Sort::Weekday,
            Self::First(_) => Sort::First,
            Self::Ratio => Sort::Ratio,
        }
    }

    /// Every format once, in the order they are offered; `.n` as `.1`, `前n` as `前3`.
    pub fn all() -> impl Iterator<Item = Self> {
        [
            Self::Han,
            Self::Ordinal,
            Self::Wan,
            Self::Yi,
            Self::About,
            Self::Over,
            Self::Near,
            Self::Percent,
            Self::Decimals(1),
            Self::Unit,
            Self::LastYear,
            Self::YearOnYear,
            Self::List,
            Self::Titles,
            Self::Each,
            Self::Weekday,
            Self::First(3),
            Self::Ratio,
        ]
        .into_iter()
    }

    /// The name that was probably meant by `written`; `.n` and `前n` stand for all of theirs.
    pub fn nearest(written: &str) -> Option<&'static str> {
        text::nearest(written, NAMES.into_iter())
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }
}

/// The names as a user is told them.
pub(super) const NAMES: [&str; 18] = [
    "汉", "序", "万", "亿", "约", "超过", "近", "％", ".n", "单位", "去年", "同比", "列", "书", "逐", "星期", "前n",
    "n/N",
];

/// A plain number without leading zeros, so that it prints as it was written.
fn number<N: std::str::FromStr + fmt::Display>(digits: &str) -> Option<N> {
    digits.parse().ok().filter(|number: &N| number.to_string() == digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_reads_its_name() {
        for format in Format::all() {
            assert_eq!(Format::parse(&format.name()), Some(format));
        }
        assert_eq!(Format::all().count(), NAMES.len());
    }

    #[test]
    fn full_width_forms_and_blanks_fold() {
        assert_eq!(Format::parse("．２"), Some(Format::Decimals(2)));
        assert_eq!(Format::parse("。2"), Some(Format::Decimals(2)));
        assert_eq!(Format::parse(" 前１０ "), Some(Format::First(10)));
        assert_eq!(Format::parse("ｎ／Ｎ"), Some(Format::Ratio));
        assert_eq!(Format::parse("%"), Some(Format::Percent));
    }

    #[test]
    fn what_is_no_format_is_not_read() {
        for written in ["", ".", ".10", ".01", ".+1", "前", "前0", "前03", "前十", "约约", "N/n"] {
            assert_eq!(Format::parse(written), None, "{written}");
        }
    }

    #[test]
    fn the_nearest_name_is_proposed() {
        assert_eq!(Format::nearest("超"), Some("超过"));
        assert_eq!(Format::nearest("同期"), Some("同比"));
        assert_eq!(Format::nearest("大写"), None);
    }
}
