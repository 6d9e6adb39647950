//! How often the entries of the registers are named, and where.

use std::collections::HashMap;

use crate::id::EntryId;
use crate::model::{FieldValue, Fields, Ledger};

/// What names an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// Items of all years, those in the bin too.
    pub items: usize,
    /// Returns.
    pub returns: usize,
    /// Other entries.
    pub entries: usize,
}

impl Uses {
    /// All together.
    pub const fn all(self) -> usize {
        self.items + self.returns + self.entries
    }
}

/// The uses of every entry that is named anywhere; what names a merged entry names the one it was merged into.
pub fn uses(ledger: &Ledger) -> HashMap<EntryId, Uses> {
    let mut uses: HashMap<EntryId, Uses> = HashMap::new();
    let mut note = |ids: &mut Vec<EntryId>, count: fn(&mut Uses)| {
        for id in ids.iter_mut() {
            *id = ledger.entry(*id).map_or(*id, |entry| entry.id);
        }
        ids.sort_unstable();
        ids.dedup();
        for id in ids.drain(..) {
            count(uses.entry(id).or_default());
        }
    };
    let mut ids = Vec::new();
    for item in ledger.items.values() {
        ids.extend(item.card.unit);
        named(&item.card.fields, &mut ids);
        note(&mut ids, |uses| uses.items += 1);
    }
    for key in ledger.returns.keys() {
        ids.push(key.unit);
        note(&mut ids, |uses| uses.returns += 1);
    }
    for entry in ledger.entries.values().filter(|entry| entry.merged_into.is_none()) {
        named(&entry.fields, &mut ids);
        note(&mut ids, |uses| uses.entries += 1);
    }
    uses
}

fn named(fields: &Fields, ids: &mut Vec<EntryId>) {
    for value in fields.values() {
        match value {
            FieldValue::Entry(id) => ids.push(*id),
            FieldValue::Entries(several) => ids.extend(several),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::bench::{Bench, day};
    use super::*;

    #[test]
    fn what_names_a_merged_entry_names_the_other_and_counts_once() {
        let mut bench = Bench::new();
        let (kept, merged) = (bench.entry("units", "教育局", &[]), bench.entry("units", "区教育局", &[]));
        bench.merge(merged, kept);
        bench.returns("次数", merged, 3);
        bench.add("学习", day(2022, 3, 1), |item| {
            item.card.unit = Some(merged);
            let both = FieldValue::Entries(vec![kept, merged]);
            item.card.fields.insert("units".parse().expect("an id"), both);
        });
        assert_eq!(
            uses(&bench.ledger).into_iter().collect::<Vec<_>>(),
            [(kept, Uses { items: 1, returns: 1, entries: 0 })]
        );
    }
}
