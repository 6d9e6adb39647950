//! What a field can be picked from: choices, entries of a register, yes and no; the most used first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::entry;
use crate::id::{EntryId, FieldId, MatterId, RegisterId};
use crate::lang::Lang;
use crate::model::{Entry, FieldType, FieldValue};
use crate::session::Session;
use crate::text::Query;

/// One thing to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// What stands on the screen.
    pub label: String,
    /// What stands in the field once it is picked: the label, where that alone says which one is meant.
    pub text: String,
}

impl Pick {
    /// A pick of this label.
    pub fn plain(label: &str) -> Self {
        Self { label: label.into(), text: label.into() }
    }
}

/// Everything that a field can be picked from, the most used first; empty for fields that are typed.
pub fn picks(field: &FieldId, holds: &FieldType, matter: &MatterId, session: &Session, lang: Lang) -> Vec<Pick> {
    match holds {
        FieldType::Choice { choices } => choices.iter().map(|choice| Pick::plain(&choice.name)).collect(),
        FieldType::Flag => flag(lang),
        FieldType::Entry { register } | FieldType::Entries { register } => {
            entries(Some(field), register, matter, session)
        }
        _ => Vec::new(),
    }
}

/// Yes and no.
pub fn flag(lang: Lang) -> Vec<Pick> {
    [lang.form_yes(), lang.form_no()].map(Pick::plain).into()
}

/// The entries of the register of units, the most used first.
pub fn units(matter: &MatterId, session: &Session) -> Vec<Pick> {
    "units".parse().map_or_else(|_| Vec::new(), |register| entries(None, &register, matter, session))
}

fn entries(field: Option<&FieldId>, register: &RegisterId, matter: &MatterId, session: &Session) -> Vec<Pick> {
    let used = used(field, matter, session);
    let ledger = session.ledger();
    let offered = ledger.entries.values();
    let offered = offered.filter(|one| one.register == *register && one.merged_into.is_none() && !one.retired);
    let mut offered: Vec<_> = offered.collect();
    offered.sort_by_key(|one| (Reverse(used.get(&one.id).copied().unwrap_or_default()), one.id));
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for one in &offered {
        *named.entry(&one.label).or_default() += 1;
    }
    let text = |one: &Entry| match named.get(one.label.as_str()) {
        Some(1) if !one.label.contains(entry::BETWEEN) => one.label.clone(),
        _ => one.id.to_string(),
    };
    offered.iter().map(|one| Pick { label: one.label.clone(), text: text(one) }).collect()
}

/// How often each entry stands in `field` (in 单位, when none is named) of the year's items: in those of `matter`, and
/// in all.
fn used(field: Option<&FieldId>, matter: &MatterId, session: &Session) -> BTreeMap<EntryId, (usize, usize)> {
    let mut used: BTreeMap<EntryId, (usize, usize)> = BTreeMap::new();
    for item in session.ledger().items_of(session.year()) {
        let ids: &[EntryId] = match field.map(|field| item.card.fields.get(field)) {
            None => item.card.unit.as_slice(),
            Some(Some(FieldValue::Entry(id))) => std::slice::from_ref(id),
            Some(Some(FieldValue::Entries(ids))) => ids,
            Some(_) => &[],
        };
        for id in ids {
            let (here, all) = used.entry(*id).or_default();
            *here += usize::from(item.card.matter == *matter);
            *all += 1;
        }
    }
    used
}

/// The picks that match what is typed, the best first; all of them in their order when nothing is typed.
pub fn matching<'a>(picks: &'a [Pick], typed: &str) -> Vec<&'a Pick> {
    if typed.trim().is_empty() {
        return picks.iter().collect();
    }
    let query = Query::new(typed.trim());
    let mut found: Vec<(u32, &Pick)> =
        picks.iter().filter_map(|pick| Some((query.score(&pick.label)?, pick))).collect();
    found.sort_by_key(|(score, _)| Reverse(*score));
    found.into_iter().map(|(_, pick)| pick).collect()
}
