//! Items in a compact form that is read faster than JSON: what many of them share is written once, as a word.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::threads::both;
use crate::id::{FieldId, ItemId};
use crate::model::{Body, Card, FieldValue, Fields, Item, Stamp, When};

/// More fields than an item has.
const MANY: usize = 64;

/// Writes the items, in two halves that are read at the same time.
pub(super) fn packed<'a>(mut items: impl ExactSizeIterator<Item = &'a Item>) -> Vec<u8> {
    let mut writer = Writer::default();
    let half = items.len().div_ceil(2);
    let halves = [half, items.len() - half].map(|count| {
        writer.number(count);
        items.by_ref().take(count).for_each(|item| writer.item(item));
        std::mem::take(&mut writer.bytes)
    });
    let words = writer.words;
    let mut words: Vec<(String, usize)> = words.into_iter().collect();
    words.sort_unstable_by_key(|(_, at)| *at);
    let mut head = Writer::default();
    head.number(words.len());
    for (word, _) in &words {
        head.text(word);
    }
    head.number(halves[0].len());
    [head.bytes, halves.concat()].concat()
}

/// Reads what [`packed`] wrote; none: it is damaged.
pub(super) fn unpacked(bytes: &[u8]) -> Option<BTreeMap<ItemId, Arc<Item>>> {
    let mut reader = Reader { bytes };
    let words = (0..reader.number()?).map(|_| reader.text()).collect::<Option<Vec<&str>>>()?;
    let half = reader.number()?;
    let (first, second) = reader.bytes.split_at_checked(half)?;
    let (first, second) = both(|| read_half(first, &words), || read_half(second, &words))?;
    Some(first?.into_iter().chain(second?).collect())
}

fn read_half(bytes: &[u8], words: &[&str]) -> Option<Vec<(ItemId, Arc<Item>)>> {
    let mut reader = Reader { bytes };
    let mut known = Known::new(words);
    let items = (0..reader.number()?).map(|_| {
        let item = reader.item(&mut known)?;
        Some((item.card.id, Arc::new(item)))
    });
    let items = items.collect::<Option<_>>()?;
    reader.bytes.is_empty().then_some(items)
}

#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
    words: HashMap<String, usize>,
}

impl Writer {
    fn item(&mut self, item: &Item) {
        let Item { card, body } = item;
        self.bytes.extend(card.id.to_bits().to_le_bytes());
        self.word(&common_card(card));
        self.word(&common_body(body));
        self.word(&card.when);
        for text in [&card.title, &body.wording, &body.note] {
            self.text(text);
        }
        self.number(card.fields.len());
        for (field, value) in &card.fields {
            self.word(field);
            self.value(value);
        }
        self.stamp(&body.created);
        self.stamp(&body.updated);
    }

    /// Texts differ from item to item; other values are few.
    fn value(&mut self, value: &FieldValue) {
        if let FieldValue::Text(text) = value {
            self.number(1);
            self.text(text);
        } else {
            self.number(0);
            self.word(value);
        }
    }

    fn stamp(&mut self, stamp: &Stamp) {
        self.word(&stamp.by);
        self.bytes.extend(stamp.at.timestamp().to_le_bytes());
        self.bytes.extend(stamp.at.timestamp_subsec_nanos().to_le_bytes());
    }

    fn word<T: Serialize>(&mut self, value: &T) {
        let word = serde_json::to_string(value).expect("records have text keys and finite numbers");
        let next = self.words.len();
        let at = *self.words.entry(word).or_insert(next);
        self.number(at);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.bytes.extend(text.as_bytes());
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }
}

/// The card without what is written beside it.
fn common_card(card: &Card) -> Card {
    let (id, when) = (ItemId::from_bits(0), When::day(NaiveDate::default()));
    Card { id, when, title: String::new(), fields: Fields::new(), ..card.clone() }
}

