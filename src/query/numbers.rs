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
    Ratio(u64, u64),
}

impl Value {
    /// The number that stands for it: itself, the length of a list, the first of a ratio.
    pub fn number(&self) -> Decimal {
        match self {
            Self::Number(number, _) => *number,
            Self::List(list) => list.len().into(),
            Self::Ratio(part, _) => (*part).into(),
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
            Self::Ratio(part, whole) => write!(f, "{part}/{whole}"),
        }
    }
}

/// A sum under way.
#[derive(Clone, Debug, Default)]
pub(super) struct Sum {
    total: Decimal,
    mark: Mark,
    largest: Option<(Decimal, Mark)>,
    given: u32,
    /// Addends that nobody knows yet.
    pub(super) open: usize,
}

impl Sum {
    /// Adds a number.
    pub(super) fn add(&mut self, amount: &Amount) {
        let (value, mark) = (amount.value(), amount.mark());
        // Beyond 28 digits there is no figure of an office; the sum stays at the largest there is.
        self.total = self.total.saturating_add(value);
        self.mark = joined(self.mark, mark);
        if self.largest.is_none_or(|(largest, _)| value > largest) {
            self.largest = Some((value, mark));
        }
        self.given += 1;
    }

    /// Adds what is there: a number, or one that is still open.
    pub(super) fn take(&mut self, addend: Addend<'_>) {
        match addend {
            Addend::Given(amount) => self.add(amount),
            Addend::One => self.add(&Amount::exact(Decimal::ONE)),
            Addend::Open => self.open += 1,
            Addend::Nothing => {}
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

/// The mark of a sum of two: 多 wins over all; of others that differ it is 约. Neither order nor grouping matters.
pub(super) fn joined(a: Mark, b: Mark) -> Mark {
    match (a, b) {
        (Mark::Exact, mark) | (mark, Mark::Exact) => mark,
        (Mark::More, _) | (_, Mark::More) => Mark::More,
        (a, b) if a == b => a,
        _ => Mark::About,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MARKS: [Mark; 6] = [Mark::Exact, Mark::More, Mark::Rest, Mark::Near, Mark::Over, Mark::About];

    #[test]
    fn any_more_makes_the_sum_more() {
        for mark in MARKS {
            assert_eq!(joined(Mark::More, mark), Mark::More);
            assert_eq!(joined(mark, Mark::More), Mark::More);
        }
        assert_eq!(joined(Mark::Near, Mark::Over), Mark::About);
    }

    proptest! {
        #[test]
        fn neither_order_nor_grouping_of_marks_matters(a in 0usize..6, b in 0usize..6, c in 0usize..6) {
            let (a, b, c) = (MARKS[a], MARKS[b], MARKS[c]);
            prop_assert_eq!(joined(a, b), joined(b, a));
            prop_assert_eq!(joined(joined(a, b), c), joined(a, joined(b, c)));
        }
    }
}
