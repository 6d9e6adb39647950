//! What every item has whatever its kind, and what the calendar gives to every text.

/// A field that every item has. A matter's form and a kind's sentence call it as they call the kind's own fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Common {
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
    /// 期限.
    Due,
    /// 次数.
    Count,
    /// 写入总结: how it enters the report.
    InReport,
    /// 重点.
    Key,
    /// 标签.
    Tags,
    /// 写法: its own sentence.
    Wording,
    /// 佐证.
    Evidence,
    /// 备注.
    Note,
}

impl Common {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 13] = [
        Self::Title,
        Self::When,
        Self::Period,
        Self::Unit,
        Self::Status,
        Self::Due,
        Self::Count,
        Self::InReport,
        Self::Key,
        Self::Tags,
        Self::Wording,
        Self::Evidence,
        Self::Note,
    ];

    /// Its id, as in a matter's `first`; no kind has a field of this id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::When => "when",
            Self::Period => "period",
            Self::Unit => "unit",
            Self::Status => "status",
            Self::Due => "due",
            Self::Count => "count",
            Self::InReport => "in_report",
            Self::Key => "key",
            Self::Tags => "tags",
            Self::Wording => "wording",
            Self::Evidence => "evidence",
            Self::Note => "note",
        }
    }

    /// Its name in tokens, and on a Chinese screen; no kind has a field of this name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "标题",
            Self::When => "日期",
            Self::Period => "所属期",
            Self::Unit => "单位",
            Self::Status => "状态",
            Self::Due => "期限",
            Self::Count => "次数",
            Self::InReport => "写入总结",
            Self::Key => "重点",
            Self::Tags => "标签",
            Self::Wording => "写法",
            Self::Evidence => "佐证",
            Self::Note => "备注",
        }
    }

    /// The field that a template or a token calls so, by name or id.
    pub fn called(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == text || one.name() == text)
    }
}

/// A token that no template declares: the calendar gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Given {
    /// 年度: the ledger's year, 2022.
    Year,
    /// 上年: the year before it.
    YearBefore,
    /// 明年: the year after it.
    YearAfter,
    /// 截至: the last day that the report looks at.
    AsOf,
    /// 期间: the stretch that the report tells of, within its year: 全年, 上半年.
    Stretch,
    /// 期称: the same with its year: 2022年, 2022年上半年.
    Named,
    /// 同期: the same stretch one year earlier: 2021年上半年.
    Earlier,
    /// 下期: the stretch after it, as plans call it: 明年, 下半年.
    Next,
    /// 下期称: the same with its year: 2023年, 2022年下半年.
    NextNamed,
    /// 专题: the tag that the report is of; absent in any other.
    Theme,
}

impl Given {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Year,
        Self::YearBefore,
        Self::YearAfter,
        Self::AsOf,
        Self::Stretch,
        Self::Named,
        Self::Earlier,
        Self::Next,
        Self::NextNamed,
        Self::Theme,
    ];

    /// Its name in tokens.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Year => "年度",
            Self::YearBefore => "上年",
            Self::YearAfter => "明年",
            Self::AsOf => "截至",
            Self::Stretch => "期间",
            Self::Named => "期称",
            Self::Earlier => "同期",
            Self::Next => "下期",
            Self::NextNamed => "下期称",
            Self::Theme => "专题",
        }
    }

    /// The token of this name.
    pub fn called(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == text)
    }
}
