//! How filters, orders and groups are said, on the screen and on the command line.

use super::filter::Want;
use super::groups::{Group, GroupKey};
use super::order::{Order, SortBy};
use super::totals::Totals;
use crate::lang::Lang;
use crate::model::{Ledger, Status, Year};

/// Sums named at most.
const SUMS: usize = 6;

impl Want {
    /// `完成`, `3月`, `石桥镇`: what it limits a list of the year to.
    pub fn text(&self, ledger: &Ledger, year: Year, lang: Lang) -> String {
        let template = ledger.template(year);
        match self {
            Self::Section(id) => {
                let name = template.and_then(|known| known.section(id)).map_or("", |section| &section.name);
                lang.want_section(&format!("{id} {name}"))
            }
            Self::Matter(id) => {
                let name = template.and_then(|known| known.matter(id)).map_or("", |matter| &matter.name);
                format!("{id} {name}")
            }
            Self::Kind(id) => template.and_then(|known| known.kind(id)).map_or(id.as_str(), |kind| &kind.name).into(),
            Self::Status(status) => status_text(*status, lang).into(),
            Self::Month(month) => lang.want_month(*month),
            Self::Period(period) => period.print(year),
            Self::Unit(id) => ledger.entry(*id).map_or_else(|| id.to_string(), |entry| entry.label.clone()),
            Self::Tag(tag) => lang.want_tag(tag),
            Self::Key => lang.want_key().into(),
            Self::Unchecked => lang.want_unchecked().into(),
            Self::Blanks => lang.want_blanks().into(),
        }
    }
}

/// 计划, 进行中, 完成, 取消.
pub const fn status_text(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Planned => lang.status_planned(),
        Status::Running => lang.status_running(),
        Status::Done => lang.status_done(),
        Status::Cancelled => lang.status_cancelled(),
    }
}

impl SortBy {
    /// 日期, 标题, 单位, 最近改动, 报告次序.
    pub const fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::Date => lang.sort_date(),
            Self::Title => lang.sort_title(),
            Self::Unit => lang.sort_unit(),
            Self::Changed => lang.sort_changed(),
            Self::Report => lang.sort_report(),
        }
    }
}

impl Order {
    /// `标题`, `标题（倒序）`.
    pub fn text(self, lang: Lang) -> String {
        let name = self.by.text(lang);
        if self.reversed { lang.sort_reversed(name) } else { name.into() }
    }
}

impl GroupKey {
    /// `石桥镇`, `3月`, `其他（未填）`.
    pub fn text(self, ledger: &Ledger, lang: Lang) -> String {
        match self {
            Self::Month(month) => lang.want_month(month),
            Self::Entry(id) => ledger.entry(id).map_or_else(|| id.to_string(), |entry| entry.label.clone()),
            Self::Unsaid => lang.group_unsaid().into(),
        }
    }
}

impl Group {
    /// `新华网  12条 共12次`.
    pub fn text(&self, ledger: &Ledger, lang: Lang) -> String {
        lang.group_line(&self.key.text(ledger, lang), &self.totals.text(lang))
    }
}

impl Totals {
    /// `56条 共60次  观众 12000人次`.
    pub fn text(&self, lang: Lang) -> String {
        let count = self.count.as_ref().filter(|_| self.items > 0);
        let count =
            count.map_or_else(|| lang.list_items(self.items), |count| lang.list_count(self.items, &count.to_string()));
        let sums = self.sums.iter().take(SUMS).map(|(name, unit, value)| format!("{name} {value}{unit}"));
        std::iter::once(count).chain(sums).collect::<Vec<_>>().join("  ")
    }
}
