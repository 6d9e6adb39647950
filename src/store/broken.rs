//! What a damaged line of the journal still says: all of it when one byte explains the damage, else its whole edits.

use chrono::{DateTime, Utc};

use super::line;
use super::segment::is_right;
use crate::model::Edit;

/// How the checksum stands before the JSON: 8 digits and a space.
const SUM: usize = 9;

/// How an edit begins. It cannot stand within a text: quotes are escaped there.
const EDIT: &str = "{\"tree\":\"";

/// How the edits begin.
const EDITS: &str = "\"edits\":[";

/// The table of the checksum, CRC-32C reflected (RFC 3720, B.4).
const TABLE: [u32; 256] = table();

/// A line that cannot be brought back, as far as it can be read.
#[derive(Debug, Default)]
pub(super) struct Broken {
    /// The number that it gives itself.
    pub(super) seq: Option<u64>,
    /// When its change was made.
    pub(super) at: Option<DateTime<Utc>>,
    /// The edits that can be read whole. Whether they are what was written, nothing tells.
    pub(super) edits: Vec<Edit>,
    /// What the other edits were of, so far as that can be made out.
    pub(super) unread: Vec<String>,
}

impl Broken {
    /// Reads what can be read of a damaged line.
    pub(super) fn read(raw: &[u8]) -> Self {
        // A sign that is none any more must not hide the rest.
        let text = String::from_utf8_lossy(raw);
        let begin =
            text.get(SUM..).and_then(|json| json.split_once(EDITS)).map(|(begin, _)| format!("{begin}{EDITS}]}}"));
        let heading = begin.and_then(|begin| line::heading(begin.as_bytes()).ok());
        let mut broken = Self {
            seq: heading.as_ref().map(|heading| heading.seq.0),
            at: heading.map(|heading| heading.at),
            ..Self::default()
        };
        let mut rest = &text[..];
        while let Some(start) = rest.find(EDIT) {
            rest = &rest[start..];
            if let Some((edit, end)) = line::edit_at(rest) {
                broken.edits.push(edit);
                rest = &rest[end..];
            } else {
                let end = rest[EDIT.len()..].find(EDIT).map_or(rest.len(), |next| EDIT.len() + next);
                broken.unread.extend(called(&rest[..end]));
                rest = &rest[end..];
            }
        }
        broken
    }

    /// Whether it says anything.
    pub(super) fn is_empty(&self) -> bool {
        self.edits.is_empty() && self.unread.is_empty()
    }
}

/// What a damaged edit is of: its title or label, else its key.
fn called(edit: &str) -> Option<String> {
    let text = |name: &str| {
        let (_, rest) = edit.split_once(&format!("\"{name}\":\""))?;
        rest.split_once('"').map(|(text, _)| text.to_owned()).filter(|text| !text.is_empty())
    };
    let name = match text("tree")?.as_str() {
        "items" => text("title"),
        "registers" => text("label"),
        _ => None,
    };
    name.or_else(|| text("key"))
}

/// Whether what stands behind the last good line was saved once: it was written to its end, and still says something.
pub(super) fn was_saved(rest: &[u8]) -> bool {
    !sound(rest).is_empty() || (rest.ends_with(b"\n") && (corrected(rest).is_some() || !Broken::read(rest).is_empty()))
}

/// The JSON of the lines in `raw` whose checksums are right: two when the end between them is damaged.
pub(super) fn sound(raw: &[u8]) -> Vec<&[u8]> {
    let raw = without_end(raw);
    if is_right(raw) {
        return vec![&raw[SUM..]];
    }
    let Some(json) = raw.get(SUM..) else { return Vec::new() };
    let mut found = serde_json::Deserializer::from_slice(json).into_iter::<serde::de::IgnoredAny>();
    let end = found.next().and_then(Result::ok).map(|_| SUM + found.byte_offset());
    match end.filter(|end| is_right(&raw[..*end])) {
        Some(end) => std::iter::once(&raw[SUM..end]).chain(sound(raw.get(end + 1..).unwrap_or_default())).collect(),
        None => Vec::new(),
    }
}

/// The JSON of a line of which one byte is not what was written, put right; none: more is damaged, or it cannot be told
/// which one.
pub(super) fn corrected(raw: &[u8]) -> Option<Vec<u8>> {
    let (sum, json) = without_end(raw).split_at_checked(SUM)?;
    let right = format!("{:08x} ", crc32c::crc32c(json));
    if sum.iter().zip(right.as_bytes()).filter(|(one, other)| one != other).count() == 1 && line::read(json).is_ok() {
        return Some(json.to_vec());
    }
    let sum = std::str::from_utf8(sum).ok()?.strip_suffix(' ')?;
    let sum = u32::from_str_radix(sum, 16).ok()?;
    let mut candidates = differences(json, sum).filter_map(|(at, change)| {
        let mut json = json.to_vec();
        json[at] ^= change;
        line::read(&json).is_ok().then_some(json)
    });
    candidates.next().filter(|_| candidates.next().is_none())
}

