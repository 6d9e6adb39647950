//! What an indicator may look at: the fields of its items or entries, and the conditions on them.

use super::error::{Fault, Sort, Wanted};
use super::known::Known;
use super::page::Text;
use super::row::{Node, Row};
use crate::id::{FieldId, KindId, MatterId, RegisterId};
use crate::model::{Common, Condition, FieldSpec, FieldType, Kind, Matter, Operand, Register, Test};
use crate::text::nearest;

/// The register that an item's 单位 is an entry of.
pub(super) const UNITS: &str = "units";

const STATUS: [&str; 4] = ["planned", "running", "done", "cancelled"];

const FLAG: [&str; 2] = ["true", "false"];

/// What has been read already when indicators are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shelf<'a> {
    /// Kinds.
    pub(super) kinds: &'a [Kind],
    /// Registers.
    pub(super) registers: &'a [Register],
    /// Matters.
    pub(super) matters: &'a [Matter],
    /// What is declared.
    pub(super) known: &'a Known<'a>,
}

/// The fields that an indicator may look at.
#[derive(Clone, Debug)]
pub(super) struct Scope<'a> {
    fields: Vec<&'a FieldSpec>,
    shelf: Shelf<'a>,
}

/// What the words of a condition must be.
enum Words<'a> {
    /// Anything.
    Free,
    /// One of these.
    Of(Vec<&'a str>),
    /// Entries of a register.
    Entries(&'a str),
}

impl<'a> Scope<'a> {
    /// The fields of the items of these matters and kinds; of all kinds, when none are named.
    pub(super) fn of_items(shelf: Shelf<'a>, matters: &[MatterId], kinds: &[KindId]) -> Self {
        let of_matters = shelf.matters.iter().filter(|matter| matters.contains(&matter.id)).map(|matter| &matter.kind);
        let named: Vec<&KindId> = if kinds.is_empty() { of_matters.collect() } else { kinds.iter().collect() };
        let meant = shelf.kinds.iter().filter(|kind| named.is_empty() || named.contains(&&kind.id));
        Self { fields: meant.flat_map(|kind| &kind.fields).collect(), shelf }
    }

    /// The fields of a register's entries.
    pub(super) fn of_entries(shelf: Shelf<'a>, register: &RegisterId) -> Self {
        let meant = shelf.registers.iter().filter(|one| one.id == *register);
        Self { fields: meant.flat_map(|register| &register.fields).collect(), shelf }
    }

    /// What is declared.
    pub(super) const fn known(&self) -> &'a Known<'a> {
        self.shelf.known
    }

    /// A field that holds numbers.
    pub(super) fn number(&self, text: Text<'_>) -> Option<FieldId> {
        let numbers = |field: &&&FieldSpec| matches!(field.holds, FieldType::Amount { .. });
        self.field(text, text.value, numbers).map(|field| field.id.clone())
    }

    /// What a condition or a list looks at.
    pub(super) fn operand(&self, text: Text<'_>) -> Option<Operand> {
        let operand = text.value.parse().map_err(|_| self.known().faults.add_text(text, Fault::Id)).ok()?;
        match &operand {
            Operand::Field(_) => drop(self.field(text, text.value, |_| true)?),
            Operand::Attribute(field, attribute) => drop(self.attribute(text, field, attribute)?),
            _ => {}
        }
        Some(operand)
    }

    fn field(&self, text: Text<'_>, id: &str, fits: impl Fn(&&&FieldSpec) -> bool) -> Option<&'a FieldSpec> {
        let mut fields = self.fields.iter().filter(&fits);
        let found = fields.find(|field| field.id.as_str() == id).copied();
        if found.is_none() {
            let names = self.fields.iter().filter(&fits).map(|field| field.id.as_str());
            self.unknown(text, id, names.chain(Common::ALL.map(Common::id)));
        }
        found
    }

    fn attribute(&self, text: Text<'_>, field: &FieldId, attribute: &FieldId) -> Option<&'a FieldSpec> {
        let register = self.register_of(text, field)?;
        let fields = self.shelf.registers.iter().filter(|one| one.id.as_str() == register).flat_map(|one| &one.fields);
        let found = fields.clone().find(|one| one.id == *attribute);
        if found.is_none() {
            self.unknown(text, attribute.as_str(), fields.map(|field| field.id.as_str()));
        }
        found
    }

    /// The register whose entries a field names.
    fn register_of(&self, text: Text<'_>, field: &FieldId) -> Option<&'a str> {
        if field.as_str() == Common::Unit.id() {
            return Some(UNITS);
        }
        let field = self.field(text, field.as_str(), |field| register(field).is_some())?;
        register(field)
    }

    fn unknown<'n>(&self, text: Text<'_>, wanted: &str, names: impl Iterator<Item = &'n str>) {
        let near = nearest(wanted, names).map(str::to_owned);
        self.known().faults.add(text.spot, wanted, Fault::Unknown(Sort::Field, near));
    }

    /// What a condition on an operand may say.
    fn words(&self, text: Text<'_>, operand: &Operand) -> Words<'a> {
        match operand {
            Operand::Title | Operand::When | Operand::Tags => Words::Free,
            Operand::Status => Words::Of(STATUS.into()),
            Operand::Key => Words::Of(FLAG.into()),
            Operand::Unit => Words::Entries(UNITS),
            Operand::Field(id) => self.field(text, id.as_str(), |_| true).map_or(Words::Free, words_of),
            Operand::Attribute(field, attribute) => {
                self.attribute(text, field, attribute).map_or(Words::Free, words_of)
            }
        }
    }
}

fn register(field: &FieldSpec) -> Option<&str> {
    match &field.holds {
        FieldType::Entry { register } | FieldType::Entries { register } => Some(register.as_str()),
        _ => None,
    }
}

fn words_of(field: &FieldSpec) -> Words<'_> {
    match &field.holds {
        FieldType::Choice { choices } => Words::Of(choices.iter().map(|choice| choice.id.as_str()).collect()),
        FieldType::Flag => Words::Of(FLAG.into()),
        FieldType::Entry { register } | FieldType::Entries { register } => Words::Entries(register.as_str()),
        _ => Words::Free,
    }
}

/// Reads one of `conditions`.
pub(super) fn condition(row: &Row<'_>, scope: &Scope<'_>) -> Option<Condition> {
    let text = row.name("field");
    let field = text.and_then(|text| scope.operand(text));
    let words = |key| {
        let texts = row.node(key)?.texts();
        let looked_at = text.zip(field.as_ref());
        let allowed = looked_at.map_or(Words::Free, |(text, field)| scope.words(text, field));
        Some(texts.into_iter().filter_map(|text| word(text, &allowed, scope.known())).collect())
    };
    let given = row.node("given").map(Node::flag);
    let at_least = row.node("at_least").map(Node::decimal);
    let tests = [
        words("is").map(|words| Some(Test::Is(words))),
        words("not").map(|words| Some(Test::Not(words))),
        given.map(|given| given.map(Test::Given)),
        at_least.map(|least| least.map(Test::AtLeast)),
    ];
    let mut tests = tests.into_iter().flatten();
    if let (Some(only), None) = (tests.next(), tests.next()) {
        return Some(Condition { field: field?, test: only? });
    }
    scope.known().faults.add(row.spot, row.spot.words(), Fault::Type(Wanted::Test));
    None
}

/// A word of a condition; an entry's key or label becomes its id, so that a rename changes nothing.
fn word(text: Text<'_>, allowed: &Words<'_>, known: &Known<'_>) -> Option<String> {
    match allowed {
        Words::Free => Some(text.value.into()),
        Words::Of(words) if words.contains(&text.value) => Some(text.value.into()),
        Words::Of(words) => {
            let near = nearest(text.value, words.iter().copied()).map(str::to_owned);
            known.faults.add_text(text, Fault::Word(near));
            None
        }
        Words::Entries(register) => known.entry(register, text).map(|id| id.to_string()),
    }
}
