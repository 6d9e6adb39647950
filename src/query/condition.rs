//! Conditions on items and entries, made ready once for a pass over all of them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::id::{EntryId, FieldId};
use crate::model::{Card, Condition, Entry, FieldValue, Fields, Ledger, Operand, Status, Test};

/// The common field that names the item's unit.
const UNIT: &str = "unit";

/// What a condition is asked of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Subject<'a> {
    /// An item.
    Item(&'a Card),
    /// An entry of a register.
    Entry(&'a Entry),
}

/// A condition whose words are looked up in the registers.
#[derive(Debug)]
pub(super) struct Rule<'a> {
    operand: &'a Operand,
    test: &'a Test,
    named: BTreeSet<EntryId>,
}

/// What an operand finds.
enum Found<'a> {
    Nothing,
    Word(Cow<'a, str>),
    Words(&'a [String]),
    Number(Decimal),
    Entries(Cow<'a, [EntryId]>),
    Flag(bool),
}

impl<'a> Rule<'a> {
    /// Makes a condition ready.
    pub(super) fn new(ledger: &Ledger, condition: &'a Condition) -> Self {
        let words = match &condition.test {
            Test::Is(words) | Test::Not(words) => words.as_slice(),
            Test::Given(_) | Test::AtLeast(_) => &[],
        };
        let called = |entry: &&Entry| words.iter().any(|word| is_called(entry, word));
        let named = ledger.entries.values().filter(called).filter_map(|entry| ledger.entry(entry.id));
        let named = if words.is_empty() { BTreeSet::new() } else { named.map(|entry| entry.id).collect() };
        Self { operand: &condition.field, test: &condition.test, named }
    }

    /// Whether it holds.
    pub(super) fn holds(&self, ledger: &Ledger, subject: Subject<'_>) -> bool {
        let found = look(ledger, subject, self.operand);
        match self.test {
            Test::Is(words) => self.is_one_of(ledger, &found, words),
            Test::Not(words) => !self.is_one_of(ledger, &found, words),
            Test::Given(given) => found.is_given() == *given,
            Test::AtLeast(least) => matches!(found, Found::Number(number) if number >= *least),
        }
    }

    fn is_one_of(&self, ledger: &Ledger, found: &Found<'_>, words: &[String]) -> bool {
        let says = |text: &str| words.iter().any(|word| word == text);
        match found {
            // A flag that nobody set is a no.
            Found::Nothing => says("false"),
            Found::Word(word) => says(word),
            Found::Words(list) => list.iter().any(|word| says(word)),
            Found::Number(number) => words.iter().any(|word| word.parse() == Ok(*number)),
            Found::Entries(ids) => {
                ids.iter().filter_map(|id| ledger.entry(*id)).any(|entry| self.named.contains(&entry.id))
            }
            Found::Flag(flag) => says(if *flag { "true" } else { "false" }),
        }
    }
}

impl Found<'_> {
    fn is_given(&self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Word(word) => !word.is_empty(),
            Self::Words(words) => !words.is_empty(),
            Self::Entries(ids) => !ids.is_empty(),
            Self::Number(_) => true,
            Self::Flag(flag) => *flag,
        }
    }
}

/// Whether a word means the entry: its label, another name of it, or its id.
fn is_called(entry: &Entry, word: &str) -> bool {
    entry.label == word || entry.aliases.iter().any(|alias| alias == word) || word.parse() == Ok(entry.id)
}

fn look<'a>(ledger: &'a Ledger, subject: Subject<'a>, operand: &Operand) -> Found<'a> {
    match subject {
        Subject::Item(card) => look_at_item(ledger, card, operand),
        Subject::Entry(entry) => look_at_entry(ledger, entry, operand),
    }
}

fn look_at_item<'a>(ledger: &'a Ledger, card: &'a Card, operand: &Operand) -> Found<'a> {
    match operand {
        Operand::Title => Found::Word(Cow::Borrowed(&card.title)),
        Operand::When => Found::Word(Cow::Owned(card.when.print(card.year))),
        Operand::Unit => card.unit.map_or(Found::Nothing, |unit| Found::Entries(Cow::Owned(vec![unit]))),
        Operand::Status => Found::Word(Cow::Borrowed(status_word(card.status))),
        Operand::Tags => Found::Words(&card.tags),
        Operand::Key => Found::Flag(card.key),
        Operand::Field(field) => look_at_field(&card.fields, field),
        Operand::Attribute(field, attribute) => {
            entry_in(ledger, card, field).map_or(Found::Nothing, |entry| look_at_field(&entry.fields, attribute))
        }
    }
}

