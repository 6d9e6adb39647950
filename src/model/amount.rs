//! An amount (数量): a decimal with its 约 mark.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::lang::Lang;

/// A number as people give it. As text: `300多`, `1.2万`, `近100`; parse and print are inverse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    value: Decimal,
    mark: Mark,
    estimated: bool,
}

/// The 约 mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// None.
    #[default]
    Exact,
    /// 多.
    More,
    /// 余.
    Rest,
    /// 近.
    Near,
    /// 超过.
    Over,
    /// 约.
    About,
}

/// A text that is no amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountError;

impl AmountError {
    /// Says what is wrong.
    pub fn text(&self, _lang: Lang) -> String {
        todo!()
    }

    /// Says what to do.
    pub fn hint(&self, _lang: Lang) -> String {
        todo!()
    }
}

impl Amount {
    /// An exact number.
    pub const fn exact(value: Decimal) -> Self {
        Self { value, mark: Mark::Exact, estimated: false }
    }

    /// The number.
    pub const fn value(&self) -> Decimal {
        self.value
    }

    /// Its mark.
    pub const fn mark(&self) -> Mark {
        self.mark
    }

    /// Whether it is an estimate (估数).
    pub const fn is_estimated(&self) -> bool {
        self.estimated
    }

    /// Reads `1.2万`, `300多`, `3+4+5`, `近百`, `约50`, `１２`, `十二`; never negative.
    pub fn parse(_typed: &str) -> Result<Self, AmountError> {
        todo!()
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
        todo!()
    }
}
