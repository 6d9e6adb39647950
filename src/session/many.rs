//! The same act on many items: one change, one line of history, one undo.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Session, SessionError};
use crate::id::{FieldId, ItemId, KindId, PassageId};
use crate::model::{Act, Change, Edit, FieldType, FieldValue, Item, Kind, Matter, Record, RecordKey, Template, Verb};

impl Session {
    /// The change that makes each item of these ids what `new` says, as one act; change times become now.
    ///
    /// Items that stay as they are are left out; where all do, applying it does nothing.
    pub fn edit_all(&self, new: Vec<Item>) -> Result<Change, SessionError> {
        self.renewed(new, Verb::Edit)
    }

    /// The change that does the same to each of the items.
    pub fn alter(&self, ids: &[ItemId], alter: impl Fn(&mut Item)) -> Result<Change, SessionError> {
        self.altered(ids, Verb::Edit, alter)
    }

    /// The change that puts items into the bin.
    pub fn bin_all(&self, ids: &[ItemId]) -> Result<Change, SessionError> {
        self.altered(ids, Verb::Bin, |item| item.card.binned = true)
    }

    /// The change that takes items out of the bin.
    pub fn restore_all(&self, ids: &[ItemId]) -> Result<Change, SessionError> {
        self.altered(ids, Verb::Restore, |item| item.card.binned = false)
    }

    /// The matters that all the items could be of: those of a kind that takes some field of each item that has any.
    pub fn matters_for(&self, ids: &[ItemId]) -> Vec<&Matter> {
        let template = self.template();
        // Many items hold few sorts of fields: each sort is looked at once.
        let sorts: BTreeSet<(&KindId, Vec<&FieldId>)> =
            self.known(ids).map(|item| (&item.card.kind, item.card.fields.keys().collect())).collect();
        let fits = |matter: &&Matter| {
            let Some(to) = template.kind(&matter.kind) else { return false };
            sorts.iter().all(|(from, fields)| {
                **from == to.id || fields.is_empty() || fields.iter().any(|field| is_shared(template, from, to, field))
            })
        };
        template.matters.iter().filter(fits).collect()
    }

    /// The names of the fields that hold something now and would not if the items were of `matter`.
    pub fn lost_fields(&self, ids: &[ItemId], matter: &Matter) -> Vec<&str> {
        let template = self.template();
        let Some(to) = template.kind(&matter.kind) else { return Vec::new() };
        let mut names = Vec::new();
        for item in self.known(ids) {
            let Some(from) = template.kind(&item.card.kind).filter(|from| from.id != to.id) else { continue };
            let lost = from.fields.iter().filter(|spec| {
                item.card.fields.get(&spec.id).is_some_and(|value| !takes(template, &from.id, to, &spec.id, value))
            });
            for spec in lost {
                if !names.contains(&spec.name.as_str()) {
                    names.push(&spec.name);
                }
            }
        }
        names
    }

    /// The change that makes the items ones of `matter`: fields that its kind does not take are lost, and who hung on
    /// the passage of the old matter hangs on that of the new.
    pub fn reassign(&self, ids: &[ItemId], matter: &Matter) -> Result<Change, SessionError> {
        let template = self.template();
        let to = template.kind(&matter.kind);
        self.alter(ids, |item| {
            let card = &mut item.card;
            let old = template.matter(&card.matter);
            let of_old = |id: &PassageId| old.is_some_and(|old| old.passage == *id || old.further.contains(id));
            card.places.retain(|place| !of_old(&place.passage));
            if let Some(to) = to.filter(|to| to.id != card.kind) {
                let from = card.kind.clone();
                card.fields.retain(|field, value| takes(template, &from, to, field, value));
            }
            (card.matter, card.kind) = (matter.id.clone(), matter.kind.clone());
        })
    }

    fn known(&self, ids: &[ItemId]) -> impl Iterator<Item = &Item> {
        ids.iter().filter_map(|id| self.ledger.items.get(id)).map(Arc::as_ref)
    }

    fn altered(&self, ids: &[ItemId], verb: Verb, alter: impl Fn(&mut Item)) -> Result<Change, SessionError> {
        let new = ids.iter().map(|id| {
            let mut item = self.existing(*id)?.as_ref().clone();
            alter(&mut item);
            Ok(item)
        });
        self.renewed(new.collect::<Result<_, SessionError>>()?, verb)
    }

    /// The change that puts the new items in the places of those of their ids.
    pub(super) fn renewed(&self, items: Vec<Item>, verb: Verb) -> Result<Change, SessionError> {
        let (many, stamp) = (items.len(), self.stamp());
        let mut what = String::new();
        let mut edits = Vec::with_capacity(many);
        for mut new in items {
            let old = self.existing(new.card.id)?;
            if what.is_empty() {
                what.clone_from(&old.card.title);
            }
            new.body.updated.clone_from(&old.body.updated);
            if new != **old {
                new.body.updated.clone_from(&stamp);
                let (key, old) = (RecordKey::Item(new.card.id), Record::Item(Arc::clone(old)));
                edits.push(Edit { key, old: Some(old), new: Some(Record::Item(Arc::new(new))) });
            }
        }
        if edits.len() > 1 {
            what = format!("{what} +{}", edits.len() - 1);
        }
        Ok(Change { act: Act { verb, what }, edits })
    }

