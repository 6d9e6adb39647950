//! A variant (稿别): which cut of the year a report is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::lang::Lang;
use crate::text::{fold_form, ordinal_han};

/// Which cut of the year a report is. The same passages and the same records make all of them.
///
/// Stored and named on the command line by a short word that never changes: `whole`, `h1`, `q3`, `tag:党史`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Variant {
    /// 全年.
    #[default]
    Whole,
    /// 上半年.
    FirstHalf,
    /// 下半年.
    SecondHalf,
    /// A quarter, 1–4.
    Quarter(Quarter),
    /// 1至11月, with what the units expect of the whole year where they said so.
    ToNovember,
    /// 专题: what carries this tag.
    Tag(Tag),
    /// 公开版: names and chosen figures print as 某.
    Public,
}

/// A quarter of the year, 1–4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter(u8);

/// A tag: one line without blanks at its ends, never empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(String);

impl Variant {
    /// Those that every year has, in the order in which they are offered.
    pub const FIXED: [Self; 9] = [
        Self::Whole,
        Self::FirstHalf,
        Self::SecondHalf,
        Self::Quarter(Quarter(1)),
        Self::Quarter(Quarter(2)),
        Self::Quarter(Quarter(3)),
        Self::Quarter(Quarter(4)),
        Self::ToNovember,
        Self::Public,
    ];

    /// The months it looks at, both included.
    pub const fn months(&self) -> (u32, u32) {
        match self {
            Self::Whole | Self::Tag(_) | Self::Public => (1, 12),
            Self::FirstHalf => (1, 6),
            Self::SecondHalf => (7, 12),
            Self::Quarter(Quarter(quarter)) => (*quarter as u32 * 3 - 2, *quarter as u32 * 3),
            Self::ToNovember => (1, 11),
        }
    }

    /// The tag, when it is of one.
    pub fn tag(&self) -> Option<&str> {
        if let Self::Tag(Tag(tag)) = self { Some(tag) } else { None }
    }

    /// What it is called on the screen: 上半年.
    pub fn name(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Whole, Lang::Zh) => "全年".into(),
            (Self::Whole, Lang::En) => "whole year".into(),
            (Self::FirstHalf, Lang::Zh) => "上半年".into(),
            (Self::FirstHalf, Lang::En) => "first half".into(),
            (Self::SecondHalf, Lang::Zh) => "下半年".into(),
            (Self::SecondHalf, Lang::En) => "second half".into(),
            (Self::Quarter(Quarter(quarter)), Lang::Zh) => format!("{}季度", ordinal_han((*quarter).into())),
            (Self::Quarter(Quarter(quarter)), Lang::En) => format!("quarter {quarter}"),
            (Self::ToNovember, Lang::Zh) => "1至11月".into(),
            (Self::ToNovember, Lang::En) => "January to November".into(),
            (Self::Tag(Tag(tag)), Lang::Zh) => format!("专题“{tag}”"),
            (Self::Tag(Tag(tag)), Lang::En) => format!("theme “{tag}”"),
            (Self::Public, Lang::Zh) => "公开版".into(),
            (Self::Public, Lang::En) => "public version".into(),
        }
    }
}

impl Quarter {
    /// 1–4.
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Quarter {
    type Error = ();

    fn try_from(number: u8) -> Result<Self, ()> {
        if (1..=4).contains(&number) { Ok(Self(number)) } else { Err(()) }
    }
}

impl TryFrom<&str> for Tag {
    type Error = ();

    fn try_from(text: &str) -> Result<Self, ()> {
        let tag = text.trim();
        if tag.is_empty() || tag.contains(char::is_control) { Err(()) } else { Ok(Self(tag.into())) }
    }
}

/// No variant is called so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VariantError(pub String);

impl VariantError {
    /// Says what is wrong.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("没有叫 `{}` 的稿别", self.0),
            Lang::En => format!("no variant is called `{}`", self.0),
        }
    }

    /// Says what there is.
    pub fn hint(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => "有：全年、上半年、下半年、一季度至四季度、1至11月、专题:标签、公开版；\
                         也可写 whole h1 h2 q1 q2 q3 q4 to-nov tag:标签 public"
                .into(),
            Lang::En => "there are: whole h1 h2 q1 q2 q3 q4 to-nov tag:NAME public".into(),
        }
    }
}

