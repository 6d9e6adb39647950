//! The JSON of a line of the journal: one change with its number, time and author.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;
use ulid::Ulid;

use super::error::StoreError;
use super::record::{AsJson, Tree, VERSION, key_of, key_text, value};
use super::{Heading, Logged, Seq};
use crate::model::{Act, Change, ChangeError, Edit, Record};

/// Largest record, in bytes of its JSON: beyond it sled keeps values in files that it never syncs.
pub(super) const LARGEST: usize = 1 << 20;

/// What places a line among all lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    /// The form of the line.
    pub(super) v: u32,
    /// Who wrote it.
    pub(super) replica: Ulid,
    /// Its number.
    pub(super) seq: Seq,
    /// Orders the lines of all writers: one more than the highest its writer had seen.
    pub(super) lamport: u64,
}

/// Why a line cannot be read though its bytes are those that were written.
#[derive(Debug)]
pub(super) enum LineError {
    /// A newer program wrote it.
    Newer,
    /// It says nothing that makes sense.
    Nonsense,
}

/// What a line says besides its edits, which are skipped unread.
#[derive(Deserialize)]
struct FoundHeading {
    v: u32,
    seq: Seq,
    at: DateTime<Utc>,
    by: String,
    act: Act,
    undoes: Option<Seq>,
}

#[derive(Serialize)]
struct Written<'a> {
    #[serde(flatten)]
    head: Head,
    #[serde(serialize_with = "instant")]
    at: DateTime<Utc>,
    by: &'a str,
    act: &'a Act,
    #[serde(skip_serializing_if = "Option::is_none")]
    undoes: Option<Seq>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    merged: &'a [Box<RawValue>],
    edits: Vec<WrittenEdit<'a>>,
}

#[derive(Serialize)]
struct WrittenEdit<'a> {
    tree: Tree,
    key: String,
    old: Option<AsJson<'a>>,
    new: Option<AsJson<'a>>,
}

#[derive(Deserialize)]
struct Found<'a> {
    seq: Seq,
    at: DateTime<Utc>,
    by: String,
    act: Act,
    undoes: Option<Seq>,
    #[serde(borrow)]
    edits: Vec<FoundEdit<'a>>,
}

#[derive(Deserialize)]
struct FoundEdit<'a> {
    tree: Tree,
    key: String,
    #[serde(borrow)]
    old: Option<&'a RawValue>,
    #[serde(borrow)]
    new: Option<&'a RawValue>,
}

/// A write to the database: key as text, value as JSON; none: the record goes.
pub(super) type Put = (Tree, String, Option<Vec<u8>>);

/// Refuses a change whose keys and records differ in sort, or with a record that is too large; else gives its writes.
pub(super) fn puts(change: &Change) -> Result<Vec<Put>, StoreError> {
    change.edits.iter().map(put).collect()
}

fn put(edit: &Edit) -> Result<Put, StoreError> {
    let tree = Tree::of(&edit.key);
    if edit.old.iter().chain(&edit.new).any(|record| !tree.takes(record)) {
        return Err(StoreError::Change(ChangeError::Mismatch(edit.key.clone())));
    }
    let value = edit.new.as_ref().map(value);
    match &value {
        Some(value) if value.len() > LARGEST => Err(StoreError::TooBig { bytes: value.len() }),
        _ => Ok((tree, key_text(&edit.key), value)),
    }
}

/// Writes a change as one line of JSON, with the lines of another copy that it took in; of `logged.at` the
/// milliseconds are kept.
pub(super) fn write(head: Head, logged: &Logged, merged: &[Box<RawValue>]) -> Vec<u8> {
    let line = Written {
        head,
        at: logged.at,
        by: &logged.by,
        act: &logged.change.act,
        undoes: logged.undoes,
        merged,
        edits: logged.change.edits.iter().map(written).collect(),
    };
    serde_json::to_vec(&line).expect("records have text keys and finite numbers")
}

/// The lines of another copy that the change of a line took in.
pub(super) fn merged(json: &[u8]) -> Result<Vec<Box<RawValue>>, LineError> {
    #[derive(Deserialize)]
    struct Holding {
        #[serde(default)]
        merged: Vec<Box<RawValue>>,
    }
    let holding: Holding = serde_json::from_slice(json).map_err(|_| LineError::Nonsense)?;
    Ok(holding.merged)
}

fn written(edit: &Edit) -> WrittenEdit<'_> {
    WrittenEdit {
        tree: Tree::of(&edit.key),
        key: key_text(&edit.key),
        old: edit.old.as_ref().map(AsJson),
        new: edit.new.as_ref().map(AsJson),
    }
}

