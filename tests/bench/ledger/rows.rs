//! Many rows as one change, as an import makes them, and one undo.

use std::path::Path;

use super::office;
use super::opening::myself;
use super::tally::{peak, time};

/// The word that makes this program the fresh process.
pub const ROWS: &str = "rows";

/// So many items are there afterwards.
const COUNT: usize = 20_000;

/// Has it done in a fresh process, so that the memory is its own.
pub fn tell() {
    let root = tempfile::tempdir().expect("a directory");
    drop(office::make(&root.path().join("ledger"), 1));
    myself(ROWS, &root.path().join("ledger")).status().expect("it runs");
}

/// The fresh process.
pub fn fresh(dir: &Path) {
    let mut session = office::open(dir);
    session.board();
    let change = office::rows(COUNT);
    let before = session.ledger().items.len();
    println!("{} rows as one change: {:.0}", change.edits.len(), time(|| session.apply(&change).expect("saved")));
    println!("  memory at most {} MiB", peak() / 1024);
    println!("its one undo: {:.0}", time(|| session.undo().expect("undone")));
    assert_eq!(session.ledger().items.len(), before, "one undo takes all rows back");
    println!("closing: {:.0}", time(|| drop(session)));
    println!("  memory at most {} MiB", peak() / 1024);
}
