//! How much a table may hold: more is refused with a sentence, so that no file can take the machine's memory.

/// Bytes of a file.
pub const FILE: usize = 64 << 20;

/// Rows with something in them.
pub(super) const ROWS: usize = 100_000;

/// Columns: as many as old workbooks had.
pub(super) const COLUMNS: usize = 256;

/// Cells with something in them.
pub(super) const CELLS: usize = 2_000_000;

/// Cells of the grids of an old workbook, blank ones too: its reader holds them all.
pub(super) const GRID: usize = 8_000_000;

/// Bytes of all formulas of an old workbook, written out with the names in them: its reader does so.
pub(super) const FORMULAS: usize = 256 << 20;

/// Bytes of text in all cells.
pub(super) const TEXT: usize = 128 << 20;

/// Bytes of one part of a workbook once it is unpacked; its sheets are streamed, its texts stay in memory.
pub(super) const PART: u64 = 256 << 20;

/// Bytes of all parts of a workbook once they are unpacked.
pub(super) const PARTS: u64 = 512 << 20;

/// Texts that a workbook may say it shares, and tags that the part with them may have.
pub(super) const SHARED: usize = 4_000_000;

/// Merged regions that are looked at.
pub(super) const MERGED: usize = 20_000;

/// Rows between two questions whether to go on.
pub(super) const STRIDE: usize = 256;
