//! The cache: all records in one file, read faster than the database opens. It may be missing, old or damaged.

use std::io;
use std::path::Path;
use std::sync::Arc;

use ulid::Ulid;

use super::Seq;
use super::compact::{packed, unpacked};
use super::disk::{Disk, replace};
use super::headings::line_sum;
use super::record::{Tree, key_of, key_text, value};
use super::threads::both;
use crate::model::{Ledger, Record, RecordKey};

/// Its name in the data directory.
pub(super) const CACHE: &str = "cache";

/// What it begins with; another form has another number.
const FORM: &[u8] = b"taizhang cache 2\n";

/// Which state of which ledger it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Whose ledger it is.
    pub(super) store: Ulid,
    /// The last change that it holds.
    pub(super) seq: Seq,
    /// Checksum of that change's line: the journal may have been put back to an older state, or be another's by now.
    pub(super) line: u32,
}

/// A state of the ledger: that of the change `seq`.
#[derive(Debug)]
pub(super) struct Cached {
    pub(super) seq: Seq,
    pub(super) ledger: Ledger,
}

/// Writes the records of the ledger in `dir`, which are those of the state `stamp`.
pub(super) fn write(disk: &dyn Disk, dir: &Path, stamp: Stamp, ledger: &Ledger) -> io::Result<()> {
    if stamp.seq == Seq(0) { Ok(()) } else { replace(disk, &dir.join(CACHE), &bytes(stamp, ledger)) }
}

/// Reads the cache of the ledger `store` in `dir`, if it holds a state that the journal knows.
pub(super) fn read(disk: &dyn Disk, dir: &Path, store: Ulid) -> Option<Cached> {
    stamped(disk, dir, store, |stamp| line_sum(disk, dir, stamp.seq) == Some(stamp.line))
}

/// The same when the journal cannot be asked.
pub(super) fn read_unchecked(disk: &dyn Disk, dir: &Path, store: Ulid) -> Option<Cached> {
    stamped(disk, dir, store, |_| true)
}

/// The change whose state a cache of the ledger `store` says it holds; only its head is read.
pub(super) fn seq_said(disk: &dyn Disk, dir: &Path, store: Ulid) -> Option<Seq> {
    let (sum, ulid, seq) = (4, 16, 8);
    let head = disk.read_range(&dir.join(CACHE), 0, FORM.len() + sum + ulid + seq).ok()?;
    let (found, rest) = head.strip_prefix(FORM)?.get(sum..)?.split_first_chunk()?;
    let seq = u64::from_le_bytes(*rest.first_chunk()?);
    (Ulid(u128::from_le_bytes(*found)) == store).then_some(Seq(seq))
}

fn stamped(disk: &dyn Disk, dir: &Path, store: Ulid, is_good: impl FnOnce(&Stamp) -> bool) -> Option<Cached> {
    let bytes = disk.read(&dir.join(CACHE)).ok()?;
    let (stamp, items, rest) = parts(&bytes)?;
    if stamp.store != store || !is_good(&stamp) {
        return None;
    }
    Some(Cached { seq: stamp.seq, ledger: ledger(items, rest)? })
}

fn bytes(stamp: Stamp, ledger: &Ledger) -> Vec<u8> {
    let items = packed(ledger.items.values().map(Arc::as_ref));
    let mut body = Vec::new();
    body.extend(stamp.store.0.to_le_bytes());
    body.extend(stamp.seq.0.to_le_bytes());
    body.extend(stamp.line.to_le_bytes());
    put(&mut body, &items);
    for (key, record) in others(ledger) {
        put(&mut body, Tree::of(&key).name().as_bytes());
        put(&mut body, key_text(&key).as_bytes());
        put(&mut body, &value(&record));
    }
    [FORM, &crc32c::crc32c(&body).to_le_bytes(), &body].concat()
}

