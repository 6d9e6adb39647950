//! 占比: one figure as a share of another.

use std::collections::BTreeSet;

use super::measure::{Taken, is_of};
use super::{Figure, Value};
use crate::model::{Card, Indicator, Measure, Template};

/// Whether items of the card's sort can change the indicator, also through the figures that it is a share of.
pub(super) fn is_moved_by(template: &Template, indicator: &Indicator, card: &Card) -> bool {
    let Measure::Share { part, whole } = &indicator.measure else { return is_of(indicator, card) };
    [part, whole].into_iter().filter_map(|id| template.indicator(id)).any(|one| is_of(one, card))
}

/// What two figures give: the one as a share of the other, behind it everything that is behind the two.
pub(super) fn share(part: &Figure, whole: &Figure) -> Taken {
    let both = || [part, whole].into_iter();
    let value = match (&part.value, &whole.value) {
        (Some(Value::Number(part, _)), Some(Value::Number(whole, _))) if !whole.is_zero() => {
            Some(Value::Ratio(*part, *whole))
        }
        _ => None,
    };
    let named = part.items.iter().collect::<BTreeSet<_>>();
    let others = whole.items.iter().filter(|id| !named.contains(id));
    Taken {
        value,
        open: both().map(|one| one.open).sum(),
        lacking: both().map(|one| one.lacking).sum(),
        items: part.items.iter().chain(others).copied().collect(),
        units: both().flat_map(|one| one.units.iter().copied()).collect::<BTreeSet<_>>().into_iter().collect(),
        owed: both().flat_map(|one| one.owed.iter().copied()).collect::<BTreeSet<_>>().into_iter().collect(),
        replaced: Vec::new(),
        expected: both().any(|one| one.expected),
    }
}

#[cfg(test)]
mod tests {
    use super::super::bench::{Bench, day};
    use super::*;
    use crate::model::{Condition, FieldValue, Operand, Test};

    fn choice(item: &mut crate::model::Item, place: &str) {
        item.card.fields.insert("place".parse().expect("an id"), FieldValue::Choice(place.parse().expect("an id")));
    }

    #[test]
    fn a_share_is_the_one_figure_of_the_other_and_has_the_items_of_both_behind_it() {
        let mut bench = Bench::new();
        let place = Operand::Field("place".parse().expect("an id"));
        bench.indicator("用稿", Measure::Count, |_| {});
        bench.indicator("头条", Measure::Count, |indicator| {
            indicator.conditions = vec![Condition { field: place, test: Test::Is(vec!["front".into()]) }];
        });
        let [part, whole] = ["头条", "用稿"].map(|id| id.parse().expect("an id"));
        let share = bench.indicator("头条占比", Measure::Share { part, whole }, |_| {});
        assert_eq!(bench.figure(&share).value, None);
        let other = bench.add("甲", day(2022, 3, 1), |item| choice(item, "other"));
        let front = bench.add("乙", day(2022, 4, 1), |item| choice(item, "front"));
        let figure = bench.figure(&share);
        assert_eq!(figure.value, Some(Value::Ratio(1.into(), 2.into())));
        assert_eq!(figure.items, [front, other]);
    }
}
