//! Adding up amounts whose addends may be open or rounded.

use std::fmt;

use rust_decimal::Decimal;

use super::Listed;
use crate::model::{Amount, Mark};

/// A figure's value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number and its 约 mark; a sum with any 多 in it is 多.
    Number(Decimal, Mark),
    /// Several texts, each with what it comes from.
    List(Vec<Listed>),
    /// n of N.
    Ratio(Decimal, Decimal),
}

impl Value {
    /// The number that stands for it: itself, the length of a list, the first of a ratio.
    pub fn number(&self) -> Decimal {
        match self {
            Self::Number(number, _) => *number,
            Self::List(list) => list.len().into(),
            Self::Ratio(part, _) => *part,
        }
    }
}

impl fmt::Display for Value {
    /// The exact value without a unit: `57`, `300多`, `A、B`, `8/10`; what is open prints `**`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number, mark) => match Amount::new(*number, *mark, false) {
                Ok(amount) => amount.fmt(f),
                Err(_) => number.normalize().fmt(f),
            },
            Self::List(list) => {
                let texts: Vec<&str> = list.iter().map(|listed| listed.text.as_deref().unwrap_or("**")).collect();
                f.write_str(&texts.join("、"))
            }
            Self::Ratio(part, whole) => write!(f, "{}/{}", part.normalize(), whole.normalize()),
        }
    }
}

/// A sum under way.
#[derive(Clone, Debug, Default)]
pub(super) struct Sum {
    total: Decimal,
    mark: Mark,
    largest: Option<(Decimal, Mark)>,
    smallest: Option<(Decimal, Mark)>,
    given: u32,
    /// Addends that nobody knows yet.
    pub(super) open: usize,
    /// Items that give no number though others do.
    pub(super) lacking: usize,
}

impl Sum {
    /// Adds a number.
    pub(super) fn add(&mut self, amount: &Amount) {
        let (value, mark) = (amount.value(), amount.mark());
        // Beyond 28 digits there is no figure of an office; the sum stays at the largest there is.
        self.total = self.total.saturating_add(value);
        self.mark = self.mark.joined(mark);
        if self.largest.is_none_or(|(largest, _)| value > largest) {
            self.largest = Some((value, mark));
        }
        if self.smallest.is_none_or(|(smallest, _)| value < smallest) {
            self.smallest = Some((value, mark));
        }
        self.given += 1;
    }

    /// Adds what is there: a number, or one that is still open.
    pub(super) fn take(&mut self, addend: Addend<'_>) {
        match addend {
            Addend::Given(amount) => self.add(amount),
            Addend::One => self.add(&Amount::exact(Decimal::ONE)),
            Addend::Open => self.open += 1,
            Addend::Nothing => self.lacking += 1,
        }
    }

    /// The sum, when anything was given.
    pub(super) fn sum(&self) -> Option<Value> {
        (self.given > 0).then_some(Value::Number(self.total, self.mark))
    }

    /// The mean, when anything was given; of rounded numbers it is 约.
    pub(super) fn mean(&self) -> Option<Value> {
        let mark = if self.mark == Mark::Exact { Mark::Exact } else { Mark::About };
        (self.given > 0).then(|| Value::Number(self.total / Decimal::from(self.given), mark))
    }

    /// The largest, when anything was given.
    pub(super) fn max(&self) -> Option<Value> {
        self.largest.map(|(value, mark)| Value::Number(value, mark))
    }

    /// The smallest, when anything was given.
    pub(super) fn min(&self) -> Option<Value> {
        self.smallest.map(|(value, mark)| Value::Number(value, mark))
    }
}

impl<'a> FromIterator<&'a Amount> for Sum {
    fn from_iter<T: IntoIterator<Item = &'a Amount>>(amounts: T) -> Self {
        let mut sum = Self::default();
        for amount in amounts {
            sum.add(amount);
        }
        sum
    }
}

/// What an item gives to a sum.
#[derive(Clone, Copy, Debug)]
pub(super) enum Addend<'a> {
    /// A number.
    Given(&'a Amount),
    /// One, as every item counts that says nothing else.
    One,
    /// Nobody knows yet.
    Open,
    /// It does not speak of this.
    Nothing,
}
