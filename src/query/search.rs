//! Words of a query: what they mean and where they are found.

use super::listing::choice_name;
use crate::id::{EntryId, FieldId};
use crate::model::{Card, FieldSpec, FieldValue, Item, Kind, Ledger, Status, Template};
use crate::text::{Query, fold};

/// One word of a query, ready to be looked for.
pub(super) struct Word {
    place: Place,
    text: String,
    letters: Option<Query>,
}

/// Where a word is looked for.
enum Place {
    Anywhere,
    Title,
    Matter,
    Kind,
    Status,
    Tag,
    Unit,
    Date,
    Note,
    Fields(Vec<FieldId>),
}

impl Word {
    /// Reads a word; `name:value` is looked for in what is called so.
    pub(super) fn new(word: &str, template: Option<&Template>) -> Self {
        let (place, text) = match word.split_once([':', '：']) {
            Some((name, value)) => match Place::called(name, template) {
                Some(place) => (place, value),
                None => (Place::Anywhere, word),
            },
            None => (Place::Anywhere, word),
        };
        let text = lowered(text);
        let letters = text.chars().all(|c| c.is_ascii_alphabetic()).then(|| Query::new(&text));
        Self { place, text, letters }
    }

    /// Whether the item holds it.
    pub(super) fn is_in(&self, ledger: &Ledger, template: Option<&Template>, item: &Item) -> bool {
        let card = &item.card;
        match &self.place {
            Place::Anywhere => self.is_anywhere(ledger, template, item),
            Place::Title => self.is_in_name(&card.title),
            Place::Matter => self.is_in_matter(template, card),
            Place::Kind => kind_of(template, card).is_some_and(|kind| self.is_in_name(&kind.name)),
            Place::Status => names_status(&self.text, card.status),
            Place::Tag => card.tags.iter().any(|tag| self.is_in_name(tag)),
            Place::Unit => card.unit.is_some_and(|unit| self.is_in_entry(ledger, unit)),
            Place::Date => self.is_in_text(&card.when.print(card.year)),
            Place::Note => self.is_in_text(&item.body.note),
            Place::Fields(fields) => {
                let mut values = fields.iter().filter_map(|field| card.fields.get_key_value(field));
                values.any(|(field, value)| self.is_in_value(ledger, spec_of(template, card, field), value))
            }
        }
    }

    fn is_anywhere(&self, ledger: &Ledger, template: Option<&Template>, item: &Item) -> bool {
        let card = &item.card;
        self.is_in_name(&card.title)
            || card.tags.iter().any(|tag| self.is_in_text(tag))
            || self.is_in_text(&item.body.wording)
            || self.is_in_text(&item.body.note)
            || card.unit.is_some_and(|unit| self.is_in_entry(ledger, unit))
            || card.fields.iter().any(|(field, value)| self.is_in_value(ledger, spec_of(template, card, field), value))
            || self.is_in_matter(template, card)
    }

    fn is_in_matter(&self, template: Option<&Template>, card: &Card) -> bool {
        let matter = template.and_then(|template| template.matter(&card.matter));
        card.matter.as_str() == self.text || matter.is_some_and(|matter| self.is_in_name(&matter.name))
    }

    fn is_in_value(&self, ledger: &Ledger, spec: Option<&FieldSpec>, value: &FieldValue) -> bool {
        match value {
            FieldValue::Text(text) => self.is_in_text(text),
            FieldValue::Texts(texts) => texts.iter().any(|text| self.is_in_text(text)),
            FieldValue::Amount(amount) => amount.to_string() == self.text,
            FieldValue::Choice(choice) => self.is_in_text(choice_name(spec, choice.as_str())),
            FieldValue::Entry(id) => self.is_in_entry(ledger, *id),
            FieldValue::Entries(ids) => ids.iter().any(|id| self.is_in_entry(ledger, *id)),
            FieldValue::When(_) | FieldValue::Flag(_) => false,
            FieldValue::Open => self.text == "**",
        }
    }

    fn is_in_entry(&self, ledger: &Ledger, id: EntryId) -> bool {
        let found = ledger.entry(id);
        found.is_some_and(|entry| {
            self.is_in_text(&entry.label) || entry.aliases.iter().any(|name| self.is_in_text(name))
        })
    }

    /// Whether a name holds the word, as it stands or by its 拼音.
    fn is_in_name(&self, name: &str) -> bool {
        self.is_in_text(name) || self.letters.as_ref().is_some_and(|letters| letters.score(name).is_some())
    }

    fn is_in_text(&self, text: &str) -> bool {
        text.contains(&self.text) || (self.letters.is_some() && lowered(text).contains(&self.text))
    }
}

impl Place {
    /// The place that a word before a colon names.
    fn called(name: &str, template: Option<&Template>) -> Option<Self> {
        Some(match name {
            "标题" | "title" => Self::Title,
            "事项" | "matter" => Self::Matter,
            "类别" | "kind" => Self::Kind,
            "状态" | "status" => Self::Status,
            "标签" | "tag" => Self::Tag,
            "单位" | "unit" => Self::Unit,
            "日期" | "date" => Self::Date,
            "备注" | "note" => Self::Note,
            _ => {
                let kinds = template.into_iter().flat_map(|template| &template.kinds);
                let fields = kinds.filter_map(|kind| kind.field_named(name)).map(|field| field.id.clone());
                let fields: Vec<FieldId> = fields.collect();
                return (!fields.is_empty()).then_some(Self::Fields(fields));
            }
        })
    }
}

fn kind_of<'a>(template: Option<&'a Template>, card: &Card) -> Option<&'a Kind> {
    template.and_then(|template| template.kind(&card.kind))
}

fn spec_of<'a>(template: Option<&'a Template>, card: &Card, field: &FieldId) -> Option<&'a FieldSpec> {
    kind_of(template, card).and_then(|kind| kind.field(field))
}

/// Whether a word names where an item stands.
fn names_status(word: &str, status: Status) -> bool {
    match status {
        Status::Planned => ["计划", "planned"],
        Status::Running => ["进行中", "running"],
        Status::Done => ["完成", "done"],
        Status::Cancelled => ["取消", "cancelled"],
    }
    .contains(&word)
}

fn lowered(text: &str) -> String {
    fold(text).to_lowercase()
}
