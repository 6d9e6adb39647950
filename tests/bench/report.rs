//! How long a report with all its annexes takes, from the records to the bytes of a .docx.
//!
//! `cargo bench --bench report [-- ITEMS]` makes a ledger of so many items in memory, 1,000 unless told, and prints as
//! median and range in milliseconds: figures, report, annexes, pages as they print, .docx, and all of it; then how large
//! the file is, and the peak memory of the run (Linux).

use std::fs;
use std::time::Instant;

use chrono::NaiveDate;
use taizhang::document::Document;
use taizhang::export::docx;
use taizhang::id::IdMaker;
use taizhang::layout::pages;
use taizhang::model::{Annex, Edit, Item, Ledger, Profile, Variant, Year};
use taizhang::query::{Figures, Scope, figures, figures_last_year};
use taizhang::report::{Annexed, Cut, KnownFigures, Pictures, annexed, compose_from};
use taizhang::template;

/// Runs of each measurement.
const RUNS: usize = 9;

fn main() {
    let items = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(1000);
    let ledger = large(items);
    let year = Year::try_from(2022).expect("a year of the sample");
    println!("{} items, ms: median (least to most)", ledger.items_of(year).count());
    let profile = Profile::default();
    let taken = measure("figures", || known(&ledger, year));
    let report = measure("report", || composed(&ledger, year, &taken));
    let whole = measure("annexes", || with_annexes(&ledger, year, &taken, &report));
    measure("pages", || pages(&whole, &profile));
    let bytes = measure(".docx", || docx(&whole, &profile).expect("a .docx"));
    measure("all, from the records", || {
        let taken = known(&ledger, year);
        let whole = with_annexes(&ledger, year, &taken, &composed(&ledger, year, &taken));
        docx(&whole, &profile).expect("a .docx")
    });
    println!("{} pages, {} bytes, memory {}", pages(&whole, &profile).len(), bytes.len(), peak());
}

/// The sample, its items of the newest year repeated until there are so many.
fn large(items: usize) -> Ledger {
    let mut ledger = Ledger::default();
    for change in template::sample() {
        change.apply(&mut ledger).expect("the sample fits");
    }
    let year = *ledger.years.keys().next_back().expect("a year");
    let own: Vec<Item> = ledger.items_of(year).cloned().collect();
    let mut ids = IdMaker::default();
    for (item, number) in own.iter().cycle().zip(own.len()..items) {
        let mut item = item.clone();
        item.card.id = ids.item();
        item.card.title = format!("{}（{number}）", item.card.title);
        let Edit { key, new, .. } = Edit::item(None, Some(item)).expect("an item");
        key.put(new, &mut ledger).expect("a new item fits");
    }
    ledger
}

fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 12, 31).expect("a day")
}

fn known(ledger: &Ledger, year: Year) -> (Figures, Figures) {
    let scope = Scope::of(&Variant::Whole, year, as_of());
    (figures(ledger, scope), figures_last_year(ledger, scope))
}

fn composed(ledger: &Ledger, year: Year, (figures, last_year): &(Figures, Figures)) -> Document {
    compose_from(ledger, year, &Variant::Whole, as_of(), KnownFigures { figures, last_year }).document
}

fn with_annexes(ledger: &Ledger, year: Year, (figures, last_year): &(Figures, Figures), report: &Document) -> Document {
    let template = ledger.template(year).expect("the year is there");
    let annexes: Vec<&Annex> = template.annexes.iter().collect();
    let known = KnownFigures { figures, last_year };
    let cut = Cut { ledger, year, variant: &Variant::Whole, as_of: as_of(), known };
    let Annexed { document, .. } = annexed(report, &annexes, &cut, &Pictures::new());
    document
}

/// Takes the time of `work`, tells it, and returns what was made last.
fn measure<T>(name: &str, work: impl Fn() -> T) -> T {
    let mut took = Vec::with_capacity(RUNS);
    let mut made = None;
    for _ in 0..RUNS {
        let begun = Instant::now();
        made = Some(work());
        took.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    took.sort_by(f64::total_cmp);
    println!("{name}: {:.1} ({:.1} to {:.1})", took[RUNS / 2], took[0], took[RUNS - 1]);
    made.expect("it ran")
}

fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("unknown").to_owned()
}
