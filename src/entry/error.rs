//! Why typed text is no value of its field.

use std::fmt;

use super::common::CommonField;
use super::record::NameField;
use crate::lang::Lang;
use crate::model::{AmountError, WhenError};

/// Characters that are quoted of what was typed.
const QUOTED: usize = 16;

/// Why typed text is no value: which field, what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryError {
    /// Which field.
    pub field: FieldName,
    /// What is wrong.
    pub fault: Fault,
}

/// A field, named for the eye.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldName {
    /// A field that every item has.
    Common(CommonField),
    /// A field that every entry of a register has.
    Name(NameField),
    /// A field of a kind or register, by its name.
    Own(String),
}

/// What is wrong with typed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was typed where something must stand.
    Empty,
    /// Longer than a field can be.
    TooLong,
    /// No date.
    When(WhenError),
    /// No number.
    Amount(AmountError),
    /// None of the choices, or more than one.
    Choice {
        /// What was typed.
        typed: String,
        /// What may be typed.
        choices: Vec<String>,
    },
    /// Neither yes nor no.
    Flag(String),
    /// No entry of the register.
    Unknown {
        /// What was typed.
        typed: String,
        /// The register's name.
        register: String,
        /// The label that was probably meant.
        nearest: Option<String>,
    },
    /// Several entries fit equally well.
    Several {
        /// What was typed.
        typed: String,
        /// Up to five of them.
        found: Vec<String>,
    },
    /// No item has this title or id.
    NoItem(String),
    /// The kind has no such field.
    NoField {
        /// The name that was probably meant.
        nearest: Option<String>,
    },
}

impl FieldName {
    /// The name in `lang`; a kind's own field has one name.
    pub fn text(&self, lang: Lang) -> &str {
        match self {
            Self::Common(field) => field.name(lang),
            Self::Name(field) => field.name(lang),
            Self::Own(name) => name,
        }
    }
}

impl EntryError {
    pub(super) const fn new(field: FieldName, fault: Fault) -> Self {
        Self { field, fault }
    }

    /// Says what is wrong: `` 日期：`6月31日` 不是日期 ``.
    pub fn text(&self, lang: Lang) -> String {
        briefly(&self.said(lang))
    }

    fn said(&self, lang: Lang) -> String {
        let field = self.field.text(lang);
        match (&self.fault, lang) {
            (Fault::NoField { .. }, Lang::Zh) => format!("没有 `{field}` 这个字段"),
            (Fault::NoField { .. }, Lang::En) => format!("there is no field `{field}`"),
            (fault, Lang::Zh) => format!("{field}：{}", fault.text(lang)),
            (fault, Lang::En) => format!("{field}: {}", fault.text(lang)),
        }
    }

    /// Says what to do: 6月只有30天.
    pub fn hint(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.fault.hint_zh(),
            Lang::En => self.fault.hint_en(),
        }
    }
}

/// A sentence with what it quotes cut where it is long: what is wrong must be seen.
fn briefly(sentence: &str) -> String {
    let parts = sentence.split('`').enumerate();
    let cut = |(at, part): (usize, &str)| match part.char_indices().nth(QUOTED) {
        Some((end, _)) if at % 2 == 1 => format!("{}..", &part[..end]),
        _ => part.to_owned(),
    };
    parts.map(cut).collect::<Vec<_>>().join("`")
}

impl Fault {
    fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::When(error), _) => error.text(lang),
            (Self::Amount(error), _) => error.text(lang),
            (Self::Empty, Lang::Zh) => "不能空着".into(),
            (Self::Empty, Lang::En) => "must not be empty".into(),
            (Self::TooLong, Lang::Zh) => "太长".into(),
            (Self::TooLong, Lang::En) => "too long".into(),
            (Self::Choice { typed, .. }, Lang::Zh) => format!("`{typed}` 不在可选的几项里"),
            (Self::Choice { typed, .. }, Lang::En) => format!("`{typed}` is none of the choices"),
            (Self::Flag(typed), Lang::Zh) => format!("`{typed}` 看不出是或否"),
            (Self::Flag(typed), Lang::En) => format!("`{typed}` is neither yes nor no"),
            (Self::Unknown { typed, register, .. }, Lang::Zh) => format!("名录[{register}]里没有 `{typed}`"),
            (Self::Unknown { typed, register, .. }, Lang::En) => format!("the register [{register}] has no `{typed}`"),
            (Self::NoItem(typed), Lang::Zh) => format!("没有标题是 `{typed}` 的条目"),
            (Self::NoItem(typed), Lang::En) => format!("no item has the title `{typed}`"),
            (Self::Several { typed, .. }, Lang::Zh) => format!("`{typed}` 有几个都像"),
            (Self::Several { typed, .. }, Lang::En) => format!("`{typed}` fits several"),
            (Self::NoField { .. }, _) => String::new(),
        }
    }

    fn hint_zh(&self) -> String {
        match self {
            Self::When(error) => error.hint(Lang::Zh),
            Self::Amount(error) => error.hint(Lang::Zh),
            Self::Empty => "请填写；还不知道就写 **".into(),
            Self::TooLong => format!("最多{}字", super::LONGEST),
            Self::Choice { choices, .. } => format!("可选：{}", numbered(choices)),
            Self::Flag(_) => "写 是 或 否，也可写 1 或 0".into(),
            Self::Unknown { nearest: Some(nearest), .. } => format!("是不是 {nearest}？新的请先加进名录"),
            Self::Unknown { nearest: None, .. } => "新的请先加进名录；还不知道就写 **".into(),
            Self::NoItem(_) => "打标题里的几个字，从下面选".into(),
            Self::Several { found, .. } => format!("请写全：{}", found.join("、")),
            Self::NoField { nearest: Some(nearest) } => format!("是不是 {nearest}？"),
            Self::NoField { nearest: None } => "字段名见记一条的表格".into(),
        }
    }

    fn hint_en(&self) -> String {
        match self {
            Self::When(error) => error.hint(Lang::En),
            Self::Amount(error) => error.hint(Lang::En),
            Self::Empty => "fill it in; not known yet: **".into(),
            Self::TooLong => format!("{} characters at most", super::LONGEST),
            Self::Choice { choices, .. } => format!("choose one: {}", numbered(choices)),
            Self::Flag(_) => "type y or n, 1 or 0".into(),
            Self::Unknown { nearest: Some(nearest), .. } => {
                format!("perhaps {nearest}? A new one is first added to the register")
            }
            Self::Unknown { nearest: None, .. } => "a new one is first added to the register; not known yet: **".into(),
            Self::NoItem(_) => "type a part of its title and pick it below".into(),
            Self::Several { found, .. } => format!("type it in full: {}", found.join(", ")),
            Self::NoField { nearest: Some(nearest) } => format!("perhaps {nearest}?"),
            Self::NoField { nearest: None } => "the form of the item shows its fields".into(),
        }
    }
}

/// `1 原创 2 转载`.
fn numbered(choices: &[String]) -> String {
    choices.iter().enumerate().map(|(at, name)| format!("{} {name}", at + 1)).collect::<Vec<_>>().join(" ")
}

impl fmt::Display for EntryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.text(Lang::En), self.hint(Lang::En))
    }
}

impl std::error::Error for EntryError {}
