//! Many items go out as a table, and come in again where they are not.

use std::path::Path;
use std::time::Instant;

use taizhang::lang::Lang;
use taizhang::model::Item;
use taizhang::session::{Request, Session, TableFormat};

use super::office;
use super::tally::{peak, time};

/// Rows of a table.
const COUNT: usize = 20_000;

/// Writes and reads both sorts of tables.
pub fn tell() {
    let root = tempfile::tempdir().expect("a directory");
    let full = office::make(&root.path().join("full"), COUNT);
    for (name, format) in [("表.xlsx", TableFormat::Xlsx), ("表.csv", TableFormat::Csv)] {
        told(root.path(), &full, name, format);
    }
    println!("with both tables: {} MiB", peak() / 1024);
}

fn told(root: &Path, full: &Session, name: &str, format: TableFormat) {
    let items: Vec<&Item> = full.ledger().items_of(full.year()).collect();
    let columns = full.usual_columns(&items);
    let path = root.join(name);
    let written = time(|| full.export_list(&items, &columns, (&path, format, false), Lang::Zh).expect("written"));
    let mut session = office::begin(&root.join(format!("{name}.ledger")), office::year());
    let whole = Instant::now();
    let book = session.load_table(&path, None, &|_| true).expect("rows");
    let read = whole.elapsed();
    let importer = session.importer(Request::default());
    let plan = importer.plan(&book.table).expect("mapped");
    let checked = importer.check(&book.table, &plan, &|_| true).expect("checked");
    let (made, new, faulty) = (whole.elapsed(), checked.new.len(), checked.faulty_rows());
    session.apply(&session.import(checked, name)).expect("saved");
    println!(
        "{name}: written {written:.0} ms; {new} new and {faulty} faulty rows: read {} ms, items {} ms, all {} ms",
        read.as_millis(),
        made.as_millis(),
        whole.elapsed().as_millis()
    );
}
