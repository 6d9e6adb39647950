//! Bytes of a text file → text: UTF-8 with or without its mark, UTF-16 with it, else GB18030.

use std::borrow::Cow;

use encoding_rs::{DecoderResult, Encoding, GB18030, UTF_8};

use super::error::ImportError;

/// So many characters of UTF-8 for each byte that is none make a file one of UTF-8 that is damaged.
const CONVINCING: usize = 10;

/// Decodes a whole file; what its encoding does not know is an error with its line, never a replacement sign.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(&bytes[mark..], encoding);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(error) if is_damaged_utf8(bytes) => Err(undecodable(bytes, error.valid_up_to(), UTF_8)),
        Err(_) => decoded(bytes, GB18030),
    }
}

fn decoded<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Result<Cow<'a, str>, ImportError> {
    if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok(text);
    }
    Err(undecodable(bytes, first_fault(bytes, encoding), encoding))
}

/// Where the first byte stands that the encoding does not know.
fn first_fault(bytes: &[u8], encoding: &'static Encoding) -> usize {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut room = vec![0; 1 << 16];
    let mut at = 0;
    loop {
        let (result, read, _) = decoder.decode_to_utf8_without_replacement(&bytes[at..], &mut room, true);
        at += read;
        match result {
            DecoderResult::OutputFull => {}
            DecoderResult::InputEmpty => return at,
            DecoderResult::Malformed(length, after) => {
                return at.saturating_sub(usize::from(length) + usize::from(after));
            }
        }
    }
}

fn undecodable(bytes: &[u8], at: usize, encoding: &'static Encoding) -> ImportError {
    let line = bytes[..at].split(|byte| *byte == b'\n').count();
    ImportError::Undecodable { line, encoding: encoding.name() }
}

/// Whether the bytes are mostly characters of three bytes and more as UTF-8 writes them: GB18030 has them by chance only.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| c.len_utf8() > 2).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * CONVINCING
}

#[cfg(test)]
mod tests {
    use encoding_rs::UTF_16LE;

    use super::*;

    const TEXT: &str = "日期,标题\n12-20,文化站里过冬至\n";

    fn utf_16(text: &str) -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn every_encoding_of_an_office_is_told_apart() {
        let marked = [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat();
        for bytes in [TEXT.as_bytes().to_vec(), marked, GB18030.encode(TEXT).0.into_owned(), utf_16(TEXT)] {
            assert_eq!(text(&bytes).expect("text"), TEXT);
        }
        assert_eq!(UTF_16LE.name(), "UTF-16LE");
    }

    #[test]
    fn what_no_encoding_knows_is_told_with_its_line() {
        let mut gb = GB18030.encode(TEXT).0.into_owned();
        gb.extend(b"\xFF\xFF,\n");
        assert_eq!(text(&gb), Err(ImportError::Undecodable { line: 3, encoding: "gb18030" }));
        let mut utf = TEXT.repeat(3).into_bytes();
        utf.insert(TEXT.len() + 3, b'\xE4');
        assert_eq!(text(&utf), Err(ImportError::Undecodable { line: 3, encoding: "UTF-8" }));
    }
}
