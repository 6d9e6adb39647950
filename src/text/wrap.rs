//! Breaking text into lines: 避头尾, words and numbers kept whole.

use std::ops::Range;

use super::Cells;

/// Breaks `text` into lines of at most `width` cells; `first` cells of the first line are taken already.
///
/// Closing signs never begin a line, opening signs never end one, ASCII words and digits stay together where a line
/// can hold them. Line ends in the text break. The ranges are bytes of `text`, line ends left out; there is always
/// one line at least.
pub fn wrap(_text: &str, _width: usize, _first: usize, _cells: Cells) -> Vec<Range<usize>> {
    todo!()
}
