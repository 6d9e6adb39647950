//! A table of a file, read key by key: each wrong value becomes a fault, and so does each key nobody asked for.

use std::cell::RefCell;
use std::str::FromStr;

use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::{Fault, Wanted};
use super::page::{Faults, Spot, Text};
use crate::id::IdError;
use crate::text::nearest;

/// A table.
#[derive(Debug)]
pub(super) struct Row<'a> {
    table: &'a DeTable<'a>,
    /// Where it begins.
    pub(super) spot: Spot<'a>,
    faults: &'a Faults,
    asked: RefCell<Vec<&'static str>>,
}

/// A value of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'a> {
    /// As parsed.
    pub(super) value: &'a DeValue<'a>,
    /// Where it stands.
    pub(super) spot: Spot<'a>,
    faults: &'a Faults,
}

impl<'a> Row<'a> {
    /// A table that begins at `spot`.
    pub(super) fn new(table: &'a DeTable<'a>, spot: Spot<'a>, faults: &'a Faults) -> Self {
        Self { table, spot, faults, asked: RefCell::default() }
    }

    /// The value of a key, of whatever type.
    pub(super) fn node(&self, key: &'static str) -> Option<Node<'a>> {
        self.asked.borrow_mut().push(key);
        self.table.get(key).map(|value| self.node_of(value))
    }

    /// A text; none when absent.
    pub(super) fn text(&self, key: &'static str) -> Option<Text<'a>> {
        self.node(key)?.text()
    }

    /// A text that must be there and not be empty.
    pub(super) fn name(&self, key: &'static str) -> Option<Text<'a>> {
        self.needed(key)?.line()
    }

    /// A text as a value of its own; empty when absent.
    pub(super) fn words(&self, key: &'static str) -> String {
        self.text(key).map(|text| text.value.to_owned()).unwrap_or_default()
    }

    /// An id that must be there.
    pub(super) fn id<T: FromStr<Err = IdError>>(&self, key: &'static str) -> Option<T> {
        let text = self.needed(key)?.text()?;
        text.value.parse().map_err(|_| self.faults.add_text(text, Fault::Id)).ok()
    }

    /// Yes or no.
    pub(super) fn flag(&self, key: &'static str, otherwise: bool) -> bool {
        let Some(node) = self.node(key) else { return otherwise };
        node.flag().unwrap_or(otherwise)
    }

    /// A whole number.
    pub(super) fn number(&self, key: &'static str) -> Option<u32> {
        self.node(key)?.number()
    }

    /// A month, 1 to 12; `otherwise` when absent.
    pub(super) fn month(&self, key: &'static str, otherwise: u32) -> u32 {
        let Some(node) = self.node(key) else { return otherwise };
        let month = node.number().filter(|month| (1..=12).contains(month));
        month.or_else(|| node.is_no(Wanted::Month)).unwrap_or(otherwise)
    }

    /// Several texts; none when absent.
    pub(super) fn texts(&self, key: &'static str) -> Vec<Text<'a>> {
        self.node(key).map(Node::texts).unwrap_or_default()
    }

    /// One of a few words.
    pub(super) fn one_of<T: Clone>(&self, key: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        self.text(key)?.one_of(words, self.faults)
    }

    /// An array of tables; none when absent.
    pub(super) fn rows(&self, key: &'static str) -> Vec<Row<'a>> {
        self.node(key).map(Node::rows).unwrap_or_default()
    }

    /// A table.
    pub(super) fn row(&self, key: &'static str) -> Option<Row<'a>> {
        self.node(key)?.row()
    }

    /// The keys and values of a table whose keys the template chooses.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (Text<'a>, Node<'a>)> {
        self.table.iter().map(|(key, value)| (self.key_text(key), self.node_of(value)))
    }

    /// Leaves keys alone that may be right or wrong.
    pub(super) fn pass_over(&self, keys: &[&'static str]) {
        self.asked.borrow_mut().extend(keys);
    }

    /// The text of a key that another reader reads; no fault when it is wrong.
    pub(super) fn peek(&self, key: &str) -> Option<Text<'a>> {
        let value = self.table.get(key)?;
        value.get_ref().as_str().map(|text| Text { value: text, spot: self.node_of(value).spot })
    }

    /// Notes the faults of this table.
    pub(super) const fn faults(&self) -> &'a Faults {
        self.faults
    }

    /// Reads the table with `reader`, then notes the keys that it did not ask for.
    pub(super) fn read<T>(&self, reader: impl FnOnce(&Self) -> T) -> T {
        let read = reader(self);
        let asked = self.asked.borrow();
        for key in self.table.keys().filter(|key| !asked.contains(&key.get_ref().as_ref())) {
            let key = self.key_text(key);
            let near = nearest(key.value, asked.iter().copied()).map(str::to_owned);
            self.faults.add_text(key, Fault::UnknownKey(near));
        }
        read
    }

    /// The value of a key that must be there.
    pub(super) fn needed(&self, key: &'static str) -> Option<Node<'a>> {
        let node = self.node(key);
        if node.is_none() {
            self.faults.add(self.spot, key, Fault::Missing);
        }
        node
    }

    fn node_of(&self, value: &'a Spanned<DeValue<'a>>) -> Node<'a> {
        Node::new(value, self.spot, self.faults)
    }

    fn key_text(&self, key: &'a Spanned<toml::de::DeString<'a>>) -> Text<'a> {
        Text { value: key.get_ref(), spot: self.spot.elsewhere(key.span()) }
    }
}

impl<'a> Node<'a> {
    /// A value of the file that `near` is of.
    fn new(value: &'a Spanned<DeValue<'a>>, near: Spot<'a>, faults: &'a Faults) -> Self {
        Self { value: value.get_ref(), spot: near.elsewhere(value.span()), faults }
    }

    /// The text that it must be.
    pub(super) fn text(self) -> Option<Text<'a>> {
        let Some(value) = self.value.as_str() else { return self.is_no(Wanted::Text) };
        if value.chars().any(|c| c.is_control() && c != '\n') {
            self.faults.add(self.spot, self.spot.words(), Fault::Control);
            return None;
        }
        Some(Text { value, spot: self.spot })
    }

    /// Yes or no, which it must be.
    pub(super) fn flag(self) -> Option<bool> {
        self.value.as_bool().or_else(|| self.is_no(Wanted::Flag))
    }

    /// The texts that it must be.
    pub(super) fn texts(self) -> Vec<Text<'a>> {
        self.members(Wanted::Texts).into_iter().filter_map(Self::text).collect()
    }

    /// The whole number that it must be.
    pub(super) fn number(self) -> Option<u32> {
        let number = self.value.as_integer().and_then(|integer| integer.to_string().parse().ok());
        number.or_else(|| self.is_no(Wanted::Number))
    }

    /// The members of the array that it must be.
    pub(super) fn members(self, wanted: Wanted) -> Vec<Self> {
        let Some(array) = self.value.as_array() else { return self.is_no(wanted).unwrap_or_default() };
        array.iter().map(|member| Self::new(member, self.spot, self.faults)).collect()
    }

    /// The table that it must be.
    pub(super) fn row(self) -> Option<Row<'a>> {
        let table = self.value.as_table().or_else(|| self.is_no(Wanted::Table))?;
        Some(Row::new(table, self.spot, self.faults))
    }