/// The body without what is written beside it.
fn common_body(body: &Body) -> Body {
    let stamp = Stamp { by: String::new(), at: DateTime::UNIX_EPOCH };
    let (evidence, unknown) = (body.evidence.clone(), body.unknown.clone());
    let (created, updated) = (stamp.clone(), stamp);
    let (wording, note, planned) = (String::new(), String::new(), body.planned.clone());
    Body { wording, evidence, note, planned, created, updated, unknown }
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn item(&mut self, known: &mut Known<'a>) -> Option<Item> {
        let id = ItemId::from_bits(u128::from_le_bytes(self.array()?));
        let mut card = known.cards.value(self.number()?)?;
        let mut body = known.bodies.value(self.number()?)?;
        (card.id, card.when) = (id, known.times.value(self.number()?)?);
        for text in [&mut card.title, &mut body.wording, &mut body.note] {
            self.text()?.clone_into(text);
        }
        let values = self.number()?;
        // A damaged number must not ask for all memory.
        card.fields = Fields::with_capacity(values.min(MANY));
        for _ in 0..values {
            let field = known.fields.value(self.number()?)?;
            card.fields.insert(field, self.value(known)?);
        }
        body.created = self.stamp(known)?;
        body.updated = self.stamp(known)?;
        Some(Item { card, body })
    }

    fn value(&mut self, known: &mut Known<'a>) -> Option<FieldValue> {
        match self.number()? {
            0 => known.values.value(self.number()?),
            1 => Some(FieldValue::Text(self.text()?.to_owned())),
            _ => None,
        }
    }

    fn stamp(&mut self, known: &mut Known<'a>) -> Option<Stamp> {
        let by = known.names.value(self.number()?)?;
        let (seconds, nanos) = (i64::from_le_bytes(self.array()?), u32::from_le_bytes(self.array()?));
        Some(Stamp { by, at: DateTime::<Utc>::from_timestamp(seconds, nanos)? })
    }

    fn text(&mut self) -> Option<&'a str> {
        let len = self.number()?;
        let (text, rest) = self.bytes.split_at_checked(len)?;
        self.bytes = rest;
        std::str::from_utf8(text).ok()
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (array, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(*array)
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0_usize;
        for shift in (0..usize::BITS).step_by(7) {
            let [byte] = self.array()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}

/// The words of each sort that were read already.
struct Known<'a> {
    cards: Memo<'a, Card>,
    bodies: Memo<'a, Body>,
    times: Memo<'a, When>,
    fields: Memo<'a, FieldId>,
    values: Memo<'a, FieldValue>,
    names: Memo<'a, String>,
}

impl<'a> Known<'a> {
    fn new(words: &'a [&'a str]) -> Self {
        Self {
            cards: Memo::new(words),
            bodies: Memo::new(words),
            times: Memo::new(words),
            fields: Memo::new(words),
            values: Memo::new(words),
            names: Memo::new(words),
        }
    }
}

/// Words read as values of one sort, each at most once.
struct Memo<'a, T> {
    words: &'a [&'a str],
    read: Vec<Option<Box<T>>>,
}

impl<'a, T: Clone + DeserializeOwned> Memo<'a, T> {
    fn new(words: &'a [&'a str]) -> Self {
        Self { words, read: words.iter().map(|_| None).collect() }
    }

    fn value(&mut self, at: usize) -> Option<T> {
        let slot = self.read.get_mut(at)?;
        if slot.is_none() {
            *slot = Some(Box::new(serde_json::from_str(self.words[at]).ok()?));
        }
        slot.as_deref().cloned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{Ledger, PlanPoint, Record};
    use crate::template;

    fn sample() -> Vec<Item> {
        let mut ledger = Ledger::default();
        for change in template::sample() {
            change.apply(&mut ledger).expect("the sample fits");
        }
        ledger.items.into_values().map(Arc::unwrap_or_clone).collect()
    }

    /// An item with all that one can have, and texts that are typed.
    fn item(base: &Item, texts: &[String], bits: u128) -> Item {
        let text = |at: usize| texts[at % texts.len()].clone();
        let mut item = base.clone();
        item.card.id = ItemId::from_bits(bits);
        item.card.title = text(0);
        item.card.tags = texts.to_vec();
        item.card.binned = bits.is_multiple_of(3);
        item.card.fields.insert("text".parse().expect("an id"), FieldValue::Text(text(1)));
        item.card.fields.insert("texts".parse().expect("an id"), FieldValue::Texts(texts.to_vec()));
        item.body.note = text(2);
        item.body.wording = text(1);
        item.body.updated.by = text(0);
        item.body.planned = Some(PlanPoint::Item(ItemId::from_bits(bits + 1)));
        item.body.unknown.insert("newer".into(), serde_json::json!({ "x": text(2) }));
        item
    }

    fn all(items: &[Item]) -> BTreeMap<ItemId, Arc<Item>> {
        items.iter().map(|item| (item.card.id, Arc::new(item.clone()))).collect()
    }

    #[test]
    fn the_items_of_the_sample_are_read_as_they_were_written() {
        let items = sample();
        let bytes = packed(items.iter());
        assert_eq!(unpacked(&bytes), Some(all(&items)));
        let json: usize =
            items.iter().map(|item| super::super::record::value(&Record::Item(Arc::new(item.clone()))).len()).sum();
        assert!(bytes.len() < json, "{} against {json} bytes of JSON", bytes.len());
    }

    proptest! {
        #[test]
        fn items_are_read_as_they_were_written(
            texts in prop::collection::vec(".{0,12}", 1..4),
            ids in prop::collection::btree_set(any::<u128>(), 0..6),
            base in any::<prop::sample::Index>(),
        ) {
            let sample = sample();
            let items: Vec<Item> = ids.into_iter().map(|bits| item(base.get(&sample), &texts, bits)).collect();
            prop_assert_eq!(unpacked(&packed(items.iter())), Some(all(&items)));
        }

        #[test]
        fn what_is_damaged_is_read_without_harm(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut bytes = packed(sample()[..5].iter());
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let _ = unpacked(&bytes);
            assert_eq!(unpacked(&bytes[..at]), None);
        }
    }
}
