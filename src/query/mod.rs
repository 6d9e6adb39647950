//! The only place that selects and counts: items, indicators → figures with states and sources, cadences, coverage.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::id::{EntryId, IndicatorId, ItemId};
use crate::model::{Indicator, Ledger, Mark, When, Year};

/// The window a report looks through: 完成 items whose period, else start, lies in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The ledger's year.
    pub year: Year,
    /// First day.
    pub from: NaiveDate,
    /// Last day: the smaller of the as-of date and the variant's end.
    pub to: NaiveDate,
}

/// How sure a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// 缺: nothing, and no zero confirmed.
    Missing,
    /// 不全: some addends open, some units silent, or complete only to a day before the window's end.
    Partial,
    /// 待核.
    Unchecked,
    /// 核后变动: changed after someone signed for it.
    Changed,
    /// 已核.
    Checked,
}

/// An indicator's value for a window, with its state and everything behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Absent: 缺, prints as a blank.
    pub value: Option<Value>,
    /// How sure it is.
    pub state: State,
    /// The items counted.
    pub items: Vec<ItemId>,
    /// The units whose returns were counted.
    pub units: Vec<EntryId>,
}

/// A figure's value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number and its 约 mark; a sum with any 多 in it is 多.
    Number(Decimal, Mark),
    /// Several texts, each with what it comes from.
    List(Vec<Listed>),
    /// n of N.
    Ratio(u64, u64),
}

/// One member of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The text; none: open, prints as a blank.
    pub text: Option<String>,
    /// The date, for 逐.
    pub when: Option<When>,
    /// The item it was taken from, when it was one.
    pub item: Option<ItemId>,
}

/// All figures of a year's template.
pub type Figures = BTreeMap<IndicatorId, Figure>;

/// Takes every figure of the year.
pub fn figures(_ledger: &Ledger, _scope: Scope) -> Figures {
    todo!()
}

/// Takes one figure.
pub fn figure(_ledger: &Ledger, _indicator: &Indicator, _scope: Scope) -> Figure {
    todo!()
}

impl Scope {
    /// The whole year as of a day.
    pub fn whole(_year: Year, _as_of: NaiveDate) -> Self {
        todo!()
    }
}
