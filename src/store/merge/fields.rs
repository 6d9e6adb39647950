//! A record as fields that are merged one by one, and back.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::model::Record;
use crate::store::record::{AsJson, Tree};

/// Names a field: its stored name, behind it a name within it. One empty name stands for a record that is one field.
pub(super) type Path = Vec<String>;

/// The fields of a record; one that is absent has no value.
pub(super) type Fields = BTreeMap<Path, Value>;

/// Fields whose values are many, each merged by itself.
const MAPS: [&str; 2] = ["fields", "urged"];

/// A year's template: its lists are merged row by row.
const TEMPLATE: &str = "template";

/// Behind a list's name: the order of its rows.
pub(super) const ORDER: &str = "#";

/// The name of a row.
const ID: &str = "id";

/// Takes a record apart.
pub(super) fn split(tree: Tree, record: &Record) -> Fields {
    let json = serde_json::to_value(AsJson(record)).expect("records have text keys and finite numbers");
    let mut fields = Fields::new();
    match json {
        Value::Object(map) if !is_whole(tree) => {
            for (name, value) in map {
                match value {
                    Value::Object(values) if MAPS.contains(&name.as_str()) => {
                        fields.extend(values.into_iter().map(|(key, value)| (vec![name.clone(), key], value)));
                    }
                    Value::Object(lists) if tree == Tree::Years && name == TEMPLATE => split_lists(lists, &mut fields),
                    value => drop(fields.insert(vec![name], value)),
                }
            }
        }
        json => drop(fields.insert(vec![String::new()], json)),
    }
    fields
}

/// What was written at once and means something only together.
const fn is_whole(tree: Tree) -> bool {
    matches!(tree, Tree::Editions | Tree::EditionTexts)
}

fn split_lists(lists: Map<String, Value>, fields: &mut Fields) {
    for (name, list) in lists {
        let path =
            |rest: &[&str]| -> Path { [TEMPLATE, &name].iter().chain(rest).map(|name| (*name).to_owned()).collect() };
        let Some(rows) = rows(&list) else {
            fields.insert(path(&[]), list);
            continue;
        };
        fields.insert(path(&[ORDER]), rows.iter().map(|(id, _)| Value::from(*id)).collect());
        for (id, row) in rows {
            fields.extend(row.iter().map(|(key, value)| (path(&[id, key]), value.clone())));
        }
    }
}

/// The rows of a list in which each has an id of its own.
fn rows(list: &Value) -> Option<Vec<(&str, &Map<String, Value>)>> {
    list.as_array()?.iter().map(|row| Some((row.get(ID)?.as_str()?, row.as_object()?))).collect()
}

/// Puts a record together again.
pub(super) fn join(fields: &Fields) -> Value {
    let mut record = Map::new();
    let mut lists: BTreeMap<&str, List<'_>> = BTreeMap::new();
    for (path, value) in fields {
        match path.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [""] => return value.clone(),
            [name] => drop(record.insert(name.into(), value.clone())),
            [TEMPLATE, name, ORDER] => lists.entry(name).or_default().order = Some(value),
            [TEMPLATE, name, id, key] => {
                let row = lists.entry(name).or_default().rows.entry(id).or_default();
                row.insert(key.into(), value.clone());
            }
            [name, key] => drop(within(&mut record, name).insert(key.into(), value.clone())),
            _ => {}
        }
    }
    for (name, list) in lists {
        within(&mut record, TEMPLATE).insert(name.into(), list.joined());
    }
    record.into()
}

fn within<'a>(record: &'a mut Map<String, Value>, name: &str) -> &'a mut Map<String, Value> {
    let inner = record.entry(name).or_insert_with(|| Map::new().into());
    inner.as_object_mut().expect("a name stands for a map or for a value")
}

/// A list of a template.
#[derive(Default)]
struct List<'a> {
    order: Option<&'a Value>,
    rows: BTreeMap<&'a str, Map<String, Value>>,
}

impl List<'_> {
    /// The rows in their order, behind them those that the order does not know. One without its id was removed.
    fn joined(mut self) -> Value {
        let order = self.order.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let mut rows: Vec<Map<String, Value>> = order.filter_map(|id| self.rows.remove(id)).collect();
        rows.extend(self.rows.into_values());
        rows.retain(|row| row.contains_key(ID));
        rows.into_iter().map(Value::from).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Ledger, RecordKey};
    use crate::template;

    #[test]
    fn a_record_that_was_taken_apart_is_put_together_as_it_was() {
        let mut ledger = Ledger::default();
        for change in template::sample() {
            change.apply(&mut ledger).expect("the sample fits");
        }
        let keys = ledger.items.keys().copied().map(RecordKey::Item);
        let keys = keys.chain(ledger.passages.keys().cloned().map(RecordKey::Passage));
        let keys = keys.chain(ledger.entries.keys().copied().map(RecordKey::Entry));
        let keys = keys.chain(ledger.settings.keys().cloned().map(RecordKey::Setting));
        let keys = keys.chain(ledger.years.keys().copied().map(RecordKey::Year));
        let keys = keys.chain(ledger.figures.keys().cloned().map(RecordKey::Figure));
        let keys = keys.chain(ledger.returns.keys().cloned().map(RecordKey::Return));
        for key in keys {
            let (tree, record) = (Tree::of(&key), key.get(&ledger).expect("it is there"));
            let fields = split(tree, &record);
            assert_eq!(tree.record(join(&fields)).ok(), Some(record), "{key:?}");
        }
    }

    #[test]
    fn a_template_is_merged_row_by_row() {
        let mut ledger = Ledger::default();
        template::sample()[0].apply(&mut ledger).expect("the sample fits");
        let year = ledger.years.values().next().expect("a year").clone();
        let fields = split(Tree::Years, &Record::Year(year.clone()));
        let matter = &year.template.matters[0];
        let name = [TEMPLATE, "matters", matter.id.as_str(), "name"].map(String::from).to_vec();
        assert_eq!(fields.get(&name), Some(&Value::from(matter.name.as_str())));
    }
}
