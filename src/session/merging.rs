//! Merging: what another copy of this ledger has comes over, as one change; what lost is looked at and settled.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Reward, Session, SessionError};
use crate::check::Finding;
use crate::id::ItemId;
use crate::lang::Lang;
use crate::model::{Act, Change, Clash, ClashKey, Edit, Record, RecordKey, Verb};
use crate::store::{Logged, Merge, Seq, Store};

impl Session {
    /// Finds out what `other`, a data directory, a backup or an export of a copy of this ledger, would bring.
    pub fn plan_merge(&self, other: &Path) -> Result<Merge, SessionError> {
        Ok(Merge::plan(&*self.disk, &self.dir, &self.ledger, other)?)
    }

    /// Takes over what another copy brings, after a backup; nothing where it brings nothing.
    pub fn merge(&mut self, merge: &Merge) -> Result<Reward, SessionError> {
        if merge.is_empty() {
            return Ok(Reward::default());
        }
        if self.is_reader() {
            return Err(SessionError::ReadOnly);
        }
        Store::backup(&self.dir, None)?;
        self.commit(&merge.change, None, |store, logged| store.commit_merge(logged, merge))
    }

    /// The changes that came over with each merge.
    pub fn came_over(&self) -> Result<BTreeMap<Seq, Vec<Logged>>, SessionError> {
        Ok(Store::came_over(&self.dir)?)
    }

    /// What an item or an entry that is gone was called, as the history has it; none: it is of neither.
    pub(super) fn name_of_gone(&self, record: &str) -> Option<String> {
        record.parse::<ItemId>().ok()?;
        let mut gone = self.gone.borrow_mut();
        gone.entry(record.to_owned()).or_insert_with(|| self.last_name(record)).clone()
    }

    fn last_name(&self, record: &str) -> Option<String> {
        let history = Store::history(&self.dir).ok()?;
        let mut edits = history.iter().rev().flat_map(|logged| logged.change.edits.iter().rev());
        edits.find_map(|edit| {
            let is_of = match &edit.key {
                RecordKey::Item(id) => id.to_string() == record,
                RecordKey::Entry(id) => id.to_string() == record,
                _ => false,
            };
            match edit.new.as_ref().or(edit.old.as_ref()).filter(|_| is_of)? {
                Record::Item(item) => Some(item.card.title.clone()),
                Record::Entry(entry) => Some(entry.label.clone()),
                _ => None,
            }
        })
    }

    /// The change that says that values which lost when copies were merged were looked at: those that `findings` are
    /// about.
    pub fn settle<'a>(&self, findings: impl IntoIterator<Item = &'a Finding>) -> Change {
        let lost = |one: &'a Finding| one.why.clash().map(|clash| (one, clash));
        let lost: Vec<(&Finding, &ClashKey)> = findings.into_iter().filter_map(lost).collect();
        let what = lost.first().map(|(one, _)| self.place_text(&one.place, Lang::Zh)).unwrap_or_default();
        self.settled(what, lost.into_iter().map(|(_, clash)| clash))
    }

    /// The same for all that there are, of whichever year.
    pub fn settle_all(&self) -> Change {
        self.settled(Lang::Zh.cli_merge_settled_act().into(), self.ledger.clashes.keys())
    }

    fn settled<'a>(&self, what: String, clashes: impl Iterator<Item = &'a ClashKey>) -> Change {
        let edit = |key: &ClashKey| {
            let old = self.ledger.clashes.get(key).filter(|clash| !clash.settled)?.clone();
            let new = Clash { settled: true, ..old.clone() };
            Some(Edit {
                key: RecordKey::Clash(key.clone()),
                old: Some(Record::Clash(old)),
                new: Some(Record::Clash(new)),
            })
        };
        Change { act: Act { verb: Verb::Edit, what }, edits: clashes.filter_map(edit).collect() }
    }
}
