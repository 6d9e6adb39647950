//! Records as changes make them field by field, one after the other.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::fields::{Fields, Path, join, split};
use super::leaf::Leaf;
use crate::model::{Change, Edit, Record};
use crate::store::record::{Tree, key_text};

/// Names a record.
pub(super) type Place = (Tree, String);

/// Some records of a ledger.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub(super) records: BTreeMap<Place, Known>,
}

/// A record, or what is left of one that was taken away: a field changed elsewhere brings it back.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    fields: Fields,
    is_there: bool,
    /// As the last change had it whole.
    last: Option<Record>,
}

impl State {
    /// Takes the change's records among those that are followed.
    pub(super) fn expect(&mut self, change: &Change) {
        for edit in &change.edits {
            self.records.entry(place(edit)).or_default();
        }
    }

    /// Makes the change, of those records that are followed.
    pub(super) fn apply(&mut self, change: &Change) {
        for edit in &change.edits {
            if let Some(known) = self.records.get_mut(&place(edit)) {
                known.apply(edit);
            }
        }
    }

    /// The state after further changes.
    pub(super) fn after(&self, leaves: BTreeSet<&Leaf>) -> Self {
        let mut after = self.clone();
        for leaf in leaves {
            after.apply(&leaf.logged.change);
        }
        after
    }

    /// The value of a field, also of a record that was taken away; none: it has none.
    pub(super) fn value(&self, place: &Place, path: &Path) -> Option<&Value> {
        self.records.get(place)?.fields.get(path)
    }

    /// The same of a field that is named with slashes between its names.
    pub(super) fn named(&self, place: &Place, name: &str) -> Option<&Value> {
        self.records.get(place)?.fields.iter().find(|(path, _)| path.join("/") == name).map(|(_, value)| value)
    }

    /// Whether the record is there.
    pub(super) fn has(&self, place: &Place) -> bool {
        self.records.get(place).is_some_and(|known| known.is_there)
    }
}

impl Known {
    fn apply(&mut self, edit: &Edit) {
        let Some(new) = &edit.new else {
            self.is_there = false;
            return;
        };
        // One that is made where none is does not take after one that was there before.
        if edit.old.is_none() && !self.is_there || self.fields.is_empty() {
            self.fields = split(Tree::of(&edit.key), new);
        } else {
            for (path, value) in written(edit) {
                match value {
                    Some(value) => drop(self.fields.insert(path, value)),
                    None => drop(self.fields.remove(&path)),
                }
            }
        }
        self.is_there = true;
        self.last = Some(new.clone());
    }

    /// The record; where its fields do not go together, as the last change had it.
    pub(super) fn record(&self, tree: Tree) -> Option<Record> {
        let joined = || tree.record(join(&self.fields)).ok().or_else(|| self.last.clone());
        self.is_there.then(joined).flatten()
    }
}

/// The record that an edit is of.
pub(super) fn place(edit: &Edit) -> Place {
    (Tree::of(&edit.key), key_text(&edit.key))
}

/// The fields that an edit sets, and those that it empties; none: the record goes.
pub(super) fn written(edit: &Edit) -> Vec<(Path, Option<Value>)> {
    let tree = Tree::of(&edit.key);
    let fields = |record: &Option<Record>| record.as_ref().map(|record| split(tree, record)).unwrap_or_default();
    let (mut old, new) = (fields(&edit.old), fields(&edit.new));
    if edit.new.is_none() {
        return Vec::new();
    }
    let mut written = Vec::new();
    for (path, value) in new {
        if old.remove(&path).as_ref() != Some(&value) {
            written.push((path, Some(value)));
        }
    }
    written.extend(old.into_keys().map(|path| (path, None)));
    written
}
