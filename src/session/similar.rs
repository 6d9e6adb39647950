//! What a new item takes from the last one like it.

use super::Session;
use crate::id::EntryId;
use crate::model::{Common, FieldValue, Item};

impl Session {
    /// The newest item of the matter of `item`, of this year or the one before, other than it: of the same unit where
    /// there is one.
    pub fn last_similar(&self, item: &Item) -> Option<&Item> {
        let same = |one: &&Item| one.card.matter == item.card.matter && one.card.id != item.card.id;
        let newest = |of_unit: Option<EntryId>, year| {
            let items = self.ledger.items_of(year).filter(same);
            let of_unit = |one: &&Item| of_unit.is_none() || one.card.unit == of_unit;
            items.filter(|one| !one.card.binned).filter(of_unit).max_by_key(|one| one.card.id)
        };
        let years = || [Some(item.card.year), item.card.year.previous()].into_iter().flatten();
        let of_unit = item.card.unit.and_then(|unit| years().find_map(|year| newest(Some(unit), year)));
        of_unit.or_else(|| years().find_map(|year| newest(None, year)))
    }

    /// Gives `item`, where it says nothing yet, what its last similar one says in the fields that its matter shows first:
    /// its unit, and what was picked. Numbers, dates and words are never taken over, as Enter would make them statements.
    pub fn take_over(&self, item: &mut Item) {
        let (Some(last), Some(matter)) = (self.last_similar(item), self.template().matter(&item.card.matter)) else {
            return;
        };
        let is_first = |id: &str| matter.first.iter().any(|first| first.as_str() == id);
        if is_first(Common::Unit.id()) {
            item.card.unit = item.card.unit.or(last.card.unit);
        }
        let picked = |value: &FieldValue| matches!(value, FieldValue::Entry(_) | FieldValue::Choice(_));
        for (id, value) in last.card.fields.iter().filter(|(id, value)| is_first(id.as_str()) && picked(value)) {
            if !item.card.fields.contains_key(id) {
                item.card.fields.insert(id.clone(), value.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::bench::Bench;

    #[test]
    fn a_new_item_takes_unit_and_picks_of_the_last_of_its_matter_and_unit_but_no_numbers() {
        let mut bench = Bench::sample();
        bench.add("6.5", &[("标题", "甲"), ("单位", "白沙镇"), ("媒体", "新华网"), ("分值", "300")]);
        bench.add("6.5", &[("标题", "乙"), ("单位", "柳湾镇"), ("媒体", "人民网")]);
        let mut item = bench.item("6.5", &[]);
        bench.session.take_over(&mut item);
        let unit =
            |label: &str| bench.session.ledger().entries.values().find(|one| one.label == label).map(|one| one.id);
        assert_eq!(item.card.unit, unit("柳湾镇"));
        let mut other = bench.item("6.5", &[("单位", "白沙镇")]);
        bench.session.take_over(&mut other);
        let said = |item: &crate::model::Item| format!("{:?}", item.card.fields);
        assert_ne!(said(&item), said(&other));
        assert!(!said(&other).contains("300"));
    }
}
