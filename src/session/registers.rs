//! What a user does to the registers, as changes: add, change, merge, retire, delete.

use super::{Session, SessionError};
use crate::id::{EntryId, RegisterId};
use crate::model::{Act, Change, Edit, Entry, FieldSpec, Fields, Record, RecordKey, Register, Unknown, Verb};
use crate::query::{self, Uses};
use crate::text::sounds_like;

impl Session {
    /// The register that is called so, by name or id.
    pub fn register_named(&self, name: &str) -> Result<&Register, SessionError> {
        let registers = &self.template().registers;
        let found = registers.iter().find(|one| one.id.as_str() == name || one.name == name);
        let known = || registers.iter().map(|one| one.name.clone()).collect();
        found.ok_or_else(|| SessionError::NoRegister(name.into(), known()))
    }

    /// The entries of a register that were not merged away, retired ones too, by age.
    pub fn entries(&self, register: &RegisterId) -> impl Iterator<Item = &Entry> {
        let is_own = |entry: &&Entry| entry.register == *register && entry.merged_into.is_none();
        self.ledger.entries.values().filter(is_own)
    }

    /// A new entry of a register, not saved yet.
    pub fn blank_entry(&self, register: &RegisterId, label: &str) -> Entry {
        Entry {
            id: self.ids.borrow_mut().entry(),
            register: register.clone(),
            label: label.trim().into(),
            printed: None,
            aliases: Vec::new(),
            merged_into: None,
            retired: false,
            fields: Fields::new(),
            unknown: Unknown::new(),
        }
    }

    /// The change that puts a new entry into its register, or makes the entry of this id what `new` is; nothing where
    /// nothing is new.
    pub fn keep_entry(&self, new: &Entry) -> Change {
        entry_change(self.ledger.entries.get(&new.id), Some(new))
    }

    /// Other entries of the register that a new label may mean: of the same sound, or one name within the other.
    pub fn similar(&self, entry: &Entry) -> Vec<&Entry> {
        let label = entry.label.trim();
        let is_long = |text: &str| text.chars().nth(1).is_some();
        let within = |one: &str, other: &str| is_long(one) && other.contains(one);
        let is_like = |name: &str| within(name, label) || within(label, name) || sounds_like(name, label);
        let names = |other: &Entry| is_like(&other.label) || other.aliases.iter().any(|alias| is_like(alias));
        self.entries(&entry.register).filter(|other| other.id != entry.id && names(other)).collect()
    }

    /// The required fields that an entry leaves empty.
    pub fn missing_entry_fields(&self, entry: &Entry) -> Vec<&FieldSpec> {
        let specs = self.template().register(&entry.register).map_or(&[][..], |register| &register.fields);
        specs.iter().filter(|spec| spec.required && !entry.fields.contains_key(&spec.id)).collect()
    }

    /// How often an entry is named.
    pub fn uses(&self, id: EntryId) -> Uses {
        query::uses(&self.ledger).remove(&id).unwrap_or_default()
    }

    /// The change that merges an entry into another of its register: whatever names it names the other from now on.
    pub fn merge_entry(&self, id: EntryId, into: EntryId) -> Result<Change, SessionError> {
        let (old, target) = (self.existing_entry(id)?, self.ledger.entry(into).ok_or(SessionError::NoEntry)?);
        if target.id == id || target.register != old.register {
            return Err(SessionError::CannotMerge(old.label.clone(), target.label.clone()));
        }
        Ok(entry_change(Some(old), Some(&Entry { merged_into: Some(target.id), ..old.clone() })))
    }

    /// The change after which an entry is offered no longer, or again.
    pub fn retire_entry(&self, id: EntryId, retired: bool) -> Result<Change, SessionError> {
        let old = self.existing_entry(id)?;
        Ok(entry_change(Some(old), Some(&Entry { retired, ..old.clone() })))
    }

    /// The change that takes an entry away that nothing names.
    pub fn delete_entry(&self, id: EntryId) -> Result<Change, SessionError> {
        let old = self.existing_entry(id)?;
        let merged_here = self.ledger.entries.values().filter(|other| other.merged_into == Some(id)).count();
        match self.uses(id).all() + merged_here {
            0 => Ok(entry_change(Some(old), None)),
            uses => Err(SessionError::EntryUsed(old.label.clone(), uses)),
        }
    }