impl fmt::Display for VariantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for VariantError {}

impl fmt::Display for Variant {
    /// The word that is stored.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => f.write_str("whole"),
            Self::FirstHalf => f.write_str("h1"),
            Self::SecondHalf => f.write_str("h2"),
            Self::Quarter(Quarter(quarter)) => write!(f, "q{quarter}"),
            Self::ToNovember => f.write_str("to-nov"),
            Self::Tag(Tag(tag)) => write!(f, "tag:{tag}"),
            Self::Public => f.write_str("public"),
        }
    }
}

impl FromStr for Variant {
    type Err = VariantError;

    /// Reads the stored word, or what people call it; full width is as good as half width.
    fn from_str(text: &str) -> Result<Self, VariantError> {
        let wrong = || VariantError(text.to_owned());
        if let Some(tag) = theme(text.trim()) {
            return Tag::try_from(tag).map(Self::Tag).map_err(|()| wrong());
        }
        let folded: String = text.chars().filter(|c| !c.is_whitespace()).map(fold_form).collect();
        let quarter = |number| Self::Quarter(Quarter(number));
        Ok(match folded.to_ascii_lowercase().as_str() {
            "whole" | "year" | "全年" | "年度" => Self::Whole,
            "h1" | "上半年" => Self::FirstHalf,
            "h2" | "下半年" => Self::SecondHalf,
            "q1" | "一季度" | "第一季度" | "1季度" => quarter(1),
            "q2" | "二季度" | "第二季度" | "2季度" => quarter(2),
            "q3" | "三季度" | "第三季度" | "3季度" => quarter(3),
            "q4" | "四季度" | "第四季度" | "4季度" => quarter(4),
            "to-nov" | "1至11月" | "1-11月" | "1—11月" | "一至十一月" => Self::ToNovember,
            "public" | "公开" | "公开版" => Self::Public,
            _ => return Err(wrong()),
        })
    }
}

/// The tag of `tag:NAME` or `专题:NAME`.
fn theme(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("tag").or_else(|| text.strip_prefix("专题"))?;
    rest.strip_prefix([':', '：'])
}

impl TryFrom<String> for Variant {
    type Error = VariantError;

    fn try_from(text: String) -> Result<Self, VariantError> {
        text.parse()
    }
}

impl From<Variant> for String {
    fn from(variant: Variant) -> Self {
        variant.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Option<Variant> {
        text.parse().ok()
    }

    #[test]
    fn every_variant_is_read_as_it_is_stored_and_as_it_is_called() {
        let tagged = parsed("tag:党史/二十大").expect("a theme");
        for variant in Variant::FIXED.into_iter().chain([tagged]) {
            assert_eq!(parsed(&variant.to_string()), Some(variant.clone()));
            if variant.tag().is_none() {
                assert_eq!(parsed(&variant.name(Lang::Zh)), Some(variant));
            }
        }
    }

    #[test]
    fn full_width_and_blanks_do_not_matter() {
        assert_eq!(parsed(" Ｑ１ "), parsed("q1"));
        assert_eq!(parsed("专题： 党史 "), parsed("tag:党史"));
        for wrong in ["", "q5", "tag:", "专题：  ", "去年", "tag"] {
            assert_eq!(parsed(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn quarters_have_three_months_each() {
        let months: Vec<_> =
            ["q1", "q2", "q3", "q4"].iter().filter_map(|text| parsed(text)).map(|one| one.months()).collect();
        assert_eq!(months, [(1, 3), (4, 6), (7, 9), (10, 12)]);
    }
}