    pub(super) fn existing(&self, id: ItemId) -> Result<&Arc<Item>, SessionError> {
        self.ledger.items.get(&id).ok_or_else(|| SessionError::NoItem(id.to_string()))
    }
}

/// Whether the kind `to` holds in the field the same sort of thing as `from`.
fn is_shared(template: &Template, from: &KindId, to: &Kind, field: &FieldId) -> bool {
    let old = template.kind(from).and_then(|kind| kind.field(field)).map(|spec| &spec.holds);
    let new = to.field(field).map(|spec| &spec.holds);
    match (old, new) {
        (Some(FieldType::Choice { .. }), Some(FieldType::Choice { .. })) => true,
        (Some(old), Some(new)) => old == new,
        _ => false,
    }
}

/// Whether the kind `to` takes this value of a field of `from`.
fn takes(template: &Template, from: &KindId, to: &Kind, field: &FieldId, value: &FieldValue) -> bool {
    let known = || match (to.field(field).map(|spec| &spec.holds), value) {
        (Some(FieldType::Choice { choices }), FieldValue::Choice(id)) => choices.iter().any(|one| one.id == *id),
        _ => true,
    };
    is_shared(template, from, to, field) && known()
}

#[cfg(test)]
mod tests {
    use super::super::bench::Bench;
    use super::*;
    use crate::model::Status;

    fn ids(bench: &Bench) -> Vec<ItemId> {
        bench.session.ledger().items_of(bench.session.year()).map(|item| item.card.id).collect()
    }

    #[test]
    fn many_items_change_in_one_act_and_come_back_in_one_undo() {
        let mut bench = Bench::sample();
        let (before, ids) = (bench.session.ledger().clone(), ids(&bench));
        let change = bench.session.alter(&ids, |item| item.card.status = Status::Cancelled).expect("they are there");
        assert!(change.edits.len() > 300 && change.edits.len() <= ids.len());
        bench.session.figures();
        let reward = bench.session.apply(&change).expect("saved");
        assert!(!reward.figures.is_empty());
        assert!(
            bench.session.ledger().items_of(bench.session.year()).all(|item| item.card.status == Status::Cancelled)
        );
        bench.session.undo().expect("undone");
        assert_eq!(*bench.session.ledger(), before);
    }

    #[test]
    fn what_stays_as_it_is_is_no_part_of_the_change() {
        let bench = Bench::sample();
        let ids = ids(&bench);
        let change = bench.session.alter(&ids, |_| {}).expect("they are there");
        assert_eq!(change.edits, []);
        let first = bench.session.alter(&ids[..1], |item| item.card.key = !item.card.key).expect("it is there");
        assert_eq!(first.act.what, bench.session.ledger().items[&ids[0]].card.title);
    }

    #[test]
    fn the_bin_takes_many_and_gives_them_back() {
        let mut bench = Bench::sample();
        let ids = ids(&bench);
        bench.session.apply(&bench.session.bin_all(&ids).expect("they are there")).expect("saved");
        assert_eq!(bench.session.ledger().items_of(bench.session.year()).count(), 0);
        bench.session.apply(&bench.session.restore_all(&ids[..3]).expect("they are there")).expect("saved");
        assert_eq!(bench.session.ledger().items_of(bench.session.year()).count(), 3);
    }

    #[test]
    fn another_matter_keeps_what_its_kind_takes_and_names_what_is_lost() {
        let mut bench = Bench::empty();
        let typed = [("标题", "文化站里过冬至"), ("媒体", "新华网"), ("首发", "原创"), ("日期", "12-20")];
        let article = bench.add("6.5", &typed);
        let ids = [article.card.id];
        let template = Arc::clone(bench.session.template());
        let matter = |name: &str| template.matter_named(name).expect("a matter").clone();
        let same = template.matters.iter().find(|one| one.kind == article.card.kind && one.id != article.card.matter);
        let same = same.expect("another matter of articles").clone();
        assert!(bench.session.matters_for(&ids).iter().any(|one| one.id == same.id));
        assert_eq!(bench.session.lost_fields(&ids, &same), [""; 0]);
        let other = matter("1.4");
        assert!(bench.session.lost_fields(&ids, &other).contains(&"媒体"));
        bench.session.apply(&bench.session.reassign(&ids, &same).expect("it is there")).expect("saved");
        let card = &bench.session.ledger().items[&ids[0]].card;
        assert_eq!((&card.matter, &card.fields), (&same.id, &article.card.fields));
        bench.session.apply(&bench.session.reassign(&ids, &other).expect("it is there")).expect("saved");
        let card = &bench.session.ledger().items[&ids[0]].card;
        assert_eq!((&card.matter, &card.kind), (&other.id, &other.kind));
        assert!(!card.fields.keys().any(|field| field.as_str() == "outlet"));
    }
}