    fn existing_entry(&self, id: EntryId) -> Result<&Entry, SessionError> {
        self.ledger.entries.get(&id).ok_or(SessionError::NoEntry)
    }
}

fn entry_change(old: Option<&Entry>, new: Option<&Entry>) -> Change {
    let named = old.or(new);
    let what = named.map(|entry| entry.label.clone()).unwrap_or_default();
    let record = |entry: Option<&Entry>| entry.cloned().map(Record::Entry);
    let edit = named.filter(|_| old != new).map(|entry| Edit {
        key: RecordKey::Entry(entry.id),
        old: record(old),
        new: record(new),
    });
    Change { act: Act { verb: Verb::Register, what }, edits: edit.into_iter().collect() }
}

#[cfg(test)]
mod tests {
    use super::super::bench::Bench;
    use super::*;

    fn id(text: &str) -> RegisterId {
        text.parse().expect("an id")
    }

    fn entry(bench: &Bench, label: &str) -> EntryId {
        bench.session.ledger().entries.values().find(|entry| entry.label == label).expect("an entry of this label").id
    }

    fn add(bench: &mut Bench, register: &str, label: &str) -> EntryId {
        let new = bench.session.blank_entry(&id(register), label);
        bench.session.apply(&bench.session.keep_entry(&new)).expect("saved");
        new.id
    }

    #[test]
    fn a_merge_sends_all_uses_to_the_other_and_is_undone_as_one() {
        let mut bench = Bench::empty();
        add(&mut bench, "outlets", "新社");
        bench.add("3.7", &[("标题", "甲"), ("媒体", "新社")]);
        let (merged, kept) = (entry(&bench, "新社"), entry(&bench, "新华网"));
        bench.session.apply(&bench.session.merge_entry(merged, kept).expect("it fits")).expect("saved");
        assert_eq!((bench.session.uses(kept).items, bench.session.uses(merged).items), (1, 0));
        assert!(bench.session.entries(&id("outlets")).all(|one| one.id != merged));
        for (one, into) in [(kept, merged), (kept, kept), (kept, entry(&bench, "教育局"))] {
            assert!(matches!(bench.session.merge_entry(one, into), Err(SessionError::CannotMerge(..))));
        }
        bench.session.undo().expect("undone");
        assert_eq!((bench.session.uses(kept).items, bench.session.uses(merged).items), (0, 1));
    }

    #[test]
    fn only_what_nothing_names_can_be_deleted() {
        let mut bench = Bench::empty();
        let made = add(&mut bench, "outlets", "新社");
        let item = bench.add("3.7", &[("标题", "甲"), ("媒体", "新社")]);
        assert!(matches!(bench.session.delete_entry(made), Err(SessionError::EntryUsed(_, 1))));
        bench.session.apply(&bench.session.bin(item.card.id).expect("there")).expect("saved");
        assert!(bench.session.delete_entry(made).is_err(), "it can come back out of the bin");
        let other = add(&mut bench, "outlets", "别社");
        bench.session.apply(&bench.session.delete_entry(other).expect("unused")).expect("saved");
        assert!(!bench.session.ledger().entries.contains_key(&other));
        bench.session.undo().expect("undone");
        assert!(bench.session.ledger().entries.contains_key(&other));
    }

    #[test]
    fn a_label_of_the_same_sound_or_within_another_is_similar() {
        let bench = Bench::empty();
        let similar = |label: &str| {
            let new = bench.session.blank_entry(&id("outlets"), label);
            bench.session.similar(&new).into_iter().map(|one| one.label.clone()).collect::<Vec<_>>()
        };
        assert_eq!(similar("新华网江南频道"), ["新华网"]);
        assert_eq!(similar("欣华网"), ["新华网"]);
        assert_eq!(similar("农民日报"), [""; 0]);
    }

    #[test]
    fn a_retired_entry_is_kept_and_a_change_that_changes_nothing_is_empty() {
        let mut bench = Bench::empty();
        let made = add(&mut bench, "outlets", "新社");
        bench.session.apply(&bench.session.retire_entry(made, true).expect("there")).expect("saved");
        assert!(bench.session.ledger().entries[&made].retired);
        assert!(bench.session.retire_entry(made, true).expect("there").edits.is_empty());
    }
}
