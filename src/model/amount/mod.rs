//! An amount (数量): a decimal with its 约 mark.

mod error;
mod parse;

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use error::AmountError;

use self::error::Fault;

/// Digits that an amount can have.
const DIGITS: u32 = 28;

/// A number as people give it, never negative, of 28 digits at most. As text: `12000`, `300多`, `近100`, `估50`;
/// parse and print are inverse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    value: Decimal,
    mark: Mark,
    estimated: bool,
}

/// The 约 mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

impl Mark {
    /// The mark of a sum: 多 wins over all; of others that differ it is 约. Neither order nor grouping matters.
    #[must_use]
    pub const fn joined(self, other: Self) -> Self {
        match (self, other) {
            (mark, Self::Exact) | (Self::Exact, mark) => mark,
            (Self::More, _) | (_, Self::More) => Self::More,
            (Self::Rest, Self::Rest) => Self::Rest,
            (Self::Near, Self::Near) => Self::Near,
            (Self::Over, Self::Over) => Self::Over,
            _ => Self::About,
        }
    }

    /// The word before the number.
    fn leading(self) -> &'static str {
        match self {
            Self::Near => "近",
            Self::Over => "超过",
            Self::About => "约",
            Self::Exact | Self::More | Self::Rest => "",
        }
    }

    /// The word after the number.
    fn trailing(self) -> &'static str {
        match self {
            Self::More => "多",
            Self::Rest => "余",
            Self::Exact | Self::Near | Self::Over | Self::About => "",
        }
    }
}

impl Amount {
    /// An exact number; a sign is dropped, since nothing is counted below zero.
    pub fn exact(value: Decimal) -> Self {
        Self { value: value.abs().normalize(), mark: Mark::Exact, estimated: false }
    }

    /// A number with its mark; an error when it is negative or has more than 28 digits.
    pub fn new(value: Decimal, mark: Mark, estimated: bool) -> Result<Self, AmountError> {
        Self::checked(value, mark, estimated).map_err(|fault| AmountError::new(&value.to_string(), fault))
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

    /// Reads `1.2万`, `300多`, `3+4+5`, `近百`, `约50`, `1,200`, `１２`, `十二`, `估300`; never negative.
    pub fn parse(typed: &str) -> Result<Self, AmountError> {
        parse::amount(typed).map_err(|fault| AmountError::new(typed, fault))
    }

    /// The sum: with any 多 in it 多, with any estimate in it an estimate; of nothing, zero.
    pub fn sum<'a>(amounts: impl IntoIterator<Item = &'a Self>) -> Result<Self, AmountError> {
        let mut sum = Self::exact(Decimal::ZERO);
        for amount in amounts {
            sum = sum.plus(amount).map_err(|fault| AmountError::new(&format!("{sum}+{amount}"), fault))?;
        }
        Ok(sum)
    }

    fn plus(&self, other: &Self) -> Result<Self, Fault> {
        let value = self.value.checked_add(other.value).ok_or(Fault::TooLong)?;
        Self::checked(value, self.mark.joined(other.mark), self.estimated || other.estimated)
    }

    fn checked(value: Decimal, mark: Mark, estimated: bool) -> Result<Self, Fault> {
        let value = value.normalize();
        if value.is_sign_negative() && !value.is_zero() {
            return Err(Fault::Negative);
        }
        if value.mantissa().unsigned_abs() >= 10_u128.pow(DIGITS) {
            return Err(Fault::TooLong);
        }
        Ok(Self { value: value.abs(), mark, estimated })
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let estimated = if self.estimated { "估" } else { "" };
        write!(f, "{estimated}{}{}{}", self.mark.leading(), self.value, self.mark.trailing())
    }
}

impl FromStr for Amount {
    type Err = AmountError;

    fn from_str(text: &str) -> Result<Self, AmountError> {
        Self::parse(text)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Amount {
    /// Takes the text, or a whole number where a template writes one.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Text(String),
            Number(i64),
        }
        let text = match Written::deserialize(deserializer)? {
            Written::Text(text) => text,
            Written::Number(number) => number.to_string(),
        };
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests;
