//! What items come to: how many, what they count for, the sums of their amounts.

use super::Value;
use super::numbers::Sum;
use crate::id::{FieldId, KindId};
use crate::model::{Amount, Card, Count, FieldType, Item, Template};

/// Units of shares, which do not add up.
const SHARES: [&str; 3] = ["％", "%", "‰"];

/// What a list comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// How many items.
    pub items: usize,
    /// Σ of their counts; none when nothing is given.
    pub count: Option<Value>,
    /// Sums of the fields that hold amounts of a unit, in the order of the kinds: name, unit, sum. What has no unit of
    /// its own, or is a share, cannot be added.
    pub sums: Vec<(String, String, Value)>,
}

/// What the items come to.
pub fn totals<'a>(template: Option<&Template>, items: impl IntoIterator<Item = &'a Item>) -> Totals {
    let mut adder = Adder::new(template);
    let mut number = 0;
    for item in items {
        number += 1;
        adder.add(&item.card);
    }
    adder.totals(number)
}

/// Sums under way, all of them in one pass.
struct Adder<'a> {
    /// Items that count for one.
    ones: u32,
    count: Sum,
    columns: Vec<Column<'a>>,
    /// Kind of the last item, and its columns.
    last: Option<(KindId, std::ops::Range<usize>)>,
}

/// One field of one kind that can be added up.
struct Column<'a> {
    kind: &'a KindId,
    field: &'a FieldId,
    name: &'a str,
    unit: &'a str,
    sum: Sum,
}

impl<'a> Adder<'a> {
    fn new(template: Option<&'a Template>) -> Self {
        let mut columns = Vec::new();
        for kind in template.into_iter().flat_map(|template| &template.kinds) {
            for field in &kind.fields {
                let FieldType::Amount { unit } = &field.holds else { continue };
                if !unit.is_empty() && !SHARES.contains(&unit.as_str()) {
                    let sum = Sum::default();
                    columns.push(Column { kind: &kind.id, field: &field.id, name: &field.name, unit, sum });
                }
            }
        }
        Self { ones: 0, count: Sum::default(), columns, last: None }
    }

    fn add(&mut self, card: &Card) {
        match &card.count {
            None => self.ones += 1,
            Some(Count::Given(amount)) => self.count.add(amount),
            Some(Count::Open) => {}
        }
        if self.last.as_ref().is_none_or(|(kind, _)| *kind != card.kind) {
            let first = self.columns.iter().position(|column| *column.kind == card.kind).unwrap_or(0);
            let many = self.columns[first..].iter().take_while(|column| *column.kind == card.kind).count();
            self.last = Some((card.kind.clone(), first..first + many));
        }
        let Some((_, columns)) = &self.last else { return };
        for column in &mut self.columns[columns.clone()] {
            if let Some(amount) = card.fields.get(column.field).and_then(|value| value.as_amount()) {
                column.sum.add(amount);
            }
        }
    }

    fn totals(mut self, items: usize) -> Totals {
        if self.ones > 0 {
            self.count.add(&Amount::exact(self.ones.into()));
        }
        let sums = self
            .columns
            .iter()
            .filter_map(|column| Some((column.name.to_owned(), column.unit.to_owned(), column.sum.sum()?)));
        Totals { items, count: self.count.sum(), sums: sums.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::bench::{Bench, amount, day, year};
    use super::super::{Filter, select};
    use super::*;
    use crate::model::FieldValue;

    #[test]
    fn totals_name_the_sum_of_each_amount_with_its_unit() {
        let mut bench = Bench::new();
        for many in [30, 12] {
            bench.add("甲", day(2022, 3, 1), |item| {
                item.card.fields.insert("people".parse().expect("an id"), FieldValue::Amount(amount(many)));
            });
        }
        let items = select(&bench.ledger, year(2022), &Filter::default());
        let totals = totals(bench.ledger.template(year(2022)).map(AsRef::as_ref), items);
        let sum = Value::Number(42.into(), crate::model::Mark::Exact);
        assert_eq!((totals.items, totals.sums), (2, vec![("人数".into(), "人次".into(), sum)]));
    }

    #[test]
    fn what_has_no_unit_or_is_a_share_is_not_added_up() {
        let mut bench = Bench::new();
        bench.add("甲", day(2022, 3, 1), |item| {
            item.card.fields.insert("people".parse().expect("an id"), FieldValue::Amount(amount(97)));
        });
        for unit in ["", "％"] {
            bench.template(|template| {
                let people = template.kinds[0].fields.iter_mut().find(|field| field.id.as_str() == "people");
                people.expect("the bench has it").holds = FieldType::Amount { unit: unit.into() };
            });
            let items = select(&bench.ledger, year(2022), &Filter::default());
            let totals = totals(bench.ledger.template(year(2022)).map(AsRef::as_ref), items);
            assert_eq!(totals.sums, [], "{unit}");
        }
    }
}