impl Logged {
    /// What the change did to records, as the journal writes it: tree, key, the record before and after.
    pub fn edits(&self) -> Value {
        let edits: Vec<_> = self.change.edits.iter().map(written).collect();
        serde_json::to_value(edits).expect("records have text keys and finite numbers")
    }
}

/// Reads what [`write()`] wrote.
pub(super) fn read(json: &[u8]) -> Result<Logged, LineError> {
    head(json)?;
    let found: Found<'_> = serde_json::from_slice(json).map_err(|_| LineError::Nonsense)?;
    let edits = found.edits.iter().map(edit).collect::<Option<Vec<_>>>().ok_or(LineError::Nonsense)?;
    let change = Change { act: found.act, edits };
    Ok(Logged { seq: found.seq, at: found.at, by: found.by, change, undoes: found.undoes })
}

/// Reads what places the line.
pub(super) fn head(json: &[u8]) -> Result<Head, LineError> {
    let head: Head = serde_json::from_slice(json).map_err(|_| LineError::Nonsense)?;
    if head.v > VERSION { Err(LineError::Newer) } else { Ok(head) }
}

/// Reads what a line says besides its edits.
pub(super) fn heading(json: &[u8]) -> Result<Heading, LineError> {
    let FoundHeading { v, seq, at, by, act, undoes } = serde_json::from_slice(json).map_err(|_| LineError::Nonsense)?;
    if v > VERSION { Err(LineError::Newer) } else { Ok(Heading { seq, at, by, act, undoes }) }
}

/// Reads the edit that stands at the beginning of `json`, and where it ends: of a line that cannot be read whole.
pub(super) fn edit_at(json: &str) -> Option<(Edit, usize)> {
    let mut found = serde_json::Deserializer::from_str(json).into_iter::<FoundEdit<'_>>();
    let edit = edit(&found.next()?.ok()?)?;
    Some((edit, found.byte_offset()))
}

fn edit(found: &FoundEdit<'_>) -> Option<Edit> {
    let tree = found.tree;
    let key = key_of(tree, &found.key)?;
    Some(Edit { key, old: record(tree, found.old)?, new: record(tree, found.new)? })
}

// The outer option is that of `?`: none, the record makes no sense.
#[expect(clippy::option_option, reason = "a record that is absent differs from one that makes no sense")]
fn record(tree: Tree, value: Option<&RawValue>) -> Option<Option<Record>> {
    value.map(|value| tree.record(&mut serde_json::Deserializer::from_str(value.get()))).transpose().ok()
}

fn instant<S: Serializer>(at: &DateTime<Utc>, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&at.to_rfc3339_opts(SecondsFormat::Millis, true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{RecordKey, SettingValue, Verb};

    fn logged() -> Logged {
        let edit = Edit {
            key: RecordKey::Setting("区".parse().expect("an id")),
            old: None,
            new: Some(Record::Setting(SettingValue("东湖区".into()))),
        };
        let change = Change { act: Act { verb: Verb::Set, what: "区".into() }, edits: vec![edit] };
        let at = DateTime::from_timestamp_millis(1_648_195_200_123).expect("an instant");
        Logged { seq: Seq(3), at, by: "甲".into(), change, undoes: Some(Seq(2)) }
    }

    fn head_of(v: u32) -> Head {
        Head { v, replica: Ulid(1), seq: Seq(3), lamport: 4 }
    }

    #[test]
    fn a_line_is_readable_by_people() {
        let json = String::from_utf8(write(head_of(1), &logged(), &[])).expect("text");
        assert_eq!(
            json,
            concat!(
                r#"{"v":1,"replica":"00000000000000000000000001","seq":3,"lamport":4,"#,
                r#""at":"2022-03-25T08:00:00.123Z","by":"甲","act":{"verb":"set","what":"区"},"undoes":2,"#,
                r#""edits":[{"tree":"settings","key":"区","old":null,"new":"东湖区"}]}"#
            )
        );
    }

    #[test]
    fn a_line_is_read_as_it_was_written() {
        let json = write(head_of(1), &logged(), &[]);
        assert_eq!(head(&json).expect("a head"), head_of(1));
        assert_eq!(read(&json).expect("a line"), logged());
    }

    #[test]
    fn a_line_of_a_newer_form_is_refused() {
        assert!(matches!(read(&write(head_of(2), &logged(), &[])), Err(LineError::Newer)));
    }

    #[test]
    fn key_and_record_of_different_sorts_are_refused() {
        let mut change = logged().change;
        change.edits[0].key = RecordKey::Setting("省".parse().expect("an id"));
        assert!(puts(&change).is_ok());
        change.edits[0].key = RecordKey::Item(crate::id::ItemId::from_bits(1));
        assert!(matches!(puts(&change), Err(StoreError::Change(_))));
    }
}
