//! The values of an item or entry by field, held in one piece: a record has few, and there are many records.

use std::borrow::Borrow;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::FieldValue;
use crate::id::FieldId;

/// The values of an item or entry by field, in the order of the fields' ids; an absent field has no value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(FieldId, FieldValue)>);

impl Fields {
    /// No value.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// No value yet, with room for so many.
    pub fn with_capacity(values: usize) -> Self {
        Self(Vec::with_capacity(values))
    }

    /// Whether no field has a value.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many fields have a value.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// The value of a field.
    pub fn get<Q: Ord + ?Sized>(&self, field: &Q) -> Option<&FieldValue>
    where
        FieldId: Borrow<Q>,
    {
        self.place(field).ok().map(|at| &self.0[at].1)
    }

    /// Whether a field has a value.
    pub fn contains_key<Q: Ord + ?Sized>(&self, field: &Q) -> bool
    where
        FieldId: Borrow<Q>,
    {
        self.place(field).is_ok()
    }

    /// Gives a field a value; what it had before.
    pub fn insert(&mut self, field: FieldId, value: FieldValue) -> Option<FieldValue> {
        match self.place(&field) {
            Ok(at) => Some(std::mem::replace(&mut self.0[at].1, value)),
            Err(at) => {
                self.0.insert(at, (field, value));
                None
            }
        }
    }

    /// Takes the value of a field away.
    pub fn remove<Q: Ord + ?Sized>(&mut self, field: &Q) -> Option<FieldValue>
    where
        FieldId: Borrow<Q>,
    {
        self.place(field).ok().map(|at| self.0.remove(at).1)
    }

    /// Takes all values away.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Keeps the values that `keeps` says yes to, which may change them.
    pub fn retain(&mut self, mut keeps: impl FnMut(&FieldId, &mut FieldValue) -> bool) {
        self.0.retain_mut(|(field, value)| keeps(field, value));
    }

    /// Fields and values.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&FieldId, &FieldValue)> {
        self.0.iter().map(|(field, value)| (field, value))
    }

    /// The fields that have a value.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = &FieldId> {
        self.0.iter().map(|(field, _)| field)
    }

    /// The values.
    pub fn values(&self) -> impl ExactSizeIterator<Item = &FieldValue> {
        self.0.iter().map(|(_, value)| value)
    }

    fn place<Q: Ord + ?Sized>(&self, field: &Q) -> Result<usize, usize>
    where
        FieldId: Borrow<Q>,
    {
        self.0.binary_search_by(|(known, _)| known.borrow().cmp(field))
    }
}

impl Extend<(FieldId, FieldValue)> for Fields {
    fn extend<T: IntoIterator<Item = (FieldId, FieldValue)>>(&mut self, values: T) {
        for (field, value) in values {
            self.insert(field, value);
        }
    }
}

impl FromIterator<(FieldId, FieldValue)> for Fields {
    fn from_iter<T: IntoIterator<Item = (FieldId, FieldValue)>>(values: T) -> Self {
        let mut fields = Self::new();
        fields.extend(values);
        fields
    }
}

impl IntoIterator for Fields {
    type Item = (FieldId, FieldValue);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Fields {
    type Item = (&'a FieldId, &'a FieldValue);
    type IntoIter = std::iter::Map<
        std::slice::Iter<'a, (FieldId, FieldValue)>,
        fn(&'a (FieldId, FieldValue)) -> (&'a FieldId, &'a FieldValue),
    >;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(field, value)| (field, value))
    }
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.len()))?;
        for (field, value) in self {
            map.serialize_entry(field, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Values;
        impl<'de> Visitor<'de> for Values {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("values by field")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Fields::new();
                while let Some((field, value)) = map.next_entry()? {
                    fields.insert(field, value);
                }
                Ok(fields)
            }
        }
        from.deserialize_map(Values)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn they_are_what_a_map_by_id_is(acts in prop::collection::vec(("[a-e]", any::<bool>(), "[甲乙]"), 0..24)) {
            let mut fields = Fields::new();
            let mut map = BTreeMap::new();
            for (field, puts, text) in acts {
                let (field, value) = (field.parse::<FieldId>().expect("an id"), FieldValue::Text(text));
                if puts {
                    prop_assert_eq!(fields.insert(field.clone(), value.clone()), map.insert(field, value));
                } else {
                    prop_assert_eq!(fields.remove(&field), map.remove(&field));
                }
            }
            prop_assert!(fields.iter().eq(&map));
            prop_assert!(map.iter().all(|(field, value)| fields.get(field) == Some(value)));
            let stored = serde_json::to_string(&fields).expect("plain data");
            prop_assert_eq!(&stored, &serde_json::to_string(&map).expect("plain data"));
            prop_assert_eq!(serde_json::from_str::<Fields>(&stored).expect("stored"), fields);
        }
    }
}