/// Stamp, items, other records; none: it is damaged, or of another form.
fn parts(bytes: &[u8]) -> Option<(Stamp, &[u8], &[u8])> {
    let (sum, body) = bytes.strip_prefix(FORM)?.split_first_chunk()?;
    if crc32c::crc32c(body) != u32::from_le_bytes(*sum) {
        return None;
    }
    let (store, body) = body.split_first_chunk()?;
    let (seq, body) = body.split_first_chunk()?;
    let (line, mut body) = body.split_first_chunk()?;
    let store = Ulid(u128::from_le_bytes(*store));
    let stamp = Stamp { store, seq: Seq(u64::from_le_bytes(*seq)), line: u32::from_le_bytes(*line) };
    let items = take(&mut body)?;
    Some((stamp, items, body))
}

/// The ledger of the parts; items and other records are read at the same time.
fn ledger(items: &[u8], rest: &[u8]) -> Option<Ledger> {
    let (ledger, items) = both(|| read_others(rest), || unpacked(items))?;
    Some(Ledger { items: items?, ..ledger? })
}

/// All records but the items.
fn others(ledger: &Ledger) -> impl Iterator<Item = (RecordKey, Record)> {
    let years = ledger.years.keys().copied().map(RecordKey::Year);
    let passages = ledger.passages.keys().cloned().map(RecordKey::Passage);
    let entries = ledger.entries.keys().copied().map(RecordKey::Entry);
    let settings = ledger.settings.keys().cloned().map(RecordKey::Setting);
    let figures = ledger.figures.keys().cloned().map(RecordKey::Figure);
    let returns = ledger.returns.keys().cloned().map(RecordKey::Return);
    let editions = ledger.editions.keys().cloned().map(RecordKey::Edition);
    let texts = ledger.edition_texts.keys().cloned().map(RecordKey::EditionText);
    let clashes = ledger.clashes.keys().cloned().map(RecordKey::Clash);
    let keys = years.chain(passages).chain(entries).chain(settings).chain(figures).chain(returns);
    let keys = keys.chain(editions).chain(texts).chain(clashes);
    keys.filter_map(|key| Some((key.get(ledger)?, key))).map(|(record, key)| (key, record))
}

fn read_others(mut bytes: &[u8]) -> Option<Ledger> {
    let mut ledger = Ledger::default();
    while !bytes.is_empty() {
        let name = take(&mut bytes)?;
        let tree = Tree::ALL.into_iter().find(|tree| tree.name().as_bytes() == name)?;
        let key = key_of(tree, std::str::from_utf8(take(&mut bytes)?).ok()?)?;
        key.put(Some(tree.value(take(&mut bytes)?).ok()?), &mut ledger).ok()?;
    }
    Some(ledger)
}

fn put(bytes: &mut Vec<u8>, part: &[u8]) {
    bytes.extend((part.len() as u64).to_le_bytes());
    bytes.extend(part);
}

fn take<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (len, rest) = bytes.split_first_chunk()?;
    let (part, rest) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*len)).ok()?)?;
    *bytes = rest;
    Some(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template;

    const STAMP: Stamp = Stamp { store: Ulid(7), seq: Seq(3), line: 5 };

    fn sample() -> Ledger {
        let mut ledger = Ledger::default();
        for change in template::sample() {
            change.apply(&mut ledger).expect("the sample fits");
        }
        ledger
    }

    fn whole(bytes: &[u8]) -> Option<(Stamp, Ledger)> {
        let (stamp, items, rest) = parts(bytes)?;
        Some((stamp, ledger(items, rest)?))
    }

    #[test]
    fn the_ledger_is_read_as_it_was_written() {
        let ledger = sample();
        assert_eq!(whole(&bytes(STAMP, &ledger)), Some((STAMP, ledger)));
        assert_eq!(whole(&bytes(STAMP, &Ledger::default())), Some((STAMP, Ledger::default())));
    }

    #[test]
    fn damage_anywhere_makes_it_nothing() {
        let ledger = Ledger { settings: sample().settings, ..Ledger::default() };
        let good = bytes(STAMP, &ledger);
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x10;
            assert_eq!(whole(&bad), None, "byte {at}");
            assert_eq!(whole(&good[..at]), None, "cut at {at}");
        }
        assert_eq!(whole(&[&good[..], b"x"].concat()), None);
    }
}
