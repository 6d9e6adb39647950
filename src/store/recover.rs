//! Recovery of a journal that ends too early: the database knows of changes whose lines are gone.
//!
//! The newest whole backup gives back the lines it has. What the database holds beyond that becomes one change of its
//! own, so that nothing confirmed is lost and the items affected have names.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{DateTime, Utc};
use ulid::Ulid;

use super::backup;
use super::backups::{goes_on, named};
use super::disk::Disk;
use super::error::StoreError;
use super::journal::Journal;
use super::line::{self, Head};
use super::notice::{Notice, some_of};
use super::open::ledger_of;
use super::record::{VERSION, key_text};
use super::walk::replay;
use super::{Logged, Seq};
use crate::lang::Lang;
use crate::model::{Act, Change, Edit, Ledger, Record, RecordKey, Verb};

/// Mends the end of the journal of the ledger in `dir`: a backup has it, or database or cache hold `known` as of a
/// change behind it.
pub(super) fn mend_end(
    disk: &dyn Disk,
    dir: &Path,
    journal: &mut Journal,
    known: Option<&(Seq, Ledger)>,
    replica: Ulid,
) -> Result<Notice, StoreError> {
    let from = Seq(journal.last().0 + 1);
    take_from_backups(disk, dir, journal)?;
    let items = match known {
        Some((seq, known)) if *seq > journal.last() => take_from_database(disk, dir, journal, known, replica)?,
        _ => Vec::new(),
    };
    Ok(Notice::EndMended { from, items })
}

/// Appends the lines behind the end that the newest whole backup has.
fn take_from_backups(disk: &dyn Disk, dir: &Path, journal: &mut Journal) -> Result<(), StoreError> {
    let last = journal.last();
    let all = named(disk, dir)?;
    let Some(good) = all.iter().rev().find(|named| goes_on(disk, dir, named, last)) else { return Ok(()) };
    backup::read(disk, &good.path, |json| {
        let head = line::head(json).map_err(|_| StoreError::BadBackup(good.path.clone()))?;
        if head.seq > last { journal.append(head, json).map(drop) } else { Ok(()) }
    })
    .map(drop)
}

/// Appends what the database holds and the journal does not, as one change; gives the names of the records.
fn take_from_database(
    disk: &dyn Disk,
    dir: &Path,
    journal: &mut Journal,
    known: &Ledger,
    replica: Ulid,
) -> Result<Vec<String>, StoreError> {
    let edits = differences(&ledger_of(disk, dir)?, known);
    let items = names(&edits);
    let change = Change { act: Act { verb: Verb::Restore, what: some_of(&items, Lang::Zh) }, edits };
    line::puts(&change)?;
    let seq = Seq(journal.last().0 + 1);
    let head = Head { v: VERSION, replica, seq, lamport: journal.lamport() + 1 };
    let logged = Logged { seq, at: last_instant(disk, dir)?, by: String::new(), change, undoes: None };
    journal.append(head, &line::write(head, &logged, &[]))?;
    Ok(items)
}

// The clock is not asked: the change stands at the time of the last one that is known.
fn last_instant(disk: &dyn Disk, dir: &Path) -> Result<DateTime<Utc>, StoreError> {
    let mut at = DateTime::UNIX_EPOCH;
    replay(disk, dir, Seq(0), |logged, _| at = logged.at)?;
    Ok(at)
}

/// The names of the records that the edits are of, each once, items first.
pub(super) fn names<'a>(edits: impl IntoIterator<Item = &'a Edit>) -> Vec<String> {
    let (items, others): (Vec<&Edit>, Vec<&Edit>) =
        edits.into_iter().partition(|edit| matches!(edit.key, RecordKey::Item(_)));
    let mut seen = BTreeSet::new();
    items.into_iter().chain(others).map(name).filter(|name| seen.insert(name.clone())).collect()
}

/// The title of an item, the label of an entry, else the key.
fn name(edit: &Edit) -> String {
    match edit.new.as_ref().or(edit.old.as_ref()) {
        Some(Record::Item(item)) => item.card.title.clone(),
        Some(Record::Entry(entry)) => entry.label.clone(),
        _ => key_text(&edit.key),
    }
}

/// The edits that make `to` of `from`.
pub(super) fn differences(from: &Ledger, to: &Ledger) -> Vec<Edit> {
    let all: BTreeSet<RecordKey> = keys(from).chain(keys(to)).collect();
    let edit = |key: RecordKey| {
        let (old, new) = (key.get(from), key.get(to));
        (old != new).then_some(Edit { key, old, new })
    };
    all.into_iter().filter_map(edit).collect()
}

fn keys(ledger: &Ledger) -> impl Iterator<Item = RecordKey> {
    let items = ledger.items.keys().copied().map(RecordKey::Item);
    let passages = ledger.passages.keys().cloned().map(RecordKey::Passage);
    let entries = ledger.entries.keys().copied().map(RecordKey::Entry);
    let settings = ledger.settings.keys().cloned().map(RecordKey::Setting);
    let years = ledger.years.keys().copied().map(RecordKey::Year);
    let figures = ledger.figures.keys().cloned().map(RecordKey::Figure);
    let returns = ledger.returns.keys().cloned().map(RecordKey::Return);
    let editions = ledger.editions.keys().cloned().map(RecordKey::Edition);
    let texts = ledger.edition_texts.keys().cloned().map(RecordKey::EditionText);
    let clashes = ledger.clashes.keys().cloned().map(RecordKey::Clash);
    items
        .chain(passages)
        .chain(entries)
        .chain(settings)
        .chain(years)
        .chain(figures)
        .chain(returns)
        .chain(editions)
        .chain(texts)
        .chain(clashes)
}
