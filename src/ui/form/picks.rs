//! What a field can be picked from: choices, entries of a register, yes and no; the most used first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use crate::entry;
use crate::id::{EntryId, FieldId, RegisterId};
use crate::lang::Lang;
use crate::model::{Entry, FieldType, FieldValue, Item};
use crate::query;
use crate::session::Session;
use crate::text::{Findable, Query};

/// One thing to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// What stands on the screen.
    pub label: String,
    /// What stands in the field once it is picked: the label, where that alone says which one is meant.
    pub text: String,
    /// What it is found by: the label and other names, made ready once for all keys.
    names: Vec<Findable>,
}

impl Pick {
    /// A pick of this label.
    pub fn plain(label: &str) -> Self {
        Self { label: label.into(), text: label.into(), names: vec![Findable::new(label)] }
    }

    fn entry(entry: &Entry, text: String) -> Self {
        let names = std::iter::once(&entry.label).chain(&entry.aliases).map(|name| Findable::new(name));
        Self { label: entry.label.clone(), text, names: names.collect() }
    }

    /// Whether `text` stands in one of its names.
    pub(super) fn holds(&self, text: &str) -> bool {
        self.names.iter().any(|name| name.contains(text))
    }

    fn score(&self, query: &Query) -> Option<u32> {
        self.names.iter().filter_map(|name| query.score_of(name)).max()
    }
}

/// How often each entry stands somewhere: in like records, and in all.
type Counts = HashMap<EntryId, (usize, usize)>;

/// How often entries stand in the fields that a form picks them for: in like records, and in all.
#[derive(Debug, Default)]
pub struct Usage {
    /// By field; 单位 has no id. Looked up by few, so that a row is enough.
    by_field: Vec<(Option<FieldId>, Counts)>,
    /// What is not told by field.
    any: Counts,
}

impl Usage {
    /// In the year's items, in one pass: those of the matter of `item` are like it. A kind's own fields stand in its
    /// own items only.
    pub fn of_items(item: &Item, session: &Session) -> Self {
        let kind = session.template().kind(&item.card.kind);
        let picked = |holds: &FieldType| matches!(holds, FieldType::Entry { .. } | FieldType::Entries { .. });
        let own = kind.into_iter().flat_map(|kind| &kind.fields).filter(|spec| picked(&spec.holds));
        let fields = std::iter::once(None).chain(own.map(|spec| Some(spec.id.clone())));
        let mut by_field: Vec<_> = fields.map(|field| (field, Counts::new())).collect();
        for other in session.ledger().items_of(session.year()) {
            let is_like = other.card.matter == item.card.matter;
            let fields = if other.card.kind == item.card.kind { &mut by_field[..] } else { &mut by_field[..1] };
            for (field, used) in fields {
                let ids: &[EntryId] = match field.as_ref().map(|field| other.card.fields.get(field)) {
                    None => other.card.unit.as_slice(),
                    Some(Some(FieldValue::Entry(id))) => std::slice::from_ref(id),
                    Some(Some(FieldValue::Entries(ids))) => ids,
                    Some(_) => &[],
                };
                for id in ids {
                    let (here, all) = used.entry(*id).or_default();
                    *here += usize::from(is_like);
                    *all += 1;
                }
            }
        }
        Self { by_field, any: Counts::new() }
    }

    /// In everything that names them.
    pub fn of_all(session: &Session) -> Self {
        let any = query::uses(session.ledger()).into_iter().map(|(id, uses)| (id, (0, uses.all())));
        Self { any: any.collect(), by_field: Vec::new() }
    }

    fn of(&self, field: Option<&FieldId>) -> &Counts {
        let found = self.by_field.iter().find(|(known, _)| known.as_ref() == field);
        found.map_or(&self.any, |(_, used)| used)
    }
}

/// Everything that a field can be picked from, the most used first; empty for fields that are typed.
pub fn picks(field: &FieldId, holds: &FieldType, usage: &Usage, session: &Session, lang: Lang) -> Vec<Pick> {
    match holds {
        FieldType::Choice { choices } => choices.iter().map(|choice| Pick::plain(&choice.name)).collect(),
        FieldType::Flag => flag(lang),
        FieldType::Entry { register } | FieldType::Entries { register } => {
            entries(register, usage.of(Some(field)), session)
        }
        FieldType::Item => items(session),
        _ => Vec::new(),
    }
}

/// The items of the year, the newest first, each with its date.
fn items(session: &Session) -> Vec<Pick> {
    let mut items: Vec<&Item> = session.ledger().items_of(session.year()).collect();
    items.sort_by_key(|item| Reverse((item.card.when.start(), item.card.id)));
    let mut titled: HashMap<&str, usize> = HashMap::new();
    for item in &items {
        *titled.entry(item.card.title.trim()).or_default() += 1;
    }
    let pick = |item: &&Item| {
        let title = item.card.title.trim();
        let is_alone = titled.get(title) == Some(&1);
        let text = if is_alone { title.to_owned() } else { item.card.id.to_string() };
        let label = format!("{title} {}", item.card.when.print(session.year()));
        Pick { names: vec![Findable::new(&label)], label, text }
    };
    items.iter().map(pick).collect()
}

/// Yes and no.
pub fn flag(lang: Lang) -> Vec<Pick> {
    [lang.form_yes(), lang.form_no()].map(Pick::plain).into()
}

/// The entries of the register of units, the most used first.
pub fn units(usage: &Usage, session: &Session) -> Vec<Pick> {
    "units".parse().map_or_else(|_| Vec::new(), |register| entries(&register, usage.of(None), session))
}

fn entries(register: &RegisterId, used: &Counts, session: &Session) -> Vec<Pick> {
    let mut offered: Vec<&Entry> = session.entries(register).filter(|entry| !entry.retired).collect();
    offered.sort_by_key(|one| (Reverse(used.get(&one.id).copied().unwrap_or_default()), one.id));
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for one in &offered {
        *named.entry(&one.label).or_default() += 1;
    }
    let text = |one: &Entry| match named.get(one.label.as_str()) {
        Some(1) if !one.label.contains(entry::BETWEEN) => one.label.clone(),
        _ => one.id.to_string(),
    };
    offered.iter().map(|one| Pick::entry(one, text(one))).collect()
}

/// Which of the picks match what is typed, the best first; all of them in their order when nothing is typed. Where
/// `among` is given, only those are looked at.
pub fn matching(picks: &[Pick], among: Option<&[usize]>, typed: &str) -> Vec<usize> {
    let all: Vec<usize> = among.map_or_else(|| (0..picks.len()).collect(), <[usize]>::to_vec);
    if typed.trim().is_empty() {
        return all;
    }
    let query = Query::new(typed.trim());
    let scored = all.into_iter().filter_map(|at| Some((Reverse(picks[at].score(&query)?), at)));
    let mut found: Vec<(Reverse<u32>, usize)> = scored.collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}
