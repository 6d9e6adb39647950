//! Looks through all parts of a packed workbook before anything is made of them: how much they hold once unpacked, and
//! what makes a reader take memory or leaves it without a value.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::GoOn;
use super::error::ImportError;
use super::limit;

/// Bytes that are unpacked at a time.
const CHUNK: usize = 1 << 16;

/// Bytes of the chunk before that are looked at again: longer than any of the signs looked for.
const OVERLAP: usize = 64;

/// What says how many texts are shared; a reader makes room for so many at once.
const COUNT: &[u8] = b"uniqueCount";

/// What follows a formula whose result was not stored.
const NOTHING: &[u8] = b"</f></c>";

/// What follows a formula whose result is empty: not stored, unless the cell says that it is a text.
const BLANK: [&[u8]; 3] = [b"</f><v></v>", b"</f><v/>", b"</f><v />"];

/// Unpacks every part into nothing, and refuses what is too much.
pub(super) fn check(bytes: &[u8], go_on: GoOn<'_>) -> Result<(), ImportError> {
    within(bytes, limit::PART, limit::PARTS, go_on)
}

/// The same, with at most so many bytes in one part and in all.
fn within(bytes: &[u8], one: u64, all: u64, go_on: GoOn<'_>) -> Result<(), ImportError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(ImportError::damaged)?;
    let mut left = all;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(ImportError::damaged)?;
        // What a part says of itself may be a lie, but never one that makes it look larger.
        if part.size() > left.min(one) {
            return Err(ImportError::Bomb);
        }
        let look = Look::of(part.name());
        left = left.saturating_sub(unpack(&mut part, look, left.min(one), go_on)?);
    }
    Ok(())
}

/// What is looked for in a part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// Its length alone.
    Length,
    /// Formulas without a result.
    Sheet,
    /// How many texts it has.
    Texts,
}

impl Look {
    fn of(name: &str) -> Self {
        let name = name.to_ascii_lowercase().replace('\\', "/");
        match () {
            () if name.contains("worksheets/") && !name.contains("_rels") => Self::Sheet,
            () if name.ends_with("sharedstrings.xml") => Self::Texts,
            () => Self::Length,
        }
    }
}

/// The length of a part, once it has been looked through.
fn unpack(part: &mut impl Read, look: Look, most: u64, go_on: GoOn<'_>) -> Result<u64, ImportError> {
    let mut window = vec![0; OVERLAP + CHUNK];
    let (mut kept, mut length, mut tags) = (0, 0_u64, 0);
    loop {
        let read = part.read(&mut window[kept..]).map_err(ImportError::damaged)?;
        if read == 0 {
            return Ok(length);
        }
        length += read as u64;
        if length > most {
            return Err(ImportError::Bomb);
        }
        if !go_on(0) {
            return Err(ImportError::Cancelled);
        }
        let end = kept + read;
        let seen = &window[..end];
        match look {
            Look::Length => {}
            Look::Sheet => no_formula_without_result(seen)?,
            Look::Texts => {
                tags += seen[kept..].split(|byte| *byte == b'<').count() - 1;
                if tags.max(shared(seen)) > limit::SHARED {
                    return Err(ImportError::TooMuch);
                }
            }
        }
        let keep = end.min(OVERLAP);
        window.copy_within(end - keep..end, 0);
        kept = keep;
    }
}

fn no_formula_without_result(seen: &[u8]) -> Result<(), ImportError> {
    let is_blank = |at: usize| BLANK.iter().any(|sign| seen[at..].starts_with(sign));
    let is_uncomputed = |at: usize| seen[at..].starts_with(NOTHING) || is_blank(at) && !is_text(&seen[..at]);
    if find(seen, b"</f>").any(is_uncomputed) { Err(ImportError::Uncomputed) } else { Ok(()) }
}

/// Whether the cell that was opened last says that it holds a text, or was opened out of sight.
fn is_text(before: &[u8]) -> bool {
    let Some(at) = before.windows(3).rposition(|tag| tag == b"<c ") else { return true };
    let tag = before[at..].split(|byte| *byte == b'>').next().unwrap_or_default();
    find(tag, b"t=\"str\"").next().is_some()
}

/// The largest number of texts that the bytes say are shared.
fn shared(seen: &[u8]) -> usize {
    let said = find(seen, COUNT).map(|at| {
        let digits = seen[at + COUNT.len()..].iter().skip_while(|byte| !byte.is_ascii_digit());
        let digits: String = digits.take_while(|byte| byte.is_ascii_digit()).map(|byte| char::from(*byte)).collect();
        digits.parse().unwrap_or(if digits.is_empty() { 0 } else { usize::MAX })
    });
    said.max().unwrap_or(0)
}

/// Where `sign` stands.
fn find<'a>(seen: &'a [u8], sign: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let starts = seen.iter().enumerate().filter(|(_, byte)| **byte == sign[0]);
    starts.map(|(at, _)| at).filter(|at| seen[*at..].starts_with(sign))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    const MEGABYTE: usize = 1 << 20;

    /// A packed file with parts of so many blanks.
    fn packed(lengths: &[usize]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (at, length) in lengths.iter().enumerate() {
            zip.start_file(format!("xl/{at}.xml"), SimpleFileOptions::default()).expect("a part");
            zip.write_all(&vec![b' '; *length]).expect("written");
        }
        zip.finish().expect("packed").into_inner()
    }

    #[test]
    fn what_unpacks_to_more_than_the_limit_is_refused() {
        let most = MEGABYTE as u64;
        assert_eq!(within(&packed(&[MEGABYTE, MEGABYTE]), most, 2 * most, &|_| true), Ok(()));
        assert_eq!(within(&packed(&[MEGABYTE + 1]), most, 2 * most, &|_| true), Err(ImportError::Bomb), "one part");
        assert_eq!(within(&packed(&[MEGABYTE; 3]), most, 2 * most, &|_| true), Err(ImportError::Bomb), "all together");
    }

    #[test]
    fn a_part_without_an_end_is_read_no_further_than_the_limit() {
        let mut endless = std::io::repeat(b' ');
        assert_eq!(unpack(&mut endless, Look::Texts, 3 * MEGABYTE as u64, &|_| true), Err(ImportError::Bomb));
    }

    #[test]
    fn unpacking_stops_when_it_is_told_to() {
        let mut endless = std::io::repeat(b' ');
        assert_eq!(unpack(&mut endless, Look::Length, u64::MAX, &|_| false), Err(ImportError::Cancelled));
    }

    #[test]
    fn a_sign_that_two_chunks_share_is_seen() {
        for filler in CHUNK - 20..CHUNK + 20 {
            let part = format!("{}<c r=\"A1\"><f>1</f></c>", " ".repeat(filler));
            assert_eq!(
                unpack(&mut part.as_bytes(), Look::Sheet, 1 << 20, &|_| true),
                Err(ImportError::Uncomputed),
                "{filler}"
            );
        }
    }
}
