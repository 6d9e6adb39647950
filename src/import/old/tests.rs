//! Old workbooks made by hand: a compound file of one stream, whose records say more than they hold.

use super::super::error::ImportError;
use super::super::table::Row;
use super::read;

const SECTOR: usize = 512;

fn word(value: u16) -> [u8; 2] {
    value.to_le_bytes()
}

/// A record of this sort.
fn record(sort: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("a record is short");
    [&word(sort), &word(length), data].concat()
}

fn begin(sort: u16) -> Vec<u8> {
    record(0x0809, &[word(0x0600), word(sort), word(0), word(0)].concat())
}

/// A number in a row and column.
fn cell(row: u16, column: u16) -> Vec<u8> {
    record(0x0203, &[&word(row)[..], &word(column), &word(0), &7_f64.to_le_bytes()].concat())
}

/// A workbook whose sheets hold these records; all of its texts are this one.
fn workbook(sheets: &[Vec<u8>], text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cch = word((units.len() / 2) as u16);
    let texts = record(0x00FC, &[&[1, 0, 0, 0, 1, 0, 0, 0][..], &cch, &[1], &units].concat());
    let name = |at: usize| format!("S{at}");
    let bound = |at: usize, start: usize| {
        let name = name(at);
        let start = u32::try_from(start).expect("short").to_le_bytes();
        record(0x0085, &[&start[..], &[0, 0, name.len() as u8, 0], name.as_bytes()].concat())
    };
    let head: usize = (0..sheets.len()).map(|at| bound(at, 0).len()).sum();
    let mut start = begin(5).len() + head + texts.len() + record(0x000A, &[]).len();
    let mut stream = begin(5);
    let whole: Vec<Vec<u8>> =
        sheets.iter().map(|sheet| [begin(0x10), sheet.clone(), record(0x000A, &[])].concat()).collect();
    for (at, sheet) in whole.iter().enumerate() {
        stream.extend(bound(at, start));
        start += sheet.len();
    }
    stream.extend(texts);
    stream.extend(record(0x000A, &[]));
    compound(&[stream, whole.concat()].concat())
}

/// A compound file of this stream: header, directory, table of chains, then the stream.
fn compound(stream: &[u8]) -> Vec<u8> {
    let length = stream.len().max(4096);
    let sectors = length.div_ceil(SECTOR);
    let tables = (sectors + 2).div_ceil(SECTOR / 4) + 1;
    let first = 1 + tables;
    let mut header = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    header.resize(24, 0);
    header.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    header.resize(44, 0);
    let long = |value: usize| u32::try_from(value).expect("short").to_le_bytes();
    header.extend(long(tables));
    header.extend(long(0));
    header.extend([0; 4]);
    header.extend(long(4096));
    header.extend([0xFE, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0]);
    header.extend((0..tables).flat_map(|at| long(1 + at)));
    header.resize(SECTOR, 0xFF);
    let entry = |name: &str, start: usize, length: usize| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(116, 0);
        entry.extend(long(start));
        entry.extend(long(length));
        entry.resize(128, 0);
        entry
    };
    let mut directory = [entry("Root Entry", 0xFFFF_FFFE, 0), entry("Workbook", first, length)].concat();
    directory.resize(SECTOR, 0);
    let mut chains: Vec<u8> = [0xFFFF_FFFE_u32, 0xFFFF_FFFD].iter().flat_map(|id| id.to_le_bytes()).collect();
    chains.resize(4 * first, 0xFD);
    chains.extend((1..sectors).flat_map(|at| long(first + at)));
    chains.extend(0xFFFF_FFFE_u32.to_le_bytes());
    chains.resize(tables * SECTOR, 0xFF);
    let mut file = [header, directory, chains, stream.to_vec()].concat();
    file.resize(SECTOR * (1 + first + sectors), 0);
    file
}

fn rows(bytes: &[u8]) -> Result<Vec<usize>, ImportError> {
    let book = read(bytes, None, &|_| true)?;
    Ok(book.table.rows.iter().map(|row: &Row| row.number).collect())
}

