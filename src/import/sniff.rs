//! What sort of file some bytes are, by their first ones and never by a name.

/// What sort of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Nothing at all.
    Empty,
    /// .xlsx.
    Workbook,
    /// .xls.
    OldWorkbook,
    /// .csv, .txt.
    Text,
    /// A ledger's own: an export of all records, or a backup.
    Ledger,
    /// .docx.
    Document,
    /// .doc, or another file of old office programs.
    OldDocument,
    /// An .xlsx with a password.
    Locked,
    /// .ods.
    OpenDocument,
    /// A web page or XML, whatever it calls itself.
    Markup,
    /// .pdf.
    Pdf,
    /// A packed folder that is none of those.
    Archive,
    /// Bytes that are no text.
    Binary,
}

/// Heads of containers.
const ZIP: &[u8] = b"PK\x03\x04";
const EMPTY_ZIP: &[u8] = b"PK\x05\x06";
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const ZSTD: &[u8] = b"\x28\xB5\x2F\xFD";
const UTF_16: [&[u8]; 2] = [b"\xFF\xFE", b"\xFE\xFF"];
const UTF_8: &[u8] = b"\xEF\xBB\xBF";

/// How many bytes are looked at for signs of text.
const LOOK: usize = 4096;

/// Tells what sort of file `bytes`, or a file that begins with them, is.
pub fn sort(bytes: &[u8]) -> Sort {
    match bytes {
        [] => Sort::Empty,
        _ if bytes.starts_with(ZIP) || bytes.starts_with(EMPTY_ZIP) => zipped(bytes),
        _ if bytes.starts_with(COMPOUND) => compound(bytes),
        _ if bytes.starts_with(ZSTD) => Sort::Ledger,
        _ if bytes.starts_with(b"%PDF") => Sort::Pdf,
        _ => textual(bytes),
    }
}

/// What is packed: the names of the parts stand in the open.
fn zipped(bytes: &[u8]) -> Sort {
    let names = |name: &str| holds(bytes, name.as_bytes());
    match () {
        () if names("xl/workbook") || names("xl/worksheets/") => Sort::Workbook,
        () if names("word/document") => Sort::Document,
        () if names("opendocument.spreadsheet") => Sort::OpenDocument,
        () => Sort::Archive,
    }
}

/// What a compound file holds: the names of its streams stand in it in UTF-16.
fn compound(bytes: &[u8]) -> Sort {
    let names = |name: &str| holds(bytes, &name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    match () {
        () if names("EncryptedPackage") => Sort::Locked,
        () if names("Workbook") || names("Book") || names("WORKBOOK") || names("BOOK") => Sort::OldWorkbook,
        () => Sort::OldDocument,
    }
}

fn textual(bytes: &[u8]) -> Sort {
    if UTF_16.iter().any(|mark| bytes.starts_with(mark)) {
        return Sort::Text;
    }
    let bare = bytes.strip_prefix(UTF_8).unwrap_or(bytes);
    let head = &bare[..bare.len().min(LOOK)];
    let start = head.trim_ascii_start();
    let tag = |tag: &[u8]| start.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag));
    match () {
        () if head.contains(&0) => Sort::Binary,
        () if bare.trim_ascii().is_empty() => Sort::Empty,
        () if start.starts_with(b"{\"") => Sort::Ledger,
        () if [&b"<html"[..], b"<!doctype", b"<table", b"<?xml", b"<meta", b"<head"].iter().any(|one| tag(one)) => {
            Sort::Markup
        }
        () => Sort::Text,
    }
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_what_it_holds() {
        let rows: [(&[u8], Sort); 13] = [
            (b"", Sort::Empty),
            (b"\xEF\xBB\xBF\r\n ", Sort::Empty),
            (b"PK\x03\x04....xl/workbook.xml", Sort::Workbook),
            (b"PK\x03\x04....word/document.xml", Sort::Document),
            (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Sort::OpenDocument),
            (b"PK\x05\x06", Sort::Archive),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0k\0b\0o\0o\0k\0", Sort::OldWorkbook),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0d\0D\0o\0c\0", Sort::OldDocument),
            (b"%PDF-1.7", Sort::Pdf),
            (b"{\"form\":1}", Sort::Ledger),
            (b" \n<HTML><table>", Sort::Markup),
            (b"\x7fELF\0\0", Sort::Binary),
            ("日期,标题\n".as_bytes(), Sort::Text),
        ];
        for (bytes, wanted) in rows {
            assert_eq!(sort(bytes), wanted, "{:?}", String::from_utf8_lossy(bytes));
        }
    }
}
