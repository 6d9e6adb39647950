//! How long the texts are that the cells of an old workbook share. Layout: [MS-XLS] 2.5.293, over the records that go on.

use super::super::error::ImportError;
use super::records::{Record, Records, damaged, long, word};

/// Bytes before the first text: two counts.
const COUNTS: usize = 8;
/// Bytes of a character at most, once it is read.
const WIDEST: usize = 3;

/// The lengths of all texts in bytes, as they are once read; what stands behind the record may go on with it.
pub(super) fn lengths(data: &[u8], rest: &[u8]) -> Result<Vec<usize>, ImportError> {
    let mut pieces = Pieces { data: data.get(COUNTS..).ok_or_else(damaged)?, rest: Records(rest) };
    let mut found = Vec::new();
    while !pieces.data.is_empty() || pieces.next() {
        found.push(pieces.text()? * WIDEST);
    }
    Ok(found)
}

/// The bytes of a record, and the records that may go on with it.
struct Pieces<'a> {
    data: &'a [u8],
    rest: Records<'a>,
}

impl Pieces<'_> {
    /// Goes on with the next record; false: there is none.
    fn next(&mut self) -> bool {
        let next = self.rest.next().and_then(Result::ok).and_then(Record::continued);
        if next.is_none() {
            self.rest = Records(&[]);
        }
        self.data = next.unwrap_or_default();
        next.is_some()
    }

    /// Passes a text with its formats; returns how many characters it has.
    fn text(&mut self) -> Result<usize, ImportError> {
        if self.data.is_empty() {
            return Ok(0);
        }
        let characters = word(self.data, 0)?;
        let flags = *self.data.get(2).ok_or_else(damaged)?;
        let mut is_wide = flags & 1 != 0;
        self.skip(3)?;
        let mut behind = 0;
        if flags & 8 != 0 {
            behind += word(self.data, 0)? * 4;
            self.skip(2)?;
        }
        if flags & 4 != 0 {
            behind += long(self.data, 0)?;
            self.skip(4)?;
        }
        let mut left = characters;
        while left > 0 {
            let size = if is_wide { 2 } else { 1 };
            let here = left.min(self.data.len() / size);
            self.data = &self.data[here * size..];
            left -= here;
            if left > 0 {
                let is_there = self.next();
                let (flag, data) = self.data.split_first().filter(|_| is_there).ok_or_else(damaged)?;
                (is_wide, self.data) = (flag & 1 != 0, data);
            }
        }
        self.skip(behind)?;
        Ok(characters)
    }

    fn skip(&mut self, mut bytes: usize) -> Result<(), ImportError> {
        while bytes > 0 {
            if self.data.is_empty() && !self.next() {
                return Err(damaged());
            }
            let here = bytes.min(self.data.len());
            self.data = &self.data[here..];
            bytes -= here;
        }
        Ok(())
    }
}
