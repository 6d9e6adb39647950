//! Rows → entries: which one each row is about, and what it makes of it.

use std::collections::{HashMap, HashSet};

use super::RegisterPlan;
use super::column::{Column, Placed};
use crate::entry::{self, Desk, EntryError, Fault, FieldName, NameField};
use crate::id::{EntryId, RegisterId};
use crate::import::{self, Flaw, Row};
use crate::model::{Entry, Ledger, Register};
use crate::session::{Double, Faulty, RowFault, Session, Twin};
use crate::text::fold;

/// Finds the entries that rows are about.
pub(super) struct Matching<'a> {
    session: &'a Session,
    register: &'a RegisterId,
    columns: &'a [Placed<'a>],
    /// The entries by their labels, and by aliases and the labels of those that were merged into them.
    labels: HashMap<String, Vec<EntryId>>,
    others: HashMap<String, Vec<EntryId>>,
    /// The labels that rows of the table have.
    rows: HashSet<String>,
}

impl<'a> Matching<'a> {
    /// Looks up the names of a register, and which of them rows have.
    pub(super) fn new<'b>(
        session: &'a Session,
        register: &'a Register,
        columns: &'a [Placed<'a>],
        rows: impl Iterator<Item = &'b str>,
    ) -> Self {
        let (mut labels, mut others) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        let ledger = session.ledger();
        for entry in ledger.entries.values().filter(|entry| entry.register == register.id) {
            let Some(meant) = ledger.entry(entry.id).map(|meant| meant.id) else { continue };
            let by_label = if meant == entry.id { &mut labels } else { &mut others };
            by_label.entry(key(&entry.label)).or_default().push(meant);
            for alias in &entry.aliases {
                others.entry(key(alias)).or_default().push(meant);
            }
        }
        for ids in others.values_mut() {
            ids.sort_unstable();
            ids.dedup();
        }
        Self { session, register: &register.id, columns, labels, others, rows: rows.map(key).collect() }
    }

    /// Sorts the rows into new, changed, same, double and faulty ones.
    pub(super) fn plan(&self, rows: &[&Row], label: usize, plan: &mut RegisterPlan) {
        let mut ledger = self.session.ledger().clone();
        let (mut taken, mut named) = (HashMap::<EntryId, usize>::new(), HashMap::<String, usize>::new());
        let mut begun: Vec<(&Row, Entry)> = Vec::new();
        for row in rows {
            let name = text(row, label);
            let found = match self.meant(row, name, &taken) {
                Ok(found) => found,
                Err(fault) => {
                    plan.faulty.push(self.fault(row, label, RowFault::Entry(fault)));
                    continue;
                }
            };
            let first = match &found {
                Some(entry) => taken.get(&entry.id),
                None => named.get(&key(name)),
            };
            if let Some(first) = first {
                plan.doubles.push(Double { row: row.number, title: name.into(), of: Twin::Row(*first) });
                continue;
            }
            let entry = found.unwrap_or_else(|| self.session.blank_entry(self.register, name));
            taken.insert(entry.id, row.number);
            if !name.is_empty() {
                named.insert(key(name), row.number);
            }
            // Entries may name each other, whichever row comes first.
            ledger.entries.entry(entry.id).or_insert_with(|| entry.clone());
            begun.push((row, entry));
        }
        for (row, entry) in begun {
            match self.filled(row, &entry, &ledger) {
                Err(faults) => plan.faulty.extend(faults),
                Ok(entry) => match self.session.ledger().entries.get(&entry.id) {
                    None => plan.new.push(entry),
                    Some(old) if *old == entry => plan.same += 1,
                    Some(_) => plan.changed.push(entry),
                },
            }
        }
        plan.faulty.sort_by_key(|one| one.row);
    }

    /// The entry that a row is about; none: it is new. Among several of one name it is the one that the row describes.
    fn meant(&self, row: &Row, name: &str, taken: &HashMap<EntryId, usize>) -> Result<Option<Entry>, EntryError> {
        let renamed = || {
            let old = self.aliases(row).into_iter().filter(|alias| !self.rows.contains(alias));
            old.filter_map(|alias| self.labels.get(&alias)).find(|ids| !ids.is_empty())
        };
        let word = key(name);
        let found = self.labels.get(&word).or_else(|| self.others.get(&word)).or_else(renamed);
        let entries: Vec<&Entry> =
            found.into_iter().flatten().filter_map(|id| self.session.ledger().entries.get(id)).collect();
        match entries[..] {
            [] => Ok(None),
            [only] => Ok(Some(only.clone())),
            _ => {
                let described = |entry: &&&Entry| !taken.contains_key(&entry.id) && self.describes(row, entry);
                let found = || entries.iter().map(|entry| entry.label.clone()).collect();
                let several = || Fault::Several { typed: name.into(), found: found() };
                let fault = || EntryError { field: FieldName::Name(NameField::Label), fault: several() };
                entries.iter().find(described).map(|entry| Some((*entry).clone())).ok_or_else(fault)
            }
        }
    }

    /// Whether every cell of the row shows what the entry holds.
    fn describes(&self, row: &Row, entry: &Entry) -> bool {
        let desk = self.session.desk();
        self.columns.iter().all(|(at, _, column)| text(row, *at) == column.shown(entry, desk).trim())
    }

    /// The aliases that a row gives, as they are compared.
    fn aliases(&self, row: &Row) -> Vec<String> {
        let is_alias = |(_, _, column): &&Placed<'_>| *column == Column::Name(NameField::Aliases);
        let Some((at, ..)) = self.columns.iter().find(is_alias) else { return Vec::new() };
        entry::texts(text(row, *at)).iter().map(|alias| key(alias)).collect()
    }

    /// An entry with what the row says of it, or all faults of the row.
    fn filled(&self, row: &Row, old: &Entry, ledger: &Ledger) -> Result<Entry, Vec<Faulty>> {
        let desk = Desk { ledger, ..self.session.desk() };
        let (aliases, known) = (self.aliases(row), key(&old.label));
        let is_renamed = |label: &str| key(label) == known || aliases.contains(&known);
        let (mut entry, mut faults) = (old.clone(), Vec::new());
        for (at, _, column) in self.columns {
            if let Some(import::Cell::Flawed(Flaw::Failed(shown))) = row.cell(*at) {
                faults.push(self.fault(row, *at, RowFault::Flaw(Flaw::Failed(shown.clone()))));
                continue;
            }
            let said = text(row, *at);
            let is_shown = || said == column.shown(old, desk).trim();
            let stays = match column {
                Column::Name(NameField::Label) if said.is_empty() => false,
                Column::Name(NameField::Label) => is_shown() || !is_renamed(said),
                _ => is_shown(),
            };
            if stays {
                continue;
            }
            if let Err(error) = column.set(&mut entry, said, desk) {
                faults.push(self.fault(row, *at, RowFault::Entry(error)));
            }
        }
        let is_same = self.session.ledger().entries.get(&entry.id) == Some(&entry);
        if faults.is_empty() && !is_same {
            let missing = self.session.missing_entry_fields(&entry).into_iter();
            faults.extend(missing.map(|spec| {
                let fault = RowFault::Required(spec.name.clone());
                Faulty { row: row.number, heading: None, fault }
            }));
        }
        if faults.is_empty() { Ok(entry) } else { Err(faults) }
    }

    fn fault(&self, row: &Row, at: usize, fault: RowFault) -> Faulty {
        let heading = self.columns.iter().find(|(column, ..)| *column == at).map(|(_, heading, _)| heading.clone());
        Faulty { row: row.number, heading, fault }
    }
}

/// What stands in a cell, without blanks around it.
pub(super) fn text(row: &Row, at: usize) -> &str {
    row.cell(at).and_then(import::Cell::text).unwrap_or_default().trim()
}

/// A name as it is compared.
fn key(name: &str) -> String {
    fold(name).trim().to_lowercase()
}
