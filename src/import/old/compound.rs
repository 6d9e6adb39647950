//! The stream of an old workbook in its compound file, found as the reader finds it: every chain that the reader would
//! follow is followed here first, and one that turns back or leads out of the file is refused.
//!
//! Layout: [MS-CFB] 2.2 (header), 2.3 (FAT), 2.5 (DIFAT), 2.6 (directory).

use super::super::error::ImportError;

/// What the reader looks for, in its order.
const NAMES: [&str; 4] = ["Workbook", "Book", "WORKBOOK", "BOOK"];

const HEADER: usize = 512;
/// Where the header says its first 109 sectors of the table of chains.
const FIRST: std::ops::Range<usize> = 76..HEADER;
/// From here on numbers of sectors are signs.
const SIGNS: u32 = 0xFFFF_FFFA;
/// No sector of the table of chains.
const NO_TABLE: u32 = 0xFFFF_FFFC;
const END: u32 = 0xFFFF_FFFE;
/// Bytes of a sector of the small streams, and the length from which a stream is a large one.
const SMALL_SECTOR: usize = 64;
const LARGE: usize = 4096;
/// Bytes of an entry of the directory, and of the name in it.
const ENTRY: usize = 128;
const NAME: usize = 64;
/// Most sectors that the table of small chains may have: the reader makes room for 65,536 times as many numbers.
const SMALL_TABLE: usize = 1 << 10;

/// The bytes of the workbook's stream.
pub(super) fn stream(bytes: &[u8]) -> Result<Vec<u8>, ImportError> {
    let file = File::open(bytes)?;
    let directory = file.chain(number(bytes, 48)?, &file.table, usize::MAX)?;
    let entries: Vec<Entry> = directory.chunks_exact(ENTRY).map(|raw| Entry::read(raw, file.sector)).collect();
    let root = entries.first().ok_or_else(damaged)?;
    let wanted = NAMES.iter().find_map(|name| entries.iter().find(|entry| entry.name == **name));
    let wanted = wanted.ok_or_else(damaged)?;
    let small_table = number(bytes, 64)? as usize;
    if root.length.max(wanted.length) > bytes.len() || small_table > SMALL_TABLE {
        return Err(damaged());
    }
    let (all, table) = if small_table == 0 {
        (Vec::new(), Vec::new())
    } else {
        let table = file.chain(number(bytes, 60)?, &file.table, small_table * file.sector)?;
        (file.chain(root.start, &file.table, root.length)?, numbers(&table).collect())
    };
    if wanted.length >= LARGE {
        return file.chain(wanted.start, &file.table, wanted.length);
    }
    File { bytes: &all, sector: SMALL_SECTOR, table: Vec::new() }.chain(wanted.start, &table, wanted.length)
}

/// Sectors behind a header, and which follows which.
struct File<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
}

impl<'a> File<'a> {
    fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let sector = match bytes.get(30..32) {
            Some([9, 0]) => HEADER,
            Some([12, 0]) => 4096,
            _ => return Err(damaged()),
        };
        let mut file = File { bytes: bytes.get(sector..).ok_or_else(damaged)?, sector, table: Vec::new() };
        if number(bytes, 44)? as usize > file.count() {
            return Err(damaged());
        }
        let mut tables: Vec<u32> = numbers(&bytes[FIRST]).collect();
        let mut next = number(bytes, 68)?;
        for _ in 0..=file.count() {
            if next >= SIGNS {
                break;
            }
            tables.extend(numbers(file.at(next)?));
            next = tables.pop().ok_or_else(damaged)?;
        }
        tables.retain(|id| *id < NO_TABLE);
        if next < SIGNS || tables.len() > file.count() {
            return Err(damaged());
        }
        for id in tables {
            let more = numbers(file.at(id)?);
            file.table.extend(more);
        }
        Ok(file)
    }

    /// How many sectors there are at most.
    const fn count(&self) -> usize {
        self.bytes.len() / self.sector + 1
    }

    /// A sector; the last one may be cut.
    fn at(&self, id: u32) -> Result<&'a [u8], ImportError> {
        let start = id as usize * self.sector;
        let end = (start + self.sector).min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty()).ok_or_else(damaged)
    }

    /// The bytes of a chain, at most so many.
    fn chain(&self, start: u32, table: &[u32], most: usize) -> Result<Vec<u8>, ImportError> {
        let (mut next, mut found) = (start, Vec::new());
        for _ in 0..=self.count() {
            if next == END || found.len() >= most {
                return Ok(found);
            }
            let sector = self.at(next)?;
            found.extend_from_slice(&sector[..sector.len().min(most - found.len())]);
            next = if found.len() >= most { END } else { *table.get(next as usize).ok_or_else(damaged)? };
        }
        Err(damaged())
    }
}

/// A stream of the directory.
struct Entry {
    name: String,
    start: u32,
    length: usize,
}

impl Entry {
    fn read(raw: &[u8], sector: usize) -> Self {
        let units = raw[..NAME].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let name: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
        let field = |at: usize| u32::from_le_bytes([raw[at], raw[at + 1], raw[at + 2], raw[at + 3]]);
        let high = if sector == HEADER { 0 } else { u64::from(field(124)) };
        let length = usize::try_from(high << 32 | u64::from(field(120))).unwrap_or(usize::MAX);
        Self { name: String::from_utf16_lossy(&name), start: field(116), length }
    }
}

fn number(bytes: &[u8], at: usize) -> Result<u32, ImportError> {
    let raw = bytes.get(at..at + 4).ok_or_else(damaged)?;
    Ok(u32::from_le_bytes([raw[0], raw[1], raw[2], raw[3]]))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).map(|raw| u32::from_le_bytes([raw[0], raw[1], raw[2], raw[3]]))
}

const fn damaged() -> ImportError {
    ImportError::Damaged(String::new())
}