fn look_at_entry<'a>(ledger: &'a Ledger, entry: &'a Entry, operand: &Operand) -> Found<'a> {
    match operand {
        Operand::Title => Found::Word(Cow::Borrowed(&entry.label)),
        Operand::Field(field) => look_at_field(&entry.fields, field),
        Operand::Attribute(field, attribute) => match entry.fields.get(field) {
            Some(FieldValue::Entry(id)) => {
                ledger.entry(*id).map_or(Found::Nothing, |entry| look_at_field(&entry.fields, attribute))
            }
            _ => Found::Nothing,
        },
        Operand::When | Operand::Unit | Operand::Status | Operand::Tags | Operand::Key => Found::Nothing,
    }
}

fn look_at_field<'a>(fields: &'a Fields, field: &FieldId) -> Found<'a> {
    match fields.get(field) {
        None | Some(FieldValue::Open) => Found::Nothing,
        Some(FieldValue::Text(text)) => Found::Word(Cow::Borrowed(text)),
        Some(FieldValue::Texts(texts)) => Found::Words(texts),
        Some(FieldValue::Amount(amount)) => Found::Number(amount.value()),
        Some(FieldValue::When(when)) => Found::Word(Cow::Owned(when.start().to_string())),
        Some(FieldValue::Choice(choice)) => Found::Word(Cow::Borrowed(choice.as_str())),
        Some(FieldValue::Entry(id)) => Found::Entries(Cow::Owned(vec![*id])),
        Some(FieldValue::Entries(ids)) => Found::Entries(Cow::Borrowed(ids)),
        Some(FieldValue::Flag(flag)) => Found::Flag(*flag),
        Some(FieldValue::Item(id)) => Found::Word(Cow::Owned(id.to_string())),
    }
}

/// The entry that an item's field names, merges followed; `unit` names the item's unit.
pub(super) fn entry_in<'a>(ledger: &'a Ledger, card: &Card, field: &FieldId) -> Option<&'a Entry> {
    let id = match card.fields.get(field) {
        Some(FieldValue::Entry(id)) => *id,
        Some(FieldValue::Entries(ids)) => *ids.first()?,
        None if field.as_str() == UNIT => card.unit?,
        _ => return None,
    };
    ledger.entry(id)
}

/// The conditions on an item that speak of an entry named by `field`, each read as one on the entry itself.
pub(super) fn on_entry(conditions: &[Condition], field: &Operand) -> Vec<Condition> {
    let name = match field {
        Operand::Unit => UNIT,
        Operand::Field(field) => field.as_str(),
        _ => return Vec::new(),
    };
    let turned = conditions.iter().filter_map(|condition| match &condition.field {
        Operand::Attribute(field, attribute) if field.as_str() == name => {
            Some(Condition { field: Operand::Field(attribute.clone()), test: condition.test.clone() })
        }
        _ => None,
    });
    turned.collect()
}

const fn status_word(status: Status) -> &'static str {
    match status {
        Status::Planned => "planned",
        Status::Running => "running",
        Status::Done => "done",
        Status::Cancelled => "cancelled",
    }
}

#[cfg(test)]
mod tests {
    use super::super::bench::{Bench, day};
    use super::*;

    fn holds(bench: &Bench, operand: &str, test: Test, card: &Card) -> bool {
        let condition = Condition { field: operand.parse().expect("an operand"), test };
        Rule::new(&bench.ledger, &condition).holds(&bench.ledger, Subject::Item(card))
    }

    fn is(word: &str) -> Test {
        Test::Is(vec![word.into()])
    }

    #[test]
    fn a_condition_follows_merged_entries() {
        let mut bench = Bench::new();
        let (old, new) = (bench.entry("outlets", "旧报", &[]), bench.entry("outlets", "新报", &[("class", "paper")]));
        bench.merge(old, new);
        let mut card = bench.item("1", "a", day(2022, 3, 1)).card;
        card.fields.insert("outlet".parse().expect("an id"), FieldValue::Entry(old));
        for word in ["旧报", "新报"] {
            assert!(holds(&bench, "outlet", is(word), &card), "{word}");
        }
        assert!(holds(&bench, "outlet.class", is("paper"), &card));
        assert!(!holds(&bench, "outlet", is("别报"), &card));
    }

    #[test]
    fn a_flag_that_nobody_set_is_a_no() {
        let bench = Bench::new();
        let card = bench.item("1", "a", day(2022, 3, 1)).card;
        assert!(holds(&bench, "original", is("false"), &card));
        assert!(!holds(&bench, "original", is("true"), &card));
        assert!(holds(&bench, "key", is("false"), &card));
    }

    #[test]
    fn an_open_value_is_not_given() {
        let bench = Bench::new();
        let mut card = bench.item("1", "a", day(2022, 3, 1)).card;
        card.fields.insert("people".parse().expect("an id"), FieldValue::Open);
        assert!(holds(&bench, "people", Test::Given(false), &card));
        assert!(!holds(&bench, "people", Test::AtLeast(Decimal::ONE), &card));
    }
}