/// The single bytes that, changed in this way, give the JSON the checksum `sum`.
///
/// A changed byte changes the checksum by its row of the table, moved on by the bytes behind it: moving back from the
/// end, the difference of the checksums is such a row where the byte is.
fn differences(json: &[u8], sum: u32) -> impl Iterator<Item = (usize, u8)> {
    let mut rows = [0u8; 256];
    for row in 0..=u8::MAX {
        rows[(TABLE[usize::from(row)] >> 24) as usize] = row;
    }
    let mut difference = crc32c::crc32c(json) ^ sum;
    (0..json.len()).rev().filter_map(move |at| {
        let row = rows[(difference >> 24) as usize];
        let left = difference ^ TABLE[usize::from(row)];
        difference = left << 8 | u32::from(row);
        (left == 0 && row != 0).then_some((at, row))
    })
}

fn without_end(raw: &[u8]) -> &[u8] {
    raw.strip_suffix(b"\n").unwrap_or(raw)
}

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut sum = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0x82f6_3b78 } else { sum >> 1 };
            bit += 1;
        }
        table[byte] = sum;
        byte += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use ulid::Ulid;

    use super::*;
    use crate::model::{Act, Change, Record, RecordKey, SettingValue, Verb};
    use crate::store::line::Head;
    use crate::store::segment::framed;
    use crate::store::{Logged, Seq};

    fn line(seq: u64, names: &[&str]) -> Vec<u8> {
        let edit = |name: &&str| Edit {
            key: RecordKey::Setting(name.parse().expect("an id")),
            old: None,
            new: Some(Record::Setting(SettingValue(format!("{name}的值")))),
        };
        let change =
            Change { act: Act { verb: Verb::Set, what: "区".into() }, edits: names.iter().map(edit).collect() };
        let at = DateTime::from_timestamp_millis(1_648_195_200_123).expect("an instant");
        let logged = Logged { seq: Seq(seq), at, by: "甲".into(), change, undoes: None };
        framed(&line::write(Head { v: 1, replica: Ulid(1), seq: Seq(seq), lamport: seq }, &logged, &[]))
    }

    #[test]
    fn one_byte_anywhere_in_a_line_is_put_right() {
        let whole = line(3, &["省", "市", "区"]);
        for at in 0..whole.len() - 1 {
            for change in [1, 0x20, 0xff] {
                let mut hurt = whole.clone();
                hurt[at] ^= change;
                let sound = sound(&hurt).first().map(|json| json.to_vec());
                assert_eq!(sound.or_else(|| corrected(&hurt)).as_deref(), Some(&whole[9..whole.len() - 1]), "{at}");
            }
        }
    }

    #[test]
    fn a_line_end_that_is_damaged_parts_no_lines() {
        let (one, two) = (line(3, &["省"]), line(4, &["市"]));
        let mut both = [&one[..], &two].concat();
        both[one.len() - 1] = b'\x0b';
        assert_eq!(sound(&both), [&one[9..one.len() - 1], &two[9..two.len() - 1]]);
        both.truncate(one.len());
        assert!(was_saved(&both) && sound(&both).len() == 1);
    }

    #[test]
    fn of_a_line_with_a_hole_the_edits_around_it_are_read_and_that_in_it_is_named() {
        let mut hurt = line(3, &["省", "市", "区"]);
        let text = String::from_utf8(hurt.clone()).expect("text");
        let hole = text.find("市的值").expect("it is there");
        hurt[hole - 3..hole + 4].fill(0);
        assert_eq!(corrected(&hurt), None);
        let broken = Broken::read(&hurt);
        assert_eq!((broken.seq, broken.edits.len(), broken.unread), (Some(3), 2, vec!["市".to_owned()]));
        assert!(was_saved(&hurt));
    }

    #[test]
    fn what_was_never_written_to_its_end_was_not_saved() {
        let whole = line(3, &["省", "市"]);
        for cut in 0..whole.len() - 1 {
            assert!(!was_saved(&whole[..cut]), "{cut}");
        }
        assert!(!was_saved(b"00000000 {\"v\":1}\n"));
        assert!(!was_saved(&[0; 20]));
    }
}
