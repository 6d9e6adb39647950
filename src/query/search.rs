//! Words of a query: what they mean and where they are found.

use std::collections::HashSet;

use super::listing::choice_name;
use crate::id::{ChoiceId, EntryId, FieldId, ItemId, KindId, MatterId};
use crate::model::{Amount, Card, FieldType, FieldValue, Item, Kind, Ledger, Status, Template};
use crate::text::{Query, fold, fold_form};

/// The words of a query, ready to be looked for in one state of a ledger: names are looked up once, not in each item.
#[derive(Debug)]
pub(super) struct Words(Vec<Word>);

/// One word of a query.
#[derive(Debug)]
struct Word {
    place: Place,
    /// As it was typed.
    typed: String,
    /// Folded, in lower case.
    text: String,
    /// It holds letters, whose case and width do not matter.
    has_letters: bool,
    /// It is of letters alone: 拼音, maybe.
    spelled: Option<Query>,
    /// It is a number.
    amount: Option<Amount>,
    /// The entries called so; merged ones by what they are known as now.
    entries: HashSet<EntryId>,
    /// The matters called so.
    matters: HashSet<MatterId>,
    /// The kinds called so.
    kinds: HashSet<KindId>,
    /// The choices called so, each of a field of a kind.
    choices: HashSet<(KindId, FieldId, ChoiceId)>,
    /// Items whose title holds the word, where others can cite them.
    cited: HashSet<ItemId>,
}

/// Where a word is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
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

impl Words {
    /// Reads a query.
    pub(super) fn new(query: &str, ledger: &Ledger, template: Option<&Template>) -> Self {
        Self(query.split_whitespace().map(|word| Word::new(word, ledger, template)).collect())
    }

    /// Whether the item holds every word.
    pub(super) fn are_in(&self, item: &Item) -> bool {
        self.0.iter().all(|word| word.is_in(item))
    }

    /// Whether nothing is looked for.
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every item that holds `longer` surely holds these.
    pub(super) fn are_widened_by(&self, longer: &Self) -> bool {
        self.0.iter().enumerate().all(|(at, word)| longer.0.get(at).is_some_and(|longer| word.is_in_word(longer)))
    }
}

impl Word {
    /// Reads a word; `name:value` is looked for in what is called so.
    fn new(word: &str, ledger: &Ledger, template: Option<&Template>) -> Self {
        let (place, typed) = match word.split_once([':', '：']) {
            Some((name, value)) => match Place::called(name, template) {
                Some(place) => (place, value),
                None => (Place::Anywhere, word),
            },
            None => (Place::Anywhere, word),
        };
        let text = fold(typed).to_lowercase();
        let is_letters = text.chars().all(|c| c.is_ascii_alphabetic());
        let mut word = Self {
            place,
            typed: typed.to_owned(),
            has_letters: text.chars().any(|c| c.is_ascii_alphabetic()),
            spelled: is_letters.then(|| Query::new(&text)),
            amount: text.parse().ok(),
            text,
            entries: HashSet::new(),
            matters: HashSet::new(),
            kinds: HashSet::new(),
            choices: HashSet::new(),
            cited: HashSet::new(),
        };
        word.look_up_entries(ledger);
        if let Some(template) = template {
            word.look_up(template);
            word.look_up_cited(ledger, template);
        }
        word
    }

    fn look_up_entries(&mut self, ledger: &Ledger) {
        let is_called = |id: &EntryId| {
            let entry = ledger.entry(*id);
            entry.is_some_and(|entry| {
                self.is_in_name(&entry.label) || entry.aliases.iter().any(|name| self.is_in_text(name))
            })
        };
        self.entries = ledger.entries.keys().copied().filter(is_called).collect();
    }

    fn look_up(&mut self, template: &Template) {
        let called = template.matters.iter().filter(|one| one.id.as_str() == self.text || self.is_in_name(&one.name));
        self.matters = called.map(|matter| matter.id.clone()).collect();
        let called = template.kinds.iter().filter(|kind| self.is_in_name(&kind.name));
        self.kinds = called.map(|kind| kind.id.clone()).collect();
        let mut choices = HashSet::new();
        for kind in &template.kinds {
            for field in &kind.fields {
                let FieldType::Choice { choices: known } = &field.holds else { continue };
                let called = known.iter().filter(|one| self.is_in_text(choice_name(Some(field), one.id.as_str())));
                choices.extend(called.map(|one| (kind.id.clone(), field.id.clone(), one.id.clone())));
            }
        }
        self.choices = choices;
    }

