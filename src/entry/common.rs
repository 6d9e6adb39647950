//! The fields that every item has.

use crate::lang::Lang;

/// A field that every item has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CommonField {
    /// 标题.
    Title,
    /// 日期.
    When,
    /// 所属期.
    Period,
    /// 单位.
    Unit,
    /// 状态.
    Status,
    /// 次数.
    Count,
    /// 写入总结.
    InReport,
    /// 重点.
    Key,
    /// 标签.
    Tags,
    /// 佐证.
    Evidence,
    /// 写法.
    Wording,
    /// 备注.
    Note,
    /// 期限.
    Due,
    /// 已核.
    Checked,
}

impl CommonField {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 14] = [
        Self::Title,
        Self::When,
        Self::Period,
        Self::Unit,
        Self::Status,
        Self::Count,
        Self::InReport,
        Self::Key,
        Self::Tags,
        Self::Evidence,
        Self::Wording,
        Self::Note,
        Self::Due,
        Self::Checked,
    ];

    /// What it is called on screen.
    pub const fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.name_zh(),
            Lang::En => self.name_en(),
        }
    }

    /// The stable name in scripts: `in_report`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::When => "when",
            Self::Period => "period",
            Self::Unit => "unit",
            Self::Status => "status",
            Self::Count => "count",
            Self::InReport => "in_report",
            Self::Key => "key",
            Self::Tags => "tags",
            Self::Evidence => "evidence",
            Self::Wording => "wording",
            Self::Note => "note",
            Self::Due => "due",
            Self::Checked => "checked",
        }
    }

    /// The field of this id or name, in either language.
    pub fn named(name: &str) -> Option<Self> {
        let is_named = |field: &Self| {
            name == field.name_zh()
                || field.id().eq_ignore_ascii_case(name)
                || field.name_en().eq_ignore_ascii_case(name)
        };
        Self::ALL.into_iter().find(is_named)
    }

    const fn name_zh(self) -> &'static str {
        match self {
            Self::Title => "标题",
            Self::When => "日期",
            Self::Period => "所属期",
            Self::Unit => "单位",
            Self::Status => "状态",
            Self::Count => "次数",
            Self::InReport => "写入总结",
            Self::Key => "重点",
            Self::Tags => "标签",
            Self::Evidence => "佐证",
            Self::Wording => "写法",
            Self::Note => "备注",
            Self::Due => "期限",
            Self::Checked => "已核",
        }
    }

    const fn name_en(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::When => "date",
            Self::Period => "period",
            Self::Unit => "unit",
            Self::Status => "status",
            Self::Count => "count",
            Self::InReport => "in report",
            Self::Key => "key item",
            Self::Tags => "tags",
            Self::Evidence => "evidence",
            Self::Wording => "wording",
            Self::Note => "note",
            Self::Due => "due",
            Self::Checked => "checked",
        }
    }
}
