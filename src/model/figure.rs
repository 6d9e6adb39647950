//! What people say of a figure: returns by unit, a confirmed zero, how far it is complete, who checked it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Amount, Period, Unknown, Year};
use crate::id::{EntryId, IndicatorId};
use crate::lang::Lang;

/// The place of a figure's note in the store.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureKey(pub Year, pub IndicatorId);

/// What was said of a year's figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureNote {
    /// Someone confirmed that it is zero.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub zero: bool,
    /// Recorded without gaps up to this day (记全至).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complete_to: Option<NaiveDate>,
    /// 定数: the number and its basis.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed: Option<(Amount, String)>,
    /// 已核.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<Checked>,
    /// 已催: the units that were asked for their answer, and the day they were asked last.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub urged: BTreeMap<EntryId, NaiveDate>,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Who checked a figure, when, and what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// The name typed in the settings.
    pub by: String,
    /// The instant.
    pub at: DateTime<Utc>,
    /// The value then; another now is 核后变动.
    pub value: Decimal,
}

/// The place of a return in the store.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReturnKey {
    /// Year.
    pub year: Year,
    /// What was asked.
    pub indicator: IndicatorId,
    /// For which stretch; none: the year.
    pub period: Option<Period>,
    /// Whose answer.
    pub unit: EntryId,
}

/// A return (报数): one unit's value for an indicator and period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// The number; a zero is a statement.
    pub value: Amount,
    /// How it was got.
    #[serde(default)]
    pub source: ReturnSource,
    /// What a newer program keeps here.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// How a return was got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReturnSource {
    /// 实数.
    #[default]
    Counted,
    /// 估数.
    Estimated,
    /// 预计.
    Expected,
}

impl Return {
    /// A number as someone gave it; that it is an estimate is said by its source alone.
    pub fn new(amount: &Amount, source: ReturnSource) -> Self {
        let is_estimate = amount.is_estimated() && source == ReturnSource::Counted;
        let source = if is_estimate { ReturnSource::Estimated } else { source };
        let value = Amount::new(amount.value(), amount.mark(), false).expect("the number was an amount already");
        Self { value, source, unknown: Unknown::new() }
    }
}

impl ReturnSource {
    /// All of them, in the order of their digits.
    pub const ALL: [Self; 3] = [Self::Counted, Self::Estimated, Self::Expected];

    /// What it is called on the screen.
    pub const fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::Counted => lang.source_counted(),
            Self::Estimated => lang.source_estimated(),
            Self::Expected => lang.source_expected(),
        }
    }
}