#[test]
fn an_old_workbook_is_read() {
    let shared = record(0x00FD, &[&word(2)[..], &word(1), &word(0), &[0; 4]].concat());
    let sheet = [cell(0, 0), shared].concat();
    let book = read(&workbook(&[sheet], "标题"), None, &|_| true).expect("rows");
    assert_eq!(book.table.rows[1].texts(), ["", "标题"]);
    assert_eq!(book.table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 3]);
}

#[test]
fn few_cells_that_lie_far_apart_are_no_grid_to_be_held() {
    let far = [cell(0, 0), cell(65_535, 255)].concat();
    assert_eq!(rows(&workbook(&[far], "文")), Err(ImportError::TooMuch), "one sheet");
    let tall = [cell(0, 0), cell(65_535, 20)].concat();
    assert_eq!(rows(&workbook(std::slice::from_ref(&tall), "文")), Ok(vec![1, 65_536]));
    assert_eq!(rows(&workbook(&vec![tall; 8], "文")), Err(ImportError::TooMuch), "all together");
}

#[test]
fn a_sheet_that_says_it_is_larger_than_any_is_refused() {
    let extent = |top: u32, bottom: u32| {
        let data = [&top.to_le_bytes()[..], &bottom.to_le_bytes(), &word(0), &word(256), &word(0)].concat();
        workbook(&[[record(0x0200, &data), cell(0, 0)].concat()], "文")
    };
    assert_eq!(rows(&extent(0, 1)), Ok(vec![1]));
    assert_eq!(rows(&extent(0, u32::MAX)), Err(ImportError::TooMuch));
    assert_eq!(rows(&extent(9, 1)), Err(ImportError::Damaged(String::new())), "it ends before it begins");
}

#[test]
fn a_long_text_that_many_cells_share_is_counted_for_each_of_them() {
    let cells = |many: u16| {
        let one = |row: u16| record(0x00FD, &[&word(row)[..], &word(0), &word(0), &[0; 4]].concat());
        workbook(&[(0..many).flat_map(one).collect()], &"文".repeat(4000))
    };
    assert_eq!(rows(&cells(2)).expect("rows").len(), 2);
    assert_eq!(rows(&cells(20_000)), Err(ImportError::TooMuch));
}

#[test]
fn a_text_that_says_it_is_longer_than_its_record_takes_no_room() {
    let text = |row: u16| record(0x0204, &[&word(row)[..], &word(0), &word(0), &word(u16::MAX), &[0]].concat());
    assert_eq!(rows(&workbook(&[(0..5000).flat_map(text).collect()], "文")), Err(ImportError::TooMuch));
}

#[test]
fn sheets_that_share_their_records_are_not_read_again_and_again() {
    let many = (0..200).flat_map(|row| cell(row, 0)).collect();
    let mut bytes = workbook(&[vec![many], vec![Vec::new(); 40]].concat(), "文");
    let sign = record(0x0085, &[0; 10])[..4].to_vec();
    let starts: Vec<usize> = bytes.windows(4).enumerate().filter(|(_, at)| *at == sign).map(|(at, _)| at + 4).collect();
    assert!(rows(&bytes).is_ok());
    let first = bytes[starts[0]..starts[0] + 4].to_vec();
    for at in &starts[1..starts.len().min(10)] {
        bytes[*at..at + 4].copy_from_slice(&first);
    }
    assert_eq!(rows(&bytes), Err(ImportError::Damaged(String::new())));
}

#[test]
fn a_chain_that_turns_back_has_an_end() {
    let whole = workbook(&[cell(0, 0)], "文");
    let table = 2 * SECTOR;
    let mut ring = whole.clone();
    ring[table..table + 4].copy_from_slice(&0_u32.to_le_bytes());
    assert_eq!(rows(&ring), Err(ImportError::Damaged(String::new())), "the directory");
    let mut tables = whole.clone();
    tables[68..72].copy_from_slice(&1_u32.to_le_bytes());
    assert_eq!(rows(&tables), Err(ImportError::Damaged(String::new())), "the table of chains");
    for at in [44, 64] {
        let mut large = whole.clone();
        large[at..at + 4].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(rows(&large), Err(ImportError::Damaged(String::new())), "a length at {at}");
    }
}
