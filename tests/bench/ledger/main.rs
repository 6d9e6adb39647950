//! How long a ledger of many items takes to open, to show and to save.
//!
//! `cargo bench --bench ledger [-- ITEMS…]` makes ledgers of so many items, 0, 20,000 and 100,000 unless told, about 1 KB
//! each, in the system's temporary directory (`TMPDIR` chooses another disk). Times are milliseconds, as median and range:
//!
//! * open to the board in a fresh process, with its peak memory (Linux): after a clean close, after `kill -9` of a writer,
//!   without the cache, and after a rebuild from the journal alone;
//! * figures, document and board, each from nothing; what a form foresees; a save with its reward; an undo;
//! * a list that is opened, searched key by key as a query grows, grouped, and whose items are all changed at once;
//! * the store's commit beside a bare append + fdatasync of as many bytes, taken in turn in the same run: p50, p99, and how
//!   many times the bare p50 ours is;
//! * the disk that an item takes, part by part;
//! * once: 20,000 rows as one change in a fresh process, its one undo, and the peak memory;
//! * once: 20,000 rows of a table, .xlsx and .csv: written, read, made items of, recorded.

mod lists;
mod office;
mod opening;
mod rows;
mod saving;
mod tables;
mod tally;
mod views;

use std::fs;
use std::path::Path;

/// The ledgers that are made unless others are asked for.
const SIZES: [usize; 3] = [0, 20_000, 100_000];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    if let [part, dir] = &words[..] {
        let dir = Path::new(dir);
        match part.as_str() {
            opening::FRESH => return opening::fresh(dir),
            opening::WRITER => return opening::write_until_killed(dir),
            rows::ROWS => return rows::fresh(dir),
            _ => {}
        }
    }
    let asked: Vec<usize> = words.iter().filter_map(|word| word.parse().ok()).collect();
    for items in if asked.is_empty() { SIZES.to_vec() } else { asked } {
        measure(items);
    }
    println!("\n# one change of many rows");
    rows::tell();
    println!("\n# tables of many rows");
    tables::tell();
}

fn measure(items: usize) {
    let root = tempfile::tempdir().expect("a directory");
    let dir = root.path().join("ledger");
    let made = office::make(&dir, items);
    println!("\n# {} items", made.ledger().items.len());
    drop(made);
    opening::tell(&dir);
    views::tell(&mut office::open(&dir));
    lists::tell(&mut office::open(&dir));
    saving::tell(&dir, &root.path().join("bare"));
    for part in ["journal", "db", "backup", "cache"] {
        println!("{part}: {} bytes, {} an item", size(&dir.join(part)), size(&dir.join(part)) / items.max(1) as u64);
    }
}

fn size(path: &Path) -> u64 {
    match fs::read_dir(path) {
        Ok(entries) => entries.flatten().map(|entry| size(&entry.path())).sum(),
        Err(_) => fs::metadata(path).map_or(0, |found| found.len()),
    }
}