    /// The tables that it must be.
    pub(super) fn rows(self) -> Vec<Row<'a>> {
        self.members(Wanted::Table).into_iter().filter_map(Self::row).collect()
    }

    /// The decimal that it must be.
    pub(super) fn decimal(self) -> Option<Decimal> {
        let whole = self.value.as_integer().map(ToString::to_string);
        let written = whole.or_else(|| self.value.as_float().map(ToString::to_string));
        written.and_then(|written| written.parse().ok()).or_else(|| self.is_no(Wanted::Decimal))
    }

    /// The one line of text that it must be.
    pub(super) fn line(self) -> Option<Text<'a>> {
        let text = self.text()?;
        if text.value.trim().is_empty() || text.value.contains('\n') {
            self.faults.add(self.spot, self.spot.words(), Fault::Line);
            return None;
        }
        Some(text)
    }

    /// Notes that it is of the wrong type.
    pub(super) fn is_no<T>(self, wanted: Wanted) -> Option<T> {
        self.faults.add(self.spot, self.spot.words(), Fault::Type(wanted));
        None
    }
}

impl Text<'_> {
    /// What the word stands for, one of a few.
    pub(super) fn one_of<T: Clone>(self, words: &[(&'static str, T)], faults: &Faults) -> Option<T> {
        let found = words.iter().find(|(word, _)| *word == self.value).map(|(_, meant)| meant.clone());
        if found.is_none() {
            let near = nearest(self.value, words.iter().map(|(word, _)| *word)).map(str::to_owned);
            faults.add_text(self, Fault::Word(near));
        }
        found
    }
}