    /// Items called so that others cite; few items are of a kind that can.
    fn look_up_cited(&mut self, ledger: &Ledger, template: &Template) {
        let can_cite = |kind: &Kind| kind.fields.iter().any(|field| field.holds == FieldType::Item);
        let kinds: Vec<&KindId> = template.kinds.iter().filter(|kind| can_cite(kind)).map(|kind| &kind.id).collect();
        let citing = ledger.items.values().filter(|item| kinds.contains(&&item.card.kind));
        let cited = citing.flat_map(|item| item.card.fields.values());
        let cited: HashSet<ItemId> =
            cited.filter_map(|value| if let FieldValue::Item(id) = value { Some(*id) } else { None }).collect();
        let is_called = |id: &ItemId| ledger.items.get(id).is_some_and(|item| self.is_in_name(&item.card.title));
        self.cited = cited.into_iter().filter(is_called).collect();
    }

    /// Whether what holds `longer` holds this word too. A number is found whole only, so a longer one says nothing.
    fn is_in_word(&self, longer: &Self) -> bool {
        let grows = longer.text.starts_with(&self.text) && longer.typed.starts_with(&self.typed);
        let is_whole = |word: &Self| word.amount.is_some() || word.text.chars().any(|c| c.is_ascii_digit() || c == '*');
        self.place == longer.place
            && self.place != Place::Status
            && (self.text == longer.text || (grows && !is_whole(longer)))
            && longer.matters.is_subset(&self.matters)
    }

    /// Whether the item holds it.
    fn is_in(&self, item: &Item) -> bool {
        let card = &item.card;
        match &self.place {
            Place::Anywhere => self.is_anywhere(item),
            Place::Title => self.is_in_name(&card.title),
            Place::Matter => self.matters.contains(&card.matter),
            Place::Kind => self.kinds.contains(&card.kind),
            Place::Status => names_status(&self.text, card.status),
            Place::Tag => card.tags.iter().any(|tag| self.is_in_name(tag)),
            Place::Unit => card.unit.is_some_and(|unit| self.entries.contains(&unit)),
            Place::Date => self.is_in_text(&card.when.print(card.year)),
            Place::Note => self.is_in_text(&item.body.note),
            Place::Fields(fields) => {
                let mut values = fields.iter().filter_map(|field| Some((field, card.fields.get(field)?)));
                values.any(|(field, value)| self.is_in_value(card, field, value))
            }
        }
    }

    fn is_anywhere(&self, item: &Item) -> bool {
        let card = &item.card;
        self.is_in_name(&card.title)
            || self.matters.contains(&card.matter)
            || card.unit.is_some_and(|unit| self.entries.contains(&unit))
            || card.tags.iter().any(|tag| self.is_in_text(tag))
            || card.fields.iter().any(|(field, value)| self.is_in_value(card, field, value))
            || self.is_in_text(&item.body.wording)
            || self.is_in_text(&item.body.note)
    }

    fn is_in_value(&self, card: &Card, field: &FieldId, value: &FieldValue) -> bool {
        match value {
            FieldValue::Text(text) => self.is_in_text(text),
            FieldValue::Texts(texts) => texts.iter().any(|text| self.is_in_text(text)),
            FieldValue::Amount(amount) => self.amount.as_ref() == Some(amount),
            FieldValue::Choice(choice) => {
                !self.choices.is_empty() && self.choices.contains(&(card.kind.clone(), field.clone(), choice.clone()))
            }
            FieldValue::Entry(id) => self.entries.contains(id),
            FieldValue::Entries(ids) => ids.iter().any(|id| self.entries.contains(id)),
            FieldValue::Item(id) => self.cited.contains(id),
            FieldValue::When(_) | FieldValue::Flag(_) => false,
            FieldValue::Open => self.text == "**",
        }
    }

    /// Whether a name holds the word, as it stands or by its 拼音.
    fn is_in_name(&self, name: &str) -> bool {
        match &self.spelled {
            Some(spelled) => spelled.is_in(name),
            None => self.is_in_text(name),
        }
    }

    fn is_in_text(&self, text: &str) -> bool {
        if self.has_letters {
            return holds_folded(text, &self.text);
        }
        text.contains(&self.typed) || (self.text != self.typed && text.contains(&self.text))
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

/// Whether `text`, its letters folded and in lower case, holds `word`, which is so already.
fn holds_folded(text: &str, word: &str) -> bool {
    let plain = |c: char| fold_form(c).to_ascii_lowercase();
    let Some(first) = word.chars().next() else { return true };
    let begins = |at: usize| {
        let mut here = text[at..].chars().map(plain);
        word.chars().all(|c| here.next() == Some(c))
    };
    text.char_indices().any(|(at, c)| plain(c) == first && begins(at))
}
